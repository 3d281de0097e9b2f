import { cellAddress } from './address';
import type { CellValue, RangeSpec } from './spec';

/** A native table as found in a workbook. */
export interface TableContent {
  readonly name: string;
  /** Header row included; totals row included when `totals` says so. */
  readonly range: RangeSpec;
  readonly totals: boolean;
}

/** What stands on a sheet now: the values of its cells (results of formulas) from A1 on, and its tables. Dates are Excel's day numbers. */
export interface SheetContent {
  readonly name: string;
  readonly cells: readonly (readonly CellValue[])[];
  readonly tables: readonly TableContent[];
  /** A1 addresses of the cells that hold a formula; absent where the host did not tell. */
  readonly formulas?: ReadonlySet<string>;
}

/** What stands in a workbook now, whichever host it came from. */
export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
}

/** Does the cell hold a formula? null when the host did not tell. */
export const isFormulaAt = ({ formulas }: SheetContent, row: number, column: number): boolean | null =>
  formulas === undefined ? null : formulas.has(cellAddress(row, column));

export const cellAt = (sheet: SheetContent, row: number, column: number): CellValue =>
  sheet.cells[row]?.[column] ?? null;

/** The table of that name with the sheet it stands on; names do not mind case. */
export function findTable(
  content: WorkbookContent,
  name: string,
): { readonly sheet: SheetContent; readonly table: TableContent } | null {
  const wanted = name.toLowerCase();
  for (const sheet of content.sheets) {
    const table = sheet.tables.find((candidate) => candidate.name.toLowerCase() === wanted);
    if (table) return { sheet, table };
  }
  return null;
}
