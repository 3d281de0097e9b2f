import { describe, expect, test } from '@jest/globals';
import { changesOf } from '../../../src/changes/changesOf';
import type { Answers } from '../../../src/changes/merge/decide';
import type { Reading } from '../../../src/read/source';
import { TABLES } from '../../../src/sheets/names';
import type { Book } from '../../../src/taskpane/ports/book';
import type { TakenIn } from '../../../src/taskpane/ports/engine';
import type { Making } from '../../../src/taskpane/ports/host';
import { columnName } from '../../../standin/model/area';
import { cellAt } from '../../../standin/model/book';
import type { Desk } from '../../workbook/excel/support';
import { READING } from '../../sheets/fixture';
import { addressOf, deskWithReport, excelHostAt, tableCell } from '../desk';
import { localEngine } from '../localEngine';

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
  /** What stands there cannot be read: it is named before it goes. */
  readonly unreadable?: boolean;
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

const addedRow =
  (cells: Readonly<Record<string, string>>): Work['perform'] =>
  (desk) => {
    const { table, sheet } = tableOf(desk, TABLES.plan);
    desk.user.addRow(
      TABLES.plan,
      table.columns.map(({ name }) => cells[name] ?? null),
    );
    const at = table.columns.findIndex(({ name }) => name === 'Titel');
    const last = table.area.row + table.area.rows - (table.showTotals ? 1 : 0);
    return [sheet.name, `${columnName(table.area.column + at)}${last}`];
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
  { name: 'a credit', value: FIGURE, perform: typed(firstFigure(TABLES.credits, 'Eindkrediet'), FIGURE) },
  { name: 'a year that is none', value: FIGURE, unreadable: true, perform: typed(firstFigure(TABLES.credits), FIGURE) },
  { name: 'a transfer', value: FIGURE, perform: typed(firstFigure(TABLES.transfers, 'Bedrag'), FIGURE) },
  { name: 'a figure of a schema', value: FIGURE, perform: typed(firstFigure('tblJ2'), FIGURE) },
  {
    name: 'an added row',
    value: MARK,
    perform: addedRow({ Code: 'AC77', Titel: MARK, Niveau: 'AC', Boven: 'AP1' }),
  },
  {
    name: 'an added row that is not complete',
    value: MARK,
    unreadable: true,
    perform: addedRow({ Code: 'AC77', Titel: MARK }),
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
  {
    name: 'a formula over a title',
    value: '=1+41',
    perform: typed(inTable(TABLES.plan, 'AC2', 'Titel'), '=1+41'),
  },
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

/** What an import of a report does with the workbook. */
const takingIn =
  (reading: Reading, answers: Answers = {}): Making<TakenIn> =>
  (held) =>
    localEngine.takeIn({
      name: 'rapport.txt',
      importedAt: 0,
      readings: [reading],
      profiles: [],
      held,
      answers,
      language: 'nl',
    });

/** A later version of the report, in which everything is said otherwise that a planner may have touched. */
const LATER: Reading = {
  ...READING,
  document: {
    ...READING.document,
    nodes: READING.document.nodes.map((node) => ({
      ...node,
      title: `${node.title} (herzien)`,
      evaluation: node.evaluation && { ...node.evaluation, text: `${node.evaluation.text} Herzien.` },
    })),
    amounts: READING.document.amounts.map((amount) =>
      amount.cents === null || amount.direction === 'balance' ? amount : { ...amount, cents: amount.cents + 100 },
    ),
  },
};

describe.each(WORK)('$name', ({ perform, value, unreadable = false }) => {
  test.each([
    ['the same report', READING],
    ['a report that says everything otherwise', LATER],
  ])('is kept or named by an import of %s', async (_, reading) => {
    const desk = await deskWithReport();
    const [sheet, address] = perform(desk);
    expect(holds(desk, value)).toBe(true);
    const host = excelHostAt(desk);
    const compared = await host.compare(takingIn(reading));
    if (!compared.ok) throw new Error(compared.failure.kind.id);
    expect(await host.apply(takingIn(reading), RUN)).toMatchObject({ ok: true });
    const edits = compared.value.cells?.edits ?? [];
    if (holds(desk, value)) expect(edits.filter((edit) => edit.now === value)).toEqual([]);
    else expect(edits).toContainEqual(expect.objectContaining({ sheet, address, now: value }));
    expect(holds(desk, value)).toBe(!unreadable);
  });

  test('is there when the workbook is opened again, and after an import that broke off', async () => {
    const desk = await deskWithReport();
    perform(desk);
    const start = desk.host.copyBook();
    expect(await excelHostAt(desk).load()).toMatchObject({ ok: true });
    expect(holds(desk, value)).toBe(true);
    desk.host.forgetRequests();
    await excelHostAt(desk).apply(takingIn(READING), RUN);
    const requests = desk.host.syncs;
    desk.host.open(start);
    desk.host.forgetRequests();
    for (let request = Math.floor(requests * 0.55); request < 400; request += 1)
      desk.host.fail({ kind: 'throw', request });
    expect(await excelHostAt(desk).apply(takingIn(READING), RUN)).toMatchObject({ ok: false });
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

test('a deleted row stays away; when the new report changed it and its credits, it is there again with a conflict', async () => {
  for (const [reading, told] of [
    [READING, []],
    [LATER, ['node', 'text', 'title']],
  ] as const) {
    const desk = await deskWithReport();
    desk.user.deleteRow(TABLES.plan, 2);
    const host = excelHostAt(desk);
    const before = await host.load();
    const applied = await host.apply(takingIn(reading), RUN);
    const after = await host.load();
    if (!applied.ok || !before.ok || !after.ok) throw new Error('failed');
    const ids = (book: Book | null): readonly string[] => (book?.document.nodes ?? []).map(({ id }) => id);
    expect(ids(before.value)).not.toContain('AC1');
    expect(ids(after.value).includes('AC1')).toBe(told.length > 0);
    const gone = (after.value?.conflicts ?? []).filter(({ node, deletedBy }) => node === 'AC1' && deletedBy === 'mine');
    expect(gone.map(({ field }) => field).sort()).toEqual(told);
  }
});

test('what both changed stays mine, is told with all three, and is one undo', async () => {
  const desk = await deskWithReport();
  desk.user.type(...addressOf(desk.host.book, TABLES.plan, 'AC2', 'Titel'), MARK);
  const host = excelHostAt(desk);
  const before = desk.host.snapshot();
  const compared = await host.compare(takingIn(LATER));
  if (!compared.ok) throw new Error(compared.failure.kind.id);
  // The preview writes nothing and knows all.
  expect(desk.host.snapshot()).toEqual(before);
  const { conflicts } = compared.value.made;
  expect(conflicts).toEqual([
    expect.objectContaining({ node: 'AC2', field: 'title', mine: MARK, theirs: expect.stringContaining('(herzien)') }),
  ]);
  expect(await host.apply(takingIn(LATER), RUN)).toMatchObject({ ok: true });
  expect(tableCell(desk.host.book, TABLES.plan, 'AC2', 'Titel').value).toBe(MARK);
  expect(tableCell(desk.host.book, TABLES.plan, 'AC1', 'Titel').value).toMatch(/\(herzien\)$/);
  const after = await host.load();
  expect(after).toMatchObject({ ok: true, value: { conflicts } });
  expect(await host.revert('kept')).toMatchObject({ ok: true });
  expect(tableCell(desk.host.book, TABLES.plan, 'AC2', 'Titel').value).toBe(MARK);
  expect(tableCell(desk.host.book, TABLES.plan, 'AC1', 'Titel').value).not.toMatch(/\(herzien\)$/);
});

test('a conflict is answered in the pane, and a change taken back: the cell holds what was read', async () => {
  const desk = await deskWithReport();
  desk.user.type(...addressOf(desk.host.book, TABLES.plan, 'AC2', 'Titel'), MARK);
  desk.user.type(...addressOf(desk.host.book, TABLES.plan, 'AC1', 'Evaluatie'), MARK);
  const host = excelHostAt(desk);
  expect(await host.apply(takingIn(LATER), RUN)).toMatchObject({ ok: true });
  const held = await host.load();
  if (!held.ok || held.value === null) throw new Error('no book');
  const key = held.value.conflicts?.find(({ field }) => field === 'title')?.key ?? '';
  const both: Making = (book) => localEngine.rework(book!, { do: 'answer', answers: { [key]: 'both' } }, 'nl');
  expect(await host.apply(both, RUN)).toMatchObject({ ok: true });
  expect(tableCell(desk.host.book, TABLES.plan, 'AC2', 'Titel').value).toMatch(
    new RegExp(`^${MARK} / .*\\(herzien\\)$`),
  );
  const back: Making = (book) =>
    localEngine.rework(
      book!,
      { do: 'takeBack', changes: changesOf(book!.imported, book!.document).map((one) => one.key) },
      'nl',
    );
  expect(await host.apply(back, RUN)).toMatchObject({ ok: true });
  const again = await host.load();
  expect(again.ok && again.value && changesOf(again.value.imported, again.value.document)).toEqual([]);
  expect(tableCell(desk.host.book, TABLES.plan, 'AC2', 'Titel').value).toMatch(/\(herzien\)$/);
});

test('an answer that was given before anything is written counts, and leaves no conflict', async () => {
  const desk = await deskWithReport();
  desk.user.type(...addressOf(desk.host.book, TABLES.plan, 'AC2', 'Titel'), MARK);
  const host = excelHostAt(desk);
  const compared = await host.compare(takingIn(LATER));
  const [conflict] = compared.ok ? compared.value.made.conflicts : [];
  const answers: Answers = { [conflict?.key ?? '']: 'theirs' };
  expect(await host.apply(takingIn(LATER, answers), RUN)).toMatchObject({ ok: true });
  expect(tableCell(desk.host.book, TABLES.plan, 'AC2', 'Titel').value).toMatch(/\(herzien\)$/);
  const after = await host.load();
  expect(after.ok && after.value?.conflicts).toBeUndefined();
});

test('a workbook that holds just this is said to stay as it is, and it does', async () => {
  const desk = await deskWithReport();
  const host = excelHostAt(desk);
  const compared = await host.compare(takingIn(READING));
  const seen = (): string[] => desk.host.snapshot().filter((line) => !line.startsWith('_planboek'));
  const before = seen();
  const applied = await host.apply(takingIn(READING), RUN);
  if (!compared.ok || !applied.ok) throw new Error('failed');
  expect(compared.value.cells).toMatchObject({ changes: false, cells: 0, edits: [] });
  expect(seen()).toEqual(before);
});
