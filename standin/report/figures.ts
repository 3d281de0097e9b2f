import { CENTS_PER_EURO } from '../../src/plan/money';

/** Prints with code of our own: a report must not be written by what reads it. */
const thousands = (euros: number): string => String(euros).replace(/(\d)(?=(\d{3})+$)/g, '$1.');

/** Whole euros, half away from zero, each figure rounded on its own. Gives cents. */
export function rounded(cents: number): number {
  const euros = Math.floor((Math.abs(cents) + CENTS_PER_EURO / 2) / CENTS_PER_EURO);
  return euros === 0 ? 0 : Math.sign(cents) * euros * CENTS_PER_EURO;
}

/** "-38.729" */
export const euroText = (cents: number): string =>
  `${rounded(cents) < 0 ? '-' : ''}${thousands(Math.abs(rounded(cents)) / CENTS_PER_EURO)}`;

/** "80.000,00" */
export function centText(cents: number): string {
  const magnitude = Math.abs(cents);
  return `${cents < 0 ? '-' : ''}${thousands(Math.floor(magnitude / CENTS_PER_EURO))},${String(magnitude % CENTS_PER_EURO).padStart(2, '0')}`;
}

export const rowText = (label: string, cents: readonly number[]): string => [label, ...cents.map(euroText)].join(' ');

export const isPrinted = (cents: readonly number[]): boolean => cents.some((value) => rounded(value) !== 0);

export const addUp = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Column by column. */
export const addRows = (rows: readonly (readonly number[])[], columns: number): number[] =>
  Array.from({ length: columns }, (_, column) => addUp(rows.map((row) => row[column] ?? 0)));

export const negated = (row: readonly number[]): number[] => row.map((value) => -value);
