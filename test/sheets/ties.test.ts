import { expect, test } from '@jest/globals';
import { readReport } from '../../src/read/report/report';
import { SHEETS, TABLES } from '../../src/sheets/names';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { SheetCalculator } from '../../standin/calculator/calculator';
import { cellAt, putCell, type Book } from '../../standin/model/book';
import { bodyArea } from '../../standin/model/tables';
import { bookOf } from '../standin/bookOf';
import { seedText } from '../support/requirements';

/** What Afstemming says of J3, J1 and J2 beside the lines. */
function verdicts(book: Book): readonly string[] {
  const sheet = book.sheets.find(({ name }) => name === SHEETS.reconciliation)!;
  const rows = Array.from({ length: 200 }, (_, row) => row);
  const head = rows.find((row) => cellAt(sheet, row, 0).value === "Schema's")!;
  const end = rows.find((row) => row > head && cellAt(sheet, row, 0).value === '')!;
  const column = Array.from({ length: 20 }, (_, each) => each).find(
    (each) => cellAt(sheet, head, each).value === 'Sluit',
  )!;
  return rows.slice(head + 1, end).map((row) => String(cellAt(sheet, row, column).value));
}

test('a credit that is changed leaves the schemas tied to the lines', () => {
  const book = bookOf(buildSheets(readReport(seedText('004'))!, []));
  const calculator = new SheetCalculator();
  calculator.recalculate(book);
  const before = verdicts(book);
  expect(before.length).toBeGreaterThan(30);
  expect(before).not.toContain('sluit niet');

  const table = book.tables.find(({ name }) => name === TABLES.credits)!;
  const sheet = book.sheets.find(({ id }) => id === table.sheet)!;
  const body = bodyArea(table);
  const column = body.column + table.columns.findIndex(({ name }) => name === 'Eindkrediet');
  const was = Number(cellAt(sheet, body.row, column).value);
  putCell(sheet, body.row, column, { ...cellAt(sheet, body.row, column), value: was + 63_000 });
  calculator.recalculate(book);
  expect(verdicts(book)).toEqual(before);
});
