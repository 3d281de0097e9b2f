import type { PlanNode } from '../../plan/document';
import type { Cents } from '../../plan/money';
import type { BudgetLine, Ledger, TrialBalanceEntry } from '../../plan/ledger';
import { accountPrefixes, isInternalAccount } from '../../schema/accounts';
import { BALANCE_TARGETS, byLongestPrefix, nearestPrefix, type BalanceSchema } from '../../schema/balanceAccounts';
import { balanceTarget, isBalanceAccount, isResultAccount } from './balanceSheet';
import { groupOf } from './group';
import { Placements, type Placement } from './placement';
import { less, total } from './statement';
import { filledIn } from './stocks';

/** Lines or entries of one file that share what is wrong with them. */
export interface Misfit<Entry> {
  /** What they share: an account, a field, the code of an action. */
  readonly value: string;
  readonly entries: readonly Entry[];
  /** The nearest one that is known; null when none comes near. */
  readonly nearest: string | null;
}

/** Groups by value within a file, in the order of the rows. */
export function misfits<Entry extends BudgetLine | TrialBalanceEntry>(
  entries: readonly Entry[],
  valueOf: (entry: Entry) => string,
  nearestOf: (entry: Entry) => string | null,
): readonly Misfit<Entry>[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.source.file ?? ''}\n${valueOf(entry)}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ value: valueOf(first), entries: group, nearest: nearestOf(first) }] : [];
  });
}

/** Lines whose account gives no full place, with why. Accounts that are empty or no number were told when they were read. */
export function misplacedLines(
  { lines, overrides, entities }: Ledger,
  problem: NonNullable<Placement['problem']>,
): readonly Misfit<BudgetLine>[] {
  const placements = new Placements(overrides);
  const { eliminates } = groupOf({ entities });
  const found = lines.filter(
    (line) =>
      /^\d/.test(line.account) &&
      placements.of(line).problem === problem &&
      !(eliminates && isInternalAccount(line.account)),
  );
  const nearest = (line: BudgetLine): string | null => {
    const { flow } = placements.of(line);
    const flows = flow ? [flow] : (['expenditure', 'receipts'] as const);
    return nearestPrefix(
      flows.flatMap((each) => accountPrefixes(each)),
      line.account,
    );
  };
  return misfits(found, ({ account }) => account, nearest);
}

const isEmpty = (entry: TrialBalanceEntry): boolean =>
  [entry.openingCents, entry.debitCents, entry.creditCents, entry.closingCents].every((cents) => (cents ?? 0) === 0);

const schemaOf = (account: string): BalanceSchema | null =>
  isResultAccount(account) ? 'J5' : isBalanceAccount(account) ? 'J4' : null;

/** Accounts of the trial balance that have no row in J4 or J5. Class 0 stands off the balance sheet, and needs none. */
export function unmappedAccounts({ balance, overrides }: Ledger): readonly Misfit<TrialBalanceEntry>[] {
  const found = balance.filter((entry) => {
    const { account } = entry;
    if (!/^[1-9]/.test(account) || isEmpty(entry)) return false;
    const schema = schemaOf(account);
    return schema === null || balanceTarget(schema, account, overrides) === undefined;
  });
  const nearest = ({ account }: TrialBalanceEntry): string | null =>
    nearestPrefix(BALANCE_TARGETS[schemaOf(account) ?? 'J4'].keys(), account);
  return misfits(found, ({ account }) => account, nearest);
}

/** Prefixes whose place in J4 or J5 stands in no text of the law, as far as accounts with an amount use them. */
export function unconfirmedPrefixes({ balance, overrides }: Ledger, schema: BalanceSchema): readonly string[] {
  const own = (overrides ?? []).map(({ prefix }) => prefix);
  const prefixes = balance.flatMap((entry) => {
    if (isEmpty(entry) || own.some((prefix) => entry.account.startsWith(prefix))) return [];
    const target = byLongestPrefix(BALANCE_TARGETS[schema], entry.account);
    return target?.unconfirmed ? [target.prefix] : [];
  });
  return [...new Set(prefixes)].sort();
}

/** A row of the trial balance whose own figures do not add up: opening + debit - credit is not the closing. */
export interface BrokenEntry {
  readonly entry: TrialBalanceEntry;
  readonly computedCents: Cents;
  readonly closingCents: Cents;
}

export const brokenEntries = ({ balance }: Ledger): readonly BrokenEntry[] =>
  balance.flatMap((entry) => {
    const { openingCents, debitCents, creditCents, closingCents } = entry;
    const isWhole = openingCents !== null || debitCents !== null || creditCents !== null;
    if (!isWhole || closingCents === null) return [];
    const computedCents = total([openingCents ?? 0, debitCents ?? 0, -(creditCents ?? 0)]);
    return computedCents === closingCents ? [] : [{ entry, computedCents, closingCents }];
  });

/** A trial balance of one body and year of which debit and credit are not equal. */
export interface Imbalance {
  readonly entity: string;
  readonly year: number | null;
  readonly file: string;
  readonly openingCents: Cents;
  readonly closingCents: Cents;
}

/** Per body and year, over the accounts that `isOf` names. */
export function imbalances({ balance }: Ledger, isOf: (account: string) => boolean): readonly Imbalance[] {
  const groups = new Map<string, TrialBalanceEntry[]>();
  for (const entry of balance) {
    if (!isOf(entry.account)) continue;
    const key = `${entry.entity}\n${entry.year ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    const stocks = entries.map(filledIn);
    const openingCents = total(stocks.map(({ opening }) => opening));
    const closingCents = total(stocks.map(({ closing }) => closing));
    if (openingCents === 0 && closingCents === 0) return [];
    const { entity, year, source } = first;
    return [{ entity, year, file: source.file ?? '', openingCents, closingCents }];
  });
}

/** What bodies that report together charge each other, of one pair of accounts in one year. */
export interface InternalPair {
  readonly year: number;
  readonly accounts: readonly [cost: string, revenue: string];
  readonly costCents: Cents;
  readonly revenueCents: Cents;
}

const PAIRS = [
  ['6190', '7090'],
  ['6941', '7941'],
] as const;

/** Pairs that are left out and are not equal: then the elimination changes the result. */
export function unequalPairs({ lines, entities }: Ledger): readonly InternalPair[] {
  const group = groupOf({ entities });
  if (!group.eliminates) return [];
  const internal = lines.filter(({ account, entity }) => isInternalAccount(account) && group.bodyOf(entity) !== null);
  const years = [...new Set(internal.map(({ year }) => year))];
  return years.flatMap((year) =>
    PAIRS.flatMap((accounts): readonly InternalPair[] => {
      const of = (prefix: string): Cents =>
        total(
          internal
            .filter((line) => line.year === year && line.account.startsWith(prefix))
            .map(({ actualCents, planCents }) => actualCents ?? planCents ?? 0),
        );
      const [costCents, revenueCents] = [of(accounts[0]), of(accounts[1])];
      return less(costCents, revenueCents) === 0 ? [] : [{ year, accounts, costCents, revenueCents }];
    }),
  );
}

/** Lines whose action is not in the plan. */
export function strayActions({ lines }: Ledger, nodes: readonly PlanNode[]): readonly Misfit<BudgetLine>[] {
  const codes = nodes.flatMap(({ code }) => code ?? []);
  const known = new Set(codes.map((code) => code.toLowerCase()));
  const found = lines.filter(({ action }) => action !== null && !known.has(action.toLowerCase()));
  return misfits(
    found,
    ({ action }) => action ?? '',
    ({ action }) => nearestPrefix(codes, action ?? ''),
  );
}
