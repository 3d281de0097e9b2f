import { usedArea, type ColumnState, type RowState, type Sheet } from '../model/book';

/** A place on a sheet, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const PAGE = 20;

type Lines = ReadonlyMap<number, RowState | ColumnState>;

/** The nearest line that is shown at `index` or on from there in the direction of `step`; the line one came from when there is none. */
function shownLine(lines: Lines, index: number, step: number, from: number): number {
  const way = step < 0 ? -1 : 1;
  for (let line = Math.max(index, 0); line >= 0 && line < index + lines.size + 1; line += way)
    if (lines.get(line)?.hidden !== true) return line;
  return from;
}

/** Where the selection goes by that many rows and columns, past what is hidden. */
export const stepped = (sheet: Sheet, { row, column }: Place, rows: number, columns: number): Place => ({
  row: rows === 0 ? row : shownLine(sheet.rows, row + rows, rows, row),
  column: columns === 0 ? column : shownLine(sheet.columns, column + columns, columns, column),
});

/** Where a key takes the selection, as in Excel; null for a key that does not move it. */
export function placeAfter(
  sheet: Sheet,
  from: Place,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
): Place | null {
  const used = usedArea(sheet, false);
  const [lastRow, lastColumn] = used ? [used.row + used.rows - 1, used.column + used.columns - 1] : [0, 0];
  const { row, column } = from;
  const plain: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-PAGE, 0],
    PageDown: [PAGE, 0],
    Home: [0, -column],
  };
  const far: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
    ArrowUp: [-row, 0],
    ArrowDown: [Math.max(lastRow - row, 0), 0],
    ArrowLeft: [0, -column],
    ArrowRight: [0, Math.max(lastColumn - column, 0)],
    Home: [-row, -column],
    End: [lastRow - row, lastColumn - column],
  };
  const move = (ctrlKey ? far : plain)[key];
  return move ? stepped(sheet, from, ...move) : null;
}
