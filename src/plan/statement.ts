import type { Statement, StatementColumn, StatementRow } from './document';

/** Names a row within its statement: section, kind, markers and label. Printed rows of one statement hardly ever share all four. */
export const rowKey = (row: Pick<StatementRow, 'section' | 'path' | 'label' | 'kind'>): string =>
  [row.section, row.kind ?? '', row.path.join('.'), row.label].filter((part) => part !== '').join(' / ');

/** Index of the column for a year and phase (and direction, where columns have one); -1 when the statement has none. */
export const columnIndex = (
  statement: Pick<Statement, 'columns'>,
  wanted: Pick<StatementColumn, 'year' | 'phase'> & { readonly direction?: StatementColumn['direction'] },
): number =>
  statement.columns.findIndex(
    (column) => column.year === wanted.year && column.phase === wanted.phase && column.direction === wanted.direction,
  );
