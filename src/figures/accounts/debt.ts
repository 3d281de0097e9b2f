import type { Statement } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { debtAccount } from '../../schema/balanceAccounts';
import { plainLayout, type LayoutRow } from '../../schema/layout/layout';
import type { Books } from './books';
import { debtColumns, type ComputedColumn } from './columns';
import { columnOf, layoutRow, less, plus, statementOf, total } from './statement';
import type { Flow } from '../../plan/vocabulary';

type Term = 'long' | 'current' | 'short';
const SORTS = ['1', '2', '3', '4'] as const;
type Sort = (typeof SORTS)[number];

/** Stocks of debt are credit balances: negative in a trial balance, positive in a schema. */
const owed = (stock: Cents | null): Cents | null => less(0, stock);

const isOf =
  (term: Term, sort?: Sort) =>
  (account: string): boolean => {
    const debt = debtAccount(account);
    return debt?.term === term && (sort === undefined || debt.sort === sort);
  };

/** A trial balance of a year to come may hold no more than its openings: its closings then say nothing. */
function isBooked({ stocks, report }: Books, unit: number, year: number): boolean {
  if (report.closed.includes(year)) return true;
  const accounts = stocks.accounts(unit, year) ?? [];
  return accounts.some(({ account, opening, closing }) => debtAccount(account) !== null && opening !== closing);
}

const closingOf = (books: Books, unit: number, year: number, term: Term, sort?: Sort): Cents | null =>
  isBooked(books, unit, year) ? owed(books.stocks.closing(unit, year, isOf(term, sort))) : null;

/** As the balance of the year has it, else the closing of that of the year before, else what that year rolled to. */
function openingOf(
  books: Books,
  unit: number,
  year: number,
  term: Term,
  rolled: Cents | null,
  sort?: Sort,
): Cents | null {
  const own = owed(books.stocks.ownOpening(unit, year, isOf(term, sort)));
  return own ?? closingOf(books, unit, year - 1, term, sort) ?? rolled;
}

/** What lines of a unit borrow (receipts) or pay back (expenditure) on debts of a term. */
function flowOf(
  { byDebt }: Books,
  unit: number,
  column: ComputedColumn,
  flow: Flow,
  term: Term,
  sorts: readonly Sort[],
): Cents {
  return total(
    sorts.map((sort) => byDebt.at(`${unit} ${term} ${sort}`, column.year, 'financing', flow, column.measure)),
  );
}

/** T4 of one year, by the markers of its rows. */
interface DebtYear {
  readonly longOpening: Cents;
  readonly borrowed: Cents;
  readonly paidEarly: Cents;
  /** What leaves long term, and what comes in as due within the year: equal where the balance is right. */
  readonly fromLong: Cents;
  readonly toCurrent: Cents;
  readonly currentOpening: Cents;
  readonly paid: Cents;
  readonly short: Cents;
}

const longClosing = (year: DebtYear): Cents =>
  total([year.longOpening, year.borrowed, -year.paidEarly, -year.fromLong]);
const currentClosing = (year: DebtYear): Cents => total([year.currentOpening, -year.paid, year.toCurrent]);
export const debtTotal = (year: DebtYear): Cents => total([longClosing(year), currentClosing(year), year.short]);

/** Lines of a term as T4 sees them: what is borrowed counts as long, whatever account it was booked on. */
function linesOf(
  books: Books,
  unit: number,
  column: ComputedColumn,
): Pick<DebtYear, 'borrowed' | 'paidEarly' | 'paid'> {
  const of = (flow: Flow, term: Term): Cents => flowOf(books, unit, column, flow, term, SORTS);
  return {
    borrowed: of('receipts', 'long'),
    paidEarly: of('expenditure', 'long'),
    paid: total([of('expenditure', 'current'), -of('receipts', 'current')]),
  };
}

/**
 * What moves from long term to due within the year: what the trial balance shows on 42 and no line explains; without one, so much that
 * what is due is what the next year pays back, where its lines say so.
 */
function transferOf(
  books: Books,
  unit: number,
  column: ComputedColumn,
  next: ComputedColumn | undefined,
  opening: Cents,
  paid: Cents,
): Cents {
  const closing = closingOf(books, unit, column.year, 'current');
  if (closing !== null) return total([closing, -opening, paid]);
  const due = next ? linesOf(books, unit, next).paid : null;
  return due === null ? 0 : total([due, -opening, paid]);
}

/** The debts of a unit from year to year; null when no trial balance says where they begin. */
export function debtYears(
  books: Books,
  unit: number,
  columns: readonly ComputedColumn[],
): ReadonlyMap<number, DebtYear> | null {
  const years = new Map<number, DebtYear>();
  for (const [index, column] of columns.entries()) {
    const { year } = column;
    const last = [...years.values()].at(-1) ?? null;
    const longOpening = openingOf(books, unit, year, 'long', last && longClosing(last));
    const currentOpening = openingOf(books, unit, year, 'current', last && currentClosing(last));
    const short = closingOf(books, unit, year, 'short') ?? openingOf(books, unit, year, 'short', last && last.short);
    if (longOpening === null || currentOpening === null || short === null) continue;
    const lines = linesOf(books, unit, column);
    const toCurrent = transferOf(books, unit, column, columns[index + 1], currentOpening, lines.paid);
    const closing = closingOf(books, unit, year, 'long');
    const fromLong = closing === null ? toCurrent : total([longOpening, lines.borrowed, -lines.paidEarly, -closing]);
    years.set(year, { longOpening, currentOpening, short, fromLong, toCurrent, ...lines });
  }
  return years.size === 0 ? null : years;
}

const T4_VALUES: Readonly<Record<string, (year: DebtYear) => Cents>> = {
  'T4.A': longClosing,
  'T4.A.1': ({ longOpening }) => longOpening,
  'T4.A.2': ({ borrowed }) => borrowed,
  'T4.A.3': ({ paidEarly }) => total([-paidEarly]),
  'T4.A.4': ({ fromLong }) => total([-fromLong]),
  'T4.B': currentClosing,
  'T4.B.1': ({ currentOpening }) => currentOpening,
  'T4.B.2': ({ paid }) => total([-paid]),
  'T4.B.3': ({ toCurrent }) => toCurrent,
  'T4.C': ({ short }) => short,
  'T4.total': debtTotal,
};

/** T4 of the 2020 set; a year whose opening is not known is left empty. */
function debtStatement2020(books: Books, columns: readonly ComputedColumn[]): Statement | null {
  const years = debtYears(books, REPORT_UNIT, columns);
  if (!years) return null;
  const rows = plainLayout('T4', '2020').map((row) =>
    layoutRow(
      row,
      columns.map(({ year }) => {
        const of = years.get(year);
        return of ? (T4_VALUES[row.id]?.(of) ?? 0) : null;
      }),
    ),
  );
  return statementOf('T4', '2020', columns.map(columnOf), rows);
}

/** The unit of the consolidated part that is the report itself. */
export const REPORT_UNIT = 0;

/** One sort of debt in one year of T3 of BBC 3.0. */
interface SortYear {
  readonly opening: Cents;
  readonly borrowed: Cents;
  readonly paid: Cents;
}

const sortClosing = ({ opening, borrowed, paid }: SortYear): Cents => total([opening, borrowed, -paid]);

/** Short-term debt moves without budget lines: by the difference of its stocks. */
function shortMoves(books: Books, year: number): readonly [up: Cents, down: Cents] {
  const [opening, closing] = [
    openingOf(books, REPORT_UNIT, year, 'short', null),
    closingOf(books, REPORT_UNIT, year, 'short'),
  ];
  const moved = less(closing, opening) ?? 0;
  return moved > 0 ? [moved, 0] : [0, total([-moved])];
}

function sortYears(books: Books, columns: readonly ComputedColumn[], sort: Sort): ReadonlyMap<number, SortYear> {
  const years = new Map<number, SortYear>();
  let last: SortYear | null = null;
  const terms: readonly Term[] = sort === '4' ? ['long', 'current', 'short'] : ['long', 'current'];
  for (const column of columns) {
    const { year } = column;
    const stocks = terms.map((term) => openingOf(books, REPORT_UNIT, year, term, null, sort));
    const known = stocks.reduce<Cents | null>((sum, stock) => plus(sum, stock), 0);
    const opening: Cents | null = known ?? (last && sortClosing(last));
    if (opening === null) continue;
    const flow = (of: Flow): Cents => total(terms.map((term) => flowOf(books, REPORT_UNIT, column, of, term, [sort])));
    const [up, down] = sort === '4' ? shortMoves(books, year) : [0, 0];
    last = { opening, borrowed: total([flow('receipts'), up]), paid: total([flow('expenditure'), down]) };
    years.set(year, last);
  }
  return years;
}

const T3_PARTS: Readonly<Record<string, (year: SortYear) => Cents>> = {
  A: ({ opening }) => opening,
  B: ({ borrowed }) => borrowed,
  C: ({ paid }) => paid,
  D: sortClosing,
};

/** The heading and the last total as they are printed (plans 2026-2031). */
const printed3_0 = (row: LayoutRow, isPlan: boolean): LayoutRow => ({
  ...row,
  section: isPlan ? 'Geraamde financiële schulden' : row.section,
  label: row.id === 'T3.D' ? `${row.label} (A+B-C)` : row.label,
});

function debtStatement3_0(books: Books, columns: readonly ComputedColumn[]): Statement | null {
  const bySort = new Map<string, ReadonlyMap<number, SortYear>>(
    SORTS.map((sort) => [sort, sortYears(books, columns, sort)]),
  );
  if ([...bySort.values()].every((years) => years.size === 0)) return null;
  const valueOf = ({ path }: LayoutRow, year: number): Cents | null => {
    const [part = '', sort] = path;
    const sorts = sort === undefined ? [...bySort.values()] : [bySort.get(sort)];
    const found = sorts.flatMap((years) => years?.get(year) ?? []);
    return found.length === 0 ? null : total(found.map((of) => T3_PARTS[part]?.(of) ?? 0));
  };
  const isPlan = books.report.kind === 'multiYearPlan';
  const rows = plainLayout('T3', '3.0').map((row) =>
    layoutRow(
      printed3_0(row, isPlan),
      columns.map(({ year }) => valueOf(row, year)),
    ),
  );
  return statementOf('T3', '3.0', columns.map(columnOf), rows);
}

/** The evolution of the financial debts: T4 of the 2020 set, T3 of BBC 3.0; null when no trial balance says where they begin. */
export function debtStatement(books: Books): Statement | null {
  const columns = debtColumns(books.report);
  return books.report.set === '2020' ? debtStatement2020(books, columns) : debtStatement3_0(books, columns);
}
