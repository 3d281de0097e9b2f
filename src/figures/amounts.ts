import type { Amount, PlanDocument } from '../plan/document';
import { addCents, balanceCents, type Cents } from '../plan/money';
import { EVALUATION, type AmountSchema } from '../plan/vocabulary';
import { cellKey, cellOf, withDirection, type Cell, type CellKey } from './cell';
import { planTree, type PlanTree } from './tree';

/** A sum of printed figures, in cents, and how many figures it was made of: each was rounded on its own. */
export interface RolledSum {
  readonly cents: Cents;
  readonly parts: number;
}

export interface Rollup {
  readonly tree: PlanTree;
  /** Cells that occur anywhere in the document, by key, in order of first appearance. */
  readonly cells: ReadonlyMap<CellKey, Cell>;
  /** What is printed at the node itself (null = the plan total); undefined when nothing is. */
  readonly printed: (node: string | null, cell: Cell) => Amount | undefined;
  /** Sum over the direct children of what each stands for (`rolled`); null when no child prints the cell. */
  readonly below: (node: string | null, cell: Cell) => RolledSum | null;
  /** What the node stands for: the sum from below when anything under it has amounts, else what it prints; and the lines beside that. */
  readonly rolled: (node: string | null, cell: Cell) => Cents | null;
  /** Lines of credits on the node itself beside what is printed there, added up; null when there are none. */
  readonly lines: (node: string, cell: Cell) => Cents | null;
  /** receipts - expenditure from what is rolled up; null when neither is printed. */
  readonly balance: (node: string | null, cell: Cell) => Cents | null;
  /** Is what the node prints a sum: does anything under it have amounts? */
  readonly isSum: (node: string | null) => boolean;
  /** Does the node, or anything under it, print an amount? */
  readonly hasAmounts: (node: string | null) => boolean;
}

type Sums = ReadonlyMap<CellKey, RolledSum>;
const NOTHING: Sums = new Map();

/** The schema the credits of a plan come from: the finance blocks of the evaluation, or the first that prints amounts. */
export const creditSchemaOf = ({ amounts }: Pick<PlanDocument, 'amounts'>): AmountSchema =>
  amounts.some(({ schema }) => schema === EVALUATION) ? EVALUATION : (amounts[0]?.schema ?? EVALUATION);

/** Nodes under which something has amounts: what they print themselves is a sum. */
export function summingNodes({ tree, cells, below }: Rollup): ReadonlySet<string> {
  const all = [...cells.values()];
  return new Set(
    tree.bottomUp
      .filter(({ id }) => tree.children(id).length > 0 && all.some((cell) => below(id, cell) !== null))
      .map(({ id }) => id),
  );
}

/** Sums the amounts of one schema (the finance blocks of the evaluation unless told) over the tree, per cell, in O(nodes + amounts). */
export function rollUp(document: Pick<PlanDocument, 'nodes' | 'amounts'>, schema: AmountSchema = EVALUATION): Rollup {
  const tree = planTree(document);
  const printed = new Map<string | null, Map<CellKey, Amount>>();
  const lines = new Map<string | null, Sums[]>();
  const cells = new Map<CellKey, Cell>();
  for (const amount of document.amounts) {
    if (amount.schema !== schema) continue;
    const key = cellKey(amount);
    if (!cells.has(key)) cells.set(key, cellOf(amount));
    if (amount.line !== undefined) {
      lines.set(amount.node, [...(lines.get(amount.node) ?? []), ownSums(new Map([[key, amount]]))]);
      continue;
    }
    const own = printed.get(amount.node);
    if (own) own.set(key, own.get(key) ?? amount);
    else printed.set(amount.node, new Map([[key, amount]]));
  }
  const below = new Map<string | null, Sums>();
  const rolled = new Map<string | null, ReadonlyMap<CellKey, RolledSum>>();
  for (const id of [...tree.bottomUp.map((node) => node.id), null]) {
    const sums = addUp(tree.children(id).map((child) => rolled.get(child.id) ?? NOTHING));
    below.set(id, sums);
    const own = sums.size > 0 ? sums : ownSums(printed.get(id));
    const more = lines.get(id);
    rolled.set(id, more ? addUp([own, ...more]) : own);
  }
  const centsAt = (node: string | null, cell: Cell): Cents | null =>
    rolled.get(node)?.get(cellKey(cell))?.cents ?? null;
  return {
    tree,
    cells,
    printed: (node, cell) => printed.get(node)?.get(cellKey(cell)),
    below: (node, cell) => below.get(node)?.get(cellKey(cell)) ?? null,
    rolled: centsAt,
    lines: (node, cell) => addUp(lines.get(node) ?? []).get(cellKey(cell))?.cents ?? null,
    balance: (node, cell) =>
      balanceCents(centsAt(node, withDirection(cell, 'receipts')), centsAt(node, withDirection(cell, 'expenditure'))),
    isSum: (node) => (below.get(node)?.size ?? 0) > 0,
    hasAmounts: (node) => (rolled.get(node)?.size ?? 0) > 0 || (printed.get(node)?.size ?? 0) > 0,
  };
}

function ownSums(own: ReadonlyMap<CellKey, Amount> | undefined): Sums {
  const sums = new Map<CellKey, RolledSum>();
  for (const [key, { cents }] of own ?? []) if (cents !== null) sums.set(key, { cents, parts: 1 });
  return sums;
}

function addUp(parts: readonly Sums[]): Sums {
  const total = new Map<CellKey, RolledSum>();
  for (const part of parts) {
    for (const [key, sum] of part) {
      const known = total.get(key);
      total.set(key, known ? { cents: addCents(known.cents, sum.cents), parts: known.parts + sum.parts } : sum);
    }
  }
  return total;
}
