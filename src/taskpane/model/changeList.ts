import type { Change } from '../../changes/change';
import { changesOf } from '../../changes/changesOf';
import { moneyOf } from '../../changes/moneyMoved';
import type { NodeField } from '../../changes/nodes/nodeFields';
import type { PlanDocument, PlanNode } from '../../plan/document';
import { differenceCents } from '../../figures/sums';
import { CENTS_PER_EURO, type Cents } from '../../plan/money';
import type { ChangesFilter, ChangeSort } from './changesFilter';
import { planIndex } from './planIndex';

const SORT_OF_FIELD: Readonly<Record<NodeField, ChangeSort>> = {
  title: 'words',
  text: 'words',
  status: 'status',
  parent: 'place',
  code: 'place',
  level: 'place',
  priority: 'other',
  from: 'other',
  to: 'other',
};

/** The plan a change is about: the node under the roots that it stands in; null for schemas and transfers without one. */
export interface ListedChange {
  readonly change: Change;
  /** The node it is about, as it is now, or as it was when it is gone. */
  readonly node: PlanNode | null;
  readonly plan: string | null;
  readonly sort: ChangeSort;
  /** How much money it moves, whatever the sign; null when it moves none. */
  readonly size: Cents | null;
}

const sortOf = (change: Change): ChangeSort => {
  if (change.of === 'node') return SORT_OF_FIELD[change.field];
  return change.of === 'added' || change.of === 'removed' ? 'rows' : 'money';
};

function nodeIdOf(change: Change): string | null {
  if (change.of === 'amount') return change.node;
  if (change.of === 'transfer') return change.transfer.node;
  return change.of === 'figure' ? null : change.node.id;
}

function sizeOf(change: Change): Cents | null {
  if (change.of === 'figure') return Math.abs(differenceCents(change.to, change.from));
  const money = moneyOf(change);
  return money && Math.abs(money.cents);
}

/** Everything that is no longer as it was read, in the order of the sheet Wijzigingen. */
export function listedChanges(imported: PlanDocument, document: PlanDocument): readonly ListedChange[] {
  const { tree } = planIndex(document).rollup;
  const former = planIndex(imported).rollup.tree;
  const found = (id: string | null): PlanNode | null =>
    id === null ? null : (tree.byId.get(id) ?? former.byId.get(id) ?? null);
  const planOf = (node: PlanNode | null): string | null => {
    if (!node) return null;
    const { ancestors } = tree.byId.has(node.id) ? tree : former;
    const above = [node, ...ancestors(node.id)];
    // Under the roots: a plan of action under its objective. What stands at the roots is its own.
    return (above.at(-2) ?? above.at(-1))?.id ?? null;
  };
  return changesOf(imported, document).map((change) => {
    const node = found(nodeIdOf(change));
    return { change, node, plan: planOf(node), sort: sortOf(change), size: sizeOf(change) };
  });
}

export const fits = ({ plan, sort, size }: ListedChange, filter: ChangesFilter): boolean =>
  (filter.plan === null || (plan ?? '') === filter.plan) &&
  (filter.sort === null || sort === filter.sort) &&
  (filter.size === null || (size !== null && size >= filter.size * CENTS_PER_EURO));

/** The plans that have changes, in their order in the plan; '' last, when something belongs to none. */
export function plansWith(changes: readonly ListedChange[], document: PlanDocument): readonly string[] {
  const plans = new Set(changes.map(({ plan }) => plan ?? ''));
  const ordered = planIndex(document).ordered.flatMap(({ id }) => (plans.has(id) ? [id] : []));
  return [
    ...ordered,
    ...[...plans].filter((plan) => plan !== '' && !ordered.includes(plan)),
    ...(plans.has('') ? [''] : []),
  ];
}
