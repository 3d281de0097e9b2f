import { readXlsx, type CellValue as FileValue, type Sheet } from 'hucre/xlsx';
import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { cellAddress, parseRange } from '../../sheets/address';
import type { SheetContent, TableContent, WorkbookContent } from '../../sheets/content';
import type { CellValue } from '../../sheets/spec';
import { refuse, WORKBOOK_KINDS } from './failures';
import { preflight } from './preflight';

/** Reads values and tables of an .xlsx file. Refuses what is no workbook, damaged, or unpacks beyond our limits; never throws. */
export async function readXlsxFile(bytes: Uint8Array): Promise<Result<WorkbookContent, ReadFailure>> {
  const checked = await preflight(bytes);
  if (!checked.ok) return checked;
  try {
    const workbook = await readXlsx(bytes);
    return success({ sheets: workbook.sheets.map(toContent) });
  } catch (error) {
    return refuse(WORKBOOK_KINDS.broken, { reason: error instanceof Error ? error.message : String(error) });
  }
}

const toContent = (sheet: Sheet): SheetContent => ({
  name: sheet.name,
  formulas: formulasOf(sheet),
  cells: sheet.rows.map((row) => row.map(toValue)),
  tables: (sheet.tables ?? []).flatMap(({ name, displayName, range, showTotalRow }): TableContent[] => {
    const place = range === undefined ? null : parseRange(range);
    return place ? [{ name: displayName ?? name, range: place, totals: showTotalRow === true }] : [];
  }),
});

/** Addresses of the cells that hold a formula. */
function formulasOf({ cells }: Sheet): ReadonlySet<string> {
  const formulas = new Set<string>();
  for (const [place, cell] of cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    if (cell.formula !== undefined) formulas.add(cellAddress(row, column));
  }
  return formulas;
}

const toValue = (value: FileValue | undefined): CellValue => {
  if (value === undefined || value === '') return null;
  return value instanceof Date ? dayNumber(value) : value;
};

const DAY_MILLISECONDS = 86_400_000;
/** Day 0 of Excel's calendar as it counts from 1 March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

const dayNumber = (date: Date): number => (date.getTime() - DAY_ZERO) / DAY_MILLISECONDS;
