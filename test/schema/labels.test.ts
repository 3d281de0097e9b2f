import { describe, expect, test } from '@jest/globals';
import { DIRECTIONS, KINDS, PHASES } from '../../src/plan/vocabulary';
import {
  directionOfLabel,
  foldLabel,
  kindOfLabel,
  labelOfDirection,
  labelOfKind,
  labelOfPhase,
  phaseOfLabel,
} from '../../src/schema/rows/labels';
import { SCHEMA_TITLES, schemaOfTitle } from '../../src/schema/titles';
import { SCHEMA_NAMES } from '../../src/plan/vocabulary';

describe('labels', () => {
  test.each(KINDS)('%s is read back from both of its labels', (kind) => {
    expect(kindOfLabel(labelOfKind(kind))).toBe(kind);
    expect(kindOfLabel(labelOfKind(kind, 'singular').toUpperCase())).toBe(kind);
  });
  test.each(DIRECTIONS)('%s is read back from both of its labels', (direction) => {
    expect(directionOfLabel(` ${labelOfDirection(direction)} `)).toBe(direction);
    expect(directionOfLabel(labelOfDirection(direction, 'singular'))).toBe(direction);
  });
  test.each(PHASES)('%s is read back from both of its labels', (phase) => {
    expect(phaseOfLabel(labelOfPhase(phase))).toBe(phase);
    expect(phaseOfLabel(labelOfPhase(phase, 'singular').toLowerCase())).toBe(phase);
  });
  test('a label within other words is no label', () => {
    expect(kindOfLabel('Exploitatie-uitgaven')).toBeNull();
    expect(directionOfLabel('Uitgaven van het jaar')).toBeNull();
    expect(phaseOfLabel('')).toBeNull();
  });
  test('accents, blanks and a closing colon make no difference', () => {
    expect(foldLabel('Initie\u0308le\u00a0 kredieten:')).toBe('initiële kredieten');
  });
});

describe('titles', () => {
  test.each(SCHEMA_NAMES)('%s is found by its number and title', (schema) => {
    expect(schemaOfTitle(`${schema}: ${SCHEMA_TITLES[schema]}`)).toBe(schema);
  });
  test('a title that two schemas share needs its number', () => {
    expect(schemaOfTitle('Staat van het financieel evenwicht')).toBeNull();
    expect(schemaOfTitle('Balans')).toBe('J4');
  });
  test('a sentence that begins like a schema is none', () => {
    expect(schemaOfTitle('T2 campus verwelkomt de scholen')).toBeNull();
  });
});
