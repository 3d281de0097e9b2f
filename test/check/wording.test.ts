import { describe, expect, test } from '@jest/globals';
import { ruleCheck } from '../../src/check/check';
import { describeFinding, placeAt } from '../../src/plan/finding';
import { createContext } from '../../src/check/context';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import { documentOf } from './goldenCase';

const WORDS = {
  id: 'text.example',
  severity: 'info',
  nl: ['{node}: {count:zin|zinnen} over {spentCents}.', 'Kijk na.'],
  en: ['{node}: {count:sentence|sentences} about {spentCents}.', 'Check.'],
  reads: ['nodes'],
} as const;

const place = placeAt({ node: 'AC1' });
const document = documentOf({ about: '' });
const context = createContext(document, DEFAULT_SETTINGS, [], false);

const sentenceOf = (count: number, language: 'nl' | 'en'): string => {
  const check = ruleCheck({ ...WORDS, rule: () => [{ place, figures: { count, spentCents: 150_000 } }] });
  const [raw] = check.run(document, context);
  return raw ? describeFinding(check, raw, language).message : '';
};

describe('the sentence of a finding', () => {
  test('names every figure its rule gives, and parts of the place', () => {
    expect(sentenceOf(3, 'nl')).toBe('AC1: 3 zinnen over 1.500. Kijk na.');
  });
  test('says one as one', () => {
    expect(sentenceOf(1, 'nl')).toBe('AC1: 1 zin over 1.500. Kijk na.');
    expect(sentenceOf(1, 'en')).toContain('1 sentence about');
  });
  test('does not compile with a placeholder that the rule has no figure for', () => {
    const misspeltInDutch = {
      ...WORDS,
      nl: ['{node}: {cuont:zin|zinnen} over {spentCents}.', 'Kijk na.'],
      rule: () => [{ place, figures: { count: 1, spentCents: 1 } }],
    } as const;
    const misspeltInEnglish = {
      ...WORDS,
      en: ['{node}: {count:sentence|sentences} about {spentCens}.', 'Check.'],
      rule: () => [{ place, figures: { count: 1, spentCents: 1 } }],
    } as const;
    const misspeltInRemedy = {
      ...WORDS,
      nl: ['{node}.', 'Kijk {clel} na.'],
      rule: () => [{ place, figures: { count: 1, spentCents: 1 } }],
    } as const;
    // @ts-expect-error: {cuont} is no figure of the rule
    ruleCheck(misspeltInDutch);
    // @ts-expect-error: {spentCens} is no figure of the rule
    ruleCheck(misspeltInEnglish);
    // @ts-expect-error: {clel} is no figure of the rule
    ruleCheck(misspeltInRemedy);
    expect(sentenceOf(2, 'nl')).not.toContain('{');
  });
});
