import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readReport } from '../../src/read/report/report';
import type { SheetSpec } from '../../src/sheets/spec';
import { valueOf } from '../../src/sheets/table';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { generateReport } from '../../standin/report/generateReport';
import { seedText } from '../support/requirements';
import { anyReading } from './arbitrary';
import { contentOf, tableRows } from './contentOf';
import { DOCUMENT, READING } from './fixture';
import { faultsOf } from './invariants';

const SHEETS = buildSheets(READING, []);

const sheet = (name: string): SheetSpec => {
  const found = SHEETS.find((each) => each.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

/** Rows of a table as records by column name. */
function records(tableName: string, sheets: readonly SheetSpec[] = SHEETS) {
  const [head = [], ...rows] = tableRows(contentOf(sheets), tableName);
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [String(name), cells[index] ?? null])));
}

/** The formula of a column of a table. */
const formulaOf = (tableName: string, column: string): string =>
  SHEETS.flatMap(({ tables }) => tables)
    .find(({ name }) => name === tableName)
    ?.columns.find(({ name }) => name === column)?.formula ?? '';

test('the sheets of a report, in order; only the state is hidden', () => {
  expect(SHEETS.map(({ name }) => name)).toEqual([
    'Start',
    'Plan',
    'Kredieten',
    'Overdrachten',
    'Afstemming',
    'J2',
    'Controle',
    'Dashboard',
    'Bron',
    '_planboek',
  ]);
  expect(SHEETS.filter(({ visibility }) => visibility === 'veryHidden').map(({ name }) => name)).toEqual(['_planboek']);
});

test('a specification is plain JSON data', () => {
  expect(JSON.parse(JSON.stringify(SHEETS))).toEqual(SHEETS);
});

describe('no workbook that Excel would have to repair', () => {
  test('of the fixture, and of the accounts of 2024', () => {
    expect(faultsOf(SHEETS)).toEqual([]);
    const reading = readReport(seedText('004'));
    if (!reading) throw new Error('not read');
    expect(faultsOf(buildSheets(reading, []))).toEqual([]);
  });

  test('of generated reports of other boards', () => {
    for (const options of [
      { seed: 2, codes: 'dash' },
      { seed: 4, codes: 'dotted', fiscalYear: 2018 },
      { seed: 5, objectives: 1, plansPerObjective: 1, actionsPerPlan: 1 },
    ] as const) {
      const reading = readReport(generateReport(options).text);
      if (!reading) throw new Error('not read');
      expect(faultsOf(buildSheets(reading, []))).toEqual([]);
    }
  });

  test('of any document at all', () => {
    fc.assert(
      fc.property(anyReading, (reading) => {
        expect(faultsOf(buildSheets(reading, []))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('Plan', () => {
  const rows = records('tblPlan');
  const row = (code: string) => rows.find((each) => each['Code'] === code);

  test('one row per node in printed order, with path, period and status', () => {
    expect(rows.map((each) => each['Code'])).toEqual(['BD1', 'AP1', 'AC1', 'AC2', 'AP2', 'AC3', 'AC4', 'Totaal']);
    expect(row('AC1')).toMatchObject({
      Titel: '=1+1',
      Boven: 'AP1',
      'Pad BD': 'BD1',
      'Pad AP': 'AP1',
      'Pad AC': 'AC1',
      Prioritair: 'ja',
      Van: 43_831,
      Tot: 46_022,
      Status: 'Resultaat is behaald',
    });
    expect(row('AC3')).toMatchObject({ Status: 'Even gestopt', Evaluatie: 'Wacht.' });
  });

  test('roll-ups add up level by level, keep what is not printed empty, and stand beside the printed figure', () => {
    expect(row('AC1')).toMatchObject({
      'Exploitatie uitgaven JR': 1000,
      'Investeringen ontvangsten JR': 0,
      'Investeringen ontvangsten IK': null,
    });
    expect(row('AP1')).toMatchObject({
      'Exploitatie uitgaven JR': 1500,
      'Gedrukt Exploitatie uitgaven JR': 1501,
      'Verschil Exploitatie uitgaven JR': -1,
      'Investeringen ontvangsten EK': 300,
    });
    expect(row('BD1')).toMatchObject({ 'Exploitatie uitgaven JR': 1500, 'Gedrukt Exploitatie uitgaven JR': 1501 });
    expect(row('AP2')).toMatchObject({ 'Exploitatie uitgaven JR': null, 'Gedrukt Exploitatie uitgaven JR': null });
    expect(row('Totaal')).toMatchObject({
      'Exploitatie uitgaven JR': 1500,
      'Gedrukt Exploitatie uitgaven JR': 1501,
      'Verschil Exploitatie uitgaven JR': -1,
    });
  });

  test('only own credits are looked up in the credits; sums stay within the plan', () => {
    expect(formulaOf('tblPlan', 'Eigen EU JR')).toContain('tblKredieten[Samen Jaarrekening]');
    expect(formulaOf('tblPlan', 'Exploitatie uitgaven JR')).not.toContain('tblKredieten');
  });

  test('the derived status follows from the parts', () => {
    expect(row('AP1')?.['Afgeleide status']).toBe('Voortgang loopt niet zoals gepland');
    expect(row('AP2')?.['Afgeleide status']).toBeNull();
  });

  test('rows are grouped by level, statuses are chosen from the list of the board', () => {
    expect(
      sheet('Plan')
        .rows.filter(({ outline }) => outline !== undefined)
        .map(({ outline }) => outline),
    ).toEqual([1, 2, 2, 1, 2, 2]);
    expect(sheet('Plan').validations).toContainEqual(
      expect.objectContaining({ kind: 'list', source: 'Statussen', reaction: 'stop' }),
    );
    expect(sheet('Start').names).toMatchObject([{ name: 'Statussen', range: { sheet: 'Start', rows: 4, columns: 1 } }]);
  });

  test('a title that looks like a formula is a text', () => {
    const cell = sheet('Plan')
      .blocks.flatMap(({ cells }) => cells.flat())
      .find((each) => valueOf(each) === '=1+1');
    expect(cell).toBe('=1+1');
  });
});

describe('Kredieten', () => {
  test('one line per action, kind and direction; subtotals and balances stay out of the pivot', () => {
    expect(records('tblKredieten')).toMatchObject([
      {
        Jaar: 2024,
        BD: 'BD1',
        AP: 'AP1',
        AC: 'AC1',
        Code: 'AC1',
        Soort: 'Exploitatie',
        Richting: 'Uitgaven',
        'Initieel krediet': 1200,
        Eindkrediet: 1200,
        Jaarrekening: 1000,
        'Over of nog te ontvangen': 200,
        'Overschreden of meer ontvangen': 0,
      },
      {
        Code: 'AC1',
        Soort: 'Investeringen',
        Richting: 'Ontvangsten',
        'Initieel krediet': null,
        Eindkrediet: 300,
        Jaarrekening: 0,
        Realisatie: 0,
      },
      { Code: 'AC2', Eindkrediet: 800, Jaarrekening: 500, Realisatie: 0.625 },
      // Of both directions: nothing to add until a filter chooses one.
      { Jaar: 'Totaal', Jaarrekening: null },
    ]);
  });
});

describe('Afstemming', () => {
  const verdicts = (transfers: readonly object[]): readonly unknown[] => {
    const sheets = buildSheets(
      { ...READING, document: { ...DOCUMENT, transfers: transfers as typeof DOCUMENT.transfers } },
      [],
    );
    return records('tblAfstemming', sheets).map((each) => [each['Code'], each['Oordeel']]);
  };
  const [transfer] = DOCUMENT.transfers;
  if (!transfer) throw new Error('no transfer');

  test('from initial credit to what lapsed: expenditure, then receipts', () => {
    expect(records('tblAfstemming')).toMatchObject([
      {
        Code: 'AC1',
        Soort: 'Exploitatie',
        Richting: 'Uitgaven',
        Overgedragen: null,
        'Vervallen of minder ontvangen': 200,
        Oordeel: 'vervalt',
        BD: 'BD1',
        AP: 'AP1',
      },
      {
        Code: 'AC2',
        Soort: 'Exploitatie',
        Richting: 'Uitgaven',
        'Overschreden of meer ontvangen': 0,
        'Vervallen of minder ontvangen': 300,
        Oordeel: 'vervalt',
      },
      {
        Code: 'AC1',
        Soort: 'Investeringen',
        Richting: 'Ontvangsten',
        Overgedragen: 123.45,
        'Vervallen of minder ontvangen': 176.55,
        Oordeel: 'minder ontvangen',
      },
    ]);
  });

  test('more carried over than was left, and a transfer without a credit, stand out', () => {
    expect(
      verdicts([
        { ...transfer, amountCents: 40_000 },
        { ...transfer, id: 'AMJP2', node: 'AC3', actionPlan: 'AP2' },
      ]),
    ).toEqual([
      ['AC1', 'vervalt'],
      ['AC2', 'vervalt'],
      ['AC1', 'meer overgedragen dan nog te ontvangen'],
      ['AC3', 'overdracht zonder krediet'],
    ]);
  });

  test('subtotals bear their titles, and each direction has totals of its own in its own words', () => {
    const texts = sheet('Afstemming').blocks.flatMap(({ cells }) => cells.map((row) => row.map(valueOf)));
    const row = (label: string) => texts.find((cells) => cells[1] === label);
    expect(row('Uitgaven 2024')?.slice(5)).toEqual([
      'Initieel krediet',
      'Eindkrediet',
      'Jaarrekening',
      'Overschreden',
      'Overgedragen',
      'Te veel overgedragen',
      'Vervallen',
    ]);
    expect(row('Eerste plan')).toEqual(['AP1', 'Eerste plan', null, null, null, 1900, 2000, 1500, 0, '', 0, 500]);
    expect(row('Totaal uitgaven')?.slice(5)).toEqual([1900, 2000, 1500, 0, '', 0, 500]);
    expect(row('Ontvangsten 2024')?.slice(8)).toEqual([
      'Meer ontvangen',
      'Overgedragen',
      'Te veel overgedragen',
      'Minder ontvangen',
    ]);
    expect(row('Totaal ontvangsten')?.slice(5)).toEqual(['', 300, 0, 0, 123.45, 0, 176.55]);
  });
});

describe('a statement', () => {
  const rows = records('tblJ2');

  test('totals are formulas over the rows they are made of; headings and blanks stay', () => {
    const formulas = sheet('J2')
      .blocks.flatMap(({ cells }) => cells.map((cells_) => cells_[2]))
      .flatMap((cell) => (cell !== null && typeof cell === 'object' && 'formula' in cell ? [cell.formula] : []));
    const whole = 'IF(COUNT(tblPlan[Eigen EU JR])=0,"",SUM(tblPlan[Eigen EU JR]))';
    expect(formulas).toEqual([
      'IF(COUNT(C10:C11,F9)=0,"",ROUND(SUM(C10)-SUM(C11)+N(F9)-N(H9),2))',
      `IF(COUNT(${whole},F11)=0,"",ROUND(SUM(N(${whole}))+N(F11)-N(H11),2))`,
      'IF(COUNT(C9,C12,F13)=0,"",ROUND(SUM(C9,C12)+N(F13)-N(H13),2))',
    ]);
    expect(rows.map((each) => [each['Nr'], each['Omschrijving'], each['Jaarrekening 2024']])).toEqual([
      [null, 'Budgettair resultaat', null],
      ['I.', 'Exploitatiesaldo', -1500],
      ['a.', 'Ontvangsten', 0],
      ['b.', 'Uitgaven', 1501],
      ['II.', 'Investeringssaldo', null],
      ['III.', 'Saldo exploitatie en investeringen', -1500],
      [null, 'Autofinancieringsmarge', null],
      [null, 'Zonder cijfers', null],
    ]);
  });

  test('rounding that explains a printed figure stands in its own column, and the figure agrees with the report', () => {
    expect(rows[1]).toMatchObject({
      'Gedrukt Jaarrekening 2024': -1500,
      'Herrekend Jaarrekening 2024': -1501,
      'Afronding Jaarrekening 2024': 1,
      'Verschil Jaarrekening 2024': 0,
      'Grens Jaarrekening 2024': 1,
    });
    expect(rows[1]).toMatchObject({ 'Meerjarenplan 2024': -2000, 'Afronding Meerjarenplan 2024': 0 });
  });

  test('a difference beyond rounding is no rounding: the sheet starts from what was printed, and says how far off it is', () => {
    const [statement] = DOCUMENT.statements;
    if (!statement) throw new Error('no statement');
    const broken = {
      ...statement,
      rows: statement.rows.map((row, index) => (index === 0 ? { ...row, values: [-140_000, -200_000] } : row)),
    };
    const [, first] = records(
      'tblJ2',
      buildSheets({ ...READING, document: { ...DOCUMENT, statements: [broken] } }, []),
    );
    expect(first).toMatchObject({
      'Jaarrekening 2024': -1400,
      'Gedrukt Jaarrekening 2024': -1400,
      'Herrekend Jaarrekening 2024': -1501,
      'Afronding Jaarrekening 2024': 0,
      'Verschil Jaarrekening 2024': 101,
    });
  });
});

describe('Controle', () => {
  const finding = (check: string, severity: 'error' | 'info', place: object) => ({
    key: check,
    check,
    severity,
    message: `Zin van ${check}.`,
    figures: { sumCents: 12_345 },
    place: { node: null, schema: null, row: null, column: null, line: null, ...place },
  });
  const sheets = buildSheets(READING, [
    finding('test.node', 'info', { node: 'AC2', line: 3 }),
    finding('test.cell', 'error', { schema: 'J2', row: 'Budgettair resultaat / I.b / Uitgaven', column: 1 }),
    finding('test.line', 'info', { line: 7 }),
  ]);

  test('gravest first, with figures in words and a link to the cell', () => {
    expect(records('tblControle', sheets)).toMatchObject([
      { Ernst: 'fout', Plaats: 'J2 D11', Cijfers: 'som: 123,45', Toestand: 'open', Verklaring: null },
      { Ernst: 'info', Plaats: 'AC2', Bron: 'r. 3' },
      { Ernst: 'info', Plaats: 'r. 7' },
    ]);
    expect(faultsOf(sheets)).toEqual([]);
  });

  test('the findings of the reading come along, once', () => {
    const [first] = [finding('test.node', 'info', { node: 'AC2' })];
    const reading = { ...READING, document: { ...DOCUMENT, findings: [first] } };
    expect(records('tblControle', buildSheets(reading, [first]))).toHaveLength(1);
  });
});

test('every line of the source stands on its sheet, and every amount leads to its line', () => {
  expect(records('tblBron').map((each) => each['Regel'])).toEqual(READING.lines.map(({ number }) => number));
  const sources = records('tblKredieten')
    .slice(0, -1)
    .map((each) => each['Bron']);
  expect(sources).toEqual(['r. 15', 'r. 16', 'r. 17']);
});
