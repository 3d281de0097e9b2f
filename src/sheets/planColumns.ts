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
  rank: 'Rang',
  /** Lines of credits booked on the row itself, and on it or any row below: most rows have none, and need not look further. */
  lines: 'Lijnen',
  linesBelow: 'Lijnen samen',
  /** Direct parts by what their status means, side by side. */
  partsDone: 'Delen klaar',
  partsOnTrack: 'Delen op schema',
  partsOffTrack: 'Delen achter',
  partsNotStarted: 'Delen niet gestart',
} as const;

/** Code of the ancestor `distance` steps up; the parent is what the user enters. */
export const ancestorColumn = (distance: number): string => (distance === 1 ? PLAN_COLUMNS.parent : `${PLAN_COLUMNS.parent} ${distance}`);
