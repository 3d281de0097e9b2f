import { describe, expect, test } from '@jest/globals';
import type { SchemaName } from '../../src/plan/vocabulary';
import {
  identifyRows,
  identifyStatements,
  rowsWithId,
  rowWithId,
  type PrintedRow,
} from '../../src/schema/rows/identify';
import { readReport } from '../../src/read/report/report';
import { seedText } from '../support/requirements';

type Entry = readonly [section: string, markers: string, label: string, more?: Partial<PrintedRow>];

const printed = ([section, markers, label, more]: Entry): PrintedRow => ({
  section,
  path: markers === '' ? [] : markers.split('.'),
  label,
  depth: 0,
  values: [100],
  node: null,
  kind: null,
  direction: null,
  source: { line: 1, page: null },
  ...more,
});

const idsOf = (schema: SchemaName, ...entries: readonly Entry[]): readonly (string | null)[] =>
  identifyRows(schema, entries.map(printed)).map(({ schemaRow }) => schemaRow);

describe('rows that a section tells apart', () => {
  test('the same markers and label in two parts of J2', () => {
    const label = 'Periodieke aflossingen conform de verbintenissen';
    expect(
      idsOf('J2', ['Autofinancieringsmarge', 'II.a', label], ['Gecorrigeerde Autofinancieringsmarge', 'II.a', label]),
    ).toEqual(['J2.margin.II.a', 'J2.corrected.II.a']);
  });
  test('a row of the other side of the balance sheet is no row of this side', () => {
    expect(
      idsOf('J4', ['PASSIVA', 'I.A.1.b', 'Financiële schulden'], ['ACTIVA', 'I.A.1.b', 'Financiële schulden']),
    ).toEqual(['J4.liabilities.I.A.1.b', null]);
  });
  test('under a heading that the law does not know, markers and label name a row that occurs once', () => {
    expect(
      idsOf('T4', ['Schuldpositie', 'A.4', 'Overboekingen'], ['Schuldpositie', 'A.4', 'Nieuwe leningen (A.2)']),
    ).toEqual(['T4.A.4', 'T4.A.2']);
    expect(idsOf('J2', ['', 'I', 'Exploitatiesaldo'], ['Anders', 'I', 'Exploitatiesaldo'])).toEqual(['J2.I', null]);
    expect(idsOf('J4', ['', 'I.B.1', 'Schulden uit ruiltransacties'], ['', 'X', 'Overboekingen'])).toEqual([
      'J4.liabilities.I.B.1',
      null,
    ]);
  });
});

describe('wordings', () => {
  test.each([
    ['T2', ['', '', 'Saldo van exploitatie en investeringen'], 'T2.operatingAndInvestment.balance'],
    ['T3', ['Geraamde financiële schulden', 'D', 'Financiële schulden op 31 december (A+B-C)'], 'T3.D'],
    ['J5', ['', 'I.A.4', 'Individuele hulpverlening door het OCMW'], 'J5.I.A.4'],
    ['T2', ['I. Exploitatie-uitgaven', 'A.2', 'Bezoldigingen'], 'T2.operating.expenditure.A.2'],
    ['J2', ['Budgettair resultaat', 'V', 'Resultaat van dit jaar'], 'J2.V'],
    ['J2', ['Budgettair resultaat', 'VIII', 'Beschikbaar budgettair resultaat'], 'J2.IX'],
    ['J4', ['ACTIVA', 'II.B', 'Iets heel anders'], null],
    ['T2', ['I. Exploitatie-uitgaven', 'A.4.-', 'Toegestane werkingssubsidies'], null],
  ] as const)('%s %j is %s', (schema, entry, id) => {
    expect(idsOf(schema, entry)).toEqual([id]);
  });
  test('the heading of a part, printed as a row, is none', () => {
    expect(idsOf('J2', ['Autofinancieringsmarge', '', 'Autofinancieringsmarge', { values: [] }])).toEqual([null]);
  });
  test('BBC 3.0 prints the parts of T2 under one heading per kind', () => {
    expect(
      idsOf(
        'T2',
        ['EXPLOITATIE', 'I', 'Totaal exploitatie-uitgaven'],
        ['EXPLOITATIE', 'II.A.5', 'Andere operationele ontvangsten'],
        ['FINANCIERING', 'I.A.1', 'Periodieke aflossingen van opgenomen leningen en leasings'],
        ['BUDGETTAIR RESULTAAT VAN HET BOEKJAAR', 'I', 'Exploitatiesaldo'],
      ),
    ).toEqual([
      'T2.operating.expenditure.total',
      'T2.operating.receipts.A.5',
      'T2.financing.expenditure.A.1',
      'T2.operating.balance',
    ]);
  });
});

test('rows of entities, objectives and domains share an id', () => {
  const flow = { kind: 'operating', direction: 'expenditure' } as const;
  expect(
    idsOf(
      'J2',
      ['Geconsolideerd financieel evenwicht', 'I.-', 'AGB Haven'],
      ['Geconsolideerd financieel evenwicht', 'I.-', 'Gemeente'],
    ),
  ).toEqual(['J2.consolidated.I.entity', 'J2.consolidated.I.entity']);
  expect(idsOf('J3', ['AGB Haven', '', 'Exploitatie'], ['Gemeente', '', 'Exploitatie'])).toEqual([
    'J3.operating',
    'J3.operating',
  ]);
  expect(
    idsOf(
      'J1',
      ['Niet prioritaire beleidsdoelstelling: BD2', '', 'Uitgave', flow],
      ['Niet-prioritaire beleidsdoelstellingen', '', 'Uitgave', flow],
      ['Verrichtingen zonder beleidsdoelstellingen', '', 'Uitgave', flow],
      ['Totaal', '', 'Uitgave', flow],
    ),
  ).toEqual(['objective', 'other', 'without', 'total'].map((group) => `J1.${group}.operating.expenditure`));
  expect(
    idsOf('T1', ['Zorg', '', 'Uitgaven', flow], ['Algemeen totaal', '', 'Uitgaven', { ...flow, kind: null }]),
  ).toEqual(['T1.domain.operating.expenditure', 'T1.total.expenditure']);
});

test('a row is found by its id where it has figures; several as printed', () => {
  const [statement] = identifyStatements([
    {
      schema: 'J3',
      title: '',
      version: null,
      columns: [],
      dossiers: [],
      unit: 'euro',
      source: { line: 1, page: null },
      rows: (
        [
          ['AGB', '', 'Exploitatie', { values: [] }],
          ['AGB', '', 'Exploitatie'],
          ['Stad', '', 'Exploitatie'],
        ] as const
      ).map((entry) => ({ ...printed(entry), schemaRow: null })),
    },
  ]);
  if (!statement) throw new Error('no statement');
  expect([
    rowsWithId(statement, 'J3.operating'),
    rowWithId(statement, 'J3.operating'),
    rowWithId(statement, 'J3.investment'),
  ]).toEqual([[1, 2], 1, null]);
  const edited = { ...statement, rows: statement.rows.map((row) => ({ ...row, label: 'Werking' })) };
  expect(identifyStatements([edited])).toEqual([edited]);
});

test('the seed report: every numbered row but the dashes of T2 is a row of the law', () => {
  const statements = readReport(seedText('004'))?.document.statements ?? [];
  expect(statements.length).toBeGreaterThan(0);
  const unknown = statements.flatMap(({ schema, rows }) =>
    rows.filter(
      ({ values, path, schemaRow }) =>
        values.length > 0 && schemaRow === null && !(schema === 'T2' && path.at(-1) === '-'),
    ),
  );
  expect(unknown).toEqual([]);
});
