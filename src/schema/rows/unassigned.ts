import type { StatementRow } from '../../plan/document';
import type { Direction, Kind, SchemaName } from '../../plan/vocabulary';

/** Rows that no report prints: what credits come to now and no printed row accounts for yet. */
export const UNASSIGNED_LABEL = 'Nog toe te wijzen';

const UNASSIGNED = 'unassigned';

/** Id of the row of J1, M1 or T1 for what is not assigned of a kind and direction. */
export const unassignedGroupId = (schema: SchemaName, kind: Kind, direction: Direction): string =>
  `${schema}.${UNASSIGNED}.${kind}.${direction}`;

/** Id of the row for what is not assigned among the parts of another row or section. */
export const unassignedPartId = (whole: string): string => `${whole}.${UNASSIGNED}`;

/** Is the row one that carries what is not assigned yet? */
export const isUnassigned = ({ schemaRow }: Pick<StatementRow, 'schemaRow'>): boolean =>
  schemaRow?.split('.').includes(UNASSIGNED) ?? false;
