import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlanDocument } from '../../src/plan/document';
import {
  acceptReview,
  demote,
  mergeWithPrevious,
  promote,
  setLevel,
  split,
  turnIntoText,
  type Restructured,
} from '../../src/plan/restructure';
import { splitLines } from '../../src/read/lines';
import { readOutline } from '../../src/read/outline/outline';
import { readProfile } from '../../src/read/outline/profile';

const profile = readProfile({
  format: 'planboek/profile@1',
  id: 'herschikken',
  name: 'Herschikken',
  recognise: ['^#'],
  document: { kind: 'policyPlan', title: 'Plan', period: null },
  levels: [
    { id: 'D', name: 'Domein', rank: 1 },
    { id: 'G', name: 'Doel', rank: 2 },
    { id: 'A', name: 'Actie', rank: 3 },
  ],
  rules: [
    { as: 'node', level: 'D', pattern: '^# ' },
    { as: 'node', level: 'G', pattern: '^- ', review: 'level', alternatives: ['A'] },
    { as: 'node', level: 'A', pattern: '^o ' },
    { as: 'indicators', pattern: '^Indicator: ' },
  ],
});
if (!profile.ok) throw new Error('profile');
const plan = (text: string): PlanDocument => readOutline(splitLines(text), profile.value).document;

const base = plan(
  '# Water\n- Oevers\no Banken.\nIndicator: 5 banken\no Bomen. En struiken.\n- Zwemmen\no Redders.\n# Groen\n- Park',
);

const idOf = (document: PlanDocument, title: string): string =>
  document.nodes.find((node) => node.title === title)?.id ?? '';

function tree({ nodes }: PlanDocument): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes.map(
    ({ title, parent, level }) => `${parent === null ? '' : (byId.get(parent)?.title ?? '?')}>${level}:${title}`,
  );
}

function done(result: Restructured): PlanDocument {
  if (!result.ok) throw new Error(result.failure);
  return result.value;
}

describe('putting the plan right', () => {
  test('promotes a node beside its parent, and what followed it comes under it', () => {
    expect(tree(done(promote(base, idOf(base, 'Banken.')))).slice(1, 4)).toEqual([
      'Water>G:Oevers',
      'Water>G:Banken.',
      'Banken.>A:Bomen. En struiken.',
    ]);
  });

  test('demotes a node under the one before it, with its parts beside it when there is no deeper level', () => {
    const demoted = done(demote(base, idOf(base, 'Zwemmen')));
    expect(tree(demoted).slice(1, 6)).toEqual([
      'Water>G:Oevers',
      'Oevers>A:Banken.',
      'Oevers>A:Bomen. En struiken.',
      'Oevers>A:Zwemmen',
      'Oevers>A:Redders.',
    ]);
  });

  test('merges a node with the one before it, indicators and parts included', () => {
    const merged = done(mergeWithPrevious(base, idOf(base, 'Zwemmen')));
    expect(tree(merged).slice(1, 5)).toEqual([
      'Water>G:Oevers Zwemmen',
      'Oevers Zwemmen>A:Banken.',
      'Oevers Zwemmen>A:Bomen. En struiken.',
      'Oevers Zwemmen>A:Redders.',
    ]);
    const both = done(mergeWithPrevious(base, idOf(base, 'Bomen. En struiken.')));
    expect(both.indicators.map(({ node }) => both.nodes.find(({ id }) => id === node)?.title)).toEqual([
      'Banken. Bomen. En struiken.',
    ]);
  });

  test('splits a title in two', () => {
    const parts = done(split(base, idOf(base, 'Bomen. En struiken.'), 6));
    expect(tree(parts).slice(3, 5)).toEqual(['Oevers>A:Bomen.', 'Oevers>A:En struiken.']);
    expect(parts.nodes.map(({ order }) => order)).toEqual(parts.nodes.map((_, index) => index));
  });

  test('turns a node into text of the one above, which gets its parts', () => {
    const without = done(turnIntoText(base, idOf(base, 'Oevers')));
    expect(tree(without).slice(0, 3)).toEqual(['>D:Water', 'Water>A:Banken.', 'Water>A:Bomen. En struiken.']);
    expect(without.texts.flatMap(({ node, blocks }) => blocks.map(({ text }) => [node, text]))).toEqual([
      [idOf(base, 'Water'), 'Oevers'],
    ]);
  });

  test('settles the doubt it answers, and its finding', () => {
    const review = base.reviews?.[0];
    expect(base.findings.map(({ key }) => key)).toContain(review?.finding);
    for (const after of [
      done(acceptReview(base, review?.id ?? '')),
      done(setLevel(base, review?.node ?? '', 'A')),
      done(turnIntoText(base, review?.node ?? '')),
      done(split(base, review?.node ?? '', 3)),
    ]) {
      expect(after.reviews?.[0]?.state).toBe('accepted');
      expect(after.findings.map(({ key }) => key)).not.toContain(review?.finding);
      expect(after.findings).toHaveLength(base.findings.length - 1);
    }
  });

  test('says why it cannot', () => {
    expect(
      [
        promote(base, idOf(base, 'Water')),
        demote(base, idOf(base, 'Oevers')),
        split(base, idOf(base, 'Park'), 0),
        setLevel(base, 'x', 'A'),
        acceptReview(base, 'x'),
      ].map((result) => (result.ok ? null : result.failure)),
    ).toEqual(['noHigherLevel', 'noNodeBefore', 'nothingToSplit', 'unknownNode', 'unknownReview']);
  });
});

describe('any series of operations', () => {
  const OPERATIONS = [
    promote,
    demote,
    mergeWithPrevious,
    turnIntoText,
    (document: PlanDocument, id: string) => split(document, id, 4),
    (document: PlanDocument, id: string) => setLevel(document, id, 'G'),
  ];
  const wordsOf = ({ nodes, texts }: PlanDocument): string =>
    [...nodes.map(({ title }) => title), ...texts.flatMap(({ blocks }) => blocks.map(({ text }) => text))]
      .join(' ')
      .replace(/\s/g, '')
      .split('')
      .sort()
      .join('');

  test('keeps every word, a tree in printed order, and indicators that point at nodes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }), (steps) => {
        let document = base;
        for (const [which, what] of steps) {
          const node = document.nodes[which % Math.max(1, document.nodes.length)];
          const operation = OPERATIONS[what % OPERATIONS.length];
          if (!node || !operation) continue;
          const result = operation(document, node.id);
          if (result.ok) document = result.value;
        }
        expect(wordsOf(document)).toBe(wordsOf(base));
        const seen = new Set<string>();
        const rank = (level: string): number => document.levels.find(({ id }) => id === level)?.rank ?? 0;
        for (const [index, node] of document.nodes.entries()) {
          expect(node.order).toBe(index);
          const parent = document.nodes.find(({ id }) => id === node.parent);
          if (node.parent !== null)
            expect(parent && seen.has(node.parent) && rank(parent.level) < rank(node.level)).toBe(true);
          seen.add(node.id);
        }
        expect(seen.size).toBe(document.nodes.length);
        for (const { node } of document.indicators) if (node !== null) expect(seen.has(node)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
