/** The messages the client library of Office.js and its host exchange (RichApi), as far as the stand-in answers them. */
export const PATH = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
export const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

export interface WireArguments {
  readonly Arguments?: readonly unknown[] | null;
  /** Beside each argument the id of the path it stands for, 0 for a plain value, a list for a list. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}

export interface WireQuery {
  readonly Select?: readonly string[] | null;
  readonly Expand?: readonly string[] | null;
  readonly Top?: number;
  readonly Skip?: number;
}

export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: WireQuery;
}

export interface RequestBody {
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

export interface WireResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface ResponseBody {
  readonly Results: readonly WireResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: WireError;
}

/** Flags of a request. delayForCellEdit: the host holds it until the user leaves the cell. */
export const FLAG_DELAY_FOR_CELL_EDIT = 64;

/** One event pushed to the client. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

export const EVENT_CATEGORY = 65_536;
export const CUSTOM_FUNCTION_CATEGORY = 1;
/** Target of events of the whole workbook. */
export const WORKBOOK_TARGET = 'Workbook';
