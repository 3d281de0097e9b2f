import type { SheetContent, WorkbookContent } from '../../../sheets/content';
import { cellAddress } from '../../../sheets/address';
import type { CellValue, RangeSpec } from '../../../sheets/spec';

/** The addresses of formulas after one range was replaced. */
function formulasAfter(
  before: ReadonlySet<string>,
  { row, column }: Pick<RangeSpec, 'row' | 'column'>,
  isFormula: readonly (readonly boolean[])[],
): ReadonlySet<string> {
  const after = new Set(before);
  isFormula.forEach((line, at) =>
    line.forEach((formula, across) => {
      const address = cellAddress(row + at, column + across);
      if (formula) after.add(address);
      else after.delete(address);
    }),
  );
  return after;
}

/** The content with the values of one range replaced, none of them a formula unless `isFormula` says so; everything else is shared. */
export function withCells(
  content: WorkbookContent,
  sheetName: string,
  { row, column }: Pick<RangeSpec, 'row' | 'column'>,
  values: readonly (readonly CellValue[])[],
  isFormula: readonly (readonly boolean[])[] = values.map((line) => line.map(() => false)),
): WorkbookContent {
  return {
    sheets: content.sheets.map((sheet) => {
      if (sheet.name !== sheetName) return sheet;
      const cells = sheet.cells.slice();
      values.forEach((line, at) => {
        const next = (cells[row + at] ?? []).slice();
        line.forEach((value, across) => {
          while (next.length < column + across) next.push(null);
          next[column + across] = value;
        });
        while (cells.length < row + at) cells.push([]);
        cells[row + at] = next;
      });
      const { formulas } = sheet;
      return {
        ...sheet,
        cells,
        ...(formulas ? { formulas: formulasAfter(formulas, { row, column }, isFormula) } : {}),
      };
    }),
  };
}

/** The content with whole sheets replaced by how they are now; sheets that are new come at the end. */
export function withSheets(content: WorkbookContent, fresh: readonly SheetContent[]): WorkbookContent {
  const byName = new Map(fresh.map((sheet) => [sheet.name, sheet]));
  const known = new Set(content.sheets.map(({ name }) => name));
  return {
    sheets: [
      ...content.sheets.map((sheet) => byName.get(sheet.name) ?? sheet),
      ...fresh.filter(({ name }) => !known.has(name)),
    ],
  };
}
