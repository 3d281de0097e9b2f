import type { PlanDocument, PlanNode } from './document';
import type { Indicator, Measure } from './indicator';
import type { Link } from './link';

/** A document of a workbook as it was imported, and with what its users made of it. */
export interface EditedDocument {
  readonly imported: PlanDocument;
  readonly edited: PlanDocument;
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/**
 * A document that was read again, with what people said about its former version: links they confirmed, refused, weighed or made; statuses of
 * nodes that print none; measures and indicators they entered. Nodes and indicators are found again by their ids.
 */
export function carryOver(fresh: PlanDocument, former: EditedDocument): PlanDocument {
  return {
    ...fresh,
    nodes: carryStatuses(fresh.nodes, former),
    links: carryLinks(fresh.links, former),
    indicators: carryIndicators(fresh.indicators, former),
  };
}

function carryStatuses(nodes: readonly PlanNode[], { imported, edited }: EditedDocument): readonly PlanNode[] {
  const silent = new Set(imported.nodes.filter(({ evaluation }) => evaluation === null).map(({ id }) => id));
  const said = new Map(
    edited.nodes
      .filter(({ id, evaluation }) => evaluation !== null && silent.has(id))
      .map(({ id, evaluation }) => [id, evaluation]),
  );
  return said.size === 0
    ? nodes
    : nodes.map((node) => (node.evaluation === null ? { ...node, evaluation: said.get(node.id) ?? null } : node));
}

/** A link a person had a hand in: an answer to a proposal, a weight, a change, or one that was neither printed nor proposed. */
function isSaid(link: Link, before: Link | undefined): boolean {
  const { state, weight, reason } = link;
  return (
    state === 'confirmed' ||
    state === 'rejected' ||
    weight !== null ||
    (state === 'proposed' && reason === null) ||
    (before !== undefined && !same(before, link))
  );
}

const pairOf = ({ from, to, fromDocument, toDocument }: Link): string =>
  JSON.stringify([fromDocument, from, toDocument, to]);

function carryLinks(links: readonly Link[], { imported, edited }: EditedDocument): readonly Link[] {
  const before = new Map(imported.links.map((link) => [link.id, link]));
  const said = edited.links.filter((link) => isSaid(link, before.get(link.id)));
  const pairs = new Map(said.map((link) => [pairOf(link), link]));
  const kept = links.map((link) => pairs.get(pairOf(link)) ?? link);
  const known = new Set(links.map(pairOf));
  return [...kept, ...said.filter((link) => !known.has(pairOf(link)))];
}

const FIELDS = [
  'kind',
  'unit',
  'frequency',
  'dueYears',
  'target',
  'service',
] as const satisfies readonly (keyof Indicator)[];

function carryIndicators(indicators: readonly Indicator[], { imported, edited }: EditedDocument): readonly Indicator[] {
  const before = new Map(imported.indicators.map((indicator) => [indicator.id, indicator]));
  const after = new Map(edited.indicators.map((indicator) => [indicator.id, indicator]));
  const kept = indicators.map((indicator) => {
    const [then, now] = [before.get(indicator.id), after.get(indicator.id)];
    return then && now && !same(then, now) ? withAnswers(indicator, then, now) : indicator;
  });
  const known = new Set(indicators.map(({ id }) => id));
  return [...kept, ...edited.indicators.filter(({ id }) => !before.has(id) && !known.has(id))];
}

/** What was changed of an indicator, field by field, and the measures that were entered. */
function withAnswers(indicator: Indicator, then: Indicator, now: Indicator): Indicator {
  const changed = Object.fromEntries(
    FIELDS.flatMap((field) => (same(then[field], now[field]) ? [] : [[field, now[field]]])),
  ) as Partial<Indicator>;
  const printed = new Set(then.measures.map((measure) => JSON.stringify(measure)));
  const entered = now.measures.filter((measure: Measure) => !printed.has(JSON.stringify(measure)));
  return {
    ...indicator,
    ...changed,
    measures: entered.length === 0 ? indicator.measures : [...indicator.measures, ...entered],
  };
}
