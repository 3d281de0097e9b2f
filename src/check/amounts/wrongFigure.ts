import { ruleCheck } from '../check';
import { inLanguage } from '../../plan/phrase';
import { CENTS_PER_EURO, type Cents } from '../../plan/money';
import type { CheckContext } from '../context';
import type { Explained } from '../suspects';

/** How many sums are named as evidence; the count tells the rest. */
const MOST_EVIDENCE = 2;

const READS = ['info', 'nodes', 'amounts', 'statements', 'transfers', 'offBalance', 'participations'] as const;

function evidenceText(all: readonly Explained[], language: CheckContext['language']): string {
  const evidence = [...new Set(all.flatMap((one) => one.evidence))];
  const named = evidence
    .slice(0, MOST_EVIDENCE)
    .map(({ identity }) => `${identity.target.name} = ${inLanguage(identity.rule, language)}`);
  return named.join('; ') + (evidence.length > MOST_EVIDENCE ? '; \u2026' : '');
}

const digitsOf = (cents: Cents): string => [...String(Math.abs(cents))].sort().join('');
/** A thousand times, or a thousandth: thousands of euro among euro. */
const THOUSAND = 1000;

/** The slip that turns the expected figure into the printed one, where it is a usual one. */
function slipText(printed: Cents, expected: Cents, { say }: CheckContext): string {
  if (printed === -expected) return say(' Het minteken staat verkeerd.', ' The minus sign is wrong.');
  if (printed === expected * THOUSAND || expected === printed * THOUSAND)
    return say(' Eén van beide staat in duizenden euro.', ' One of the two is in thousands of euro.');
  if (Math.sign(printed) === Math.sign(expected) && digitsOf(printed) === digitsOf(expected))
    return say(' Er zijn cijfers verwisseld.', ' Digits were exchanged.');
  return '';
}

/** Two figures of which each should be the other: columns or rows that changed places. Rounding may be a euro off. */
const areExchanged = (left: Explained, right: Explained): boolean =>
  left.cell.cents !== right.cell.cents &&
  Math.abs(left.expectedCents - (right.cell.cents ?? 0)) <= CENTS_PER_EURO &&
  Math.abs(right.expectedCents - (left.cell.cents ?? 0)) <= CENTS_PER_EURO;

interface Sorted {
  readonly exchanged: readonly (readonly [Explained, Explained])[];
  readonly wrong: readonly Explained[];
  /** Figures that are not printed, by the row they belong to. */
  readonly absent: readonly (readonly [Explained, ...Explained[]])[];
}

function sorted({ audit: { wrongFigures } }: CheckContext): Sorted {
  const exchanged: [Explained, Explained][] = [];
  const rows = new Map<string, [Explained, ...Explained[]]>();
  const left = wrongFigures.filter(({ cell }) => cell.cents !== null);
  for (let at = 0; at < left.length; at += 1) {
    const one = left[at];
    const other = left.findIndex((each, index) => index > at && one !== undefined && areExchanged(one, each));
    const [partner] = other < 0 ? [] : left.splice(other, 1);
    if (one && partner) {
      exchanged.push([one, partner]);
      left.splice(at, 1);
      at -= 1;
    }
  }
  for (const one of wrongFigures.filter(({ cell }) => cell.cents === null)) {
    const { node, schema, row } = one.cell.place;
    const key = [node, schema, row].join('|');
    const known = rows.get(key);
    if (known) known.push(one);
    else rows.set(key, [one]);
  }
  return { exchanged, wrong: left, absent: [...rows.values()] };
}

/** A single figure that is behind every sum that does not close around it: named once, with what it should be. */
export const amountsWrongFigure = ruleCheck({
  id: 'amounts.wrong-figure',
  severity: 'error',
  nl: [
    '{cell}: gedrukt {printedCents}; verwacht {expectedCents}, zoals blijkt uit {evidenceCount:optelling|optellingen}: {evidence}.{slip}',
    'Verbeter dit ene cijfer, of zoek waarom de andere cijfers ervan afwijken.',
  ],
  en: [
    '{cell}: printed {printedCents}; expected {expectedCents}, as {evidenceCount:sum shows|sums show}: {evidence}.{slip}',
    'Correct this one figure, or find out why the others differ from it.',
  ],
  reads: READS,
  audits: true,
  *rule(_document, context) {
    for (const one of sorted(context).wrong) {
      const { cell, expectedCents, evidence } = one;
      yield {
        place: cell.place,
        figures: {
          cell: cell.name,
          printedCents: cell.cents,
          expectedCents,
          differenceCents: (cell.cents ?? 0) - expectedCents,
          evidenceCount: evidence.length,
          evidence: evidenceText([one], context.language),
          slip: slipText(cell.cents ?? 0, expectedCents, context),
        },
      };
    }
  },
});

/** Two figures that stand in each other's place: one slip, told once. */
export const amountsExchanged = ruleCheck({
  id: 'amounts.exchanged',
  severity: 'error',
  nl: [
    '{cell} ({printedCents}) en {other} ({otherCents}) staan op elkaars plaats: omgewisseld sluiten de optellingen, zoals {evidence}.',
    'Wissel de twee cijfers om.',
  ],
  en: [
    '{cell} ({printedCents}) and {other} ({otherCents}) stand in each other’s place: exchanged, the sums close, such as {evidence}.',
    'Exchange the two figures.',
  ],
  reads: READS,
  audits: true,
  *rule(_document, context) {
    for (const [one, other] of sorted(context).exchanged) {
      yield {
        place: one.cell.place,
        figures: {
          cell: one.cell.name,
          printedCents: one.cell.cents,
          other: other.cell.name,
          otherCents: other.cell.cents,
          evidence: evidenceText([one, other], context.language),
        },
      };
    }
  },
});

/** Figures of a row that is not printed, though the sums around it count it. */
export const amountsMissingFigure = ruleCheck({
  id: 'amounts.missing-figure',
  severity: 'error',
  nl: [
    '{cell} staat niet in het verslag; {evidenceCount:optelling sluit|optellingen sluiten} als er {expectedCents} staat: {evidence}.',
    'Zoek de rij die ontbreekt, en voeg ze toe.',
  ],
  en: [
    '{cell} is not in the report; {evidenceCount:sum closes|sums close} with {expectedCents} there: {evidence}.',
    'Look for the row that is missing, and add it.',
  ],
  reads: READS,
  audits: true,
  *rule(_document, context) {
    for (const cells of sorted(context).absent) {
      const [first, ...others] = cells;
      yield {
        place: first.cell.place,
        figures: {
          cell: [first, ...others].map(({ cell }) => cell.name).join(' + '),
          expectedCents: first.expectedCents,
          evidenceCount: new Set(cells.flatMap(({ evidence }) => evidence)).size,
          evidence: evidenceText(cells, context.language),
        },
      };
    }
  },
});
