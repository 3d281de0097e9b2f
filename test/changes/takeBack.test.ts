import '../support/properties';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changesOf } from '../../src/changes/changesOf';
import { takeBack } from '../../src/changes/merge/takeBack';
import type { PlanDocument } from '../../src/plan/document';
import { readReport } from '../../src/read/report/report';
import { generateReport } from '../../standin/report/generateReport';
import { edited, edits } from '../support/planEdits';
import { seedText } from '../support/requirements';
import { DOCUMENT } from '../sheets/fixture';

const generated = (seed: number): PlanDocument =>
  readReport(generateReport({ seed, objectives: 2, plansPerObjective: 2, actionsPerPlan: 3, narrative: 1 }).text)!
    .document;

const BASES = [DOCUMENT, generated(1), generated(2), generated(3)];
const base = fc.nat(BASES.length - 1);
const MINE = { name: 'mijn', digit: 1 };

/** A document as far as the list of changes tells of it. */
const told = ({ nodes, amounts, statements, transfers }: PlanDocument): unknown =>
  JSON.parse(
    JSON.stringify({
      nodes,
      amounts,
      statements,
      transfers: transfers.map(({ description: _, ...transfer }) => transfer),
    }),
  );
const keysOf = (document: PlanDocument, now: PlanDocument): readonly string[] => [
  ...new Set(changesOf(document, now).map(({ key }) => key)),
];

describe('taking changes back', () => {
  test('of all gives what was read', () => {
    fc.assert(
      fc.property(base, edits(), (at, all) => {
        const document = BASES[at]!;
        const mine = edited(document, all, MINE);
        expect(told(takeBack(document, mine, new Set(keysOf(document, mine))))).toEqual(told(document));
      }),
      { numRuns: 60 },
    );
  });

  test('one after another gives what was read, whatever the order', () => {
    fc.assert(
      fc.property(base, edits(), fc.nat(1_000), (at, all, pick) => {
        const document = BASES[at]!;
        let mine = edited(document, all, MINE);
        for (let keys = keysOf(document, mine); keys.length > 0; keys = keysOf(document, mine)) {
          const left = takeBack(document, mine, new Set([keys[pick % keys.length]!]));
          expect(keysOf(document, left).length).toBeLessThan(keys.length);
          mine = left;
        }
        expect(told(mine)).toEqual(told(document));
      }),
      { numRuns: 60 },
    );
  });

  test('of some leaves the others as they are', () => {
    fc.assert(
      fc.property(base, edits(['title', 'text', 'status', 'amount', 'figure']), fc.nat(1_000), (at, all, pick) => {
        const document = BASES[at]!;
        const mine = edited(document, all, MINE);
        const keys = keysOf(document, mine);
        const back = new Set(keys.filter((_, index) => (index + pick) % 2 === 0));
        const left = changesOf(document, takeBack(document, mine, back));
        const values = (changes: ReturnType<typeof changesOf>): unknown =>
          changes.flatMap((change) =>
            change.of === 'node' || change.of === 'amount' ? [[change.key, change.from, change.to]] : [],
          );
        expect(values(left)).toEqual(values(changesOf(document, mine).filter(({ key }) => !back.has(key))));
      }),
      { numRuns: 60 },
    );
  });

  test('of an action of 004 that was deleted brings it back with its credits, and the schemas with it', () => {
    const report = readReport(seedText('004'))!.document;
    const mine = edited(report, [{ do: 'remove', at: report.nodes.findIndex(({ id }) => id === 'AC000474') }], MINE);
    const keys = keysOf(report, mine);
    expect(keys).toEqual(['node|AC000474|removed']);
    expect(told(takeBack(report, mine, new Set(keys)))).toEqual(told(report));
  });
});
