import { beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDocument } from '../../src/plan/document';
import { readSource } from '../../src/read/file/read';
import { runChecks } from '../../src/check/run/run';
import { generateReport } from '../../standin/report/generateReport';
import type { ExpectedReport } from '../../standin/report/expected';
import type { ReportOptions } from '../../standin/report/plan';

const REPORTS: readonly (readonly [name: string, options: ReportOptions])[] = [
  ['another year and entity', { seed: 1 }],
  [
    'codes with a dash, two columns, a city',
    {
      seed: 2,
      codes: 'dash',
      phases: ['actual', 'finalBudget'],
      entityName: 'Stad Zenneveld',
      entityKind: 'Gemeente en OCMW',
      fiscalYear: 2021,
    },
  ],
  [
    'short codes, not priority',
    { seed: 3, codes: 'short', priority: false, fiscalYear: 2025, planYears: [2020, 2026] },
  ],
  [
    'dotted codes, an older plan',
    {
      seed: 4,
      codes: 'dotted',
      fiscalYear: 2018,
      planYears: [2014, 2019],
      enterpriseNumber: '0207.111.222',
      address: "'t Zand 12, 8000 Brugge",
    },
  ],
  ['one objective, one plan, one action', { seed: 5, objectives: 1, plansPerObjective: 1, actionsPerPlan: 1 }],
  ['many objectives', { seed: 6, objectives: 15, plansPerObjective: 6, actionsPerPlan: 9, narrative: 14 }],
];

async function read(text: string): Promise<PlanDocument> {
  const reading = await readSource(new TextEncoder().encode(text), { name: 'generated.txt' });
  if (!reading.ok) throw new Error(`not read: ${reading.failure.kind.id}`);
  return reading.value.document;
}

const withoutSource = <T extends { readonly source: unknown }>({ source: _source, ...rest }: T): Omit<T, 'source'> =>
  rest;

describe.each(REPORTS)('a generated report: %s', (_name, options) => {
  const { text, expected } = generateReport(options);
  let document: PlanDocument;

  const part = <K extends keyof ExpectedReport>(key: K): ExpectedReport[K] => expected[key];

  beforeAll(async () => {
    document = await read(text);
  });

  test('every line has a role, and nothing is found wrong', () => {
    const lines = text.split('\n');
    expect(document.lines.unrecognised.map((number) => `${number}: ${lines[number - 1]}`)).toEqual([]);
    expect(document.findings).toEqual([]);
    expect(document.lines.total).toBe(lines.filter((line) => line.trim() !== '').length);
  });

  test('it is sound, and no check finds an error in it', () => {
    expect(runChecks(document).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the entity, the year and the plan', () => {
    expect(document.document).toMatchObject({
      kind: 'annualAccounts',
      fiscalYear: part('fiscalYear'),
      schemaSet: '2020',
      planPeriod: part('planPeriod'),
      entity: { name: part('entityName'), enterpriseNumber: part('enterpriseNumber'), address: part('address') },
    });
  });

  test('every node with title, period, status and text', () => {
    expect(document.nodes.map(withoutSource)).toEqual(part('nodes'));
  });

  test('every amount', () => {
    expect(
      document.amounts.map(({ node, year, kind, direction, phase, cents }) => ({
        node,
        year,
        kind,
        direction,
        phase,
        cents,
      })),
    ).toEqual(part('amounts'));
  });

  test.each(['J1', 'J2', 'J3', 'J4', 'J5', 'T1', 'T2', 'T4'] as const)('schema %s', (schema) => {
    const wanted = expected.statements.find((statement) => statement.schema === schema);
    const found = document.statements.filter((statement) => statement.schema === schema);
    expect(found).toHaveLength(1);
    const [statement] = found;
    expect(statement).toMatchObject({
      schema,
      title: wanted?.title,
      version: wanted?.version,
      columns: wanted?.columns,
    });
    const withFigures = ({ values }: { readonly values: readonly unknown[] }): boolean => values.length > 0;
    const rows = (statement?.rows ?? [])
      .filter(withFigures)
      .map(({ section, path, label, values, node, kind, direction }) => ({
        section,
        path,
        label,
        values,
        node,
        kind,
        direction,
      }));
    expect(rows).toEqual(wanted?.rows.filter(withFigures));
  });

  test('every transfer and its totals', () => {
    expect(document.transfers.map(withoutSource)).toEqual(part('transfers'));
    expect(document.transferTotals.map(withoutSource)).toEqual(part('transferTotals'));
  });
});
