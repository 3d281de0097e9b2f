import { describe, expect, test } from '@jest/globals';
import type { Statement } from '../../src/plan/document';
import { roundingBoundCents } from '../../src/plan/money';
import { carriesOf, mirrorsOf } from '../../src/schema/carries';
import { relationsOf } from '../../src/schema/relations/relations';
import { documentOf, type GoldenCase } from '../check/goldenCase';
import { readReport } from '../../src/read/report/report';
import { seedText } from '../support/requirements';

function statement(entry: NonNullable<GoldenCase['statements']>[number]): Statement {
  const [found] = documentOf({ about: '', statements: [entry] }).statements;
  if (!found) throw new Error('no statement');
  return found;
}

/** "III = I + II" by the labels of the rows. */
function told(of: Statement): readonly string[] {
  const name = (row: number): string => of.rows[row]?.path.join('.') || (of.rows[row]?.label ?? '');
  return relationsOf(of).map(
    ({ target, terms }) =>
      `${name(target)} = ${terms.map(({ row, sign }) => `${sign < 0 ? '-' : ''}${name(row)}`).join(' ')}`,
  );
}

const COLUMN = [[2024, 'actual']] as const;

test('J2: roman formulas, differences of a and b, and a row that is not printed', () => {
  const B = 'Budgettair resultaat';
  expect(
    told(
      statement({
        schema: 'J2',
        columns: COLUMN,
        rows: [
          [B, 'I', 'Exploitatiesaldo', [4]],
          [B, 'I.a', 'Ontvangsten', [10]],
          [B, 'I.b', 'Uitgaven', [6]],
          [B, 'III', 'Saldo exploitatie en investeringen', [4]],
          [B, 'V', 'Budgettair resultaat van het boekjaar', [4]],
          [B, 'VI', 'Gecumuleerd budgettair resultaat vorig boekjaar', [1]],
          [B, 'VII', 'Gecumuleerd budgettair resultaat', [5]],
          [B, 'IX', 'Beschikbaar budgettair resultaat', [5]],
        ],
      }),
    ),
  ).toEqual(['I = I.a -I.b', 'III = I', 'V = III', 'VII = V VI', 'IX = VII']);
});

test('J2, consolidated: a total is the sum of the entities above it', () => {
  const C = 'Geconsolideerd financieel evenwicht';
  expect(
    told(
      statement({
        schema: 'J2',
        columns: COLUMN,
        rows: [
          [C, 'I', 'Beschikbaar budgettair resultaat', []],
          [C, 'I.-', 'Gemeente en OCMW', [9]],
          [C, 'I.-', 'Autonoom gemeentebedrijf', [5]],
          [C, '', 'Totaal beschikbaar budgettair resultaat', [14]],
          [C, 'II', 'Autofinancieringsmarge', []],
          [C, 'II.-', 'Gemeente en OCMW', [1]],
          [C, '', 'Totale autofinancieringsmarge', [1]],
        ],
      }),
    ),
  ).toEqual(['Totaal beschikbaar budgettair resultaat = I.- I.-', 'Totale autofinancieringsmarge = II.-']);
});

test('J5: III is computed in two ways, and IV.C is not the sum of what stands under IV', () => {
  expect(
    told(
      statement({
        schema: 'J5',
        columns: COLUMN,
        rows: [
          ['', 'I', 'Kosten', [7]],
          ['', 'I.A', 'Operationele kosten', [5]],
          ['', 'I.B', 'Financiële kosten', [2]],
          ['', 'II', 'Opbrengsten', [4]],
          ['', 'II.A', 'Operationele opbrengsten', [4]],
          ['', 'III', 'Overschot of tekort van het boekjaar', [-3]],
          ['', 'III.A', 'Operationeel overschot of tekort', [-1]],
          ['', 'III.B', 'Financieel overschot of tekort', [-2]],
          ['', 'IV', 'Verwerking van het overschot of tekort van het boekjaar', [-3]],
          ['', 'IV.B', 'Tussenkomst door derden in het tekort van het boekjaar', [1]],
          ['', 'IV.C', 'Over te dragen overschot of tekort van het boekjaar', [-2]],
        ],
      }),
    ),
  ).toEqual([
    'I = I.A I.B',
    'II = II.A',
    'III = II -I',
    'III = III.A III.B',
    'III.A = II.A -I.A',
    'III.B = -I.B',
    'IV = III',
    'IV.C = IV IV.B',
  ]);
});

test('T2: sections without a row of their own, nested dashes, and the balances below', () => {
  expect(
    told(
      statement({
        schema: 'T2',
        columns: COLUMN,
        rows: [
          ['I. Exploitatie-uitgaven', 'A', 'Operationele uitgaven', [5]],
          ['I. Exploitatie-uitgaven', 'B', 'Financiële uitgaven', [1]],
          ['II. Exploitatieontvangsten', 'A', 'Operationele ontvangsten', [9]],
          ['II. Exploitatieontvangsten', 'A.3', 'Werkingssubsidies', [9]],
          ['II. Exploitatieontvangsten', 'A.3.a', 'Algemene werkingssubsidies', [9]],
          ['II. Exploitatieontvangsten', 'A.3.a.-', 'Andere algemene werkingssubsidies', [9]],
          ['II. Exploitatieontvangsten', 'A.3.a.-.-', 'van de gemeente', [9]],
          ['', 'III', 'Exploitatiesaldo', [3]],
          ['I. Investeringsuitgaven', 'B', 'Investeringen in materiële vaste activa', [2]],
          ['', 'III', 'Investeringssaldo', [-2]],
          ['', '', 'Saldo exploitatie en investeringen', [1]],
          ['I. Financieringsuitgaven', 'A', 'Vereffening van financiële schulden', [1]],
          ['', 'III', 'Financieringssaldo', [-1]],
          ['', '', 'Budgettair resultaat van het boekjaar', [0]],
        ],
      }),
    ),
  ).toEqual([
    'A = A.3',
    'A.3 = A.3.a',
    'A.3.a = A.3.a.-',
    'A.3.a.- = A.3.a.-.-',
    'III = A -A -B',
    'III = -B',
    'Saldo exploitatie en investeringen = III III',
    'III = -A',
    'Budgettair resultaat van het boekjaar = Saldo exploitatie en investeringen III',
  ]);
});

test('T2 of BBC 3.0: totals under one heading per kind, and the balances at the end', () => {
  const [E, B] = ['EXPLOITATIE', 'BUDGETTAIR RESULTAAT VAN HET BOEKJAAR'];
  expect(
    told(
      statement({
        schema: 'T2',
        columns: COLUMN,
        rows: [
          [E, 'I', 'Totaal exploitatie-uitgaven', [6]],
          [E, 'I.A', 'Operationele uitgaven', [6]],
          [E, 'II', 'Totaal exploitatieontvangsten', [9]],
          [B, 'I', 'Exploitatiesaldo', [3]],
          [B, 'II', 'Investeringssaldo', [-2]],
          [B, 'III', 'Saldo van exploitatie en investeringen', [1]],
          [B, 'IV', 'Financieringssaldo', [4]],
          [B, 'V', 'Budgettair resultaat van het boekjaar', [5]],
        ],
      }),
    ),
  ).toEqual(['I = I.A', 'I = II -I', 'III = I II', 'V = III IV']);
});

test('J1: saldo per kind, and the total of all groups before it', () => {
  const flow = (
    section: string,
    direction: 'expenditure' | 'receipts' | 'balance',
    euro: number,
    node: string | null,
  ) => [section, '', direction, [euro], { kind: 'operating', direction, node }] as const;
  const of = statement({
    schema: 'J1',
    columns: COLUMN,
    rows: [
      flow('Prioritaire beleidsdoelstelling: BD1', 'expenditure', 5, 'BD1'),
      flow('Prioritaire beleidsdoelstelling: BD1', 'balance', -5, 'BD1'),
      flow('Verrichtingen zonder beleidsdoelstelling', 'expenditure', 2, null),
      flow('Totaal', 'expenditure', 7, null),
    ],
  });
  expect(told(of)).toEqual(['balance = -expenditure', 'expenditure = expenditure expenditure']);
});

test('J3: financing is the sum of its parts, whatever follows it', () => {
  const row = (label: string, euro: number) => ['AGB', '', label, [euro], { kind: 'financing' }] as const;
  expect(
    told(
      statement({
        schema: 'J3',
        columns: [[2024, 'actual', 'expenditure']],
        rows: [
          row('Financiering', 5),
          row('Leningen en leasings', 3),
          row('Overige financieringstransacties', 2),
          row('Iets anders', 1),
        ],
      }),
    ),
  ).toEqual(['Financiering = Leningen en leasings Overige financieringstransacties']);
});

test('J4: both sides are equal, and each is the sum of its top rows', () => {
  expect(
    told(
      statement({
        schema: 'J4',
        columns: COLUMN,
        rows: [
          ['ACTIVA', '', 'ACTIVA', [9]],
          ['ACTIVA', 'I', 'Vlottende activa', [4]],
          ['ACTIVA', 'I.B', 'Vorderingen op korte termijn', [4]],
          ['ACTIVA', 'II', 'Vaste activa', [5]],
          ['PASSIVA', '', 'PASSIVA', [9]],
          ['PASSIVA', 'II', 'Nettoactief', [9]],
        ],
      }),
    ),
  ).toEqual(['ACTIVA = I II', 'I = I.B', 'PASSIVA = II', 'PASSIVA = ACTIVA']);
});

test('T4: stocks roll forward and transfers mirror', () => {
  const F = 'Financiële schulden op 31 december';
  const of = statement({
    schema: 'T4',
    columns: [
      [2023, 'actual'],
      [2024, 'actual'],
    ],
    rows: [
      [F, 'A', 'Financiële schulden op lange termijn', [9, 8]],
      [F, 'A.1', 'Financiële schulden op 1 januari', [10, 9]],
      [F, 'A.4', 'Overboekingen', [-1, -1]],
      [F, 'B', 'Financiële schulden op lange termijn die binnen het jaar vervallen', [1, 1]],
      [F, 'B.3', 'Overboekingen', [1, 1]],
      [F, '', 'Totaal financiële schulden', [10, 9]],
    ],
  });
  expect(told(of)).toEqual(['A = A.1 A.4', 'B = B.3', 'Totaal financiële schulden = A B']);
  expect(carriesOf(of)).toEqual([{ opening: 1, closing: 0 }]);
  expect(mirrorsOf(of)).toEqual([{ left: 2, right: 4 }]);
});

test('rows without figures compute nothing and are no part', () => {
  expect(
    relationsOf(
      statement({
        schema: 'J5',
        columns: COLUMN,
        rows: [
          ['', 'I', 'Kosten', []],
          ['', 'I.A', 'Operationele kosten', [5]],
        ],
      }),
    ),
  ).toEqual([]);
});

describe('the seed report', () => {
  const statements = readReport(seedText('004'))?.document.statements ?? [];
  test.each(statements.map((one) => [one.schema, one] as const))(
    '%s: every relation holds within rounding, and nearly every row takes part',
    (_schema, one) => {
      const relations = relationsOf(one);
      for (const { target, terms } of relations) {
        for (const column of one.columns.keys()) {
          const sum = terms.reduce((total, { row, sign }) => total + sign * (one.rows[row]?.values[column] ?? 0), 0);
          expect(Math.abs((one.rows[target]?.values[column] ?? 0) - sum)).toBeLessThanOrEqual(
            roundingBoundCents(terms.length, 'euro'),
          );
        }
      }
      const used = new Set(relations.flatMap(({ target, terms }) => [target, ...terms.map(({ row }) => row)]));
      const alone = [...one.rows.keys()]
        .filter((row) => (one.rows[row]?.values.length ?? 0) > 0 && !used.has(row))
        .map((row) => one.rows[row]?.label);
      expect(alone).toEqual(one.schema === 'J3' ? ['Exploitatie', 'Investeringen'] : []);
    },
  );
});
