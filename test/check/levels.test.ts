import { expect, test } from '@jest/globals';
import { runChecks } from '../../src/check/run/run';
import type { DocumentKind } from '../../src/plan/vocabulary';
import { documentOf } from './goldenCase';

const skipped = (kind: DocumentKind, parents: readonly (string | null)[]): readonly string[] =>
  runChecks(
    documentOf({
      about: '',
      kind,
      nodes: [
        { id: 'BD1' },
        { id: 'AP1', parent: 'BD1' },
        ...parents.map((parent, index) => ({ id: `AC${index + 1}`, parent })),
      ],
    }),
    { only: ['structure.skipped-level'] },
  ).map(({ severity, place }) => `${severity} ${place.node}`);

test('the tree of the law is strict: one action under an objective is an error', () => {
  expect(skipped('annualAccounts', ['AP1', 'BD1'])).toEqual(['error AC2']);
});

test('a plan of the board itself has its own rules: what most nodes do is no skip', () => {
  expect(skipped('policyPlan', ['BD1', 'BD1', 'BD1', 'AP1'])).toEqual([]);
  expect(skipped('policyPlan', ['AP1', 'AP1', 'BD1', 'BD1'])).toEqual([]);
});

test('and what only a few do is told', () => {
  expect(skipped('policyPlan', ['AP1', 'AP1', 'AP1', 'AP1', 'BD1'])).toEqual(['info AC5']);
});
