import type { Level, PlanDocument, PlanNode, TextSection } from './document';
import { uncodedId } from './nodeId';
import { failure, success, type Result } from './result';

/**
 * Putting right what a reader was not sure of: each operation takes a document and gives a new one, or says why it cannot. Printed order
 * never changes, no text is lost, and nodes keep their ids. What stands under a node follows from printed order and level.
 */

export type RestructureProblem =
  | 'unknownNode'
  | 'unknownLevel'
  | 'noHigherLevel'
  | 'noDeeperLevel'
  | 'noNodeBefore'
  | 'nothingToSplit'
  | 'unknownReview';

export type Restructured = Result<PlanDocument, RestructureProblem>;

interface Found {
  readonly nodes: readonly PlanNode[];
  readonly node: PlanNode;
  readonly at: number;
  readonly rank: (level: string) => number;
}

const inOrder = (nodes: readonly PlanNode[]): readonly PlanNode[] =>
  [...nodes].sort((left, right) => left.order - right.order);

function find(document: PlanDocument, id: string): Found | null {
  const nodes = inOrder(document.nodes);
  const at = nodes.findIndex((node) => node.id === id);
  const node = nodes[at];
  const ranks = new Map(document.levels.map((level) => [level.id, level.rank]));
  return node ? { nodes, node, at, rank: (level) => ranks.get(level) ?? Number.MAX_SAFE_INTEGER } : null;
}

/** First index after the descendants of `parent` (null: of the whole plan) that stand from `at` on. */
function endOfPart(nodes: readonly PlanNode[], parent: string | null, at: number): number {
  if (parent === null) return nodes.length;
  const inside = new Set([parent]);
  let end = at;
  for (const node of nodes) if (node.parent !== null && inside.has(node.parent)) inside.add(node.id);
  while (end < nodes.length && inside.has(nodes[end]?.id ?? '')) end += 1;
  return end;
}

/** Hangs the nodes from..end anew: each under the nearest node before it that is of a higher level. */
function rehang(nodes: readonly PlanNode[], from: number, end: number, rank: Found['rank']): readonly PlanNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const open: PlanNode[] = [];
  let above = nodes[from - 1];
  while (above) {
    open.unshift(above);
    above = above.parent === null ? undefined : byId.get(above.parent);
  }
  return nodes.map((node, index) => {
    if (index < from || index >= end) return node;
    while (open.length > 0 && rank(open.at(-1)?.level ?? '') >= rank(node.level)) open.pop();
    const hung = { ...node, parent: open.at(-1)?.id ?? null };
    open.push(hung);
    return hung;
  });
}

/** Doubts about the node count as settled, and the findings that asked go. */
function settle(document: PlanDocument, node: string): PlanDocument {
  const { reviews } = document;
  if (!reviews) return document;
  const settled = new Set(
    reviews
      .filter((review) => review.node === node && (review.reason === 'level' || review.reason === 'kind'))
      .map(({ id }) => id),
  );
  const asked = new Set(reviews.filter(({ id }) => settled.has(id)).map(({ finding }) => finding));
  return {
    ...document,
    reviews: reviews.map((review) => (settled.has(review.id) ? { ...review, state: 'accepted' as const } : review)),
    findings: document.findings.filter(({ key }) => !asked.has(key)),
  };
}

const renumber = (nodes: readonly PlanNode[]): readonly PlanNode[] =>
  nodes.map((node, order) => (node.order === order ? node : { ...node, order }));

/** Gives a node another level; what is under it, and what comes after it under the same parent, finds its place anew. */
export function setLevel(document: PlanDocument, id: string, level: string): Restructured {
  const found = find(document, id);
  if (!found) return failure('unknownNode');
  if (!document.levels.some((each) => each.id === level)) return failure('unknownLevel');
  const { nodes, node, at, rank } = found;
  const end = endOfPart(nodes, node.parent, at);
  const changed = nodes.map((each) => (each.id === id ? { ...each, level } : each));
  return success(settle({ ...document, nodes: rehang(changed, at, end, rank) }, id));
}

/** One level up: the node stands beside its parent, and what followed it there now stands under it. */
export function promote(document: PlanDocument, id: string): Restructured {
  const found = find(document, id);
  if (!found) return failure('unknownNode');
  const parent = found.nodes.find((each) => each.id === found.node.parent);
  return parent ? setLevel(document, id, parent.level) : failure('noHigherLevel');
}

/** One level down: the node stands under the one before it. */
export function demote(document: PlanDocument, id: string): Restructured {
  const found = find(document, id);
  if (!found) return failure('unknownNode');
  const before = previousSibling(found);
  if (!before) return failure('noNodeBefore');
  const level =
    found.nodes.find((each) => each.parent === before.id)?.level ?? deeperThan(document.levels, before.level)?.id;
  return level === undefined ? failure('noDeeperLevel') : setLevel(document, id, level);
}

const previousSibling = ({ nodes, node, at }: Found): PlanNode | undefined =>
  nodes.slice(0, at).findLast((each) => each.parent === node.parent);

function deeperThan(levels: readonly Level[], id: string): Level | undefined {
  const rank = levels.find((level) => level.id === id)?.rank ?? 0;
  return [...levels].sort((left, right) => left.rank - right.rank).find((level) => level.rank > rank);
}

/** Joins a node to the one before it under the same parent: one title, one set of parts. */
export function mergeWithPrevious(document: PlanDocument, id: string): Restructured {
  const found = find(document, id);
  if (!found) return failure('unknownNode');
  const before = previousSibling(found);
  if (!before) return failure('noNodeBefore');
  const { node, nodes, at, rank } = found;
  const fields = [...(before.fields ?? []), ...(node.fields ?? [])];
  const merged: PlanNode = {
    ...before,
    title: `${before.title} ${node.title}`.trim(),
    evaluation: before.evaluation ?? node.evaluation,
    period: before.period ?? node.period,
    ...(fields.length > 0 ? { fields } : {}),
  };
  const kept = nodes
    .filter((each) => each.id !== id)
    .map((each) => (each.id === before.id ? merged : each.parent === id ? { ...each, parent: before.id } : each));
  // What stood under the node may be of a level that cannot stand under the one before it.
  const hung = rehang(kept, at, endOfPart(nodes, node.parent, at) - 1, rank);
  return success(pointTo({ ...settle(document, id), nodes: renumber(hung) }, id, before.id));
}

/** Cuts the title of a node in two: the second part becomes a node of the same level, with everything that stands under it. */
export function split(document: PlanDocument, id: string, at: number): Restructured {
  const found = find(document, id);
  if (!found) return failure('unknownNode');
  const { node, nodes } = found;
  const [first, second] = [node.title.slice(0, at).trim(), node.title.slice(at).trim()];
  if (first === '' || second === '') return failure('nothingToSplit');
  const taken = new Set(nodes.map((each) => each.id));
  const newId = uncodedId(node.level, node.parent, second, (each) => taken.has(each));
  const { fields, ...rest } = node;
  const part: PlanNode = {
    ...rest,
    id: newId,
    code: null,
    title: second,
    evaluation: null,
    ...(fields ? { fields } : {}),
  };
  const cut = nodes.flatMap((each): readonly PlanNode[] => {
    if (each.id === id) return [{ ...rest, title: first }, part];
    return each.parent === id ? [{ ...each, parent: newId }] : [each];
  });
  const moved = pointTo({ ...settle(document, id), nodes: renumber(cut) }, id, newId);
  return success({ ...moved, amounts: document.amounts, links: document.links });
}

/** Takes a node out of the plan: its title becomes text of the node above, which also gets its parts. */
export function turnIntoText(document: PlanDocument, id: string): Restructured {
  const found = find(document, id);
  if (!found) return failure('unknownNode');
  const { node, nodes } = found;
  const kept = nodes
    .filter((each) => each.id !== id)
    .map((each) => (each.parent === id ? { ...each, parent: node.parent } : each));
  const parent = kept.find((each) => each.id === node.parent);
  const section: TextSection = {
    title: parent?.title ?? document.document.title,
    ...(node.parent === null ? {} : { node: node.parent }),
    blocks: [{ role: 'paragraph', text: node.title, line: node.source.line }],
    source: node.source,
  };
  const texts = [...document.texts, section].sort((left, right) => left.source.line - right.source.line);
  return success(pointTo({ ...settle(document, id), nodes: renumber(kept), texts }, id, node.parent));
}

/** Says that the reader was right. */
export function acceptReview(document: PlanDocument, review: string): Restructured {
  const found = document.reviews?.find(({ id }) => id === review);
  if (!found) return failure('unknownReview');
  return success({
    ...document,
    reviews:
      document.reviews?.map((each) => (each.id === review ? { ...each, state: 'accepted' as const } : each)) ?? [],
    findings: document.findings.filter(({ key }) => key !== found.finding),
  });
}

/** Everything that names the node `from` names `to` instead; with null it names none, or goes when it cannot do without. */
function pointTo(document: PlanDocument, from: string, to: string | null): PlanDocument {
  const node = (named: string | null): string | null => (named === from ? to : named);
  const end = (named: string): string => (named === from ? (to ?? '') : named);
  return {
    ...document,
    amounts: document.amounts
      .filter((amount) => to !== null || amount.node !== from)
      .map((amount) => (amount.node === from ? { ...amount, node: to } : amount)),
    indicators: document.indicators.map((indicator) =>
      indicator.node === from ? { ...indicator, node: to } : indicator,
    ),
    links: document.links
      .filter((link) => to !== null || (link.from !== from && link.to !== from))
      .map((link) =>
        link.from === from || link.to === from
          ? {
              ...link,
              from: link.fromDocument === null ? end(link.from) : link.from,
              to: link.toDocument === null ? end(link.to) : link.to,
            }
          : link,
      ),
    texts: document.texts.map((section) => {
      if (section.node !== from) return section;
      const { node: _gone, ...rest } = section;
      return to === null ? rest : { ...rest, node: to };
    }),
    ...(document.tables ? { tables: document.tables.map((table) => ({ ...table, node: node(table.node) })) } : {}),
    ...(document.reviews
      ? { reviews: document.reviews.map((review) => ({ ...review, node: node(review.node) })) }
      : {}),
  };
}
