import type { SheetContent, WorkbookContent } from '../../../sheets/content';
import type { CellValue, RangeSpec } from '../../../sheets/spec';

/** The content with the values of one range replaced; everything else is shared. */
export function withCells(content: WorkbookContent, sheetName: string, { row, column }: Pick<RangeSpec, 'row' | 'column'>, values: readonly (readonly CellValue[])[]): WorkbookContent {
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
      return { ...sheet, cells };
    }),
  };
}

/** The content with whole sheets replaced by how they are now; sheets that are new come at the end. */
export function withSheets(content: WorkbookContent, fresh: readonly SheetContent[]): WorkbookContent {
  const byName = new Map(fresh.map((sheet) => [sheet.name, sheet]));
  const known = new Set(content.sheets.map(({ name }) => name));
  return { sheets: [...content.sheets.map((sheet) => byName.get(sheet.name) ?? sheet), ...fresh.filter(({ name }) => !known.has(name))] };
}
