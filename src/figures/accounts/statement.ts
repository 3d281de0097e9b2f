import type { Statement, StatementColumn, StatementRow } from '../../plan/document';
import { addCents, type Cents } from '../../plan/money';
import type { Direction, Kind, SchemaName, SchemaSet } from '../../plan/vocabulary';
import type { LayoutRow } from '../../schema/layout/layout';
import { SCHEMA_TITLES } from '../../schema/titles';
import type { ComputedColumn } from './columns';

/** Computed rows stand in no source: their line is their place in the schema, so that each can be told from the others. */
const SOURCE = { line: 1, page: null };

export const columnOf = ({ year, phase, direction }: ComputedColumn): StatementColumn => ({
  year,
  phase,
  ...(direction ? { direction } : {}),
});

interface RowParts {
  readonly section: string;
  readonly path?: readonly string[];
  readonly label: string;
  readonly depth?: number;
  readonly values?: readonly (Cents | null)[];
  readonly node?: string | null;
  readonly kind?: Kind | null;
  readonly direction?: Direction | null;
  readonly id?: string | null;
}

export const rowOf = (parts: RowParts): StatementRow => ({
  section: parts.section,
  path: parts.path ?? [],
  label: parts.label,
  depth: parts.depth ?? 0,
  values: parts.values ?? [],
  node: parts.node ?? null,
  kind: parts.kind ?? null,
  direction: parts.direction ?? null,
  schemaRow: parts.id ?? null,
  source: SOURCE,
});

export const layoutRow = (
  { id, section, path, label, depth }: LayoutRow,
  values: readonly (Cents | null)[],
): StatementRow => rowOf({ id, section, path, label, depth, values });

/** T3 has another name in each set. */
const titleOf = (schema: SchemaName, set: SchemaSet): string =>
  schema === 'T3' && set === '3.0' ? SCHEMA_TITLES.T4 : SCHEMA_TITLES[schema];

export const statementOf = (
  schema: SchemaName,
  set: SchemaSet,
  columns: readonly StatementColumn[],
  rows: readonly StatementRow[],
): Statement => ({
  schema,
  title: titleOf(schema, set),
  version: null,
  columns,
  rows: rows.map((row, index) => ({ ...row, source: { line: index + 1, page: null } })),
  dossiers: [],
  unit: 'cent',
  computed: true,
  source: SOURCE,
});

export const total = (parts: Iterable<Cents>): Cents => {
  let sum = 0;
  for (const part of parts) sum = addCents(sum, part);
  return sum;
};

/** The difference; unknown when either is. */
export const less = (left: Cents | null, right: Cents | null): Cents | null =>
  left === null || right === null ? null : addCents(left, right === 0 ? 0 : -right);

export const plus = (left: Cents | null, right: Cents | null): Cents | null =>
  left === null || right === null ? null : addCents(left, right);

/** Figures by id of a row, one per column; what is added to a row is added to every row above it. */
export class RowSums {
  private readonly sums = new Map<string, Cents[]>();

  constructor(private readonly width: number) {}

  /** `part`: where the markers of the id begin, such as "T2.operating.expenditure". */
  addTo(part: string, markers: readonly string[], values: readonly Cents[]): void {
    for (let depth = 0; depth <= markers.length; depth += 1) {
      this.add([part, ...markers.slice(0, depth)].join('.'), values);
    }
  }

  private add(id: string, values: readonly Cents[]): void {
    const held = this.sums.get(id);
    this.sums.set(id, held ? held.map((cents, column) => addCents(cents, values[column] ?? 0)) : [...values]);
  }

  at(id: string): readonly Cents[] {
    return this.sums.get(id) ?? new Array<Cents>(this.width).fill(0);
  }

  has(id: string): boolean {
    return this.sums.has(id);
  }
}
