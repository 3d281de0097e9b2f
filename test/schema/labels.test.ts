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
import { bareTitle, numberedTitle, SCHEMA_TITLES } from '../../src/schema/titles';
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
    expect(numberedTitle(`${schema}: ${SCHEMA_TITLES[schema]}`)).toMatchObject({ schema, isKnown: true });
  });
  test.each([
    ['Schema M1(W): Aangepast financieel doelstellingenplan', 'M1'],
    ['Schema T2 : ontvangsten en uitgaven naar economische aard', 'T2'],
    ['M2 - Staat van het financieel evenwicht', 'M2'],
    ['J4 Balans', 'J4'],
    ['SCHEMA J2: STAAT VAN HET FINANCIEEL EVENWICHT', 'J2'],
    ['M3(W). Aangepaste kredieten', 'M3'],
  ])('%s', (text, schema) => {
    expect(numberedTitle(text)).toMatchObject({ schema, isKnown: true });
  });
  test('a title without its number may be of several schemas', () => {
    expect(bareTitle('Staat van het financieel evenwicht')).toEqual(['J2', 'M2']);
    expect(bareTitle('Aangepast financieel doelstellingenplan')).toEqual(['M1']);
    expect(bareTitle('Balans')).toEqual(['J4']);
  });
  test.each(['T2 campus verwelkomt de scholen', 'T2 - Ontvangsten en uitgaven naar economische aard ...... 45'])(
    'is none: %s',
    (text) => {
      expect(numberedTitle(text)).toBeNull();
      expect(bareTitle(text)).toEqual([]);
    },
  );
});
