/** Where a computed schema keeps lines and accounts that have no row of the law: under this label and marker, within the totals. */
export const UNPLACED_LABEL = 'Niet toegewezen';
export const UNPLACED_MARKER = '?';

const UNPLACED = 'unplaced';

/** Id of the row for what has no place in a part of a schema, such as "T2.operating.expenditure". */
export const unplacedId = (part: string): string => `${part}.${UNPLACED}`;
