import type { Statement, StatementRow } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { FLOWS, KINDS, type Flow, type Kind } from '../../plan/vocabulary';
import { economicLayout } from '../../schema/layout/economic';
import type { LayoutRow } from '../../schema/layout/layout';
import { UNPLACED_LABEL, UNPLACED_MARKER, unplacedId } from '../../schema/unplaced';
import { COUNTERPARTY_MARK, UNASSIGNED_ROW, type Books } from './books';
import { yearColumns, type ComputedColumn } from './columns';
import { columnOf, layoutRow, less, plus, rowOf, RowSums, statementOf, total } from './statement';

type Values = readonly Cents[];

interface Context {
  readonly books: Books;
  readonly columns: readonly ComputedColumn[];
  readonly sums: RowSums;
}

const PART = /^T2\.(operating|investment|financing)\.(expenditure|receipts)(?:\.|$)/;

function partOf(id: string): { readonly part: string; readonly kind: Kind; readonly flow: Flow } | null {
  const match = PART.exec(id);
  if (!match) return null;
  const [kind, flow] = [match[1] as Kind, match[2] as Flow];
  return { part: `T2.${kind}.${flow}`, kind, flow };
}

const valuesOf = (
  { books, columns }: Pick<Context, 'books' | 'columns'>,
  name: string,
  kind: Kind,
  flow: Flow,
): Values => columns.map(({ year, measure }) => books.byRow.at(name, year, kind, flow, measure));

/** Every row with the rows below it. */
function sumsOf(books: Books, columns: readonly ComputedColumn[]): RowSums {
  const sums = new RowSums(columns.length);
  for (const name of books.byRow.names) {
    const found = partOf(name);
    if (found && !name.includes(COUNTERPARTY_MARK)) {
      const markers = name.slice(found.part.length + 1).split('.');
      sums.addTo(found.part, markers, valuesOf({ books, columns }, name, found.kind, found.flow));
    }
  }
  for (const kind of KINDS) {
    for (const flow of FLOWS) {
      const values = valuesOf({ books, columns }, UNASSIGNED_ROW, kind, flow);
      if (values.some((cents) => cents !== 0)) sums.addTo(`T2.${kind}.${flow}`, ['unplaced'], values);
    }
  }
  return sums;
}

/** A dash row, or a group of them. */
interface Dash {
  readonly label: string;
  readonly values: Values;
  readonly parts: readonly Dash[];
}

/** Counterparties of a row in the order in which lines first name them; "Algemene > van de gemeente" stands one dash deeper. */
function dashesOf({ books, columns }: Context, id: string, kind: Kind, flow: Flow): readonly Dash[] {
  const prefix = `${id}${COUNTERPARTY_MARK}`;
  const groups = new Map<string, { own: Values[]; parts: Dash[] }>();
  for (const name of books.byRow.names) {
    if (!name.startsWith(prefix)) continue;
    const values = valuesOf({ books, columns }, name, kind, flow);
    const [first = '', ...rest] = name.slice(prefix.length).split(' > ');
    const group = groups.get(first) ?? { own: [], parts: [] };
    groups.set(first, group);
    group.own.push(values);
    if (rest.length > 0) group.parts.push({ label: rest.join(' > '), values, parts: [] });
  }
  return [...groups].map(([label, { own, parts }]) => ({
    label,
    values: columns.map((_, column) => total(own.map((values) => values[column] ?? 0))),
    parts,
  }));
}

function dashRows(row: LayoutRow, dashes: readonly Dash[]): readonly StatementRow[] {
  return dashes.flatMap(({ label, values, parts }) => {
    const under: LayoutRow = { ...row, id: '', path: [...row.path, '-'], label, depth: row.depth + 1 };
    const { section, path, depth } = under;
    return [rowOf({ section, path, label, depth, values }), ...dashRows(under, parts)];
  });
}

/** What has no row of T2, after the last row of its part. */
function unplacedRow(sums: RowSums, part: string, last: LayoutRow, top: readonly string[]): StatementRow | null {
  const id = unplacedId(part);
  if (!sums.has(id)) return null;
  const path = [...top, UNPLACED_MARKER];
  return rowOf({
    id,
    section: last.section,
    path,
    label: UNPLACED_LABEL,
    depth: path.length - 1,
    values: sums.at(id),
  });
}

/** Balances by id, from the totals of their parts. */
function balancesOf(
  { sums }: Context,
  columns: readonly ComputedColumn[],
): ReadonlyMap<string, readonly (Cents | null)[]> {
  const of = (kind: Kind): readonly (Cents | null)[] =>
    columns.map((_, at) => less(sums.at(`T2.${kind}.receipts`)[at] ?? 0, sums.at(`T2.${kind}.expenditure`)[at] ?? 0));
  const [operating, investment, financing] = KINDS.map(of);
  const both = columns.map((_, at) => plus(operating?.[at] ?? 0, investment?.[at] ?? 0));
  return new Map([
    ['T2.operating.balance', operating ?? []],
    ['T2.investment.balance', investment ?? []],
    ['T2.operatingAndInvestment.balance', both],
    ['T2.financing.balance', financing ?? []],
    ['T2.result', columns.map((_, at) => plus(both[at] ?? 0, financing?.[at] ?? 0))],
  ]);
}

const isLastOf = (layout: readonly LayoutRow[], index: number, part: string): boolean =>
  partOf(layout[index + 1]?.id ?? '')?.part !== part;

function rowsAt(
  context: Context,
  balances: ReadonlyMap<string, readonly (Cents | null)[]>,
  layout: readonly LayoutRow[],
  index: number,
): readonly StatementRow[] {
  const row = layout[index];
  if (!row) return [];
  const { sums } = context;
  const found = partOf(row.id);
  if (!found) return [layoutRow(row, balances.get(row.id) ?? [])];
  const { part, kind, flow } = found;
  const values = sums.at(row.id.endsWith('.total') ? part : row.id);
  const own = [layoutRow(row, values), ...dashRows(row, dashesOf(context, row.id, kind, flow))];
  const top = context.books.report.set === '3.0' ? [flow === 'expenditure' ? 'I' : 'II'] : [];
  const unplaced = isLastOf(layout, index, part) ? unplacedRow(sums, part, row, top) : null;
  return unplaced ? [...own, unplaced] : own;
}

/** T2, ontvangsten en uitgaven naar economische aard. */
export function economicStatement(books: Books): Statement {
  const { set } = books.report;
  const columns = yearColumns(books.report, 'planOfT2');
  const context: Context = { books, columns, sums: sumsOf(books, columns) };
  const balances = balancesOf(context, columns);
  const layout = economicLayout(set);
  const rows = layout.flatMap((_, index) => rowsAt(context, balances, layout, index));
  return statementOf('T2', set, columns.map(columnOf), rows);
}
