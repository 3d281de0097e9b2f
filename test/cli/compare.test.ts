import { beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '../../src/cli/start/run';
import { documentFromWorkbook } from '../../src/sheets/readBack/readBack';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { seedText } from '../support/requirements';
import { fakeHost, type FakeHost } from './fakeHost';

const OLD = seedText('004');

/** The next version of the report: a title, a status, a credit, and a code. */
const NEW = [
  [
    'C-mine profileert zich met een onderscheidene branding en communicatie.',
    'C-mine profileert zich met een sterke branding en communicatie.',
  ],
  ['Uitgaven 1.267.293 1.340.233 1.446.501', 'Uitgaven 1.267.293 1.350.233 1.446.501'],
  ['AC000410', 'AC900410'],
].reduce((text, [from = '', to = '']) => text.split(from).join(to), OLD);

interface Record_ {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly amounts: readonly Readonly<Record<string, unknown>>[];
  readonly statements: readonly unknown[];
  readonly summary: Readonly<Record<string, number>>;
}

const compared = async (host: FakeHost, ...files: readonly string[]): Promise<Record_> => {
  expect(await run(['compare', ...files, '--json'], host)).toBe(0);
  return JSON.parse(host.said.out) as Record_;
};

describe('planboek compare', () => {
  const files: Record<string, string | Uint8Array> = { 'oud.txt': OLD, 'nieuw.txt': NEW };

  beforeAll(async () => {
    const host = fakeHost(files);
    await run(['build', 'oud.txt', '-o', 'boek.xlsx'], host);
    files['boek.xlsx'] = host.written.get('boek.xlsx') ?? '';
  });

  test('gives the published record: what changed, in cents, and counts what is the same', async () => {
    expect(NEW).not.toBe(OLD);
    const { nodes, amounts, statements, summary } = await compared(fakeHost(files), 'oud.txt', 'nieuw.txt');
    expect(summary).toEqual({ added: 0, removed: 0, moved: 0, retitled: 1, changed: 2, same: 479 });
    expect(nodes).toEqual([
      expect.objectContaining({ code: 'AC000143', oldCode: 'AC000143', change: 'changed', fields: [] }),
      expect.objectContaining({ code: 'AC900410', oldCode: 'AC000410', change: 'changed', fields: [] }),
      expect.objectContaining({
        code: 'AC000411',
        change: 'retitled',
        fields: [
          {
            field: 'title',
            old: 'C-mine profileert zich met een onderscheidene branding en communicatie.',
            new: 'C-mine profileert zich met een sterke branding en communicatie.',
          },
        ],
      }),
    ]);
    expect(amounts).toEqual([
      {
        code: 'AC000143',
        year: 2024,
        kind: 'operating',
        direction: 'expenditure',
        phase: 'finalBudget',
        oldCents: 134_023_300,
        newCents: 135_023_300,
        changeCents: 1_000_000,
      },
    ]);
    expect(statements).toEqual([]);
  });

  test('backwards gives the same with the sides changed', async () => {
    const { nodes, amounts, summary } = await compared(fakeHost(files), 'nieuw.txt', 'oud.txt');
    expect(summary).toMatchObject({ retitled: 1, changed: 2, same: 479 });
    expect(amounts).toMatchObject([{ oldCents: 135_023_300, newCents: 134_023_300, changeCents: -1_000_000 }]);
    expect(nodes.map(({ oldCode }) => oldCode)).toEqual(['AC000143', 'AC900410', 'AC000411']);
  });

  test('takes a workbook on either side, which holds what the report says', async () => {
    const { summary } = await compared(fakeHost(files), 'boek.xlsx', 'oud.txt');
    expect(summary).toMatchObject({ same: 482, changed: 0 });
    expect((await compared(fakeHost(files), 'boek.xlsx', 'nieuw.txt')).summary).toMatchObject({ retitled: 1 });
  });

  test('is read in words, with what went and came marked', async () => {
    const host = fakeHost(files);
    expect(await run(['compare', 'oud.txt', 'nieuw.txt'], host)).toBe(0);
    expect(host.said.out).toContain('andere titel 1 · gewijzigd 2 · gelijk 479');
    expect(host.said.out).toContain('[-onderscheidene-]{+sterke+} branding');
    expect(host.said.out).toMatch(
      /AC000143 +Eindkredieten 2024 +Exploitatie +Uitgaven +1\.340\.233 +\+10\.000 +1\.350\.233/,
    );
    const english = fakeHost(files);
    await run(['compare', 'oud.txt', 'nieuw.txt', '--lang', 'en'], english);
    expect(english.said.out).toContain('retitled 1 · changed 2 · same 479');
  });

  test('keeps the differences as a workbook, and writes over nothing else', async () => {
    const host = fakeHost(files);
    expect(await run(['compare', 'oud.txt', 'nieuw.txt', '-o', 'verschil.xlsx'], host)).toBe(0);
    const bytes = host.written.get('verschil.xlsx') ?? new Uint8Array();
    const book = await readXlsxFile(bytes);
    expect(book.ok && book.value.sheets.map(({ name }) => name)).toEqual([
      'Vergelijking',
      'Plan',
      'Bedragen',
      'Schemacijfers',
    ]);
    const again = fakeHost({ ...files, 'verschil.xlsx': bytes });
    expect(await run(['compare', 'oud.txt', 'nieuw.txt', '-o', 'verschil.xlsx'], again)).toBe(0);
    expect(again.written.get('verschil.xlsx')).toEqual(bytes);
    for (const target of ['boek.xlsx', 'oud.txt', 'nieuw.txt']) {
      const refused = fakeHost(files);
      expect(await run(['compare', 'oud.txt', 'nieuw.txt', '-o', target], refused)).toBe(2);
      expect([refused.written.size, refused.said.error]).toEqual([
        0,
        expect.stringMatching(/wordt (?:dus )?niet overschreven/),
      ]);
    }
  });

  test('asks for two files', async () => {
    const host = fakeHost(files);
    expect(await run(['compare', 'oud.txt'], host)).toBe(2);
    expect(host.said.error).toContain('minstens 2');
  });
});

test('planboek read gives the document of a workbook as its sheets hold it', async () => {
  const host = fakeHost({ 'r.txt': OLD });
  await run(['build', 'r.txt', '-o', 'b.xlsx'], host);
  const bytes = host.written.get('b.xlsx') ?? new Uint8Array();
  const reader = fakeHost({ 'b.xlsx': bytes });
  expect(await run(['read', 'b.xlsx', '--json'], reader)).toBe(0);
  const content = await readXlsxFile(bytes);
  const document = content.ok ? documentFromWorkbook(content.value) : content;
  expect(JSON.parse(reader.said.out)).toEqual(document.ok ? JSON.parse(JSON.stringify(document.value.document)) : null);
});
