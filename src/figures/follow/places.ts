import type { Statement, StatementRow } from '../../plan/document';
import { isUnassigned } from '../../schema/rows/unassigned';
import { cellKey, type Cell } from '../cell';
import type { FigurePlace } from '../identity';

/** A cell of a statement, by index; rows are counted in the statements of the derivations. */
export interface StatementCell {
  readonly statement: number;
  readonly row: number;
  readonly column: number;
}

export const cellName = ({ statement, row, column }: StatementCell): string => `cell|${statement}|${row}|${column}`;

/** Names a sum of the plan; node null: the whole plan. */
export const planName = (node: string | null, cell: Cell): string => `plan|${node ?? ''}|${cellKey(cell)}`;

/** A figure that others can follow from: a sum over the plan, a cell of a statement, or transfers together. */
export type FollowPlace =
  Exclude<FigurePlace, { readonly of: 'statement' }> | ({ readonly of: 'statement' } & StatementCell);

/** The same name for a term and for what moves it. */
export function followName(place: FollowPlace): string {
  if (place.of === 'plan') return planName(place.node, place.cell);
  if (place.of === 'transfers') return `transfers|${place.kind}|${place.direction}|${place.fromYear}`;
  return cellName(place);
}

/** Tells a row of a statement apart: where it was printed, or what it carries that is not assigned yet. */
const nameOfRow = (row: StatementRow): string =>
  isUnassigned(row)
    ? ['', row.section, row.kind, row.direction].join('|')
    : [row.source.line, row.path.join('.'), row.kind, row.direction].join('|');

/** The rows of a statement as they are now, by the rows it had when it was read. */
export function rowsByRowsRead(read: Statement, now: Statement | undefined): readonly (StatementRow | undefined)[] {
  const byName = new Map((now?.rows ?? []).map((row) => [nameOfRow(row), row]));
  return read.rows.map((row) => byName.get(nameOfRow(row)));
}

const isSameStatement = (one: Statement, other: Statement): boolean =>
  one.schema === other.schema && one.source.line === other.source.line;

/** Where a figure of a statement as it is now stood when it was read; null when it was not there. */
export function cellWhenRead(
  statements: readonly Statement[],
  place: Extract<FigurePlace, { readonly of: 'statement' }>,
): StatementCell | null {
  const statement = statements.findIndex((read) => isSameStatement(read, place.statement));
  const now = place.statement.rows[place.row];
  const row = now ? (statements[statement]?.rows.findIndex((read) => nameOfRow(read) === nameOfRow(now)) ?? -1) : -1;
  return row < 0 ? null : { statement, row, column: place.column };
}

/** A figure of the document as it is now by the name it follows under; null for one that was not there when it was read. */
export function nameWhenRead(statements: readonly Statement[], place: FigurePlace): string | null {
  if (place.of !== 'statement') return followName(place);
  const cell = cellWhenRead(statements, place);
  return cell === null ? null : cellName(cell);
}
