import type { PlanDocument, PlanNode } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { statusByCode } from '../../plan/status';
import { ruleCheck } from '../check';

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

/** A status without a word of explanation: it matters most where things go wrong. */
export const statusWithoutText = ruleCheck({
  id: 'status.without-text',
  severity: 'info',
  nl: [
    '{node} heeft de status "{status}" zonder toelichting.',
    'Schrijf in een paar zinnen wat er in het jaar gebeurd is.',
  ],
  en: ['{node} has the status "{status}" without an explanation.', 'Say in a few sentences what happened in the year.'],
  reads: ['nodes'],
  *rule(document, context) {
    for (const node of document.nodes) {
      if (!node.evaluation || node.evaluation.text.trim() !== '') continue;
      const term = statusByCode(context.statuses, node.evaluation.status);
      const wrong = term?.meaning === 'offTrack' || term?.meaning === 'notStarted';
      yield {
        ...(wrong ? { severity: 'attention' as const } : {}),
        place: placeAt({ node: node.id, line: node.source.line }),
        figures: { status: term?.label ?? node.evaluation.statusText },
      };
    }
  },
});
