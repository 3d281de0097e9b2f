import type { PlanDocument, PlanNode } from '../../plan/document';
import type { Finding } from '../../plan/finding';
import { rollUp, type Rollup } from '../../figures/amounts';
import { reconcile } from '../../figures/reconciliation/reconciliation';

/** A plan with everything the tree and the cards ask again and again, worked out once per document. */
export interface PlanIndex {
  readonly document: PlanDocument;
  readonly rollup: Rollup;
  /** Nodes in printed order, each followed by its descendants. */
  readonly ordered: readonly PlanNode[];
  readonly depth: ReadonlyMap<string, number>;
  /** What a search looks in, folded. */
  readonly haystack: ReadonlyMap<string, string>;
  readonly overrun: ReadonlySet<string>;
}

const MARKS = /[\u0300-\u036f]/g;

/** Lower case without accents, so that "initiele" finds "Initiële". */
export const foldSearch = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase();

function topDown(rollup: Rollup): {
  readonly ordered: readonly PlanNode[];
  readonly depth: ReadonlyMap<string, number>;
} {
  const ordered: PlanNode[] = [];
  const depth = new Map<string, number>();
  const open = [...rollup.tree.children(null)].reverse();
  while (open.length > 0) {
    const node = open.pop();
    if (!node) break;
    ordered.push(node);
    depth.set(node.id, node.parent === null ? 0 : (depth.get(node.parent) ?? -1) + 1);
    for (const child of [...rollup.tree.children(node.id)].reverse()) open.push(child);
  }
  return { ordered, depth };
}

/** Years that have amounts, oldest first. */
export const yearsOf = (rollup: Rollup): readonly number[] =>
  [...new Set([...rollup.cells.values()].map(({ year }) => year))].sort((left, right) => left - right);

/** Nodes with an overrun of their own, and those whose lines together go beyond the credit of a kind. */
function overrunNodes(document: PlanDocument): ReadonlySet<string> {
  const { lines, totals } = reconcile(document);
  const own = lines.filter(({ direction, overrun }) => direction === 'expenditure' && (overrun ?? 0) > 0);
  const together = totals.filter(
    ({ direction, kind, actual, final }) =>
      direction === 'expenditure' && kind !== null && (actual ?? 0) > (final ?? 0),
  );
  return new Set([...own, ...together].flatMap(({ node }) => node?.id ?? []));
}

function makeIndex(document: PlanDocument): PlanIndex {
  const rollup = rollUp(document);
  const { ordered, depth } = topDown(rollup);
  const haystack = new Map(
    ordered.map((node) => [node.id, foldSearch(`${node.code ?? ''} ${node.title} ${node.evaluation?.text ?? ''}`)]),
  );
  return { document, rollup, ordered, depth, haystack, overrun: overrunNodes(document) };
}

const known = new WeakMap<PlanDocument, PlanIndex>();

/** The index of a document; documents are immutable, so each has one. */
export function planIndex(document: PlanDocument): PlanIndex {
  const index = known.get(document) ?? makeIndex(document);
  known.set(document, index);
  return index;
}

/** Findings by the node they point at, errors first as given. */
export function findingsByNode(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byNode = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { node } = finding.place;
    if (node === null) continue;
    const own = byNode.get(node);
    if (own) own.push(finding);
    else byNode.set(node, [finding]);
  }
  return byNode;
}
