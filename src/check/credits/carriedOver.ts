import { placeAt } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import {
  carryOvers,
  counterpart,
  ownShares,
  pairRounding,
  type CarryOver,
} from '../../figures/reconciliation/carryOvers';
import { mirroredPairs } from '../../figures/transferPairs';
import { labelOfDirection, labelOfKind } from '../../schema/rows/labels';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';
import { TRANSFERS, transferPlace } from '../../figures/transferPlaces';

const lineOf = ({ transfers }: CarryOver): number | null => transfers[0]?.source.line ?? null;
const nameOf = ({ kind, direction }: CarryOver): string => `${labelOfKind(kind)}, ${labelOfDirection(direction)}`;
const placeOf = (one: CarryOver): ReturnType<typeof placeAt> =>
  placeAt({ node: one.node.id, schema: TRANSFERS, line: lineOf(one) });

const roundingOf = ({ settings }: CheckContext): Cents => settings.thresholds.exceededCents;

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
      if (one.excessCents <= roundingOf(context) || counterpart(one, all, roundingOf(context))) continue;
      const figures = {
        kind: nameOf(one),
        carriedCents: one.carriedCents,
        leftCents: one.leftCents,
        excessCents: one.excessCents,
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
      const other = one.excessCents > roundingOf(context) ? counterpart(one, all, roundingOf(context)) : undefined;
      if (!other) continue;
      yield {
        place: placeOf(one),
        figures: {
          kind: nameOf(one),
          excessCents: one.excessCents,
          carriedCents: one.carriedCents,
          leftCents: one.leftCents,
          other: other.node.id,
          otherCarriedCents: other.carriedCents,
          otherLeftCents: other.leftCents,
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
  *rule(document, context) {
    // A pair that names each other and differs is told by itself, with its estimates.
    const told = new Set(
      mirroredPairs(document)
        .filter((pair) => pair.expenditure.amountCents !== pair.receipts.amountCents)
        .map((pair) => pair.expenditure),
    );
    for (const { expenditure, receipts, ownCents, foreseenCents, unforeseenCents } of ownShares(
      carryOvers(context),
      roundingOf(context),
    )) {
      if (unforeseenCents <= pairRounding(roundingOf(context))) continue;
      if (expenditure.transfers.some((transfer) => told.has(transfer))) continue;
      yield {
        place: placeOf(expenditure),
        figures: {
          expenditureCents: expenditure.carriedCents,
          receiptsCents: receipts.carriedCents,
          ownCents,
          foreseenCents,
        },
        subject: expenditure.kind,
      };
    }
  },
});
