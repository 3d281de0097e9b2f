import type { PlanDocument } from '../plan/document';
import { totalCents, differenceCents } from '../figures/sums';
import { cellKey, type Cell } from '../figures/cell';
import type { Cents } from '../plan/money';
import { DIRECTIONS, KINDS } from '../plan/vocabulary';
import { differences, type Differences } from './differences';
import type { AmountDifference } from './figureDifferences';
import type { NodeDifference } from './nodes/nodeDifferences';

/** What became of a node, strongest first: a node that moved and was retitled has moved. */
export const NODE_CHANGES = ['added', 'removed', 'moved', 'retitled', 'changed', 'same'] as const;
export type NodeChange = (typeof NODE_CHANGES)[number];

export interface ComparedNode extends NodeDifference {
  readonly change: NodeChange;
}

/** What the amounts of the plan come to in both versions, of one year, kind, direction and phase. */
export interface ComparedTotal {
  readonly cell: Cell;
  readonly from: Cents | null;
  readonly to: Cents | null;
  readonly change: Cents;
}

/** Two documents beside each other. */
export interface Comparison extends Differences {
  readonly nodes: readonly ComparedNode[];
  readonly summary: Readonly<Record<NodeChange, number>>;
  /** Places among the amounts of those that a node bears itself, in the version that has it: the others are sums and balances. */
  readonly lines: readonly number[];
  /** Sums of the changes of those lines. */
  readonly totals: readonly ComparedTotal[];
}

function changeOf({ old, new: now, fields }: NodeDifference, hasAmounts: boolean): NodeChange {
  if (!old) return 'added';
  if (!now) return 'removed';
  const differs = new Set(fields.map(({ field }) => field));
  if (differs.has('parent')) return 'moved';
  if (differs.has('title')) return 'retitled';
  return fields.length > 0 || hasAmounts ? 'changed' : 'same';
}

/** Compares two documents; of nodes that are the same nothing is told but that they are. */
export function compareDocuments(before: PlanDocument, after: PlanDocument): Comparison {
  const found = differences(before, after);
  const withAmounts = new Set(found.amounts.flatMap(({ node, isRemoved }) => (node && !isRemoved ? [node] : [])));
  const lines = linesAmong(before, after, found.amounts);
  const nodes = found.nodes.map((node): ComparedNode => ({
    ...node,
    change: changeOf(node, withAmounts.has(node.new?.id ?? '')),
  }));
  const count = (change: NodeChange): number => nodes.filter((node) => node.change === change).length;
  return {
    ...found,
    nodes,
    summary: Object.fromEntries(NODE_CHANGES.map((change) => [change, count(change)])) as Comparison['summary'],
    lines,
    totals: totalsOf(lines.flatMap((index) => found.amounts[index] ?? [])),
  };
}

/** Nodes under which others bear amounts: theirs are sums. */
function summing({ nodes, amounts }: PlanDocument): ReadonlySet<string> {
  const bearing = new Set(amounts.map(({ node }) => node));
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const found = new Set<string>();
  for (const { id } of nodes) {
    if (!bearing.has(id)) continue;
    for (let at = parents.get(id) ?? null; at !== null && !found.has(at); at = parents.get(at) ?? null) found.add(at);
  }
  return found;
}

function linesAmong(
  before: PlanDocument,
  after: PlanDocument,
  amounts: readonly AmountDifference[],
): readonly number[] {
  const [oldSums, newSums] = [summing(before), summing(after)];
  return amounts.flatMap(({ node, isRemoved, cell }, index) =>
    node === null || cell.direction === 'balance' || (isRemoved ? oldSums : newSums).has(node) ? [] : [index],
  );
}

/** The changes of lines per year, kind, direction and phase: expenditure and receipts are never added. */
function totalsOf(lines: readonly AmountDifference[]): readonly ComparedTotal[] {
  const groups = new Map<
    string,
    { readonly cell: Cell; readonly from: (Cents | null)[]; readonly to: (Cents | null)[] }
  >();
  for (const { cell, from, to } of lines) {
    const group = groups.get(cellKey(cell)) ?? { cell, from: [], to: [] };
    group.from.push(from);
    group.to.push(to);
    groups.set(cellKey(cell), group);
  }
  const rank = ({ cell: { year, kind, direction } }: ComparedTotal): number =>
    (year * KINDS.length + KINDS.indexOf(kind)) * DIRECTIONS.length + DIRECTIONS.indexOf(direction);
  return [...groups.values()]
    .map(({ cell, from, to }): ComparedTotal => {
      const [old, now] = [totalCents(from), totalCents(to)];
      return { cell, from: old, to: now, change: differenceCents(now, old) };
    })
    .sort((left, right) => rank(left) - rank(right));
}
