import { differenceCents, totalCents } from '../figures/sums';
import type { Cents } from '../plan/money';
import type { Direction, Kind } from '../plan/vocabulary';
import type { Change } from './change';

/** Money that changes moved, of one kind and direction: expenditure and receipts are never added. */
export interface MoneyMoved {
  readonly kind: Kind;
  readonly direction: Direction;
  readonly cents: Cents;
}

/** What a change moves by itself; null for one that is not about money of a kind and direction. */
export function moneyOf(change: Change): MoneyMoved | null {
  if (change.of !== 'amount' && change.of !== 'transfer') return null;
  const { kind, direction } = change.of === 'amount' ? change.cell : change.transfer;
  return { kind, direction, cents: differenceCents(change.to, change.from) };
}

/** The sums of what changes moved, per kind and direction in the order in which they first stand. */
export function moneyMoved(changes: readonly Change[]): readonly MoneyMoved[] {
  const sums = new Map<string, MoneyMoved>();
  for (const change of changes) {
    const money = moneyOf(change);
    if (!money) continue;
    const key = `${money.kind}|${money.direction}`;
    const known = sums.get(key);
    sums.set(key, { ...money, cents: totalCents([known?.cents ?? 0, money.cents]) ?? 0 });
  }
  return [...sums.values()];
}
