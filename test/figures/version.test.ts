import { describe, expect, test } from '@jest/globals';
import { samePlan, sameVersion, versionsOf, type Versions } from '../../src/figures/version';

const columns = [
  { year: 2023, phase: 'actual' },
  { year: 2024, phase: 'actual' },
  { year: 2025, phase: 'plan' },
] as const;
const of = (version: string | null, dossiers: Parameters<typeof versionsOf>[0]['dossiers'] = []): Versions =>
  versionsOf({ version, columns, dossiers });

test('the head of a schema names the accounts of this year and the last, the final and the initial credits', () => {
  const { accounts, plan, initial } = of(
    'JR Budg. 23508 Alg. 2024036795 / JR-1 Budg. 16936 Alg. 2023210025 / EK 22287 IK 15710',
  );
  expect([...accounts]).toEqual([
    [2024, '2024036795'],
    [2023, '2023210025'],
  ]);
  expect([...plan]).toEqual(['22287']);
  expect([...initial]).toEqual(['15710']);
});

test('files named under the table count as well, but not those of other entities', () => {
  const { accounts, plan, initial } = of('JR Budg. 1 Alg. 2', [
    { role: 'Meerjarenplan', name: '', year: 2025, reference: 'Alg. 23718' },
    { role: 'MJP initieel krediet', name: '', year: 2023, reference: 'Alg. 15710' },
    { role: 'Jaarrekeningen', name: '', year: 2020, reference: 'Budg. 6105 Alg. 2020020807' },
    { role: 'MJP dossiers van andere entiteiten', name: '', year: 2025, reference: 'Alg. 99' },
  ]);
  expect([...plan]).toEqual(['23718']);
  expect([...initial]).toEqual(['15710']);
  expect(accounts.get(2020)).toBe('2020020807');
});

describe('comparing', () => {
  test('plan columns only of one version; a schema that names none is not compared', () => {
    expect(samePlan(of('EK 7'), of('EK 7'))).toBe(true);
    expect(samePlan(of('EK 7'), of('EK 8'))).toBe(false);
    expect(samePlan(of('EK 7'), of(null))).toBe(false);
    expect(sameVersion(of('IK 1'), of('IK 1'), 'initialBudget', 2024)).toBe(true);
  });
  test('accounts of a year, as far as both name them', () => {
    expect(sameVersion(of('JR Budg. 1 Alg. 2'), of('JR Budg. 1 Alg. 2'), 'actual', 2024)).toBe(true);
    expect(sameVersion(of('JR Budg. 1 Alg. 2'), of('JR Budg. 1 Alg. 3'), 'actual', 2024)).toBe(false);
    expect(sameVersion(of('JR Budg. 1 Alg. 2'), of(null), 'actual', 2024)).toBe(true);
  });
});
