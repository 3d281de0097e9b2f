import type { Statement, StatementColumn, StatementRow } from '../../plan/document';
import type { Cents } from '../../plan/money';
import type { AccountOverride } from '../../plan/ledger';
import { BALANCE_TARGETS, byLongestPrefix, type BalanceSchema, type BalanceTarget } from '../../schema/balanceAccounts';
import { plainLayout, type LayoutRow } from '../../schema/layout/layout';
import { UNPLACED_LABEL, UNPLACED_MARKER, unplacedId } from '../../schema/unplaced';
import type { Books } from './books';
import { REPORT_UNIT } from './debt';
import { layoutRow, less, rowOf, RowSums, statementOf, total } from './statement';
import type { AccountStock } from './stocks';

/** The place of an account in J4, J5 or T5: the board's own, else that of the law; undefined when it has none. */
export function balanceTarget(
  schema: BalanceSchema,
  account: string,
  overrides: readonly AccountOverride[] = [],
): Pick<BalanceTarget, 'row' | 'side'> | undefined {
  const own = overrides
    .filter(({ prefix, row }) => account.startsWith(prefix) && row.startsWith(`${schema}.`))
    .sort((left, right) => right.prefix.length - left.prefix.length)[0];
  if (own?.side === 'debit' || own?.side === 'credit') return { row: own.row, side: own.side };
  return byLongestPrefix(BALANCE_TARGETS[schema], account);
}

export const isResultAccount = (account: string): boolean => account.startsWith('6') || account.startsWith('7');
export const isBalanceAccount = (account: string): boolean => /^[1-5]/.test(account);

type ClosingOf = (stock: AccountStock) => Cents;

/** The stocks of one column: closings of the year, or what the year after opens with. */
export interface YearStocks {
  readonly accounts: readonly AccountStock[];
  readonly closing: ClosingOf;
}

/** The closing of a year; null when neither its balance nor that of the next year is there. Costs and revenue have no opening. */
export function yearStocks({ stocks }: Books, year: number): YearStocks | null {
  const own = stocks.accounts(REPORT_UNIT, year);
  if (own) return { accounts: own, closing: ({ closing }) => closing };
  const next = stocks.accounts(REPORT_UNIT, year + 1);
  return (
    next && { accounts: next.filter(({ account }) => !isResultAccount(account)), closing: ({ opening }) => opening }
  );
}

const sided = (side: 'debit' | 'credit', cents: Cents): Cents => (side === 'debit' ? cents : total([-cents]));

/** Splits an id into the part of the schema that its markers stand under: "J4.assets" and I.A. */
export function splitId(id: string, parts: readonly string[]): readonly [part: string, markers: readonly string[]] {
  const part = parts.find((each) => id.startsWith(`${each}.`)) ?? id;
  return [part, id.length > part.length ? id.slice(part.length + 1).split('.') : []];
}

const SIDES = ['J4.assets', 'J4.liabilities'] as const;

/** P.II.B before closing: what costs and revenue leave is not in 14 yet. */
const SURPLUS = 'J4.liabilities.II.B';

/** Adds the accounts of one column, as the only one of `width` columns that is not 0. */
function addColumn(
  sums: RowSums,
  year: YearStocks,
  column: number,
  width: number,
  overrides: readonly AccountOverride[],
): void {
  const values = (cents: Cents): readonly Cents[] =>
    Array.from({ length: width }, (_, at) => (at === column ? cents : 0));
  for (const stock of year.accounts) {
    const { account } = stock;
    const closing = year.closing(stock);
    if (closing === 0) continue;
    if (isResultAccount(account)) {
      sums.addTo(...splitId(SURPLUS, SIDES), values(sided('credit', closing)));
    } else if (!account.startsWith('0')) {
      const target = balanceTarget('J4', account, overrides);
      if (target) sums.addTo(...splitId(target.row, SIDES), values(sided(target.side, closing)));
      else {
        const part = closing > 0 ? 'J4.assets' : 'J4.liabilities';
        sums.addTo(part, ['unplaced'], values(sided(closing > 0 ? 'debit' : 'credit', closing)));
      }
    }
  }
}

/** The row for what has no place on a side, after the last row of it. */
function withUnplaced(
  sums: RowSums,
  layout: readonly LayoutRow[],
  index: number,
  row: StatementRow,
): readonly StatementRow[] {
  const side = SIDES.find((each) => row.schemaRow === each || row.schemaRow?.startsWith(`${each}.`));
  const next = layout[index + 1]?.id;
  if (!side || next?.startsWith(`${side}.`) || !sums.has(unplacedId(side))) return [row];
  const { section } = row;
  const id = unplacedId(side);
  return [row, rowOf({ id, section, path: [UNPLACED_MARKER], label: UNPLACED_LABEL, values: sums.at(id) })];
}

/** J4, the balance sheet beside that of the year before; null without a trial balance of the year. */
export function balanceStatement(books: Books, overrides: readonly AccountOverride[] = []): Statement | null {
  const { year, set, kind } = books.report;
  const own = kind === 'annualAccounts' && books.stocks.accounts(REPORT_UNIT, year) ? yearStocks(books, year) : null;
  if (!own) return null;
  const before = yearStocks(books, year - 1);
  const columns: readonly StatementColumn[] = [year, ...(before ? [year - 1] : [])].map((of) => ({
    year: of,
    phase: 'actual',
  }));
  const sums = new RowSums(columns.length);
  addColumn(sums, own, 0, columns.length, overrides);
  if (before) addColumn(sums, before, 1, columns.length, overrides);
  const layout = plainLayout('J4', set);
  const rows = layout.flatMap((row, index) => withUnplaced(sums, layout, index, layoutRow(row, sums.at(row.id))));
  return statementOf('J4', set, columns, rows);
}

/** J5 by id of its rows, for one year. */
function resultSums(
  accounts: readonly AccountStock[],
  overrides: readonly AccountOverride[],
  eliminated: (account: string) => boolean,
): RowSums {
  const sums = new RowSums(1);
  for (const { account, closing } of accounts) {
    if (!isResultAccount(account) || eliminated(account)) continue;
    const target = balanceTarget('J5', account, overrides);
    if (target?.row === 'J5.IV.C') continue;
    if (target) sums.addTo(...splitId(target.row, ['J5']), [sided(target.side, closing)]);
    else if (closing !== 0) {
      const isCost = account.startsWith('6');
      sums.addTo('J5', [isCost ? 'I' : 'II', 'A', 'unplaced'], [sided(isCost ? 'debit' : 'credit', closing)]);
    }
  }
  return sums;
}

/** The rows that are formulas of others. */
function resultValue(sums: RowSums, id: string): Cents {
  const at = (key: string): Cents => sums.at(`J5.${key}`)[0] ?? 0;
  const difference = (left: string, right: string): Cents => less(at(left), at(right)) ?? 0;
  const surplus = difference('II', 'I');
  switch (id) {
    case 'J5.III':
    case 'J5.IV':
      return surplus;
    case 'J5.III.A':
      return difference('II.A', 'I.A');
    case 'J5.III.B':
      return difference('II.B', 'I.B');
    case 'J5.IV.C':
      return total([surplus, -at('IV.A'), at('IV.B')]);
    default:
      return sums.at(id)[0] ?? 0;
  }
}

/** J5, beside the year before where its trial balance is there; null without one of the year. */
export function resultStatement(
  books: Books,
  overrides: readonly AccountOverride[],
  isEliminated: (account: string) => boolean,
): Statement | null {
  const { year, set, kind } = books.report;
  const years = [year, year - 1].flatMap((of) => {
    const accounts = books.stocks.accounts(REPORT_UNIT, of);
    return accounts ? [{ year: of, sums: resultSums(accounts, overrides, isEliminated) }] : [];
  });
  if (kind !== 'annualAccounts' || years[0]?.year !== year) return null;
  const layout = plainLayout('J5', set);
  const rows = layout.flatMap((row, index) => {
    const own = layoutRow(
      row,
      years.map(({ sums }) => resultValue(sums, row.id)),
    );
    const part = row.id.startsWith('J5.I.A.') ? 'J5.I.A' : row.id.startsWith('J5.II.A.') ? 'J5.II.A' : null;
    const isLast = part !== null && !layout[index + 1]?.id.startsWith(`${part}.`);
    const id = part === null ? '' : unplacedId(part);
    if (!isLast || !years.some(({ sums }) => sums.has(id))) return [own];
    const path = [...id.split('.').slice(1, -1), UNPLACED_MARKER];
    const values = years.map(({ sums }) => sums.at(id)[0] ?? 0);
    return [own, rowOf({ id, section: row.section, path, label: UNPLACED_LABEL, depth: row.depth, values })];
  });
  const columns = years.map(({ year: of }): StatementColumn => ({ year: of, phase: 'actual' }));
  return statementOf('J5', set, columns, rows);
}
