import { runChecks } from '../../src/check/run/run';
import { readSource } from '../../src/read/file/read';
import type { Reading } from '../../src/read/source';
import type { SheetSpec } from '../../src/sheets/spec';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { SheetCalculator } from '../../standin/calculator/calculator';
import { cellAt, type Book } from '../../standin/model/book';
import { seedText } from '../support/requirements';
import { bookOf } from '../standin/bookOf';

/** Rows of cells as Excel hands a range to a function: an empty cell is ''. */
export type Rows = (string | number | boolean)[][];

/** The sheets of a reading as native Excel would show them: every formula calculated, none of our results taken on trust. */
export interface CalculatedSheets {
  readonly book: Book;
  /** A table with its headings and totals, as tblPlan[#All]. */
  readonly table: (name: string) => Rows;
}

export function calculate(sheets: readonly SheetSpec[]): CalculatedSheets {
  const book = bookOf(sheets);
  new SheetCalculator().recalculate(book);
  return { book, table: (name) => tableOf(book, name) };
}

export function tableOf(book: Book, name: string): Rows {
  const table = book.tables.find((each) => each.name === name);
  const sheet = table && book.sheets.find(({ id }) => id === table.sheet);
  if (!table || !sheet) throw new Error(`no table ${name}`);
  const { row, column, rows, columns } = table.area;
  return Array.from({ length: rows }, (_, at) =>
    Array.from({ length: columns }, (__, across) => cellAt(sheet, row + at, column + across).value),
  );
}

export const sheetsOf = (reading: Reading): readonly SheetSpec[] => buildSheets(reading, runChecks(reading.document));

export async function seedReading(prefix: string): Promise<Reading> {
  const reading = await readSource(new TextEncoder().encode(seedText(prefix)), { name: 'report' });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value;
}

/** The cells of a column without heading and, when told, without the totals. */
export function columnOf(rows: Rows, heading: string, totals = false): Rows[number] {
  const at = rows[0]!.indexOf(heading);
  if (at < 0) throw new Error(`no column ${heading}`);
  return rows.slice(1, totals ? -1 : undefined).map((row) => row[at]!);
}
