import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { reduceProse } from '../../../scripts/seed/reduce';
import type { PlanDocument } from '../../../src/plan/document';
import { readSource } from '../../../src/read/file/read';
import type { Reading } from '../../../src/read/source';
import { describeFullText, reducedSeedPath } from '../../support/requirements';
import { SEED_PROFILES } from '../../../scripts/seed/seedProfiles';

async function readText(text: string): Promise<Reading> {
  const reading = await readSource(new TextEncoder().encode(text), { name: 'seed', profiles: SEED_PROFILES });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value;
}

const readReduced = (prefix: string): Promise<Reading> => readText(readFileSync(reducedSeedPath(prefix), 'utf8'));

const countLevels = ({ nodes, levels }: PlanDocument): Record<string, number> =>
  Object.fromEntries(levels.map(({ id }) => [id, nodes.filter(({ level }) => level === id).length]));

/** Nodes per level; seeds/README.md tells how each was counted a second time. */
const COUNTS: Readonly<Record<string, { readonly lines: number; readonly levels: Readonly<Record<string, number>> }>> =
  {
    '000': { lines: 1158, levels: { HFD: 9, EFF: 4, AB11: 23, AB05: 7, BT: 6 } },
    '001': {
      lines: 1876,
      levels: { WERF: 7, HL: 28, DOM: 12, THE: 31, SUB: 21, AMB: 43, DST: 206, ACT: 339, DACT: 14 },
    },
    '002': { lines: 1306, levels: { SD: 5, TD: 17, OD: 35, RES: 89, DRES: 7 } },
    '003': { lines: 749, levels: { PD: 3, SUBD: 5, FASE: 6, STAP: 25, SPOOR: 4, TAFEL: 5 } },
  };

describe.each(Object.entries(COUNTS))('the plan of seed %s', (prefix, { lines, levels }) => {
  let reading: Reading;
  beforeAll(async () => {
    reading = await readReduced(prefix);
  });

  test('has its nodes per level', () => {
    expect(countLevels(reading.document)).toEqual(levels);
  });

  test('has every line in exactly one role, none unrecognised', () => {
    const { document, lines: roles } = reading;
    expect(document.lines).toMatchObject({ total: lines, unrecognised: [] });
    expect(Object.values(document.lines.roles).reduce((sum, count) => sum + count, 0)).toBe(lines);
    expect(new Set(roles.map(({ number }) => number)).size).toBe(lines);
  });

  test('is a tree: every parent stands before its parts and is of a higher level', () => {
    const { nodes, levels: all } = reading.document;
    const rank = (id: string): number => all.find((level) => level.id === id)?.rank ?? 0;
    const byId = new Map(nodes.map((node) => [node.id, node]));
    expect(byId.size).toBe(nodes.length);
    for (const node of nodes) {
      const parent = node.parent === null ? null : byId.get(node.parent);
      expect(parent).not.toBe(undefined);
      if (parent) expect([rank(parent.level) < rank(node.level), parent.order < node.order]).toEqual([true, true]);
    }
  });

  test('has a finding for everything it was not sure of', () => {
    const { reviews = [], findings } = reading.document;
    expect(new Set(reviews.map(({ id }) => id)).size).toBe(reviews.length);
    expect(findings).toHaveLength(reviews.length);
    expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
  });
});

describe('the diversity plan', () => {
  let document: PlanDocument;
  beforeAll(async () => {
    ({ document } = await readReduced('002'));
  });

  test('has 124 indicators and one norm', () => {
    const count = (kind: string): number => document.indicators.filter((indicator) => indicator.kind === kind).length;
    expect([count('indicator'), count('norm')]).toEqual([124, 1]);
  });

  test('hangs results under tactical objectives that have no operational one', () => {
    const results = document.nodes.filter(({ level }) => level === 'RES');
    expect(results.filter(({ parent }) => parent?.startsWith('TD')).map(({ parent }) => parent)).toEqual([
      'TD 5.2',
      'TD 5.2',
      'TD 5.3',
      'TD 5.3',
    ]);
  });

  test('tells frequency, years, target and service where they are stated', () => {
    const at = (line: number) => document.indicators.find(({ source }) => source.line === line);
    expect(at(926)).toMatchObject({
      name: 'Update brandveiligheidsdossiers (tweejaarlijks)',
      frequency: { times: 1, every: 2, period: 'year' },
      service: 'Dienst Integratie',
    });
    expect(at(1210)).toMatchObject({
      target: { comparison: 'atLeast', value: 75, unit: 'gezinnen' },
      frequency: { times: 1, every: 1, period: 'year' },
    });
    expect(at(837)).toMatchObject({ target: { value: 3, unit: 'samenkomsten' }, frequency: { times: 3 } });
    expect(at(996)?.dueYears).toEqual([2009, 2010, 2011]);
    expect(at(1474)?.dueYears).toEqual([2011]);
    expect(at(799)).toMatchObject({ kind: 'norm', dueYears: [2011] });
    const stated = (pick: (indicator: PlanDocument['indicators'][number]) => unknown): number =>
      document.indicators.filter((indicator) => indicator.kind === 'indicator' && pick(indicator)).length;
    expect([
      stated(({ frequency }) => frequency),
      stated(({ dueYears }) => dueYears.length > 0),
      stated(({ service }) => service),
    ]).toEqual([59, 41, 51]);
  });

  test('asks about labels that announce nothing, a label that is missing, and a line without a mark', () => {
    expect(document.reviews?.map(({ reason, line }) => `${reason} ${line}`)).toEqual([
      'label 859',
      'label 863',
      'label 885',
      'unmarked 1193',
      'label 1623',
      'label 1630',
      'label 1772',
      'label 1895',
    ]);
  });
});

describe('the visitation report', () => {
  let document: PlanDocument;
  beforeAll(async () => {
    ({ document } = await readReduced('000'));
  });

  test('has the indicators of its four effects', () => {
    const under = (node: string): number =>
      document.indicators.filter((indicator) => indicator.node === node && indicator.kind === 'indicator').length;
    expect(['effect 4.1', 'effect 4.2', 'effect 4.3', 'effect 4.4'].map(under)).toEqual([6, 7, 9, 4]);
  });

  test('measures with the year the text names', () => {
    const jobs = document.indicators.find(({ name }) => name.startsWith('Het jobaanbod'));
    expect(jobs?.measures[0]).toMatchObject({ value: 40_283, unit: 'jobs', year: 2007 });
    const income = document.indicators.find(({ name }) => name.startsWith('Het gemiddeld inkomen'));
    expect(income?.measures[0]).toMatchObject({ value: 2_324_600, unit: 'eurocent', year: 2007 });
  });

  test('has the table of fourteen cities whose columns add up to the printed total', () => {
    const table = document.tables?.find(({ id }) => id === 'stedenfonds');
    expect(table?.rows).toHaveLength(14);
    const sums = [0, 1, 2, 3].map((column) => table?.rows.reduce((sum, { values }) => sum + (values[column] ?? 0), 0));
    expect(sums.slice(1)).toEqual(table?.total?.values.slice(1, 4));
    // The inhabitants as printed are 2,642,240; the column adds up to it as well.
    expect(sums[0]).toBe(table?.total?.values[0]);
  });

  test('leaves what may be a recommendation to a reviewer', () => {
    const proposed = document.nodes.filter(({ level }) => level === 'AB11').map(({ id }) => id);
    const asked =
      document.reviews?.filter(({ reason, node }) => reason === 'kind' && node !== null && proposed.includes(node)) ??
      [];
    expect(asked).toHaveLength(proposed.length);
  });
});

describe('the city project', () => {
  test('gives each table its question and method', async () => {
    const { document } = await readReduced('003');
    const tables = document.nodes.filter(({ level }) => level === 'TAFEL');
    expect(tables.map(({ fields }) => fields?.map(({ name }) => name))).toEqual(
      tables.map(() => ['Centrale vraag', 'Methodiek']),
    );
    expect(tables.map(({ title }) => title)).toEqual([
      'WERK',
      'ONDERWIJS EN OPVOEDING',
      'DIENSTVERLENING',
      'VRIJE TIJD',
      'SAMENLEVEN',
    ]);
  });
});

describe('the coalition agreement', () => {
  test('has the figures and dates it promises', async () => {
    const { document } = await readReduced('001');
    const promised = document.indicators.map(({ target, dueYears, kind }) => [
      kind,
      target?.value ?? null,
      target?.unit ?? null,
      dueYears.at(-1) ?? null,
    ]);
    expect(promised).toEqual(
      expect.arrayContaining([
        ['figure', 2000, 'daken', null],
        ['figure', 100_000_000, 'eurocent', null],
        ['figure', 50, '%', 2024],
        ['figure', 27, 'assistentiewoningen', null],
        ['milestone', null, null, 2025],
      ]),
    );
  });
});

for (const prefix of Object.keys(COUNTS)) {
  describeFullText(prefix, `the reduced seed ${prefix} against the full text`, (full) => {
    test('has the same nodes, tables and roles', async () => {
      const [reduced, whole] = [await readReduced(prefix), await readText(full)];
      expect(reduced.document.nodes).toEqual(whole.document.nodes);
      expect(reduced.document.tables).toEqual(whole.document.tables);
      expect(reduced.lines.map(({ number, role }) => [number, role])).toEqual(
        whole.lines.map(({ number, role }) => [number, role]),
      );
    });

    test('is what the script makes of it today', async () => {
      expect(reduceProse(full, await readText(full))).toBe(readFileSync(reducedSeedPath(prefix), 'utf8'));
    });
  });
}
