import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { COMMANDS, run } from '../../src/cli/start/run';
import type { CheckRun } from '../../src/check/run/ran';
import { CLI_TEXTS } from '../../src/i18n/cliTexts';
import type { PlanDocument } from '../../src/plan/document';
import { LANGUAGES } from '../../src/plan/finding';
import { generateReport } from '../../standin/report/generateReport';
import { seedText } from '../support/requirements';
import { fakeHost } from './fakeHost';

const { text: report } = generateReport({ seed: 21, objectives: 2, plansPerObjective: 2, actionsPerPlan: 2 });
const other = generateReport({ seed: 22, objectives: 1, codes: 'dash', fiscalYear: 2021 }).text;
/** The same report with one printed total changed: it no longer adds up. */
const broken = report.replace(/^(Uitgaven) ([\d.]+)/m, '$1 999.999.999');

describe('help', () => {
  test.each(LANGUAGES)('names every command and no other (%s)', async (language) => {
    const host = fakeHost();
    expect(await run(['--help', '--lang', language], host)).toBe(0);
    const names = [...host.said.out.matchAll(/^ {2}planboek (\w+)/gm)].map(([, name]) => name);
    expect(names).toEqual(COMMANDS.map(({ name }) => name));
    for (const later of ['export']) expect(host.said.out).not.toMatch(new RegExp(`planboek ${later}`));
    expect(host.said.error).toBe('');
  });

  test.each(LANGUAGES)('every option of every command has a text, and no text is left over (%s)', (language) => {
    for (const { name, options } of COMMANDS) {
      expect([name, Object.keys(CLI_TEXTS[language].commands[name].options)]).toEqual([name, Object.keys(options)]);
    }
  });

  test('is given per command, before or after the language', async () => {
    const before = fakeHost();
    const after = fakeHost();
    expect(await run(['--lang', 'en', 'build', '--help'], before)).toBe(0);
    expect(await run(['build', '-h', '--lang=en'], after)).toBe(0);
    expect(before.said.out).toBe(after.said.out);
    expect(before.said.out).toContain('planboek build FILE... -o BOOK.xlsx');
  });

  test('a bare planboek explains itself on standard error and fails', async () => {
    const host = fakeHost();
    expect(await run([], host)).toBe(2);
    expect(host.said).toMatchObject({ out: '' });
    expect(host.said.error).toContain('planboek read');
  });

  test('the version is that of the package', async () => {
    const host = fakeHost();
    expect(await run(['--version'], host)).toBe(0);
    expect(host.said.out).toBe(`${PLANBOEK_VERSION}\n`);
  });
});

describe('a command line that is wrong', () => {
  test.each([
    [['frobnicate'], 'Onbekende opdracht: frobnicate'],
    [['read'], 'Er is geen bestand opgegeven'],
    [['read', '--jsn', 'a.txt'], 'Onbekende optie: --jsn'],
    [['read', '-x', 'a.txt'], 'Onbekende optie: -x'],
    [['read', '--json=yes', 'a.txt'], 'De optie --json neemt geen waarde, maar kreeg "yes"'],
    [['read', 'a.txt', '--lang', 'fr'], 'Onbekende waarde voor --lang: fr (nl | en)'],
    [['read', 'a.txt', '--lang'], 'Na --lang hoort een waarde'],
    [['build', 'a.txt'], 'De optie -o ontbreekt'],
    [['build', 'a.txt', '-o', '--json'], 'Na -o hoort een waarde'],
    [['build', 'a.txt', 'b.txt', '-o', 'book.xlsx'], 'Meer dan één rapport past niet in één werkboek'],
    [['build', 'x/a.txt', 'y/a.txt', '-o', 'out/'], 'Twee rapporten zouden hetzelfde werkboek worden (out/a.xlsx)'],
    [['check', 'a.txt', '--only', 'nonsense'], 'Geen controle of familie heet nonsense'],
    [['read', '-', '-'], 'De standaardinvoer (-) kan maar één keer gelezen worden'],
    [['read', '--constructor', 'a.txt'], 'Onbekende optie: --constructor'],
  ])('%j is refused with what to do', async (argv, message) => {
    const host = fakeHost({ 'a.txt': report, 'b.txt': other });
    expect(await run(argv, host)).toBe(2);
    expect(host.said.error).toContain(message);
    expect(host.said.error.trim()).toMatch(/^planboek: .*\. .*\.$/s);
    expect(host.said.out).toBe('');
    expect(host.written.size).toBe(0);
  });

  test('is refused in English when English was asked for, wherever that stands', async () => {
    const host = fakeHost();
    await run(['read', '--jsn', '--lang', 'en'], host);
    expect(host.said.error).toBe('planboek: Unknown option: --jsn. See which options there are with --help.\n');
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['missing.txt', 'missing.txt: dit bestand bestaat niet'],
    ['folder', 'folder: dit is een map'],
    ['secret.txt', 'secret.txt: geen toegang'],
    ['broken-disk.txt', 'broken-disk.txt: niet te lezen (EIO)'],
    ['empty.txt', 'empty.txt is leeg'],
    ['binary.txt', 'binary.txt is geen tekstbestand'],
    ['letter.txt', 'In letter.txt staat geen enkele kop van een beleidsrapport'],
  ])('%s', async (file, message) => {
    const host = fakeHost({
      folder: { problem: 'directory', detail: 'EISDIR' },
      'secret.txt': { problem: 'forbidden', detail: 'EACCES' },
      'broken-disk.txt': { problem: 'other', detail: 'EIO' },
      'empty.txt': '',
      'binary.txt': new Uint8Array([0, 1, 2, 3, 0, 255]),
      'letter.txt': 'Beste,\n\nGroeten\n',
      'good.txt': report,
    });
    for (const argv of [
      ['read', file, '--json'],
      ['check', file],
      ['build', file, '-o', 'book.xlsx'],
      ['read', 'good.txt', file, '--json'],
    ]) {
      expect([argv, await run(argv, host)]).toEqual([argv, 2]);
    }
    expect(host.said.error).toContain(`planboek: ${message}`);
    expect(host.said.out).toBe('');
    expect(host.written.size).toBe(0);
  });
});

describe('read', () => {
  test('prints one object of JSON and nothing else', async () => {
    const host = fakeHost({ 'a.txt': report });
    expect(await run(['read', 'a.txt', '--json'], host)).toBe(0);
    const document = JSON.parse(host.said.out) as PlanDocument;
    expect(document).toMatchObject({ format: 'planboek/document@1', document: { fiscalYear: 2023 } });
    expect(host.said.error).toBe('');
  });

  test('prints an array for several files, in the order they are given', async () => {
    const host = fakeHost({ 'a.txt': report, '-': other });
    expect(await run(['read', '-', 'a.txt', '--json'], host)).toBe(0);
    const documents = JSON.parse(host.said.out) as readonly PlanDocument[];
    expect(documents.map(({ document }) => document.fiscalYear)).toEqual([2021, 2023]);
  });

  test('gives the same JSON twice', async () => {
    const [first, second] = [fakeHost({ 'a.txt': report }), fakeHost({ 'a.txt': report })];
    await run(['read', 'a.txt', '--json'], first);
    await run(['read', '--json', 'a.txt'], second);
    expect(first.said.out).toBe(second.said.out);
  });

  test.each([
    [
      'nl',
      ['Jaarrekening 2023 · AGB Leieland (0765.432.198)', 'Totalen van het plan', 'Eindkredieten', 'niet herkend'],
    ],
    [
      'en',
      ['Annual accounts 2023 · AGB Leieland (0765.432.198)', 'Totals of the plan', 'Final budget', 'not recognised'],
    ],
  ])('shows a summary without --json (%s)', async (language, parts) => {
    const host = fakeHost({ 'a.txt': report });
    expect(await run(['read', 'a.txt', '--lang', language], host)).toBe(0);
    for (const part of parts) expect(host.said.out).toContain(part);
  });

  test('says on a terminal what it is doing, and clears that again', async () => {
    const host = fakeHost({ 'a.txt': report });
    await run(['read', 'a.txt'], host);
    expect(host.said.progress).toEqual(['a.txt: lezen...', '']);
  });
});

describe('reconcile', () => {
  test('prints the reconciliation as a table, in the language asked for, and as JSON', async () => {
    const host = fakeHost({ 'rapport.txt': seedText('004') });
    expect(await run(['reconcile', 'rapport.txt'], host)).toBe(0);
    expect(host.said.out).toMatch(/^Uitgaven 2024\n/m);
    expect(host.said.out).toMatch(/^Totaal .*Alle soorten .*22\.471\.848 .*485\.064,20$/m);
    const english = fakeHost({ 'rapport.txt': seedText('004') });
    expect(await run(['reconcile', 'rapport.txt', '--lang', 'en'], english)).toBe(0);
    expect(english.said.out).toMatch(/^Receipts 2024\n/m);
    const json = fakeHost({ 'rapport.txt': seedText('004') });
    expect(await run(['reconcile', 'rapport.txt', '--json'], json)).toBe(0);
    const { format, lines, totals, ties } = JSON.parse(json.said.out) as Record<string, Record<string, unknown>[]>;
    expect(format).toBe('planboek/reconciliation@1');
    expect(Object.keys(lines?.[0] ?? {})).toEqual([
      'code',
      'title',
      'level',
      'parent',
      'year',
      'kind',
      'direction',
      'initialCents',
      'finalCents',
      'actualCents',
      'carriedOverCents',
      'overrunCents',
      'carriedTooMuchCents',
      'lapsedCents',
      'verdict',
    ]);
    expect(totals?.some(({ code, kind }) => code === null && kind === null)).toBe(true);
    expect(Object.keys(ties?.[0] ?? {})).toEqual([
      'schema',
      'row',
      'column',
      'printedCents',
      'computedCents',
      'roundingCents',
      'closes',
    ]);
  });

  test('reads a workbook back, and says when there is nothing to reconcile or to read', async () => {
    const host = fakeHost({ 'rapport.txt': seedText('004'), 'plan.txt': seedText('000') });
    await run(['build', 'rapport.txt', '-o', 'boek.xlsx'], host);
    const book = fakeHost({ 'boek.xlsx': host.written.get('boek.xlsx') ?? new Uint8Array() });
    const report = fakeHost({ 'rapport.txt': seedText('004') });
    expect([
      await run(['reconcile', 'boek.xlsx', '--json'], book),
      await run(['reconcile', 'rapport.txt', '--json'], report),
    ]).toEqual([0, 0]);
    expect(book.said.out).toBe(report.said.out);
    const plan = fakeHost({
      'plan.txt': seedText('000'),
      'profiel.json': readFileSync('seeds/profiles/visitatierapport.json', 'utf8'),
    });
    expect([await run(['reconcile', 'plan.txt', '--profile', 'profiel.json'], plan), plan.said.out]).toEqual([
      0,
      'Dit document bevat geen kredieten van een afgesloten jaar.\n',
    ]);
    expect(await run(['reconcile', 'weg.txt'], plan)).toBe(2);
    expect(plan.said.error).toMatch(/weg\.txt/);
  });
});

describe('check', () => {
  test('exits 0 on a report that adds up and 1 on one that does not', async () => {
    const host = fakeHost({ 'good.txt': report, 'bad.txt': broken });
    expect(await run(['check', 'good.txt'], host)).toBe(0);
    expect(await run(['check', 'bad.txt'], host)).toBe(1);
    expect(host.said.out).toContain('FOUT');
  });

  test('prints findings as JSON with stable keys', async () => {
    const host = fakeHost({ 'bad.txt': broken });
    expect(await run(['check', 'bad.txt', '--json'], host)).toBe(1);
    const { format, findings } = JSON.parse(host.said.out) as {
      format: string;
      findings: readonly Record<string, unknown>[];
    };
    expect(format).toBe('planboek/findings@1');
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings)
      expect(Object.keys(finding).sort()).toEqual(['check', 'figures', 'key', 'message', 'place', 'severity']);
    expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
  });

  test('--only keeps to a family, and its exit code to what is shown', async () => {
    const host = fakeHost({ 'bad.txt': broken });
    expect(await run(['check', 'bad.txt', '--json', '--only', 'reading'], host)).toBe(0);
    const { ran, ...said } = JSON.parse(host.said.out) as { readonly ran: readonly CheckRun[] };
    expect(said).toEqual({ format: 'planboek/findings@1', findings: [] });
    expect(ran.map(({ check }) => check.split('.')[0])).toEqual(ran.map(() => 'reading'));
    expect(ran.every(({ cells, findings }) => cells > 0 && findings === 0)).toBe(true);
  });

  test('tells which checks ran, and which had nothing to look at', async () => {
    const host = fakeHost({ 'good.txt': report });
    await run(['check', 'good.txt', '--json'], host);
    const { ran } = JSON.parse(host.said.out) as { readonly ran: readonly CheckRun[] };
    const cellsOf = (id: string): number | undefined => ran.find(({ check }) => check === id)?.cells;
    expect(cellsOf('schemas.sum')).toBeGreaterThan(100);
    expect(cellsOf('links.loose-end')).toBe(0);
    await run(['check', 'good.txt'], host);
    expect(host.said.out).toMatch(/\d+ van \d+ controles uitgevoerd\.\nNiets om na te kijken voor: .*links\.loose-end/);
  });

  test('follows the rules of a board, and refuses a file of rules that is wrong', async () => {
    const rules = { format: 'planboek/rules@1', checks: { 'schemas.notes': { severity: 'error' } } };
    const host = fakeHost({
      'good.txt': report,
      'regels.json': JSON.stringify(rules),
      'fout.json': JSON.stringify({ ...rules, checks: { 'schemas.nots': { severity: 'off' } } }),
    });
    expect(await run(['check', 'good.txt'], host)).toBe(0);
    expect(await run(['check', 'good.txt', '--rules', 'regels.json'], host)).toBe(1);
    expect(await run(['check', 'good.txt', '--rules', 'fout.json'], host)).toBe(2);
    expect(host.said.error).toContain('checks.schemas.nots');
  });

  test('speaks English when asked', async () => {
    const host = fakeHost({ 'bad.txt': broken });
    await run(['check', 'bad.txt', '--lang', 'en'], host);
    expect(host.said.out).toContain('ERROR');
    expect(host.said.out).not.toContain('FOUT');
  });
});

/** The workbook as a user leaves it: what `change` does to the cells, by the text they hold. */
async function edited(bytes: Uint8Array, change: (text: string) => string): Promise<Uint8Array> {
  const book = await openXlsx(bytes);
  for (const sheet of book.sheets)
    sheet.rows = sheet.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? change(cell) : cell)));
  return saveXlsx(book);
}

describe('what a user wrote about findings', () => {
  test('is told by a new check and goes on in the workbook of a new import', async () => {
    const first = fakeHost({ 'a.txt': broken });
    await run(['build', 'a.txt', '-o', 'book.xlsx'], first);
    const answered = await edited(first.written.get('book.xlsx') as Uint8Array, (text) =>
      text === 'open' ? 'verklaard' : text,
    );
    const checker = fakeHost({ 'book.xlsx': answered });
    await run(['check', 'book.xlsx', '--json'], checker);
    const states = (JSON.parse(checker.said.out) as { findings: { state?: string }[] }).findings.map(
      ({ state }) => state,
    );
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states)).toEqual(new Set(['explained']));
    const again = fakeHost({ 'a.txt': broken, 'book.xlsx': answered });
    expect(await run(['build', 'a.txt', '-o', 'book.xlsx'], again)).toBe(0);
    const recheck = fakeHost({ 'book.xlsx': again.written.get('book.xlsx') as Uint8Array });
    await run(['check', 'book.xlsx'], recheck);
    expect(recheck.said.out).toContain('[verklaard]');
  });
});

describe('build', () => {
  const isZip = (bytes: Uint8Array | null | undefined): boolean => bytes?.[0] === 0x50 && bytes[1] === 0x4b;

  test('writes the workbook and tells where it is', async () => {
    const host = fakeHost({ 'a.txt': report });
    expect(await run(['build', 'a.txt', '-o', 'book.xlsx'], host)).toBe(0);
    expect(isZip(host.written.get('book.xlsx'))).toBe(true);
    expect(host.said.out).toMatch(/Werkboek: \/work\/book\.xlsx \(\d+ bladen\)/);
  });

  test('checks to the same findings as the report it was made of', async () => {
    const builder = fakeHost({ 'a.txt': broken });
    await run(['build', 'a.txt', '-o', 'book.xlsx'], builder);
    const host = fakeHost({ 'a.txt': broken, 'book.xlsx': builder.written.get('book.xlsx') ?? '' });
    expect(await run(['check', 'book.xlsx', '--json'], host)).toBe(1);
    const ofBook = host.said.out;
    const again = fakeHost({ 'a.txt': broken });
    await run(['check', 'a.txt', '--json'], again);
    const keys = (output: string) =>
      (JSON.parse(output) as { findings: readonly { key: string }[] }).findings.map(({ key }) => key).sort();
    expect(keys(ofBook)).toEqual(keys(again.said.out));
  });

  test('makes one workbook per report in a folder', async () => {
    const host = fakeHost({ 'in/a.txt': report, 'in/b.txt': other });
    expect(await run(['build', 'in/a.txt', 'in/b.txt', '-o', 'books/'], host)).toBe(0);
    expect([...host.written.keys()]).toEqual(['books/a.xlsx', 'books/b.xlsx']);
  });

  test('writes to standard output for -, with the summary aside', async () => {
    const host = fakeHost({ '-': report });
    expect(await run(['build', '-', '-o', '-'], host)).toBe(0);
    expect(isZip(host.said.bytes)).toBe(true);
    expect(host.said.out).toBe('');
    expect(host.said.error).toContain('AGB Leieland');
  });

  test('gives the same bytes twice', async () => {
    const [first, second] = [fakeHost({ 'a.txt': report }), fakeHost({ 'a.txt': report })];
    await run(['build', 'a.txt', '-o', 'book.xlsx'], first);
    await run(['build', 'a.txt', '-o', 'book.xlsx'], second);
    expect(
      Buffer.from(first.written.get('book.xlsx') ?? []).equals(Buffer.from(second.written.get('book.xlsx') ?? [])),
    ).toBe(true);
  });

  test('says why it could not write', async () => {
    const host = fakeHost({ 'a.txt': report });
    expect(await run(['build', 'a.txt', '-o', '/readonly/book.xlsx'], host)).toBe(2);
    expect(host.said.error).toContain('/readonly/book.xlsx: niet te schrijven (EACCES)');
  });
});
