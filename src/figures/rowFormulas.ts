import type { Statement } from '../plan/document';
import { addCents, type Cents } from '../plan/money';
import { relationsOf } from '../schema/relations/relations';
import { plus, type Relation } from '../schema/relations/relation';
import { repeatedRows } from '../schema/repeats';

/** The relation each computed row is calculated by, by row index. */
export type RowFormulas = ReadonlyMap<number, Relation>;

/** A row that can be computed in several ways is computed from its own parts where it has them. */
const PREFERENCE: readonly Relation['kind'][] = ['balance', 'sum', 'formula'];

/**
 * One formula per computed row, by row index; a row that prints the figure of another again is that row. Rows whose formulas would lead back to themselves keep their figure, and so do rows that a
 * relation covers in some columns only.
 */
export function rowFormulas(statement: Statement): RowFormulas {
  const chosen = new Map<number, Relation>();
  const repeats = repeatedRows(statement).map(({ row, of }): Relation => ({
    target: row,
    terms: [plus(of)],
    kind: 'formula',
  }));
  const stated = relationsOf(statement).filter(({ columns, terms }) => columns === undefined && terms.length > 0);
  const candidates = [...stated, ...repeats];
  for (const kind of PREFERENCE) {
    for (const relation of candidates) {
      if (relation.kind === kind && !chosen.has(relation.target) && !leadsTo(chosen, relation, relation.target))
        chosen.set(relation.target, relation);
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

/**
 * A column of a statement with its computed rows worked out, in cents: the signed sum of their terms and what is added to it (`addedAt`:
 * printed less computed, as a sheet keeps it; 0 where nothing is said). null where none of the terms is filled.
 */
export function calculatedColumn(
  { rows }: Statement,
  formulas: RowFormulas,
  column: number,
  addedAt: (row: number) => Cents = () => 0,
): readonly (Cents | null)[] {
  const values = new Map<number, Cents | null>();
  const calculate = (row: number): Cents | null => {
    const known = values.get(row);
    if (known !== undefined) return known;
    const formula = formulas.get(row);
    const terms = (formula?.terms ?? []).flatMap(({ row: term, sign }) => {
      const cents = calculate(term);
      return cents === null ? [] : [sign * cents];
    });
    const sum = terms.length === 0 ? null : terms.reduce((total, cents) => addCents(total, cents), addedAt(row));
    const value = formula ? sum : (rows[row]?.values[column] ?? null);
    values.set(row, value);
    return value;
  };
  return rows.map((_, row) => calculate(row));
}
