import { planTree, type PlanTree } from '../../src/figures/tree';
import type { PlanDocument, PlanNode } from '../../src/plan/document';
import type { Link } from '../../src/plan/link';

/** Links counted apart from the formulas of the sheets Matrix, which are held to it. */

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
export function linkMatrix(
  rows: { readonly document: PlanDocument; readonly level: string },
  columns: { readonly document: PlanDocument; readonly level: string },
  links: readonly Link[],
): LinkMatrix {
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
