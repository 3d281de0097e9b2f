import type { Amount, PlanDocument } from '../../plan/document';
import { balanceCents, type Cents } from '../../plan/money';
import { cellKey, withDirection, type Cell } from '../../figures/cell';
import { amountKey, type Measure, type PlanView } from '../planView';
import { centsOf } from '../amounts';
import type { ReadRow, ReadTable } from './tableReader';

/**
 * Printed sums of plans, objectives and the whole that follow an edit: where the workbook computes another sum than it did when it was
 * written, that sum is the figure now. Where nothing moved, the printed figure stands, its rounding included.
 */
export function withMovedTotals(document: PlanDocument, amounts: readonly Amount[], table: ReadTable, view: PlanView): readonly Amount[] {
  const moved = movedSums(document, table, view);
  // The first of a cell counts, as in the roll-up.
  const byKey = new Map([...amounts].reverse().filter(({ schema }) => schema === view.schema).map((amount) => [amountKey(amount), amount]));
  const balances = movedBalances(amounts, byKey, moved, view);
  if (moved.size === 0 && balances.size === 0) return amounts;
  const known = new Set(amounts.filter(({ schema }) => schema === view.schema).map(amountKey));
  const updated = amounts.map((amount) => {
    if (amount.schema !== view.schema) return amount;
    const cents = moved.get(amountKey(amount))?.cents ?? balances.get(amountKey(amount));
    return cents === undefined || cents === amount.cents ? amount : { ...amount, cents };
  });
  const added = [...moved].filter(([key]) => !known.has(key)).map(([, { node, cell, cents }]): Amount => ({
    node, ...cell, cents, unit: view.unit, schema: view.schema, version: null,
    source: view.rollup.tree.byId.get(node ?? '')?.source ?? { line: 1, page: null },
  }));
  return [...updated, ...added];
}

interface MovedSum {
  readonly node: string | null;
  readonly cell: Cell;
  readonly cents: Cents;
}

const keyOf = (node: string | null, cell: Cell): string => `${node ?? ''}|${cellKey(cell)}`;

/** Sums that the sheet computes differently now, of rows that have no credits of their own. */
function movedSums(document: PlanDocument, table: ReadTable, view: PlanView): ReadonlyMap<string, MovedSum> {
  const ownLines = new Set(view.credits.map(({ node }) => node.id));
  const printsTotal = document.amounts.some(({ node, schema }) => node === null && schema === view.schema);
  const moved = new Map<string, MovedSum>();
  const look = (row: ReadRow, node: string | null, { computed, cell }: Measure): void => {
    const read = row.cell(computed);
    const cents = read.changed ? centsOf(read.value) : null;
    if (cents !== null) moved.set(keyOf(node, cell), { node, cell, cents });
  };
  const measures = view.groups.flatMap((group) => group.measures);
  for (const row of table.rows) {
    const { key } = row;
    if (key === null || ownLines.has(key) || !view.rollup.hasAmounts(key)) continue;
    measures.forEach((measure) => look(row, key, measure));
  }
  const { totals } = table;
  if (totals && printsTotal) measures.forEach((measure) => look(totals, null, measure));
  return moved;
}

/** Printed balances of which a part moved: receipts - expenditure. */
function movedBalances(amounts: readonly Amount[], byKey: ReadonlyMap<string, Amount>, moved: ReadonlyMap<string, MovedSum>, view: PlanView): ReadonlyMap<string, Cents> {
  const balances = new Map<string, Cents>();
  for (const amount of amounts) {
    if (amount.direction !== 'balance' || amount.schema !== view.schema) continue;
    const part = (direction: 'receipts' | 'expenditure'): { readonly cents: Cents | null; readonly moved: boolean } => {
      const cell = withDirection(amount, direction);
      const key = keyOf(amount.node, cell);
      const before = view.rollup.printed(amount.node, cell)?.cents ?? null;
      const cents = moved.get(key)?.cents ?? byKey.get(key)?.cents ?? null;
      return { cents, moved: cents !== before };
    };
    const [receipts, expenditure] = [part('receipts'), part('expenditure')];
    const balance = receipts.moved || expenditure.moved ? balanceCents(receipts.cents, expenditure.cents) : null;
    if (balance !== null) balances.set(amountKey(amount), balance);
  }
  return balances;
}
