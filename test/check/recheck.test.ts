import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CATALOGUE } from '../../src/check/run/catalogue';
import { changedParts } from '../../src/check/parts';
import { recheck } from '../../src/check/run/recheck';
import { runChecks } from '../../src/check/run/run';
import type { PlanDocument } from '../../src/plan/document';
import { readReport } from '../../src/read/report/report';
import { generateReport } from '../../standin/report/generateReport';

function read(seed: number): PlanDocument {
  const reading = readReport(generateReport({ seed }).text);
  if (!reading) throw new Error('not a report');
  return reading.document;
}

const document = read(11);
const before = runChecks(document);

/** One edit in any part of the document. */
const anyEdit = fc
  .record({
    part: fc.constantFrom('amount', 'statement', 'status', 'title', 'transfer'),
    at: fc.nat(),
    euro: fc.integer({ min: -90_000, max: 90_000 }),
  })
  .map(({ part, at, euro }): PlanDocument => {
    const pick = <Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] =>
      items.map((item, index) => (index === at % items.length ? change(item) : item));
    switch (part) {
      case 'amount':
        return {
          ...document,
          amounts: pick(document.amounts, (amount) => ({ ...amount, cents: (amount.cents ?? 0) + euro * 100 })),
        };
      case 'statement':
        return {
          ...document,
          statements: pick(document.statements, (statement) => ({
            ...statement,
            rows: pick(statement.rows, (row) => ({
              ...row,
              values: row.values.map((value) => (value === null ? null : value + euro * 100)),
            })),
          })),
        };
      case 'status':
        return {
          ...document,
          nodes: pick(document.nodes, (node) => ({
            ...node,
            evaluation: node.evaluation && { ...node.evaluation, status: 'notStarted' },
          })),
        };
      case 'title':
        return { ...document, nodes: pick(document.nodes, (node) => ({ ...node, title: `${node.title} ${euro}` })) };
      case 'transfer':
        return {
          ...document,
          transfers: pick(document.transfers, (transfer) => ({
            ...transfer,
            amountCents: transfer.amountCents + euro,
          })),
        };
    }
  });

test('after any edit the re-check finds what a full run finds', () => {
  fc.assert(
    fc.property(anyEdit, (after) => {
      expect(recheck(before, document, after)).toEqual(runChecks(after));
    }),
    { numRuns: 60 },
  );
});

test('an unchanged document keeps its findings as they are', () => {
  expect(recheck(before, document, { ...document })).toBe(before);
});

describe('what an edit touches', () => {
  test('an amount touches no check of texts, statuses among themselves or structure', () => {
    const after: PlanDocument = { ...document, amounts: document.amounts.map((amount) => ({ ...amount })) };
    const changed = changedParts(document, after);
    expect(changed).toEqual(['amounts']);
    const untouched = CATALOGUE.filter(({ reads }) => !reads.some((part) => changed.includes(part))).map(
      ({ family }) => family,
    );
    expect(new Set(untouched)).toContain('text');
    expect(new Set(untouched)).toContain('structure');
  });
});
