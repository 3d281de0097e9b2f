import type { Line, Span } from '../lines';
import { groupByBaseline, type PlacedPiece } from './baselines';

/** One piece of text of a page, in the order the page draws it, as pdf.js gives it. */
export interface TextPiece {
  readonly text: string;
  /** [a, b, c, d, x, y] on the page as it is shown, y down from its top: (a, b) is the direction of writing. */
  readonly transform: readonly number[];
  /** Along the direction of writing. */
  readonly width: number;
  readonly height: number;
}

/** Lines of one paragraph stand about 1.2 times their height apart; from here on it is a blank line. */
const BLANK_LINE_GAP = 1.5;

/** A blank between words is a quarter of the height wide; letters of one word that are drawn apart stand closer. */
const WORD_GAP = 0.15;

/**
 * Puts the pieces of a page into lines, with an empty line where the page leaves one. What is written in another
 * direction than most of the page (a stamp, a note in the margin) comes after it, and is marked so.
 */
export function linesOfPage(pieces: readonly TextPiece[], page: number): readonly Line[] {
  const directions = byDirection(pieces);
  const lines: Line[] = [];
  directions.forEach((placed, position) => {
    let previous: { readonly depth: number; readonly height: number } | null = null;
    for (const group of groupByBaseline(placed)) {
      const { depth, height } = heaviest(group);
      const gap = previous === null ? 0 : Math.abs(depth - previous.depth);
      if (previous !== null && gap > BLANK_LINE_GAP * Math.max(height, previous.height)) lines.push(blank(page));
      else if (previous === null && lines.length > 0) lines.push(blank(page));
      // A page start is told by an indented first line, as in text made of pages.
      lines.push({ ...joined(group), indented: lines.length === 0, page, ...(position > 0 ? { aside: true } : {}) });
      previous = { depth, height };
    }
  });
  if (lines.length > 0) lines.push(blank(page));
  return lines;
}

const blank = (page: number): Line => ({ text: '', indented: false, page });

/** Pieces by direction of writing, in quarter turns; that of most signs first. */
function byDirection(pieces: readonly TextPiece[]): readonly (readonly PlacedPiece[])[] {
  const groups = new Map<number, { signs: number; readonly placed: PlacedPiece[] }>();
  for (const piece of pieces) {
    const text = piece.text.trim();
    if (text === '') continue;
    const [a = 1, b = 0] = piece.transform;
    const turn = Math.round(Math.atan2(b, a) / (Math.PI / 2)) & 3;
    const group = groups.get(turn) ?? { signs: 0, placed: [] };
    groups.set(turn, group);
    group.signs += text.length;
    group.placed.push(place(piece));
  }
  return [...groups.values()].sort((left, right) => right.signs - left.signs).map(({ placed }) => placed);
}

function place({ text, transform, width, height }: TextPiece): PlacedPiece {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform;
  const length = Math.hypot(a, b) || 1;
  const [cos, sin] = [a / length, b / length];
  const from = x * cos + y * sin;
  // Up from the line of writing, seen along it: where the letters stand.
  const [upX, upY] = [sin * height, -cos * height];
  const corners = [x, x + cos * width, x + upX, x + cos * width + upX];
  const rows = [y, y + sin * width, y + upY, y + sin * width + upY];
  return {
    text,
    from,
    to: from + width,
    depth: y * cos - x * sin,
    height,
    box: [Math.min(...corners), Math.min(...rows), Math.max(...corners), Math.max(...rows)],
  };
}

/** The piece with most signs says how high a line is and where it stands. */
const heaviest = (group: readonly PlacedPiece[]): PlacedPiece =>
  group.reduce((most, piece) => (piece.text.length > most.text.length ? piece : most));

const round = (value: number): number => Math.round(value * 10) / 10;

/** The text of a line, its words set apart by their distance, and where its pieces stand. */
function joined(group: readonly PlacedPiece[]): Pick<Line, 'text' | 'spans' | 'box'> {
  const spans: Span[] = [];
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of group) {
    if (text !== '' && piece.from - end > WORD_GAP * piece.height) text += ' ';
    spans.push({ at: text.length, from: round(piece.from), to: round(piece.to) });
    text += piece.text.replace(/\s+/g, ' ');
    end = piece.to;
  }
  const boxes = group.map(({ box }) => box);
  return {
    text,
    spans,
    box: [
      round(Math.min(...boxes.map(([left]) => left))),
      round(Math.min(...boxes.map(([, top]) => top))),
      round(Math.max(...boxes.map(([, , right]) => right))),
      round(Math.max(...boxes.map(([, , , bottom]) => bottom))),
    ],
  };
}
