import { MONEY_UNIT, PERCENT_UNIT } from '../../plan/indicator';
import { CENTS_PER_EURO } from '../../plan/money';

/** A number with its unit as a text names it, and the year nearest to it. */
export interface Quantity {
  readonly value: number;
  /** `%`, `eurocent` (value in whole cents), or the noun it counts. */
  readonly unit: string;
  readonly year: number | null;
  /** The printed words, and where they start. */
  readonly text: string;
  readonly at: number;
}

const MILLION = 1_000_000;
const MULTIPLES: Readonly<Record<string, number>> = { miljoen: MILLION, miljard: 1000 * MILLION };

/** A number that stands alone: no part of a name (T2, LO2020), a date, a code or a range of words. */
const NUMBER =
  '(?<![\\p{L}\\d.,/§])(?<number>\\d{1,3}(?:\\.\\d{3})+|\\d{1,7})(?:,(?<decimals>\\d{1,3}))?(?![\\d/§]|[.,]\\d)';
const WORD = '\\p{L}[\\p{L}-]*(?:’s)?';
const QUANTITY = new RegExp(
  `(?<euroBefore>€\\s?)?${NUMBER}(?:` +
    [
      '\\s?(?<percent>%)',
      '(?:\\s+(?<multiple>miljoen|miljard))?\\s*(?<euro>euro|EUR)(?!\\p{L})',
      '-?\\s?(?<ratio>per \\d+ \\p{Ll}+)',
      `(?:-tal)?\\s+(?<words>${WORD}(?: (?=\\p{Ll})${WORD})?)`,
    ].join('|') +
    ')?',
  'giu',
);

/** Words before a number that make it a rank, or a bound of a class, not a value. */
const BOUND_BEFORE = new RegExp(
  '(?:onder|boven|tussen|hoger dan|lager dan|ouder dan|jonger dan|langer dan|verschil van|\\d -' +
    '|artikel|graad|niveau|hoofdstuk|doelstelling|deel|bijlage|pagina|fase|stap|tabel|figuur)\\s$',
  'iu',
);
/** Between square brackets an editor speaks and not the text: "[proza 412 tekens]". */
const IN_BRACKETS = /\[[^\]]{0,60}$/u;
/** "daalde met 12%": a change, not a value. */
const CHANGE_BEFORE =
  /(?:daal|gedaald|daling|steeg|stijg|gestegen|afgenomen|toegenomen|verhoogd|verlaagd|afname|toename)\p{L}*[^.;]{0,60}\bmet $/iu;
/** "meer dan 2000 ideeën": a count that looks like a year. */
const ROUGHLY = /(?:meer dan|minder dan|ongeveer|ruim|bijna|zowat|circa|bereikten) $/iu;
const YEAR =
  /(?<!(?:meer dan|minder dan|ongeveer|ruim|bijna|zowat|circa|bereikten) )(?<![\d.,])(?:19|20)\d{2}(?![\d.,]\d|\d)/gu;

/** What is counted is named in the plural: "178 vergunningen", "20-tal personen", "2000 ideeën". */
const PLURAL = /(?:[eë]n|s)$/iu;
/** Words that look like a plural and count nothing: lengths of time, and the small words and verbs of any sentence. */
const NO_PLURAL = new Set(
  (
    'jaren jarigen maanden weken dagen uren minuten seconden keren malen augustus ' +
    'een geen en samen tegen tussen binnen buiten boven volgens sinds tijdens als reeds slechts telkens steeds eens ' +
    'is was zijn waren hebben hadden werden worden gingen gaan kwamen komen kregen krijgen bleven blijven ' +
    'vonden vinden kunnen konden moeten moesten mogen zullen zouden willen wilden doen deden allen anderen sommigen'
  ).split(' '),
);
const isPlural = (word: string): boolean => PLURAL.test(word) && !NO_PLURAL.has(word.toLowerCase());
/** "358 residentiële (81%)": an adjective in the place of its noun; verbs of the past end in -de and -te. */
const ADJECTIVE_ALONE = /[^dt]e$/iu;

/** The noun that the words after a number count, without its adjective ("75 bereikte gezinnen"); null when there is none. */
function countedIn(words: string): string | null {
  const [first = '', second] = words.split(' ');
  if (first === 'extra') return second ?? null;
  if (second !== undefined && first.endsWith('e') && isPlural(second)) return second;
  return isPlural(first) || (second === undefined && ADJECTIVE_ALONE.test(first)) ? first : null;
}

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

type Groups = Readonly<Record<string, string | undefined>>;

/** The unit that the text prints with a number; null for a bare one, which measures nothing. */
function unitOf({ percent, euro, euroBefore, ratio, words }: Groups): string | null {
  if (euro !== undefined || euroBefore !== undefined) return MONEY_UNIT;
  if (percent !== undefined) return PERCENT_UNIT;
  return ratio ?? (words === undefined ? null : countedIn(words));
}

/** "2009 gezinnen" are a year and its families, "meer dan 2000 gezinnen" are many. Money and shares are never years. */
const isYear = (digits: string, { words }: Groups, before: string): boolean =>
  words !== undefined && /^(?:19|20)\d{2}$/.test(digits) && !ROUGHLY.test(before);

function valueOf(number: string, { decimals, multiple }: Groups): number {
  const plain = Number(`${number.replace(/\./g, '')}.${decimals ?? 0}`);
  return plain * (multiple === undefined ? 1 : (MULTIPLES[multiple.toLowerCase()] ?? 1));
}

const isAside = (before: string): boolean =>
  [BOUND_BEFORE, CHANGE_BEFORE, IN_BRACKETS].some((pattern) => pattern.test(before));

/**
 * Every quantity a text names, in order: a share, an amount of money, a ratio, or a number of things named in the plural.
 * Years, dates, ranks, names and bounds of classes are none.
 */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const { 0: printed, index, groups = {} } of text.matchAll(QUANTITY)) {
    const { number = '' } = groups;
    const unit = unitOf(groups);
    const before = text.slice(0, index);
    if (unit === null || isYear(number, groups, before) || isAside(before)) continue;
    const value = valueOf(number, groups);
    found.push({
      value: unit === MONEY_UNIT ? Math.round(value * CENTS_PER_EURO) : value,
      unit,
      year: nearestYear(text, index),
      text: printed.trim(),
      at: index,
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
    if (/^\s*[-–]\s*$/.test(between) && last - year <= MAX_RANGE)
      for (let each = year; each <= last; each += 1) years.add(each);
  });
  return [...years].sort((left, right) => left - right);
}

const MAX_RANGE = 12;
