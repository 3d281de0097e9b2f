import type { PlanDocument, PlanNode } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import { statusByCode } from '../../plan/status';
import { EVALUATION } from '../../plan/vocabulary';
import { sumOfFigures } from '../../figures/reconciliation/creditFigures';
import type { CreditLine } from '../../figures/reconciliation/creditLines';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';

interface Spending {
  readonly node: PlanNode;
  readonly actualCents: Cents;
  readonly creditCents: Cents;
}

/** What nodes that print credits of their own spent in the fiscal year, against their final credit, over all kinds. */
export function spendings(
  { document: { fiscalYear } }: PlanDocument,
  { reconciliation: { lines } }: CheckContext,
): readonly Spending[] {
  const byNode = new Map<PlanNode, CreditLine[]>();
  for (const line of lines) {
    if (line.node === null || line.year !== fiscalYear || line.direction !== 'expenditure') continue;
    byNode.set(line.node, [...(byNode.get(line.node) ?? []), line]);
  }
  return [...byNode].map(([node, own]) => {
    const { actual, final } = sumOfFigures(own);
    return { node, actualCents: actual ?? 0, creditCents: final ?? 0 };
  });
}

function finding(context: CheckContext, { node, actualCents, creditCents }: Spending) {
  const label = node.evaluation ? statusByCode(context.statuses, node.evaluation.status)?.label : undefined;
  return {
    place: placeAt({ node: node.id, schema: EVALUATION, line: node.source.line }),
    figures: { status: label ?? '', actualCents, creditCents },
  };
}

/** Achieved, with the whole credit unspent. */
export const statusDoneUnspent = ruleCheck({
  id: 'status.done-unspent',
  severity: 'attention',
  nl: [
    '{node} staat op "{status}", maar van het krediet van {creditCents} euro is {actualCents} euro uitgegeven.',
    'Leg uit hoe het resultaat zonder uitgave behaald is, of pas de status aan.',
  ],
  en: [
    '{node} stands at "{status}", but of its credit of {creditCents} euro {actualCents} euro was spent.',
    'Explain how the result was achieved without spending, or change the status.',
  ],
  reads: ['info', 'nodes', 'amounts'],
  *rule(document, context) {
    const { achievedSpentShare, noticeableCents } = context.settings.thresholds;
    for (const spending of spendings(document, context)) {
      const unspent =
        spending.creditCents >= noticeableCents && spending.actualCents <= spending.creditCents * achievedSpentShare;
      if (context.meaningOf(spending.node) === 'done' && unspent) yield finding(context, spending);
    }
  },
});

/** Not started, but money was spent. */
export const statusNotStartedSpent = ruleCheck({
  id: 'status.not-started-spent',
  severity: 'attention',
  nl: [
    '{node} staat op "{status}", maar er is {actualCents} euro uitgegeven.',
    'Pas de status aan, of kijk na of de uitgave bij deze actie hoort.',
  ],
  en: [
    '{node} stands at "{status}", but {actualCents} euro was spent.',
    'Change the status, or check whether the expenditure belongs to this action.',
  ],
  reads: ['info', 'nodes', 'amounts'],
  *rule(document, context) {
    for (const spending of spendings(document, context)) {
      if (
        context.meaningOf(spending.node) === 'notStarted' &&
        spending.actualCents >= context.settings.thresholds.noticeableCents
      )
        yield finding(context, spending);
    }
  },
});

/** Money was spent where there was no credit for it. */
export const statusSpentWithoutCredit = ruleCheck({
  id: 'status.spent-without-credit',
  severity: 'attention',
  nl: [
    'Voor {node} was er geen krediet, maar er is {actualCents} euro uitgegeven.',
    'Kijk na of de uitgave op de juiste actie geboekt is.',
  ],
  en: [
    'There was no credit for {node}, but {actualCents} euro was spent.',
    'Check whether the expenditure was booked on the right action.',
  ],
  reads: ['info', 'nodes', 'amounts'],
  *rule(document, context) {
    for (const spending of spendings(document, context)) {
      if (spending.creditCents === 0 && spending.actualCents >= context.settings.thresholds.noticeableCents)
        yield finding(context, spending);
    }
  },
});
