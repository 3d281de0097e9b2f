import type { Line } from '../lines';

/** One piece of text of a page, in the order the page draws it, as pdf.js gives it. */
export interface TextPiece {
  readonly text: string;
  readonly endsLine: boolean;
  /** [a, b, c, d, x, y]: (a, b) is the direction of writing, which may be turned. */
  readonly transform: readonly number[];
  readonly height: number;
}

/** Lines of one paragraph stand about 1.2 times their height apart; from here on it is a blank line. */
const BLANK_LINE_GAP = 1.5;

interface OpenLine {
  text: string;
  /** Distance down the page, across the direction of writing, in points. */
  readonly depth: number;
  readonly height: number;
}

/** Puts the pieces of a page into lines, with an empty line where the page leaves one, and the page number on each. */
export function linesOfPage(pieces: readonly TextPiece[], page: number): readonly Line[] {
  const lines: Line[] = [];
  let open: OpenLine | null = null;
  let previous: OpenLine | null = null;
  const close = (): void => {
    const text = open?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (open !== null && text !== '') {
      const gap = previous === null ? 0 : Math.abs(open.depth - previous.depth);
      if (previous !== null && gap > BLANK_LINE_GAP * Math.max(open.height, previous.height))
        lines.push({ text: '', indented: false, page });
      // A page start is told by an indented first line, as in text made of pages.
      lines.push({ text, indented: previous === null, page });
      previous = open;
    }
    open = null;
  };
  for (const piece of pieces) {
    if (piece.text !== '') {
      if (open === null) open = { text: piece.text, depth: depthOf(piece), height: piece.height };
      else open.text += piece.text;
    }
    if (piece.endsLine) close();
  }
  close();
  if (lines.length > 0) lines.push({ text: '', indented: false, page });
  return lines;
}

function depthOf({ transform: [a = 1, b = 0, , , x = 0, y = 0] }: TextPiece): number {
  const length = Math.hypot(a, b) || 1;
  return (x * b - y * a) / length;
}
