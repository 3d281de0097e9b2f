import type { PlanDocument, PlanNode } from '../../plan/document';
import type { Indicator } from '../../plan/indicator';
import { linkId, type Link } from '../../plan/link';
import type { NodeMatching } from '../nodes/matchNodes';

/** Ids, and codes where they are named by code, of nodes in the new version. */
export interface Renumbering {
  readonly idOf: (id: string) => string;
  readonly codeOf: (code: string) => string;
}

/** What nodes of the old version are called in the new one. Ids that people gave to rows of their own make room for those of the new version. */
export function renumberingOf({ matches, ofNew }: NodeMatching, own: readonly PlanNode[]): Renumbering {
  const ids = new Map(matches.map(({ old, new: now }) => [old.id, now.id]));
  const codes = new Map(
    matches.flatMap(({ old, new: now }) => (old.code === null || now.code === null ? [] : [[old.code, now.code]])),
  );
  const taken = new Set([...ids.values(), ...own.map(({ id }) => id)]);
  for (const { id } of own) {
    if (ids.has(id) || !ofNew.has(id)) continue;
    let copy = 2;
    while (taken.has(`${id}#${copy}`)) copy += 1;
    taken.add(`${id}#${copy}`);
    ids.set(id, `${id}#${copy}`);
  }
  return { idOf: (id) => ids.get(id) ?? id, codeOf: (code) => codes.get(code) ?? code };
}

const renumberedIndicator = (indicator: Indicator, idOf: Renumbering['idOf']): Indicator => {
  const { id, node } = indicator;
  if (node === null || idOf(node) === node) return indicator;
  return { ...indicator, id: id.replace(node, idOf(node)), node: idOf(node) };
};

function renumberedLink(link: Link, idOf: Renumbering['idOf']): Link {
  const ends = {
    from: link.fromDocument === null ? idOf(link.from) : link.from,
    to: link.toDocument === null ? idOf(link.to) : link.to,
  };
  if (ends.from === link.from && ends.to === link.to) return link;
  const moved = { ...link, ...ends };
  return { ...moved, id: linkId(moved) };
}

/** The document with its nodes called as in the new version, wherever they are named; their printed codes stay as they are. */
export function renumbered(document: PlanDocument, { idOf, codeOf }: Renumbering): PlanDocument {
  const nullable = (id: string | null): string | null => (id === null ? null : idOf(id));
  const code = (named: string | null): string | null => (named === null ? null : codeOf(named));
  return {
    ...document,
    nodes: document.nodes.map((node) =>
      idOf(node.id) === node.id && nullable(node.parent) === node.parent
        ? node
        : { ...node, id: idOf(node.id), parent: nullable(node.parent) },
    ),
    amounts: document.amounts.map((amount) =>
      nullable(amount.node) === amount.node ? amount : { ...amount, node: nullable(amount.node) },
    ),
    transfers: document.transfers.map((transfer) => {
      const { node, actionPlan, objective } = transfer;
      return code(node) === node && code(actionPlan) === actionPlan && code(objective) === objective
        ? transfer
        : { ...transfer, node: code(node), actionPlan: code(actionPlan), objective: code(objective) };
    }),
    indicators: document.indicators.map((indicator) => renumberedIndicator(indicator, idOf)),
    links: document.links.map((link) => renumberedLink(link, idOf)),
  };
}
