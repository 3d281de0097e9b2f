import { success, type Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import { parseRange } from '../../../sheets/address';
import type { RangeSpec } from '../../../sheets/spec';
import { resultOf, type ExcelSession } from '../request/session';

/** What someone did in the workbook, here or elsewhere; never what the add-in did itself. Sheets are told by their id: names may change meanwhile. */
export type SheetEvent =
  /** `range` null when it is not one rectangle. */
  | { readonly kind: 'selected'; readonly sheet: string; readonly range: RangeSpec | null }
  /** `cells`: only contents changed; otherwise rows or columns came, went or moved. */
  | { readonly kind: 'changed'; readonly sheet: string; readonly range: RangeSpec | null; readonly cells: boolean }
  /** A sheet is gone. */
  | { readonly kind: 'deleted'; readonly sheet: string };

interface Registered {
  readonly remove: () => void;
}

const OWN_DOING = 'ThisLocalAddin';

function rangeOf(address: string): RangeSpec | null {
  const plain = address.includes('!') ? address.slice(address.lastIndexOf('!') + 1) : address;
  return parseRange(plain);
}

/** Listens to edits and selections in every sheet, by this user and by others in the same workbook. */
export async function watchWorkbook(
  session: ExcelSession,
  listener: (event: SheetEvent) => void,
): Promise<Result<Registered, ReadFailure>> {
  const told = (event: SheetEvent): Promise<void> => {
    listener(event);
    return Promise.resolve();
  };
  const handlers = await resultOf(() =>
    session.request(
      ({ workbook: { worksheets }, runtime }) => {
        // A write that broke off may have left them off.
        runtime.enableEvents = true;
        return [
          worksheets.onChanged.add(({ worksheetId, address, changeType, triggerSource }) =>
            triggerSource === OWN_DOING
              ? Promise.resolve()
              : told({
                  kind: 'changed',
                  sheet: worksheetId,
                  range: rangeOf(address),
                  cells: changeType === 'RangeEdited',
                }),
          ),
          worksheets.onRowSorted.add(({ worksheetId }) =>
            told({ kind: 'changed', sheet: worksheetId, range: null, cells: false }),
          ),
          worksheets.onDeleted.add(({ worksheetId }) => told({ kind: 'deleted', sheet: worksheetId })),
          worksheets.onSelectionChanged.add(({ worksheetId, address }) =>
            told({ kind: 'selected', sheet: worksheetId, range: rangeOf(address) }),
          ),
        ];
      },
      (registered) => registered,
    ),
  );
  if (!handlers.ok) return handlers;
  return success({
    remove: () => {
      for (const handler of handlers.value) handler.remove();
    },
  });
}

/** Names of the sheets by id, as they are now. */
export const sheetNames = (session: ExcelSession): Promise<ReadonlyMap<string, string>> =>
  session.request(
    ({ workbook: { worksheets } }) => {
      worksheets.load('items/id,items/name');
      return worksheets;
    },
    ({ items }) => new Map(items.map(({ id, name }) => [id, name] as const)),
  );
