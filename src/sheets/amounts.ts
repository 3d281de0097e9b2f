import { CENTS_PER_EURO, isCents, type Cents } from '../plan/money';
import type { CellValue } from './spec';

/** Cents as a cell holds them: euro, empty when not printed. */
export const euro = (cents: Cents | null): number | null => (cents === null ? null : cents / CENTS_PER_EURO);

/** What a computed cell shows: euro, or an empty text where a formula has nothing to add up. */
export const euroOrBlank = (cents: Cents | null): number | '' => (cents === null ? '' : cents / CENTS_PER_EURO);

/** Cents of a number cell in euro; null when it is no number or beyond what money can be. */
export function centsOf(value: CellValue): Cents | null {
  if (typeof value !== 'number') return null;
  const cents = Math.round(value * CENTS_PER_EURO);
  // Math.round can give -0, which JSON and comparisons would tell apart from 0.
  return isCents(cents) ? (cents === 0 ? 0 : cents) : null;
}
