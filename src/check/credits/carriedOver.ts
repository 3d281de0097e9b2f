import type { PlanDocument, Transfer } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import type { Direction, Kind } from '../../plan/vocabulary';
import { labelOfDirection, labelOfKind } from '../../schema/labels';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';
import { TRANSFERS, transferPlace } from './places';

/** What was left of a credit against what was carried over, for one action, kind and direction. */
export interface CarryOver {
  readonly node: string;
  readonly kind: Kind;
  readonly direction: Direction;
  /** final credit - actual, in cents, from two figures rounded to the euro. */
  readonly leftCents: Cents;
  readonly carriedCents: Cents;
  readonly transfers: readonly Transfer[];
}

/** The credit and what was spent of it were each rounded to the euro: together at most one euro (half a euro each). */
const ROUNDING_CENTS = 100;

/** Per action, kind and direction: what was left in the year the transfers come from, and what was carried over. */
export function carryOvers(document: PlanDocument, { rollup }: CheckContext): readonly CarryOver[] {
  const groups = new Map<string, Transfer[]>();
  for (const transfer of document.transfers) {
    if (transfer.node === null) continue;
    const key = `${transfer.node} ${transfer.kind} ${transfer.direction} ${transfer.fromYear}`;
    groups.set(key, [...(groups.get(key) ?? []), transfer]);
  }
  return [...groups.values()].flatMap((transfers): readonly CarryOver[] => {
    const [first] = transfers;
    if (!first || first.node === null || !rollup.hasAmounts(first.node)) return [];
    const { node, kind, direction, fromYear: year } = first;
    const cents = (phase: 'actual' | 'finalBudget'): Cents => rollup.printed(node, { year, kind, direction, phase })?.cents ?? 0;
    const carriedCents = transfers.reduce((sum, { amountCents }) => sum + amountCents, 0);
    return [{ node, kind, direction, leftCents: cents('finalBudget') - cents('actual'), carriedCents, transfers }];
  });
}

const excess = ({ leftCents, carriedCents }: CarryOver): Cents => carriedCents - leftCents;
const lineOf = ({ transfers }: CarryOver): number | null => transfers[0]?.source.line ?? null;
const nameOf = ({ kind, direction }: CarryOver): string => `${labelOfKind(kind)}, ${labelOfDirection(direction)}`;
const placeOf = (one: CarryOver): ReturnType<typeof placeAt> => placeAt({ node: one.node, schema: TRANSFERS, line: lineOf(one) });

/** An action that carries over less than it had left, by as much as another carries over too much: credit moved between the two. */
function counterpart(one: CarryOver, all: readonly CarryOver[]): CarryOver | undefined {
  return all.find(
    (other) => other.node !== one.node && other.kind === one.kind && other.direction === one.direction && Math.abs(excess(one) + excess(other)) <= 2 * ROUNDING_CENTS,
  );
}

/** More was carried over than was left of the credit. */
export const creditsCarriedTooMuch = ruleCheck({
  id: 'credits.carried-too-much',
  severity: 'attention',
  nl: ['{node} ({kind}): {carriedCents} overgedragen, maar van het krediet bleef {leftCents} over; {excessCents} te veel.', 'Verminder de overdracht, of leg uit waar het krediet vandaan komt.'],
  en: ['{node} ({kind}): {carriedCents} carried over, but {leftCents} was left of the credit; {excessCents} too much.', 'Reduce the transfer, or explain where the credit comes from.'],
  reads: ['nodes', 'amounts', 'transfers'],
  *rule(document, context) {
    const all = carryOvers(document, context);
    for (const one of all) {
      if (excess(one) <= ROUNDING_CENTS || counterpart(one, all)) continue;
      yield { place: placeOf(one), figures: { kind: nameOf(one), carriedCents: one.carriedCents, leftCents: one.leftCents, excessCents: excess(one) }, subject: nameOf(one) };
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
  *rule(document, context) {
    const all = carryOvers(document, context);
    for (const one of all) {
      const other = excess(one) > ROUNDING_CENTS ? counterpart(one, all) : undefined;
      if (!other) continue;
      yield {
        place: placeOf(one),
        figures: {
          kind: nameOf(one),
          excessCents: excess(one),
          carriedCents: one.carriedCents,
          leftCents: one.leftCents,
          other: other.node,
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
  nl: ['{id} draagt {carriedCents} exploitatiekrediet over; ongebruikt exploitatiekrediet vervalt.', 'Neem het bedrag op in het nieuwe meerjarenplan.'],
  en: ['{id} carries over {carriedCents} of exploitation credit; unused exploitation credit lapses.', 'Enter the amount in the new multi-year plan.'],
  reads: ['transfers'],
  *rule(document) {
    for (const transfer of document.transfers) {
      if (transfer.kind === 'operating') yield { place: transferPlace(transfer), figures: { id: transfer.id, carriedCents: transfer.amountCents } };
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

/** Own shares of the actions that carry over both expenditure and receipts. */
export function ownShares(document: PlanDocument, context: CheckContext): readonly OwnShare[] {
  const all = carryOvers(document, context);
  return all.flatMap((expenditure): readonly OwnShare[] => {
    if (expenditure.direction !== 'expenditure') return [];
    const receipts = all.find(({ node, kind, direction }) => node === expenditure.node && kind === expenditure.kind && direction === 'receipts');
    if (!receipts) return [];
    const ownCents = expenditure.carriedCents - receipts.carriedCents;
    const foreseenCents = Math.max(0, expenditure.leftCents - receipts.leftCents);
    const moved = [expenditure, receipts].reduce(
      (sum, one) => sum + (counterpart(one, all) ? excess(one) * (one.direction === 'expenditure' ? 1 : -1) : 0),
      0,
    );
    return [{ expenditure, receipts, ownCents, foreseenCents, unforeseenCents: ownCents - foreseenCents - Math.max(0, moved) }];
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
  *rule(document, context) {
    for (const { expenditure, receipts, ownCents, foreseenCents, unforeseenCents } of ownShares(document, context)) {
      if (unforeseenCents <= 2 * ROUNDING_CENTS) continue;
      yield {
        place: placeOf(expenditure),
        figures: { expenditureCents: expenditure.carriedCents, receiptsCents: receipts.carriedCents, ownCents, foreseenCents },
        subject: expenditure.kind,
      };
    }
  },
});
