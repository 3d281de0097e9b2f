import { roundingBoundCents, type Cents } from '../../plan/money';
import type { CreditFigures } from './creditFigures';

/** What a line comes to, severest first. Words for it, by direction and language: creditLabels. */
export const VERDICTS = ['transferWithoutCredit', 'carriedTooMuch', 'overrun', 'lapses', 'closes'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** From where on a difference counts, in cents. */
export interface VerdictThresholds {
  /** Up to this an overrun, or a transfer above what was left, is rounding. */
  readonly exceededCents: Cents;
  /** Up to this what lapses is rounding. */
  readonly lapsedCents: Cents;
}

/** Final credit and accounts are each rounded on their own. */
const ROUNDED_FIGURES = 2;
const ROUNDING = roundingBoundCents(ROUNDED_FIGURES, 'euro');

export const DEFAULT_VERDICT_THRESHOLDS: VerdictThresholds = { exceededCents: ROUNDING, lapsedCents: ROUNDING };

/** The verdict on a line: the severest that holds. null when nothing is known but an initial credit. */
export function verdictOf(figures: CreditFigures, { exceededCents, lapsedCents }: VerdictThresholds): Verdict | null {
  const { final, actual, carriedOver, overrun, carriedTooMuch, lapsed } = figures;
  if (final === null && actual === null) return carriedOver === null ? null : 'transferWithoutCredit';
  if ((carriedTooMuch ?? 0) > exceededCents) return 'carriedTooMuch';
  if ((overrun ?? 0) > exceededCents) return 'overrun';
  return (lapsed ?? 0) > lapsedCents ? 'lapses' : 'closes';
}

/** The severest verdict among lines; null when none has one. */
export const severestOf = (verdicts: readonly (Verdict | null)[]): Verdict | null =>
  VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? null;
