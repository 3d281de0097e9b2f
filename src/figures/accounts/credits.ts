import type { Statement, StatementRow } from '../../plan/document';
import type { Cents } from '../../plan/money';
import type { LedgerEntity } from '../../plan/ledger';
import { KINDS, type Kind } from '../../plan/vocabulary';
import { labelOfKind } from '../../schema/rows/labels';
import { rowsById } from '../../schema/rows/rows';
import type { Books } from './books';
import { creditColumns, type ComputedColumn } from './columns';
import { bodyLabel } from './group';
import { columnOf, less, rowOf, statementOf, total } from './statement';

/** Which rows of T2 each part of the financing adds up: debts are loans and leases, claims are granted, the rest is the rest. */
const FINANCING_PARTS: readonly (readonly [part: string, tops: readonly string[]])[] = [
  ['loans', ['A']],
  ['granted', ['C']],
];

const rowsUnder = (part: string, top: string): readonly string[] =>
  [...rowsById('T2').keys()].filter((id) => id === `${part}.${top}` || id.startsWith(`${part}.${top}.`));

function partValue(
  { byBodyRow }: Books,
  body: number,
  { year, measure, direction = 'expenditure' }: ComputedColumn,
  tops: readonly string[],
): Cents {
  const part = `T2.financing.${direction}`;
  const rows = tops.flatMap((top) => rowsUnder(part, top));
  return total(rows.map((row) => byBodyRow.at(`${body} ${row}`, year, 'financing', direction, measure)));
}

function kindValues(books: Books, columns: readonly ComputedColumn[], body: number, kind: Kind): readonly Cents[] {
  return columns.map(({ year, measure, direction = 'expenditure' }) =>
    books.byBody.at(String(body), year, kind, direction, measure),
  );
}

function bodyRows(
  books: Books,
  schema: 'J3' | 'M3',
  columns: readonly ComputedColumn[],
  entity: LedgerEntity,
  body: number,
): readonly StatementRow[] {
  const label = bodyLabel(entity);
  const heading = schema === 'M3' ? `Kredieten ${label}` : label;
  const head =
    schema === 'M3' ? rowOf({ section: heading, label: heading }) : rowOf({ section: '', path: ['-'], label: heading });
  const row = (kind: Kind, text: string, key: string, depth: number, values: readonly (Cents | null)[]): StatementRow =>
    rowOf({ section: heading, label: text, depth, values, kind, id: `${schema}.${key}` });
  const wholes = KINDS.map((kind) => row(kind, labelOfKind(kind), kind, 0, kindValues(books, columns, body, kind)));
  const parts = FINANCING_PARTS.map(([, tops]) => columns.map((column) => partValue(books, body, column, tops)));
  const financing = kindValues(books, columns, body, 'financing');
  const rest = columns.map((_, at) => less(financing[at] ?? 0, total(parts.map((values) => values[at] ?? 0))));
  const [loans = [], granted = []] = parts;
  return [
    head,
    ...wholes,
    row('financing', 'Leningen en leasings', 'financing.loans', 1, loans),
    row('financing', 'Toegestane leningen en betalingsuitstel', 'financing.granted', 1, granted),
    row('financing', 'Overige financieringstransacties', 'financing.other', 1, rest),
  ];
}

/** J3 or M3: the credits of each body of the report; together they are those of J2. */
export function creditStatement(books: Books): Statement {
  const { report, group } = books;
  const schema = report.kind === 'annualAccounts' ? 'J3' : 'M3';
  const columns = creditColumns(report);
  const rows = group.main.flatMap((entity, body) => bodyRows(books, schema, columns, entity, body));
  return statementOf(schema, report.set, columns.map(columnOf), rows);
}
