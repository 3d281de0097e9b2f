import type { PlanDocument, PlanNode } from '../../plan/document';
import { counts, type Link } from '../../plan/link';
import { planTree, type PlanTree } from '../tree';

/** Nodes of `document` that a counting link touches, from either end; the links may be to any document. */
const touched = (document: PlanDocument, links: readonly Link[]): ReadonlySet<string> => {
  const ids = new Set(document.nodes.map(({ id }) => id));
  return new Set(links.filter(counts).flatMap(({ from, to }) => [from, to]).filter((id) => ids.has(id)));
};

/**
 * Nodes of some levels that no link reaches: neither they, nor anything above or under them is linked. Promises without an action, or
 * actions without a promise, by which document is asked. Printed order.
 */
export function withoutLink(document: PlanDocument, links: readonly Link[], levels: readonly string[]): readonly PlanNode[] {
  const tree = planTree(document);
  const own = touched(document, links);
  const under = new Set<string>();
  for (const { id } of tree.bottomUp) if (own.has(id) || tree.children(id).some((child) => under.has(child.id))) under.add(id);
  return document.nodes.filter(({ id, level }) => levels.includes(level) && !under.has(id) && !tree.ancestors(id).some((above) => own.has(above.id)));
}

/** How often nodes under one top are linked to nodes under the other. */
export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly links: number;
  /** Of those, how many nobody confirmed yet. */
  readonly proposed: number;
}

export interface LinkMatrix {
  readonly rows: readonly PlanNode[];
  readonly columns: readonly PlanNode[];
  readonly cells: readonly MatrixCell[];
}

const topOf = (tree: PlanTree, id: string, level: string): PlanNode | null => {
  const node = tree.byId.get(id);
  return node ? ([node, ...tree.ancestors(id)].find((each) => each.level === level) ?? null) : null;
};

/** Counts the links between two documents by a level of each: domains against policy objectives. Rejected ones do not count. */
export function linkMatrix(rows: { readonly document: PlanDocument; readonly level: string }, columns: { readonly document: PlanDocument; readonly level: string }, links: readonly Link[]): LinkMatrix {
  const [rowTree, columnTree] = [planTree(rows.document), planTree(columns.document)];
  const cells = new Map<string, MatrixCell>();
  for (const link of links) {
    if (link.state === 'rejected') continue;
    const row = topOf(rowTree, link.to, rows.level) ?? topOf(rowTree, link.from, rows.level);
    const column = topOf(columnTree, link.from, columns.level) ?? topOf(columnTree, link.to, columns.level);
    if (!row || !column) continue;
    const key = `${row.id}\n${column.id}`;
    const cell = cells.get(key) ?? { row: row.id, column: column.id, links: 0, proposed: 0 };
    cells.set(key, { ...cell, links: cell.links + 1, proposed: cell.proposed + (link.state === 'proposed' ? 1 : 0) });
  }
  return {
    rows: rows.document.nodes.filter(({ level }) => level === rows.level),
    columns: columns.document.nodes.filter(({ level }) => level === columns.level),
    cells: [...cells.values()],
  };
}
