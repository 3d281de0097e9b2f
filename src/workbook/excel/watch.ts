import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { parseRange } from '../../sheets/address';
import type { RangeSpec } from '../../sheets/spec';
import { ExcelError, type ExcelSession } from './session';

/** What someone did in the workbook, here or elsewhere; never what the add-in did itself. `range` null when it is not one rectangle. */
export type SheetEvent =
  | { readonly kind: 'selected'; readonly sheet: string; readonly range: RangeSpec | null }
  /** `cells`: only contents changed; otherwise rows or columns came, went or moved. */
  | { readonly kind: 'changed'; readonly sheet: string; readonly range: RangeSpec | null; readonly cells: boolean };

interface Registered {
  readonly remove: () => void;
}

const OWN_DOING = 'ThisLocalAddin';

function rangeOf(address: string): RangeSpec | null {
  const plain = address.includes('!') ? address.slice(address.lastIndexOf('!') + 1) : address;
  return parseRange(plain);
}

/** Listens to edits and selections in every sheet. The events carry the id of a sheet: its name is looked up, since it may be renamed. */
export async function watchWorkbook(session: ExcelSession, listener: (event: SheetEvent) => void): Promise<Result<Registered, ReadFailure>> {
  const names = new Map<string, string>();
  const nameOf = async (id: string): Promise<string | null> => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const sheets = await session.request(
      (context) => {
        const { worksheets } = context.workbook;
        worksheets.load('items/id,items/name');
        return worksheets;
      },
      ({ items }) => items.map((sheet) => [sheet.id, sheet.name] as const),
    );
    names.clear();
    for (const [sheet, name] of sheets) names.set(sheet, name);
    return names.get(id) ?? null;
  };
  const tell = async (id: string, make: (sheet: string) => SheetEvent): Promise<void> => {
    try {
      const name = await nameOf(id);
      if (name !== null) listener(make(name));
    } catch (error) {
      // A sheet that cannot be named now is told of again with its next event.
      if (!(error instanceof ExcelError)) throw error;
    }
  };
  try {
    const handlers = await session.request(
      (context) => {
        const { worksheets } = context.workbook;
        const changed = worksheets.onChanged.add(async ({ worksheetId, address, changeType, triggerSource }) => {
          if (triggerSource === OWN_DOING) return;
          await tell(worksheetId, (sheet) => ({ kind: 'changed', sheet, range: rangeOf(address), cells: changeType === 'RangeEdited' }));
        });
        const selected = worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => {
          await tell(worksheetId, (sheet) => ({ kind: 'selected', sheet, range: rangeOf(address) }));
        });
        return [changed, selected];
      },
      (registered) => registered,
    );
    return success({
      remove: () => {
        for (const handler of handlers) handler.remove();
      },
    });
  } catch (error) {
    if (error instanceof ExcelError) return { ok: false, failure: error.failure };
    throw error;
  }
}
