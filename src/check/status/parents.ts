import type { PlanDocument, PlanNode } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { statusByCode } from '../../plan/status';
import type { StatusMeaning } from '../../figures/statusCount';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';
import { someOf } from './levelNouns';

interface Family {
  readonly node: PlanNode;
  readonly meaning: StatusMeaning;
  readonly children: readonly { readonly node: PlanNode; readonly meaning: StatusMeaning }[];
}

/** Nodes with a status whose direct children have one too. */
function* families(context: CheckContext): Iterable<Family> {
  for (const node of context.tree.byId.values()) {
    const meaning = context.meaningOf(node);
    const children = context.tree.children(node.id).flatMap((child) => {
      const own = context.meaningOf(child);
      return own === null ? [] : [{ node: child, meaning: own }];
    });
    if (meaning !== null && children.length > 0) yield { node, meaning, children };
  }
}

/** More codes than this are told by their number. */
const MOST_NAMED = 8;

const named = (nodes: readonly PlanNode[]): string =>
  nodes
    .slice(0, MOST_NAMED)
    .map(({ id }) => id)
    .join(', ') + (nodes.length > MOST_NAMED ? ', \u2026' : '');

function finding(
  document: PlanDocument,
  context: CheckContext,
  { node, children }: Family,
  against: readonly PlanNode[],
) {
  const label = node.evaluation ? statusByCode(context.statuses, node.evaluation.status)?.label : undefined;
  return {
    place: placeAt({ node: node.id, line: node.source.line }),
    figures: {
      status: label ?? '',
      count: against.length,
      children: children.length,
      some: someOf(
        against.length,
        children.map((child) => child.node),
        document,
        context.language,
      ),
      named: named(against),
    },
  };
}

const isLagging = (meaning: StatusMeaning): boolean => meaning === 'offTrack' || meaning === 'notStarted';

/** Achieved as a whole, while parts are not. */
export const statusDoneAboveUnfinished = ruleCheck({
  id: 'status.done-above-unfinished',
  severity: 'attention',
  nl: [
    '{node} staat op "{status}", maar bij {some} is dat niet zo: {named}.',
    'Pas de status aan, of leg uit waarom het geheel toch behaald is.',
  ],
  en: [
    '{node} stands at "{status}", but this does not hold for {some}: {named}.',
    'Change the status, or explain why the whole is achieved all the same.',
  ],
  reads: ['nodes'],
  *rule(document, context) {
    for (const family of families(context)) {
      const unfinished = family.children.filter(({ meaning }) => meaning !== 'done').map(({ node }) => node);
      if (family.meaning === 'done' && unfinished.length > 0) yield finding(document, context, family, unfinished);
    }
  },
});

/** On track as a whole, while half or more of the parts lag. */
export const statusOnTrackAboveLagging = ruleCheck({
  id: 'status.on-track-above-lagging',
  severity: 'attention',
  nl: [
    '{node} staat op "{status}", maar achterstand of geen start is er bij {some}: {named}.',
    'Pas de status aan, of leg uit waarom het geheel toch op koers zit.',
  ],
  en: [
    '{node} stands at "{status}", but behind schedule or not started: {some}: {named}.',
    'Change the status, or explain why the whole is on track all the same.',
  ],
  reads: ['nodes'],
  *rule(document, context) {
    for (const family of families(context)) {
      const lagging = family.children.filter(({ meaning }) => isLagging(meaning)).map(({ node }) => node);
      if (
        family.meaning === 'onTrack' &&
        lagging.length >= family.children.length * context.settings.thresholds.laggingShare &&
        lagging.length > 0
      ) {
        yield finding(document, context, family, lagging);
      }
    }
  },
});

/** Still on track, while every part is achieved: perhaps the whole is too. */
export const statusOnTrackAboveDone = ruleCheck({
  id: 'status.on-track-above-done',
  severity: 'info',
  nl: [
    '{node} staat nog op "{status}", terwijl het resultaat behaald is bij {some}.',
    'Kijk na of het geheel ook behaald is.',
  ],
  en: ['{node} still stands at "{status}", while achieved: {some}.', 'Check whether the whole is achieved as well.'],
  reads: ['nodes'],
  *rule(document, context) {
    for (const family of families(context)) {
      if (family.meaning === 'onTrack' && family.children.every(({ meaning }) => meaning === 'done'))
        yield finding(
          document,
          context,
          family,
          family.children.map(({ node }) => node),
        );
    }
  },
});

/** Going wrong or not begun as a whole, while no part says so. */
export const statusLaggingAboveGood = ruleCheck({
  id: 'status.lagging-above-good',
  severity: 'attention',
  nl: [
    '{node} staat op "{status}", maar daaronder loopt niets achter ({some}).',
    'Pas de status aan, of leg uit wat er op het niveau van {node} misloopt.',
  ],
  en: [
    '{node} stands at "{status}", but nothing under it lags ({some}).',
    'Change the status, or explain what goes wrong on the level of {node}.',
  ],
  reads: ['nodes'],
  *rule(document, context) {
    for (const family of families(context)) {
      if (isLagging(family.meaning) && family.children.every(({ meaning }) => !isLagging(meaning)))
        yield finding(
          document,
          context,
          family,
          family.children.map(({ node }) => node),
        );
    }
  },
});

/** Not started as a whole, while parts have. */
export const statusNotStartedAboveStarted = ruleCheck({
  id: 'status.not-started-above-started',
  severity: 'attention',
  nl: ['{node} staat op "{status}", maar {some} is wel opgestart: {named}.', 'Pas de status aan.'],
  en: ['{node} stands at "{status}", but started: {some}: {named}.', 'Change the status.'],
  reads: ['nodes'],
  *rule(document, context) {
    for (const family of families(context)) {
      const started = family.children.filter(({ meaning }) => meaning !== 'notStarted').map(({ node }) => node);
      const lagging = family.children.some(({ meaning }) => isLagging(meaning));
      if (family.meaning === 'notStarted' && started.length > 0 && lagging)
        yield finding(document, context, family, started);
    }
  },
});
