import { ruleCheck } from '../check';
import { inLanguage } from '../../plan/phrase';

/** How many sums are named as evidence; the count tells the rest. */
const MOST_EVIDENCE = 2;

/** A single figure that is behind every sum that does not close around it: named once, with what it should be. */
export const amountsWrongFigure = ruleCheck({
  id: 'amounts.wrong-figure',
  severity: 'error',
  nl: [
    '{cell}: gedrukt {printedCents}; verwacht {expectedCents}, zoals blijkt uit {evidenceCount:optelling|optellingen}: {evidence}.',
    'Verbeter dit ene cijfer, of zoek waarom de andere cijfers ervan afwijken.',
  ],
  en: [
    '{cell}: printed {printedCents}; expected {expectedCents}, as {evidenceCount:sum shows|sums show}: {evidence}.',
    'Correct this one figure, or find out why the others differ from it.',
  ],
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers', 'offBalance', 'participations'],
  audits: true,
  *rule(_document, context) {
    for (const { cell, expectedCents, evidence } of context.audit.wrongFigures) {
      const named = evidence
        .slice(0, MOST_EVIDENCE)
        .map(({ identity }) => `${identity.target.name} = ${inLanguage(identity.rule, context.language)}`);
      yield {
        place: cell.place,
        figures: {
          cell: cell.name,
          printedCents: cell.cents,
          expectedCents,
          differenceCents: (cell.cents ?? 0) - expectedCents,
          evidenceCount: evidence.length,
          evidence: named.join('; ') + (evidence.length > MOST_EVIDENCE ? '; \u2026' : ''),
        },
      };
    }
  },
});
