import type { DocumentKind, Flow, Phase, SchemaSet } from '../../plan/vocabulary';
import { schemaSetFrom } from '../../schema/rows/rows';
import type { Measure, YearsFacts } from './tally';

/** What one column of a computed schema shows. */
export interface ComputedColumn {
  readonly year: number;
  readonly phase: Phase;
  readonly measure: Measure;
  readonly direction?: Flow;
}

/** Which report the lines are of: the accounts of a year, or a plan from its first year on. */
export interface Report {
  readonly kind: Extract<DocumentKind, 'annualAccounts' | 'multiYearPlan'>;
  /** The closed year, or the first year of the plan. */
  readonly year: number;
  readonly set: SchemaSet;
  /** Years with accounts up to a closed year, and years of the plan, in order. */
  readonly closed: readonly number[];
  readonly planned: readonly number[];
}

/** A trial balance without lines is of the accounts of its last year. */
function balanceReport(balanceYears: ReadonlySet<number>, set?: SchemaSet): Report | null {
  if (balanceYears.size === 0) return null;
  const year = Math.max(...balanceYears);
  return { kind: 'annualAccounts', year, set: set ?? schemaSetFrom(year), closed: [year], planned: [] };
}

/**
 * Accounts when the last year with accounts has final credits, a trial balance, or no year after it; else a plan (an adjusted plan shows
 * the accounts of the years before it). null without any line or balance.
 */
export function reportOf(facts: YearsFacts, balanceYears: ReadonlySet<number>, set?: SchemaSet): Report | null {
  const years = [...facts.keys()].sort((left, right) => left - right);
  const [first] = years;
  if (first === undefined) return balanceReport(balanceYears, set);
  const closed = years.filter((year) => facts.get(year)?.hasActual);
  const last = closed.at(-1);
  const isAccounts =
    last !== undefined && (facts.get(last)?.hasFinal || balanceYears.has(last) || years.at(-1) === last);
  const planned = years.filter((year) => year > (last ?? -Infinity));
  const year = isAccounts ? last : (planned[0] ?? first);
  return {
    kind: isAccounts ? 'annualAccounts' : 'multiYearPlan',
    year,
    set: set ?? schemaSetFrom(year),
    closed,
    planned,
  };
}

const actual = (year: number): ComputedColumn => ({ year, phase: 'actual', measure: 'actual' });
const future = (year: number): ComputedColumn => ({ year, phase: 'plan', measure: 'future' });

/** J1 and J2: the accounts beside the final credit; M1 and M2: a column per year of the plan. */
export const objectiveColumns = ({ kind, year, planned }: Report): readonly ComputedColumn[] =>
  kind === 'annualAccounts' ? [actual(year), { year, phase: 'plan', measure: 'planOfJ' }] : planned.map(future);

/** T1 and T2: the accounts of every closed year, the plan of the last of them, and the plan of the years after it. */
export const yearColumns = ({ kind, year, closed, planned }: Report, plan: Measure): readonly ComputedColumn[] => [
  ...closed.map(actual),
  ...(kind === 'annualAccounts' ? [{ year, phase: 'plan', measure: plan } as const] : []),
  ...planned.map(future),
];

/** T4, and T3 of BBC 3.0: one column per year. */
export const debtColumns = ({ closed, planned }: Report): readonly ComputedColumn[] => [
  ...closed.map(actual),
  ...planned.map(future),
];

const J3_PHASES: readonly (readonly [Phase, Measure])[] = [
  ['actual', 'actual'],
  ['finalBudget', 'final'],
  ['initialBudget', 'initial'],
];

/** J3: accounts, final and initial credits; M3: the first year of the plan; expenditure and receipts apart. */
export const creditColumns = ({ kind, year }: Report): readonly ComputedColumn[] => {
  const phases: readonly (readonly [Phase, Measure])[] = kind === 'annualAccounts' ? J3_PHASES : [['plan', 'future']];
  return phases.flatMap(([phase, measure]) =>
    (['expenditure', 'receipts'] as const).map((direction) => ({ year, phase, measure, direction })),
  );
};
