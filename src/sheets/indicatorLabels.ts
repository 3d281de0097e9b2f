import {
  FREQUENCY_PERIODS,
  MONEY_UNIT,
  type Comparison,
  type Frequency,
  type Indicator,
  type IndicatorKind,
} from '../plan/indicator';
import { CENTS_PER_EURO } from '../plan/money';

/** What the user reads for the words of an indicator, and the way back. */

export const INDICATOR_KIND_LABELS: Readonly<Record<IndicatorKind, string>> = {
  indicator: 'indicator',
  norm: 'norm',
  figure: 'cijfer',
  milestone: 'mijlpaal',
};

export const COMPARISON_LABELS: Readonly<Record<Comparison, string>> = {
  atLeast: 'minstens',
  atMost: 'hoogstens',
  equal: 'gelijk aan',
};

const EURO = 'euro';

/** Money is shown in euro, whatever else as it is. */
export const unitLabel = (unit: string | null): string | null => (unit === MONEY_UNIT ? EURO : unit);
export const unitOf = (label: string | null): string | null => (label === EURO ? MONEY_UNIT : label);

export const shownValue = (value: number, unit: string | null): number =>
  unit === MONEY_UNIT ? value / CENTS_PER_EURO : value;
export const storedValue = (value: number, unit: string | null): number =>
  unit === MONEY_UNIT ? Math.round(value * CENTS_PER_EURO) : value;

const PERIODS: Readonly<Record<Frequency['period'], string>> = { week: 'week', month: 'maand', year: 'jaar' };

/** "2x per jaar", "1x per 2 jaar", "meermaals per jaar". */
export function frequencyLabel(frequency: Frequency | null): string | null {
  if (!frequency) return null;
  const { times, every, period } = frequency;
  return `${times === null ? 'meermaals' : `${times}x`} per ${every === 1 ? '' : `${every} `}${PERIODS[period]}`;
}

const FREQUENCY = /^(?:(?<times>\d{1,3}) ?x|meermaals) per (?:(?<every>\d{1,2}) )?(?<period>week|maand|jaar)$/iu;

/** The frequency a label stands for; null when it is none. */
export function frequencyOf(label: string): Frequency | null {
  const { times, every = '1', period } = FREQUENCY.exec(label.trim())?.groups ?? {};
  const unit = FREQUENCY_PERIODS.find((each) => PERIODS[each] === period?.toLowerCase());
  return unit && Number(every) > 0
    ? { times: times === undefined ? null : Number(times), every: Number(every), period: unit }
    : null;
}

/** The measure an indicator is about, first of its year and unit; the others say what it is held against. */
export const isMainMeasure = ({ measures, unit }: Indicator, index: number): boolean => {
  const measure = measures[index];
  return (
    measure !== undefined &&
    measure.unit === unit &&
    measures.findIndex((each) => each.year === measure.year && each.unit === unit) === index
  );
};
