import type { Amount, PlanDocument, PlanNode, Transfer } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { UNKNOWN_STATUS } from '../../plan/status';
import { derivationsOf } from '../../figures/follow/derivations';
import { follow } from '../../figures/follow/follow';
import { amountKey, transferKey, type Change, type ChangeKey } from '../change';
import { changesOf } from '../changesOf';
import { creditLines, mergeAmounts } from './mergeAmounts';
import { mergeLabels } from './mergeFigures';
import { inOrder } from './mergeNodes';
import { mergedOrder } from './threeWay';
import type { NodeField } from '../nodes/nodeFields';

type Nodes = ReadonlyMap<string, PlanNode>;
const byId = (nodes: readonly PlanNode[]): Nodes => new Map(nodes.map((node) => [node.id, node]));

const SILENT = { status: UNKNOWN_STATUS, statusText: '', text: '' };

/** The evaluation with its status, its text or both as they were read. */
function evaluationBack(now: PlanNode, then: PlanNode, fields: ReadonlySet<NodeField>): PlanNode['evaluation'] {
  const [own, read] = [now.evaluation ?? SILENT, then.evaluation ?? SILENT];
  const { status, statusText } = fields.has('status') ? read : own;
  const { text } = fields.has('text') ? read : own;
  if (status === read.status && statusText === read.statusText && text === read.text) return then.evaluation;
  return { status, statusText, text };
}

function periodBack(now: PlanNode, then: PlanNode, fields: ReadonlySet<NodeField>): PlanNode['period'] {
  // Half a period is none: it goes back as a whole.
  if (!now.period || !then.period) return then.period;
  return {
    from: fields.has('from') ? then.period.from : now.period.from,
    to: fields.has('to') ? then.period.to : now.period.to,
  };
}

/** A node with these fields as they were read. */
function nodeBack(now: PlanNode, then: PlanNode, fields: ReadonlySet<NodeField>): PlanNode {
  const { fields: parts, ...node } = now;
  const kept = fields.has('text') ? then.fields : parts;
  return {
    ...node,
    ...(kept ? { fields: kept } : {}),
    title: fields.has('title') ? then.title : now.title,
    parent: fields.has('parent') ? then.parent : now.parent,
    code: fields.has('code') ? then.code : now.code,
    level: fields.has('level') ? then.level : now.level,
    priority: fields.has('priority') ? then.priority : now.priority,
    period: fields.has('from') || fields.has('to') ? periodBack(now, then, fields) : now.period,
    evaluation: fields.has('status') || fields.has('text') ? evaluationBack(now, then, fields) : now.evaluation,
  };
}

/** Fields that go back, by node. */
function fieldsBack(back: readonly Change[]): ReadonlyMap<string, ReadonlySet<NodeField>> {
  const fields = new Map<string, Set<NodeField>>();
  for (const change of back)
    if (change.of === 'node')
      fields.set(change.node.id, (fields.get(change.node.id) ?? new Set<NodeField>()).add(change.field));
  return fields;
}

interface RestoredNodes {
  readonly nodes: readonly PlanNode[];
  /** Rows that stand there again. */
  readonly restored: ReadonlySet<string>;
  /** Rows that were added, and are gone with what was added under them. */
  readonly dropped: ReadonlySet<string>;
}

function nodesBack(base: PlanDocument, current: PlanDocument, back: readonly Change[]): RestoredNodes {
  const [before, now] = [byId(base.nodes), byId(current.nodes)];
  const dropped = new Set(back.flatMap((change) => (change.of === 'added' ? [change.node.id] : [])));
  for (let size = -1; size < dropped.size;) {
    size = dropped.size;
    for (const { id, parent } of current.nodes)
      if (parent !== null && dropped.has(parent) && !before.has(id)) dropped.add(id);
  }
  const fields = fieldsBack(back);
  const merged = new Map<string, PlanNode>();
  for (const node of current.nodes) {
    if (dropped.has(node.id)) continue;
    const [then, own] = [before.get(node.id), fields.get(node.id)];
    const next = then && own ? nodeBack(node, then, own) : node;
    // What stood under a row that goes, goes back to where it was.
    merged.set(
      node.id,
      next.parent !== null && dropped.has(next.parent) ? { ...next, parent: then?.parent ?? null } : next,
    );
  }
  const restored = new Set<string>();
  const restore = (id: string | null): void => {
    const node = id === null ? undefined : before.get(id);
    if (!node || merged.has(node.id)) return;
    restored.add(node.id);
    merged.set(node.id, node);
    restore(node.parent);
  };
  for (const change of back) if (change.of === 'removed') restore(change.node.id);
  for (const { parent } of [...merged.values()]) if (parent === null || !now.has(parent)) restore(parent);
  return { nodes: inOrder({ base: base.nodes, mine: current.nodes, theirs: base.nodes }, merged), restored, dropped };
}

/** The lines of credits, those that go back as they were read. Sums and balances follow. */
function amountsBack(
  base: PlanDocument,
  current: PlanDocument,
  keys: ReadonlySet<ChangeKey>,
  { nodes, restored, dropped }: RestoredNodes,
): readonly Amount[] {
  const lines = creditLines(base, current, base);
  const isBack = (amount: Amount): boolean => {
    const { node } = amount;
    return node !== null && (restored.has(node) || keys.has(amountKey(node, amount)));
  };
  const kept = [...lines.mine].filter(([, amount]) => !isBack(amount) && !dropped.has(amount.node ?? ''));
  const read = [...lines.base].filter(([, amount]) => isBack(amount));
  const order = mergedOrder([...lines.base.keys()], [...lines.mine.keys()], [...lines.base.keys()], () => true);
  const all = new Map([...kept, ...read]);
  const mine = new Map(
    order.flatMap((key) => {
      const amount = all.get(key);
      return amount ? [[key, amount] as const] : [];
    }),
  );
  return mergeAmounts(base, { base: lines.base, mine, theirs: lines.base }, new Set(nodes.map(({ id }) => id))).amounts;
}

const lineOf = ({ id, source }: Transfer): string => `${id}|${source.line}`;

function transfersBack(base: PlanDocument, current: PlanDocument, keys: ReadonlySet<ChangeKey>): readonly Transfer[] {
  const isBack = ({ id }: Transfer): boolean => keys.has(transferKey(id, 'amountCents'));
  if (![...base.transfers, ...current.transfers].some(isBack)) return current.transfers;
  const before = new Map(base.transfers.map((transfer) => [lineOf(transfer), transfer]));
  const now = new Map(current.transfers.map((transfer) => [lineOf(transfer), transfer]));
  const order = mergedOrder([...before.keys()], [...now.keys()], [...before.keys()], () => true);
  return order.flatMap((line): readonly Transfer[] => {
    const [then, own] = [before.get(line), now.get(line)];
    if (own && !isBack(own)) return [own];
    if (own && then) return [{ ...own, amountCents: then.amountCents }];
    return then && isBack(then) ? [then] : [];
  });
}

/**
 * The document with some changes taken back: what they are about is as it was read, and everything that follows from it follows. A row that was
 * removed comes back with its credits and what it stood under; one that was added goes with what was added under it. `base`: as it was read.
 */
export function takeBack(base: PlanDocument, current: PlanDocument, keys: ReadonlySet<ChangeKey>): PlanDocument {
  const changes = changesOf(base, current);
  const back = changes.filter(({ key }) => keys.has(key));
  if (back.length === 0) return current;
  const figures = new Map<string, Cents | null>();
  for (const change of changes)
    if (change.of === 'figure' && !keys.has(change.key))
      figures.set(`${change.at.statement}|${change.at.row}|${change.at.column}`, change.to);
  const found = nodesBack(base, current, back);
  const entered: PlanDocument = {
    ...current,
    nodes: found.nodes,
    amounts: amountsBack(base, current, keys, found),
    transfers: transfersBack(base, current, keys),
    indicators: current.indicators.filter(({ node }) => node === null || !found.dropped.has(node)),
  };
  const { document } = follow(base, derivationsOf(base), entered, ({ statement, row, column }) =>
    figures.get(`${statement}|${row}|${column}`),
  );
  return { ...document, statements: mergeLabels(base, current, document, base, (id) => id).statements };
}
