import type { Statement } from '../../plan/document';
import { rowWithId } from '../rows/identify';
import { rowsById } from '../rows/rows';
import { isUnassigned } from '../rows/unassigned';
import { hasFigures, plus, sectionsOf, type Relation, type SectionRows } from './relation';

const isAbove = (upper: readonly string[], lower: readonly string[]): boolean =>
  upper.length < lower.length && upper.every((marker, at) => marker === lower[at]);

/** Children by row index, from the markers: a row stands under the last row above it whose markers begin its own. */
export function childrenOf(statement: Statement, section: SectionRows): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  const open: number[] = [];
  for (const index of section.rows) {
    const path = statement.rows[index]?.path ?? [];
    if (path.length === 0) continue;
    while (open.length > 0 && !isAbove(statement.rows[open.at(-1) ?? -1]?.path ?? [], path)) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), index]);
    open.push(index);
  }
  return children;
}

/** Rows of a section that stand under no other numbered row, and what is not assigned to any of them. */
export function topRows(statement: Statement, section: SectionRows): readonly number[] {
  const nested = new Set([...childrenOf(statement, section).values()].flat());
  return section.rows.filter((index) => {
    const row = statement.rows[index];
    return row !== undefined && (row.path.length > 0 ? !nested.has(index) : isUnassigned(row));
  });
}

/** Rows that schema data computes by a formula of their own, where adding up the rows below would be wrong, by marker of the first level. */
const DIFFERENCE_SCHEMAS = new Set(['J2', 'M2']);

/** A heading is the sum of its printed children; a side of the balance sheet and "Totaal ..." the sum of the top rows. */
export function treeRelations(statement: Statement): readonly Relation[] {
  // In J2 the children of a numbered row are what it is the difference of; its formulas say so.
  if (DIFFERENCE_SCHEMAS.has(statement.schema)) return partsOfCarriedResult(statement);
  const relations: Relation[] = [];
  for (const section of sectionsOf(statement)) {
    for (const [target, children] of childrenOf(statement, section)) {
      if (!hasFigures(statement.rows[target]) || isAppropriation(statement, target)) continue;
      const printed = children.filter((child) => hasFigures(statement.rows[child]));
      if (printed.length > 0) relations.push({ target, terms: printed.map(plus), kind: 'sum' });
    }
    const total = totalRow(statement, section);
    const tops = topRows(statement, section).filter((index) => hasFigures(statement.rows[index]));
    if (total !== null && tops.length > 0) relations.push({ target: total, terms: tops.map(plus), kind: 'sum' });
  }
  return [...relations, ...sidesBalance(statement)];
}

/** J5 IV deals with the result: IV.C = IV - A + B, so its children do not add up to it. */
const isAppropriation = (statement: Statement, row: number): boolean => statement.rows[row]?.schemaRow === 'J5.IV';

/** The row that the law calls the sum of its section: printed before or after what it adds up. */
function totalRow(statement: Statement, section: SectionRows): number | null {
  const law = rowsById(statement.schema);
  const total = section.rows.find((index) => {
    const row = statement.rows[index];
    return row?.path.length === 0 && hasFigures(row) && law.get(row.schemaRow ?? '')?.formula === 'section';
  });
  return total ?? null;
}

/** J2 VI: only the parts that came with BBC 3.0 (A and B, and B's own) add up. */
function partsOfCarriedResult(statement: Statement): readonly Relation[] {
  return sectionsOf(statement).flatMap((section) =>
    [...childrenOf(statement, section)]
      .filter(([target]) => statement.rows[target]?.path[0] === 'VI' && hasFigures(statement.rows[target]))
      .map(([target, children]): Relation => ({
        target,
        terms: children.filter((child) => hasFigures(statement.rows[child])).map(plus),
        kind: 'sum',
      }))
      .filter(({ terms }) => terms.length > 0),
  );
}

/** J4: the two sides are equal. */
function sidesBalance(statement: Statement): readonly Relation[] {
  const [assets, liabilities] = [rowWithId(statement, 'J4.assets'), rowWithId(statement, 'J4.liabilities')];
  return assets === null || liabilities === null
    ? []
    : [{ target: liabilities, terms: [plus(assets)], kind: 'formula' }];
}
