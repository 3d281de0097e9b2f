import type { CreditFigure } from '../../figures/reconciliation/creditFigures';
import { figureLabel } from '../../figures/reconciliation/creditLabels';

/** Columns of the reconciliation that are no figures. The last are for the formulas: each looks its row up once. */
export const RECONCILIATION_COLUMNS = {
  code: 'Code',
  title: 'Omschrijving',
  direction: 'Richting',
  kind: 'Soort',
  year: 'Jaar',
  verdict: 'Oordeel',
  /** Code by which the plan knows the line: its own, or of what its transfer says that it stands under. */
  planCode: 'Plancode',
  /** Code by which transfers name the line. */
  transferCode: 'Overdrachtcode',
  planRow: 'Rij plan',
  creditRow: 'Rij krediet',
  transferRow: 'Rij overdracht',
} as const;

/** The table holds both directions, so its columns bear the words of both. */
export const figureColumn = (figure: CreditFigure): string => figureLabel(figure, 'both');
