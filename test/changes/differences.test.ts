import '../support/properties';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareDocuments } from '../../src/changes/comparison';
import { fieldOf, NODE_FIELDS, type FieldValue } from '../../src/changes/nodes/nodeFields';
import { cellKey } from '../../src/figures/cell';
import type { PlanDocument, PlanNode } from '../../src/plan/document';
import { readReport } from '../../src/read/report/report';
import { edited, edits } from '../support/planEdits';
import { generateReport } from '../../standin/report/generateReport';
import { nextVersion } from '../../standin/report/versions';

const BASES = [1, 2].map(
  (seed) =>
    readReport(generateReport({ seed, objectives: 2, plansPerObjective: 2, actionsPerPlan: 3, narrative: 1 }).text)!
      .document,
);
const WHO = { name: 'nu', digit: 3 };

/** What a node is made of, as far as versions are compared. */
const fieldsOf = (node: PlanNode): readonly (readonly [string, FieldValue])[] =>
  NODE_FIELDS.map((field) => [field, fieldOf(node, field)]);

/** Amounts by node and cell; lines of one summed. */
function amountsOf({ amounts }: PlanDocument): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const amount of amounts) {
    if (amount.cents === null) continue;
    const key = `${amount.node ?? ''}|${cellKey(amount)}`;
    sums.set(key, (sums.get(key) ?? 0) + amount.cents);
  }
  return sums;
}

/** The nodes and amounts of the new document, made of the old one and what the comparison says. */
function applied(before: PlanDocument, after: PlanDocument) {
  const { nodes, amounts, matching } = compareDocuments(before, after);
  const made = nodes.flatMap(({ old, new: now, fields }): readonly (readonly [string, unknown])[] => {
    if (!now) return [];
    if (!old) return [[now.id, fieldsOf(now)]];
    const changed = new Map(fields.map(({ field, to }) => [field as string, to]));
    const kept = fieldsOf(old).map(([field, value]): readonly [string, FieldValue] => {
      if (changed.has(field)) return [field, changed.get(field) ?? null];
      return [
        field,
        field === 'parent' && typeof value === 'string' ? (matching.ofOld.get(value)?.new.id ?? value) : value,
      ];
    });
    return [[now.id, kept]];
  });
  const money = new Map<string, number>();
  const gone = new Set(amounts.filter(({ isRemoved }) => isRemoved).map(({ node }) => node));
  for (const [key, cents] of amountsOf(before)) {
    const [id = '', ...cell] = key.split('|');
    if (id !== '' && !matching.ofOld.has(id) && gone.has(id)) continue;
    money.set([id === '' ? '' : (matching.ofOld.get(id)?.new.id ?? id), ...cell].join('|'), cents);
  }
  for (const { node, isRemoved, cell, to } of amounts) {
    if (isRemoved) continue;
    if (to === null) money.delete(`${node ?? ''}|${cellKey(cell)}`);
    else money.set(`${node ?? ''}|${cellKey(cell)}`, to);
  }
  return { nodes: new Map(made), money };
}

describe('what a comparison says, applied to the old document, gives the new one', () => {
  const holds = (before: PlanDocument, after: PlanDocument): void => {
    const { nodes, money } = applied(before, after);
    expect(nodes).toEqual(new Map(after.nodes.map((node) => [node.id, fieldsOf(node)])));
    expect(new Map([...money].sort())).toEqual(new Map([...amountsOf(after)].sort()));
  };

  test('for edits of every kind', () => {
    fc.assert(
      fc.property(fc.nat(1), edits(), (at, all) => holds(BASES[at]!, edited(BASES[at]!, all, WHO))),
      { numRuns: 60 },
    );
  });

  test('for a next version with moves, renumbering and retitling', () => {
    fc.assert(
      fc.property(fc.nat(1), fc.nat(10_000), (at, seed) => {
        const shares = { moved: 0.2, renumbered: 0.2, retitled: 0.2, removed: 0.1, added: 0.1 };
        holds(BASES[at]!, nextVersion(BASES[at]!, seed, shares).document);
      }),
      { numRuns: 40 },
    );
  });
});
