import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';

/** Every printed figure is rounded on its own: per schema one line says how far that shows, and that it is within what is possible. */
export const amountsRounding = ruleCheck({
  id: 'amounts.rounding',
  severity: 'info',
  nl: [
    '{schema}: bij {rounded} van {sums:optelling|optellingen} verschilt het gedrukte cijfer van de som, hoogstens {largestCents} euro; dat is afronding (grens {allowedCents} euro).',
    'Niets te doen: elk gedrukt cijfer is apart afgerond.',
  ],
  en: [
    '{schema}: in {rounded} of {sums:sum|sums} the printed figure differs from the sum, by at most {largestCents} euro; that is rounding (limit {allowedCents} euro).',
    'Nothing to do: every printed figure is rounded on its own.',
  ],
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers', 'offBalance', 'participations'],
  audits: true,
  *rule(_document, context) {
    for (const { schema, line, sums, rounded, largestCents, allowedCents } of context.audit.rounding) {
      yield {
        place: placeAt({ schema, line }),
        figures: { rounded, sums, largestCents, allowedCents },
      };
    }
  },
});
