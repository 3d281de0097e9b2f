import type { Statement, StatementRow } from '../../plan/document';
import { SCHEMA_SETS } from '../../plan/vocabulary';
import { foldLabel } from '../labels';
import { isUnassigned } from '../unassigned';
import { FINANCING_PARTS } from '../rows/credits';
import { pathOf, rowsOf, type SchemaRow } from '../rows';
import { hasFigures, plus, sectionsOf, type Relation, type RelationTerm, type SectionRows } from './relation';
import { topRows } from './tree';

const PARTS = new Set(FINANCING_PARTS.map(foldLabel));

/** The schema row that a printed row is: same markers and label, in the same section where the labels recur. */
function schemaRowOf(statement: Statement, row: StatementRow): SchemaRow | undefined {
  const same = SCHEMA_SETS.flatMap((set) => rowsOf(statement.schema, set)).filter(
    (candidate) => candidate.path.join('.') === row.path.join('.') && foldLabel(candidate.label) === foldLabel(row.label),
  );
  return same.find((candidate) => foldLabel(candidate.section) === foldLabel(row.section)) ?? same[0];
}

interface Context {
  readonly statement: Statement;
  readonly sections: readonly SectionRows[];
  /** Position of the section of the row being computed. */
  readonly at: number;
  readonly target: number;
}

/** Relations that the schema data states as a formula ("I+II", "a-b", "IV-A+B", or a named rule). */
export function formulaRelations(statement: Statement): readonly Relation[] {
  const sections = sectionsOf(statement);
  return sections.flatMap((section, at) =>
    section.rows.flatMap((target): readonly Relation[] => {
      const row = statement.rows[target];
      if (!row || !hasFigures(row)) return [];
      const formula = schemaRowOf(statement, row)?.formula ?? '';
      if (formula === '') return [];
      const terms = termsOf({ statement, sections, at, target }, row, formula);
      return terms.length === 0 ? [] : [{ target, terms, kind: formula === 'a-b' || formula === 'II-I' ? 'balance' : 'formula' }];
    }),
  );
}

function termsOf(context: Context, row: StatementRow, formula: string): readonly RelationTerm[] {
  switch (formula) {
    case 'entities':
      return entitiesAbove(context);
    case 'balances':
      return balancesAbove(context);
    case 'parts':
      return financingParts(context);
    case 'receipts-expenditure':
      return [];
    default:
      return [...formula.matchAll(/([+-]?)([A-Za-z0-9.]+)/g)].flatMap(([, operator, token = '']) => {
        const sign = operator === '-' ? -1 : 1;
        return resolve(context, row, token).map((term): RelationTerm => ({ row: term, sign }));
      });
  }
}

/** A token is a child of the row ("a"), else a row beside it ("II"), else a row of the section ("II.A"), else a whole section (T2). */
function resolve({ statement, sections, at, target }: Context, row: StatementRow, token: string): readonly number[] {
  const rows = sections[at]?.rows ?? [];
  const markers = pathOf(token);
  for (const path of [[...row.path, ...markers], [...row.path.slice(0, -1), ...markers], markers]) {
    const found = rows.find((index) => index !== target && hasFigures(statement.rows[index]) && statement.rows[index]?.path.join('.') === path.join('.'));
    if (found !== undefined) return [found];
  }
  return statement.schema === 'T2' ? sectionTotal(statement, sections, at, token) : [];
}

/** T2 prints no row for "I. Exploitatie-uitgaven": the section is its total row, or else its top rows. */
function sectionTotal(statement: Statement, sections: readonly SectionRows[], at: number, marker: string): readonly number[] {
  for (let position = at - 1; position >= 0; position -= 1) {
    const section = sections[position];
    if (!section || section.name === '') return [];
    if (!section.name.startsWith(`${marker}.`)) continue;
    const total = section.rows.find((index) => statement.rows[index]?.path.length === 0 && hasFigures(statement.rows[index]));
    return total === undefined ? topRows(statement, section).filter((index) => hasFigures(statement.rows[index])) : [total];
  }
  return [];
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

/** T2: the balances printed since, and with, the last subtotal of balances. */
function balancesAbove({ statement, target }: Context): readonly RelationTerm[] {
  const terms: RelationTerm[] = [];
  for (let index = target - 1; index >= 0; index -= 1) {
    const row = statement.rows[index];
    if (!row || row.section !== '' || !hasFigures(row)) continue;
    terms.unshift(plus(index));
    if (row.path.length === 0) break;
  }
  return terms;
}

function financingParts({ statement, target }: Context): readonly RelationTerm[] {
  const terms: RelationTerm[] = [];
  for (let index = target + 1; index < statement.rows.length; index += 1) {
    const row = statement.rows[index];
    if (!row || row.section !== statement.rows[target]?.section || !(PARTS.has(foldLabel(row.label)) || isUnassigned(row))) break;
    if (hasFigures(row)) terms.push(plus(index));
  }
  return terms;
}
