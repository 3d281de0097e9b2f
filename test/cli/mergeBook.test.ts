import { beforeAll, describe, expect, test } from '@jest/globals';
import { openXlsx, readXlsx, saveXlsx, type Cell, type CellValue, type Sheet, type Workbook } from 'hucre/xlsx';
import { run } from '../../src/cli/start/run';
import { readReport } from '../../src/read/report/report';
import { generateReport } from '../../standin/report/generateReport';
import { fakeHost, type FakeHost } from './fakeHost';

const { text: OLD } = generateReport({
  seed: 11,
  objectives: 2,
  plansPerObjective: 2,
  actionsPerPlan: 3,
  narrative: 2,
});
const { nodes } = readReport(OLD)!.document;
const leaves = nodes.filter(({ id }) => nodes.every(({ parent }) => parent !== id));
const [both, mineOnly, theirsOnly] = leaves;

/** The next version of the report: two titles and a code. */
const retitled = (text: string, code: string, to: string): string => {
  const at = text.indexOf(`actie: ${code}`);
  const start = text.indexOf('\n', at) + 1;
  return `${text.slice(0, start)}${to}\n${text.slice(text.indexOf('\nVan ', start))}`;
};
const NEW = retitled(retitled(OLD, both!.id, 'Titel van de nieuwe versie.'), theirsOnly!.id, 'Alleen nieuw.');

const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;

const HEAD_ROW = 4;

/** Edits a workbook as another program does. */
async function edited(
  bytes: Uint8Array,
  edit: (sheet: (name: string) => Sheet, book: Workbook) => void,
): Promise<Uint8Array> {
  const book = await openXlsx(bytes, { readStyles: true });
  edit((name) => book.sheets.find((sheet) => sheet.name === name)!, book);
  return saveXlsx(book);
}

function put(sheet: Sheet, row: number, column: number, value: CellValue, parts: Partial<Cell> = {}): void {
  while (sheet.rows.length <= row) sheet.rows.push([]);
  sheet.rows[row]![column] = value;
  const key = `${row},${column}`;
  sheet.cells!.set(key, { ...sheet.cells!.get(key), value, type: 'string', ...parts });
}

const planRow = (sheet: Sheet, code: string): number => sheet.rows.findIndex(([cell]) => cell === code);
const planColumn = (sheet: Sheet, head: string): number => sheet.rows[HEAD_ROW]!.indexOf(head);
const planCell = (book: Workbook, code: string, head: string): Cell | undefined => {
  const plan = book.sheets.find(({ name }) => name === 'Plan')!;
  const [row, column] = [planRow(plan, code), planColumn(plan, head)];
  const value = plan.rows[row]?.[column] ?? null;
  return { type: 'string', ...plan.cells!.get(`${row},${column}`), value };
};

const PINK = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FF00FF' } } } as const;

async function worked(bytes: Uint8Array): Promise<Uint8Array> {
  return edited(bytes, (sheet, book) => {
    const plan = sheet('Plan');
    const width = plan.rows[HEAD_ROW]!.length;
    put(plan, planRow(plan, both!.id), planColumn(plan, 'Titel'), 'Mijn titel');
    put(plan, planRow(plan, mineOnly!.id), planColumn(plan, 'Evaluatie'), 'Mijn tekst');
    const status = planColumn(plan, 'Status');
    put(plan, planRow(plan, mineOnly!.id), status, 'Niet opgestart', {
      style: PINK,
      comment: { author: 'A', text: 'na te zien' },
    });
    put(plan, HEAD_ROW, width, 'Eigenaar');
    put(plan, planRow(plan, mineOnly!.id), width, 'Els');
    put(plan, planRow(plan, both!.id), width, null, {
      formula: `B${planRow(plan, both!.id) + 1}&"!"`,
      formulaResult: 'x',
    });
    const [table] = plan.tables!;
    table!.columns.push({ name: 'Eigenaar' });
    table!.range = table!.range!.replace(/[A-Z]+(?=\d+$)/, (letters) => nextLetters(letters));
    put(plan, plan.rows.length + 2, 1, 'onder de tabel');
    plan.columns![1] = { width: 80 };
    book.sheets.push({
      name: 'Eigen blad',
      rows: [['mijn cel', 7]],
      cells: new Map([
        ['1,0', { value: null, type: 'formula', formula: `Plan!B${planRow(plan, theirsOnly!.id) + 1}` } as Cell],
      ]),
    });
    book.namedRanges = [...(book.namedRanges ?? []), { name: 'MijnNaam', range: "'Eigen blad'!$B$1" }];
  });
}

const nextLetters = (letters: string): string =>
  /Z$/.test(letters)
    ? `${letters.slice(0, -1)}AA`
    : letters.slice(0, -1) + String.fromCharCode(letters.charCodeAt(letters.length - 1) + 1);

const built = async (report: string, before: Uint8Array | null): Promise<FakeHost & { readonly book: Uint8Array }> => {
  const host = fakeHost({ 'r.txt': report, ...(before ? { 'b.xlsx': before } : {}) });
  expect([await run(['build', 'r.txt', '-o', 'b.xlsx'], host), host.said.error]).toEqual([0, expect.any(String)]);
  return { ...host, book: host.written.get('b.xlsx')! };
};

describe('building over a workbook that was worked on', () => {
  let first: Uint8Array;
  let mine: Uint8Array;
  let merged: Awaited<ReturnType<typeof built>>;
  let book: Workbook;

  beforeAll(async () => {
    first = (await built(OLD, null)).book;
    mine = await worked(first);
    merged = await built(NEW, mine);
    book = await readXlsx(merged.book, { readStyles: true });
  });

  test('keeps what only I wrote, and takes what only the new version changed', () => {
    expect(planCell(book, mineOnly!.id, 'Evaluatie')?.value).toBe('Mijn tekst');
    expect(planCell(book, mineOnly!.id, 'Status')?.value).toBe('Niet opgestart');
    expect(planCell(book, theirsOnly!.id, 'Titel')?.value).toBe('Alleen nieuw.');
  });

  test('keeps mine of what both changed, and tells it on Controle with all three', async () => {
    expect(planCell(book, both!.id, 'Titel')?.value).toBe('Mijn titel');
    const told = book.sheets.find(({ name }) => name === 'Controle')!.rows.map((row) => String(row[2]));
    const conflict = told.filter((text) => text.includes('wijzigden dit allebei'));
    expect(conflict).toHaveLength(1);
    expect(conflict[0]).toContain('Van u: "Mijn titel". Nieuwe versie: "Titel van de nieuwe versie."');
    const check = fakeHost({ 'b.xlsx': merged.book });
    await run(['check', 'b.xlsx', '--only', 'merge', '--json'], check);
    expect((JSON.parse(check.said.out) as { findings: unknown[] }).findings).toHaveLength(1);
  });

  test('keeps own columns, cells, sheets, formulas, names, notes, colours and widths where they belong', () => {
    expect(planCell(book, mineOnly!.id, 'Eigenaar')?.value).toBe('Els');
    const plan = book.sheets.find(({ name }) => name === 'Plan')!;
    expect(planCell(book, both!.id, 'Eigenaar')?.formula).toBe(`B${planRow(plan, both!.id) + 1}&"!"`);
    expect(planCell(book, mineOnly!.id, 'Status')).toMatchObject({ style: PINK, comment: { text: 'na te zien' } });
    expect(plan.rows.flat()).toContain('onder de tabel');
    expect(plan.columns?.[1]?.width).toBeCloseTo(80, 0);
    expect(plan.tables?.[0]?.columns.at(-1)?.name).toBe('Eigenaar');
    const own = book.sheets.find(({ name }) => name === 'Eigen blad')!;
    expect(own.rows[0]).toEqual(['mijn cel', 7]);
    expect(own.cells?.get('1,0')?.formula).toBe(`Plan!B${planRow(plan, theirsOnly!.id) + 1}`);
    expect(book.namedRanges).toContainEqual(expect.objectContaining({ name: 'MijnNaam' }));
  });

  test.each([
    ['nieuwe versie', 'Titel van de nieuwe versie.'],
    ['Allebei', 'Mijn titel / Titel van de nieuwe versie.'],
    ['zo afgesproken', 'Mijn titel'],
  ])('a conflict is decided on Controle: "%s" gives "%s", and it is over', async (words, title) => {
    const answered = await edited(merged.book, (sheet) => {
      const control = sheet('Controle');
      const row = control.rows.findIndex((cells) => String(cells[2]).includes('wijzigden dit allebei'));
      put(control, row, control.rows[3]!.indexOf('Verklaring'), words);
    });
    const { book: next } = await built(NEW, answered);
    const decided = await readXlsx(next, { readStyles: true });
    expect(planCell(decided, both!.id, 'Titel')?.value).toBe(title);
    const check = fakeHost({ 'b.xlsx': next });
    await run(['check', 'b.xlsx', '--only', 'merge', '--json'], check);
    expect((JSON.parse(check.said.out) as { findings: unknown[] }).findings).toEqual([]);
  });

  test('the same report once more changes nothing', async () => {
    expect(sameBytes((await built(NEW, merged.book)).book, merged.book)).toBe(true);
  });

  test('an untouched workbook becomes that of the new version, as if it were built afresh', async () => {
    const afresh = (await built(NEW, (await built(NEW, null)).book)).book;
    expect(sameBytes((await built(NEW, first)).book, afresh)).toBe(true);
  });

  test('what cannot be taken along is named, and nothing is replaced', async () => {
    const code = mineOnly!.id;
    const at = NEW.indexOf(`Prioritaire actie: ${code}`);
    const without = NEW.slice(0, at) + NEW.slice(NEW.indexOf('Prioritaire actie', at + 20));
    const noted = await edited(first, (sheet) => {
      const plan = sheet('Plan');
      put(plan, planRow(plan, code), 0, code, { comment: { author: 'A', text: 'mijn nota' } });
      const derived = planColumn(plan, 'Afgeleide status');
      put(plan, planRow(plan, both!.parent!), derived, 'Overtypt', { formula: undefined });
    });
    const host = fakeHost({ 'r.txt': without, 'b.xlsx': noted });
    expect(await run(['build', 'r.txt', '-o', 'b.xlsx'], host)).toBe(2);
    expect(host.said.error).toContain('Overtypt');
    expect(host.written.size).toBe(0);
    const untyped = await edited(first, (sheet) => {
      const plan = sheet('Plan');
      put(plan, planRow(plan, code), 0, code, { comment: { author: 'A', text: 'mijn nota' } });
    });
    const gone = fakeHost({ 'r.txt': without, 'b.xlsx': untyped });
    expect(await run(['build', 'r.txt', '-o', 'b.xlsx'], gone)).toBe(2);
    expect([gone.said.error.includes('mijn nota'), gone.written.size]).toEqual([true, 0]);
    expect(await run(['build', 'r.txt', '-o', 'b.xlsx', '--replace'], gone)).toBe(0);
    expect(gone.written.get('b.xlsx.bak')).toEqual(untyped);
  });
});
