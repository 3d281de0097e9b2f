import type { Phase } from '../plan/vocabulary';

/** Names of the columns of the table of credits. */
export const CREDIT_COLUMNS = {
  year: 'Jaar',
  code: 'Code',
  title: 'Omschrijving',
  kind: 'Soort',
  direction: 'Richting',
  difference: 'Verschil',
  rate: 'Realisatie',
  source: 'Bron',
} as const;

const PHASE_COLUMNS: Readonly<Record<Phase, string>> = {
  initialBudget: 'Initieel krediet',
  finalBudget: 'Eindkrediet',
  actual: 'Jaarrekening',
  plan: 'Meerjarenplan',
};

/** Phases in the order in which a credit comes about. */
export const PHASES_IN_TIME: readonly Phase[] = ['plan', 'initialBudget', 'finalBudget', 'actual'];

export const creditColumn = (phase: Phase): string => PHASE_COLUMNS[phase];
