import type { Statement } from '../plan/document';
import { addCents, roundingBoundEuro, type Cents } from '../plan/money';
import { relationsOf } from '../schema/relations';
import type { Relation } from '../schema/relations/relation';

/** How a printed row of a statement is computed on its sheet. */
export interface RowFormula {
  readonly relation: Relation;
  /** Printed figures without a formula of their own that the row comes down to: each was rounded on its own. */
  readonly leaves: number;
}

/** A row that can be computed in several ways is computed from its own parts where it has them. */
const PREFERENCE: readonly Relation['kind'][] = ['sum', 'balance', 'formula'];

/**
 * One formula per computed row, by row index. Rows whose formulas would lead back to themselves keep their figure, and so do rows that a
 * relation covers in some columns only.
 */
export function rowFormulas(statement: Statement): ReadonlyMap<number, RowFormula> {
  const chosen = new Map<number, Relation>();
  const candidates = relationsOf(statement).filter(({ columns, terms }) => columns === undefined && terms.length > 0);
  for (const kind of PREFERENCE) {
    for (const relation of candidates) {
      if (relation.kind === kind && !chosen.has(relation.target) && !leadsTo(chosen, relation, relation.target)) chosen.set(relation.target, relation);
    }
  }
  const leaves = leafCounter(chosen);
  return new Map([...chosen].map(([target, relation]) => [target, { relation, leaves: leaves(target) }]));
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

function leafCounter(chosen: ReadonlyMap<number, Relation>): (row: number) => number {
  const known = new Map<number, number>();
  const count = (row: number): number => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const relation = chosen.get(row);
    const leaves = relation ? relation.terms.reduce((sum, term) => sum + count(term.row), 0) : 1;
    known.set(row, leaves);
    return leaves;
  };
  return count;
}

/** What the formulas give in one column, by row index: the printed figure where there is no formula, null where nothing is printed. */
export function computedColumn(statement: Statement, formulas: ReadonlyMap<number, RowFormula>, column: number): readonly (Cents | null)[] {
  const known = new Map<number, Cents | null>();
  const compute = (row: number): Cents | null => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const formula = formulas.get(row);
    const value = formula ? signedSum(formula.relation, compute) : (statement.rows[row]?.values[column] ?? null);
    known.set(row, value);
    return value;
  };
  return statement.rows.map((_, row) => compute(row));
}

function signedSum({ terms }: Relation, valueOf: (row: number) => Cents | null): Cents | null {
  let sum: Cents | null = null;
  for (const { row, sign } of terms) {
    const value = valueOf(row);
    if (value !== null) sum = addCents(sum ?? 0, sign * value);
  }
  return sum;
}

/** How far the computed figure may lie from the printed one, in whole euros; 0 for a row that is not computed or not rounded. */
export const marginEuro = (formula: RowFormula | undefined, unit: Statement['unit']): number =>
  formula === undefined || unit === 'cent' ? 0 : roundingBoundEuro(formula.leaves);
