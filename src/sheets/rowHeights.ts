import type { RowSpec } from './spec';
import { STYLES } from './style';
import { valueOf, type TableModel } from './table';

/** Points per line of text in the default font, and the air above and below. */
export const LINE_POINTS = 13;
const AIR_POINTS = 2;

/** Words of proportional type take less room than as many digits, by which widths are counted. */
const LETTERS_PER_WIDTH = 1.12;

/** A code breaks at its hyphens only. */
const CODES_PER_WIDTH = 0.9;

/** A row higher than this is no longer read at a glance; the rest of the text is in the cell. */
const MAX_LINES = 12;

/** Lines that a text takes in a column of a width in characters. */
export const linesOfText = (text: string, width: number): number =>
  text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / (width * (part.includes(' ') ? LETTERS_PER_WIDTH : CODES_PER_WIDTH)))), 0);

export const heightOf = (lines: number): number => Math.min(MAX_LINES, Math.max(1, lines)) * LINE_POINTS + AIR_POINTS;

/** Heights of the rows of a table so that wrapped text shows; hosts that write files cannot measure type. `only`: columns that count. */
export function rowHeights(model: TableModel, headRow: number, only?: readonly string[]): readonly RowSpec[] {
  const wrapped = model.columns.flatMap(({ name, style, width, hidden }, index) =>
    STYLES[style].wrap === true && hidden !== true && (only === undefined || only.includes(name)) ? [{ index, width }] : [],
  );
  return model.rows.map((cells, position) => {
    const lines = wrapped.map(({ index, width }) => linesOfText(String(valueOf(cells[index]) ?? ''), width));
    return { row: headRow + 1 + position, height: heightOf(Math.max(1, ...lines)) };
  });
}
