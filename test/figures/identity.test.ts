import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { auditIdentities, type CheckedSum } from '../../src/check/audit';
import { identityBound, minusTerm, plusTerm, residualCents, type CellRef } from '../../src/figures/identity';
import { placeAt } from '../../src/plan/finding';
import type { Unit } from '../../src/plan/vocabulary';

const cell = (id: string, cents: number | null, unit: Unit = 'euro'): CellRef => ({
  id,
  schema: 'X',
  name: id,
  cents,
  unit,
  place: placeAt({ schema: 'X', row: id }),
});
const sum = (target: CellRef, terms: readonly CellRef[], more: Partial<CheckedSum> = {}): CheckedSum => ({
  check: 'x.sum',
  target,
  terms: terms.map(plusTerm),
  rule: 'som',
  ...more,
});
const euro = (cents: number): number => Math.round(cents / 100) * 100;

describe('rounding', () => {
  test('figures rounded on their own never lie further apart than the bound', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { minLength: 1, maxLength: 40 }),
        (exact) => {
          const total = exact.reduce((left, right) => left + right, 0);
          const identity = sum(
            cell('t', euro(total)),
            exact.map((cents, index) => cell(`p${index}`, euro(cents))),
          );
          expect(Math.abs(residualCents(identity))).toBeLessThanOrEqual(identityBound(identity));
        },
      ),
    );
  });
  test('the bound is met: one part fewer would be too tight', () => {
    const identity = sum(cell('t', 200), [cell('a', 0), cell('b', 0), cell('c', 0)]);
    expect(identityBound(identity)).toBe(200);
    expect(identityBound(sum(cell('t', 200), [cell('a', 0), cell('b', 0)]))).toBe(100);
  });
  test('figures to the cent leave no room; a rounded part in a total to the cent leaves half a euro', () => {
    expect(identityBound(sum(cell('t', 1, 'cent'), [cell('a', 1, 'cent')]))).toBe(0);
    expect(identityBound(sum(cell('t', 1, 'cent'), [cell('a', 1, 'cent'), cell('b', 100)]))).toBe(50);
  });
  test('what is not printed is zero, and was not rounded', () => {
    expect(identityBound(sum(cell('t', 0), [cell('a', null), cell('b', 0)]))).toBe(100);
  });
});

describe('the figure behind sums that do not close', () => {
  // AP = AC1 + AC2; each has a balance of its own.
  const plan = (ac1: number): readonly CheckedSum[] => {
    const [ap, one, two] = [cell('ap', 50_000), cell('ac1', ac1), cell('ac2', 30_000)];
    return [
      sum(ap, [one, two]),
      ...[ap, one, two].map((of): CheckedSum => ({
        check: 'x.balance',
        target: cell(`${of.id} saldo`, of.id === 'ac1' ? -20_000 : -(of.cents ?? 0)),
        terms: [minusTerm(of)],
        rule: 'saldo',
      })),
    ];
  };
  test('is named when it is the only one that explains them', () => {
    const audit = auditIdentities(plan(70_000), true);
    expect(audit.wrongFigures.map(({ cell: { id }, expectedCents }) => [id, expectedCents])).toEqual([['ac1', 20_000]]);
    expect([...audit.broken('x.sum'), ...audit.broken('x.balance')]).toEqual([]);
  });
  test('without looking for it, every broken sum is told', () => {
    const audit = auditIdentities(plan(70_000), false);
    expect([...audit.broken('x.sum')]).toHaveLength(1);
    expect([...audit.broken('x.balance')]).toHaveLength(1);
  });
  test('of several that could be, none is accused, but all are told', () => {
    const audit = auditIdentities([sum(cell('t', 900_00), [cell('a', 100_00), cell('b', 200_00)])], true);
    expect(audit.wrongFigures).toEqual([]);
    expect([...audit.broken('x.sum')][0]?.figures.suspects).toBe('; a; b');
  });
  test('two wrong figures in two places are both named', () => {
    const other = plan(70_000).map((identity): CheckedSum => ({
      ...identity,
      target: { ...identity.target, id: `z${identity.target.id}` },
      terms: identity.terms.map((term) => ({ ...term, cell: { ...term.cell, id: `z${term.cell.id}` } })),
    }));
    expect(
      auditIdentities([...plan(70_000), ...other], true)
        .wrongFigures.map(({ cell: { id } }) => id)
        .sort(),
    ).toEqual(['ac1', 'zac1']);
  });
  test('a hint decides between equals, and is never told itself', () => {
    const [a, b] = [cell('a', 700_00), cell('b', 200_00)];
    const hints: readonly CheckedSum[] = [
      sum(cell('twin of a', 100_00), [a], { hint: true }),
      sum(cell('twin of b', 200_00), [b], { hint: true }),
    ];
    const audit = auditIdentities([sum(cell('t', 300_00), [a, b]), sum(cell('u', 300_00), [a, b]), ...hints], true);
    expect(audit.wrongFigures.map(({ cell: { id } }) => id)).toEqual(['a']);
    expect(audit.judged).toHaveLength(2);
    expect([...auditIdentities(hints, true).broken('x.sum')]).toEqual([]);
  });
});

test('rounding is told once per schema, with the largest difference and what was allowed', () => {
  const audit = auditIdentities(
    [sum(cell('t', 301_00), [cell('a', 100_00), cell('b', 200_00)]), sum(cell('u', 100_00), [cell('c', 100_00)])],
    true,
  );
  expect(audit.rounding).toEqual([
    { schema: 'X', line: null, sums: 2, rounded: 1, largestCents: 100, allowedCents: 100 },
  ]);
});
