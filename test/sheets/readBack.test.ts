import { describe, expect, test } from '@jest/globals';
import type { PlanDocument } from '../../src/plan/document';
import type { Finding } from '../../src/plan/finding';
import type { CellValue } from '../../src/sheets/spec';
import type { WorkbookContent } from '../../src/sheets/content';
import { SHEETS } from '../../src/sheets/names';
import { documentFromWorkbook, explanationsFromWorkbook } from '../../src/sheets/readBack/readBack';
import { readState } from '../../src/sheets/readBack/state';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { contentOf, mapTable, tableRows, tellingFormulas, withCell } from './contentOf';
import { DOCUMENT, READING } from './fixture';

const FINDING: Finding = {
  key: 'test.one|AC1',
  check: 'test.one',
  severity: 'error',
  message: 'Iets klopt niet.',
  figures: {},
  place: { node: 'AC1', schema: null, row: null, column: null, line: 15 },
};
const SHEETS_OF_REPORT = buildSheets(READING, [FINDING]);
const CONTENT = contentOf(SHEETS_OF_REPORT);

function readBack(content: WorkbookContent): {
  readonly document: PlanDocument;
  readonly findings: readonly Finding[];
} {
  const result = documentFromWorkbook(content);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const tableColumns = (content: WorkbookContent, name: string): readonly string[] =>
  (tableRows(content, name)[0] ?? []).map(String);
const nodeOf = ({ nodes }: PlanDocument, id: string) => nodes.find((node) => node.id === id);
const centsAt = ({ amounts }: PlanDocument, node: string | null, direction: string, phase: string) =>
  amounts.find(
    (amount) =>
      amount.node === node && amount.kind === 'operating' && amount.direction === direction && amount.phase === phase,
  )?.cents;

test('a workbook nobody touched gives its document back, to the letter', () => {
  expect(readBack(CONTENT)).toEqual({ document: DOCUMENT, findings: [] });
});

describe('edits come through', () => {
  test('status, evaluation, title and period of an action', () => {
    let content = withCell(CONTENT, 'tblPlan', 'AC2', 'Status', 'Resultaat is behaald');
    content = withCell(content, 'tblPlan', 'AC2', 'Evaluatie', 'Toch gelukt.');
    content = withCell(content, 'tblPlan', 'AC2', 'Titel', 'Nieuwe titel');
    content = withCell(content, 'tblPlan', 'AC2', 'Tot', 45_657);
    const { document, findings } = readBack(content);
    expect(findings).toEqual([]);
    expect(nodeOf(document, 'AC2')).toMatchObject({
      title: 'Nieuwe titel',
      period: { from: '2020-01-01', to: '2024-12-31' },
      evaluation: { status: 'achieved', statusText: 'Resultaat is behaald', text: 'Toch gelukt.' },
    });
    expect(document.nodes.filter(({ id }) => id !== 'AC2')).toEqual(DOCUMENT.nodes.filter(({ id }) => id !== 'AC2'));
  });

  test('a date typed as text, and a status outside the list', () => {
    let content = withCell(CONTENT, 'tblPlan', 'AC4', 'Tot', '31/12/2022');
    content = withCell(content, 'tblPlan', 'AC4', 'Status', 'Stilgelegd');
    const { document } = readBack(content);
    expect(nodeOf(document, 'AC4')).toMatchObject({
      period: { to: '2022-12-31' },
      evaluation: { status: 'unknown', statusText: 'Stilgelegd', text: '' },
    });
  });

  test('an emptied evaluation is none', () => {
    let content = withCell(CONTENT, 'tblPlan', 'AC1', 'Status', null);
    content = withCell(content, 'tblPlan', 'AC1', 'Evaluatie', null);
    expect(nodeOf(readBack(content).document, 'AC1')?.evaluation).toBeNull();
  });

  test('an action moved to another plan', () => {
    const { document, findings } = readBack(withCell(CONTENT, 'tblPlan', 'AC2', 'Boven', 'AP2'));
    expect(findings).toEqual([]);
    expect(nodeOf(document, 'AC2')?.parent).toBe('AP2');
  });

  test('an amount, and the sums the workbook computes from it', () => {
    let content = withCell(CONTENT, 'tblKredieten', 'AC2|2024|operating|expenditure', 'Jaarrekening', 750.5);
    for (const id of ['AC2', 'AP1', 'BD1'])
      content = withCell(content, 'tblPlan', id, 'Exploitatie uitgaven JR', id === 'AC2' ? 750.5 : 1750.5);
    const { document } = readBack(content);
    expect(document.amounts.find(({ node, phase }) => node === 'AC2' && phase === 'actual')).toMatchObject({
      cents: 75_050,
      unit: 'cent',
    });
    // The plan prints one euro more than its actions add up to; it moves by the edit.
    expect(centsAt(document, 'AP1', 'expenditure', 'actual')).toBe(175_150);
    expect(centsAt(document, 'AP1', 'balance', 'actual')).toBe(-175_150);
    expect(centsAt(document, 'AP1', 'expenditure', 'finalBudget')).toBe(200_000);
    expect(centsAt(document, null, 'expenditure', 'actual')).toBe(175_150);
  });

  test('an emptied amount is not printed, which is not zero', () => {
    const { document } = readBack(
      withCell(CONTENT, 'tblKredieten', 'AC2|2024|operating|expenditure', 'Jaarrekening', null),
    );
    expect(centsAt(document, 'AC2', 'expenditure', 'actual')).toBeNull();
  });

  test('a figure and a label of a statement; a sum that moved with it', () => {
    let content = withCell(CONTENT, 'tblJ2', 'r2', 'Jaarrekening 2024', 1600);
    content = withCell(content, 'tblJ2', 'r0', 'Jaarrekening 2024', -1599);
    content = withCell(content, 'tblJ2', 'r3', 'Omschrijving', 'Saldo investeringen');
    const rows = readBack(content).document.statements[0]?.rows ?? [];
    expect(rows[2]?.values).toEqual([160_000, 200_000]);
    expect(rows[0]?.values).toEqual([-159_900, -200_000]);
    expect(rows[3]).toMatchObject({ label: 'Saldo investeringen', values: [null, 30_000] });
  });

  test('a transfer', () => {
    let content = withCell(CONTENT, 'tblOverdrachten', 'AMJP1', 'Bedrag', 100.01);
    content = withCell(content, 'tblOverdrachten', 'AMJP1', 'Verwijst naar', 'MJP9');
    expect(readBack(content).document.transfers).toEqual([
      { ...DOCUMENT.transfers[0], amountCents: 10_001, references: ['MJP9'] },
    ]);
  });

  test('what a user wrote about a finding', () => {
    let content = withCell(CONTENT, 'tblControle', FINDING.key, 'Toestand', 'verklaard');
    content = withCell(content, 'tblControle', FINDING.key, 'Verklaring', 'Nagekeken met de boekhouding (incl.)');
    content = withCell(content, 'tblControle', FINDING.key, 'Paraaf', 'JP');
    const explanations = explanationsFromWorkbook(content);
    expect(explanations).toEqual({
      [FINDING.key]: { state: 'explained', text: 'Nagekeken met de boekhouding (incl.)', initials: 'JP' },
    });
    const rebuilt = contentOf(buildSheets(READING, [FINDING], { explanations }));
    expect(explanationsFromWorkbook(rebuilt)).toEqual(explanations);
  });

  test('what a user wrote about a finding that is gone waits in the hidden sheet and comes back with it', () => {
    const explanations = { [FINDING.key]: { state: 'accepted', text: '', initials: 'JP' } } as const;
    const gone = contentOf(buildSheets(READING, [], { explanations }));
    expect(explanationsFromWorkbook(gone)).toEqual(explanations);
    const back = contentOf(buildSheets(READING, [FINDING], { explanations: explanationsFromWorkbook(gone) }));
    expect(explanationsFromWorkbook(back)).toEqual(explanations);
    const state = readState(back);
    expect(state.ok && state.value.dormant).toBeUndefined();
  });

  test('a finding marked as solved that still shows is open', () => {
    const content = withCell(
      withCell(CONTENT, 'tblControle', FINDING.key, 'Toestand', 'opgelost'),
      'tblControle',
      FINDING.key,
      'Verklaring',
      'zou weg zijn',
    );
    expect(explanationsFromWorkbook(content)).toEqual({
      [FINDING.key]: { state: 'open', text: 'zou weg zijn', initials: '' },
    });
  });
});

test('rows of a workbook written before rows had ids get them when it is read', () => {
  let removed = 0;
  const withoutId = (cell: CellValue): CellValue =>
    typeof cell === 'string' && cell.startsWith('|')
      ? cell.replace(/,"schemaRow":(?:null|"[^"]*")/g, () => {
          removed += 1;
          return '';
        })
      : cell;
  const sheets = CONTENT.sheets.map((sheet) =>
    sheet.name === SHEETS.state ? { ...sheet, cells: sheet.cells.map((cells) => cells.map(withoutId)) } : sheet,
  );
  const state = readState({ ...CONTENT, sheets });
  expect(removed).toBe(DOCUMENT.statements.flatMap(({ rows }) => rows).length);
  expect(state.ok ? state.value.document : state.failure).toEqual(DOCUMENT);
});

describe('rows come and go', () => {
  const newRow = (rows: (string | number | boolean | null)[][], cells: Readonly<Record<string, string | number>>) =>
    (rows[0] ?? []).map((head) => cells[String(head)] ?? null);

  test('a new action with a credit stands after the row above it', () => {
    let content = mapTable(CONTENT, 'tblPlan', (rows) => [
      ...rows.slice(0, 4),
      newRow(rows, { Code: 'AC9', Niveau: 'AC', Boven: 'AP1', Titel: 'Nieuw' }),
      ...rows.slice(4),
    ]);
    content = mapTable(content, 'tblKredieten', (rows) => [
      ...rows.slice(0, -1),
      newRow(rows, { Jaar: 2024, Code: 'AC9', Soort: 'Exploitatie', Richting: 'Uitgaven', Jaarrekening: 12.5 }),
      ...rows.slice(-1),
    ]);
    const { document, findings } = readBack(content);
    expect(findings).toEqual([]);
    expect(document.nodes.map(({ id, order }) => [id, order])).toEqual([
      ['BD1', 0],
      ['AP1', 1],
      ['AC1', 2],
      ['AC9', 3],
      ['AC2', 4],
      ['AP2', 5],
      ['AC3', 6],
      ['AC4', 7],
    ]);
    expect(nodeOf(document, 'AC9')).toMatchObject({
      code: 'AC9',
      parent: 'AP1',
      level: 'AC',
      title: 'Nieuw',
      evaluation: null,
    });
    expect(document.amounts.filter(({ node }) => node === 'AC9')).toMatchObject([
      { cents: 1_250, unit: 'cent', phase: 'actual', kind: 'operating', direction: 'expenditure' },
      { cents: -1_250, phase: 'actual', kind: 'operating', direction: 'balance' },
    ]);
  });

  test('a removed action takes its amounts along, and is said to be gone', () => {
    const content = mapTable(CONTENT, 'tblPlan', (rows) => rows.filter((cells) => cells[0] !== 'AC2'));
    const { document, findings } = readBack(content);
    expect(nodeOf(document, 'AC2')).toBeUndefined();
    expect(document.amounts.some(({ node }) => node === 'AC2')).toBe(false);
    expect(findings.map(({ check }) => check)).toEqual(['sheet.rows-removed']);
  });

  test('a new row without a code is reported and left out', () => {
    const content = mapTable(CONTENT, 'tblPlan', (rows) => [
      ...rows.slice(0, -1),
      newRow(rows, { Titel: 'Zonder code' }),
      ...rows.slice(-1),
    ]);
    const { document, findings } = readBack(content);
    expect(document).toEqual(DOCUMENT);
    expect(findings).toMatchObject([{ check: 'sheet.new-row-incomplete', figures: { sheet: 'Plan', cell: 'A13' } }]);
  });
});

describe('sheets that were rearranged', () => {
  test('sorted rows, moved and added columns change nothing', () => {
    const rearranged = ['tblPlan', 'tblKredieten', 'tblOverdrachten', 'tblJ2'].reduce(
      (content, table) =>
        mapTable(content, table, (rows) => {
          const totals = rows.at(-1)?.[0] === 'Totaal' ? rows.slice(-1) : [];
          const [head = [], ...body] = totals.length > 0 ? rows.slice(0, -1) : rows;
          return [head, ...body.reverse(), ...totals].map((cells, index) => [
            index === 0 ? 'Mijn kolom' : `x${index}`,
            ...cells.reverse(),
          ]);
        }),
      CONTENT,
    );
    expect(readBack(rearranged)).toEqual({ document: DOCUMENT, findings: [] });
  });

  test('a missing table and a missing column keep what they held', () => {
    const without: WorkbookContent = {
      sheets: CONTENT.sheets.map((sheet) => ({
        ...sheet,
        tables: sheet.tables.filter(({ name }) => name !== 'tblOverdrachten'),
      })),
    };
    const content = mapTable(without, 'tblPlan', (rows) =>
      rows.map((cells) => cells.filter((_, index) => rows[0]?.[index] !== 'Evaluatie')),
    );
    const { document, findings } = readBack(content);
    expect(document).toEqual(DOCUMENT);
    expect(findings.map(({ check }) => check)).toEqual(['sheet.column-missing', 'sheet.table-missing']);
  });
});

describe('bad cells are findings with their address, and good ones are kept', () => {
  test('text pasted into an amount', () => {
    let content = withCell(CONTENT, 'tblKredieten', 'AC2|2024|operating|expenditure', 'Jaarrekening', 'ongeveer 500');
    content = withCell(content, 'tblKredieten', 'AC2|2024|operating|expenditure', 'Eindkrediet', 900);
    const { document, findings } = readBack(content);
    expect(centsAt(document, 'AC2', 'expenditure', 'actual')).toBe(50_000);
    expect(centsAt(document, 'AC2', 'expenditure', 'finalBudget')).toBe(90_000);
    expect(findings).toMatchObject([
      {
        check: 'sheet.bad-amount',
        place: { node: 'AC2' },
        figures: { sheet: 'Kredieten', cell: 'K7', text: 'ongeveer 500' },
      },
    ]);
    expect(findings[0]?.message).toContain('K7');
  });

  test('a parent that does not exist, a circle, half a period, a level and a priority outside their lists', () => {
    let content = withCell(CONTENT, 'tblPlan', 'AC1', 'Boven', 'AP99');
    content = withCell(content, 'tblPlan', 'AP1', 'Boven', 'AC2');
    content = withCell(content, 'tblPlan', 'AC2', 'Van', null);
    content = withCell(content, 'tblPlan', 'AC3', 'Niveau', 'XX');
    content = withCell(content, 'tblPlan', 'AC4', 'Prioritair', 'misschien');
    const { document, findings } = readBack(content);
    expect(document).toEqual(DOCUMENT);
    expect(findings.map(({ check, figures }) => `${check} ${String(figures['cell'])}`).sort()).toEqual([
      'sheet.bad-choice C11',
      'sheet.bad-choice E12',
      'sheet.bad-date F9',
      'sheet.circle D7',
      'sheet.unknown-code D8',
    ]);
  });

  test('a kind, a direction, a year and a code that formulas would not know', () => {
    const key = 'AC1|2024|operating|expenditure';
    let content = withCell(CONTENT, 'tblKredieten', key, 'Soort', 'Diversen');
    content = withCell(content, 'tblKredieten', key, 'Richting', 'Heen');
    content = withCell(content, 'tblKredieten', key, 'Jaar', 'vorig jaar');
    content = withCell(content, 'tblKredieten', key, 'Code', 'AC77');
    const { document, findings } = readBack(content);
    expect(document).toEqual(DOCUMENT);
    expect(findings.map(({ check }) => check).sort()).toEqual([
      'sheet.bad-choice',
      'sheet.bad-choice',
      'sheet.bad-year',
      'sheet.unknown-code',
    ]);
  });
});

describe('a workbook that cannot be read back', () => {
  const failureOf = (content: WorkbookContent): string => {
    const result = documentFromWorkbook(content);
    return result.ok ? 'read' : result.failure.kind.id;
  };
  const withState = (change: (cells: (string | number | boolean | null)[][]) => void): WorkbookContent => ({
    sheets: CONTENT.sheets.map((sheet) => {
      if (sheet.name !== '_planboek') return sheet;
      const cells = sheet.cells.map((row) => [...row]);
      change(cells);
      return { ...sheet, cells };
    }),
  });

  test('without its hidden sheet', () => {
    expect(failureOf({ sheets: CONTENT.sheets.filter(({ name }) => name !== '_planboek') })).toBe('sheet.no-state');
  });

  test('with its first cells gone, or with a document that is lost here and on the sheet Bron', () => {
    expect(failureOf(withState((cells) => void (cells[1] = [])))).toBe('sheet.broken-state');
    const lost = withState((cells) => {
      const at = cells.findIndex(([chunk]) => String(chunk).startsWith('| ,"document"'));
      cells[at] = [String(cells[at]?.[0]).slice(0, -5)];
    });
    const sheets = lost.sheets.filter(({ name }) => name !== SHEETS.source);
    expect(failureOf({ sheets })).toBe('sheet.broken-state');
  });

  test('of another version', () => {
    expect(
      failureOf(
        withState((cells) => {
          cells[0] = ['planboek/state@9'];
        }),
      ),
    ).toBe('sheet.newer-state');
  });
});

describe('what is typed over a formula', () => {
  const amount = 'Exploitatie uitgaven JR';

  test('is told with its cells, and counts nowhere', () => {
    expect(tableColumns(CONTENT, 'tblPlan')).toContain(amount);
    let content = withCell(CONTENT, 'tblPlan', 'AC1', amount, 1_234_567);
    content = withCell(content, 'tblPlan', 'AC2', amount, null);
    const { document, findings } = readBack(tellingFormulas(content, SHEETS_OF_REPORT));
    expect(document).toEqual(DOCUMENT);
    expect(findings.map(({ check, severity }) => `${severity} ${check}`)).toEqual([
      'attention sheet.formulas-replaced',
    ]);
    expect(findings[0]?.message).toMatch(
      new RegExp(
        `^Op blad Plan staat in 2 berekende cellen van kolom "${amount}" geen formule meer: [A-Z]+\\d+, [A-Z]+\\d+\\.`,
      ),
    );
  });

  test('is nothing where every formula stands, and unknown where a host does not tell', () => {
    expect(readBack(tellingFormulas(CONTENT, SHEETS_OF_REPORT)).findings).toEqual([]);
    expect(readBack(withCell(CONTENT, 'tblPlan', 'AC1', amount, 1_234_567)).findings).toEqual([]);
  });
});
