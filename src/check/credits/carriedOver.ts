import { placeAt } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import type { CreditLine } from '../../figures/reconciliation/creditLines';
import { remainderCents } from '../../figures/realisation';
import { labelOfDirection, labelOfKind } from '../../schema/rows/labels';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';
import { TRANSFERS, transferPlace } from './places';

/** A line of the reconciliation with transfers, of a node that prints credits of its own. */
export interface CarryOver extends CreditLine {
  readonly node: NonNullable<CreditLine['node']>;
}

/** What was left in the year the transfers come from, and what was carried over, per action, kind and direction. */
export function carryOvers({ reconciliation: { lines } }: CheckContext): readonly CarryOver[] {
  const printed = new Set(
    lines.flatMap(({ node, final, actual }) => (node && (final !== null || actual !== null) ? [node.id] : [])),
  );
  return lines.filter(
    (line): line is CarryOver => line.transfers.length > 0 && line.node !== null && printed.has(line.node.id),
  );
}

const carriedOf = ({ carriedOver }: CarryOver): Cents => carriedOver ?? 0;
/** Carried over beyond what was left; below 0 where the rest lapsed. */
const excess = ({ carriedTooMuch, lapsed }: CarryOver): Cents => (carriedTooMuch ?? 0) - (lapsed ?? 0);
const leftOf = (one: CarryOver): Cents => carriedOf(one) - excess(one);
const lineOf = ({ transfers }: CarryOver): number | null => transfers[0]?.source.line ?? null;
const nameOf = ({ kind, direction }: CarryOver): string => `${labelOfKind(kind)}, ${labelOfDirection(direction)}`;
const placeOf = (one: CarryOver): ReturnType<typeof placeAt> =>
  placeAt({ node: one.node.id, schema: TRANSFERS, line: lineOf(one) });

/** Two lines, each with its own rounding. */
const PAIR = 2;
const roundingOf = ({ settings }: CheckContext): Cents => settings.thresholds.exceededCents;
export const pairRoundingOf = (context: CheckContext): Cents => PAIR * roundingOf(context);

/** An action that carries over less than it had left, by as much as another carries over too much: credit moved between the two. */
function counterpart(one: CarryOver, all: readonly CarryOver[], context: CheckContext): CarryOver | undefined {
  return all.find(
    (other) =>
      other.node !== one.node &&
      other.year === one.year &&
      other.kind === one.kind &&
      other.direction === one.direction &&
      Math.abs(excess(one) + excess(other)) <= pairRoundingOf(context),
  );
}

/** More was carried over than was left of the credit. */
export const creditsCarriedTooMuch = ruleCheck({
  id: 'credits.carried-too-much',
  severity: 'attention',
  nl: [
    '{node} ({kind}): {carriedCents} overgedragen, maar van het krediet bleef {leftCents} over; {excessCents} te veel.',
    'Verminder de overdracht, of leg uit waar het krediet vandaan komt.',
  ],
  en: [
    '{node} ({kind}): {carriedCents} carried over, but {leftCents} was left of the credit; {excessCents} too much.',
    'Reduce the transfer, or explain where the credit comes from.',
  ],
  reads: ['nodes', 'amounts', 'transfers'],
  *rule(_document, context) {
    const all = carryOvers(context);
    for (const one of all) {
      if (excess(one) <= roundingOf(context) || counterpart(one, all, context)) continue;
      const figures = {
        kind: nameOf(one),
        carriedCents: carriedOf(one),
        leftCents: leftOf(one),
        excessCents: excess(one),
      };
      yield { place: placeOf(one), figures, subject: nameOf(one) };
    }
  },
});

/** One action carries over too much, another as much too little: one finding for the two differences that cancel. */
export const creditsMoved = ruleCheck({
  id: 'credits.moved',
  severity: 'attention',
  nl: [
    '{node} draagt {excessCents} meer over dan er overbleef ({carriedCents} tegen {leftCents}), {other} evenveel minder ({otherCarriedCents} tegen {otherLeftCents}): krediet is bij de overdracht verschoven ({kind}).',
    'Samen sluit het; vermeld de verschuiving tussen de acties.',
  ],
  en: [
    '{node} carries over {excessCents} more than was left ({carriedCents} against {leftCents}), {other} as much less ({otherCarriedCents} against {otherLeftCents}): credit was moved with the transfer ({kind}).',
    'Together it closes; mention the shift between the actions.',
  ],
  reads: ['nodes', 'amounts', 'transfers'],
  *rule(_document, context) {
    const all = carryOvers(context);
    for (const one of all) {
      const other = excess(one) > roundingOf(context) ? counterpart(one, all, context) : undefined;
      if (!other) continue;
      yield {
        place: placeOf(one),
        figures: {
          kind: nameOf(one),
          excessCents: excess(one),
          carriedCents: carriedOf(one),
          leftCents: leftOf(one),
          other: other.node.id,
          otherCarriedCents: carriedOf(other),
          otherLeftCents: leftOf(other),
        },
        subject: nameOf(one),
      };
    }
  },
});

/** Unused exploitation credit lapses: only investment and financing may be carried over. */
export const creditsOperatingCarried = ruleCheck({
  id: 'credits.operating-carried',
  severity: 'error',
  nl: [
    '{id} draagt {carriedCents} exploitatiekrediet over; ongebruikt exploitatiekrediet vervalt.',
    'Neem het bedrag op in het nieuwe meerjarenplan.',
  ],
  en: [
    '{id} carries over {carriedCents} of exploitation credit; unused exploitation credit lapses.',
    'Enter the amount in the new multi-year plan.',
  ],
  reads: ['transfers'],
  *rule(document) {
    for (const transfer of document.transfers) {
      if (transfer.kind === 'operating')
        yield { place: transferPlace(transfer), figures: { id: transfer.id, carriedCents: transfer.amountCents } };
    }
  },
});

/** The part of the expenditure carried over that no subsidy covers, against what the credits foresaw, for one action and kind. */
export interface OwnShare {
  readonly expenditure: CarryOver;
  readonly receipts: CarryOver;
  readonly ownCents: Cents;
  readonly foreseenCents: Cents;
  /** Beyond what was foreseen, and beyond what merely moved between two actions. */
  readonly unforeseenCents: Cents;
}

/** Final credit - accounts, below 0 where the credit was overrun. */
const remainderOf = ({ actual, final }: CarryOver): Cents => remainderCents(actual, final) ?? 0;

/** Own shares of the actions that carry over both expenditure and receipts. */
export function ownShares(context: CheckContext): readonly OwnShare[] {
  const all = carryOvers(context);
  return all.flatMap((expenditure): readonly OwnShare[] => {
    if (expenditure.direction !== 'expenditure') return [];
    const receipts = all.find(
      ({ node, year, kind, direction }) =>
        node === expenditure.node && year === expenditure.year && kind === expenditure.kind && direction === 'receipts',
    );
    if (!receipts) return [];
    const ownCents = carriedOf(expenditure) - carriedOf(receipts);
    const foreseenCents = Math.max(0, remainderOf(expenditure) - remainderOf(receipts));
    const moved = [expenditure, receipts].reduce(
      (sum, one) =>
        sum + (counterpart(one, all, context) ? excess(one) * (one.direction === 'expenditure' ? 1 : -1) : 0),
      0,
    );
    return [
      {
        expenditure,
        receipts,
        ownCents,
        foreseenCents,
        unforeseenCents: ownCents - foreseenCents - Math.max(0, moved),
      },
    ];
  });
}

/** Expenditure is carried over without the receipts that were to pay for it. */
export const creditsOwnShare = ruleCheck({
  id: 'credits.own-share',
  severity: 'attention',
  nl: [
    '{node}: {expenditureCents} uitgaven overgedragen tegen {receiptsCents} ontvangsten; {ownCents} eigen aandeel, terwijl de kredieten in {foreseenCents} voorzagen.',
    'Draag ook de ontvangst over, of voorzie de eigen middelen.',
  ],
  en: [
    '{node}: {expenditureCents} of expenditure carried over against {receiptsCents} of receipts; an own share of {ownCents}, while the credits foresaw {foreseenCents}.',
    'Carry the receipts over as well, or provide the own means.',
  ],
  reads: ['nodes', 'amounts', 'transfers'],
  *rule(_document, context) {
    for (const { expenditure, receipts, ownCents, foreseenCents, unforeseenCents } of ownShares(context)) {
      if (unforeseenCents <= pairRoundingOf(context)) continue;
      yield {
        place: placeOf(expenditure),
        figures: {
          expenditureCents: carriedOf(expenditure),
          receiptsCents: carriedOf(receipts),
          ownCents,
          foreseenCents,
        },
        subject: expenditure.kind,
      };
    }
  },
});
