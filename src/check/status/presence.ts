import type { PlanDocument, PlanNode } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { statusByCode } from '../../plan/status';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';
import { excerpt } from '../narrative';

type When = 'before' | 'running' | 'after';

/** Where the fiscal year lies with respect to a node: before it starts, while it runs, after it ended. null when unknown. */
function yearIn(document: PlanDocument, { period }: PlanNode): When | null {
  const year = document.document.fiscalYear;
  if (year === null || period === null) return null;
  if (period.to < `${year}-01-01`) return 'after';
  return period.from > `${year}-12-31` ? 'before' : 'running';
}

/** Reports evaluate every node that runs, or none: only where most are evaluated is a missing one a gap. */
const EVALUATED_SHARE = 0.5;

/** No evaluation for a node that runs in the fiscal year. */
export const statusMissing = ruleCheck({
  id: 'status.missing',
  severity: 'attention',
  nl: ['{node} loopt in {year}, maar heeft geen evaluatie.', 'Vul status en toelichting aan.'],
  en: ['{node} runs in {year}, but has no evaluation.', 'Complete the status and the explanation.'],
  reads: ['info', 'nodes'],
  *rule(document) {
    const running = document.nodes.filter((node) => yearIn(document, node) === 'running');
    const evaluated = running.filter(({ evaluation }) => evaluation !== null).length;
    if (evaluated < running.length * EVALUATED_SHARE) return;
    for (const { id, evaluation, source } of running) {
      if (evaluation === null)
        yield { place: placeAt({ node: id, line: source.line }), figures: { year: document.document.fiscalYear } };
    }
  },
});

/** An evaluation of a node that ended before the year, or has not begun. */
export const statusOutsidePeriod = ruleCheck({
  id: 'status.outside-period',
  severity: 'attention',
  nl: [
    '{node} is geëvalueerd over {year}, maar loopt van {from} tot {to}.',
    'Verbeter de periode, of haal de evaluatie weg.',
  ],
  en: [
    '{node} is evaluated for {year}, but runs from {from} to {to}.',
    'Correct the period, or remove the evaluation.',
  ],
  reads: ['info', 'nodes'],
  *rule(document) {
    for (const node of document.nodes) {
      const when = yearIn(document, node);
      if (node.evaluation === null || when === null || when === 'running') continue;
      yield {
        place: placeAt({ node: node.id, line: node.source.line }),
        figures: { year: document.document.fiscalYear, from: node.period?.from ?? null, to: node.period?.to ?? null },
      };
    }
  },
});

/** A status without a word of explanation, where it matters most: things go wrong, or a plan as a whole is achieved. */
function needsText({ meaningOf, tree }: CheckContext, node: PlanNode): boolean {
  const meaning = meaningOf(node);
  const isWrong = meaning === 'offTrack' || meaning === 'notStarted';
  return isWrong || (meaning === 'done' && tree.children(node.id).length > 0);
}

/** The nodes with a status and no text that are told together: those under one node of the first level. */
function silentGroups(
  { nodes }: PlanDocument,
  context: CheckContext,
): readonly { readonly top: PlanNode; readonly silent: readonly [PlanNode, ...PlanNode[]] }[] {
  const groups = new Map<PlanNode, [PlanNode, ...PlanNode[]]>();
  for (const node of nodes) {
    if (!isSilent(node) || needsText(context, node)) continue;
    const top = context.tree.ancestors(node.id).at(-1) ?? node;
    const known = groups.get(top);
    if (known) known.push(node);
    else groups.set(top, [node]);
  }
  return [...groups].map(([top, silent]) => ({ top, silent }));
}

const isSilent = ({ evaluation }: PlanNode): boolean => evaluation !== null && evaluation.text.trim() === '';

/** A status without a word of explanation. Where it matters each node is told; the others together, under what they are part of. */
export const statusWithoutText = ruleCheck({
  id: 'status.without-text',
  severity: 'info',
  nl: ['{who} zonder toelichting: {named}.', 'Schrijf in een paar zinnen wat er in het jaar gebeurd is.'],
  en: ['{who} without an explanation: {named}.', 'Say in a few sentences what happened in the year.'],
  reads: ['nodes'],
  *rule(document, context) {
    const labelOf = (node: PlanNode): string =>
      statusByCode(context.statuses, node.evaluation?.status ?? '')?.label ?? node.evaluation?.statusText ?? '';
    for (const node of document.nodes) {
      if (!isSilent(node) || !needsText(context, node)) continue;
      yield {
        severity: 'attention' as const,
        place: placeAt({ node: node.id, line: node.source.line }),
        figures: {
          who: context.say(`${node.id} staat op "${labelOf(node)}"`, `${node.id} stands at "${labelOf(node)}"`),
          named: excerpt(node.title).replace(/\.$/, ''),
          status: labelOf(node),
          count: 1,
        },
      };
    }
    for (const { top, silent } of silentGroups(document, context)) {
      const [first] = silent;
      const lines = silent.map(({ source }) => [source.line, source.line] as const);
      const count = silent.length;
      yield {
        place: placeAt({ node: top.id, line: first.source.line, lines }),
        figures: {
          who:
            first === top
              ? context.say(`${top.id} heeft een status`, `${top.id} has a status`)
              : context.say(
                  `Onder ${top.id} ${count === 1 ? 'staat 1 status' : `staan ${count} statussen`}`,
                  `Under ${top.id} ${count === 1 ? 'stands 1 status' : `stand ${count} statuses`}`,
                ),
          named: silent.map(({ id }) => id).join(', '),
          status: labelOf(first),
          count,
        },
        subject: 'parts',
      };
    }
  },
});
