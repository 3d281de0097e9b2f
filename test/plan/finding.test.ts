import { describe, expect, test } from '@jest/globals';
import { describeFinding, findingKey, placeAt, type FindingKind } from '../../src/plan/finding';

const KIND: FindingKind = {
  id: 'family.name',
  family: 'family',
  severity: 'error',
  text: {
    nl: 'Op {node} staat {printedCents}, berekend {computedCents}; {unknown}.',
    en: '{node} shows {printedCents}, computed {computedCents}.',
  },
  remedy: { nl: 'Kijk regel {line} na.', en: 'Check line {line}.' },
};

describe('findings', () => {
  const raw = {
    check: KIND.id,
    place: placeAt({ node: 'AC1', line: 12 }),
    figures: { printedCents: 123_456_700, computedCents: null },
  };

  test('the sentence is made last, in the language asked for, with money as its readers write it', () => {
    expect(describeFinding(KIND, raw).message).toBe(
      'Op AC1 staat 1.234.567, berekend niet gedrukt; {unknown}. Kijk regel 12 na.',
    );
    expect(describeFinding(KIND, raw, 'en').message).toBe('AC1 shows 1,234,567, computed not printed. Check line 12.');
  });

  test('the key holds neither figures nor lines, so that an explanation survives a new print', () => {
    expect(findingKey(raw)).toBe('family.name|AC1');
    expect(findingKey({ ...raw, place: placeAt({ node: 'AC1', line: 99 }), figures: {} })).toBe(findingKey(raw));
  });

  test('the line is the key of a finding that has no other place', () => {
    expect(findingKey({ ...raw, place: placeAt({ line: 12 }) })).toBe('family.name|r12');
  });

  test('the subject tells findings at one place apart', () => {
    expect(findingKey({ ...raw, subject: 'AC2' })).toBe('family.name|AC1|AC2');
  });

  test('a severity of its own goes before that of the kind', () => {
    expect(describeFinding(KIND, { ...raw, severity: 'info' }).severity).toBe('info');
  });
});
