import type { PlanDocument } from '../../plan/document';
import { blockCell } from '../printed';
import type { FigureSource } from '../quantities';
import { minusTerm, plusTerm, type Identity } from '../identity';
import { cellKey, withDirection, type Cell, type CellKey } from '../cell';
import { both } from '../../plan/phrase';

/** Every node that prints amounts, the plan total (null) first, with the cells it prints. */
export function printedCells(
  document: PlanDocument,
  source: FigureSource,
): ReadonlyMap<string | null, readonly Cell[]> {
  const cells = new Map<string | null, Cell[]>();
  for (const { node, year, kind, direction, phase } of document.amounts) {
    const known = cells.get(node);
    if (known) known.push({ year, kind, direction, phase });
    else if (node === null || source.rollup.tree.byId.has(node)) cells.set(node, [{ year, kind, direction, phase }]);
  }
  return cells;
}

/** The cells of a block taken per kind, year and phase, as the balance cell of each. */
function balancesOf(cells: readonly Cell[]): readonly Cell[] {
  const balances = new Map<CellKey, Cell>();
  for (const cell of cells) {
    const balance = withDirection(cell, 'balance');
    balances.set(cellKey(balance), balance);
  }
  return [...balances.values()];
}

/** Saldo = receipts - expenditure in every finance block. A saldo that is not printed is zero in all columns. */
export function* blockBalances(document: PlanDocument, source: FigureSource): Iterable<Identity> {
  for (const [node, cells] of printedCells(document, source)) {
    for (const balance of balancesOf(cells)) {
      const cell = (direction: 'expenditure' | 'receipts'): ReturnType<typeof blockCell> =>
        blockCell(document, source.rollup, node, withDirection(balance, direction));
      yield {
        target: blockCell(document, source.rollup, node, balance),
        terms: [plusTerm(cell('receipts')), minusTerm(cell('expenditure'))],
        rule: both('ontvangsten - uitgaven', 'receipts - expenditure'),
      };
    }
  }
}
