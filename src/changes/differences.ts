import type { PlanDocument, Transfer } from '../plan/document';
import type { Indicator } from '../plan/indicator';
import type { Link } from '../plan/link';
import {
  amountDifferences,
  figureDifferences,
  type AmountDifference,
  type FigureDifference,
} from './figureDifferences';
import { matchNodes, type NodeMatching } from './nodes/matchNodes';
import { nodeDifferences, type NodeDifference } from './nodes/nodeDifferences';
import { proposalsOf, type NodeProposal } from './nodes/proposals';
import { pairsOf, sameValue, type Pair } from './pairs';

/** Everything that differs between two documents. */
export interface Differences {
  readonly matching: NodeMatching;
  /** Every node, also those that are the same. */
  readonly nodes: readonly NodeDifference[];
  readonly amounts: readonly AmountDifference[];
  readonly figures: readonly FigureDifference[];
  readonly transfers: readonly Pair<Transfer>[];
  readonly indicators: readonly Pair<Indicator>[];
  readonly links: readonly Pair<Link>[];
  readonly proposals: readonly NodeProposal[];
}

/** Where it was printed says nothing about what it is. */
const content = <T extends { readonly source: unknown }>({ source: _, ...rest }: T): unknown => rest;

const changed = <T extends { readonly source: unknown }>(pairs: readonly Pair<T>[]): readonly Pair<T>[] =>
  pairs.filter(
    ({ old, new: now }) => old !== now && !(old !== null && now !== null && sameValue(content(old), content(now))),
  );

/** A transfer by its number; several lines of one number are told apart by where the credit goes. */
export const transferKeyOf = ({ id, kind, direction, node, account }: Transfer): string =>
  [id, kind, direction, node ?? '', account ?? ''].join('|');

/**
 * What differs between two documents: nodes, amounts, figures of the schemas, transfers, indicators and links. The documents may be two versions
 * of one, or of two years. O(nodes + figures) in practice.
 */
export function differences(before: PlanDocument, after: PlanDocument): Differences {
  const matching = matchNodes(before.nodes, after.nodes);
  const idOf = (node: string): string => matching.ofOld.get(node)?.new.id ?? node;
  const moved = (indicator: Indicator): Indicator => ({
    ...indicator,
    id: indicator.node === null ? indicator.id : indicator.id.replace(indicator.node, idOf(indicator.node)),
    node: indicator.node === null ? null : idOf(indicator.node),
  });
  const relinked = (link: Link): Link => ({
    ...link,
    from: link.fromDocument === null ? idOf(link.from) : link.from,
    to: link.toDocument === null ? idOf(link.to) : link.to,
  });
  const linkKey = ({ from, to, fromDocument, toDocument }: Link): string =>
    JSON.stringify([fromDocument, from, toDocument, to]);
  return {
    matching,
    nodes: nodeDifferences(before.nodes, after.nodes, matching),
    amounts: amountDifferences(before, after, matching),
    figures: figureDifferences(before, after, matching),
    transfers: changed(pairsOf(before.transfers, after.transfers, transferKeyOf)),
    indicators: changed(pairsOf(before.indicators.map(moved), after.indicators, ({ id }) => id)),
    links: changed(pairsOf(before.links.map(relinked), after.links, linkKey)).filter(
      ({ old, new: now }) =>
        !old || !now || !sameValue({ ...old, id: '', source: null }, { ...now, id: '', source: null }),
    ),
    proposals: proposalsOf(before.nodes, after.nodes, matching),
  };
}
