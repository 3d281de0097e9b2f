import type { SchemaSet } from '../../plan/vocabulary';
import { rowsOf, type SchemaRow } from '../rows/rows';
import type { SchemaName } from '../../plan/vocabulary';

/** A row as the legal set prints it: its own heading, markers and wording. */
export interface LayoutRow {
  readonly id: string;
  readonly section: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly depth: number;
}

/** The row as the schema has it, without the wordings of one edition. */
export const layoutOf = ({ id, section, path, label }: SchemaRow): LayoutRow => ({
  id,
  section: section.section,
  path,
  label,
  depth: Math.max(0, path.length - 1),
});

/** The rows of a schema that prints as its rows are listed. */
export const plainLayout = (schema: SchemaName, set: SchemaSet): readonly LayoutRow[] =>
  rowsOf(schema, set).map(layoutOf);
