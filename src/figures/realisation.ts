import type { Cents } from '../plan/money';

/** Share of a budget that was realised, as a fraction (0.93 = 93 %); null without a budget, where a share says nothing. */
export const realisationRate = (actual: Cents | null, budget: Cents | null): number | null =>
  budget === null || budget === 0 ? null : (actual ?? 0) / budget;

/** What is left of a credit, in cents: budget - actual; null when neither is printed. */
export const remainderCents = (actual: Cents | null, budget: Cents | null): Cents | null =>
  actual === null && budget === null ? null : (budget ?? 0) - (actual ?? 0);
