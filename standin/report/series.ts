import { KINDS, type Kind, type Phase } from '../../src/plan/vocabulary';
import { addUp } from './figures';
import { FLOWS, type Flow, type Money, type Settings } from './plan';
import type { Random } from './random';

export interface YearColumn {
  readonly year: number;
  readonly phase: Phase;
}

/** Exact cents per kind and flow, for the accounts of earlier years, the closed year and the plan of later years. */
export interface Series {
  /** Accounts of the years up to the closed one, then the plan of the years after it. */
  readonly years: readonly YearColumn[];
  readonly cents: (kind: Kind, flow: Flow, year: number) => number;
  readonly debt: Debt;
}

/** Financial debts at the end of each year of the series, and how they came about. */
export interface Debt {
  readonly rows: readonly DebtYear[];
  readonly before: (year: number) => DebtYear | undefined;
}

export interface DebtYear {
  readonly year: number;
  readonly openingLong: number;
  readonly loans: number;
  readonly moved: number;
  readonly long: number;
  readonly openingDue: number;
  readonly repaid: number;
  readonly due: number;
  readonly short: number;
  readonly total: number;
}

/** How many years of accounts and of plan the wide schemas show. */
const HISTORY = [2, 5] as const;
const FUTURE = [1, 3] as const;

export function makeSeries(random: Random, settings: Settings, total: Money): Series {
  const { fiscalYear, phases } = settings;
  const first = fiscalYear - random.int(...HISTORY) + 1;
  const last = fiscalYear + random.int(...FUTURE);
  const known = new Map<string, number>();
  const key = (kind: Kind, flow: Flow, year: number): string => `${kind}|${flow}|${year}`;
  for (let year = first; year <= last + 1; year += 1) {
    for (const kind of KINDS) {
      for (const flow of FLOWS)
        known.set(
          key(kind, flow, year),
          year === fiscalYear ? (total[kind][flow][phases.indexOf('actual')] ?? 0) : random.int(0, 900_000_000),
        );
    }
  }
  const cents: Series['cents'] = (kind, flow, year) => known.get(key(kind, flow, year)) ?? 0;
  const years = Array.from({ length: last - first + 1 }, (_, index): YearColumn => ({
    year: first + index,
    phase: first + index > fiscalYear ? 'plan' : 'actual',
  }));
  return { years, cents, debt: makeDebt(random, years, cents) };
}

/** What falls due next year is moved to the short side: debt that falls due = the repayments of the year after. */
function makeDebt(random: Random, years: readonly YearColumn[], cents: Series['cents']): Debt {
  const repaidIn = (year: number): number => cents('financing', 'expenditure', year);
  let long = addUp(years.map(({ year }) => repaidIn(year + 1))) + random.int(100_000_000, 900_000_000);
  const rows: DebtYear[] = [];
  for (const { year } of years) {
    const openingLong = long;
    const loans = cents('financing', 'receipts', year);
    const moved = repaidIn(year + 1);
    long = openingLong + loans - moved;
    const openingDue = rows.at(-1)?.due ?? repaidIn(year);
    const repaid = repaidIn(year);
    const due = openingDue - repaid + moved;
    const short = random.chance(0.5) ? random.int(0, 500_000_000) : 0;
    rows.push({ year, openingLong, loans, moved, long, openingDue, repaid, due, short, total: long + due + short });
  }
  return { rows, before: (year) => rows.find((row) => row.year === year - 1) };
}
