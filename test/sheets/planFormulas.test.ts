import { describe, expect, test } from '@jest/globals';
import type { CellSpec, SheetSpec } from '../../src/sheets/spec';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { SheetCalculator } from '../../standin/calculator/calculator';
import { cellAt, type Book } from '../../standin/model/book';
import { bodyArea } from '../../standin/model/tables';
import { bookOf } from '../standin/bookOf';
import { READING } from './fixture';

type Row = readonly CellSpec[];

/** Cells of one row by the names of their columns. */
type Change = (
  row: Row,
  cell: (column: string) => CellSpec,
  set: (row: Row, values: Readonly<Record<string, CellSpec>>) => Row,
) => readonly Row[];

/** The sheets with the rows of one table changed, and put in another order. */
function withRows(
  sheets: readonly SheetSpec[],
  tableName: string,
  change: Change,
  order: (rows: readonly Row[]) => readonly Row[] = (rows) => rows,
): readonly SheetSpec[] {
  return sheets.map((sheet): SheetSpec => {
    const table = sheet.tables.find(({ name }) => name === tableName);
    if (!table) return sheet;
    const at = (column: string): number => table.columns.findIndex(({ name }) => name === column);
    const set = (row: Row, values: Readonly<Record<string, CellSpec>>): Row =>
      row.map((cell, index) => values[table.columns[index]?.name ?? ''] ?? cell);
    let more = 0;
    const blocks = sheet.blocks.map((block) => {
      if (block.row !== table.range.row) return block;
      const [head = [], ...rows] = block.cells;
      const totals = table.totals ? rows.splice(-1) : [];
      const changed = order(rows.flatMap((row) => change(row, (column) => row[at(column)] ?? null, set)));
      more = changed.length - rows.length;
      return { ...block, cells: [head, ...changed, ...totals] };
    });
    return { ...sheet, blocks, tables: [{ ...table, range: { ...table.range, rows: table.range.rows + more } }] };
  });
}

/** A column of the plan by code, as formulas give it. */
function planColumn(sheets: readonly SheetSpec[], column: string): Readonly<Record<string, unknown>> {
  const book: Book = bookOf(sheets);
  new SheetCalculator().recalculate(book);
  const table = book.tables.find(({ name }) => name === 'tblPlan');
  const sheet = book.sheets.find(({ id }) => id === table?.sheet);
  if (!table || !sheet) throw new Error('no plan');
  const body = bodyArea(table);
  const place = (name: string): number => body.column + table.columns.findIndex((each) => each.name === name);
  return Object.fromEntries(
    Array.from({ length: body.rows }, (_, row) => [
      cellAt(sheet, body.row + row, place('Code')).value,
      cellAt(sheet, body.row + row, place(column)).value,
    ]),
  );
}

const SHEETS = buildSheets(READING, []);
const ACTUAL = 'Exploitatie uitgaven JR';
const PRINTED_ORDER = { BD1: 1500, AP1: 1500, AC1: 1000, AC2: 500, AP2: '', AC3: '', AC4: '' };

describe('roll-ups', () => {
  test('rows that stand together are summed as a block', () => {
    expect(planColumn(SHEETS, ACTUAL)).toEqual(PRINTED_ORDER);
    expect(planColumn(SHEETS, 'Laatste')).toEqual({ BD1: 7, AP1: 4, AC1: 3, AC2: 4, AP2: 7, AC3: 6, AC4: 7 });
    expect(planColumn(SHEETS, 'Rijen')).toEqual({ BD1: 7, AP1: 3, AC1: 1, AC2: 1, AP2: 3, AC3: 1, AC4: 1 });
  });

  test('sorting changes nothing: from the bottom up, and with the rows of a plan apart', () => {
    const keep: Change = (row) => [row];
    expect(
      planColumn(
        withRows(SHEETS, 'tblPlan', keep, (rows) => [...rows].reverse()),
        ACTUAL,
      ),
    ).toEqual(PRINTED_ORDER);
    // AC1, AP2, BD1, AC3, AP1, AC4, AC2
    const apart = withRows(SHEETS, 'tblPlan', keep, (rows) =>
      [2, 4, 0, 5, 1, 6, 3].flatMap((index) => (rows[index] ? [rows[index]] : [])),
    );
    expect(planColumn(apart, ACTUAL)).toEqual(PRINTED_ORDER);
    expect(planColumn(apart, 'Laatste')).toMatchObject({ AP1: 0, AP2: 0, BD1: 0, AC2: 7 });
    expect(planColumn(apart, 'Aantal EU JR')).toMatchObject({ AP1: 2, BD1: 2, AP2: 0 });
    expect(planColumn(apart, 'Afgeleide status')).toEqual(planColumn(SHEETS, 'Afgeleide status'));
  });

  test('an action that moves takes its credits along, though its row stays where it is', () => {
    const moved = withRows(SHEETS, 'tblPlan', (row, cell, set) => [
      cell('Code') === 'AC1' ? set(row, { Boven: 'AP2' }) : row,
    ]);
    expect(planColumn(moved, ACTUAL)).toEqual({ ...PRINTED_ORDER, AP1: 500, AP2: 1000 });
  });

  test('an action under another one counts as its part, and its credits go to the plan of both', () => {
    const nested = withRows(SHEETS, 'tblPlan', (row, cell, set) => [
      cell('Code') === 'AC2' ? set(row, { Boven: 'AC1' }) : row,
    ]);
    expect(planColumn(nested, 'Delen achter')).toMatchObject({ AC1: 1, AP1: 0 });
    expect(planColumn(nested, ACTUAL)).toMatchObject({ AC1: 1000, AC2: 500, AP1: 1500 });
  });

  test('a second line of the same kind counts as well, a line of another kind or year does not', () => {
    const more = withRows(SHEETS, 'tblKredieten', (row, cell, set) =>
      cell('Code') !== 'AC2'
        ? [row]
        : [
            row,
            set(row, { Jaarrekening: 20 }),
            set(row, { Soort: 'Investeringen', Jaarrekening: 7 }),
            set(row, { Jaar: 2023, Jaarrekening: 9 }),
          ],
    );
    expect(planColumn(more, ACTUAL)).toEqual({ ...PRINTED_ORDER, AC2: 520, AP1: 1520, BD1: 1520 });
    expect(
      planColumn(
        withRows(
          more,
          'tblKredieten',
          (row) => [row],
          (rows) => [...rows].reverse(),
        ),
        ACTUAL,
      ),
    ).toMatchObject({ AC2: 520 });
  });

  test('what is not printed stays empty, and a printed zero is one', () => {
    expect(planColumn(SHEETS, 'Investeringen ontvangsten IK')).toMatchObject({ AC1: '', AP1: '', BD1: '' });
    expect(planColumn(SHEETS, 'Investeringen ontvangsten JR')).toMatchObject({ AC1: 0, AP1: 0, BD1: 0, AC2: '' });
    const emptied = withRows(SHEETS, 'tblKredieten', (row, cell, set) => [
      cell('Code') === 'AC2' ? set(row, { Jaarrekening: 'niets' }) : row,
    ]);
    expect(planColumn(emptied, ACTUAL)).toMatchObject({ AC2: '', AP1: 1000 });
  });
});
