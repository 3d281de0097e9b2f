import type { Box } from '../plan/document';

/** A line of the source. `text` is trimmed; `indented` tells whether it began with a blank, which is how a page start shows. */
export interface Line {
  readonly text: string;
  readonly indented: boolean;
  /** How many blanks stand before the text; on a blank line, how many it holds. Absent where the source does not tell. */
  readonly lead?: number;
  /** Page it stands on, where the source has pages of its own. */
  readonly page?: number;
  /** Where its pieces stand, where the source tells: a page does, text that keeps its columns by blanks does too. */
  readonly spans?: readonly Span[];
  /** The box around it on its page. */
  readonly box?: Box;
  /** Written in another direction than the rest of its page: a stamp, a note in the margin. */
  readonly aside?: true;
}

/** A piece of a line: the sign it starts with, and its left and right edge on the page. */
export interface Span {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A word of a line and where it stands, in the unit of its source: points of a page, signs of a text. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Two blanks in a row: the text keeps its columns. */
const KEEPS_COLUMNS = /\S(?: {2,}|\t)/;

/** The words of a line with their places; null where the source does not tell them. */
export function wordsOf({ text, spans, lead = 0 }: Line): readonly Word[] | null {
  if (spans === undefined && !KEEPS_COLUMNS.test(text)) return null;
  const words: Word[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const [from, to] = [match.index, match.index + match[0].length];
    words.push({ text: match[0], from: edgeAt(text, spans, from, lead), to: edgeAt(text, spans, to, lead) });
  }
  return words;
}

/** Where the sign at this place of the text starts; within a piece its signs are taken to be equally wide. */
function edgeAt(text: string, spans: readonly Span[] | undefined, at: number, lead: number): number {
  if (spans === undefined) return lead + at;
  const index = spans.findLastIndex((span) => span.at < at || (span.at === at && at === 0));
  const starting = spans.find((span) => span.at === at);
  if (starting !== undefined) return starting.from;
  const span = spans[index];
  if (span === undefined) return 0;
  const next = spans[index + 1]?.at ?? text.length;
  const length = text.slice(span.at, next).trimEnd().length || 1;
  return span.from + (span.to - span.from) * Math.min((at - span.at) / length, 1);
}

/** A line longer than this is no line of a document. Real lines stay under 250. */
const MAX_LINE_LENGTH = 10_000;

/**
 * Is the line too long to be one? Then no pattern sees it: it is counted and reported as a line that is not understood, and its
 * text is kept with the lines of the source.
 */
export const isTooLong = ({ text }: Line): boolean => text.length > MAX_LINE_LENGTH;

const BYTE_ORDER_MARK = /^\uFEFF/;

/** Splits text into lines; LF, CRLF, lone CR and form feeds end a line. Line n of the source is element n - 1. */
export function splitLines(text: string): readonly Line[] {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  // A form feed starts a page; text without any tells no pages.
  let page = plain.includes('\f') ? 1 : undefined;
  return plain
    .replace(BYTE_ORDER_MARK, '')
    .split('\n')
    .map((raw) => {
      if (page !== undefined) page += countFormFeeds(raw);
      const trimmed = raw.trim();
      const indented = trimmed.length > 0 && raw.charCodeAt(0) !== trimmed.charCodeAt(0);
      const lead = trimmed.length === 0 ? raw.length : indented ? raw.length - raw.trimStart().length : 0;
      return page === undefined ? { text: trimmed, indented, lead } : { text: trimmed, indented, lead, page };
    });
}

function countFormFeeds(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf('\f'); at >= 0; at = raw.indexOf('\f', at + 1)) count += 1;
  return count;
}
