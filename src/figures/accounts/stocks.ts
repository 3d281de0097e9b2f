import { addCents, type Cents } from '../../plan/money';
import type { Ledger, TrialBalanceEntry } from '../../plan/ledger';
import { debtAccount } from '../../schema/balanceAccounts';
import type { Group } from './group';

/** One account of a unit in one year, every figure filled in: debit is positive in opening and closing. */
export interface AccountStock {
  readonly account: string;
  readonly opening: Cents;
  readonly debit: Cents;
  readonly credit: Cents;
  readonly closing: Cents;
}

const sum = (...parts: readonly Cents[]): Cents => parts.reduce(addCents, 0);

/** What a row leaves out follows from the rest of it. */
export function filledIn(entry: TrialBalanceEntry): AccountStock {
  const [debit, credit] = [entry.debitCents ?? 0, entry.creditCents ?? 0];
  const moved = sum(debit, -credit);
  const opening = entry.openingCents ?? (entry.closingCents === null ? 0 : sum(entry.closingCents, -moved));
  const closing = entry.closingCents ?? sum(opening, moved);
  return { account: entry.account, opening, debit, credit, closing };
}

/** The trial balances by unit of the consolidated part and year. */
export class BalanceStocks {
  private readonly lists: ReadonlyMap<string, readonly AccountStock[]>;
  private readonly allYears = new Set<number>();

  /** `year`: that of rows which name none. */
  constructor({ balance }: Pick<Ledger, 'balance'>, group: Group, year: number) {
    const byUnitYear = new Map<string, Map<string, AccountStock>>();
    for (const entry of balance) {
      const of = entry.year ?? year;
      this.allYears.add(of);
      const key = `${group.unitOf(entry.entity)} ${of}`;
      const accounts = byUnitYear.get(key) ?? new Map<string, AccountStock>();
      byUnitYear.set(key, accounts);
      const filled = filledIn(entry);
      const known = accounts.get(entry.account);
      accounts.set(entry.account, known ? added(known, filled) : filled);
    }
    this.lists = new Map([...byUnitYear].map(([key, accounts]) => [key, [...accounts.values()]]));
  }

  get years(): ReadonlySet<number> {
    return this.allYears;
  }

  /** The accounts of a unit in a year; null without a trial balance of it. */
  accounts(unit: number, year: number): readonly AccountStock[] | null {
    return this.lists.get(`${unit} ${year}`) ?? null;
  }

  /** The stock of some accounts on 1 January: the opening of the year, else the closing of the year before; null when neither is known. */
  opening(unit: number, year: number, isOf: (account: string) => boolean): Cents | null {
    return this.ownOpening(unit, year, isOf) ?? this.closing(unit, year - 1, isOf);
  }

  /** The opening as the balance of the year itself has it. */
  ownOpening(unit: number, year: number, isOf: (account: string) => boolean): Cents | null {
    const own = this.accounts(unit, year);
    return own && total(own, isOf, ({ opening }) => opening);
  }

  closing(unit: number, year: number, isOf: (account: string) => boolean): Cents | null {
    const own = this.accounts(unit, year);
    return own && total(own, isOf, ({ closing }) => closing);
  }
}

const added = (left: AccountStock, right: AccountStock): AccountStock => ({
  account: left.account,
  opening: sum(left.opening, right.opening),
  debit: sum(left.debit, right.debit),
  credit: sum(left.credit, right.credit),
  closing: sum(left.closing, right.closing),
});

function total(
  accounts: readonly AccountStock[],
  isOf: (account: string) => boolean,
  of: (stock: AccountStock) => Cents,
): Cents {
  return sum(...accounts.filter(({ account }) => isOf(account)).map(of));
}

/** Financial debt (17, 42 and 43 without what is no financial debt), whose stock is negative. */
export const isDebt = (account: string): boolean => debtAccount(account) !== null;

/** 092, gecumuleerd budgettair resultaat; 093 is its counterpart. */
export const isCumulatedResult = (account: string): boolean => account.startsWith('092');
export const isCumulatedCounterpart = (account: string): boolean => account.startsWith('093');
/** 090, onbeschikbare gelden. */
export const isReservedFunds = (account: string): boolean => account.startsWith('090');
