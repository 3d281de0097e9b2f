import { SUBTREE_COLUMNS } from './subtree';

/** Names of the columns of the plan table that do not depend on the document. */
export const PLAN_COLUMNS = {
  code: 'Code',
  title: 'Titel',
  level: 'Niveau',
  parent: 'Boven',
  priority: 'Prioritair',
  from: 'Van',
  to: 'Tot',
  status: 'Status',
  evaluation: 'Evaluatie',
  derivedStatus: 'Afgeleide status',
  printedCode: 'Gedrukte code',
  source: 'Bron',
  /** Place of the level among the levels of the plan, from 1: tells in which column of the path the row's own code stands. */
  rank: SUBTREE_COLUMNS.rank,
  row: SUBTREE_COLUMNS.row,
  rows: SUBTREE_COLUMNS.rows,
  lastRow: SUBTREE_COLUMNS.last,
  /** Lines of credits booked on the row itself, and on it or any row below: most rows have none, and need not look further. */
  lines: 'Lijnen',
  linesBelow: 'Lijnen samen',
  /** Direct parts by what their status means, side by side. */
  partsDone: 'Delen klaar',
  partsOnTrack: 'Delen op schema',
  partsOffTrack: 'Delen achter',
  partsNotStarted: 'Delen niet gestart',
} as const;

/** Place in the table of the ancestor `distance` steps up, from 1; 0 when there is none. */
export const ancestorColumn = (distance: number): string =>
  distance === 1 ? 'Plaats boven' : `Plaats boven ${distance}`;
