import type { RowSpec } from './spec';
import { STYLES } from './style';
import { valueOf, type TableModel } from './table';

/** Points per line of text in the default font, and the air above and below. */
export const LINE_POINTS = 13;
const AIR_POINTS = 2;

/** Words of proportional type take less room than as many digits, by which widths are counted. */
const LETTERS_PER_WIDTH = 1.12;

/** A word that takes this much of the width leaves room unused on the line before it. */
const LONG_WORD = 0.6;

/** A row higher than this is no longer read at a glance; the rest of the text is in the cell. */
const MAX_LINES = 12;

/** Lines of text with codes or long words, which break at blanks and hyphens only. */
function linesOfWords(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of text.split(/(?<=[ -])/)) {
    if (used > 0 && used + piece.trimEnd().length > width) {
      lines += 1;
      used = 0;
    }
    used += piece.length;
  }
  return lines + Math.floor(used / (width + 1));
}

const linesOfLine = (text: string, width: number): number =>
  text.split(' ').some((word) => word.length > width * LONG_WORD)
    ? linesOfWords(text, width)
    : Math.max(1, Math.ceil(text.length / (width * LETTERS_PER_WIDTH)));

/** Lines that a text takes in a column of a width in characters. */
export const linesOfText = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + linesOfLine(line, width), 0);

export const heightOf = (lines: number): number => Math.min(MAX_LINES, Math.max(1, lines)) * LINE_POINTS + AIR_POINTS;

/** Heights of the rows of a table so that wrapped text shows; hosts that write files cannot measure type. `only`: columns that count. */
export function rowHeights(model: TableModel, headRow: number, only?: readonly string[]): readonly RowSpec[] {
  const wrapped = model.columns.flatMap(({ name, style, width, hidden }, index) =>
    STYLES[style].wrap === true && hidden !== true && (only === undefined || only.includes(name))
      ? [{ index, width }]
      : [],
  );
  return model.rows.map((cells, position) => {
    const lines = wrapped.map(({ index, width }) => linesOfText(String(valueOf(cells[index]) ?? ''), width));
    return { row: headRow + 1 + position, height: heightOf(Math.max(1, ...lines)) };
  });
}
