/** Money is integer euro cents in a plain number. */
export type Cents = number;

/**
 * The largest amount we hold: 2^51 - 1 cents (22.5 thousand billion euro). Two bits below the safe integers,
 * so that adding four of them is still exact before the guard looks at the sum.
 */
export const MAX_CENTS = 2 ** 51 - 1;

export const CENTS_PER_EURO = 100;

export const isCents = (value: number): value is Cents => Number.isInteger(value) && Math.abs(value) <= MAX_CENTS;

/** Adds two amounts in cents. Throws RangeError beyond MAX_CENTS: a wrong total is worse than none. */
export function addCents(left: Cents, right: Cents): Cents {
  const sum = left + right;
  if (!isCents(sum)) throw new RangeError(`amount out of range: ${left} + ${right}`);
  return sum;
}

/** Sums amounts in cents, leaving out what is not printed; null when nothing is printed at all. */
export function sumCents(values: Iterable<Cents | null>): Cents | null {
  let total: Cents | null = null;
  for (const value of values) if (value !== null) total = total === null ? value : addCents(total, value);
  return total;
}

/** receipts - expenditure in cents (BBC.md, Amounts); null when neither is printed. */
export const balanceCents = (receipts: Cents | null, expenditure: Cents | null): Cents | null =>
  receipts === null && expenditure === null ? null : addCents(receipts ?? 0, -(expenditure ?? 0));

/**
 * How far, in whole euros, a printed total may lie from the sum of `parts` independently rounded printed figures:
 * floor((n + 1) / 2) (BBC.md, Rounding). Beyond it the difference is an error.
 */
export const roundingBoundEuro = (parts: number): number => Math.floor((parts + 1) / 2);

/** The same bound in cents; 0 when the figures are printed to the cent. */
export const roundingBoundCents = (parts: number, unit: 'euro' | 'cent'): Cents =>
  unit === 'cent' ? 0 : roundingBoundEuro(parts) * CENTS_PER_EURO;
