import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlanDocument } from '../../src/plan/document';
import { rollUp } from '../../src/figures/amounts';
import type { Cell } from '../../src/figures/cell';
import { realisationRate, remainderCents } from '../../src/figures/realisation';
import { documentOf } from '../check/goldenCase';

const SPENT: Cell = { year: 2024, kind: 'operating', direction: 'expenditure', phase: 'actual' };
const RECEIVED: Cell = { ...SPENT, direction: 'receipts' };

const plan = documentOf({
  about: '',
  nodes: [
    { id: 'BD1' },
    { id: 'AP1', parent: 'BD1' },
    { id: 'AC1', parent: 'AP1' },
    { id: 'AC2', parent: 'AP1' },
    { id: 'AP2', parent: 'BD1' },
    { id: 'AC3', parent: 'AP2' },
  ],
  amounts: [
    ['BD1', 'operating', 'expenditure', 'actual', 999],
    ['AC1', 'operating', 'expenditure', 'actual', 10],
    ['AC2', 'operating', 'expenditure', 'actual', 5],
    ['AP2', 'operating', 'expenditure', 'actual', 7],
    ['AC1', 'operating', 'receipts', 'actual', 4],
  ],
});

describe('sums over the tree', () => {
  const rollup = rollUp(plan);
  test('a plan is the sum of its actions, an objective of its plans', () => {
    expect(rollup.rolled('AP1', SPENT)).toBe(1500);
    expect(rollup.rolled('BD1', SPENT)).toBe(2200);
    expect(rollup.rolled(null, SPENT)).toBe(2200);
  });
  test('what a node prints itself counts when nothing under it prints, and stays beside the sum otherwise', () => {
    expect(rollup.rolled('AP2', SPENT)).toBe(700);
    expect(rollup.printed('BD1', SPENT)?.cents).toBe(99900);
  });
  test('not printed stays null, and is no zero', () => {
    expect(rollup.rolled('AP2', RECEIVED)).toBeNull();
    expect(rollup.below('AC1', SPENT)).toBeNull();
    expect(rollup.hasAmounts('AC3')).toBe(false);
  });
  test('the number of rounded figures behind a sum is known', () => {
    expect(rollup.below('BD1', SPENT)).toEqual({ cents: 2200, parts: 3 });
  });
  test('a balance is receipts - expenditure of what is rolled up', () => {
    expect(rollup.balance('AP1', SPENT)).toBe(-1100);
    expect(rollup.balance('AC3', SPENT)).toBeNull();
  });
});

/** A tree of any shape with an amount at some of its leaves. */
const anyPlan = fc
  .array(fc.record({ parent: fc.nat(), cents: fc.option(fc.integer({ min: -1_000_000_00, max: 1_000_000_00 })) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((entries) => {
    const parents = entries.map(({ parent }, index) =>
      index === 0 ? null : parent % (index + 1) === index ? null : `n${parent % index}`,
    );
    const isLeaf = (index: number): boolean => !parents.includes(`n${index}`);
    const base = documentOf({
      about: '',
      nodes: entries.map((_, index) => ({ id: `n${index}`, parent: parents[index] ?? null })),
    });
    const amounts = entries.flatMap(({ cents }, index) =>
      cents !== null && isLeaf(index)
        ? [
            {
              node: `n${index}`,
              ...SPENT,
              cents,
              unit: 'cent' as const,
              schema: 'evaluation' as const,
              version: null,
              source: { line: 1, page: null },
            },
          ]
        : [],
    );
    return { ...base, amounts };
  });

const shuffled = (document: PlanDocument, seed: number): PlanDocument => {
  const mix = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item, index) => ({ item, key: Math.sin(seed * (index + 1)) }))
      .sort((left, right) => left.key - right.key)
      .map(({ item }) => item);
  return { ...document, nodes: mix(document.nodes), amounts: mix(document.amounts) };
};

test('the total is the sum of the leaves, whatever the shape of the tree', () => {
  fc.assert(
    fc.property(anyPlan, (document) => {
      const total = document.amounts.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
      expect(rollUp(document).rolled(null, SPENT)).toBe(document.amounts.length === 0 ? null : total);
    }),
  );
});

test('the order of the rows makes no difference', () => {
  fc.assert(
    fc.property(anyPlan, fc.integer(), (document, seed) => {
      const [one, other] = [rollUp(document), rollUp(shuffled(document, seed))];
      for (const { id } of document.nodes) expect(other.rolled(id, SPENT)).toBe(one.rolled(id, SPENT));
    }),
  );
});

describe('realisation', () => {
  test('a share of a budget', () => {
    expect(realisationRate(93, 100)).toBeCloseTo(0.93);
    expect(realisationRate(null, 100)).toBe(0);
  });
  test('without a budget there is no share', () => {
    expect(realisationRate(5, 0)).toBeNull();
    expect(realisationRate(5, null)).toBeNull();
  });
  test('what is left', () => {
    expect(remainderCents(30, 100)).toBe(70);
    expect(remainderCents(30, null)).toBe(-30);
    expect(remainderCents(null, null)).toBeNull();
  });
});
