import { partName, placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';

/** Every printed figure is rounded on its own: one line says how far that shows, and that it is within what is possible. */
export const amountsRounding = ruleCheck({
  id: 'amounts.rounding',
  severity: 'info',
  nl: [
    'Bij {rounded} van {sums:optelling|optellingen} verschilt het gedrukte cijfer van de som, hoogstens {largestCents} euro; dat is afronding ({perSchema}).',
    'Niets te doen: elk gedrukt cijfer is apart afgerond.',
  ],
  en: [
    'In {rounded} of {sums:sum|sums} the printed figure differs from the sum, by at most {largestCents} euro; that is rounding ({perSchema}).',
    'Nothing to do: every printed figure is rounded on its own.',
  ],
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers', 'offBalance', 'participations'],
  audits: true,
  *rule(_document, context) {
    const { rounding } = context.audit;
    const [largest] = [...rounding].sort((left, right) => right.largestCents - left.largestCents);
    if (!largest) return;
    const count = (of: (line: (typeof rounding)[number]) => number): number =>
      rounding.reduce((total, line) => total + of(line), 0);
    yield {
      place: placeAt({}),
      figures: {
        rounded: count(({ rounded }) => rounded),
        sums: count(({ sums }) => sums),
        largestCents: largest.largestCents,
        allowedCents: largest.allowedCents,
        perSchema: rounding
          .map(({ schema, rounded, sums }) => `${partName(schema, context.language)} ${rounded}/${sums}`)
          .join(', '),
      },
      subject: 'rounding',
    };
  },
});
