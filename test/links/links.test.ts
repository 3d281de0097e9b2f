import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Amount, PlanDocument, PlanNode } from '../../src/plan/document';
import { documentKey, linkId, type Link } from '../../src/plan/link';
import { explicitLinks } from '../../src/plan/references';
import { readSource } from '../../src/read/file/read';
import { withoutLink } from '../../src/figures/links/coverage';
import { proposeLinks } from '../../src/figures/links/propose';
import { weightSums } from '../../src/figures/links/weights';
import { linkMatrix } from '../support/linkMatrix';
import { divide, moneyAlongLinks, sharesOf } from '../support/linkMoney';
import { reducedSeedPath } from '../support/requirements';
import { SEED_PROFILES } from '../../scripts/seed/seedProfiles';

async function seed(prefix: string): Promise<PlanDocument> {
  const reading = await readSource(new Uint8Array(readFileSync(reducedSeedPath(prefix))), {
    name: prefix,
    profiles: SEED_PROFILES,
  });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value.document;
}

const source = { line: 1, page: null };
const node = (id: string, level: string, parent: string | null, order: number, title = id): PlanNode => ({
  id,
  code: null,
  level,
  parent,
  order,
  title,
  priority: null,
  period: null,
  evaluation: null,
  source,
});
const amount = (of: string, cents: number): Amount => ({
  node: of,
  year: 2030,
  kind: 'investment',
  direction: 'expenditure',
  phase: 'actual',
  cents,
  unit: 'cent',
  schema: 'evaluation',
  version: null,
  source,
});

const EMPTY: PlanDocument = {
  format: 'planboek/document@1',
  document: {
    kind: 'policyPlan',
    title: 'Plan',
    fiscalYear: null,
    schemaSet: null,
    entity: null,
    planPeriod: null,
    officers: { generalDirector: null, financialDirector: null },
  },
  levels: [
    { id: 'D', name: 'Domein', rank: 1 },
    { id: 'A', name: 'Actie', rank: 2 },
  ],
  nodes: [],
  amounts: [],
  statements: [],
  transfers: [],
  transferTotals: [],
  offBalance: [],
  offBalanceEntries: [],
  offBalanceLabels: [],
  depreciation: [],
  participations: [],
  indicators: [],
  links: [],
  texts: [],
  announcements: [],
  lines: { total: 0, roles: {}, unrecognised: [] },
  findings: [],
};

const link = (from: string, to: string, parts: Partial<Link> = {}): Link => {
  const ends = { from, to, fromDocument: null, toDocument: 'doel', kind: 'worksOut' as const, ...parts };
  return { state: 'confirmed', weight: null, reason: null, evidence: null, source, ...ends, id: linkId(ends) };
};

const cell = { year: 2030, kind: 'investment', direction: 'expenditure', phase: 'actual' } as const;

describe('references printed in a text', () => {
  test('are read from the coalition agreement by the names of its parts', async () => {
    const { nodes, links } = await seed('001');
    const title = (id: string): string => nodes.find((each) => each.id === id)?.title ?? '';
    expect(links.map(({ source: { line }, to, state }) => [line, title(to), state])).toEqual([
      [2049, 'MOBIELE STAD', 'explicit'],
      [2939, 'WERKENDE EN ONDERNEMENDE STAD', 'explicit'],
      [3269, 'SAMEN STAD MAKEN', 'explicit'],
      [3304, 'ECOLOGISCHE STAD', 'explicit'],
      [3625, 'TALENTVOLLE STAD', 'explicit'],
      [3625, 'WERKENDE EN ONDERNEMENDE STAD', 'explicit'],
      [3837, 'WOONSTAD', 'explicit'],
      [3936, 'TALENTVOLLE STAD', 'explicit'],
      [3936, 'BELEVINGSVOLLE STAD', 'explicit'],
    ]);
  });

  test('are read from the diversity plan by code, with the words they stand in', async () => {
    const { links } = await seed('002');
    expect(links.map(({ to, evidence }) => [to, evidence])).toEqual([
      ['TD 5.3', 'Implementatie intern binnen het stadsbestuur: zie TD 5.3'],
    ]);
  });

  test('never point at the node itself or at what it stands under', () => {
    const nodes = [
      { ...node('d', 'D', null, 0, 'Groene stad'), code: 'D1' },
      node('a', 'A', 'd', 1, 'Bomen: zie groene stad en D1.'),
      node('b', 'A', 'd', 2, 'Zie D1 en E9.'),
    ];
    expect(explicitLinks({ ...EMPTY, nodes })).toEqual([]);
  });
});

describe('proposals between two documents', () => {
  let accounts: PlanDocument;
  let agreement: PlanDocument;
  let proposals: readonly Link[];
  beforeAll(async () => {
    [accounts, agreement] = [await seed('004'), await seed('001')];
    proposals = proposeLinks(accounts, agreement);
  });

  const titles = (of: PlanDocument): ReadonlyMap<string, string> =>
    new Map(of.nodes.map(({ id, title }) => [id, title]));

  test('say why, and confirm nothing by themselves', () => {
    expect(proposals.length).toBeGreaterThan(100);
    for (const { state, reason, weight, toDocument } of proposals) {
      expect([state, weight, toDocument]).toEqual(['proposed', null, documentKey(agreement.document)]);
      expect(reason).toMatch(/^\d+ % gelijkend: \S/);
    }
  });

  test('find what plainly belongs together', () => {
    const [from, to] = [titles(accounts), titles(agreement)];
    const pairs = proposals.map((each) => `${from.get(each.from)} => ${to.get(each.to)}`);
    expect(pairs).toEqual(
      expect.arrayContaining([
        'De (kans)armoede daalt in Genk. => (Kans)armoede',
        'Genk beschermt dieren. => Genk beschermt dieren.',
      ]),
    );
    expect(
      pairs.some(
        (pair) =>
          pair.includes('Masterplan LO2020') &&
          pair.endsWith('Het masterplan LO2020 wordt integraal verder uitgevoerd.'),
      ),
    ).toBe(true);
  });

  test('share the words they name, and leave known pairs alone', () => {
    const known = proposals
      .slice(0, 20)
      .map((each, index): Link => ({ ...each, state: index % 2 === 0 ? 'confirmed' : 'rejected' }));
    const again = new Set(proposeLinks(accounts, agreement, known).map(({ id }) => id));
    expect(known.filter(({ id }) => again.has(id))).toEqual([]);
  });

  test('do not depend on the order of the nodes', () => {
    const shuffled = proposeLinks(accounts, { ...agreement, nodes: [...agreement.nodes].reverse() });
    expect(new Set(shuffled.map(({ id }) => id))).toEqual(new Set(proposals.map(({ id }) => id)));
  });
});

describe('weights', () => {
  test('leave what is not said to the links nobody said anything about', () => {
    const shares = sharesOf([
      link('a', 'x', { weight: 50 }),
      link('a', 'y'),
      link('a', 'z'),
      link('a', 'w', { kind: 'refersTo' }),
      link('a', 'v', { state: 'proposed' }),
    ]);
    expect(shares.map(({ link: { to }, weight }) => [to, weight])).toEqual([
      ['x', 5000],
      ['y', 2500],
      ['z', 2500],
    ]);
  });

  test('are never more than the whole', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.option(
            fc.integer({ min: 0, max: 10_000 }).map((each) => each / 100),
            { nil: null },
          ),
          { maxLength: 6 },
        ),
        (given) => {
          const shares = sharesOf(given.map((weight, index) => link('a', `t${index}`, { weight })));
          const total = shares.reduce((sum, { weight }) => sum + weight, 0);
          expect(total).toBeLessThanOrEqual(10_000);
          if (given.includes(null)) expect(total).toBeGreaterThan(10_000 - given.length - 1);
        },
      ),
    );
  });

  test('are added up per node and document', () => {
    const sums = weightSums([
      link('a', 'x', { weight: 60 }),
      link('a', 'y', { weight: 55.5 }),
      link('a', 'z', { weight: 10, toDocument: 'ander' }),
    ]);
    expect([...sums.values()].map(({ from, toDocument, percent }) => [from, toDocument, percent])).toEqual([
      ['a', 'doel', 115.5],
      ['a', 'ander', 10],
    ]);
  });
});

describe('money along links', () => {
  test('divides to the cent, nothing lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 5 }),
        (cents, weights) => {
          const { parts, left } = divide(
            cents,
            weights.map((weight, index) => ({ link: link('a', `t${index}`), weight })),
          );
          expect(parts.reduce((sum, part) => sum + part, left)).toBe(cents);
          parts.forEach((part, index) =>
            expect(Math.abs(part - (cents * (weights[index] ?? 0)) / 10_000)).toBeLessThanOrEqual(1),
          );
        },
      ),
    );
  });

  const from: PlanDocument = {
    ...EMPTY,
    nodes: [
      node('D1', 'D', null, 0),
      node('A1', 'A', 'D1', 1),
      node('A2', 'A', 'D1', 2),
      node('D2', 'D', null, 3),
      node('A3', 'A', 'D2', 4),
    ],
    amounts: [amount('D1', 300), amount('A1', 100), amount('A2', 200), amount('A3', 51)],
  };
  const to: PlanDocument = {
    ...EMPTY,
    nodes: [node('P', 'D', null, 0), node('p1', 'A', 'P', 1), node('p2', 'A', 'P', 2), node('Q', 'D', null, 3)],
  };

  test('goes along the nearest links, deepest amounts first, and rolls up where it arrives', () => {
    const money = moneyAlongLinks(from, to, [
      link('A1', 'p1'),
      link('D1', 'Q'),
      link('A3', 'p1', { weight: 50 }),
      link('A3', 'p2', { weight: 50 }),
    ]);
    expect(['p1', 'p2', 'P', 'Q'].map((id) => money.rolled(id, cell))).toEqual([126, 25, 151, 200]);
    expect([money.left(cell), money.total(cell)]).toEqual([0, 351]);
    expect(money.own('P', cell)).toBeNull();
  });

  test('leaves what is not linked, only proposed, or merely referred to', () => {
    const money = moneyAlongLinks(from, to, [
      link('A1', 'p1', { state: 'proposed' }),
      link('A2', 'p2', { kind: 'refersTo' }),
      link('A3', 'p2', { weight: 40 }),
    ]);
    expect([money.rolled('P', cell), money.left(cell)]).toEqual([20, 331]);
  });

  test('arrives and is left to the cent, whatever the links', () => {
    const ends = fc.record({
      from: fc.constantFrom('D1', 'A1', 'A2', 'D2', 'A3'),
      to: fc.constantFrom('P', 'p1', 'p2', 'Q'),
      weight: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(ends, { selector: ({ from: left, to: right }) => `${left}${right}`, maxLength: 8 }),
        (links) => {
          const money = moneyAlongLinks(
            from,
            to,
            links.map((each) => link(each.from, each.to, { weight: each.weight })),
          );
          const arrived = ['P', 'Q'].reduce((sum, id) => sum + (money.rolled(id, cell) ?? 0), 0);
          expect(arrived + money.left(cell)).toBe(351);
        },
      ),
    );
  });

  test('adds up over three domains of the agreement as counted by hand', async () => {
    const [accounts, agreement] = [await seed('004'), await seed('001')];
    const domain = (title: string): string => agreement.nodes.find((each) => each.title === title)?.id ?? '';
    const goal = (start: string): string => agreement.nodes.find((each) => each.title.startsWith(start))?.id ?? '';
    const [mobile, fun, meaning] = ['MOBIELE STAD', 'BELEVINGSVOLLE STAD', 'BETEKENISVOLLE STAD'].map(domain) as [
      string,
      string,
      string,
    ];
    const links = [
      link('AC000268', goal('Het parkeerbeleid wordt duurzamer')),
      link('AC000143', fun, { weight: 75 }),
      link('AC000143', goal('C-mine herpositioneert'), { weight: 25 }),
      link('AC000085', goal('Nog meer Genkenaren worden gestimuleerd')),
      link('AC000162', goal('De toeristische positie en wervingskracht van Thor Park')),
    ];
    const money = moneyAlongLinks(accounts, agreement, links);
    const sums = (id: string): readonly (number | null)[] =>
      (['operating', 'investment'] as const).flatMap((kind) =>
        (['expenditure', 'receipts'] as const).map((direction) =>
          money.rolled(id, { year: 2024, kind, direction, phase: 'actual' }),
        ),
      );
    // AC000143: 1.267.293 and 931.439 in operation, 135.675 invested and received; AC000085: 353.943 and 284.210; AC000162: 88.508 received, 113.891 invested and received.
    expect(sums(fun)).toEqual([95_046_975 + 35_394_300, 69_857_925 + 28_421_000, 10_175_625, 10_175_625]);
    expect(sums(meaning)).toEqual([31_682_325, 23_285_975 + 8_850_800, 3_391_875 + 11_389_100, 3_391_875 + 11_389_100]);
    // AC000268: 12.171 spent and 366.245 received in operation, nothing invested (printed as 0).
    expect(sums(mobile)).toEqual([1_217_100, 36_624_500, 0, 0]);
    for (const [, which] of money.cells) {
      const arrived = [mobile, fun, meaning].reduce((sum, id) => sum + (money.rolled(id, which) ?? 0), 0);
      expect(arrived + money.left(which)).toBe(money.total(which));
    }
  });
});

describe('what is linked and what is not', () => {
  const promises: PlanDocument = {
    ...EMPTY,
    nodes: [
      node('P', 'D', null, 0),
      node('p1', 'A', 'P', 1),
      node('p2', 'A', 'P', 2),
      node('Q', 'D', null, 3),
      node('q1', 'A', 'Q', 4),
    ],
  };
  const actions: PlanDocument = {
    ...EMPTY,
    nodes: [node('D1', 'D', null, 0), node('A1', 'A', 'D1', 1), node('A2', 'A', 'D1', 2), node('D2', 'D', null, 3)],
  };

  test('a promise has an action when it, a part of it or what it is part of is linked', () => {
    const links = [link('A1', 'p1'), link('D2', 'Q'), link('A2', 'p2', { state: 'proposed' })];
    expect(withoutLink(promises, links, ['D', 'A']).map(({ id }) => id)).toEqual(['p2']);
    expect(withoutLink(actions, links, ['D', 'A']).map(({ id }) => id)).toEqual(['A2']);
  });

  test('the matrix counts links by the tops of both documents', () => {
    const { cells, rows, columns } = linkMatrix({ document: promises, level: 'D' }, { document: actions, level: 'D' }, [
      link('A1', 'p1'),
      link('A2', 'p1', { state: 'proposed' }),
      link('D2', 'Q', { state: 'rejected' }),
    ]);
    expect([rows.map(({ id }) => id), columns.map(({ id }) => id)]).toEqual([
      ['P', 'Q'],
      ['D1', 'D2'],
    ]);
    expect(cells).toEqual([{ row: 'P', column: 'D1', links: 2, proposed: 1 }]);
  });
});
