import type { FigureName } from './figureName';
import type { Figures } from '../plan/finding';

/** What a sum that does not close says, in both languages: the same words for all of them, the rule is in the figures. */
export const SUM_WORDS = {
  nl: [
    '{cell}: gedrukt {printedCents}, herrekend {computedCents} ({rule}); verschil {differenceCents}, waarvan afronding hoogstens {roundingCents} verklaart.',
    'Kijk {cell} na{suspects}.',
  ],
  en: [
    '{cell}: printed {printedCents}, recomputed {computedCents} ({rule}); difference {differenceCents}, of which rounding explains at most {roundingCents}.',
    'Check {cell}{suspects}.',
  ],
} as const;

/** The figures those words name. */
export type SumFigures = Readonly<Record<FigureName<(typeof SUM_WORDS)['nl' | 'en'][number]>, Figures[string]>>;
