import { isCents, type Cents } from '../../plan/money';
import type { BudgetLine } from '../../plan/ledger';
import { FLOWS, KINDS, type Flow, type Kind } from '../../plan/vocabulary';

/**
 * The figures a line has, by what columns of the schemas ask: the credits and accounts themselves, the plan column of a closed year
 * as J, T1 and T2 have it, and the plan of a year to come.
 */
export const MEASURES = ['initial', 'final', 'actual', 'planOfJ', 'planOfT1', 'planOfT2', 'future'] as const;
export type Measure = (typeof MEASURES)[number];

/** Which amounts the lines of a year have at all: exports fill columns that do not apply with zeros. */
interface YearFacts {
  hasInitial: boolean;
  hasFinal: boolean;
  hasActual: boolean;
  hasPlan: boolean;
}

export type YearsFacts = ReadonlyMap<number, Readonly<YearFacts>>;

const isFilled = (cents: Cents | null): boolean => cents !== null && cents !== 0;

export function factsByYear(lines: readonly BudgetLine[]): YearsFacts {
  const facts = new Map<number, YearFacts>();
  for (const line of lines) {
    let of = facts.get(line.year);
    if (!of) {
      of = { hasInitial: false, hasFinal: false, hasActual: false, hasPlan: false };
      facts.set(line.year, of);
    }
    of.hasInitial ||= isFilled(line.initialCents);
    of.hasFinal ||= isFilled(line.finalCents) || isFilled(line.carriedOverCents);
    of.hasActual ||= isFilled(line.actualCents);
    of.hasPlan ||= isFilled(line.planCents);
  }
  return facts;
}

const MEASURE_AT: Readonly<Record<Measure, number>> = {
  initial: 0,
  final: 1,
  actual: 2,
  planOfJ: 3,
  planOfT1: 4,
  planOfT2: 5,
  future: 6,
};

/**
 * The figures of a line, in the order of MEASURES. J1 and J2 show the final credit, T1 the final credit less what is carried over, T2
 * the plan as it stands after the year where the lines have it; without final credits every plan column is the plan, else the initial credit.
 */
export function measure(line: BudgetLine, of: Readonly<YearFacts>, into: Float64Array): void {
  const plan = line.planCents ?? 0;
  const initial = line.initialCents ?? 0;
  const final = line.finalCents ?? 0;
  const kept = final - (line.carriedOverCents ?? 0);
  const otherwise = of.hasPlan ? plan : initial;
  into[0] = initial;
  into[1] = final;
  into[2] = line.actualCents ?? 0;
  into[3] = of.hasFinal ? final : otherwise;
  into[4] = of.hasFinal ? kept : otherwise;
  into[5] = of.hasPlan ? plan : of.hasFinal ? kept : initial;
  into[6] = of.hasPlan ? plan : of.hasFinal ? final : initial;
}

const CELLS = KINDS.length * FLOWS.length;

const cellAt = (kind: Kind, flow: Flow): number => KINDS.indexOf(kind) * FLOWS.length + FLOWS.indexOf(flow);

/** The guard of money, at the place where sums leave their accumulator: whole numbers are exact up to there. */
function guarded(sum: number): Cents {
  if (!isCents(sum)) throw new RangeError(`amount out of range: ${sum}`);
  // A sum of nothing is 0, never -0.
  return sum === 0 ? 0 : sum;
}

/** Sums of measures by a name (a row, a domain, an objective), year, kind and direction. Whole cents in doubles: exact, in any order. */
export class Tally {
  private readonly sums = new Map<string, Map<number, Float64Array>>();

  add(name: string, year: number, kind: Kind, flow: Flow, figures: Float64Array): void {
    let years = this.sums.get(name);
    if (!years) {
      years = new Map();
      this.sums.set(name, years);
    }
    const key = year * CELLS + cellAt(kind, flow);
    const held = years.get(key);
    if (!held) years.set(key, figures.slice());
    else for (let at = 0; at < held.length; at += 1) held[at] = (held[at] ?? 0) + (figures[at] ?? 0);
  }

  at(name: string, year: number, kind: Kind, flow: Flow, of: Measure): Cents {
    return guarded(this.sums.get(name)?.get(year * CELLS + cellAt(kind, flow))?.[MEASURE_AT[of]] ?? 0);
  }

  /** Both directions of all kinds or of one, as J1 and T1 of BBC 3.0 add them up. */
  ofFlow(name: string, year: number, flow: Flow, of: Measure): Cents {
    return guarded(KINDS.reduce((sum, kind) => sum + this.at(name, year, kind, flow, of), 0));
  }

  has(name: string): boolean {
    return this.sums.has(name);
  }

  get names(): IterableIterator<string> {
    return this.sums.keys();
  }
}
