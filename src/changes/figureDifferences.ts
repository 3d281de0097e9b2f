import type { Amount, PlanDocument, Statement, StatementRow } from '../plan/document';
import type { Cents } from '../plan/money';
import { rowKey } from '../plan/statement';
import { creditSchemaOf } from '../figures/amounts';
import { cellKey, cellOf, type Cell } from '../figures/cell';
import { columnName, rowName } from '../figures/printed';
import { totalCents } from '../figures/sums';
import type { NodeMatching } from './nodes/matchNodes';
import { keyed, pairsOf } from './pairs';

/** A printed amount of a node in two versions; cents null where it is not printed. */
export interface AmountDifference {
  /** Id in the new version, of a node that went in the old one; null for the plan total. */
  readonly node: string | null;
  readonly isRemoved: boolean;
  readonly cell: Cell;
  readonly from: Cents | null;
  readonly to: Cents | null;
}

/** A cell of a schema in two versions. */
export interface FigureDifference {
  readonly schema: Statement['schema'];
  /** What the row and the column are called in the version that has them, the new one first. */
  readonly row: string;
  readonly column: string;
  readonly from: Cents | null;
  readonly to: Cents | null;
}

interface Summed {
  readonly amount: Amount;
  readonly cents: Cents | null;
}

/** The amounts of the plan by node and cell, several lines of one summed. */
function amountsOf(document: PlanDocument, idOf: (node: string) => string): ReadonlyMap<string, Summed> {
  const schema = creditSchemaOf(document);
  const amounts = new Map<string, Summed>();
  for (const amount of document.amounts) {
    if (amount.schema !== schema) continue;
    const key = `${amount.node === null ? '' : idOf(amount.node)}|${cellKey(amount)}`;
    const known = amounts.get(key);
    amounts.set(key, {
      amount: known?.amount ?? amount,
      cents: known ? totalCents([known.cents, amount.cents]) : amount.cents,
    });
  }
  return amounts;
}

/** Amounts that differ, in the order of the new version. */
export function amountDifferences(
  before: PlanDocument,
  after: PlanDocument,
  { ofOld }: NodeMatching,
): readonly AmountDifference[] {
  // An id of the old version may stand for another node in the new one.
  const old = amountsOf(before, (node) => ofOld.get(node)?.new.id ?? `-${node}`);
  const now = amountsOf(after, (node) => node);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): readonly AmountDifference[] => {
    const [from, to] = [old.get(key), now.get(key)];
    const amount = (to ?? from)?.amount;
    if (!amount || (from?.cents ?? null) === (to?.cents ?? null)) return [];
    const matched = amount.node === null ? null : ofOld.get(amount.node)?.new.id;
    const isRemoved = !to && matched === undefined;
    return [
      {
        node: to || isRemoved ? amount.node : (matched ?? null),
        isRemoved,
        cell: cellOf(amount),
        from: from?.cents ?? null,
        to: to?.cents ?? null,
      },
    ];
  });
}

interface Row {
  readonly statement: Statement;
  readonly row: StatementRow;
  readonly index: number;
}

const rowsOf = (statement: Statement | null): readonly Row[] =>
  statement?.rows.map((row, index) => ({ statement, row, index })) ?? [];

interface RowPair {
  readonly old: Row | null;
  readonly new: Row | null;
}

/** Rows of a schema in two versions: as printed, else the same row of the legal schema or of the same node. */
export function rowPairs(
  before: Statement | null,
  after: Statement | null,
  nodeOf: (node: string) => string,
): readonly RowPair[] {
  const full = ({ row }: Row, node: string | null): string => `${rowKey(row)}|${node ?? ''}|${row.direction ?? ''}`;
  const mapped = ({ row: { node } }: Row): string | null => (node === null ? null : nodeOf(node));
  const first = pairsOf(
    rowsOf(before),
    rowsOf(after),
    (row) => full(row, mapped(row)),
    (row) => full(row, row.row.node),
  );
  const loose = { old: first.filter((pair) => !pair.new), new: first.filter((pair) => !pair.old) };
  const identity = (row: Row, node: string | null): string =>
    node !== null || row.row.schemaRow !== null
      ? `${row.row.schemaRow ?? ''}|${node ?? ''}|${row.row.kind ?? ''}|${row.row.direction ?? ''}`
      : `?${row.index}`;
  const found = keyed(
    loose.old.flatMap(({ old }) => (old ? [old] : [])),
    (row) => identity(row, mapped(row)),
  );
  const taken = new Set<Row>();
  const seconds = new Map(
    [
      ...keyed(
        loose.new.flatMap((pair) => (pair.new ? [pair.new] : [])),
        (row) => identity(row, row.row.node),
      ),
    ].flatMap(([key, row]): readonly (readonly [Row, Row])[] => {
      const old = key.startsWith('?') ? undefined : found.get(key);
      if (!old) return [];
      taken.add(old);
      return [[row, old]];
    }),
  );
  return first.flatMap((pair): readonly RowPair[] => {
    if (pair.new) return [{ old: pair.old ?? seconds.get(pair.new) ?? null, new: pair.new }];
    return pair.old && taken.has(pair.old) ? [] : [pair];
  });
}

const columnKey = ({ columns }: Statement, index: number): string => {
  const column = columns[index];
  return column ? `${column.year}|${column.phase}|${column.direction ?? ''}` : '';
};

/** Places of the columns by what they are: the second of one kind gets its number. */
export const columnPlaces = (statement: Statement): ReadonlyMap<string, number> =>
  keyed(
    statement.columns.map((_, index) => index),
    (index) => columnKey(statement, index),
  );

/** The statements of two versions: the same schema, the second of one name beside the second. */
export const statementPairs = (before: readonly Statement[], after: readonly Statement[]) =>
  pairsOf(before, after, ({ schema }) => schema);

/** Figures of the schemas that differ, in the order of the new version. */
export function figureDifferences(
  before: PlanDocument,
  after: PlanDocument,
  { ofOld }: NodeMatching,
): readonly FigureDifference[] {
  if (before.statements === after.statements) return [];
  const nodeOf = (node: string): string => ofOld.get(node)?.new.id ?? node;
  return statementPairs(before.statements, after.statements).flatMap(({ old, new: now }) => {
    const [oldColumns, newColumns] = [old, now].map((each) => (each ? columnPlaces(each) : new Map<string, number>()));
    const keys = [...new Set([...(newColumns?.keys() ?? []), ...(oldColumns?.keys() ?? [])])];
    return rowPairs(old, now, nodeOf).flatMap((pair) =>
      keys.flatMap((key): readonly FigureDifference[] => {
        const at = { old: oldColumns?.get(key) ?? -1, new: newColumns?.get(key) ?? -1 };
        const [from, to] = [pair.old?.row.values[at.old] ?? null, pair.new?.row.values[at.new] ?? null];
        const named = pair.new ?? pair.old;
        const statement = at.new >= 0 ? now : old;
        if (from === to || !named || !statement) return [];
        return [
          {
            schema: named.statement.schema,
            row: rowName(named.statement, named.index),
            column: columnName(statement, at.new >= 0 ? at.new : at.old),
            from,
            to,
          },
        ];
      }),
    );
  });
}
