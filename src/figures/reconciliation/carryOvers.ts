import { addCents, type Cents } from '../../plan/money';
import { remainderCents } from '../realisation';
import { differenceCents } from '../sums';
import type { CreditLine } from './creditLines';
import type { Reconciliation } from './reconciliation';

export interface CarryOverSource {
  readonly reconciliation: Pick<Reconciliation, 'lines'>;
}

/** A line of the reconciliation with transfers, of a node that prints credits of its own. Amounts in cents. */
export interface CarryOver extends CreditLine {
  readonly node: NonNullable<CreditLine['node']>;
  readonly carriedCents: Cents;
  /** What was left of the credit to carry over. */
  readonly leftCents: Cents;
  /** Carried over beyond what was left; below 0 where the rest lapsed. */
  readonly excessCents: Cents;
}

/** What was left in the year the transfers come from, and what was carried over, per action, kind and direction. */
export function carryOvers({ reconciliation: { lines } }: CarryOverSource): readonly CarryOver[] {
  const printed = new Set(
    lines.flatMap(({ node, final, actual }) => (node && (final !== null || actual !== null) ? [node.id] : [])),
  );
  return lines.flatMap((line): readonly CarryOver[] => {
    const { node, carriedOver, carriedTooMuch, lapsed } = line;
    if (line.transfers.length === 0 || node === null || !printed.has(node.id)) return [];
    const excessCents = differenceCents(carriedTooMuch, lapsed);
    const carriedCents = carriedOver ?? 0;
    return [{ ...line, node, carriedCents, excessCents, leftCents: carriedCents - excessCents }];
  });
}

/** Two lines, each with its own rounding. */
const PAIR = 2;

/** How far two lines that are held against each other may differ by rounding, of which each may by `roundingCents`. */
export const pairRounding = (roundingCents: Cents): Cents => PAIR * roundingCents;

/** An action that carries over less than it had left, by as much as another carries over too much: credit moved between the two. */
export const counterpart = (one: CarryOver, all: readonly CarryOver[], roundingCents: Cents): CarryOver | undefined =>
  all.find(
    (other) =>
      other.node !== one.node &&
      other.year === one.year &&
      other.kind === one.kind &&
      other.direction === one.direction &&
      Math.abs(addCents(one.excessCents, other.excessCents)) <= pairRounding(roundingCents),
  );

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
export function ownShares(all: readonly CarryOver[], roundingCents: Cents): readonly OwnShare[] {
  const movedCents = (one: CarryOver): Cents => (counterpart(one, all, roundingCents) ? one.excessCents : 0);
  return all.flatMap((expenditure): readonly OwnShare[] => {
    if (expenditure.direction !== 'expenditure') return [];
    const receipts = all.find(
      ({ node, year, kind, direction }) =>
        node === expenditure.node && year === expenditure.year && kind === expenditure.kind && direction === 'receipts',
    );
    if (!receipts) return [];
    const ownCents = differenceCents(expenditure.carriedCents, receipts.carriedCents);
    const foreseenCents = Math.max(0, differenceCents(remainderOf(expenditure), remainderOf(receipts)));
    const moved = Math.max(0, differenceCents(movedCents(expenditure), movedCents(receipts)));
    const unforeseenCents = ownCents - foreseenCents - moved;
    return [{ expenditure, receipts, ownCents, foreseenCents, unforeseenCents }];
  });
}
