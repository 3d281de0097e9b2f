import { describe, expect, test } from '@jest/globals';
import { run } from '../../src/cli/start/run';
import type { PlanDocument } from '../../src/plan/document';
import { writeXlsxFile } from '../../src/workbook/file/write';
import { sheetOf } from '../../src/sheets/sheet';
import type { CellSpec } from '../../src/sheets/spec';
import { fakeHost } from './fakeHost';

const LINES = `Entiteit;Raming;Actie;Algemene rekening;Beleidsveld;Jaar;Initieel krediet;Eindkrediet;Overgedragen;Jaarrekening
AGB Waterdorp;MJP000001;AC1;6130000;0119;2024;90;100;20;70,25
AGB Waterdorp;MJP000002;;7010000;0040;2024;200;200;;210`;
const BALANCE = `Rekening;Beginsaldo;Debet;Credit;Eindsaldo;Jaar
2910000;10;5;0;15;2024
1000000;-10;0;5;-15;2024`;
const DOMAINS = 'Beleidsveld,Beleidsdomein\n0119,Bestuur';
const ACTIONS = 'Code\tTitel\tBoven\tPrioritair\nBD1\tDoel\t\tja\nAC1\tActie\tBD1\tja';
const FILES = { 'l.csv': LINES, 'b.csv': BALANCE, 'd.csv': DOMAINS, 'a.csv': ACTIONS };
const NAMES = Object.keys(FILES);

async function readJson(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...more: readonly string[]
): Promise<PlanDocument> {
  const host = fakeHost(files);
  expect([await run(['read', ...Object.keys(files), '--json', ...more], host), host.said.error]).toEqual([0, '']);
  return JSON.parse(host.said.out) as PlanDocument;
}

const schemas = ({ statements }: PlanDocument): readonly string[] => statements.map(({ schema }) => schema);

/** A workbook of the board's own with this table on a sheet; numbers as numbers. */
async function workbookOf(text: string, name: string): Promise<Uint8Array> {
  const cells = text
    .split('\n')
    .map((row) =>
      row
        .split(';')
        .map((cell): CellSpec => (/^-?\d+(?:,\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell || null)),
    );
  return writeXlsxFile([sheetOf({ name, blocks: [{ row: 0, column: 0, cells }] })]);
}

describe('budget lines on the command line', () => {
  test('files of tables are one document, whatever their order, with every schema computed', async () => {
    const document = await readJson(FILES);
    expect(schemas(document)).toEqual(['J1', 'J2', 'J3', 'J4', 'J5', 'T1', 'T2', 'T3', 'T4', 'T5']);
    expect(document.statements.every(({ computed }) => computed)).toBe(true);
    expect(document.document).toMatchObject({ kind: 'annualAccounts', fiscalYear: 2024, schemaSet: '2020' });
    const backwards = await readJson(Object.fromEntries(Object.entries(FILES).reverse()));
    expect(backwards.statements).toEqual(document.statements);
  });

  test('--set overrules the legal set', async () => {
    const document = await readJson(FILES, '--set', '3.0');
    expect(document.document.schemaSet).toBe('3.0');
    expect(schemas(document)).not.toContain('T4');
  });

  test('a workbook of the board’s own gives the same as csv', async () => {
    const [csv, xlsx] = [
      await readJson(FILES),
      await readJson({ ...FILES, 'l.csv': await workbookOf(LINES, 'Uitvoer') }),
    ];
    expect(xlsx.statements).toEqual(csv.statements);
  });

  test('check ends well when all is right, and with 1 and the place of what is not', async () => {
    const right = fakeHost(FILES);
    expect([await run(['check', ...NAMES], right), right.said.out]).toEqual([0, expect.stringContaining('l.csv')]);
    const wrong = fakeHost({ ...FILES, 'l.csv': LINES.replace('6130000', '6250000').replace('210', '2x0') });
    expect(await run(['check', ...NAMES], wrong)).toBe(1);
    expect(wrong.said.out).toContain('l.csv, rij 2, kolom "Algemene rekening": rekening 6250000');
    expect(wrong.said.out).toContain('l.csv, rij 3, kolom "Jaarrekening": "2x0"');
  });

  test('the book says the same as the files, and keeps what has no place', async () => {
    const files = { ...FILES, 'l.csv': LINES.replace('6130000', '6250000') };
    const host = fakeHost(files);
    expect(await run(['build', ...NAMES, '-o', 'boek.xlsx'], host)).toBe(0);
    const book = host.written.get('boek.xlsx');
    const again = fakeHost({ 'boek.xlsx': book ?? '' });
    expect(await run(['check', 'boek.xlsx', '--only', 'ledger'], again)).toBe(1);
    expect(again.said.out).toContain('l.csv, rij 2, kolom "Algemene rekening": rekening 6250000');
    const document = await readJson(files);
    const rows = document.statements.find(({ schema }) => schema === 'T2')?.rows ?? [];
    expect(rows.find(({ label }) => label === 'Niet toegewezen')?.values).toEqual([7025, 8000]);
  });

  test('a csv that is no table we know is refused with its headings', async () => {
    const host = fakeHost({ 'x.csv': 'Naam;Bedrag\nA;1' });
    expect(await run(['read', 'x.csv'], host)).toBe(2);
    expect(host.said.error).toContain('Naam, Bedrag');
  });
});
