import type { Evaluation } from '../../plan/document';
import { UNKNOWN_STATUS, type StatusVocabulary } from '../../plan/status';
import { WrappedText } from '../wrap';

/** The text of an evaluation: paragraphs and list items from wrapped lines, quotes of the exporting spreadsheet undone, status phrase split off. */

export interface NarrativeLine {
  readonly text: string;
  /** Does a blank line stand before it? */
  readonly afterBlank: boolean;
}

const ITEM = /^(?:[•▪·\uF0B7»–—]|-(?![\s\d])|-\s|o\s|\d{1,2}[.)](?!\d))/u;

/**
 * A wrapped line fills the column up to the next word; one that stops this far short of the widest line was ended on purpose.
 * Proportional type makes character counts vary by about a tenth.
 */
const FULL_LINE = 0.8;

/** Joins lines into paragraphs separated by an empty line; list items and lines ended on purpose keep their own line. */
export function joinNarrative(lines: readonly NarrativeLine[]): string {
  const width = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0);
  const joined = new WrappedText();
  let last = '';
  for (const { text, afterBlank } of lines) {
    if (!joined.isEmpty && afterBlank) joined.append(`\n\n${text}`);
    else if (!joined.isEmpty && (ITEM.test(text) || endedOnPurpose(last, text, width))) joined.append(`\n${text}`);
    else joined.add(text);
    last = text;
  }
  return joined.toString();
}

const endedOnPurpose = (line: string, next: string, width: number): boolean =>
  line.length + 1 + (next.indexOf(' ') < 0 ? next.length : next.indexOf(' ')) < width * FULL_LINE;

function countQuotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

/** Is the quote that opens the text that of a quoted word ("Slim Beheer" werd ...) rather than that of the whole text? */
function opensWithQuotedWord(text: string): boolean {
  const second = text.indexOf('"', 1);
  if (second < 0 || second === text.length - 1) return false;
  if (text[second + 1] === '"') return false;
  return /\S/.test(text[second - 1] ?? '') && !/[\p{L}\d]/u.test(text[second + 1] ?? '');
}

/** Undoes spreadsheet quoting: the outer quotes go (also when one of the two is missing), doubled inner quotes become single. */
export function unquote(text: string): string {
  if (!text.startsWith('"') && !text.endsWith('"')) return text;
  const single = countQuotes(text.replaceAll('""', '')) % 2 === 1;
  const opens = text.startsWith('"') && !opensWithQuotedWord(text);
  const closes = text.endsWith('"');
  let inner = text;
  if (opens && closes && text.length > 1) inner = text.slice(1, -1);
  else if (opens && single) inner = text.slice(1);
  else if (closes && single && !text.startsWith('"')) inner = text.slice(0, -1);
  else return text;
  const plain = inner.replaceAll('""', '"').trim();
  return plain.endsWith('"') && countQuotes(plain) % 2 === 1 ? plain.slice(0, -1) : plain;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One pattern per vocabulary: its labels, the longest first, a full stop, and what separates them from the text. */
const patterns = new WeakMap<StatusVocabulary, StatusPattern>();

interface StatusPattern {
  readonly pattern: RegExp;
  /** The codes by label, as labels are compared. */
  readonly codes: ReadonlyMap<string, string>;
}

function statusPattern(vocabulary: StatusVocabulary): StatusPattern {
  const known = patterns.get(vocabulary);
  if (known) return known;
  const labels = vocabulary.map((term) => escapeRegExp(term.label)).sort((left, right) => right.length - left.length);
  const pattern = new RegExp(`^((?:${labels.join('|')})\\.?)(?:\\s*:\\s*|\\s*$)`, 'i');
  // The first of two terms with one label.
  const codes = new Map([...vocabulary].reverse().map(({ label, code }) => [withoutStop(label), code]));
  patterns.set(vocabulary, { pattern, codes });
  return { pattern, codes };
}

/** A phrase before a colon that is no status of the board is still taken as one when it is this short. */
const MAX_STATUS_LENGTH = 60;
const PHRASE = new RegExp(`^(\\p{Lu}[^:"\\n]{2,${MAX_STATUS_LENGTH}}?)\\s*:\\s+`, 'u');

const withoutStop = (text: string): string => text.replace(/\.$/, '').toLowerCase();

/** Splits "Resultaat is behaald. : "In 2024 ..."" into status and text. A phrase outside the vocabulary becomes `unknown`, with the phrase kept. */
export function readEvaluationText(joined: string, vocabulary: StatusVocabulary): Evaluation {
  const { pattern, codes } = statusPattern(vocabulary);
  const match = vocabulary.length > 0 ? pattern.exec(joined) : null;
  if (match) {
    const [whole, statusText = ''] = match;
    const status = codes.get(withoutStop(statusText)) ?? UNKNOWN_STATUS;
    return { status, statusText, text: unquote(joined.slice(whole.length).trim()) };
  }
  const phrase = PHRASE.exec(joined);
  if (phrase)
    return {
      status: UNKNOWN_STATUS,
      statusText: phrase[1] ?? '',
      text: unquote(joined.slice(phrase[0].length).trim()),
    };
  if (joined.length <= MAX_STATUS_LENGTH && !joined.includes('\n'))
    return { status: UNKNOWN_STATUS, statusText: joined, text: '' };
  return { status: UNKNOWN_STATUS, statusText: '', text: unquote(joined) };
}
