import type { PlanNode } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import { carryOvers } from '../../figures/reconciliation/carryOvers';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';
import type { CheckSettings } from '../settings';
import { spendings } from './money';

type OwnRule = CheckSettings['ownRules'][number];

/** The most that a node carries over in one list. */
function largestCarried(context: CheckContext): ReadonlyMap<PlanNode, Cents> {
  const carried = new Map<PlanNode, Cents>();
  for (const { node, carriedCents } of carryOvers(context))
    carried.set(node, Math.max(carried.get(node) ?? 0, carriedCents));
  return carried;
}

/** Does the rule ask a text of this node, by its level and its money? */
const isMeant = (rule: OwnRule, node: PlanNode, creditCents: Cents, carriedCents: Cents): boolean =>
  (rule.level === undefined || node.level === rule.level) &&
  (rule.creditFromCents === undefined || creditCents >= rule.creditFromCents) &&
  (rule.carriedFromCents === undefined || carriedCents >= rule.carriedFromCents);

/** What the board itself asks: a text where there is much credit, or where credit is carried over. */
export const rulesOwn = ruleCheck({
  id: 'rules.own',
  severity: 'attention',
  nl: [
    '{node} heeft geen toelichting; "{rule}" (krediet {creditCents}, overgedragen {carriedCents}).',
    'Schrijf een toelichting, of pas de regel van het bestuur aan.',
  ],
  en: [
    '{node} has no explanation; "{rule}" (credit {creditCents}, carried over {carriedCents}).',
    'Write an explanation, or change the rule of the board.',
  ],
  reads: ['info', 'nodes', 'amounts', 'transfers'],
  *rule(document, context) {
    const rules = context.settings.ownRules;
    if (rules.length === 0) return;
    const credits = new Map(spendings(document, context).map(({ node, creditCents }) => [node, creditCents]));
    const carried = largestCarried(context);
    for (const rule of rules) {
      for (const node of document.nodes) {
        const [creditCents, carriedCents] = [credits.get(node) ?? 0, carried.get(node) ?? 0];
        if (node.evaluation?.text.trim() || !isMeant(rule, node, creditCents, carriedCents)) continue;
        yield {
          ...(rule.severity ? { severity: rule.severity } : {}),
          place: placeAt({ node: node.id, line: node.source.line }),
          figures: { rule: rule.name, creditCents, carriedCents },
          subject: rule.name,
        };
      }
    }
  },
});
