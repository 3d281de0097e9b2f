import { describe, expect, test } from '@jest/globals';
import { RULES_EXAMPLE } from '../../scripts/checksDoc';
import { CATALOGUE } from '../../src/check/run/catalogue';
import { runChecks } from '../../src/check/run/run';
import { readRules, withRules } from '../../src/check/rules';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import { documentOf } from './goldenCase';

const isCheck = (name: string): boolean => CATALOGUE.some(({ id }) => id === name);
const read = (json: unknown) => readRules(JSON.stringify(json), isCheck, 'nl');

const document = documentOf({
  about: '',
  nodes: [
    { id: 'AC1', status: 'notOnTrack' },
    { id: 'AC2', status: 'onTrack', text: 'Dit is een continu gegeven.' },
  ],
  amounts: [
    ['AC1', 'operating', 'expenditure', 'finalBudget', 120_000],
    ['AC1', 'operating', 'expenditure', 'actual', 119_000],
  ],
});
const told = (json: unknown): readonly string[] => {
  const rules = read(json);
  if (!rules.ok) throw new Error(rules.failure.map(({ message }) => message).join());
  return runChecks(document, { settings: withRules(DEFAULT_SETTINGS, rules.value) })
    .filter(({ check }) => /^(?:status|text|rules)\./.test(check))
    .map(({ severity, check }) => `${severity} ${check}`);
};

describe('the rules of a board', () => {
  test('change a severity, silence a check, and leave the others', () => {
    expect(told({ format: 'planboek/rules@1' })).toEqual(['attention status.without-text', 'info text.placeholder']);
    expect(
      told({
        format: 'planboek/rules@1',
        checks: { 'text.placeholder': { severity: 'error' }, 'status.without-text': { severity: 'off' } },
      }),
    ).toEqual(['error text.placeholder']);
  });
  test('hold rules of the board itself', () => {
    const own = [{ name: 'Grote acties', need: 'text', creditFromCents: 10_000_000, severity: 'error' }];
    expect(told({ format: 'planboek/rules@1', own })).toContain('error rules.own');
    expect(told({ format: 'planboek/rules@1', own: [{ ...own[0], creditFromCents: 20_000_000 }] })).not.toContain(
      'error rules.own',
    );
  });
  test('lay thresholds over those of the workbook, and keep the others', () => {
    const rules = read({ format: 'planboek/rules@1', thresholds: { laggingShare: 0.25 } });
    if (!rules.ok) throw new Error('not read');
    const { thresholds } = withRules(DEFAULT_SETTINGS, rules.value);
    expect(thresholds).toEqual({ ...DEFAULT_SETTINGS.thresholds, laggingShare: 0.25 });
  });
  test.each([
    ['{', ''],
    [JSON.stringify({ format: 'planboek/rules@2' }), 'format'],
    [
      JSON.stringify({ format: 'planboek/rules@1', checks: { 'text.placeholdr': { severity: 'off' } } }),
      'checks.text.placeholdr',
    ],
    [
      JSON.stringify({ format: 'planboek/rules@1', checks: { 'text.placeholder': { severity: 'loud' } } }),
      'checks.text.placeholder.severity',
    ],
    [JSON.stringify({ format: 'planboek/rules@1', thresholds: { laggingShare: 7 } }), 'thresholds.laggingShare'],
  ])('say where a file is wrong: %s', (text, path) => {
    const rules = readRules(text, isCheck, 'nl');
    expect(rules).toMatchObject({ ok: false, failure: [{ path }] });
  });
  test('read the example of the documentation', () => {
    expect(readRules(RULES_EXAMPLE, isCheck, 'nl').ok).toBe(true);
  });
});
