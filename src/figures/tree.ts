import type { PlanDocument, PlanNode } from '../plan/document';

/** The plan as a tree: by id, children in printed order, and every node after all of its children. */
export interface PlanTree {
  readonly byId: ReadonlyMap<string, PlanNode>;
  /** Children of a node; of null: the nodes without a (known) parent. */
  readonly children: (node: string | null) => readonly PlanNode[];
  /** All nodes, each after its descendants. */
  readonly bottomUp: readonly PlanNode[];
  /** Nodes whose parent is not in the document, or that are their own ancestor; they count as roots. */
  readonly loose: readonly PlanNode[];
  /** From the parent up to the root. */
  readonly ancestors: (node: string) => readonly PlanNode[];
}

const NONE: readonly PlanNode[] = [];

/** Builds the tree in O(n). Printed order comes from `order`, so the rows may stand in any order. */
export function planTree(document: Pick<PlanDocument, 'nodes'>): PlanTree {
  const nodes = [...document.nodes].sort((left, right) => left.order - right.order);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string | null, PlanNode[]>();
  const attach = (parent: string | null, node: PlanNode): void => {
    const siblings = children.get(parent);
    if (siblings) siblings.push(node);
    else children.set(parent, [node]);
  };
  const loose: PlanNode[] = [];
  for (const node of nodes) {
    const known = node.parent === null || byId.has(node.parent);
    if (!known) loose.push(node);
    attach(known ? node.parent : null, node);
  }
  const bottomUp = visit(children);
  if (bottomUp.length < nodes.length) breakCycles(nodes, bottomUp, children, loose);
  return {
    byId,
    children: (node) => children.get(node) ?? NONE,
    bottomUp,
    loose,
    ancestors: (node) => ancestorsOf(byId, node),
  };
}

/** Children first, without recursion: a plan may be deeper than the call stack. */
function visit(children: ReadonlyMap<string | null, readonly PlanNode[]>): PlanNode[] {
  const topDown: PlanNode[] = [];
  const open = [...(children.get(null) ?? [])];
  while (open.length > 0) {
    const node = open.pop();
    if (!node) break;
    topDown.push(node);
    for (const child of children.get(node.id) ?? []) open.push(child);
  }
  return topDown.reverse();
}

/** Nodes no root leads to stand in a circle of parents: each becomes a root without children of the circle. */
function breakCycles(
  nodes: readonly PlanNode[],
  bottomUp: PlanNode[],
  children: Map<string | null, PlanNode[]>,
  loose: PlanNode[],
): void {
  const reached = new Set(bottomUp);
  for (const node of nodes) {
    if (reached.has(node)) continue;
    loose.push(node);
    bottomUp.push(node);
    if (node.parent !== null)
      children.set(
        node.parent,
        (children.get(node.parent) ?? []).filter((child) => child !== node),
      );
    children.set(null, [...(children.get(null) ?? []), node]);
  }
}

function ancestorsOf(byId: ReadonlyMap<string, PlanNode>, node: string): readonly PlanNode[] {
  const ancestors: PlanNode[] = [];
  const seen = new Set([node]);
  let parent = byId.get(node)?.parent ?? null;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const found = byId.get(parent);
    if (!found) break;
    ancestors.push(found);
    parent = found.parent;
  }
  return ancestors;
}
