import type { Evaluation, PlanNode } from '../../plan/document';
import { UNKNOWN_STATUS } from '../../plan/status';
import { conflictOf, type Clash, type Conflict } from './conflict';
import { mergedOrder, mergeThing, type MergeField } from './threeWay';

type Status = Pick<Evaluation, 'status' | 'statusText'> | null;

/** A status without a word says nothing: a node of which only the text was written has none. */
const statusOf = ({ evaluation }: PlanNode): Status =>
  evaluation === null || (evaluation.status === UNKNOWN_STATUS && evaluation.statusText === '')
    ? null
    : { status: evaluation.status, statusText: evaluation.statusText };

function withEvaluation(node: PlanNode, status: Status, text: string): PlanNode {
  if (status === null && text === '') return { ...node, evaluation: null };
  return { ...node, evaluation: { ...(status ?? { status: UNKNOWN_STATUS, statusText: '' }), text } };
}

const textOf = ({ evaluation }: PlanNode): string => evaluation?.text ?? '';

function withFields(node: PlanNode, fields: PlanNode['fields']): PlanNode {
  const { fields: _, ...rest } = node;
  return fields ? { ...rest, fields } : rest;
}

/** What is merged of a node, each by itself. */
const FIELDS: readonly MergeField<PlanNode>[] = [
  { name: 'title', get: ({ title }) => title, set: (node, title: string) => ({ ...node, title }) },
  { name: 'parent', get: ({ parent }) => parent, set: (node, parent: string | null) => ({ ...node, parent }) },
  { name: 'code', get: ({ code }) => code, set: (node, code: string | null) => ({ ...node, code }) },
  { name: 'level', get: ({ level }) => level, set: (node, level: string) => ({ ...node, level }) },
  {
    name: 'status',
    get: statusOf,
    set: (node, status: Status) => withEvaluation(node, status, textOf(node)),
    tell: (node) => statusOf(node)?.statusText ?? null,
  },
  { name: 'text', get: textOf, set: (node, text: string) => withEvaluation(node, statusOf(node), text) },
  {
    name: 'priority',
    get: ({ priority }) => priority,
    set: (node, priority: boolean | null) => ({ ...node, priority }),
  },
  {
    name: 'period',
    get: ({ period }) => period,
    set: (node, period: PlanNode['period']) => ({ ...node, period }),
    tell: ({ period }) => (period ? `${period.from} – ${period.to}` : null),
  },
  {
    name: 'parts',
    get: ({ fields }) => fields?.map(({ name, text }) => [name, text]),
    set: withFields,
    tell: ({ fields }) => fields?.map(({ name, text }) => `${name}: ${text}`).join('\n') ?? null,
  },
];

export interface MergedNodes {
  readonly nodes: readonly PlanNode[];
  readonly conflicts: readonly Conflict[];
}

/** The nodes of three versions that name them alike. */
export interface NodeVersions {
  readonly base: readonly PlanNode[];
  readonly mine: readonly PlanNode[];
  readonly theirs: readonly PlanNode[];
}

type Nodes = ReadonlyMap<string, PlanNode>;
const byId = (nodes: readonly PlanNode[]): Nodes => new Map(nodes.map((node) => [node.id, node]));

/**
 * Merges the nodes of a plan. `isKept`: nodes on which one side has something to keep beside the node itself, such as an amount: they stay though
 * the other side deleted them. What a row of one side stands under stays as well, and that it was deleted is a conflict.
 */
export function mergeNodes(versions: NodeVersions, isKept: (id: string) => boolean): MergedNodes {
  const [base, mine, theirs] = [byId(versions.base), byId(versions.mine), byId(versions.theirs)];
  const merged = new Map<string, PlanNode>();
  const conflicts: Conflict[] = [];
  const add = (id: string, clashes: readonly Clash[]): void => {
    for (const clash of clashes) conflicts.push(conflictOf('node', id, '', clash));
  };
  for (const id of new Set([...theirs.keys(), ...mine.keys()])) {
    const { item, clashes } = mergeThing({ base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) }, FIELDS);
    if (item !== undefined) merged.set(id, item);
    add(id, clashes);
  }
  const restore = (id: string): void => {
    const node = mine.get(id) ?? theirs.get(id);
    if (!node || merged.has(id)) return;
    merged.set(id, node);
    const deletedBy = mine.has(id) ? 'theirs' : 'mine';
    const title = (nodes: Nodes): string | null => nodes.get(id)?.title ?? null;
    add(id, [{ field: 'node', deletedBy, base: title(base), mine: title(mine), theirs: title(theirs) }]);
  };
  for (const id of base.keys()) if (isKept(id)) restore(id);
  // The list grows while it is walked: what a restored node stands under is restored too.
  for (const { parent } of merged.values()) if (parent !== null) restore(parent);
  breakCircles(merged, mine, conflicts);
  return { nodes: inOrder(versions, merged), conflicts };
}

/** Two moves can put a node under itself: the nodes of the circle stand where I put them, and that is a conflict. */
function breakCircles(merged: Map<string, PlanNode>, mine: Nodes, conflicts: Conflict[]): void {
  const clear = new Set<string>();
  const put = (node: PlanNode, parent: string | null): void => {
    const clash = { field: 'parent', deletedBy: null, base: null, mine: parent, theirs: node.parent } as const;
    if (parent === node.parent) return;
    conflicts.push(conflictOf('node', node.id, '', clash));
    merged.set(node.id, { ...node, parent });
  };
  const circleFrom = (start: string): readonly PlanNode[] => {
    const path: PlanNode[] = [];
    const seen = new Set<string>();
    for (
      let at = merged.get(start);
      at && !clear.has(at.id);
      at = at.parent === null ? undefined : merged.get(at.parent)
    ) {
      if (seen.has(at.id)) return path.slice(path.findIndex(({ id }) => id === at?.id));
      seen.add(at.id);
      path.push(at);
    }
    for (const { id } of path) clear.add(id);
    return [];
  };
  for (const id of [...merged.keys()]) {
    for (const node of circleFrom(id)) put(node, mine.has(node.id) ? (mine.get(node.id)?.parent ?? null) : null);
    // A circle of my own making cannot come from the sheets; one that is left is opened at its first node.
    const [first] = circleFrom(id);
    if (first) put(first, null);
  }
}

/** In merged order; numbered anew only when it is the order of neither side. */
export function inOrder({ base, mine, theirs }: NodeVersions, merged: Nodes): readonly PlanNode[] {
  const ids = (nodes: readonly PlanNode[]): readonly string[] => nodes.map(({ id }) => id);
  const order = mergedOrder(ids(base), ids(mine), ids(theirs), (id) => merged.has(id));
  const asIn = [mine, theirs].find(
    (nodes) => nodes.length === order.length && nodes.every(({ id }, index) => id === order[index]),
  );
  const orders = asIn ? new Map(asIn.map((node) => [node.id, node.order])) : null;
  return order.flatMap((id, index) => {
    const node = merged.get(id);
    const place = orders?.get(id) ?? index;
    return node ? [node.order === place ? node : { ...node, order: place }] : [];
  });
}
