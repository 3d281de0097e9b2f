import { functionsMetadata } from '../../scripts/functions/metadata.mjs';
import { customCall, type CustomCall } from '../../standin/calculator/customCall';
import { newBook, newSheet, nextGuid, nextNumber, putCell, type Book } from '../../standin/model/book';
import { ROOT } from '../seed/seedFiles.mjs';

/** The workbook of the examples in the manual: each table on a sheet of its own. */
export function sampleBook(): Book {
  const book = newBook('Blad1');
  for (const [name, rows] of Object.entries(functionsMetadata(ROOT).texts.sample)) {
    const sheet = newSheet(book, name);
    book.sheets.push(sheet);
    rows.forEach((row, at) =>
      row.forEach((value, across) => putCell(sheet, at, across, { value, formula: null, format: null })),
    );
    book.tables.push({
      id: nextGuid(book),
      name,
      sheet: sheet.id,
      area: { row: 0, column: 0, rows: rows.length, columns: rows[0]!.length },
      showHeaders: true,
      showTotals: false,
      style: '',
      showBandedRows: false,
      showBandedColumns: false,
      showFilterButton: false,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      columns: rows[0]!.map((heading) => ({ id: nextNumber(book), name: String(heading) })),
      filters: new Map(),
    });
  }
  return book;
}

/** A formula as a Dutch Excel shows it, as the file holds it. */
export const inFileSyntax = (formula: string): string => formula.replaceAll('#Alles', '#All').replaceAll(';', ',');

/** The call that the example of a function makes. */
export function exampleCall(id: string): CustomCall {
  const book = sampleBook();
  const { formula } = functionsMetadata(ROOT).texts.functions[id]!.example;
  const call = customCall(book, inFileSyntax(formula), { sheet: book.sheets[0]!, row: 0, column: 0 });
  if (call?.id !== id) throw new Error(`the example of ${id} calls ${String(call?.id)}`);
  return call;
}
