import type { PlanDocument } from '../../plan/document';
import { derivationsOf } from '../../figures/follow/derivations';
import { follow } from '../../figures/follow/follow';
import { changesOf } from '../changesOf';
import { matchNodes } from '../nodes/matchNodes';
import type { Conflict } from './conflict';
import { changedAmounts, creditLines, mergeAmounts } from './mergeAmounts';
import { mergeFigures, mergeLabels } from './mergeFigures';
import { mergeIndicators } from './mergeIndicators';
import { mergeLinks } from './mergeLinks';
import { mergeNodes } from './mergeNodes';
import { mergeTransfers } from './mergeTransfers';
import { renumbered, renumberingOf } from './renumber';

/** Three versions of a document: as it was taken in, with what was made of it, and as it comes anew. */
export interface DocumentVersions {
  readonly base: PlanDocument;
  readonly mine: PlanDocument;
  readonly theirs: PlanDocument;
}

/** The new version with everything I made of the old one, and what could not be decided. */
export interface MergedDocument {
  readonly document: PlanDocument;
  /** The result holds mine of each. */
  readonly conflicts: readonly Conflict[];
}

type Amounts = ReturnType<typeof creditLines>['base'];

/** Nodes that bear something of a version that the base does not have: a credit, an indicator. */
function bearing(
  amounts: ReturnType<typeof changedAmounts>,
  indicators: PlanDocument['indicators'],
  base: PlanDocument,
) {
  const known = new Set(base.indicators.map(({ id }) => id));
  return new Set([
    ...amounts.map(({ node }) => node),
    ...indicators.flatMap(({ id, node }) => (known.has(id) ? [] : [node])),
  ]);
}

/**
 * Merges a new version into a document that was worked on. Only theirs changed: taken. Only mine: kept. Both: mine stays, and a conflict tells all
 * three. Nothing that either side wrote is lost: it is in the result or in a conflict. Sums and schemas follow from the lines, as in any book.
 */
export function mergeDocuments({ base, mine, theirs }: DocumentVersions): MergedDocument {
  if (mine === base) return { document: theirs, conflicts: [] };
  const matching = matchNodes(base.nodes, theirs.nodes);
  const renumbering = renumberingOf(matching, ownNodes(base, mine));
  const [before, own] = [renumbered(base, renumbering), renumbered(mine, renumbering)];
  const lines = creditLines(before, own, theirs);
  const ofMine = bearing(changedAmounts(lines.base, lines.mine), own.indicators, before);
  const ofTheirs = bearing(changedAmounts(lines.base, lines.theirs), theirs.indicators, before);
  const [inMine, inTheirs] = [own, theirs].map(({ nodes }) => new Set(nodes.map(({ id }) => id)));
  const nodes = mergeNodes({ base: before.nodes, mine: own.nodes, theirs: theirs.nodes }, (id) =>
    inMine?.has(id) ? !inTheirs?.has(id) && ofMine.has(id) : inTheirs?.has(id) === true && ofTheirs.has(id),
  );
  const stays = new Set(nodes.nodes.map(({ id }) => id));
  // A row that stays though one side deleted it keeps its credits: they went with the row, and not by themselves.
  const withRow = (amounts: Amounts, there: ReadonlySet<string> | undefined): Amounts =>
    new Map([
      ...[...lines.base].filter(([, { node }]) => node !== null && stays.has(node) && !there?.has(node)),
      ...amounts,
    ]);
  const amounts = mergeAmounts(
    theirs,
    { ...lines, mine: withRow(lines.mine, inMine), theirs: withRow(lines.theirs, inTheirs) },
    stays,
  );
  const transfers = mergeTransfers({ base: before.transfers, mine: own.transfers, theirs: theirs.transfers });
  const figures = mergeFigures(base, theirs, changesOf(base, mine), renumbering.idOf);
  const indicators = mergeIndicators({
    base: before.indicators,
    mine: own.indicators,
    theirs: theirs.indicators,
  });
  const links = mergeLinks({ base: before.links, mine: own.links, theirs: theirs.links });
  const entered: PlanDocument = {
    ...theirs,
    nodes: nodes.nodes,
    amounts: amounts.amounts,
    transfers: transfers.transfers,
    indicators: indicators.indicators,
    links: links.links,
  };
  const { document } = follow(theirs, derivationsOf(theirs), entered, figures.enteredAt);
  const labels = mergeLabels(base, mine, document, theirs, renumbering.idOf);
  return {
    document: { ...document, statements: labels.statements },
    conflicts: [nodes, amounts, figures, labels, transfers, indicators, links].flatMap(({ conflicts }) => conflicts),
  };
}

/** Rows that I added. */
function ownNodes(base: PlanDocument, mine: PlanDocument): PlanDocument['nodes'] {
  const known = new Set(base.nodes.map(({ id }) => id));
  return mine.nodes.filter(({ id }) => !known.has(id));
}
