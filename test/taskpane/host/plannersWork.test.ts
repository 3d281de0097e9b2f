import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../../src/check/settings';
import { TABLES } from '../../../src/sheets/names';
import { differenceBetween } from '../../../src/taskpane/model/difference';
import type { Book } from '../../../src/taskpane/ports/book';
import { columnName } from '../../../standin/model/area';
import { cellAt } from '../../../standin/model/book';
import type { Desk } from '../../workbook/excel/support';
import { READING } from '../../sheets/fixture';
import { addressOf, deskWithReport, excelHostAt, FINDINGS, tableCell } from '../desk';

/**
 * Each kind of a planner's work and each way the workbook is taken up again in Excel: what was done is kept, or it is named before it goes. Nothing is lost in
 * silence.
 */

/** A word that stands in other cells too. */
const STATUS = 'Niet opgestart';
const MARK = 'Merkteken van de planner';
const FIGURE = 7777.25;

interface Work {
  readonly name: string;
  /** Gives the sheet and cell where the mark then stands. */
  readonly perform: (desk: Desk) => readonly [sheet: string, address: string];
  readonly value: string | number;
}

const typed =
  (at: (desk: Desk) => readonly [string, string], value: string | number): Work['perform'] =>
  (desk) => {
    const [sheet, address] = at(desk);
    desk.user.paste(sheet, address, [[value]]);
    return [sheet, address];
  };
const inTable =
  (table: string, key: string, column: string) =>
  ({ host }: Desk): readonly [string, string] =>
    addressOf(host.book, table, key, column);
const tableOf = ({ host }: Desk, name: string) => {
  const table = host.book.tables.find((one) => one.name === name);
  const sheet = host.book.sheets.find((one) => one.id === table?.sheet);
  if (!table || !sheet) throw new Error(name);
  return { table, sheet };
};
/** The first body cell of a column that holds a number that was typed or printed. */
const firstFigure =
  (name: string, column?: string) =>
  (desk: Desk): readonly [string, string] => {
    const { table, sheet } = tableOf(desk, name);
    for (let row = table.area.row + 1; row < table.area.row + table.area.rows; row += 1)
      for (const [index, { name: head }] of table.columns.entries()) {
        const cell = cellAt(sheet, row, table.area.column + index);
        if (typeof cell.value === 'number' && cell.formula === null && (column === undefined || head === column))
          return [sheet.name, `${columnName(table.area.column + index)}${row + 1}`];
      }
    throw new Error(`no figure in ${name}`);
  };

const WORK: readonly Work[] = [
  { name: 'an evaluation', value: MARK, perform: typed(inTable(TABLES.plan, 'AC2', 'Evaluatie'), MARK) },
  { name: 'a title', value: MARK, perform: typed(inTable(TABLES.plan, 'AC2', 'Titel'), MARK) },
  {
    name: 'a status',
    value: 'Niet opgestart',
    perform: typed(inTable(TABLES.plan, 'AC1', 'Status'), 'Niet opgestart'),
  },
  { name: 'a period', value: 46_023, perform: typed(inTable(TABLES.plan, 'AC2', 'Tot'), 46_023) },
  { name: 'a code', value: 'AC9', perform: typed(inTable(TABLES.plan, 'AC2', 'Code'), 'AC9') },
  { name: 'a credit', value: FIGURE, perform: typed(firstFigure(TABLES.credits), FIGURE) },
  { name: 'a transfer', value: FIGURE, perform: typed(firstFigure(TABLES.transfers, 'Bedrag'), FIGURE) },
  { name: 'a figure of a schema', value: FIGURE, perform: typed(firstFigure('tblJ2'), FIGURE) },
  {
    name: 'an added row',
    value: MARK,
    perform: (desk) => {
      const { table, sheet } = tableOf(desk, TABLES.plan);
      const at = table.columns.findIndex(({ name }) => name === 'Titel');
      desk.user.addRow(
        TABLES.plan,
        table.columns.map((_, index) => (index === 0 ? 'AC77' : index === at ? MARK : null)),
      );
      const last = table.area.row + table.area.rows - (table.showTotals ? 1 : 0);
      return [sheet.name, `${columnName(table.area.column + at)}${last}`];
    },
  },
  {
    name: 'a column of their own',
    value: MARK,
    perform: (desk) => {
      const { table, sheet } = tableOf(desk, TABLES.plan);
      desk.user.insertColumns(sheet.name, table.area.column + 2);
      const place = [sheet.name, `${columnName(table.area.column + 2)}${table.area.row + 3}`] as const;
      desk.user.paste(...place, [[MARK]]);
      return place;
    },
  },
  { name: 'a cell beside the table', value: MARK, perform: typed(() => ['Plan', 'ZZ9'], MARK) },
  { name: 'a sheet of their own', value: MARK, perform: typed(() => ['Eigen', 'A9'], MARK) },
  {
    name: 'a formula of their own',
    value: '=COUNTA(tblPlan[Code])',
    perform: typed(() => ['Eigen', 'A8'], '=COUNTA(tblPlan[Code])'),
  },
  { name: 'a formula over a figure', value: '=1+41', perform: typed(inTable(TABLES.plan, 'AC2', 'Titel'), '=1+41') },
  {
    name: 'an explanation',
    value: MARK,
    perform: (desk) => {
      const { table, sheet } = tableOf(desk, TABLES.findings);
      const at = table.columns.findIndex(({ name }) => name === 'Verklaring');
      const place = [sheet.name, `${columnName(table.area.column + at)}${table.area.row + 2}`] as const;
      desk.user.paste(...place, [[MARK]]);
      return place;
    },
  },
];

const RUN = { report: () => undefined, signal: new AbortController().signal };

const holds = ({ host }: Desk, value: string | number): boolean =>
  value === STATUS
    ? tableCell(host.book, TABLES.plan, 'AC1', 'Status').value === STATUS
    : host.book.sheets.some(
        ({ name, cells }) =>
          name !== '_planboek_terug' &&
          cells.some((row) => row.some((cell) => (cell?.formula ?? cell?.value) === value)),
      );

const nextBook = (): Book => ({
  name: 'rapport.txt',
  importedAt: null,
  document: READING.document,
  imported: READING.document,
  lines: READING.lines,
  explanations: {},
  settings: DEFAULT_SETTINGS,
});

describe.each(WORK)('$name', ({ perform, value }) => {
  test('is kept or named by an import over it', async () => {
    const desk = await deskWithReport();
    const [sheet, address] = perform(desk);
    expect(holds(desk, value)).toBe(true);
    const host = excelHostAt(desk);
    const compared = await host.compare?.(nextBook(), FINDINGS);
    if (!compared?.ok) throw new Error(compared?.failure.kind.id);
    expect(await host.apply(nextBook(), FINDINGS, RUN)).toMatchObject({ ok: true });
    const { edits } = compared.value;
    if (holds(desk, value)) expect(edits.filter((edit) => edit.now === value)).toEqual([]);
    else expect(edits).toContainEqual(expect.objectContaining({ sheet, address, now: value }));
  });

  test('is there when the workbook is opened again, and after an import that broke off', async () => {
    const desk = await deskWithReport();
    perform(desk);
    const start = desk.host.copyBook();
    expect(await excelHostAt(desk).load()).toMatchObject({ ok: true });
    expect(holds(desk, value)).toBe(true);
    desk.host.forgetRequests();
    await excelHostAt(desk).apply(nextBook(), FINDINGS, RUN);
    const requests = desk.host.syncs;
    desk.host.open(start);
    desk.host.forgetRequests();
    for (let request = Math.floor(requests * 0.55); request < 400; request += 1)
      desk.host.fail({ kind: 'throw', request });
    expect(await excelHostAt(desk).apply(nextBook(), FINDINGS, RUN)).toMatchObject({ ok: false });
    desk.host.forgetRequests();
    const again = excelHostAt(desk);
    const opened = await again.load();
    if (!opened.ok) {
      expect(opened.failure.kind.id).toBe('excel.unfinished');
      expect(await again.revert('kept')).toMatchObject({ ok: true });
    }
    expect(holds(desk, value)).toBe(true);
  });
});

test('a deleted row comes back, and is named before it does', async () => {
  const desk = await deskWithReport();
  desk.user.deleteRow(TABLES.plan, 2);
  const loaded = await excelHostAt(desk).load();
  if (!loaded.ok || loaded.value === null) throw new Error('no book');
  expect(differenceBetween(loaded.value, READING.document).added).toHaveLength(1);
});

test('a workbook that holds just this is said to stay as it is, and it does', async () => {
  const desk = await deskWithReport();
  const host = excelHostAt(desk);
  const compared = await host.compare?.(nextBook(), FINDINGS);
  const seen = (): string[] => desk.host.snapshot().filter((line) => !line.startsWith('_planboek'));
  const before = seen();
  const applied = await host.apply(nextBook(), FINDINGS, RUN);
  if (!compared?.ok || !applied.ok) throw new Error('failed');
  expect(compared.value).toMatchObject({ changes: false, cells: 0, edits: [] });
  expect(seen()).toEqual(before);
});
