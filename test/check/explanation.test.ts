import { describe, expect, test } from '@jest/globals';
import { explain, mergeExplanations, readExplanations, storedExplanations, type Explanation } from '../../src/check/explanation';
import { runChecks } from '../../src/check/run';
import { DEFAULT_SETTINGS, readSettings } from '../../src/check/settings';
import { documentOf } from './goldenCase';

const plan = (saldo: number) =>
  documentOf({
    about: '',
    nodes: [{ id: 'AC1' }],
    amounts: [['AC1', 'operating', 'expenditure', 'initialBudget', 100], ['AC1', 'operating', 'receipts', 'initialBudget', 40], ['AC1', 'operating', 'balance', 'initialBudget', saldo]],
  });

describe('an explanation', () => {
  const [finding] = runChecks(plan(-80));
  const key = finding?.key ?? '';
  const stored = explain([], key, { state: 'explained', text: 'Correctie van vorig jaar', initials: 'JP' });

  test('survives a new run in which the figures differ', () => {
    const { findings } = mergeExplanations(runChecks(plan(-90)), stored);
    expect(findings[0]).toMatchObject({ key, state: 'explained', explanation: 'Correctie van vorig jaar', initials: 'JP' });
    expect(findings[0]?.figures.printedCents).toBe(-9000);
  });
  test('is kept when its finding is gone, for when it comes back', () => {
    const gone = mergeExplanations(runChecks(plan(-60)), stored);
    expect(gone.findings).toEqual([]);
    expect(storedExplanations(gone)).toEqual(stored);
    expect(mergeExplanations(runChecks(plan(-80)), storedExplanations(gone)).findings[0]?.state).toBe('explained');
  });
  test('is open without a word; accepted needs none', () => {
    expect(explain([], key, { state: 'explained', text: '  ' })[0]?.state).toBe('open');
    expect(explain([], key, { state: 'accepted' })[0]?.state).toBe('accepted');
  });
  test('is changed in place', () => {
    const again = explain(stored, key, { initials: 'AM' });
    expect(again).toEqual([{ key, state: 'explained', text: 'Correctie van vorig jaar', initials: 'AM' }]);
  });
  test('a finding without one is open, and nothing is stored of it', () => {
    const merged = mergeExplanations(runChecks(plan(-80)), []);
    expect(merged.findings[0]?.state).toBe('open');
    expect(storedExplanations(merged)).toEqual([]);
  });
});

test('damaged explanations are left out, the others stay', () => {
  const good: Explanation = { key: 'a', state: 'accepted', text: '', initials: '' };
  expect(readExplanations([good, { key: '' }, null, 'x'])).toEqual([good]);
  expect(readExplanations('no list')).toEqual([]);
});

describe('settings', () => {
  test('what is stored is completed with the defaults', () => {
    expect(readSettings({ thresholds: { laggingShare: 0.8 } })?.thresholds).toEqual({ ...DEFAULT_SETTINGS.thresholds, laggingShare: 0.8 });
    expect(readSettings({})).toEqual(DEFAULT_SETTINGS);
  });
  test('what is no setting is refused', () => {
    expect(readSettings(null)).toBeNull();
    expect(readSettings({ thresholds: { laggingShare: 8 } })).toBeNull();
    expect(readSettings({ statuses: [] })).toBeNull();
    expect(readSettings({ colour: 'red' })).toBeNull();
  });
});
