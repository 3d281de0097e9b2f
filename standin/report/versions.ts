import type { PlanDocument, PlanNode } from '../../src/plan/document';
import { Random } from './random';

/** What was done to a document to make its next version, by the ids of the old one. */
export interface Truth {
  /** Id in the new version; absent for what was removed. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly added: ReadonlySet<string>;
  readonly moved: ReadonlySet<string>;
  readonly retitled: ReadonlySet<string>;
  readonly renumbered: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
}

export interface Shares {
  readonly moved: number;
  readonly renumbered: number;
  readonly retitled: number;
  readonly removed: number;
  readonly added: number;
}

const WORDS = 'bewoners jongeren handelaars fietsers verenigingen gezinnen buurten scholen'.split(' ');

/** The next version of a plan, as a board makes one: actions moved, renumbered, retitled, dropped and added. `deepest`: only leaves are dropped. */
export function nextVersion(
  document: PlanDocument,
  seed: number,
  shares: Shares,
): { readonly document: PlanDocument; readonly truth: Truth } {
  const random = new Random(seed);
  const parents = new Set(document.nodes.map(({ parent }) => parent));
  const isLeaf = ({ id }: PlanNode): boolean => !parents.has(id);
  const removed = new Set(
    document.nodes.filter((node) => isLeaf(node) && random.chance(shares.removed)).map(({ id }) => id),
  );
  const kept = document.nodes.filter(({ id }) => !removed.has(id));
  const [moved, retitled, renumbered] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const ids = new Map<string, string>();
  for (const node of kept) {
    const isNew = isLeaf(node) && node.code !== null && random.chance(shares.renumbered);
    if (isNew) renumbered.add(node.id);
    ids.set(node.id, isNew ? `${node.level}9${String(ids.size).padStart(5, '0')}` : node.id);
  }
  const newId = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? id));
  const nodes = kept.map((node): PlanNode => {
    const id = newId(node.id) ?? node.id;
    let { parent, title } = node;
    if (isLeaf(node) && parent !== null && random.chance(shares.moved)) {
      const above = kept.find((each) => each.id === parent);
      const others = kept.filter((each) => each.level === above?.level && each.id !== parent);
      if (others.length > 0) {
        parent = random.pick(others).id;
        moved.add(node.id);
      }
    }
    if (random.chance(shares.retitled)) {
      title = `${title.replace(/\.$/, '')} voor ${random.pick(WORDS)}.`;
      retitled.add(node.id);
    }
    return { ...node, id, code: node.code === null ? null : id, parent: newId(parent), title };
  });
  const added = new Set<string>();
  const withAdded = nodes.flatMap((node): readonly PlanNode[] => {
    if (!random.chance(shares.added)) return [node];
    const id = `${node.level}8${String(added.size).padStart(5, '0')}`;
    added.add(id);
    return [
      node,
      { ...node, id, code: id, title: `Iets heel nieuws ${added.size} ${random.pick(WORDS)}`, evaluation: null },
    ];
  });
  return {
    document: {
      ...document,
      nodes: withAdded.map((node, order) => ({ ...node, order })),
      amounts: document.amounts
        .filter(({ node }) => node === null || !removed.has(node))
        .map((amount) => ({ ...amount, node: newId(amount.node) })),
    },
    truth: { idOf: ids, added, moved, retitled, renumbered, removed },
  };
}
