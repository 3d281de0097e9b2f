import type { SheetContent, WorkbookContent } from '../../../sheets/content';
import { cellAddress } from '../../../sheets/address';
import type { CellSpec, CellValue, SheetSpec } from '../../../sheets/spec';

const valueOf = (cell: CellSpec): CellValue => (cell !== null && typeof cell === 'object' ? cell.value : cell);

function sheetContent({ name, blocks, tables }: SheetSpec): SheetContent {
  const cells: CellValue[][] = [];
  const formulas = new Set<string>();
  for (const { row, column, cells: block } of blocks) {
    block.forEach((line, at) => {
      while (cells.length <= row + at) cells.push([]);
      const target = cells[row + at] ?? [];
      while (target.length < column) target.push(null);
      line.forEach((cell, across) => {
        target[column + across] = valueOf(cell);
        if (cell !== null && typeof cell === 'object' && 'formula' in cell)
          formulas.add(cellAddress(row + at, column + across));
      });
    });
  }
  return {
    name,
    cells,
    formulas,
    tables: tables.map(({ name: table, range, totals }) => ({ name: table, range, totals })),
  };
}

/** What a workbook holds right after these sheets were written into it for the first time: it need not be read. */
export const contentOfSheets = (sheets: readonly SheetSpec[]): WorkbookContent => ({
  sheets: sheets.map(sheetContent),
});
