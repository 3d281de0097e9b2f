import type { Statement } from '../plan/document';
import { addCents, roundingBoundCents, type Cents } from '../plan/money';
import { relationsOf } from '../schema/relations';
import type { Relation } from '../schema/relations/relation';

/** The relation each computed row is calculated by, by row index. */
export type RowFormulas = ReadonlyMap<number, Relation>;

/** A row that can be computed in several ways is computed from its own parts where it has them. */
const PREFERENCE: readonly Relation['kind'][] = ['sum', 'balance', 'formula'];

/**
 * One formula per computed row, by row index. Rows whose formulas would lead back to themselves keep their figure, and so do rows that a
 * relation covers in some columns only.
 */
export function rowFormulas(statement: Statement): RowFormulas {
  const chosen = new Map<number, Relation>();
  const candidates = relationsOf(statement).filter(({ columns, terms }) => columns === undefined && terms.length > 0);
  for (const kind of PREFERENCE) {
    for (const relation of candidates) {
      if (relation.kind === kind && !chosen.has(relation.target) && !leadsTo(chosen, relation, relation.target)) chosen.set(relation.target, relation);
    }
  }
  return chosen;
}

function leadsTo(chosen: ReadonlyMap<number, Relation>, relation: Relation, target: number): boolean {
  const open = relation.terms.map(({ row }) => row);
  const seen = new Set<number>();
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    if (row === target) return true;
    if (seen.has(row)) continue;
    seen.add(row);
    for (const term of chosen.get(row)?.terms ?? []) open.push(term.row);
  }
  return false;
}

/** One column of a statement as its sheet calculates it, in cents, by row index. */
export interface ComputedColumn {
  readonly values: readonly (Cents | null)[];
  /**
   * What is added to the sum of a computed row so that it shows the printed figure: only as much as rounding can explain (BBC.md, Rounding),
   * null elsewhere. Views of one figure then agree, and the rounding stands in a column of its own.
   */
  readonly roundings: readonly (Cents | null)[];
}

/** Calculates a column: the printed figure where there is no formula, else the signed sum and its rounding; null where nothing is printed. */
export function computedColumn(statement: Statement, formulas: RowFormulas, column: number): ComputedColumn {
  const values = new Map<number, Cents | null>();
  const roundings = new Map<number, Cents>();
  const printedAt = (row: number): Cents | null => statement.rows[row]?.values[column] ?? null;
  const compute = (row: number): Cents | null => {
    const before = values.get(row);
    if (before !== undefined) return before;
    const relation = formulas.get(row);
    const value = relation ? withRounding(row, signedSum(relation, compute)) : printedAt(row);
    values.set(row, value);
    return value;
  };
  const withRounding = (row: number, sum: Cents | null): Cents | null => {
    const printed = printedAt(row);
    if (sum === null || printed === null || printed === sum) return sum;
    const rounding = printed - sum;
    if (Math.abs(rounding) > marginCents(formulas.get(row), statement.unit)) return sum;
    roundings.set(row, rounding);
    return printed;
  };
  return {
    values: statement.rows.map((_, row) => compute(row)),
    roundings: statement.rows.map((_, row) => roundings.get(row) ?? null),
  };
}

function signedSum({ terms }: Relation, valueOf: (row: number) => Cents | null): Cents | null {
  let sum: Cents | null = null;
  for (const { row, sign } of terms) {
    const value = valueOf(row);
    if (value !== null) sum = addCents(sum ?? 0, sign * value);
  }
  return sum;
}

/** How far the sum may lie from the printed figure, in cents; 0 for a row that is not computed or not rounded. */
export const marginCents = (relation: Relation | undefined, unit: Statement['unit']): Cents =>
  relation === undefined ? 0 : roundingBoundCents(relation.terms.length, unit);
