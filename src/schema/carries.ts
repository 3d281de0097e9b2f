import type { Statement } from '../plan/document';
import { foldLabel } from './labels';
import { hasFigures } from './relations/relation';

/** A stock that rolls forward: `opening` in a year is `closing` in the year before. Indexes among the rows of the statement. */
export interface Carry {
  readonly opening: number;
  readonly closing: number;
}

/** Two rows that are each other's opposite in every column: what leaves one stock enters the other. */
export interface Mirror {
  readonly left: number;
  readonly right: number;
}

interface CarryRule {
  readonly schema: string;
  readonly section: string | null;
  readonly opening: string;
  readonly closing: string;
  readonly label: string;
}

/** Where schema-rows.csv says "= ... of the year before", by markers; the label guards against the other legal set. */
const CARRY_RULES: readonly CarryRule[] = [
  { schema: 'T4', section: null, opening: 'A.1', closing: 'A', label: 'Financiële schulden op 1 januari' },
  { schema: 'T4', section: null, opening: 'B.1', closing: 'B', label: 'Financiële schulden op 1 januari' },
  { schema: 'T3', section: null, opening: 'A', closing: 'D', label: 'Financiële schulden op 1 januari' },
  ...['J2', 'M2'].map((schema) => ({
    schema,
    section: 'Budgettair resultaat',
    opening: 'VI',
    closing: 'VII',
    label: 'Gecumuleerd budgettair resultaat vorig boekjaar',
  })),
];

const MIRROR_RULES = [{ schema: 'T4', left: 'A.4', right: 'B.3', label: 'Overboekingen' }] as const;

function findRow(statement: Statement, path: string, section: string | null, label: string | null): number {
  return statement.rows.findIndex(
    (row) =>
      hasFigures(row) &&
      row.path.join('.') === path &&
      (section === null || foldLabel(row.section) === foldLabel(section)) &&
      (label === null || foldLabel(row.label) === foldLabel(label)),
  );
}

/** The stocks of a statement that roll forward from year to year (T4, T3 of BBC 3.0, J2 VI). */
export const carriesOf = (statement: Statement): readonly Carry[] =>
  CARRY_RULES.filter((rule) => rule.schema === statement.schema)
    .map((rule) => ({ opening: findRow(statement, rule.opening, rule.section, rule.label), closing: findRow(statement, rule.closing, rule.section, null) }))
    .filter(({ opening, closing }) => opening >= 0 && closing >= 0);

/** The pairs of rows of a statement that mirror each other (T4, overboekingen). */
export const mirrorsOf = (statement: Statement): readonly Mirror[] =>
  MIRROR_RULES.filter((rule) => rule.schema === statement.schema)
    .map((rule) => ({ left: findRow(statement, rule.left, null, rule.label), right: findRow(statement, rule.right, null, rule.label) }))
    .filter(({ left, right }) => left >= 0 && right >= 0);
