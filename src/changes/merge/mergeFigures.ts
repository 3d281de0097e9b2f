import type { PlanDocument, Statement, StatementRow } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { rowKey } from '../../plan/statement';
import { derivationsOf } from '../../figures/follow/derivations';
import type { EnteredAt } from '../../figures/follow/follow';
import { isUnassigned } from '../../schema/rows/unassigned';
import type { Change } from '../change';
import { columnPlaces, rowPairs, statementPairs } from '../figureDifferences';
import { conflictOf, type Conflict } from './conflict';

/** A cell of a schema in the version it came from and in the new one. */
interface Placed {
  readonly statement: number;
  readonly row: number;
  readonly column: number;
  readonly place: NonNullable<Conflict['place']>;
  readonly printed: Cents | null;
}

const placeOf = (statement: Statement, row: number, column: number): NonNullable<Conflict['place']> => {
  const found = statement.rows[row];
  return { schema: statement.schema, row: found ? rowKey(found) : '', column };
};

/** Finds the cells of one version in the schemas of another. */
function cellFinder(base: PlanDocument, theirs: PlanDocument, nodeOf: (node: string) => string) {
  const [before, after] = [derivationsOf(base).statements, derivationsOf(theirs).statements];
  const found = new Map<string, { readonly statement: number; readonly row: number }>();
  for (const { old, new: now } of statementPairs(before, after)) {
    if (!old || !now) continue;
    for (const pair of rowPairs(old, now, nodeOf))
      if (pair.old && pair.new)
        found.set(`${before.indexOf(old)}|${pair.old.index}`, { statement: after.indexOf(now), row: pair.new.index });
  }
  return (statement: number, row: number, column: number): Placed | null => {
    const [of, at] = [before[statement], found.get(`${statement}|${row}`)];
    const now = at && after[at.statement];
    if (!of || !at || !now) return null;
    const [key] = [...columnPlaces(of)].find(([, index]) => index === column) ?? [];
    const place = key === undefined ? undefined : columnPlaces(now).get(key);
    if (place === undefined) return null;
    return {
      ...at,
      column: place,
      place: placeOf(now, at.row, place),
      printed: now.rows[at.row]?.values[place] ?? null,
    };
  };
}

export interface MergedFigures {
  /** What stands in the cells of the new schemas because I typed it, in cents. */
  readonly enteredAt: EnteredAt;
  readonly conflicts: readonly Conflict[];
}

/** Takes the figures I typed in the schemas over into those of the new version. A figure that both changed is a conflict; mine stays. */
export function mergeFigures(
  base: PlanDocument,
  theirs: PlanDocument,
  changes: readonly Change[],
  nodeOf: (node: string) => string,
): MergedFigures {
  const figures = changes.filter((change) => change.of === 'figure');
  const entered = new Map<string, Cents | null>();
  const conflicts: Conflict[] = [];
  if (figures.length > 0) {
    const find = cellFinder(base, theirs, nodeOf);
    const { statements } = derivationsOf(base);
    for (const { at, schema, row, to } of figures) {
      const printed = statements[at.statement]?.rows[at.row]?.values[at.column] ?? null;
      const placed = find(at.statement, at.row, at.column);
      const clash = { field: 'cents', base: printed, mine: to, theirs: placed?.printed ?? null } as const;
      if (!placed) {
        const place = { schema, row, column: at.column };
        conflicts.push(conflictOf('figure', null, '', { ...clash, deletedBy: 'theirs' }, place));
        continue;
      }
      if (placed.printed === to) continue;
      entered.set(`${placed.statement}|${placed.row}|${placed.column}`, to);
      if (placed.printed !== printed)
        conflicts.push(conflictOf('figure', null, '', { ...clash, deletedBy: null }, placed.place));
    }
  }
  return { enteredAt: ({ statement, row, column }) => entered.get(`${statement}|${row}|${column}`), conflicts };
}

const printedRow = (row: StatementRow): string =>
  [row.source.line, row.path.join('.'), row.kind, row.direction].join('|');

/** Labels of rows that I wrote anew, in the schemas of the new version; rows that I deleted come back, and that is told. */
export function mergeLabels(
  base: PlanDocument,
  mine: PlanDocument,
  merged: PlanDocument,
  theirs: PlanDocument,
  nodeOf: (node: string) => string,
): { readonly statements: readonly Statement[]; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = [];
  const labels = new Map<string, string>();
  base.statements.forEach((statement, index) => {
    const own = mine.statements[index];
    if (!own || own === statement) return;
    const now = new Map(own.rows.map((row) => [printedRow(row), row]));
    const pair = statementPairs(base.statements, theirs.statements).find(({ old }) => old === statement);
    const pairs = new Map(rowPairs(statement, pair?.new ?? null, nodeOf).map(({ old, new: next }) => [old?.row, next]));
    for (const row of statement.rows) {
      if (isUnassigned(row)) continue;
      const mineRow = now.get(printedRow(row));
      if (mineRow?.label === row.label) continue;
      const next = pairs.get(row);
      const place = { schema: statement.schema, row: rowKey(next?.row ?? row), column: 0 };
      const told = { field: 'label', base: row.label, mine: mineRow?.label ?? null, theirs: next?.row.label ?? null };
      if (!mineRow) conflicts.push(conflictOf('label', null, '', { ...told, deletedBy: 'mine' }, place));
      else if (!next) conflicts.push(conflictOf('label', null, '', { ...told, deletedBy: 'theirs' }, place));
      else {
        labels.set(`${theirs.statements.indexOf(next.statement)}|${printedRow(next.row)}`, mineRow.label);
        if (next.row.label !== row.label && next.row.label !== mineRow.label)
          conflicts.push(conflictOf('label', null, '', { ...told, deletedBy: null }, place));
      }
    }
  });
  if (labels.size === 0) return { statements: merged.statements, conflicts };
  const statements = merged.statements.map((statement, index) => ({
    ...statement,
    rows: statement.rows.map((row) => {
      const label = labels.get(`${index}|${printedRow(row)}`);
      return label === undefined ? row : { ...row, label };
    }),
  }));
  return { statements, conflicts };
}
