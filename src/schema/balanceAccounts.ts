import type { SchemaName } from '../plan/vocabulary';

/** The side on which an account counts positive in a row. */
export type BalanceSide = 'debit' | 'credit';

/** Where an account of the trial balance lands. */
export interface BalanceTarget {
  readonly prefix: string;
  readonly row: string;
  readonly side: BalanceSide;
  /** The number stands in no text of the law or of a board: a board may well place it elsewhere. */
  readonly unconfirmed: boolean;
}

interface Entry extends Omit<BalanceTarget, 'prefix'> {
  readonly prefixes: readonly string[];
}

const entry = (row: string, side: BalanceSide, prefixes: string, unconfirmed: boolean): Entry => ({
  row,
  side,
  prefixes: prefixes.split(' '),
  unconfirmed,
});

/** Seen in a published report, in the official annex, or one step of reasoning from it. */
const place = (row: string, side: BalanceSide, prefixes: string): Entry => entry(row, side, prefixes, false);
const guess = (row: string, side: BalanceSide, prefixes: string): Entry => entry(row, side, prefixes, true);

/**
 * Source: domain/account-to-j4-j5.csv (accounts of J4, J5 and T5; the longest prefix wins within a schema). Class 0 is listed apart
 * in T5, and debts (T4, T3 of BBC 3.0) have their own accounts (debtAccounts).
 */
const ENTRIES: readonly Entry[] = [
  guess('J4.assets.I.A', 'debit', '50 51 52 53 54 55 56 57 58 59'),
  guess('J4.assets.I.B.1', 'debit', '40'),
  guess('J4.assets.I.B.2', 'debit', '41'),
  guess('J4.assets.I.C', 'debit', '3 30 31 32 33 34 35 36 37'),
  guess('J4.assets.I.D', 'debit', '490 491 499'),
  place('J4.assets.I.E', 'debit', '494 495'),
  place('J4.assets.II.A.1', 'debit', '290'),
  guess('J4.assets.II.A.1', 'debit', '29'),
  place('J4.assets.II.A.2', 'debit', '291'),
  place('J4.assets.II.B.1', 'debit', '280'),
  place('J4.assets.II.B.2', 'debit', '281'),
  place('J4.assets.II.B.3', 'debit', '283'),
  place('J4.assets.II.B.4', 'debit', '284 285 288'),
  guess('J4.assets.II.B.4', 'debit', '282 286 287 289'),
  place('J4.assets.II.C.1.a', 'debit', '220 221 222 223'),
  place('J4.assets.II.C.1.b', 'debit', '224 225 226 227 228'),
  place('J4.assets.II.C.1.c', 'debit', '230 231 232 233 234'),
  place('J4.assets.II.C.1.d', 'debit', '240 241 242 243 244'),
  place('J4.assets.II.C.1.e', 'debit', '250 251 252'),
  guess('J4.assets.II.C.1.e', 'debit', '256 257 258 259'),
  place('J4.assets.II.C.1.f', 'debit', '270 271 272 273 274 275 276 277 278 279'),
  place('J4.assets.II.C.2.a', 'debit', '229'),
  place('J4.assets.II.C.2.b', 'debit', '235 236 237 238 239'),
  place('J4.assets.II.C.2.c', 'debit', '245 246 247 248 249'),
  place('J4.assets.II.C.2.d', 'debit', '253 254 255'),
  place('J4.assets.II.C.3.a', 'debit', '260 261 262 263 264'),
  place('J4.assets.II.C.3.b', 'debit', '265 266 267 268 269'),
  place('J4.assets.II.D', 'debit', '21 210 211 212 213 214'),
  guess('J4.liabilities.I.A.1.b', 'credit', '43'),
  guess('J4.liabilities.I.A.1.c', 'credit', '44 45 46 488'),
  guess('J4.liabilities.I.A.2', 'credit', '47 48'),
  guess('J4.liabilities.I.A.3', 'credit', '492 493 499'),
  place('J4.liabilities.I.A.4', 'credit', '421 422 423 424 425 426 428 429'),
  guess('J4.liabilities.I.A.4', 'credit', '420 427'),
  guess('J4.liabilities.I.B.1.a', 'credit', '16'),
  place('J4.liabilities.I.B.1.b', 'credit', '171 172 173 174'),
  guess('J4.liabilities.I.B.1.b', 'credit', '170'),
  place('J4.liabilities.I.B.1.c', 'credit', '175 176 178 179'),
  guess('J4.liabilities.I.B.1.c', 'credit', '177'),
  place('J4.liabilities.I.B.2', 'credit', '18 180'),
  place('J4.liabilities.II.A', 'credit', '150'),
  guess('J4.liabilities.II.A', 'credit', '151 152 153 154 155 156 157 158 159'),
  guess('J4.liabilities.II.B', 'credit', '14'),
  guess('J4.liabilities.II.C', 'credit', '12'),
  place('J4.liabilities.II.D', 'credit', '100 101'),
  guess('J4.liabilities.II.D', 'credit', '10 11 13'),
  place('J5.I.A.1', 'debit', '600 601 602 603 604 605 608 610 611 612 613 614 615 616 617 618 619'),
  guess('J5.I.A.1', 'debit', '60'),
  place('J5.I.A.2', 'debit', '62 620 621 622 623 624'),
  guess('J5.I.A.3', 'debit', '63 660 661 662'),
  place('J5.I.A.4', 'debit', '648'),
  place('J5.I.A.5', 'debit', '649'),
  place('J5.I.A.6', 'debit', '664'),
  guess('J5.I.A.7', 'debit', '641 663'),
  place('J5.I.A.8', 'debit', '640 642 643 644 645 646 647'),
  guess('J5.I.A.8', 'debit', '66 67'),
  place('J5.I.B', 'debit', '650 652 653 654 657 658 659'),
  guess('J5.I.B', 'debit', '651 655 656'),
  place('J5.II.A.1', 'credit', '700 701 702 703 704 705 706 707 708 709'),
  place('J5.II.A.2', 'credit', '730 731 732 733 734 735 736 737 738 739'),
  place('J5.II.A.3.a', 'credit', '7400 7401 7402 7403 7404'),
  place('J5.II.A.3.b', 'credit', '7405 7406 7407 7408 7409'),
  place('J5.II.A.4', 'credit', '748'),
  guess('J5.II.A.5', 'credit', '741 763'),
  place('J5.II.A.6', 'credit', '742 744 745 746 747'),
  guess('J5.II.A.6', 'credit', '71 72 743 749 76 77'),
  place('J5.II.B', 'credit', '750 751 752 753 7531 754 756 757 758 759'),
  guess('J5.II.B', 'credit', '755'),
  place('J5.IV.A', 'debit', '6940 6941'),
  place('J5.IV.B', 'credit', '7940 7941'),
  guess('J5.IV.C', 'debit', '69 693'),
  guess('J5.IV.C', 'credit', '79 793'),
  place('T5.A.1', 'debit', '280'),
  place('T5.A.2', 'debit', '281'),
  place('T5.A.3', 'debit', '283'),
  place('T5.A.4', 'debit', '284 285 288'),
  guess('T5.A.4', 'debit', '282 286 287 289'),
  place('T5.B.1.a', 'debit', '220 221 222 223'),
  place('T5.B.1.b', 'debit', '224 225 226 227 228'),
  place('T5.B.1.c', 'debit', '230 231 232 233 234'),
  place('T5.B.1.d', 'debit', '240 241 242 243 244'),
  place('T5.B.1.e', 'debit', '250 251 252'),
  guess('T5.B.1.e', 'debit', '256 257 258 259'),
  place('T5.B.1.f', 'debit', '270 271 272 273 274 275 276 277 278 279'),
  place('T5.B.2.a', 'debit', '229'),
  place('T5.B.2.b', 'debit', '235 236 237 238 239'),
  place('T5.B.2.c', 'debit', '245 246 247 248 249'),
  place('T5.B.2.d', 'debit', '253 254 255'),
  place('T5.B.3.a', 'debit', '260 261 262 263 264'),
  place('T5.B.3.b', 'debit', '265 266 267 268 269'),
  place('T5.C', 'debit', '21 210 211 212 213 214'),
  place('T5.equity.A', 'credit', '150'),
  guess('T5.equity.A', 'credit', '151 152 153 154 155 156 157 158 159'),
  guess('T5.equity.B', 'credit', '14'),
  guess('T5.equity.C', 'credit', '12'),
  place('T5.equity.D', 'credit', '100 101'),
  guess('T5.equity.D', 'credit', '10 11 13'),
];

const targetsOf = (schema: SchemaName): ReadonlyMap<string, BalanceTarget> =>
  new Map(
    ENTRIES.filter(({ row }) => row.startsWith(`${schema}.`)).flatMap(({ prefixes, ...target }) =>
      prefixes.map((prefix) => [prefix, { prefix, ...target }] as const),
    ),
  );

/** Schemas that an account of the trial balance may have a row in. */
export const BALANCE_SCHEMAS = ['J4', 'J5', 'T5'] as const;
export type BalanceSchema = (typeof BALANCE_SCHEMAS)[number];

/** The places of accounts by prefix, per schema. */
export const BALANCE_TARGETS: Readonly<Record<BalanceSchema, ReadonlyMap<string, BalanceTarget>>> = {
  J4: targetsOf('J4'),
  J5: targetsOf('J5'),
  T5: targetsOf('T5'),
};

/** What the longest prefix of an account says, of a table by prefix; undefined when none is its. */
export function byLongestPrefix<Target>(targets: ReadonlyMap<string, Target>, account: string): Target | undefined {
  for (let length = account.length; length > 0; length -= 1) {
    const found = targets.get(account.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How far two numbers lie apart once both are as long as account numbers are. */
const ACCOUNT_DIGITS = 8;
const distance = (left: string, right: string): number =>
  Math.abs(
    Number(left.slice(0, ACCOUNT_DIGITS).padEnd(ACCOUNT_DIGITS, '0')) -
      Number(right.slice(0, ACCOUNT_DIGITS).padEnd(ACCOUNT_DIGITS, '0')),
  ) || 0;

/** The prefix that shares most first digits with the account, and of those the one nearest by number; null when none shares any. */
export function nearestPrefix(prefixes: Iterable<string>, account: string): string | null {
  let best: string | null = null;
  let most = 1;
  for (const prefix of prefixes) {
    const shared = sharedDigits(prefix, account);
    if (shared < most) continue;
    if (shared > most || best === null || distance(prefix, account) < distance(best, account)) best = prefix;
    most = shared;
  }
  return best;
}

function sharedDigits(left: string, right: string): number {
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared += 1;
  return shared;
}

/** The sorts of financial debt by the third digit of 17x and 42x, as T3 of BBC 3.0 numbers them. */
const DEBT_SORTS: Readonly<Record<string, string>> = { '0': '4', '1': '1', '2': '2', '3': '3', '4': '4' };

/** Which financial debt an account is: long term (17), due within the year (42) or short term (43), and its sort; null for any other. */
export interface DebtAccount {
  readonly term: 'long' | 'current' | 'short';
  /** Marker of the sort in T3 of BBC 3.0. */
  readonly sort: string;
}

/** 171 to 174 and 421 to 424 (170 and 420 unconfirmed), 43; non-financial debts 175-179 and 425-429 stay out (accounts.md). */
export function debtAccount(account: string): DebtAccount | null {
  if (account.startsWith('43')) return { term: 'short', sort: '4' };
  const term = account.startsWith('17') ? 'long' : account.startsWith('42') ? 'current' : null;
  const sort = DEBT_SORTS[account[2] ?? ''];
  return term === null || sort === undefined ? null : { term, sort };
}
