import type { OffBalanceEntry, OffBalanceRow, PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import { statementCell } from '../printed';
import { rowWithId } from '../../schema/rows/identify';
import type { FigureSource } from '../quantities';
import { minusTerm, plusTerm, type CellRef, type Identity } from '../identity';
import { both } from '../../plan/phrase';

const SIDES = ['debitCents', 'creditCents', 'balanceCents'] as const;
type Side = (typeof SIDES)[number];
const SIDE_NAMES: Readonly<Record<Side, string>> = {
  debitCents: 'debet',
  creditCents: 'credit',
  balanceCents: 'saldo',
};

/** A line with the three amounts: an account, the total, or a booking under an account. */
type Line = Pick<OffBalanceRow, Side | 'source'> & { readonly name: string };

const lineOfRow = (row: OffBalanceRow): Line => ({ ...row, name: row.code });
const lineOfEntry = (entry: OffBalanceEntry): Line => ({ ...entry, name: `${entry.account} ${entry.reference}` });

function offBalanceCell(line: Line, side: Side): CellRef {
  return {
    id: `offBalance|${line.name}|${line.source.line}|${side}`,
    schema: OFF_BALANCE,
    name: `Buiten balans ${line.name}, ${SIDE_NAMES[side]}`,
    cents: line[side],
    unit: 'cent',
    place: placeAt({ schema: OFF_BALANCE, row: line.name, column: SIDES.indexOf(side), line: line.source.line }),
  };
}

export const OFF_BALANCE = 'offBalance';
const TOTAL_CODE = 'TOTAAL';

/** The account whose code is the longest proper beginning of this one. */
function parentOf(code: string, codes: ReadonlySet<string>): string | null {
  for (let length = code.length - 1; length > 0; length -= 1)
    if (codes.has(code.slice(0, length))) return code.slice(0, length);
  return null;
}

/** What stands directly under each account: accounts with a longer code, and bookings. Under the total: the accounts no other holds. */
function partsOf(document: PlanDocument): ReadonlyMap<string, readonly Line[]> {
  const accounts = document.offBalance.filter(({ code }) => code !== TOTAL_CODE);
  const codes = new Set(accounts.map(({ code }) => code));
  const parts = new Map<string, Line[]>();
  const add = (parent: string, line: Line): void => {
    parts.set(parent, [...(parts.get(parent) ?? []), line]);
  };
  for (const row of accounts) add(parentOf(row.code, codes) ?? TOTAL_CODE, lineOfRow(row));
  for (const entry of document.offBalanceEntries) add(entry.account, lineOfEntry(entry));
  return parts;
}

/** The off-balance table: saldo = debit - credit, an account = the accounts and bookings under it. */
export function* offBalanceSums(document: PlanDocument): Iterable<Identity> {
  for (const line of [...document.offBalance.map(lineOfRow), ...document.offBalanceEntries.map(lineOfEntry)]) {
    const terms = [plusTerm(offBalanceCell(line, 'debitCents')), minusTerm(offBalanceCell(line, 'creditCents'))];
    yield {
      target: offBalanceCell(line, 'balanceCents'),
      terms,
      rule: both('debet - credit', 'debit - credit'),
      subject: 'saldo',
    };
  }
  const parts = partsOf(document);
  for (const row of document.offBalance) {
    const below = parts.get(row.code) ?? [];
    if (below.length === 0) continue;
    for (const side of SIDES) {
      yield {
        target: offBalanceCell(lineOfRow(row), side),
        terms: below.map((line) => plusTerm(offBalanceCell(line, side))),
        rule: both(`som van ${below.length} rijen`, `sum of ${below.length} rows`),
      };
    }
  }
}

/** Accounts that carry the accumulated budgetary result of the year before: three digits from 090 on (BBC.md, identity 9). */
const CARRIED_RESULT = /^09\d$/;

/** The 09x account that stands for the carried result: the one nearest to it among those that are not zero. */
function carriedAccount(rows: readonly OffBalanceRow[], result: Cents): OffBalanceRow | null {
  let best: OffBalanceRow | null = null;
  for (const row of rows) {
    if (!CARRIED_RESULT.test(row.code) || row.balanceCents === 0) continue;
    if (best === null || Math.abs(row.balanceCents - result) < Math.abs(best.balanceCents - result)) best = row;
  }
  return best;
}

/** The balance of the 09x account = J2 VI, the accumulated result of the year before (BBC.md, identity 9). */
export function* carriedResult(document: PlanDocument, source: FigureSource): Iterable<Identity> {
  for (const statement of source.statements('J2')) {
    const row = rowWithId(statement, 'J2.VI');
    if (row === null) continue;
    for (const column of statement.columns.keys()) {
      const target = statementCell(statement, row, column);
      const account = carriedAccount(document.offBalance, target.cents ?? 0);
      if (account === null) continue;
      yield {
        target,
        terms: [plusTerm(offBalanceCell(lineOfRow(account), 'balanceCents'))],
        rule: both(`saldo van rekening ${account.code}`, `balance of account ${account.code}`),
        subject: '09',
      };
    }
  }
}
