import type { Language } from '../plan/finding';
import type { Cents } from '../plan/money';
import type { Period } from '../plan/document';
import { CENTS_PER_EURO } from '../plan/money';

/** How numbers, amounts and dates look to the user; texts never format by themselves. */
export interface Formats {
  /** Cents as euro: `1.234`, and with decimals only when there are cents. */
  readonly euro: (cents: Cents) => string;
  /** Amounts that stand under each other: with decimals in all of them when one has cents. */
  readonly euros: (column: readonly Cents[]) => readonly string[];
  /** The same as `euro` with its sign always shown, for differences. */
  readonly difference: (cents: Cents) => string;
  readonly count: (value: number) => string;
  /** A number as a cell holds it. */
  readonly figure: (value: number) => string;
  /** A fraction as a percentage: 0.934 is `93,4%`. */
  readonly percent: (fraction: number) => string;
  /** An ISO date (`2024-12-31`). */
  readonly date: (iso: string) => string;
  /** A moment in milliseconds since 1970, in the user's own time zone. */
  readonly moment: (time: number) => string;
  readonly period: (period: Period) => string;
  readonly kilobytes: (bytes: number) => string;
}

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB' };

const BYTES_PER_KILOBYTE = 1000;

function makeFormats(language: Language): Formats {
  const locale = LOCALES[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 });
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const euro = (cents: Cents): string =>
    (cents % CENTS_PER_EURO === 0 ? whole : decimals).format(cents / CENTS_PER_EURO);
  const date = (iso: string): string => {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? iso : day.format(time);
  };
  return {
    euro,
    euros: (column) => {
      const format = column.every((cents) => cents % CENTS_PER_EURO === 0) ? whole : decimals;
      return column.map((cents) => format.format(cents / CENTS_PER_EURO));
    },
    difference: (cents) => (cents > 0 ? `+${euro(cents)}` : euro(cents)),
    count: (value) => whole.format(value),
    figure: (value) => figure.format(value),
    percent: (fraction) => percent.format(fraction),
    date,
    moment: (time) => moment.format(time),
    period: ({ from, to }) => `${date(from)} – ${date(to)}`,
    kilobytes: (bytes) => `${whole.format(Math.max(1, Math.round(bytes / BYTES_PER_KILOBYTE)))} kB`,
  };
}

/** Formats of both languages; making one costs milliseconds, so they are made once. */
export const FORMATS: Readonly<Record<Language, Formats>> = { nl: makeFormats('nl'), en: makeFormats('en') };
