import type { Statement, StatementRow } from '../../plan/document';
import { pathOf, rowsById } from '../rows/rows';
import { rowWithId } from '../rows/identify';
import {
  hasFigures,
  holdsPart,
  plus,
  sectionsOf,
  type Relation,
  type RelationTerm,
  type SectionRows,
} from './relation';
import { topRows } from './tree';

interface Context {
  readonly statement: Statement;
  readonly sections: readonly SectionRows[];
  /** Position of the section of the row being computed. */
  readonly at: number;
  readonly target: number;
}

/** Relations that the schema data states as a formula ("I+II", "a-b", "operating.balance+...", or a named rule). */
export function formulaRelations(statement: Statement): readonly Relation[] {
  const sections = sectionsOf(statement);
  const law = rowsById(statement.schema);
  return sections.flatMap((section, at) =>
    section.rows.flatMap((target): readonly Relation[] => {
      const row = statement.rows[target];
      const legal = law.get(row?.schemaRow ?? '');
      if (!row || !legal || legal.formula === '' || !hasFigures(row)) return [];
      // Formulas by markers go with the numbering of the law.
      if (!IDS.test(legal.formula) && row.path.join('.') !== legal.path.join('.')) return [];
      const terms = termsOf({ statement, sections, at, target }, row, legal.formula);
      const kind = DIFFERENCE.test(legal.formula) ? 'balance' : 'formula';
      return terms.length === 0 ? [] : [{ target, terms, kind }];
    }),
  );
}

/** "operating.balance+investment.balance": the terms are ids without the schema. */
const IDS = /^[a-z]\w*\.[a-z]/;

/** Receipts less expenditure, or what goes out from what comes in. */
const DIFFERENCE = /^(?:a-b|II-I|[a-z]+\.receipts-.*)$/;

function termsOf(context: Context, row: StatementRow, formula: string): readonly RelationTerm[] {
  switch (formula) {
    case 'entities':
      return entitiesAbove(context);
    case 'parts':
      return financingParts(context);
    case 'section':
    case 'receipts-expenditure':
      return [];
    default: {
      const find = IDS.test(formula) ? rowsOfPart : rowsAtMarkers;
      return [...formula.matchAll(/([+-]?)([A-Za-z0-9.]+)/g)].flatMap(([, operator, token = '']) => {
        const sign = operator === '-' ? -1 : 1;
        return find(context, token, row).map((term): RelationTerm => ({ row: term, sign }));
      });
    }
  }
}

/** A token is a child of the row ("a"), else a row beside it ("II"), else a row of the section ("II.A"). */
function rowsAtMarkers(
  { statement, sections, at, target }: Context,
  token: string,
  row: StatementRow,
): readonly number[] {
  const rows = sections[at]?.rows ?? [];
  const markers = pathOf(token);
  for (const path of [[...row.path, ...markers], [...row.path.slice(0, -1), ...markers], markers]) {
    const found = rows.find(
      (index) =>
        index !== target &&
        hasFigures(statement.rows[index]) &&
        statement.rows[index]?.path.join('.') === path.join('.'),
    );
    if (found !== undefined) return [found];
  }
  return [];
}

const rowsOfPart = ({ statement }: Context, token: string): readonly number[] => {
  const row = rowWithId(statement, `${statement.schema}.${token}`);
  return row === null ? partTotal(statement, `${statement.schema}.${token}`) : [row];
};

/** T2 need not print a row for "I. Exploitatie-uitgaven": the part is its total row, or else its top rows. */
export function partTotal(statement: Statement, part: string): readonly number[] {
  const total = rowWithId(statement, `${part}.total`);
  if (total !== null) return [total];
  const section = sectionsOf(statement).find((candidate) => holdsPart(statement, candidate, part));
  if (!section) return [];
  return topRows(statement, section).filter((index) => {
    const row = statement.rows[index];
    return hasFigures(row) && (row?.schemaRow?.startsWith(`${part}.`) ?? true);
  });
}

/** Rows above the target, nearest first, as long as `goesOn`. */
function rowsAbove({ statement, target }: Context, goesOn: (row: StatementRow) => boolean): readonly number[] {
  const rows: number[] = [];
  for (let index = target - 1; index >= 0; index -= 1) {
    const row = statement.rows[index];
    if (!row || !goesOn(row)) break;
    if (hasFigures(row)) rows.push(index);
  }
  return rows.reverse();
}

/** J2, geconsolideerd: the entities printed since the last total. */
function entitiesAbove(context: Context): readonly RelationTerm[] {
  const section = context.statement.rows[context.target]?.section;
  return rowsAbove(context, (row) => row.section === section && row.path.length > 0).map(plus);
}

/** J3 and M3: the parts of the financing of one entity stand right under it. */
function financingParts({ statement, target }: Context): readonly RelationTerm[] {
  const terms: RelationTerm[] = [];
  const whole = statement.rows[target];
  for (const [index, row] of statement.rows.entries()) {
    if (index <= target) continue;
    if (row.section !== whole?.section || !row.schemaRow?.startsWith(`${whole.schemaRow}.`)) break;
    if (hasFigures(row)) terms.push(plus(index));
  }
  return terms;
}
