import { describe, expect, test } from '@jest/globals';
import { SCHEMA_NAMES, SCHEMA_SETS } from '../../src/plan/vocabulary';
import { accountTarget } from '../../src/schema/accounts';
import { DASH_ROWS, isNestedDash } from '../../src/schema/dashes';
import { rowsOf } from '../../src/schema/rows';

const cases = SCHEMA_NAMES.flatMap((schema) => SCHEMA_SETS.map((set) => [schema, set] as const));

describe.each(cases)('%s of the %s set', (schema, set) => {
  const rows = rowsOf(schema, set);
  test('has no row twice', () => {
    const keys = rows.map(({ section, path, label }, index) => (path.length === 0 ? `${section}|${label}|${index}` : `${section}|${path.join('.')}|${label}`));
    expect(new Set(keys).size).toBe(keys.length);
  });
  test('has every parent before its children', () => {
    const seen = new Set<string>();
    for (const { section, path } of rows) {
      const parent = path.slice(0, -1);
      if (parent.length > 0) expect(seen).toContain(`${section}|${parent.join('.')}`);
      seen.add(`${section}|${path.join('.')}`);
    }
  });
});

test('the 2020 set has no rows that came with BBC 3.0', () => {
  const markers = (set: '2020' | '3.0'): readonly string[] => rowsOf('J2', set).map(({ path }) => path.join('.'));
  expect(markers('2020')).not.toContain('VI.B.1');
  expect(markers('3.0')).toContain('VI.B.1');
});

test('T3 is about projects in 2020, about debt in 3.0', () => {
  expect(rowsOf('T3', '3.0').find(({ path }) => path.join() === 'D')?.formula).toBe('A+B-C');
  expect(rowsOf('T4', '3.0')).toEqual([]);
});

test('a dash row may stand under a dash row', () => {
  expect(isNestedDash('Andere algemene werkingssubsidies', 'van de gemeente')).toBe(true);
  expect(isNestedDash('van de federale overheid', 'van de gemeente')).toBe(false);
  expect(DASH_ROWS.filter(({ under }) => under !== null).every(({ under }) => DASH_ROWS.some(({ label }) => label === under))).toBe(true);
});

describe('accounts', () => {
  test.each([
    ['2291000', 'expenditure', 'investment', 'B.1.a'],
    ['1733', 'expenditure', 'financing', 'A.2'],
    ['6500000', 'expenditure', 'operating', 'B.1'],
    ['74000', 'receipts', 'operating', 'A.3.a'],
  ] as const)('%s as %s is %s %s', (account, direction, kind, path) => {
    expect(accountTarget(account, direction)).toEqual({ kind, path: path.split('.') });
  });
  test('the flow decides: the same account is a new loan or a repayment', () => {
    expect(accountTarget('1733000', 'receipts')?.path).not.toEqual(accountTarget('1733000', 'expenditure')?.path);
  });
  test('an account that is not in the list has no row', () => {
    expect(accountTarget('9', 'receipts')).toBeNull();
    expect(accountTarget('', 'receipts')).toBeNull();
  });
});
