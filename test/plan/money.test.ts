import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  MAX_CENTS,
  addCents,
  balanceCents,
  roundingBoundCents,
  roundingBoundEuro,
  sumCents,
} from '../../src/plan/money';

describe('money in cents', () => {
  test('sums leave out what is not printed, and nothing printed is not zero', () => {
    expect(sumCents([null, 100, null, -30])).toBe(70);
    expect(sumCents([null, null])).toBeNull();
    expect(sumCents([])).toBeNull();
    expect(balanceCents(null, null)).toBeNull();
    expect(balanceCents(500, null)).toBe(500);
    expect(balanceCents(null, 500)).toBe(-500);
  });

  test('a sum beyond the safe amount is refused', () => {
    expect(() => addCents(MAX_CENTS, 1)).toThrow(RangeError);
    expect(addCents(MAX_CENTS, -MAX_CENTS)).toBe(0);
  });

  test('the sum of independently rounded parts lies within the bound of the rounded sum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 }),
        (parts) => {
          const round = (cents: number): number => Math.round(cents / 100);
          const printed = round(parts.reduce((sum, part) => sum + part, 0));
          const recomputed = parts.reduce((sum, part) => sum + round(part), 0);
          expect(Math.abs(printed - recomputed)).toBeLessThanOrEqual(roundingBoundEuro(parts.length));
        },
      ),
    );
  });

  test('figures printed to the cent have no rounding', () => {
    expect([
      roundingBoundEuro(1),
      roundingBoundEuro(2),
      roundingBoundEuro(3),
      roundingBoundCents(3, 'euro'),
      roundingBoundCents(3, 'cent'),
    ]).toEqual([1, 1, 2, 200, 0]);
  });
});
