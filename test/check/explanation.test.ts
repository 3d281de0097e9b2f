import { describe, expect, test } from '@jest/globals';
import { runChecks } from '../../src/check/run/run';
import { dormantExplanations, explanationOf, NO_EXPLANATIONS, type Explanations } from '../../src/plan/explanation';
import { documentOf } from './goldenCase';

const plan = (saldo: number) =>
  documentOf({
    about: '',
    nodes: [{ id: 'AC1' }],
    amounts: [
      ['AC1', 'operating', 'expenditure', 'initialBudget', 100],
      ['AC1', 'operating', 'receipts', 'initialBudget', 40],
      ['AC1', 'operating', 'balance', 'initialBudget', saldo],
    ],
  });

const keys = (saldo: number): ReadonlySet<string> => new Set(runChecks(plan(saldo)).map(({ key }) => key));

describe('an explanation', () => {
  const [finding] = runChecks(plan(-80));
  const key = finding?.key ?? '';
  const answers: Explanations = { [key]: { state: 'explained', text: 'Correctie van vorig jaar', initials: 'JP' } };

  test('survives a new run in which the figures differ', () => {
    const [again] = runChecks(plan(-90));
    expect(again?.figures.printedCents).toBe(-9000);
    expect(explanationOf(answers, again?.key ?? '')).toEqual({
      state: 'explained',
      text: 'Correctie van vorig jaar',
      initials: 'JP',
    });
  });
  test('is dormant while its finding is gone', () => {
    expect(dormantExplanations(answers, keys(-90))).toEqual({});
    expect(dormantExplanations(answers, keys(-60))).toEqual(answers);
  });
  test('a finding without one is open', () => {
    expect(explanationOf(NO_EXPLANATIONS, key).state).toBe('open');
    expect(explanationOf(answers, 'toString').state).toBe('open');
  });
});
