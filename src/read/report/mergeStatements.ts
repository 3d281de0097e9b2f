import type { Statement, StatementRow } from '../../plan/document';
import { rowKey } from '../../plan/statement';
import { columnKey } from '../table/headGrid';

/**
 * A schema that is printed in several parts, for one entity after the other or with its title on every page, is one
 * statement. Parts that fill the same cells are statements of their own: two versions of the schema in one document.
 */
export function mergeStatements(statements: readonly Statement[]): readonly Statement[] {
  const merged: Statement[] = [];
  for (const statement of statements) {
    const at = merged.findLastIndex(({ schema }) => schema === statement.schema);
    const earlier = merged[at];
    const whole = earlier === undefined ? null : joined(earlier, statement);
    if (whole === null) merged.push(statement);
    else merged[at] = whole;
  }
  return merged;
}

type Cells = readonly (readonly [column: number, cents: number])[];

const cellsOf = ({ values }: StatementRow, positions: readonly number[]): Cells =>
  values.flatMap((cents, at) => (cents === null ? [] : [[positions[at] ?? -1, cents] as const]));

/** Both as one; null when they have another title, or a figure for the same cell. */
function joined(first: Statement, second: Statement): Statement | null {
  const columns = [...first.columns];
  const positions = second.columns.map((column) => {
    const known = columns.findIndex((each) => columnKey(each) === columnKey(column));
    return known >= 0 ? known : columns.push(column) - 1;
  });
  const rows = new Map<string, StatementRow[]>();
  for (const row of first.rows) rows.set(rowKey(row), [...(rows.get(rowKey(row)) ?? []), row]);
  const filled = new Map<StatementRow, Map<number, number>>(
    first.rows.map((row) => [
      row,
      new Map(
        cellsOf(
          row,
          first.columns.map((_, at) => at),
        ),
      ),
    ]),
  );
  const added: StatementRow[] = [];
  for (const row of second.rows) {
    const cells = cellsOf(row, positions);
    const known = rows.get(rowKey(row))?.find((each) => each.values.length > 0 === cells.length > 0);
    if (known === undefined) {
      added.push(row);
      filled.set(row, new Map(cells));
      continue;
    }
    const values = filled.get(known);
    if (values === undefined || cells.some(([column]) => values.has(column))) return null;
    for (const [column, cents] of cells) values.set(column, cents);
  }
  return {
    ...first,
    columns,
    rows: [...first.rows, ...added].map((row) => ({ ...row, values: valuesOf(filled.get(row), columns.length) })),
    dossiers: [...first.dossiers, ...second.dossiers],
    unit: first.unit === 'cent' ? 'cent' : second.unit,
  };
}

const valuesOf = (cells: ReadonlyMap<number, number> | undefined, columns: number): StatementRow['values'] =>
  cells === undefined || cells.size === 0 ? [] : Array.from({ length: columns }, (_, at) => cells.get(at) ?? null);
