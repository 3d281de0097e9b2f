import type { Transfer } from '../plan/document';
import { addCents, balanceCents, sumCents, type Cents } from '../plan/money';
import type { Direction, Kind } from '../plan/vocabulary';

/** What amounts come to, in cents; what is not printed adds nothing, and null when none is printed. */
export const totalCents = (values: Iterable<Cents | null>): Cents | null => sumCents(values);

/** left - right in cents; what is not printed counts as nothing. */
export const differenceCents = (left: Cents | null, right: Cents | null): Cents => addCents(left ?? 0, -(right ?? 0));

/** Amounts added up by key, in cents. */
export class CentsByKey<Key> {
  private readonly sums = new Map<Key, Cents>();

  add(key: Key, cents: Cents): void {
    this.sums.set(key, addCents(this.sums.get(key) ?? 0, cents));
  }

  get(key: Key): Cents | null {
    return this.sums.get(key) ?? null;
  }
}

/** What transfers of a kind and direction come to, in cents (a balance: receipts - expenditure); null when there are none. */
export function transferSum(
  transfers: readonly Transfer[],
  kind: Kind,
  direction: Direction,
  fromYear?: number,
): Cents | null {
  const sum = (flow: Direction): Cents | null =>
    sumCents(
      transfers
        .filter(
          (each) =>
            each.kind === kind && each.direction === flow && (fromYear === undefined || each.fromYear === fromYear),
        )
        .map(({ amountCents }) => amountCents),
    );
  return direction === 'balance' ? balanceCents(sum('receipts'), sum('expenditure')) : sum(direction);
}
