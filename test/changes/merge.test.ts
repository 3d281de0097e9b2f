import '../support/properties';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergeDocuments } from '../../src/changes/merge/mergeDocuments';
import type { PlanDocument } from '../../src/plan/document';
import { isUnassigned } from '../../src/schema/rows/unassigned';
import { readReport } from '../../src/read/report/report';
import { edited, edits, type Edit } from '../support/planEdits';
import { generateReport } from '../../standin/report/generateReport';
import { seedText } from '../support/requirements';
import { DOCUMENT } from '../sheets/fixture';

const generated = (seed: number): PlanDocument =>
  readReport(generateReport({ seed, objectives: 2, plansPerObjective: 2, actionsPerPlan: 3, narrative: 1 }).text)!
    .document;

const BASES = [DOCUMENT, generated(1), generated(2), generated(3)];
const base = fc.nat(BASES.length - 1);
/** Every other node is mine, those between theirs. */
const EVEN = BASES.filter(({ nodes }) => nodes.length % 2 === 0);

const MINE = { name: 'mijn', digit: 1 };
const THEIRS = { name: 'hun', digit: 2 };
/** A version as it would be printed: what is not assigned yet stands in no report. */
const printed = (document: PlanDocument): PlanDocument => ({
  ...copy(document),
  statements: document.statements.map((each) => ({ ...each, rows: each.rows.filter((row) => !isUnassigned(row)) })),
});
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const plain = (document: PlanDocument): PlanDocument => ({ ...copy(document) });

/** Marks and amounts that one side wrote and that stand in a document. */
const written = (document: PlanDocument, { name, digit }: typeof MINE): readonly string[] => [
  ...new Set([
    ...(JSON.stringify(document.nodes).match(new RegExp(`${name}\\d+t\\d+`, 'g')) ?? []),
    ...(JSON.stringify(document.transfers).match(new RegExp(`${name}\\d+t\\d+`, 'g')) ?? []),
    ...document.amounts
      .filter(({ direction, cents }) => direction !== 'balance' && (cents ?? 0) % 100 === digit)
      .filter(({ node }) => document.nodes.every(({ parent }) => parent !== node) && node !== null)
      .map(({ cents }) => String(cents)),
  ]),
];

describe('merging a new version into a document that was worked on', () => {
  test('without edits of mine gives theirs', () => {
    fc.assert(
      fc.property(base, edits(), (at, all) => {
        const document = BASES[at]!;
        const theirs = printed(edited(document, all, THEIRS));
        const { document: merged, conflicts } = mergeDocuments({ base: document, mine: copy(document), theirs });
        expect(plain(merged)).toEqual(plain(theirs));
        expect(conflicts).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('with the version it was made of gives mine', () => {
    fc.assert(
      fc.property(base, edits(), (at, all) => {
        const document = BASES[at]!;
        const mine = edited(document, all, MINE);
        const { document: merged, conflicts } = mergeDocuments({ base: document, mine, theirs: copy(document) });
        expect(plain(merged)).toEqual(plain(mine));
        expect(conflicts).toEqual([]);
      }),
      {
        numRuns: 60,
        // A plan that is put under an action with credits of its own.
        examples: [
          [
            2,
            [
              { do: 'add', at: 0, to: 434 },
              { do: 'add', at: 0, to: 0 },
              { do: 'move', at: 496, to: 894 },
            ],
          ],
        ],
      },
    );
  });

  test('the same edit on both sides is no conflict', () => {
    fc.assert(
      fc.property(base, edits(), (at, all) => {
        const document = BASES[at]!;
        const mine = edited(document, all, MINE);
        const { document: merged, conflicts } = mergeDocuments({ base: document, mine, theirs: printed(mine) });
        expect(plain(merged)).toEqual(printed(mine));
        expect(conflicts).toEqual([]);
      }),
      {
        numRuns: 60,
        // A line of credits that others come to stand under is a sum on both sides.
        examples: [
          [
            2,
            [
              { do: 'amount', at: 498 },
              { do: 'add', at: 297, to: 745 },
              { do: 'move', at: 386, to: 29 },
            ],
          ],
        ],
      },
    );
  });

  test('nothing that either side wrote is lost: it is in the result or in a conflict', () => {
    fc.assert(
      fc.property(base, edits(), edits(), (at, ours, others) => {
        const document = BASES[at]!;
        const mine = edited(document, ours, MINE);
        const theirs = printed(edited(document, others, THEIRS));
        const { document: merged, conflicts } = mergeDocuments({ base: document, mine, theirs });
        const there = JSON.stringify([merged.nodes, merged.amounts, merged.transfers, merged.statements, conflicts]);
        const lost = [...written(mine, MINE), ...written(theirs, THEIRS)].filter((mark) => !there.includes(mark));
        expect(lost).toEqual([]);
        const ids = new Set(merged.nodes.map(({ id }) => id));
        expect(ids.size).toBe(merged.nodes.length);
        expect(merged.nodes.filter(({ parent }) => parent !== null && !ids.has(parent))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  test('what I wrote is in the result, and mine of every conflict too', () => {
    fc.assert(
      fc.property(base, edits(['title', 'text', 'status', 'amount']), edits(), (at, ours, others) => {
        const document = BASES[at]!;
        const mine = edited(document, ours, MINE);
        const { document: merged } = mergeDocuments({
          base: document,
          mine,
          theirs: printed(edited(document, others, THEIRS)),
        });
        const there = JSON.stringify([merged.nodes, merged.amounts]);
        expect(written(mine, MINE).filter((mark) => !there.includes(mark))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('the order of edits that have nothing to do with each other does not matter', () => {
    const half = (all: readonly Edit[], parity: number): readonly Edit[] =>
      all.map((edit) => ({ ...edit, at: 2 * edit.at + parity }));
    const fields = edits(['title', 'text', 'status']);
    fc.assert(
      fc.property(fc.nat(EVEN.length - 1), fields, fields, (at, left, right) => {
        const document = EVEN[at]!;
        const mine = edited(document, half(left, 0), MINE);
        const theirs = edited(document, half(right, 1), THEIRS);
        const one = mergeDocuments({ base: document, mine, theirs });
        const other = mergeDocuments({ base: document, mine: theirs, theirs: mine });
        expect([one.conflicts, other.conflicts]).toEqual([[], []]);
        expect(plain(one.document)).toEqual(plain(other.document));
      }),
      { numRuns: 60 },
    );
  });
});

describe('merging 004', () => {
  const report = readReport(seedText('004'))!.document;
  const change = (document: PlanDocument, id: string, to: Partial<PlanDocument['nodes'][number]>): PlanDocument => ({
    ...document,
    nodes: document.nodes.map((node) => (node.id === id ? { ...node, ...to } : node)),
  });

  test('a row that was renumbered and moved keeps what I wrote', () => {
    const mine = change(report, 'AC000143', { title: 'Mijn titel' });
    const theirs = {
      ...report,
      nodes: report.nodes.map((node) =>
        node.id === 'AC000143' ? { ...node, id: 'AC9', code: 'AC9', parent: 'AP000005' } : node,
      ),
    };
    const { document, conflicts } = mergeDocuments({ base: report, mine, theirs });
    expect(document.nodes.find(({ id }) => id === 'AC9')).toMatchObject({ title: 'Mijn titel', parent: 'AP000005' });
    expect(document.nodes.some(({ id }) => id === 'AC000143')).toBe(false);
    expect(conflicts).toEqual([]);
  });

  test('what both changed is a conflict that shows all three, and mine stays', () => {
    const { title } = report.nodes.find(({ id }) => id === 'AC000143')!;
    const { document, conflicts } = mergeDocuments({
      base: report,
      mine: change(report, 'AC000143', { title: 'Mijn titel' }),
      theirs: change(report, 'AC000143', { title: 'Hun titel' }),
    });
    expect(conflicts).toEqual([
      expect.objectContaining({
        of: 'node',
        node: 'AC000143',
        field: 'title',
        base: title,
        mine: 'Mijn titel',
        theirs: 'Hun titel',
      }),
    ]);
    expect(document.nodes.find(({ id }) => id === 'AC000143')?.title).toBe('Mijn titel');
  });

  test('a row that they deleted and I changed stays with its credits, and the reverse stays deleted; both are told', () => {
    const without = {
      ...report,
      nodes: report.nodes.filter(({ id }) => id !== 'AC000143'),
      amounts: report.amounts.filter(({ node }) => node !== 'AC000143'),
    };
    const changed = change(report, 'AC000143', { title: 'Andere titel' });
    const kept = mergeDocuments({ base: report, mine: changed, theirs: without });
    expect(kept.document.amounts.filter(({ node }) => node === 'AC000143').length).toBeGreaterThan(3);
    expect(kept.conflicts).toEqual([expect.objectContaining({ field: 'title', deletedBy: 'theirs', theirs: null })]);
    const gone = mergeDocuments({ base: report, mine: without, theirs: changed });
    expect(gone.document.nodes.some(({ id }) => id === 'AC000143')).toBe(false);
    expect(gone.conflicts).toEqual([expect.objectContaining({ field: 'title', deletedBy: 'mine', mine: null })]);
  });
});
