import type { Statement } from '../plan/document';
import { addCents, type Cents } from '../plan/money';
import { success, type Result } from '../plan/result';
import { SCHEMA_NAMES, type SchemaName } from '../plan/vocabulary';
import { euroOrBlank } from '../sheets/amounts';
import { CREDIT_COLUMNS } from '../sheets/creditColumns';
import { SourceIndex } from '../sheets/formulas';
import { rowFormulas, type RowFormulas } from '../figures/rowFormulas';
import { statementView, STATEMENT_COLUMNS } from '../sheets/statementTable';
import { valueOf } from '../sheets/table';
import { cellsOf, singleOf, textOf } from './cells';
import { CREDIT_SCHEMAS, creditStatement } from './creditSchema';
import { creditTable } from './creditRows';
import { refuse, SENTENCES, type Answer, type AnswerCell, type Refusal } from './failure';
import { givenTable } from './givenTable';
import { planRows, type PlanRows } from './planRows';
import { schemaTable } from './schemaTable';

function schemaOf(argument: unknown): Result<SchemaName, Refusal> {
  const given = textOf(singleOf(argument));
  const found = SCHEMA_NAMES.find((name) => name === given.toUpperCase());
  return found === undefined ? refuse(SENTENCES.badChoice('schema', given, SCHEMA_NAMES)) : success(found);
}

/** A column with its computed rows worked out: the signed sum of what they are made of, and the rounding the sheet says. */
function computedColumn({ rows }: Statement, formulas: RowFormulas, column: number, roundings: readonly (Cents | null)[]): readonly (Cents | null)[] {
  const values = new Map<number, Cents | null>();
  const compute = (row: number): Cents | null => {
    const known = values.get(row);
    if (known !== undefined) return known;
    const formula = formulas.get(row);
    let sum: Cents | null = formula ? null : (rows[row]?.values[column] ?? null);
    for (const { row: term, sign } of formula?.terms ?? []) {
      const value = compute(term);
      if (value !== null) sum = addCents(sum ?? 0, sign * value);
    }
    const value = formula && sum !== null ? addCents(sum, roundings[row] ?? 0) : sum;
    values.set(row, value);
    return value;
  };
  return rows.map((_, row) => compute(row));
}

/** The table of a schema as it was given, its computed rows worked out again. */
function recomputed(schema: SchemaName, tabel: unknown): Answer {
  const read = schemaTable(tabel, schema);
  if (!read.ok) return read;
  const { statement, roundings, headings, labels } = read.value;
  const formulas = rowFormulas(statement);
  const columns = headings.map((_, column) => computedColumn(statement, formulas, column, roundings[column] ?? []));
  return success([
    [STATEMENT_COLUMNS.marker, STATEMENT_COLUMNS.label, ...headings],
    ...labels.map(([marker, label], row): readonly AnswerCell[] => [marker, label, ...columns.map((values) => euroOrBlank(values[row] ?? null))]),
  ]);
}

/** A schema laid out as its sheet is, from lines of credits. */
function fromCredits(schema: SchemaName, kredieten: unknown, plan: unknown): Answer {
  if (!CREDIT_SCHEMAS.includes(schema)) return refuse(SENTENCES.schemaNeedsTable(schema));
  const credits = creditTable(kredieten, [], [CREDIT_COLUMNS.year]);
  if (!credits.ok) return credits;
  const rows: Result<PlanRows | null, Refusal> = cellsOf(plan) === null ? success(null) : planRows(plan);
  if (!rows.ok) return rows;
  const statement = creditStatement(schema, credits.value, rows.value);
  if (!statement.ok) return statement;
  const { model, figures } = statementView(statement.value, new SourceIndex([], 0));
  const shown = (value: ReturnType<typeof valueOf>): AnswerCell => (typeof value === 'string' || typeof value === 'number' ? value : '');
  return success([
    [STATEMENT_COLUMNS.marker, STATEMENT_COLUMNS.label, ...figures.map(({ value }) => value)],
    ...model.rows.map((cells) => cells.slice(0, 2 + figures.length).map((cell) => shown(valueOf(cell)))),
  ]);
}

/** PLAN.SCHEMA: the rows of a schema, from its own table or, where they can tell it, from credits. */
export function schemaRows(naam: unknown, tabel: unknown, plan: unknown): Answer {
  const schema = schemaOf(naam);
  if (!schema.ok) return schema;
  const isCredits = givenTable(tabel, 'tabel', [CREDIT_COLUMNS.code, CREDIT_COLUMNS.kind, CREDIT_COLUMNS.direction]).ok;
  return isCredits ? fromCredits(schema.value, tabel, plan) : recomputed(schema.value, tabel);
}
