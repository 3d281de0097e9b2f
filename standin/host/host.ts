import { nullCalculator, type Calculator } from '../model/calculator';
import { HostContext, type Actor } from '../protocol/context';
import { CustomFunctionCalls } from './customFunctions';
import { EventHub } from '../protocol/events';
import { cloneBook, newBook, type Book } from '../model/book';
import { snapshot } from '../model/snapshot';
import { install } from '../objects/workbook';
import { MESSAGES, type ErrorCode } from '../model/errors';
import { isCellWrite, isWrite, type Distortion } from '../protocol/distortion';
import { execute } from '../protocol/interpreter';
import type { RequirementSets, TypeGraph } from '../protocol/typeGraph';
import {
  ACTION,
  FLAG_DELAY_FOR_CELL_EDIT,
  type EventEntry,
  type RequestBody,
  type ResponseBody,
  type WireAction,
} from '../protocol/wire';

/** The floor of the product; anything newer must be asked for with isSetSupported. */
export const DEFAULT_SETS: RequirementSets = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  CustomFunctions: '1.7',
  DelayForCellEdit: '1.1',
  RibbonApi: '1.1',
};

/** Excel on the web takes and gives at most 5 MB per request. */
export const MAX_PAYLOAD_BYTES = 5 * 1024 * 1024;

/**
 * How a request is made to fail. error: refused, nothing done. lost: all done, but the answer is a time-out. partial: half of the actions done,
 * then an error. throw: the bridge itself breaks. silence: nothing done and never an answer. busy: the user is in a cell.
 */
export const FAILURES = ['error', 'lost', 'partial', 'throw', 'silence', 'busy'] as const;
export type FailureKind = (typeof FAILURES)[number];

export interface Failure {
  readonly kind: FailureKind;
  /** Counted from 1 over the requests that are not clean-up, from the moment the failure is planned. */
  readonly request: number;
  /** Actions done before a partial failure, as a share; half when absent. */
  readonly share?: number;
}

/** A write that comes out otherwise: the n-th from now, of those into cells or of all. */
export interface Distorted {
  readonly kind: Distortion;
  readonly write: number;
  readonly of?: 'cells' | 'all';
}

interface Planned {
  readonly kind: FailureKind;
  readonly at: number;
  readonly share: number;
}

export interface RequestRecord {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly actions: number;
  /** The client only gives back references, after Excel.run. */
  readonly cleanup: boolean;
  readonly writes: boolean;
  readonly failed: ErrorCode | null;
}

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface HostOptions {
  readonly graph: TypeGraph;
  readonly sets?: RequirementSets;
  readonly calculator?: Calculator;
  readonly book?: Book;
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

const isCleanup = (body: RequestBody): boolean =>
  body.Actions.some((action) => action.Name === '_RemoveReference') &&
  body.Actions.every((action) => action.ActionType === ACTION.instantiate || action.Name === '_RemoveReference');

const refusal = (code: ErrorCode, statusCode: number): HttpAnswer => ({
  statusCode,
  headers: {},
  body: { error: { code, message: MESSAGES[code] } },
});

/** Excel, as far as the product can see it. Transport-free: give it requests and it answers; listen for what it pushes. */
export class Host {
  readonly context: HostContext;
  readonly functions: CustomFunctionCalls;
  /** One record per request, in order. */
  readonly requests: RequestRecord[] = [];
  private failures: Planned[] = [];
  private counted = 0;
  private distortions: Distorted[] = [];
  private writes = { cells: 0, all: 0 };
  private editing = false;
  private afterEditing: (() => void)[] = [];
  private listeners: ((entries: readonly EventEntry[]) => void)[] = [];

  constructor(options: HostOptions) {
    this.context = new HostContext(
      options.book ?? newBook(),
      options.graph,
      options.sets ?? DEFAULT_SETS,
      options.calculator ?? nullCalculator,
      new EventHub(),
    );
    this.functions = new CustomFunctionCalls((entries) => this.push(entries));
    this.functions.register(this.context);
    install(this.context);
  }

  get book(): Book {
    return this.context.book;
  }

  /** Another workbook in the same Excel; what the client held on to is gone. */
  open(book: Book): void {
    this.context.book = book;
    this.context.forgetReferences();
    this.context.events.forget();
  }

  copyBook(): Book {
    return cloneBook(this.book);
  }

  snapshot(): string[] {
    return snapshot(this.book);
  }

  /** Requests that were not clean-up: what the code under test calls a sync. */
  get syncs(): number {
    return this.requests.filter((request) => !request.cleanup).length;
  }

  forgetRequests(): void {
    this.requests.length = 0;
    this.counted = 0;
    this.failures = [];
    this.distortions = [];
    this.writes = { cells: 0, all: 0 };
  }

  /** The n-th request from now fails. */
  fail(...planned: readonly Failure[]): void {
    for (const { kind, request, share = 0.5 } of planned)
      this.failures.push({ kind, at: this.counted + request, share });
  }

  /** The n-th write since requests were forgotten comes out otherwise. */
  distort(...planned: readonly Distorted[]): void {
    this.distortions.push(...planned);
  }

  /** Writes into cells, and all writes, since requests were forgotten. */
  get writeCounts(): { readonly cells: number; readonly all: number } {
    return { ...this.writes };
  }

  private distortionOf(action: WireAction): Distortion | null {
    if (!isWrite(action)) return null;
    this.writes.all += 1;
    const cells = isCellWrite(action);
    if (cells) this.writes.cells += 1;
    const found = this.distortions.find(({ write, of = 'cells' }) =>
      of === 'all' ? write === this.writes.all : cells && write === this.writes.cells,
    );
    return found?.kind ?? null;
  }

  /** Planned failures that no request has met. */
  get pendingFailures(): number {
    return this.failures.length;
  }

  /** The user is typing in a cell: requests are refused, or wait when they asked to. */
  beginCellEdit(): void {
    this.editing = true;
  }

  endCellEdit(): void {
    this.editing = false;
    const waiting = this.afterEditing;
    this.afterEditing = [];
    waiting.forEach((go) => go());
  }

  onPush(listener: (entries: readonly EventEntry[]) => void): void {
    this.listeners.push(listener);
  }

  private push(entries: readonly EventEntry[]): void {
    if (entries.length > 0) this.listeners.forEach((listener) => listener(entries));
  }

  /** Someone else than the add-in works in the workbook; events follow. */
  as(actor: Actor, work: (context: HostContext) => void): void {
    const before = this.context.actor;
    this.context.actor = actor;
    try {
      work(this.context);
    } finally {
      this.context.actor = before;
      this.settle();
    }
  }

  private settle(): void {
    this.context.endRequest();
    if (this.context.dirty && this.context.book.calculationMode !== 'Manual')
      this.context.calculator.recalculate(this.context.book);
    if (this.context.book.calculationMode !== 'Manual') this.context.dirty = false;
    this.context.suspended.calculation = 0;
    this.context.suspended.screen = 0;
    this.push(this.context.events.take());
  }

  /** Answers one request of the client, given as the text of its body. Throws when the bridge is made to break; never settles on silence. */
  answer(bodyText: string, flags = 0): Promise<HttpAnswer> {
    const body = JSON.parse(bodyText) as RequestBody;
    const cleanup = isCleanup(body);
    const failure = cleanup ? undefined : this.nextFailure();
    const record = (failed: ErrorCode | null, bytesOut = 0): void => {
      this.requests.push({
        bytesIn: byteLength(bodyText),
        bytesOut,
        actions: body.Actions.length,
        cleanup,
        writes: (flags & 1) !== 0,
        failed,
      });
    };
    if (failure?.kind === 'throw') {
      record('RequestAborted');
      throw new Error('the bridge to the host is gone');
    }
    if (failure?.kind === 'silence') {
      record('Timeout');
      return new Promise(() => undefined);
    }
    return this.respond(body, bodyText, flags, failure, record);
  }

  private async respond(
    body: RequestBody,
    bodyText: string,
    flags: number,
    failure: Planned | undefined,
    record: (failed: ErrorCode | null, bytesOut?: number) => void,
  ): Promise<HttpAnswer> {
    if (this.editing && (flags & FLAG_DELAY_FOR_CELL_EDIT) !== 0)
      await new Promise<void>((go) => this.afterEditing.push(go));
    if (this.editing || failure?.kind === 'busy') {
      record('InvalidOperationInCellEditMode');
      return refusal('InvalidOperationInCellEditMode', 400);
    }
    if (byteLength(bodyText) > MAX_PAYLOAD_BYTES) {
      record('RequestPayloadSizeLimitExceeded');
      return refusal('RequestPayloadSizeLimitExceeded', 413);
    }
    if (failure?.kind === 'error') {
      record('GeneralException');
      return refusal('GeneralException', 500);
    }
    const answer = this.execute(
      body,
      failure?.kind === 'partial' ? Math.floor(body.Actions.length * failure.share) : undefined,
    );
    const answerText = JSON.stringify(answer);
    const size = byteLength(answerText);
    if (size > MAX_PAYLOAD_BYTES) {
      record('ResponsePayloadSizeLimitExceeded');
      return refusal('ResponsePayloadSizeLimitExceeded', 413);
    }
    if (failure?.kind === 'lost') {
      record('Timeout', size);
      return refusal('Timeout', 504);
    }
    record((answer.Error?.Code as ErrorCode | undefined) ?? null, size);
    return { statusCode: 200, headers: {}, body: JSON.parse(answerText) as ResponseBody };
  }

  private nextFailure(): Planned | undefined {
    this.counted += 1;
    const found = this.failures.find((failure) => failure.at === this.counted);
    this.failures = this.failures.filter((failure) => failure !== found);
    return found;
  }

  private execute(body: RequestBody, failAt: number | undefined): ResponseBody {
    this.context.actor = 'addin';
    try {
      const distort = (action: WireAction): Distortion | null => this.distortionOf(action);
      return execute(body, this.context, failAt === undefined ? { distort } : { failAt, distort });
    } finally {
      this.settle();
    }
  }
}
