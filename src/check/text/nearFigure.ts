import type { PlanDocument } from '../../plan/document';
import { formatAmount, parseAmount } from '../../plan/amountText';
import { placeAt } from '../../plan/finding';
import { CENTS_PER_EURO, type Cents } from '../../plan/money';
import { ruleCheck } from '../check';
import { excerptAround } from '../narrative';
import { rememberByParts } from '../parts';

/** An amount in euro that a text prints to the euro or the cent; millions in words are rounded. */
const AMOUNT = /\u20ac[-\u2013+\s]*(\d{1,3}(?:\.\d{3})+(?:,\d{2})?)(?!\s*(?:miljoen|mio|miljard))/g;

/** Shorter amounts have a figure beside them by chance. */
const LEAST_DIGITS = 5;
/** From this many digits on, one digit that differs is no chance either. */
const LEAST_DIGITS_FOR_ONE = 7;

const wholeEuros = (cents: Cents): number => Math.round(Math.abs(cents) / CENTS_PER_EURO);

/** Every figure that the report prints, in whole euros. */
const figuresOf = rememberByParts(
  ['amounts', 'statements', 'transfers', 'offBalance', 'participations'],
  ({
    amounts,
    statements,
    transfers,
    transferTotals,
    offBalance,
    participations,
  }: PlanDocument): ReadonlySet<number> => {
    const all = [
      ...amounts.map(({ cents }) => cents),
      ...statements.flatMap(({ rows }) => rows.flatMap(({ values }) => values)),
      ...transfers.map(({ amountCents }) => amountCents),
      ...transferTotals.map(({ amountCents }) => amountCents),
      ...offBalance.flatMap(({ debitCents, creditCents, balanceCents }) => [debitCents, creditCents, balanceCents]),
      ...participations.map(({ cents }) => cents),
    ];
    return new Set(all.flatMap((cents) => (cents === null || cents === 0 ? [] : [wholeEuros(cents)])));
  },
);

/** The same amount with two neighbouring digits exchanged, and for long ones with one digit changed. */
function* slipsOf(euros: number): Iterable<number> {
  const digits = String(euros);
  for (let at = 0; at + 1 < digits.length; at += 1)
    yield Number(`${digits.slice(0, at)}${digits.charAt(at + 1)}${digits.charAt(at)}${digits.slice(at + 2)}`);
  if (digits.length < LEAST_DIGITS_FOR_ONE) return;
  for (let at = 0; at < digits.length; at += 1)
    for (let digit = 0; digit <= 9; digit += 1) yield Number(`${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`);
}

/** An amount in the explanation that is no figure of the report, but would be one with two digits exchanged or one changed. */
export const textNearFigure = ruleCheck({
  id: 'text.near-figure',
  severity: 'attention',
  nl: [
    'De toelichting op regel {line} noemt {namedCents} euro; in het verslag staat wel {printedCents}: "{text}".',
    'Kijk na of er een cijfer verkeerd getikt is.',
  ],
  en: [
    'The explanation on line {line} names {namedCents} euro; the report does print {printedCents}: "{text}".',
    'Check whether a digit was mistyped.',
  ],
  contradicts: true,
  reads: ['texts', 'amounts', 'statements', 'transfers', 'offBalance', 'participations'],
  *rule(document) {
    const figures = figuresOf(document);
    for (const { blocks } of document.texts) {
      for (const { text, line } of blocks) {
        for (const match of text.matchAll(AMOUNT)) {
          const parsed = parseAmount(match[1] ?? '');
          const euros = parsed ? wholeEuros(parsed.cents) : 0;
          if (String(euros).length < LEAST_DIGITS || [euros - 1, euros, euros + 1].some((one) => figures.has(one)))
            continue;
          const near = [...slipsOf(euros)].find(
            (slip) => String(slip).length === String(euros).length && figures.has(slip),
          );
          if (near === undefined) continue;
          yield {
            place: placeAt({ line }),
            figures: {
              namedCents: euros * CENTS_PER_EURO,
              printedCents: near * CENTS_PER_EURO,
              text: excerptAround(text, match.index, match[0].length),
            },
            subject: `${formatAmount(euros * CENTS_PER_EURO)}`,
          };
        }
      }
    }
  },
});
