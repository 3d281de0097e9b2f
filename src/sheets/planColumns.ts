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
  /** Lines of credits booked on the row itself, and on rows below it: most rows have none, and need not look further. */
  lines: 'Kredietlijnen',
  linesBelow: 'Kredietlijnen onder',
  /** Direct parts with a known status, by what that status means. */
  parts: 'Delen',
  partsDone: 'Delen klaar',
  partsNotStarted: 'Delen niet gestart',
  partsLagging: 'Delen achter',
} as const;

/** Code of the ancestor `distance` steps up; the parent is what the user enters. */
export const ancestorColumn = (distance: number): string => (distance === 1 ? PLAN_COLUMNS.parent : `${PLAN_COLUMNS.parent} ${distance}`);

/** The column of the path that holds the code at a level. */
export const pathColumn = (level: string): string => `Pad ${level}`;
