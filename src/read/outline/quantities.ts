import { MONEY_UNIT, PERCENT_UNIT } from '../../plan/indicator';
import { CENTS_PER_EURO } from '../../plan/money';

/** A number with its unit as a text names it, and the year nearest to it. */
export interface Quantity {
  readonly value: number;
  /** `%`, `eurocent` (value in whole cents), or the noun it counts. */
  readonly unit: string | null;
  readonly year: number | null;
  /** The printed words, and where they start. */
  readonly text: string;
  readonly at: number;
}

const MILLION = 1_000_000;
const MULTIPLES: Readonly<Record<string, number>> = { miljoen: MILLION, miljard: 1000 * MILLION };

/** A number that stands alone: no part of a name (T2, LO2020), a date, a code or a range of words. */
const NUMBER = '(?<![\\p{L}\\d.,/§€])(?<number>\\d{1,3}(?:\\.\\d{3})+|\\d{1,7})(?:,(?<decimals>\\d{1,3}))?(?![\\d/§]|[.,]\\d)';
const QUANTITY = new RegExp(
  `(?<euroBefore>€\\s?)?${NUMBER}(?:\\s?(?<percent>%)|(?:\\s+(?<multiple>miljoen|miljard))?\\s*(?<euro>euro|EUR)(?!\\p{L})|-?\\s?(?<ratio>per \\d+ \\p{Ll}+)|(?:-tal)?\\s+(?<words>\\p{L}[\\p{L}-]*(?:’s)?(?: \\p{Ll}[\\p{L}-]*(?:’s)?)?))?`,
  'giu',
);

const MONTHS = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
/** Nouns after a number that make it a time, a place or a rank, never a measure. */
const NO_MEASURE = new RegExp(`^(?:${MONTHS}|jaar|jaren|jarige|jarigen|uur|maand|maanden|week|weken|dag|dagen|minuten|tot|en|of|à|per|de|het|een|van|in|op|te|om|aan|is|was|zijn|werd|werden|wordt|worden|keer|maal|als|voor|bij|over|bleef|daalde|steeg|vond|vonden|gingen|gaan|komt|tegenover|kreeg|somde|koos|leerling|samen|tegen|actief|echter|meer|minder|tekens|bevestigde|loert|bedraagt)$`, 'iu');
/** Words before a number that make it a bound of a class or a change, not a value. */
const BOUND_BEFORE = /(?:onder|boven|tussen|hoger dan|lager dan|ouder dan|jonger dan|langer dan|verschil van|\d -|artikel|graad|niveau|hoofdstuk|doelstelling|werf|deel|Shopping|Perron|bijlage|pagina)\s$/iu;
/** "daalde met 12%": a change, not a value. */
const CHANGE_BEFORE = /(?:daal|gedaald|daling|steeg|stijg|gestegen|afgenomen|toegenomen|verhoogd|verlaagd|afname|toename)\p{L}*[^.;]{0,60}\bmet $/iu;
/** "meer dan 2000 ideeën": a count that looks like a year. */
const ROUGHLY = /(?:meer dan|minder dan|ongeveer|ruim|bijna|zowat|circa|bereikten) $/iu;
const YEAR = /(?<!(?:meer dan|minder dan|ongeveer|ruim|bijna|zowat|circa|bereikten) )(?<![\d.,])(?:19|20)\d{2}(?![\d.,]\d|\d)/gu;

/** An adjective before the noun that is counted: "75 bereikte gezinnen". */
const nounOf = (words: string): string => {
  const [first = '', second] = words.split(' ');
  return second !== undefined && /(?:e|extra)$/.test(first) && /(?:en|s|a|r)$/.test(second) ? second : first;
};

/** "een stijging tegenover 1997": the year something is held against, not the year of the value. */
const COMPARED_BEFORE = /(?:tegenover|sinds|t\.o\.v\.|ten opzichte van|dan in|vergeleken met) $/iu;

function nearestYear(text: string, at: number): number | null {
  let best: { readonly year: number; readonly distance: number } | null = null;
  for (const match of text.matchAll(YEAR)) {
    if (COMPARED_BEFORE.test(text.slice(0, match.index))) continue;
    // What stands before the figure belongs to it sooner than what comes after.
    const distance = match.index <= at ? at - match.index : (match.index - at) * 2;
    if (best === null || distance < best.distance) best = { year: Number(match[0]), distance };
  }
  return best?.year ?? null;
}

const isYear = (digits: string): boolean => /^(?:19|20)\d{2}$/.test(digits);

/** Every quantity a text names, in order. Years, dates, ranks, names and bounds of classes are none. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const { number = '', decimals, percent, multiple, euro, euroBefore, ratio, words } = match.groups ?? {};
    const money = euro !== undefined || euroBefore !== undefined;
    const before = text.slice(0, match.index);
    if (BOUND_BEFORE.test(before) || CHANGE_BEFORE.test(before)) continue;
    if (percent === undefined && !money && ratio === undefined && ((isYear(number) && !ROUGHLY.test(before)) || words === undefined)) continue;
    const noun = words === undefined ? null : nounOf(words);
    if (percent === undefined && !money && ratio === undefined && (noun === null || NO_MEASURE.test(noun) || NO_MEASURE.test(words?.split(' ')[0] ?? ''))) continue;
    const plain = Number(`${number.replace(/\./g, '')}.${decimals ?? 0}`) * (multiple === undefined ? 1 : (MULTIPLES[multiple.toLowerCase()] ?? 1));
    found.push({
      value: money ? Math.round(plain * CENTS_PER_EURO) : plain,
      unit: money ? MONEY_UNIT : percent ? PERCENT_UNIT : (ratio ?? noun),
      year: nearestYear(text, match.index),
      text: match[0].trim(),
      at: match.index,
    });
  }
  return found;
}

/** Years between the last brackets that hold any ("(eind 2011)"), else all a text names. */
export function dueYearsIn(text: string): readonly number[] {
  const bracketed = (text.match(/\([^()]*\)/g) ?? []).map(yearsIn).findLast((years) => years.length > 0);
  return bracketed ?? yearsIn(text);
}

/** Years a text names, ranges written out ("2009 – 2011"), each once, in order. Ranges longer than a plan are two years and no range. */
export function yearsIn(text: string): readonly number[] {
  const years = new Set<number>();
  const matches = [...text.matchAll(YEAR)];
  matches.forEach((match, index) => {
    const year = Number(match[0]);
    const next = matches[index + 1];
    years.add(year);
    if (!next) return;
    const between = text.slice(match.index + match[0].length, next.index);
    const last = Number(next[0]);
    if (/^\s*[-–]\s*$/.test(between) && last - year <= MAX_RANGE) for (let each = year; each <= last; each += 1) years.add(each);
  });
  return [...years].sort((left, right) => left - right);
}

const MAX_RANGE = 12;
