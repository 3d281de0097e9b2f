import { numberWord } from '../../plan/words';
import { PERCENT_UNIT, type Comparison, type Frequency, type Target } from '../../plan/indicator';
import { dueYearsIn, quantitiesIn, type Quantity } from './quantities';
import type { Pattern } from './pattern';

/** What the words of an indicator say about measuring. Dutch as plans write it; what is not said is null. */

const perYear = (times: number | null): Frequency => ({ times, every: 1, period: 'year' });

const FREQUENCIES: readonly (readonly [pattern: RegExp, frequency: (match: RegExpExecArray) => Frequency])[] = [
  [/(\d+)\s?(?:x|keer|maal) per jaar/iu, (match) => perYear(Number(match[1]))],
  [/(\d+) \p{L}+ per jaar/iu, (match) => perYear(Number(match[1]))],
  [/(?:enkele|verschillende|meerdere) (?:keren|malen) per jaar/iu, () => perYear(null)],
  [/twee-?jaarlijks|om de twee jaar/iu, () => ({ times: 1, every: 2, period: 'year' })],
  [/half-?jaarlijks|zesmaandelijks/iu, () => perYear(2)],
  [/drie-?maandelijks|per kwartaal/iu, () => perYear(4)],
  [/maandelijks|per maand/iu, () => ({ times: 1, every: 1, period: 'month' })],
  [/wekelijks|per week/iu, () => ({ times: 1, every: 1, period: 'week' })],
  [/jaarlijks|per jaar|op jaarbasis|elk jaar/iu, () => perYear(1)],
];

/** How often, as the text says it; the most telling wording first. */
export function frequencyIn(text: string): Frequency | null {
  for (const [pattern, frequency] of FREQUENCIES) {
    const match = pattern.exec(text);
    if (match) return frequency(match);
  }
  return null;
}

const BOUNDS: readonly (readonly [pattern: RegExp, comparison: Comparison])[] = [
  [
    /(?:minimaal|minstens|minimum|ten minste|streven naar|streeft naar|meer dan|verhoogd tot|stijgt tot)\s+(?:een |de |het )?$/iu,
    'atLeast',
  ],
  [/(?:maximaal|hoogstens|maximum|ten hoogste|niet meer dan|lager dan)\s+$/iu, 'atMost'],
];

const comparisonBefore = (text: string, at: number): Comparison | null =>
  BOUNDS.find(([pattern]) => pattern.test(text.slice(0, at)))?.[1] ?? null;

/** "minstens één preventieve actie": a number in letters counts only as a bound. */
const WORD_BOUND =
  /(?:minimaal|minstens|minimum|ten minste)\s+(één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\s+(\p{L}+)(?:\s+(\p{L}+))?/iu;

function wordTarget(text: string): Pick<Target, 'comparison' | 'value' | 'unit'> | null {
  const match = WORD_BOUND.exec(text);
  const value = match ? numberWord(match[1] ?? '') : null;
  if (!match || value === null) return null;
  const [, , first = '', second] = match;
  return { comparison: 'atLeast', value, unit: first.endsWith('e') && second !== undefined ? second : first };
}

/** Is this quantity what the indicator aims at: bounded, right at the start, or what something is made with? */
const isAim = (text: string, { at, unit }: Quantity): boolean =>
  comparisonBefore(text, at) !== null ||
  at === 0 ||
  /\bmet $/.test(text.slice(0, at)) ||
  (unit === PERCENT_UNIT && /^[^%]{0,12}% meer/.test(text.slice(at)));

/** What an indicator aims at. The year is the last one named with it: by then it must be reached. */
export function targetIn(text: string): Target | null {
  const aim = quantitiesIn(text).find((quantity) => isAim(text, quantity));
  const found = aim
    ? { comparison: comparisonBefore(text, aim.at) ?? 'atLeast', value: aim.value, unit: aim.unit }
    : wordTarget(text);
  return found && { ...found, year: dueYearsIn(text).at(-1) ?? null };
}

/** The first name of a service in a text, with a capital. */
export function serviceIn(text: string, patterns: readonly Pattern[]): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match[0].charAt(0).toUpperCase() + match[0].slice(1);
  }
  return null;
}
