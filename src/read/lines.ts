/** A line of the source. `text` is trimmed; `indented` tells whether it began with a blank, which is how a page start shows. */
export interface Line {
  readonly text: string;
  readonly indented: boolean;
  /** How many blanks stand before the text; on a blank line, how many it holds. Absent where the source does not tell. */
  readonly lead?: number;
  /** Page it stands on, where the source has pages of its own. */
  readonly page?: number;
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
  return plain
    .replace(BYTE_ORDER_MARK, '')
    .split('\n')
    .map((raw) => {
      const trimmed = raw.trim();
      const indented = trimmed.length > 0 && raw.charCodeAt(0) !== trimmed.charCodeAt(0);
      return {
        text: trimmed,
        indented,
        lead: trimmed.length === 0 ? raw.length : indented ? raw.length - raw.trimStart().length : 0,
      };
    });
}
