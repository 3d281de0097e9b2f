import { parseAmount, type ParsedAmount } from '../plan/amountText';
import type { Word } from './lines';

/** A table row taken apart: the label, and the amounts that close the line. */
export interface FigureRow {
  readonly label: string;
  readonly amounts: readonly ParsedAmount[];
  /** How many bare numbers before the amounts were taken for words of the label ("Zaal 26"). */
  readonly labelNumbers: number;
}

/** How thousands are set off, where the table shows it. Between dots, and where nothing sets them off, figures are never parts of one. */
export type ThousandsStyle = 'dots' | 'blanks' | 'unmarked' | null;

/** No printed table is wider: 8 years x 3 figures. More tokens than this are prose with numbers. */
const MAX_COLUMNS = 24;

/** Leading groups of a number whose thousands are set off by blanks: "72 994 384". */
const FIRST_GROUP = /^[-\u2212+]?\d{1,3}$/;
const NEXT_GROUP = /^\d{3}(?:,\d{2})?$/;
const SIGN_OR_CURRENCY = /^(?:[-\u2212\u2013\u2014+]|€|EUR|euro|[-\u2212\u2013]€)$/;
/** "-€" before digits is their sign, never a zero of its own. */
const SIGNED_CURRENCY = /^[-\u2212\u2013]€$/;
const DIGIT_TOKEN = /^(?:[-\u2212\u2013+]?€?\d[\d.]*(?:,\d{2})?€?|\(€?\d[\d.]*(?:,\d{2})?\)|\d[\d.]*(?:,\d{2})?-)$/;
/** A number that may be a word of a label: no sign, no thousands, no cents, and not the zero of an empty cell. */
const LABEL_NUMBER = /^[1-9]\d{0,3}$/;
/** A figure that is money and nothing else: thousands set off, or cents. */
const MONEY = /(?<![\d.,/])\d{1,3}(?:\.\d{3})+(?![\d./])|(?<![\d.,/])\d+,\d{2}(?![\d%])/;

/** Does a text hold a figure with a thousands mark or cents? Such a figure never belongs to a label or a title. */
export const holdsMoney = (text: string): boolean => MONEY.test(text);

/** "(1.234)" and "1.234-": what accountants print for what is less than zero. */
const BRACKETED = /^\(([^()]+)\)$|^([^-\s]+)-$/;

function parseFigure(text: string): ParsedAmount | null {
  const match = text.startsWith('(') || text.endsWith('-') ? BRACKETED.exec(text) : null;
  const amount = parseAmount(match?.[1] ?? match?.[2] ?? text);
  return match && amount && amount.cents !== 0 ? { ...amount, cents: -amount.cents } : amount;
}

/** The last signs a figure can have beside a digit: stops, brackets, signs, currencies. Most words are told from figures by that alone. */
const LAST_SIGNS = new Set('.)-+\u2212\u2013\u2014€Ro');

const isFigureToken = (token: string): boolean => DIGIT_TOKEN.test(token) || SIGN_OR_CURRENCY.test(token);
const mayEndFigure = (text: string, end: number): boolean => {
  const code = text.charCodeAt(end - 1);
  return (code >= 0x30 && code <= 0x39) || LAST_SIGNS.has(text.charAt(end - 1));
};

/** Could these tokens together be one amount? Several digit groups only as thousands set off by blanks. */
function amountOf(tokens: readonly string[]): ParsedAmount | null {
  const groups = tokens.filter((token) => !SIGN_OR_CURRENCY.test(token));
  if (
    groups.length > 1 &&
    !(FIRST_GROUP.test(groups[0] ?? '') && groups.slice(1).every((group) => NEXT_GROUP.test(group)))
  ) {
    return null;
  }
  return parseFigure(tokens.join(' '));
}

type Amounts = readonly ParsedAmount[];

/** One reading of the rest of a row proves nothing wrong, two make it ambiguous; more are not looked for. */
const ENOUGH = 2;

/**
 * All ways to read tokens[from..] as exactly `count` amounts, as far as ENOUGH. Answers are kept per place and count, so that
 * a long row of groups that cannot be read costs no more than its length times its columns.
 */
class RowReadings {
  private readonly known = new Map<number, readonly Amounts[]>();
  private readonly starts: (readonly { readonly to: number; readonly amount: ParsedAmount }[] | undefined)[] = [];

  constructor(
    private readonly tokens: readonly string[],
    private readonly style: ThousandsStyle,
  ) {}

  from(from: number, count: number): readonly Amounts[] {
    const key = from * (MAX_COLUMNS + 1) + count;
    const known = this.known.get(key);
    if (known) return known;
    const found = this.find(from, count);
    this.known.set(key, found);
    return found;
  }

  private find(from: number, count: number): readonly Amounts[] {
    if (count === 0) return from === this.tokens.length ? [[]] : [];
    const found: Amounts[] = [];
    for (const { to, amount } of this.amountsAt(from)) {
      if (found.length >= ENOUGH || this.tokens.length - to < count - 1) break;
      for (const rest of this.from(to, count - 1)) found.push([amount, ...rest]);
    }
    return found.slice(0, ENOUGH);
  }

  /** Each amount that can start at this token, and the token after it. */
  private amountsAt(from: number): readonly { readonly to: number; readonly amount: ParsedAmount }[] {
    const known = this.starts[from];
    if (known) return known;
    const { tokens } = this;
    const found: { to: number; amount: ParsedAmount }[] = [];
    for (let to = from + 1; to <= Math.min(tokens.length, from + MAX_GROUPS); to += 1) {
      if ((this.style === 'dots' || this.style === 'unmarked') && isSplitNumber(tokens, from, to)) break;
      const signOfNext = SIGNED_CURRENCY.test(tokens[to - 1] ?? '') && DIGIT_TOKEN.test(tokens[to] ?? '');
      const amount = signOfNext ? null : amountOf(tokens.slice(from, to));
      if (amount) found.push({ to, amount });
    }
    this.starts[from] = found;
    return found;
  }
}

/** Sign, currency and five groups of digits: more than MAX_CENTS holds. */
const MAX_GROUPS = 8;

const BLANKS = /[ \t\u00a0\u202f]+/g;
const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x202f;

/** The longest run of figure-like tokens that closes a line, and where it starts. Read from the end: most lines close in words. */
function closingRun(text: string): { readonly run: readonly string[]; readonly start: number } {
  const run: string[] = [];
  let start = text.length;
  for (let end = text.length; run.length < MAX_COLUMNS * 4 && mayEndFigure(text, end);) {
    let from = end;
    while (from > 0 && !isBlank(text.charCodeAt(from - 1))) from -= 1;
    const token = text.slice(from, end);
    if (!isFigureToken(token)) break;
    run.push(token);
    start = from;
    while (from > 0 && isBlank(text.charCodeAt(from - 1))) from -= 1;
    end = from;
  }
  return { run: run.reverse(), start };
}

/** From a thousand million on, groups without places to tell may as well be two figures. */
const MOST_CENTS = 1e11;

const isLarge = ({ amounts }: FigureRow): boolean => amounts.some(({ cents }) => Math.abs(cents) >= MOST_CENTS);

const isSplitNumber = (tokens: readonly string[], from: number, to: number): boolean =>
  tokens.slice(from, to).filter((token) => DIGIT_TOKEN.test(token)).length > 1;

/**
 * Reads a row that must close with exactly `count` amounts. null when it does not, or when the blanks between the groups allow
 * more than one reading: separators are never guessed, unless the places of the words tell. The label is '' for a line of
 * figures alone.
 */
export function readFigureRow(
  { label, tokens: run }: ClosingFigures,
  count: number,
  words: readonly Word[] | null = null,
  style: ThousandsStyle = null,
): FigureRow | null {
  if (count < 1 || count > MAX_COLUMNS || run.length < count) return null;
  if (style !== 'unmarked' && hidesMarks(run, count, style)) return null;
  if (run.length === count) {
    const amounts = run.map((token) => parseFigure(token));
    if (amounts.every((amount) => amount !== null)) return { label, amounts, labelNumbers: 0 };
  }
  // Dots in a row are the style of the row, where the table shows none.
  const splits = splitsOf(run, label, count, style ?? (run.some((token) => DOTTED.test(token)) ? 'dots' : null));
  const [only] = splits;
  const isSure = only && (style === 'unmarked' || only.labelNumbers > run.findLastIndex(isUnmarked));
  if (isSure && !isLarge(only) && splits.every((split) => isSameRow(split, only))) return only;
  const cells = words === null ? null : cellsByPlace(words.slice(-run.length));
  return cells !== null && cells.length === count ? { label, amounts: cells, labelNumbers: 0 } : null;
}

const DOTTED = /\d\.\d{3}/;
const UNMARKED = /^[-\u2212\u2013+(]?€?\d{4,}/;
const isUnmarked = (token: string): boolean => UNMARKED.test(token);
const isYearOfLabel = (token: string): boolean => /^(?:19|20)\d{2}$/.test(token);

/**
 * Where thousands are set off, a figure without its marks is two that ran together, or no amount: "1 1011 102" was printed as
 * 1 101 and 1 102. Only a year that belongs to the label may stand there.
 */
function hidesMarks(run: readonly string[], count: number, style: ThousandsStyle): boolean {
  if (!run.some(isUnmarked)) return false;
  if (run.length === count) return style !== null || showsMarks(run);
  return run.some((token) => isUnmarked(token) && !isYearOfLabel(token));
}

/** The end of a number whose thousands are set off by a blank, and the start of one. */
const GROUP_BEFORE = /^[-\u2212\u2013+(]?€?(?:[1-9]\d{0,2}|\d{3})$/;
const WHOLE = /^[-\u2212\u2013+(]?€?\d+$/;

/** Does a row with an unmarked figure show marks beside it: dots, or groups of digits that may be a part of that figure? */
const showsMarks = (run: readonly string[]): boolean =>
  run.some(
    (token, at) =>
      DOTTED.test(token) ||
      (isUnmarked(token) &&
        (GROUP_BEFORE.test(run[at - 1] ?? '') || (WHOLE.test(token) && NEXT_GROUP.test(run[at + 1] ?? '')))),
  );

/** Does the row show that thousands are not set off: a figure of four digits or more that is no year, and no mark in sight? */
export const isWithoutMarks = (run: readonly string[]): boolean =>
  run.some((token) => isUnmarked(token) && !isYearOfLabel(token)) && !showsMarks(run);

/** Leading numbers of the run may belong to the label ("Zaal 26 5.000 4.000"): every split that works must be the same one. */
function splitsOf(run: readonly string[], label: string, count: number, style: ThousandsStyle): readonly FigureRow[] {
  const readings = new RowReadings(run, style);
  const splits: FigureRow[] = [];
  for (let at = 0; at <= run.length - count && splits.length < ENOUGH; at += 1) {
    const before = run[at - 1];
    if (before !== undefined && (label === '' || !LABEL_NUMBER.test(before))) break;
    const name = [label, ...run.slice(0, at)].filter((word) => word !== '').join(' ');
    for (const found of readings.from(at, count)) splits.push({ label: name, amounts: found, labelNumbers: at });
    if (style === 'blanks' && splits.length > 0) break;
  }
  return splits;
}

const isSameRow = (left: FigureRow, right: FigureRow): boolean =>
  left.label === right.label &&
  left.amounts.length === right.amounts.length &&
  left.amounts.every(({ cents }, at) => cents === right.amounts[at]?.cents);

/** A gap wider than this many signs of a number parts two cells of a table. */
const CELL_GAP = 1.2;

/** The amounts of a run of words, one for each cell as the gaps between the words tell; null when a cell is no amount. */
function cellsByPlace(words: readonly Word[]): readonly ParsedAmount[] | null {
  const cells: string[][] = [];
  words.forEach((word, at) => {
    const previous = words[at - 1];
    const sign = (word.to - word.from) / Math.max(word.text.length, 1);
    if (previous === undefined || word.from - previous.to > CELL_GAP * sign) cells.push([word.text]);
    else cells.at(-1)?.push(word.text);
  });
  const amounts = cells.map((cell) => amountOf(cell));
  return amounts.every((amount) => amount !== null) ? amounts : null;
}

/** The figures that close a line, one token each, and the words before them. */
export interface ClosingFigures {
  readonly label: string;
  readonly count: number;
  /** Tokens of the run, signs apart from their figures included: so many words of the line. */
  readonly tokens: readonly string[];
}

/** What closes the line like figures do; a lone dash or currency sign counts as one only beside its like. */
export function closingFigures(text: string): ClosingFigures {
  const { run, start } = closingRun(text);
  if (run.length === 0) return { label: text, count: 0, tokens: run };
  return {
    label: text.slice(0, start).trimEnd().replace(BLANKS, ' '),
    count: countCells(run),
    tokens: run,
  };
}

/** How many cells the tokens fill, each figure being one, and each dash that is no sign of the figure after it. */
function countCells(run: readonly string[]): number {
  let count = 0;
  run.forEach((token, at) => {
    if (DIGIT_TOKEN.test(token)) count += 1;
    else if (DASH.test(token) && !(DIGIT_TOKEN.test(run[at + 1] ?? '') && !DASH.test(run[at - 1] ?? ''))) count += 1;
  });
  return count;
}

const DASH = /^[-\u2212\u2013\u2014]€?$/;
