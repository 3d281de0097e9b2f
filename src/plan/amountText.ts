import { CENTS_PER_EURO, isCents, type Cents } from './money';
import type { Unit } from './vocabulary';

/** A figure read from text: integer cents, and whether it was printed in whole euros or to the cent. */
export interface ParsedAmount {
  readonly cents: Cents;
  readonly unit: Unit;
}

/** Blanks that separate thousands or stand around the sign: space, tab, no-break, figure, thin and narrow no-break space. */
const BLANK = '[ \\t\\u00a0\\u2007\\u2009\\u202f]';
const MINUS = '[-\\u2212\\u2013]';

/**
 * The forms reports print (BBC.md, "Numbers in the wild"): optional sign before or after the currency sign, thousands in groups of
 * exactly three set off by dots or by blanks (never both), decimals after a comma, the currency before or after.
 */
const AMOUNT = new RegExp(
  `^(?:(${MINUS})|\\+)?${BLANK}*(€${BLANK}*)?(?:(${MINUS})${BLANK}*)?` +
    `(\\d{1,3}(?:\\.\\d{3})+|\\d{1,3}(?:${BLANK}\\d{3})+|\\d+)(?:,(\\d{2}))?${BLANK}*(€|EUR|euro)?$`,
);

/** A lone dash, with or without a currency sign: the accountant's zero. */
const DASH_ZERO = new RegExp(`^(?:€${BLANK}*)?[-\\u2212\\u2013\\u2014](?:${BLANK}*(?:€|EUR))?$`);

/** Only longer numbers have groups to set off. */
const GROUP_LENGTH = 3;

/** No printed amount is longer than this; keeps a hostile line from reaching the pattern. */
const MAX_AMOUNT_LENGTH = 40;

/**
 * Reads one nl-BE amount in euro. Dots are only ever thousands ("990.000" is nine hundred and ninety thousand), a comma only
 * ever decimals. null when the text is not exactly one amount, is ambiguous, or lies beyond MAX_CENTS.
 */
export function parseAmount(text: string): ParsedAmount | null {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > MAX_AMOUNT_LENGTH) return null;
  if (DASH_ZERO.test(trimmed)) return { cents: 0, unit: 'euro' };
  const match = AMOUNT.exec(trimmed);
  if (!match) return null;
  const [, before, currencyBefore, after, whole = '', decimals, currencyAfter] = match;
  if (before !== undefined && after !== undefined) return null;
  if (currencyBefore !== undefined && currencyAfter !== undefined) return null;
  const euros = Number(whole.length > GROUP_LENGTH ? whole.replace(/\D/g, '') : whole);
  const magnitude = euros * CENTS_PER_EURO + Number(decimals ?? 0);
  if (!isCents(magnitude)) return null;
  const negative = (before ?? after) !== undefined && magnitude !== 0;
  return { cents: negative ? -magnitude : magnitude, unit: decimals === undefined ? 'euro' : 'cent' };
}

/** Reads a nl-BE percentage ("34,4%", "93 %") as a number of percent points; null when it is not one. A dot is not a decimal sign. */
export function parsePercent(text: string): number | null {
  const match = /^([-\u2212\u2013]?)\s*(\d{1,9})(?:,(\d{1,6}))?\s*%$/.exec(text.trim());
  if (!match) return null;
  const value = Number(`${match[2]}.${match[3] ?? 0}`);
  return match[1] ? -value : value;
}

const groupThousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, '.');

/** Writes cents as reports print them: `1.234.567`, `-801.540,67`. Euros that are not whole are never rounded away. */
export function formatAmount(cents: Cents, unit: Unit = cents % CENTS_PER_EURO === 0 ? 'euro' : 'cent'): string {
  const magnitude = Math.abs(cents);
  const euros = groupThousands(String(Math.floor(magnitude / CENTS_PER_EURO)));
  const rest = magnitude % CENTS_PER_EURO;
  const sign = cents < 0 ? '-' : '';
  return unit === 'euro' && rest === 0 ? `${sign}${euros}` : `${sign}${euros},${String(rest).padStart(2, '0')}`;
}
