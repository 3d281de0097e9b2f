import { afterEach, describe, expect, test } from '@jest/globals';
import { runChecks } from '../../../src/check/run/run';
import { DEFAULT_SETTINGS } from '../../../src/check/settings';
import type { Finding } from '../../../src/plan/finding';
import type { Reading } from '../../../src/read/source';
import { TABLES } from '../../../src/sheets/names';
import { STATUS_COLUMNS } from '../../../src/sheets/start';
import type { Book } from '../../../src/taskpane/ports/book';
import type { HostEvent, PaneHost } from '../../../src/taskpane/ports/host';
import { cellAt } from '../../../standin/model/book';
import { User } from '../../../standin/host/user';
import { MEMORY_SHEET } from '../../../src/workbook/excel/read/survey';
import { newDesk, withOwnSheet, type Desk } from '../../workbook/excel/support';
import { READING } from '../../sheets/fixture';
import { firstLines } from '../../sheets/partReports';
import { addressOf, deskWithReport, engineAt, excelHostAt, FINDINGS, tableCell } from '../desk';

/** The host of a pane that listens, with what it heard. */
interface Open {
  readonly desk: Desk;
  readonly host: PaneHost;
  readonly book: Book;
  readonly heard: HostEvent[];
}

let stop = (): void => undefined;
afterEach(() => {
  stop();
});

async function open(desk: Desk, host = excelHostAt(desk)): Promise<Open> {
  const heard: HostEvent[] = [];
  stop = host.watch((event) => {
    heard.push(event);
  });
  const loaded = await host.load();
  if (!loaded.ok || loaded.value === null) throw new Error('no book');
  await quiet(desk);
  return { desk, host, book: loaded.value, heard };
}

/** Longer than edits are gathered; nothing is asked of Excel any more. */
async function quiet({ host }: Desk): Promise<void> {
  let before = -1;
  while (before !== host.requests.length) {
    before = host.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
}

const books = (heard: readonly HostEvent[]): readonly (Book | null)[] =>
  heard.flatMap((event) => (event.kind === 'edited' ? [event.book] : []));
const nodeIn = (book: Book | null | undefined, id: string) => book?.document.nodes.find((node) => node.id === id);
const at = ({ desk }: Open, key: string, column: string) => addressOf(desk.host.book, TABLES.plan, key, column);
/** Deletes a sheet that no user sees. */
function removeHidden({ host, user }: Desk, name: string): void {
  const sheet = host.book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(name);
  sheet.visibility = 'Visible';
  user.deleteSheet(name);
}

const RUN = { report: () => undefined, signal: new AbortController().signal };

describe('an edit in the workbook', () => {
  test('of one cell is read with one request and told once', async () => {
    const pane = await open(await deskWithReport());
    pane.desk.host.forgetRequests();
    pane.desk.user.type(...at(pane, 'AC1', 'Status'), 'Niet opgestart');
    await quiet(pane.desk);
    expect(pane.desk.host.syncs).toBe(1);
    expect(books(pane.heard)).toHaveLength(1);
    expect(nodeIn(books(pane.heard)[0], 'AC1')?.evaluation?.status).toBe('notStarted');
  });

  test('cannot be typed over an amount that is added up: Excel refuses it', async () => {
    const pane = await open(await deskWithReport());
    expect(pane.desk.user.type(...at(pane, 'AC1', 'Exploitatie uitgaven JR'), 300_000)).toBe(false);
    expect(pane.desk.user.type(...at(pane, 'AC1', 'Titel'), 'Nieuwe titel')).toBe(true);
  });

  test('by somebody else in the same workbook counts as well', async () => {
    const pane = await open(await deskWithReport());
    new User(pane.desk.host, 'coauthor').type(...at(pane, 'AC2', 'Evaluatie'), 'Herbekeken.');
    await quiet(pane.desk);
    expect(nodeIn(books(pane.heard).at(-1), 'AC2')?.evaluation?.text).toBe('Herbekeken.');
  });

  test('a burst is one: many cells one by one, a paste, a sort', async () => {
    const pane = await open(await deskWithReport());
    const keys = READING.document.nodes.map(({ id }) => id);
    for (const key of keys) pane.desk.user.type(...at(pane, key, 'Status'), 'Niet opgestart');
    pane.desk.user.sort(TABLES.plan, 'Titel');
    await quiet(pane.desk);
    expect(books(pane.heard)).toHaveLength(1);
    expect(books(pane.heard)[0]?.document.nodes.map(({ evaluation }) => evaluation?.status)).toEqual(
      keys.map(() => 'notStarted'),
    );
  });

  test('what the pane writes itself is no edit of the user', async () => {
    const pane = await open(await deskWithReport());
    expect(await pane.host.editNode('AC1', { status: 'notStarted' })).toMatchObject({ ok: true });
    await quiet(pane.desk);
    expect(books(pane.heard)).toEqual([]);
  });

  test('elsewhere in the workbook is not read', async () => {
    const pane = await open(await deskWithReport());
    pane.desk.host.forgetRequests();
    pane.desk.user.type('Eigen', 'A9', 'iets anders');
    await quiet(pane.desk);
    expect([pane.desk.host.syncs, pane.heard.length]).toEqual([0, 0]);
  });

  test('that could not be read is told once, and read as soon as Excel answers', async () => {
    const pane = await open(await deskWithReport());
    pane.desk.host.fail({ kind: 'error', request: 1 });
    pane.desk.user.type(...at(pane, 'AC1', 'Status'), 'Niet opgestart');
    await quiet(pane.desk);
    expect(pane.heard.map(({ kind }) => kind)).toEqual(['unreadable']);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await quiet(pane.desk);
    expect(nodeIn(books(pane.heard).at(-1), 'AC1')?.evaluation?.status).toBe('notStarted');
  });

  test('just before the pane writes is not lost: settings are saved over what stands there', async () => {
    const pane = await open(await deskWithReport());
    pane.desk.user.type(...at(pane, 'AC2', 'Evaluatie'), 'Net getypt.');
    expect(
      await pane.host.saveSettings({
        ...DEFAULT_SETTINGS,
        thresholds: { ...DEFAULT_SETTINGS.thresholds, laggingShare: 0.9 },
      }),
    ).toMatchObject({ ok: true });
    expect(tableCell(pane.desk.host.book, TABLES.plan, 'AC2', 'Evaluatie').value).toBe('Net getypt.');
  });
});

describe('the pane finds its row and sheet', () => {
  test('after rows were sorted, inserted and a sheet was renamed', async () => {
    const pane = await open(await deskWithReport());
    pane.desk.user.sort(TABLES.plan, 'Titel', false);
    pane.desk.user.insertRows('Plan', 1, 2);
    pane.desk.user.renameSheet('Plan', 'Ons plan');
    expect(await pane.host.editNode('AC2', { status: 'achieved', text: 'Klaar.' })).toEqual({
      ok: true,
      value: { changed: true },
    });
    expect(tableCell(pane.desk.host.book, TABLES.plan, 'AC2', 'Status').value).toBe('Resultaat is behaald');
    expect(tableCell(pane.desk.host.book, TABLES.plan, 'AC1', 'Evaluatie').value).not.toBe('Klaar.');
  });

  test('and says so when the row or everything is gone', async () => {
    const pane = await open(await deskWithReport());
    const index = READING.document.nodes.findIndex(({ id }) => id === 'AC2');
    pane.desk.user.deleteRow(TABLES.plan, index);
    expect(await pane.host.editNode('AC2', { status: 'achieved' })).toMatchObject({
      ok: false,
      failure: { kind: { id: 'pane.row-gone' } },
    });
    removeHidden(pane.desk, '_planboek');
    await quiet(pane.desk);
    expect(books(pane.heard).at(-1)).toBeNull();
    expect(await pane.host.editNode('AC1', { status: 'achieved' })).toMatchObject({
      ok: false,
      failure: { kind: { id: 'pane.no-report' } },
    });
  });

  test('a protected sheet is said, and nothing is written', async () => {
    const pane = await open(await deskWithReport());
    pane.desk.user.protect('Plan');
    const written = await pane.host.editNode('AC1', { status: 'notStarted' });
    expect(written).toMatchObject({ ok: false });
    expect(tableCell(pane.desk.host.book, TABLES.plan, 'AC1', 'Status').value).toBe('Resultaat is behaald');
  });
});

describe('a figure of a schema', () => {
  const row = 'Budgettair resultaat / III / Saldo exploitatie en investeringen';
  const figures = (book: Book | null | undefined) =>
    book?.document.statements[0]?.rows.find(({ path }) => path.join() === 'III')?.values;
  const printed = ({ desk }: Open, key: string, column: string) => tableCell(desk.host.book, 'tblJ2', key, column);

  test('that the sheet computes is corrected as printed: its formula stays', async () => {
    const pane = await open(await deskWithReport());
    const formula = printed(pane, 'r4', 'Jaarrekening 2024').formula;
    expect(formula).not.toBeNull();
    expect(await pane.host.editFigure({ schema: 'J2', row, column: 0, cents: -150_100 })).toEqual({
      ok: true,
      value: { changed: true },
    });
    expect([
      printed(pane, 'r4', 'Gedrukt Jaarrekening 2024').value,
      printed(pane, 'r4', 'Jaarrekening 2024').formula,
    ]).toEqual([-1501, formula]);
    const again = await pane.host.load();
    expect(figures(again.ok ? again.value : null)?.[0]).toBe(-150_100);
  });

  test('that is typed is corrected where it stands; what was printed stays beside it', async () => {
    const pane = await open(await deskWithReport());
    expect(
      await pane.host.editFigure({
        schema: 'J2',
        row: 'Budgettair resultaat / I.a / Ontvangsten',
        column: 0,
        cents: 150_000,
      }),
    ).toMatchObject({ ok: true });
    expect(
      ['Jaarrekening 2024', 'Gedrukt Jaarrekening 2024'].map((column) => printed(pane, 'r1', column).value),
    ).toEqual([1500, 0]);
  });

  test('of a row that is gone is said', async () => {
    const pane = await open(await deskWithReport());
    expect(await pane.host.editFigure({ schema: 'J2', row: 'nergens', column: 0, cents: 1 })).toMatchObject({
      ok: false,
      failure: { kind: { id: 'pane.row-gone' } },
    });
  });
});

describe('a workbook that was made elsewhere', () => {
  /** As the command line makes it: the same sheets, without what the add-in remembers. */
  async function madeElsewhere(): Promise<Desk> {
    const desk = await deskWithReport();
    removeHidden(desk, '_planboek_terug');
    return desk;
  }

  test('opens with everything, and cannot be taken back', async () => {
    const pane = await open(await madeElsewhere());
    expect(pane.book.document).toEqual(READING.document);
    expect(pane.book.lines).toEqual(READING.lines.map((line) => ({ ...line, role: expect.any(String) as unknown })));
    expect(pane.host.canRevert()).toBe(false);
  });

  test('is edited, explained, set and imported over like any other', async () => {
    const pane = await open(await madeElsewhere());
    const [finding] = FINDINGS;
    if (!finding) throw new Error('no finding');
    expect(await pane.host.editNode('AC1', { text: 'Anders.' })).toMatchObject({ ok: true });
    expect(
      await pane.host.saveFindings(FINDINGS, {
        [finding.key]: { state: 'explained', text: 'Gezien.', initials: 'jv' },
      }),
    ).toMatchObject({ ok: true });
    expect(tableCell(pane.desk.host.book, TABLES.findings, finding.key, 'Paraaf').value).toBe('jv');
    expect(
      await pane.host.saveSettings({ ...DEFAULT_SETTINGS, severities: { [finding.check]: 'info' } }),
    ).toMatchObject({ ok: true });
    const again = await pane.host.load();
    expect(again).toMatchObject({
      ok: true,
      value: {
        explanations: { [finding.key]: { text: 'Gezien.' } },
        settings: { severities: { [finding.check]: 'info' } },
      },
    });
    expect(nodeIn(again.ok ? again.value : null, 'AC1')?.evaluation?.text).toBe('Anders.');
  });
});

describe('frames around cells', () => {
  const isFramed = (desk: Desk, key: string): boolean =>
    tableCell(desk.host.book, TABLES.plan, key, 'Status').format?.edges.EdgeTop?.color?.toUpperCase() === '#B42318';
  const wrong = (key: string): Finding => ({
    key: `status.test|${key}`,
    check: 'status.test',
    severity: 'error',
    message: '',
    figures: {},
    place: { node: key, schema: null, row: null, column: null, line: null },
  });

  test('are known again when the workbook is opened later, and taken away when their finding is gone', async () => {
    const desk = await deskWithReport();
    const pane = await open(desk);
    expect(
      await pane.host.mark?.([wrong('AC1'), wrong('AC2'), wrong('AC3')], [wrong('AC1'), wrong('AC2'), wrong('AC3')]),
    ).toMatchObject({ ok: true });
    expect(['AC1', 'AC2', 'AC3'].map((key) => isFramed(desk, key))).toEqual([true, true, true]);
    stop();
    const later = await open(desk);
    expect(await later.host.mark?.([], [wrong('AC2')])).toMatchObject({ ok: true });
    expect(['AC1', 'AC2', 'AC3'].map((key) => isFramed(desk, key))).toEqual([false, true, false]);
    desk.user.insertRows('Plan', 1);
    await quiet(desk);
    expect(await later.host.mark?.([], [])).toMatchObject({ ok: true });
    const plan = desk.host.book.sheets.find(({ name }) => name === 'Plan');
    expect(
      plan?.cells.some((row) => row?.some((cell) => cell?.format?.edges.EdgeTop?.color?.toUpperCase() === '#B42318')),
    ).toBe(false);
  });
});

describe('settings', () => {
  test('a status that is renamed, coloured and moved changes the dropdown, the cells and the checks', async () => {
    const pane = await open(await deskWithReport());
    const [first, ...others] = DEFAULT_SETTINGS.statuses;
    if (!first) throw new Error('no status');
    const halted = { code: 'halted', label: 'Even gestopt', order: 0, color: 'EEEEEE', meaning: 'offTrack' as const };
    const statuses = [...others, halted, { ...first, label: 'Volbracht', color: '00FF00' }].map((term, index) => ({
      ...term,
      order: index + 1,
    }));
    expect(await pane.host.saveSettings({ ...DEFAULT_SETTINGS, statuses })).toMatchObject({ ok: true });
    const { book } = pane.desk.host;
    expect(tableCell(book, TABLES.plan, 'AC1', 'Status').value).toBe('Volbracht');
    const list = book.tables.find(({ name }) => name === TABLES.statuses);
    const start = book.sheets.find(({ id }) => id === list?.sheet);
    if (!list || !start) throw new Error('no list of statuses');
    const column = list.area.column + list.columns.findIndex(({ name }) => name === STATUS_COLUMNS.label);
    const labels = Array.from(
      { length: list.area.rows - 1 },
      (_, index) => cellAt(start, list.area.row + 1 + index, column).value,
    );
    expect(labels.at(-1)).toBe('Volbracht');
    const again = await pane.host.load();
    if (!again.ok || !again.value) throw new Error('no book');
    expect(again.value.settings.statuses).toEqual(statuses);
    const { document, settings } = again.value;
    const engine = engineAt(pane.desk);
    expect(FINDINGS.map(({ key }) => key)).toContain('status.unknown|AC3');
    expect((await engine.check({ document, imported: document }, settings, 'nl')).map(({ key }) => key)).not.toContain(
      'status.unknown|AC3',
    );
    expect(nodeIn(again.value, 'AC3')?.evaluation?.status).toBe('halted');
  });
});

describe('taking an import back', () => {
  test('is refused when the user wrote since, and done when that may be lost', async () => {
    const desk = await deskWithReport();
    const pane = await open(desk);
    desk.user.type(...at(pane, 'AC1', 'Titel'), 'Anders');
    expect(await pane.host.revert('kept')).toMatchObject({
      ok: false,
      failure: { kind: { id: 'excel.edited-since' }, figures: { places: 'Plan' } },
    });
    expect(tableCell(desk.host.book, TABLES.plan, 'AC1', 'Titel').value).toBe('Anders');
    expect(await pane.host.revert('lost')).toEqual({ ok: true, value: null });
    expect(desk.host.book.sheets.map(({ name }) => name)).not.toContain('Plan');
    expect(desk.host.book.sheets.map(({ name }) => name)).toContain('Eigen');
  });
});

/** What stands in a workbook before anything was imported. */
function newDeskSheets(): readonly string[] {
  const desk = newDesk();
  withOwnSheet(desk);
  return desk.host.book.sheets.map(({ name }) => name);
}

describe('Ctrl+Z after an import', () => {
  const statusCell = [MEMORY_SHEET, 'C1'] as const;

  test('that takes back its last calls is heard: nothing is written any more, and the workbook is made whole', async () => {
    const sheetsBefore = newDeskSheets();
    const desk = await deskWithReport();
    const pane = await open(desk);
    const state = desk.host.book.sheets.find(({ name }) => name === MEMORY_SHEET)?.cells[0]?.[2]?.value;
    expect(state).toBe('applied');
    desk.user.paste(...statusCell, [['applying']]);
    await quiet(desk);
    expect(pane.heard.filter(({ kind }) => kind === 'unreadable')).toMatchObject([
      { kind: 'unreadable', failure: { kind: { id: 'excel.unfinished' } } },
    ]);
    expect(await pane.host.editNode('AC1', { status: 'notStarted' })).toMatchObject({
      ok: false,
      failure: { kind: { id: 'excel.unfinished' } },
    });
    expect(await pane.host.revert('kept')).toEqual({ ok: true, value: null });
    expect(desk.host.book.sheets.map(({ name }) => name)).toEqual(sheetsBefore);
  });

  test('and its redoing: the book is as it was, and goes on', async () => {
    const pane = await open(await deskWithReport());
    pane.desk.user.paste(...statusCell, [['applying']]);
    await quiet(pane.desk);
    pane.desk.user.paste(...statusCell, [['applied']]);
    expect(await pane.host.editNode('AC1', { status: 'notStarted' })).toMatchObject({ ok: true });
  });
});

test('an import over a workbook that holds it already changes nothing, and the pane goes on with it', async () => {
  const desk = await deskWithReport();
  const pane = await open(desk);
  const findings = runChecks(pane.book.document);
  const next: Book = { ...pane.book, name: 'nieuw.txt' };
  const make = () => Promise.resolve({ book: next, findings });
  expect(await pane.host.apply(make, RUN)).toMatchObject({ ok: true, value: { changed: true } });
  expect(await pane.host.apply(make, RUN)).toMatchObject({ ok: true, value: { changed: false } });
  expect(await pane.host.editNode('AC1', { text: 'Anders.' })).toMatchObject({ ok: true });
});

describe('a report without lines of credits', () => {
  const REPORTS = {
    'cut off after its first parts': (): Reading => firstLines(100),
    'of totals alone': (): Reading => ({
      ...READING,
      document: { ...READING.document, amounts: READING.document.amounts.filter(({ node }) => node === null) },
    }),
  };

  test.each(Object.keys(REPORTS) as (keyof typeof REPORTS)[])(
    '%s is imported, opened, and a status set',
    async (name) => {
      const reading = REPORTS[name]();
      const { document } = reading;
      const pane = await open(await deskWithReport({ reading }));
      expect(pane.book.document).toEqual(document);
      const { host: excel } = pane.desk;
      const credits = excel.book.tables.find((table) => table.name === TABLES.credits);
      expect(credits?.columns.map((column) => column.name)).toEqual(expect.arrayContaining(['Lijn', 'Jaar', 'Code']));
      const again = { book: { ...pane.book, name: 'nog eens.txt' }, findings: runChecks(document) };
      expect(await pane.host.apply(() => Promise.resolve(again), RUN)).toMatchObject({ ok: true });
      const [first] = document.nodes;
      if (!first) throw new Error('no node');
      expect(await pane.host.editNode(first.id, { text: 'Anders.' })).toMatchObject({ ok: true });
      const reread = await pane.host.load();
      expect(nodeIn(reread.ok ? reread.value : null, first.id)?.evaluation?.text).toBe('Anders.');
    },
  );
});
