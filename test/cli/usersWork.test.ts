import { beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '../../src/cli/start/run';
import { readReport } from '../../src/read/report/report';
import { allFindings } from '../../src/cli/findings';
import { SHEETS } from '../../src/sheets/names';
import type { BlockSpec, CellSpec, SheetSpec } from '../../src/sheets/spec';
import { valueOf } from '../../src/sheets/table';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../../src/workbook/file/write';
import { generateReport } from '../../standin/report/generateReport';
import { fakeHost } from './fakeHost';

/** Each kind of a planner's work, and what `build` over the workbook makes of it: kept, or named before anything happens. */

/** Every case builds a workbook and reads it twice; a busy machine takes its time. */

const sameBytes = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  Buffer.compare(one ?? new Uint8Array(), other ?? new Uint8Array([0])) === 0;

const { text } = generateReport({ seed: 21, objectives: 1, plansPerObjective: 2, actionsPerPlan: 2 });
const reading = readReport(text);
if (!reading) throw new Error('the generated report does not read');
const findings = allFindings(reading.document, 'nl');
const SHEETS_MADE = buildSheets(reading, findings);

type Edit = (sheet: SheetSpec) => SheetSpec;

const edited = (name: string, edit: Edit): readonly SheetSpec[] =>
  SHEETS_MADE.map((sheet) => (sheet.name === name ? edit(sheet) : sheet));

/** The table of a sheet, and the block it stands in. */
function tableOf(sheet: SheetSpec, name: string) {
  const table = sheet.tables.find((each) => each.name === name) ?? sheet.tables[0];
  const block = sheet.blocks.find(({ row, column }) => row === table?.range.row && column === table.range.column);
  if (!table || !block) throw new Error(`no table on ${sheet.name}`);
  return { table, block };
}

const withBlock = (sheet: SheetSpec, old: BlockSpec, next: BlockSpec): SheetSpec => ({
  ...sheet,
  blocks: sheet.blocks.map((block) => (block === old ? next : block)),
});

/** Types a value in the first row of a table where the column is filled, or in the row told. */
const typed =
  (column: string, value: CellSpec, pick: (cell: CellSpec) => boolean = (cell) => valueOf(cell) !== null): Edit =>
  (sheet) => {
    const { block, table } = tableOf(sheet, '');
    const at = table.columns.findIndex(({ name }) => name === column);
    const row = block.cells.findIndex((cells, index) => index > 0 && pick(cells[at] ?? null));
    if (at < 0 || row < 0) throw new Error(`nowhere to type ${column} on ${sheet.name}`);
    const cells = block.cells.map((line, index) =>
      index === row ? line.map((cell, place) => (place === at ? value : cell)) : line,
    );
    return withBlock(sheet, block, { ...block, cells });
  };

const isConstant = (cell: CellSpec): boolean =>
  valueOf(cell) !== null && !(cell !== null && typeof cell === 'object' && 'formula' in cell);

const withRows =
  (change: (rows: readonly (readonly CellSpec[])[]) => readonly (readonly CellSpec[])[]): Edit =>
  (sheet) => {
    const { block, table } = tableOf(sheet, '');
    const end = block.cells.length - (table.totals ? 1 : 0);
    const cells = [...block.cells.slice(0, 1), ...change(block.cells.slice(1, end)), ...block.cells.slice(end)];
    const range = { ...table.range, rows: cells.length };
    return {
      ...withBlock(sheet, block, { ...block, cells }),
      tables: sheet.tables.map((each) => (each === table ? { ...each, range } : each)),
      validations: [],
      conditionalFormats: [],
    };
  };

const withColumn: Edit = (sheet) => {
  const { block, table } = tableOf(sheet, '');
  const cells = block.cells.map((row, index) => [...row, index === 0 ? 'Mijn nota' : `nota ${index}`]);
  return {
    ...withBlock(sheet, block, { ...block, cells, ...(block.styles ? { styles: [...block.styles, null] } : {}) }),
    tables: sheet.tables.map((each) =>
      each === table
        ? {
            ...each,
            range: { ...each.range, columns: each.range.columns + 1 },
            columns: [...each.columns, { name: 'Mijn nota' }],
          }
        : each,
    ),
  };
};

const withCellBelow: Edit = (sheet) => {
  return { ...sheet, blocks: [...sheet.blocks, { row: 9000, column: 1, cells: [['onder alles']] }] };
};

const ownSheet: SheetSpec = {
  ...(SHEETS_MADE[0] as SheetSpec),
  name: 'Mijn blad',
  tables: [],
  names: [],
  charts: [],
  blocks: [{ row: 0, column: 0, cells: [['eigen werk']] }],
  merges: [],
  print: null,
};

async function buildOver(sheets: readonly SheetSpec[], argv: readonly string[] = []) {
  const bytes = await writeXlsxFile(sheets);
  const host = fakeHost({ 'rapport.txt': text, 'boek.xlsx': bytes });
  const code = await run(['build', 'rapport.txt', '-o', 'boek.xlsx', ...argv], host);
  return { code, host, bytes, said: host.said.error };
}

const STATEMENT = SHEETS_MADE.find(({ name }) => name === 'J2')?.name ?? 'J1';

const typing = (column: string, value: CellSpec): Edit => typed(column, value, isConstant);

/** A copy of what was there stays, unless what was written is the same. */
function expectKept({ written }: Awaited<ReturnType<typeof buildOver>>['host'], bytes: Uint8Array): void {
  const kept = [written.get('boek.xlsx'), written.get('boek.xlsx.bak')];
  expect(kept.some((each) => sameBytes(each, bytes))).toBe(true);
}

describe('work of each kind is merged into the new version, and a copy stays', () => {
  test.each<[work: string, sheet: string, edit: Edit, held: string | number]>([
    ['an evaluation text', SHEETS.plan, typed('Evaluatie', 'Herschreven.'), 'Herschreven.'],
    ['a title', SHEETS.plan, typed('Titel', 'Een andere titel'), 'Een andere titel'],
    ['a status', SHEETS.plan, typed('Status', 'Niet opgestart'), 'Niet opgestart'],
    ['a credit', SHEETS.credits, typing('Eindkrediet', 12_345.67), 12_345.67],
    ['a transfer', SHEETS.transfers, typed('Bedrag', 7777), 7777],
    ['an own column', SHEETS.plan, withColumn, 'nota 3'],
    ['a cell below', SHEETS.plan, withCellBelow, 'onder alles'],
  ])('%s', async (_work, sheet, edit, held) => {
    const { code, said, host, bytes } = await buildOver(edited(sheet, edit));
    expect([code, code === 0 || said]).toEqual([0, true]);
    expectKept(host, bytes);
    const book = await readXlsxFile(host.written.get('boek.xlsx') ?? new Uint8Array());
    if (!book.ok) throw new Error('not read');
    const cells = book.value.sheets.find(({ name }) => name === sheet)?.cells.flat() ?? [];
    expect(cells).toContain(held);
  });

  test('an own sheet', async () => {
    const { code, host } = await buildOver([...SHEETS_MADE, ownSheet]);
    const book = await readXlsxFile(host.written.get('boek.xlsx') ?? new Uint8Array());
    const own = book.ok ? book.value.sheets.find(({ name }) => name === 'Mijn blad') : undefined;
    expect([code, own?.cells[0]?.[0]]).toEqual([0, 'eigen werk']);
  });

  test.each<[work: string, edit: Edit]>([
    ['an added row', withRows((rows) => [...rows, (rows.at(-1) ?? []).map((_, at) => (at === 0 ? 'nieuw' : null))])],
    ['a deleted row', withRows((rows) => rows.slice(0, -1))],
    ['an own formula', typed('Titel', { formula: '1+1', value: 2 })],
    ['a comment', typed('Titel', { value: 'Beleidsdoelstelling', note: 'Nakijken' })],
  ])('%s comes along, or is named before anything happens', async (_work, edit) => {
    const { code, said, host, bytes } = await buildOver(edited(SHEETS.plan, edit));
    if (code === 0) expectKept(host, bytes);
    else expect([code, host.written.size, said.includes('Er is niets gewijzigd.')]).toEqual([2, 0, true]);
  });
});

describe('work that merging cannot carry is named, and nothing is changed', () => {
  test.each<[work: string, sheet: string, edit: Edit]>([
    ['a computed status that was typed over', SHEETS.plan, typed('Afgeleide status', 'Overtypt')],
    ['a word of a schema', STATEMENT, typing('Omschrijving', 'Een ander woord')],
  ])('%s', async (_work, sheet, edit) => {
    const { code, said, host } = await buildOver(edited(sheet, edit));
    expect([code, host.written.size, host.said.out]).toEqual([2, 0, '']);
    expect(said).toContain('In boek.xlsx is werk gemaakt dat niet mee kan naar de nieuwe versie.');
    expect(said).toContain(`  ${sheet}!`);
  });

  test('a row that moved is no work, whatever its place', async () => {
    const { code, host } = await buildOver(
      edited(
        SHEETS.transfers,
        withRows((rows) => [...rows].reverse()),
      ),
    );
    expect([code, host.written.has('boek.xlsx')]).toEqual([0, true]);
  });

  test('--replace makes it anew, and keeps what was there', async () => {
    const { code, host, bytes } = await buildOver([...SHEETS_MADE, ownSheet], ['--replace']);
    expect(code).toBe(0);
    expect(sameBytes(host.written.get('boek.xlsx.bak'), bytes)).toBe(true);
    const fresh = fakeHost({ 'rapport.txt': text });
    await run(['build', 'rapport.txt', '-o', 'boek.xlsx'], fresh);
    expect(sameBytes(host.written.get('boek.xlsx'), fresh.written.get('boek.xlsx'))).toBe(true);
  });
});

describe('work that goes on', () => {
  let again: Awaited<ReturnType<typeof buildOver>>;
  const KEY = findings[0]?.key ?? '';
  beforeAll(async () => {
    const explained = buildSheets(reading, findings, {
      explanations: {
        [KEY]: { state: 'open', text: '', initials: 'JV' },
        'later.key': { state: 'accepted', text: 'Later', initials: '' },
      },
    });
    again = await buildOver(explained);
  });

  test('an untouched workbook is made again without a word, as it was', async () => {
    const { code, said, host, bytes } = await buildOver(SHEETS_MADE);
    expect([code, said]).toEqual([0, '']);
    expect([...host.written.keys()]).toEqual(['boek.xlsx']);
    expect(sameBytes(host.written.get('boek.xlsx'), bytes)).toBe(true);
  });

  test('explanations, and initials alone', async () => {
    expect([again.code, again.said]).toEqual([0, '']);
    expect(KEY).not.toBe('');
    const check = fakeHost({ 'boek.xlsx': again.host.written.get('boek.xlsx') ?? '' });
    await run(['check', 'boek.xlsx', '--json'], check);
    const told = JSON.parse(check.said.out) as { findings: readonly { key: string; initials?: string }[] };
    expect(told.findings.find(({ key }) => key === KEY)).toMatchObject({ initials: 'JV' });
  });
});
