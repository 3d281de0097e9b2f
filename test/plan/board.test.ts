import { expect, test } from '@jest/globals';
import { matchBoard, placeWords } from '../../src/plan/board';
import type { Entity, PlanDocument } from '../../src/plan/document';
import { DOCUMENT } from '../sheets/fixture';

const of = (name: string | null, title = 'Plan', enterpriseNumber: string | null = null): PlanDocument => {
  const entity: Entity | null = name === null ? null : { name, enterpriseNumber, address: null };
  return { ...DOCUMENT, document: { ...DOCUMENT.document, title, entity }, nodes: [], texts: [] };
};

test.each([
  ['AGB Genk', ['genk']],
  ['Autonoom Gemeentebedrijf Sint-Niklaas', ['sint-niklaas']],
  ['Stad en OCMW Heist-op-den-Berg', ['heist-op-den-berg']],
  ['Gemeente', []],
])('the place of %s', (name, words) => {
  expect(placeWords(name)).toEqual(words);
});

test.each([
  ['AGB Genk', of('Stad Genk'), 'same'],
  ['AGB Genk', of('Stad Hasselt'), 'other'],
  ['AGB Genk', of(null, 'De visitatie van GENK'), 'same'],
  ['AGB Genk', of(null, 'Genkenaren en Genkse wijken'), 'unknown'],
  ['AGB Genk', of(null, 'Een plan'), 'unknown'],
  ['Gemeente', of(null, 'Een plan van een gemeente'), 'unknown'],
] as const)('%s and another document', (name, other, match) => {
  expect(matchBoard(of(name), other)).toBe(match);
});

test('one number is one board, whatever the names', () => {
  expect(matchBoard(of('AGB A', 'x', '0123.456.789'), of('Zwembad B', 'y', '0123.456.789'))).toBe('same');
  expect(matchBoard(of(null), of('Stad Genk'))).toBe('unknown');
});
