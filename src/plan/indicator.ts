import type { Source } from './document';

/** What a line about measuring is: an indicator, the norm of one, a figure named in a text, or something due by a date. */
export const INDICATOR_KINDS = ['indicator', 'norm', 'figure', 'milestone'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

export const FREQUENCY_PERIODS = ['week', 'month', 'year'] as const;

/** How often is measured: `times` per `every` periods ("tweejaarlijks" is 1 per 2 years); times null when a text only says "several". */
export interface Frequency {
  readonly times: number | null;
  readonly every: number;
  readonly period: (typeof FREQUENCY_PERIODS)[number];
}

/** A quantity in money is whole cents; its unit is then this word. */
export const MONEY_UNIT = 'eurocent';
export const PERCENT_UNIT = '%';

export const COMPARISONS = ['atLeast', 'atMost', 'equal'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What is aimed at: value in the unit (`eurocent`, `%`, or the noun as printed), and the year by which, where a text says so. */
export interface Target {
  readonly comparison: Comparison;
  readonly value: number;
  readonly unit: string | null;
  readonly year: number | null;
}

/** One value found or entered. year null when the text does not say when. */
export interface Measure {
  readonly year: number | null;
  readonly value: number;
  readonly unit: string | null;
  /** The words it was read from, or the note of who entered it. */
  readonly text: string;
  readonly source: Source;
}

export interface Indicator {
  /** Stable: made of the node and the name. */
  readonly id: string;
  readonly node: string | null;
  readonly name: string;
  readonly kind: IndicatorKind;
  readonly unit: string | null;
  readonly frequency: Frequency | null;
  /** Years the text names as those in which it is due; [] when it names none. */
  readonly dueYears: readonly number[];
  readonly target: Target | null;
  /** Service that answers for it, as named in the text. */
  readonly service: string | null;
  readonly measures: readonly Measure[];
  readonly source: Source;
}

/** Does a value reach the target? null when the units differ, so that the two cannot be held against each other. */
export function reachesTarget(target: Target, measure: Pick<Measure, 'value' | 'unit'>): boolean | null {
  if (target.unit !== measure.unit) return null;
  switch (target.comparison) {
    case 'atLeast':
      return measure.value >= target.value;
    case 'atMost':
      return measure.value <= target.value;
    case 'equal':
      return measure.value === target.value;
  }
}
