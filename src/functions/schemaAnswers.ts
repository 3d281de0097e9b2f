import { success, type Result } from '../plan/result';
import { SCHEMA_NAMES, type SchemaName } from '../plan/vocabulary';
import { euroOrBlank } from '../sheets/amounts';
import { CREDIT_COLUMNS } from '../sheets/creditColumns';
import { calculatedColumn, rowFormulas, type RowFormulas } from '../figures/rowFormulas';
import { markerOf, STATEMENT_COLUMNS, statementLayout } from '../sheets/statementLayout';
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

/** The table of a schema as it was given, its computed rows worked out again. */
function recomputed(schema: SchemaName, tabel: unknown): Answer {
  const read = schemaTable(tabel, schema);
  if (!read.ok) return read;
  const { statement, addedCents, headings, labels, isSheet } = read.value;
  // On its sheet the financing of J3 follows from J1, and its parts from it.
  const isFollowed = isSheet && (schema === 'J3' || schema === 'M3');
  const formulas: RowFormulas = isFollowed ? new Map() : rowFormulas(statement);
  const columns = headings.map((_, column) =>
    calculatedColumn(statement, formulas, column, (row) => addedCents[column]?.[row] ?? 0),
  );
  return success([
    [STATEMENT_COLUMNS.marker, STATEMENT_COLUMNS.label, ...headings],
    ...labels.map(([marker, label], row): readonly AnswerCell[] => [
      marker,
      label,
      ...columns.map((values) => euroOrBlank(values[row] ?? null)),
    ]),
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
  const { lines, figures } = statementLayout(statement.value);
  const formulas = rowFormulas(statement.value);
  const columns = figures.map((_, column) => calculatedColumn(statement.value, formulas, column));
  return success([
    [STATEMENT_COLUMNS.marker, STATEMENT_COLUMNS.label, ...figures.map(({ value }) => value)],
    ...lines.map((line): readonly AnswerCell[] =>
      line.heading === null
        ? [
            markerOf(line.row) ?? '',
            line.row.label,
            ...columns.map((values) => euroOrBlank(values[line.index] ?? null)),
          ]
        : ['', line.heading, ...figures.map(() => '')],
    ),
  ]);
}

/** PLAN.SCHEMA: the rows of a schema, from its own table or, where they can tell it, from credits. */
export function schemaRows(naam: unknown, tabel: unknown, plan: unknown): Answer {
  const schema = schemaOf(naam);
  if (!schema.ok) return schema;
  const isCredits = givenTable(tabel, 'tabel', [CREDIT_COLUMNS.code, CREDIT_COLUMNS.kind, CREDIT_COLUMNS.direction]).ok;
  return isCredits ? fromCredits(schema.value, tabel, plan) : recomputed(schema.value, tabel);
}
