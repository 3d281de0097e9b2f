import { describe, expect, test } from '@jest/globals';
import { DIRECTIONS, KINDS, SCHEMA_NAMES, SCHEMA_SETS } from '../../src/plan/vocabulary';
import { accountTarget } from '../../src/schema/accounts';
import { rowsOf } from '../../src/schema/rows/rows';

const cases = SCHEMA_NAMES.flatMap((schema) => SCHEMA_SETS.map((set) => [schema, set] as const));

/** Words that ids are made of, besides markers. */
const ID_WORDS = new Set([
  ...KINDS,
  ...DIRECTIONS,
  'operatingAndInvestment',
  'result',
  'objective',
  'equity',
  'other',
  'without',
  'total',
  'domain',
  'project',
  'margin',
  'corrected',
  'consolidated',
  'entity',
  'assets',
  'liabilities',
  'loans',
  'granted',
]);

describe.each(cases)('%s of the %s set', (schema, set) => {
  const rows = rowsOf(schema, set);
  test('has no id twice', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
  test('has ids of the schema that take no Dutch word', () => {
    const schemaOnly = new RegExp(`^${schema}(?:\\.(?:[IVX]+|[A-Z]|\\d|[a-z]|[a-z]+(?:AndInvestment)?))+$`);
    expect(rows.filter(({ id }) => !schemaOnly.test(id))).toEqual([]);
    const words = new Set(rows.flatMap(({ id }) => id.split('.').filter((part) => /^[a-z]{2,}/.test(part))));
    expect([...words].filter((word) => !ID_WORDS.has(word))).toEqual([]);
  });
  test('has every parent before its children', () => {
    const seen = new Set<string>();
    for (const { section, path } of rows) {
      const parent = path.slice(0, -1);
      if (parent.length > 0) expect(seen).toContain(`${section.key}|${parent.join('.')}`);
      seen.add(`${section.key}|${path.join('.')}`);
    }
  });
});

test('the 2020 set has no rows that came with BBC 3.0', () => {
  const markers = (set: '2020' | '3.0'): readonly string[] => rowsOf('J2', set).map(({ path }) => path.join('.'));
  expect(markers('2020')).not.toContain('VI.B.1');
  expect(markers('3.0')).toContain('VI.B.1');
});

test('one id is one row: both sets give it the same markers, and mean the same by it', () => {
  for (const schema of SCHEMA_NAMES) {
    const older = new Map(rowsOf(schema, '2020').map((row) => [row.id, row]));
    for (const row of rowsOf(schema, '3.0')) {
      const same = older.get(row.id);
      if (same) expect([row.id, row.path, row.label]).toEqual([row.id, same.path, same.label]);
    }
  }
});

test('T3 is about projects in 2020, about debt in 3.0', () => {
  expect(rowsOf('T3', '3.0').find(({ path }) => path.join() === 'D')?.formula).toBe('A+B-C');
  expect(rowsOf('T4', '3.0')).toEqual([]);
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
