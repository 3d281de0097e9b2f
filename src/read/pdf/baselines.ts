import type { Box } from '../../plan/document';

/** A piece of text as it stands on its page, seen along its direction of writing. */
export interface PlacedPiece {
  readonly text: string;
  /** Its left and right edge, in points. */
  readonly from: number;
  readonly to: number;
  /** The line it is written on, in points down the page. */
  readonly depth: number;
  readonly height: number;
  readonly box: Box;
}

/** Letters of other sizes on one line stand this much of their height apart at most. */
const SAME_LINE = 0.35;

/** As much of a piece may lie over the one before it: kerning, a sign drawn twice as shadow. */
const OVERLAP = 0.3;

interface Run {
  readonly pieces: PlacedPiece[];
  readonly order: number;
  readonly depth: number;
  readonly height: number;
}

/**
 * Pieces by the line they stand on, from the top of the page down, each from left to right. A page that prints running
 * text in columns keeps the order in which it is drawn, column by column.
 */
export function groupByBaseline(pieces: readonly PlacedPiece[]): readonly (readonly PlacedPiece[])[] {
  const runs = runsOf(pieces);
  const sorted = [...runs].sort((left, right) => left.depth - right.depth || left.order - right.order);
  const lines: Run[][] = [];
  for (const run of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && line.every((other) => isBeside(other, run))) line.push(run);
    else lines.push([run]);
  }
  const isInColumns = lines.filter((line) => line.filter(isRunningText).length > 1).length >= COLUMN_LINES;
  const groups = isInColumns ? runs.map((run) => [run]) : lines;
  return groups.map((line) => line.flatMap((run) => run.pieces).sort((left, right) => left.from - right.from));
}

/** Pieces drawn one after another along one line. */
function runsOf(pieces: readonly PlacedPiece[]): readonly Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const piece of pieces) {
    const run = runs.at(-1);
    const goesOn =
      run !== undefined && isSameLine(run, piece) && piece.from >= end - OVERLAP * Math.max(run.height, piece.height);
    if (goesOn) run.pieces.push(piece);
    else runs.push({ pieces: [piece], order: runs.length, depth: piece.depth, height: piece.height });
    end = piece.to;
  }
  return runs;
}

const isSameLine = (left: Pick<Run, 'depth' | 'height'>, right: Pick<Run, 'depth' | 'height'>): boolean =>
  Math.abs(left.depth - right.depth) <= SAME_LINE * Math.min(left.height || 1, right.height || 1);

function isBeside(left: Run, right: Run): boolean {
  if (!isSameLine(left, right)) return false;
  const [start, end] = edges(left);
  const [otherStart, otherEnd] = edges(right);
  return otherStart >= end - 1 || otherEnd <= start + 1;
}

const edges = ({ pieces }: Run): readonly [number, number] => [
  Math.min(...pieces.map(({ from }) => from)),
  Math.max(...pieces.map(({ to }) => to)),
];

/** So many lines with running text beside running text, and the page is set in columns. */
const COLUMN_LINES = 4;
const RUNNING_WORDS = 5;

/** Several words and hardly a figure: the cell of a table is shorter, or closes with figures. */
function isRunningText({ pieces }: Run): boolean {
  const words = pieces
    .map(({ text }) => text)
    .join(' ')
    .split(/\s+/);
  return words.length >= RUNNING_WORDS && words.filter((word) => /\d/.test(word)).length <= 1;
}
