import type { StatementRow } from '../plan/document';
import { foldLabel } from './labels';

/** Rows that no report prints: what credits come to now and no printed row accounts for yet. */
export const UNASSIGNED_LABEL = 'Nog toe te wijzen';

const FOLDED = foldLabel(UNASSIGNED_LABEL);

/** Is the row one that carries what is not assigned yet? By its own label (T2, J3), or by that of its group (J1, T1). */
export const isUnassigned = ({ section, label }: Pick<StatementRow, 'section' | 'label'>): boolean =>
  foldLabel(label) === FOLDED || foldLabel(section) === FOLDED;
