import type { PlanDocument, PlanNode } from '../../plan/document';
import { documentKey, linkId, type Link, type LinkKind } from '../../plan/link';
import { wordsOf } from '../../plan/words';

/** Proposals of links between two documents, from titles that share telling words. A person decides; nothing here confirms itself. */

export interface ProposalOptions {
  readonly kind?: LinkKind;
  /** At most so many proposals per node. */
  readonly perNode?: number;
  /** Cosine of the weighted words below which two titles are not alike. */
  readonly threshold?: number;
  /** Levels whose nodes are linked; all when left out. */
  readonly fromLevels?: readonly string[];
  readonly toLevels?: readonly string[];
}

const PER_NODE = 3;
const THRESHOLD = 0.26;
/** A word that more titles than this share of them have in common says nothing; its list is never walked, which keeps the search from being quadratic. */
const COMMON_SHARE = 0.06;
/** In small documents a word may be shared by this many before it counts as common. */
const COMMON_LEAST = 12;
/** Words shown as the reason. */
const SHOWN_WORDS = 4;
/** One shared word is enough only when it is this rare. */
const RARE_COUNT = 4;

interface Titled {
  readonly node: PlanNode;
  readonly words: ReadonlyMap<string, string>;
  length: number;
}

const titled = (nodes: readonly PlanNode[], levels: readonly string[] | undefined): readonly Titled[] =>
  nodes
    .filter(({ level }) => levels === undefined || levels.includes(level))
    .map((node) => ({
      node,
      words: new Map(wordsOf(node.title).map(({ stem, printed }) => [stem, printed])),
      length: 0,
    }));

/** How much a word tells: the rarer in both documents together, the more. */
function weights(titles: readonly Titled[]): ReadonlyMap<string, { readonly weight: number; readonly count: number }> {
  const counts = new Map<string, number>();
  for (const { words } of titles) for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map([...counts].map(([stem, count]) => [stem, { weight: Math.log(1 + titles.length / count), count }]));
}

interface Candidate {
  readonly to: Titled;
  score: number;
  readonly shared: { readonly word: string; readonly weight: number; readonly count: number }[];
}

/**
 * Proposes links from the nodes of one document to those of another. Pairs are found through an inverted index of the telling words; pairs
 * that `known` holds in any state are left alone. Best first per node, nodes in printed order.
 */
export function proposeLinks(
  from: PlanDocument,
  to: PlanDocument,
  known: readonly Link[] = [],
  options: ProposalOptions = {},
): readonly Link[] {
  const { kind = 'worksOut', perNode = PER_NODE, threshold = THRESHOLD } = options;
  const [sources, targets] = [titled(from.nodes, options.fromLevels), titled(to.nodes, options.toLevels)];
  const telling = weights([...sources, ...targets]);
  const common = Math.max(COMMON_LEAST, (sources.length + targets.length) * COMMON_SHARE);
  for (const title of [...sources, ...targets])
    title.length = Math.hypot(...[...title.words.keys()].map((stem) => telling.get(stem)?.weight ?? 0));
  const index = indexOf(targets, (stem) => (telling.get(stem)?.count ?? 0) <= common);
  const toDocument = documentKey(to.document);
  const linked = new Set(known.map((link) => `${link.from}\n${link.to}`));
  return sources.flatMap((source) =>
    candidatesOf(source, index, telling)
      .filter(
        ({ score, shared, to: target }) =>
          score >= threshold &&
          (shared.length > 1 || (shared[0]?.count ?? 0) <= RARE_COUNT) &&
          !linked.has(`${source.node.id}\n${target.node.id}`),
      )
      .sort((left, right) => right.score - left.score || left.to.node.order - right.to.node.order)
      .slice(0, perNode)
      .map((candidate) => proposal(source.node, candidate, toDocument, kind)),
  );
}

/** Titles by the words in them that tell enough. */
function indexOf(titles: readonly Titled[], tells: (stem: string) => boolean): ReadonlyMap<string, readonly Titled[]> {
  const index = new Map<string, Titled[]>();
  for (const title of titles) {
    for (const stem of title.words.keys()) {
      if (!tells(stem)) continue;
      const list = index.get(stem);
      if (list) list.push(title);
      else index.set(stem, [title]);
    }
  }
  return index;
}

/** Titles that share a telling word with a source, and how alike they are: the cosine of the words both hold. */
function candidatesOf(
  source: Titled,
  index: ReadonlyMap<string, readonly Titled[]>,
  telling: ReturnType<typeof weights>,
): readonly Candidate[] {
  const candidates = new Map<Titled, Candidate>();
  for (const [stem, word] of source.words) {
    const { weight = 0, count = 0 } = telling.get(stem) ?? {};
    for (const target of index.get(stem) ?? []) {
      const candidate = candidates.get(target) ?? { to: target, score: 0, shared: [] };
      candidate.score += weight * weight;
      candidate.shared.push({ word, weight, count });
      candidates.set(target, candidate);
    }
  }
  return [...candidates.values()].map((candidate) => ({
    ...candidate,
    score: candidate.score / (source.length * candidate.to.length),
  }));
}

function proposal(
  from: PlanNode,
  { to, score, shared }: Candidate,
  toDocument: Link['toDocument'],
  kind: Link['kind'],
): Link {
  const ends = { from: from.id, to: to.node.id, fromDocument: null, toDocument, kind };
  const words = shared
    .sort((left, right) => right.weight - left.weight)
    .slice(0, SHOWN_WORDS)
    .map(({ word }) => word);
  return {
    id: linkId(ends),
    ...ends,
    state: 'proposed',
    weight: null,
    reason: `${Math.round(score * 100)} % gelijkend: ${words.join(', ')}`,
    evidence: to.node.title,
    source: from.source,
  };
}
