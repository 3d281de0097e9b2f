import type { Statement, StatementRow } from '../../plan/document';

export interface RelationTerm {
  /** Index among the rows of the statement. */
  readonly row: number;
  readonly sign: 1 | -1;
}

/** `target` = the signed sum of `terms`, in every column or in those named. */
export interface Relation {
  /** Index among the rows of the statement. */
  readonly target: number;
  readonly terms: readonly RelationTerm[];
  readonly columns?: readonly number[];
  /** sum: a heading and its parts; balance: receipts - expenditure; formula: one of the numbered formulas of the schema. */
  readonly kind: 'sum' | 'balance' | 'formula';
}

export const plus = (row: number): RelationTerm => ({ row, sign: 1 });
export const minus = (row: number): RelationTerm => ({ row, sign: -1 });

export const hasFigures = (row: StatementRow | undefined): boolean => row !== undefined && row.values.length > 0;

/** Rows of a statement that stand under one heading, as indexes in printed order; one heading may return further on. */
export interface SectionRows {
  readonly name: string;
  readonly rows: readonly number[];
}

export function sectionsOf(statement: Statement): readonly SectionRows[] {
  const sections: { readonly name: string; readonly rows: number[] }[] = [];
  statement.rows.forEach((row, index) => {
    const last = sections.at(-1);
    if (last && last.name === row.section) last.rows.push(index);
    else sections.push({ name: row.section, rows: [index] });
  });
  return sections;
}

/** Does a row of this part of the schema stand among these, such as `T2.operating.receipts`? */
export const holdsPart = (statement: Statement, { rows }: SectionRows, part: string): boolean =>
  rows.some((index) => statement.rows[index]?.schemaRow?.startsWith(`${part}.`) ?? false);
