import type { Thresholds } from '../../check/settings';
import { CENTS_PER_EURO } from '../../plan/money';

export type ThresholdName = keyof Thresholds;

/** How a threshold is shown: cents as euro, fractions as percent points. */
export type ThresholdUnit = 'euro' | 'percent' | 'number';

const PERCENT = 100;

export const THRESHOLDS: readonly { readonly name: ThresholdName; readonly unit: ThresholdUnit }[] = [
  { name: 'yearOnYearTimes', unit: 'number' },
  { name: 'yearOnYearCents', unit: 'euro' },
  { name: 'achievedSpentShare', unit: 'percent' },
  { name: 'noticeableCents', unit: 'euro' },
  { name: 'laggingShare', unit: 'percent' },
  { name: 'similarTextShare', unit: 'percent' },
  { name: 'comparableTextWords', unit: 'number' },
  { name: 'exceededCents', unit: 'euro' },
  { name: 'lapsedCents', unit: 'euro' },
];

const FACTORS: Readonly<Record<ThresholdUnit, number>> = { euro: 1 / CENTS_PER_EURO, percent: PERCENT, number: 1 };

/** Shares have few digits; this takes away what the factor adds in binary. */
const DIGITS = 6;

const tidy = (value: number): number => Number(value.toFixed(DIGITS));

/** The value as the user types it: whole euros, percent points. */
export const shownThreshold = (value: number, unit: ThresholdUnit): string =>
  String(tidy(value * FACTORS[unit])).replace('.', ',');

/** What the user typed as the checks keep it; null when it is no number from zero up, or a share above one. */
export function typedThreshold(text: string, unit: ThresholdUnit): number | null {
  if (!/^\d{1,12}(?:[.,]\d{1,4})?$/.test(text.trim())) return null;
  const value = tidy(Number(text.trim().replace(',', '.')) / FACTORS[unit]);
  if (unit === 'percent') return value <= 1 ? value : null;
  return unit === 'euro' ? Math.round(value) : value;
}
