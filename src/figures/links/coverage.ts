import type { PlanDocument, PlanNode } from '../../plan/document';
import { counts, type Link } from '../../plan/link';
import { planTree } from '../tree';

/** Nodes of `document` that a counting link touches, from either end; the links may be to any document. */
const touched = (document: PlanDocument, links: readonly Link[]): ReadonlySet<string> => {
  const ids = new Set(document.nodes.map(({ id }) => id));
  return new Set(
    links
      .filter(counts)
      .flatMap(({ from, to }) => [from, to])
      .filter((id) => ids.has(id)),
  );
};

/**
 * Nodes of some levels that no link reaches: neither they, nor anything above or under them is linked. Promises without an action, or
 * actions without a promise, by which document is asked. Printed order.
 */
export function withoutLink(
  document: PlanDocument,
  links: readonly Link[],
  levels: readonly string[],
): readonly PlanNode[] {
  const tree = planTree(document);
  const own = touched(document, links);
  const under = new Set<string>();
  for (const { id } of tree.bottomUp)
    if (own.has(id) || tree.children(id).some((child) => under.has(child.id))) under.add(id);
  return document.nodes.filter(
    ({ id, level }) =>
      levels.includes(level) && !under.has(id) && !tree.ancestors(id).some((above) => own.has(above.id)),
  );
}
