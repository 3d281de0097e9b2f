import { beforeAll, describe, expect, test } from '@jest/globals';
import { openXlsx, readXlsx, saveXlsx, type Sheet } from 'hucre/xlsx';
import { run } from '../../src/cli/start/run';
import { documentFromWorkbook } from '../../src/sheets/readBack/readBack';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { generateReport } from '../../standin/report/generateReport';
import { fakeHost } from './fakeHost';

const { text: REPORT } = generateReport({
  seed: 5,
  objectives: 2,
  plansPerObjective: 2,
  actionsPerPlan: 3,
  narrative: 1,
});

interface Collection {
  readonly format: string;
  readonly taken: readonly { part: string; code: string; field: string; old: string; new: string }[];
  readonly conflicts: readonly {
    code: string;
    field: string;
    base: string;
    values: readonly { part: string; value: string }[];
  }[];
  readonly rejected: readonly { part: string; reason: string }[];
}

const HEAD_ROW = 3;
const columnOf = (sheet: Sheet, head: string): number => sheet.rows[HEAD_ROW]!.indexOf(head);

/** A part as its owner sends it back. */
async function filledIn(
  bytes: Uint8Array,
  fill: (put: (row: number, head: string, value: string) => void, sheet: Sheet) => void,
): Promise<Uint8Array> {
  const book = await openXlsx(bytes, { readStyles: true });
  const [sheet] = book.sheets;
  fill((row, head, value) => {
    const at = HEAD_ROW + 1 + row;
    sheet!.rows[at]![columnOf(sheet!, head)] = value;
    const key = `${at},${columnOf(sheet!, head)}`;
    sheet!.cells!.set(key, { ...sheet!.cells!.get(key), value, type: 'string' });
  }, sheet!);
  return saveXlsx(book);
}

describe('parts for owners', () => {
  let book: Uint8Array;
  let parts: ReadonlyMap<string, Uint8Array>;
  let names: readonly string[];

  beforeAll(async () => {
    const host = fakeHost({ 'r.txt': REPORT });
    await run(['build', 'r.txt', '-o', 'boek.xlsx'], host);
    book = host.written.get('boek.xlsx')!;
    const splitting = fakeHost({ 'boek.xlsx': book });
    expect(await run(['split', 'boek.xlsx', '-o', 'delen'], splitting)).toBe(0);
    parts = splitting.written;
    names = [...parts.keys()];
  });

  const collected = async (files: Readonly<Record<string, Uint8Array>>, exit: number, ...more: readonly string[]) => {
    const host = fakeHost({ 'boek.xlsx': book, ...files });
    expect(await run(['collect', 'boek.xlsx', ...Object.keys(files), '--json', ...more], host)).toBe(exit);
    return { host, record: JSON.parse(host.said.out) as Collection };
  };

  test('one for each plan of action, with its own rows only, locked but for what is asked', async () => {
    expect(names.length).toBeGreaterThan(1);
    expect(names.every((name) => /^delen\/boek-AP\d+\.xlsx$/.test(name))).toBe(true);
    const codes: unknown[] = [];
    for (const bytes of parts.values()) {
      const { sheets, namedRanges } = await readXlsx(bytes, { readStyles: true });
      const [plan, explanation, state] = sheets;
      expect([plan!.name, explanation!.name, state!.veryHidden]).toEqual(['Plan', 'Uitleg', true]);
      expect(plan!.tables?.[0]?.name).toBe('tblPlan');
      expect(plan!.protection?.sheet).toBe(true);
      const locked = (head: string): boolean | undefined =>
        plan!.cells!.get(`${HEAD_ROW + 1},${columnOf(plan!, head)}`)?.style?.protection?.locked;
      expect([locked('Status'), locked('Evaluatie'), locked('Titel')]).toEqual([false, false, false]);
      expect(locked('Code')).not.toBe(false);
      expect(plan!.dataValidations?.[0]?.formula1).toBe('Statussen');
      expect(namedRanges?.map(({ name }) => name)).toContain('Statussen');
      codes.push(...plan!.rows.slice(HEAD_ROW + 1).map(([code]) => code));
    }
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('a part nobody touched brings nothing', async () => {
    const { record } = await collected({ [names[0]!]: parts.get(names[0]!)! }, 0);
    expect(record).toEqual({ format: 'planboek/collection@1', taken: [], conflicts: [], rejected: [] });
  });

  test('what owners filled in is taken, whatever the file is called, and stands in the new book', async () => {
    const part = await filledIn(parts.get(names[0]!)!, (put) => {
      put(0, 'Status', 'Niet opgestart');
      put(1, 'Evaluatie', 'Ons antwoord.');
    });
    const { host, record } = await collected({ 'hernoemd.xlsx': part }, 0, '-o', 'boek2.xlsx');
    expect(record.taken.map(({ part: file, field, new: value }) => [file, field, value])).toEqual([
      ['hernoemd.xlsx', 'status', 'notStarted'],
      ['hernoemd.xlsx', 'text', 'Ons antwoord.'],
    ]);
    const content = await readXlsxFile(host.written.get('boek2.xlsx')!);
    const read = content.ok ? documentFromWorkbook(content.value) : content;
    const nodes = read.ok ? read.value.document.nodes : [];
    const byCode = (code: string) => nodes.find((node) => node.code === code)?.evaluation;
    expect(byCode(record.taken[0]!.code)?.status).toBe('notStarted');
    expect(byCode(record.taken[1]!.code)?.text).toBe('Ons antwoord.');
    expect(content.ok && content.value.sheets.map(({ name }) => name)).toContain('Opvolging');
  });

  test('two answers are a conflict: the book keeps what it holds, and Controle tells it', async () => {
    const [one, two] = await Promise.all(
      ['Het ene', 'Het andere'].map((text) => filledIn(parts.get(names[0]!)!, (put) => put(0, 'Evaluatie', text))),
    );
    const { host, record } = await collected({ 'a.xlsx': one!, 'b.xlsx': two! }, 1, '-o', 'boek2.xlsx');
    expect(record.taken).toEqual([]);
    expect(record.conflicts).toMatchObject([
      {
        field: 'text',
        values: [
          { part: 'a.xlsx', value: 'Het ene' },
          { part: 'b.xlsx', value: 'Het andere' },
        ],
      },
    ]);
    const told = (await readXlsx(host.written.get('boek2.xlsx')!)).sheets.find(({ name }) => name === 'Controle')!;
    const texts = told.rows.map((row) => String(row[2])).filter((text) => text.includes('Het '));
    expect([texts.some((text) => text.includes('Het ene')), texts.some((text) => text.includes('Het andere'))]).toEqual(
      [true, true],
    );
    const same = await collected({ 'a.xlsx': one!, 'b.xlsx': one! }, 0);
    expect(same.record.conflicts).toEqual([]);
  });

  test('what an owner may not change is refused by the code of the row', async () => {
    const foreign = await filledIn(parts.get(names[0]!)!, (put, sheet) => {
      put(0, 'Status', 'Bijna klaar');
      sheet.rows.push(['AC999999', 'Van een ander', 'AC', null, null, null, 'Niet opgestart', 'Gekaapt']);
    });
    const { record } = await collected({ 'a.xlsx': foreign, 'rapport.xlsx': new TextEncoder().encode(REPORT) }, 1);
    expect(record.taken).toEqual([]);
    expect(record.rejected.map(({ part, reason }) => [part, reason])).toEqual([
      ['a.xlsx', expect.stringContaining('"Bijna klaar" staat niet in de lijst')],
      ['a.xlsx', expect.stringContaining('AC999999')],
      ['rapport.xlsx', expect.any(String)],
    ]);
    const other = fakeHost({ 'boek.xlsx': book });
    expect(await run(['collect', 'boek.xlsx', 'boek.xlsx', '--json'], other)).toBe(1);
    expect((JSON.parse(other.said.out) as Collection).rejected[0]?.reason).toContain('geen deel');
  });

  test('what the book changed meanwhile is no prey of a part', async () => {
    const part = await filledIn(parts.get(names[0]!)!, (put) => put(0, 'Titel', 'Titel van de eigenaar'));
    const later = await openXlsx(book, { readStyles: true });
    const plan = later.sheets.find(({ name }) => name === 'Plan')!;
    const code = (await readXlsx(part)).sheets[0]!.rows[HEAD_ROW + 1]![0];
    const row = plan.rows.findIndex(([cell]) => cell === code);
    plan.rows[row]![1] = 'Titel van de planner';
    plan.cells!.set(`${row},1`, { ...plan.cells!.get(`${row},1`), value: 'Titel van de planner', type: 'string' });
    const host = fakeHost({ 'boek.xlsx': await saveXlsx(later), 'deel.xlsx': part });
    expect(await run(['collect', 'boek.xlsx', 'deel.xlsx', '--json'], host)).toBe(1);
    const { conflicts, taken } = JSON.parse(host.said.out) as Collection;
    expect(taken).toEqual([]);
    expect(conflicts).toMatchObject([
      {
        code,
        field: 'title',
        values: [
          { part: 'boek.xlsx', value: 'Titel van de planner' },
          { part: 'deel.xlsx', value: 'Titel van de eigenaar' },
        ],
      },
    ]);
  });

  test('split by a level or a column that is not there names those that are; parts are never written over', async () => {
    const wrong = fakeHost({ 'boek.xlsx': book });
    expect(await run(['split', 'boek.xlsx', '-o', 'delen', '--by', 'Dienst'], wrong)).toBe(2);
    expect(wrong.said.error).toContain('BD, AP, AC');
    const byObjective = fakeHost({ 'boek.xlsx': book });
    expect(await run(['split', 'boek.xlsx', '-o', 'd', '--by', 'BD'], byObjective)).toBe(0);
    expect(byObjective.written.size).toBe(2);
    const again = fakeHost({ 'boek.xlsx': book, [names[0]!]: parts.get(names[0]!)! });
    expect(await run(['split', 'boek.xlsx', '-o', 'delen'], again)).toBe(2);
    expect(again.written.size).toBe(0);
  });
});
