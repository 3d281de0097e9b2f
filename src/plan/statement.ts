import type { StatementRow } from './document';

/** Names a row within its statement: section, kind, markers and label. Printed rows of one statement hardly ever share all four. */
export const rowKey = (row: Pick<StatementRow, 'section' | 'path' | 'label' | 'kind'>): string =>
  [row.section, row.kind ?? '', row.path.join('.'), row.label].filter((part) => part !== '').join(' / ');
