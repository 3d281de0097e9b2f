import { cellAddress } from '../../src/sheets/address';
import type { SheetContent, TableContent, WorkbookContent } from '../../src/sheets/content';
import type { CellValue, SheetSpec } from '../../src/sheets/spec';
import { valueOf } from '../../src/sheets/table';

/** A workbook in memory as hosts give it back: what the sheets say, with the results the formulas were written with. */
export const contentOf = (sheets: readonly SheetSpec[]): WorkbookContent => ({ sheets: sheets.map(sheetContent) });

function sheetContent(sheet: SheetSpec): SheetContent {
  const cells: CellValue[][] = [];
  for (const block of sheet.blocks) {
    block.cells.forEach((row, rowOffset) =>
      row.forEach((cell, columnOffset) => {
        const line = (cells[block.row + rowOffset] ??= []);
        const value = valueOf(cell);
        line[block.column + columnOffset] = value === '' ? null : value;
      }),
    );
  }
  const height = cells.length;
  return {
    name: sheet.name,
    cells: Array.from({ length: height }, (_, row) => Array.from(cells[row] ?? [], (value) => value ?? null)),
    tables: sheet.tables.map(({ name, range, totals }): TableContent => ({ name, range, totals })),
  };
}

/** The same workbook from a host that tells which cells hold formulas: those that were written with one and still hold its result. */
export function tellingFormulas(content: WorkbookContent, sheets: readonly SheetSpec[]): WorkbookContent {
  const written = contentOf(sheets);
  return {
    sheets: content.sheets.map((sheet, at): SheetContent => {
      const formulas = (sheets[at]?.blocks ?? []).flatMap((block) =>
        block.cells.flatMap((row, rowOffset) =>
          row.flatMap((cell, columnOffset) => {
            const [line, column] = [block.row + rowOffset, block.column + columnOffset];
            const kept = sheet.cells[line]?.[column] === written.sheets[at]?.cells[line]?.[column];
            const isFormula = cell !== null && typeof cell === 'object' && 'formula' in cell;
            return isFormula && kept ? [cellAddress(line, column)] : [];
          }),
        ),
      );
      return { ...sheet, formulas: new Set(formulas) };
    }),
  };
}

/** The same workbook with a cell of a table changed: the row whose key column holds `key`. */
export function withCell(
  content: WorkbookContent,
  tableName: string,
  key: string,
  column: string,
  value: CellValue,
): WorkbookContent {
  return mapTable(content, tableName, (rows) => {
    const [head = []] = rows;
    const [keyAt, at] = [head.indexOf('Sleutel'), head.indexOf(column)];
    if (at < 0) throw new Error(`no column ${column}`);
    const row = rows.find((cells) => cells[keyAt] === key);
    if (!row) throw new Error(`no row ${key}`);
    row[at] = value;
    return rows;
  });
}

/** The same workbook with the rows of a table (head first) passed through `change`. */
export function mapTable(
  content: WorkbookContent,
  tableName: string,
  change: (rows: CellValue[][]) => CellValue[][],
): WorkbookContent {
  return {
    sheets: content.sheets.map((sheet) => {
      const table = sheet.tables.find(({ name }) => name === tableName);
      if (!table) return sheet;
      const { row, column, rows, columns } = table.range;
      const before = Array.from({ length: rows }, (_, index) =>
        Array.from({ length: columns }, (__, offset) => sheet.cells[row + index]?.[column + offset] ?? null),
      );
      const after = change(before);
      const width = Math.max(0, ...after.map((cells) => cells.length));
      const cells = sheet.cells.map((line) => [...line]);
      cells.splice(row, rows, ...after.map((line) => [...Array.from({ length: column }, () => null), ...line]));
      return {
        ...sheet,
        cells,
        tables: sheet.tables.map((each) =>
          each === table ? { ...table, range: { ...table.range, rows: after.length, columns: width } } : each,
        ),
      };
    }),
  };
}

export const tableRows = (content: WorkbookContent, tableName: string): readonly (readonly CellValue[])[] => {
  let rows: readonly (readonly CellValue[])[] = [];
  mapTable(content, tableName, (found) => {
    rows = found;
    return found;
  });
  return rows;
};
