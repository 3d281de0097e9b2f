import type { CellSpec, SheetSpec } from '../../src/sheets/spec';
import { newBook, newSheet, nextGuid, nextNumber, putCell, type Book } from '../../standin/model/book';

function place(cell: CellSpec): { readonly value: string | number | boolean; readonly formula: string | null } {
  if (cell === null) return { value: '', formula: null };
  if (typeof cell !== 'object') return { value: cell, formula: null };
  // A wrong start value, so that a formula nobody calculates is seen.
  return 'formula' in cell
    ? { value: 'never calculated', formula: `=${cell.formula}` }
    : { value: cell.value ?? '', formula: null };
}

/** The cells, tables and names of sheets as a workbook of the stand-in, without the client or any look. */
export function bookOf(sheets: readonly SheetSpec[]): Book {
  const book = newBook('leeg');
  for (const spec of sheets) {
    const sheet = newSheet(book, spec.name);
    book.sheets.push(sheet);
    for (const { row, column, cells } of spec.blocks) {
      cells.forEach((line, at) =>
        line.forEach((cell, across) => putCell(sheet, row + at, column + across, { ...place(cell), format: null })),
      );
    }
    for (const table of spec.tables) {
      const columns = table.columns.map(({ name }) => ({ id: nextNumber(book), name }));
      table.columns.forEach(({ total }, at) => {
        if (!total) return;
        const cell =
          'label' in total
            ? { value: total.label, formula: null }
            : { value: 'never calculated', formula: `=${total.formula}` };
        putCell(sheet, table.range.row + table.range.rows - 1, table.range.column + at, { ...cell, format: null });
      });
      book.tables.push({
        id: nextGuid(book),
        name: table.name,
        sheet: sheet.id,
        area: table.range,
        showHeaders: true,
        showTotals: table.totals,
        style: table.style,
        showBandedRows: table.stripes,
        showBandedColumns: false,
        showFilterButton: table.filter,
        highlightFirstColumn: false,
        highlightLastColumn: false,
        columns,
        filters: new Map(),
      });
    }
  }
  for (const { name, range } of sheets.flatMap(({ names }) => names)) {
    const sheet = book.sheets.find((one) => one.name === range.sheet);
    if (sheet)
      book.names.push({ name, scope: null, target: { sheet: sheet.id, area: range }, comment: '', visible: true });
  }
  return book;
}
