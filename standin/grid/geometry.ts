import { STANDARD_HEIGHT, STANDARD_WIDTH, usedArea, type Sheet } from '../model/book';

/** CSS pixels per point. */
const PIXELS = 96 / 72;

export const pixels = (points: number): number => Math.round(points * PIXELS);

/** Empty rows and columns shown beyond what is used, so that one can type on. */
const SPARE_ROWS = 30;
const SPARE_COLUMNS = 20;

/** Where rows and columns of a sheet lie, in CSS pixels; hidden ones have no size. */
export interface Geometry {
  readonly rows: number;
  readonly columns: number;
  /** Top of each row, and below the last one; left of each column, and right of the last one. */
  readonly tops: Float64Array;
  readonly lefts: Float64Array;
  /** Rows and columns that stay in view. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export function geometryOf(sheet: Sheet): Geometry {
  const used = usedArea(sheet, false);
  const rows = (used ? used.row + used.rows : 0) + SPARE_ROWS;
  const columns = (used ? used.column + used.columns : 0) + SPARE_COLUMNS;
  const tops = new Float64Array(rows + 1);
  for (let row = 0; row < rows; row += 1) {
    const state = sheet.rows.get(row);
    tops[row + 1] = (tops[row] ?? 0) + (state?.hidden === true ? 0 : pixels(state?.height ?? STANDARD_HEIGHT));
  }
  const lefts = new Float64Array(columns + 1);
  for (let column = 0; column < columns; column += 1) {
    const state = sheet.columns.get(column);
    lefts[column + 1] = (lefts[column] ?? 0) + (state?.hidden === true ? 0 : pixels(state?.width ?? STANDARD_WIDTH));
  }
  const { freeze } = sheet;
  return {
    rows,
    columns,
    tops,
    lefts,
    frozenRows: freeze === null ? 0 : Math.min(freeze.rows, rows) % rows,
    frozenColumns: freeze === null ? 0 : Math.min(freeze.columns, columns) % columns,
  };
}

/** Index of the row or column at a position. */
export function at(edges: Float64Array, position: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((edges[middle] ?? Infinity) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const sizeOf = (edges: Float64Array, index: number, count = 1): number =>
  (edges[index + count] ?? 0) - (edges[index] ?? 0);
