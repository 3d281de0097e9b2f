import type { Statement } from '../../plan/document';
import { formulaRelations } from './formulas';
import { groupRelations } from './groups';
import type { Relation } from './relation';
import { treeRelations } from './tree';

const signature = ({ target, terms }: Relation): string =>
  `${target}=${terms
    .map(({ row, sign }) => `${sign}*${row}`)
    .sort()
    .join('+')}`;

/**
 * Which printed rows of a statement are computed from which other printed rows, in printed order of the computed row. Rows that are zero
 * everywhere are not printed: a term that is missing counts as 0. A row may be computed in two ways (J5 III = II - I = A + B).
 */
export function relationsOf(statement: Statement): readonly Relation[] {
  const relations = knownRelations.get(statement.rows) ?? findRelations(statement);
  knownRelations.set(statement.rows, relations);
  return relations;
}

/** Statements are immutable, and relations follow from their rows. */
const knownRelations = new WeakMap<Statement['rows'], readonly Relation[]>();

function findRelations(statement: Statement): readonly Relation[] {
  const known = new Set<string>();
  return [...formulaRelations(statement), ...groupRelations(statement), ...treeRelations(statement)]
    .filter((relation) => {
      const name = signature(relation);
      if (known.has(name)) return false;
      known.add(name);
      return true;
    })
    .sort((left, right) => left.target - right.target);
}
