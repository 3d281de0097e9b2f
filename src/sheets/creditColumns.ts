import { figureLabel } from '../figures/reconciliation/creditLabels';
import type { Direction, Kind, Phase } from '../plan/vocabulary';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';

/** Names of the columns of the table of credits. */
export const CREDIT_COLUMNS = {
  year: 'Jaar',
  code: 'Code',
  title: 'Omschrijving',
  kind: 'Soort',
  direction: 'Richting',
  /** What is left of a credit; what goes beyond it has a column of its own, so that neither is ever below 0. */
  left: 'Over of nog te ontvangen',
  overrun: figureLabel('overrun', 'both'),
  rate: 'Realisatie',
  source: 'Bron',
  /** Code, first letters of kind and direction, and year in one text: what formulas look lines up by. */
  line: 'Lijn',
  /** How many lines have the same line text. */
  alike: 'Zelfde lijn',
  /** Place of the code in the plan, from 1; 0 when it is not there. Looked up once for all columns that come from the plan. */
  place: 'Plaats in plan',
  /** 1 for receipts: tells the totals whether the rows they add up are of one direction. */
  receipts: 'Is ontvangst',
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

/** What all lines of the same line text come to in a phase: what formulas take, whatever line they find first. */
export const togetherColumn = (phase: Phase): string => `Samen ${creditColumn(phase)}`;

/** First letters of kind and direction, "EU" for exploitatie uitgaven: the Dutch labels differ in them. */
export const letters = (kind: Kind, direction: Direction): string =>
  `${labelOfKind(kind).slice(0, 1)}${labelOfDirection(direction).slice(0, 1)}`;

/** What follows the code in the line text. */
export const lineSuffix = ({
  kind,
  direction,
  year,
}: {
  readonly kind: Kind;
  readonly direction: Direction;
  readonly year: number;
}): string => `|${letters(kind, direction)}|${year}`;
