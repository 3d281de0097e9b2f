import type { HostContext } from '../protocol/context';
import { checkContent, dress, editCells } from './edits';
import { cellCount, isEntireColumn, isEntireRow, type Area } from '../model/area';
import { cellAt, formatAt, type Cell, type Sheet } from '../model/book';
import { valueTypeOf, TEXT_FORMAT } from '../model/input';
import { filled, type Inputs } from '../model/write';
import { HostError, invalidArgument, notImplemented, WRONG_DIMENSIONS } from '../model/errors';
import type { RangeTarget, Scalar } from '../protocol/hostClass';
import { soleArea, textOf } from './arguments';

/** Contents of a range as arrays. */

/** Excel reads at most this many cells at once. */
export const MAX_CELLS_READ = 5_000_000;

/** Whole rows and columns have no contents to read: null, as Excel answers. */
const isUnbounded = (at: Area): boolean => isEntireRow(at) || isEntireColumn(at);

export function readCells<V>(sheet: Sheet, at: Area, take: (cell: Cell, row: number, column: number) => V): V[][] {
  if (cellCount(at) > MAX_CELLS_READ) throw invalidArgument(`${cellCount(at)} cells at once`);
  return Array.from({ length: at.rows }, (_, down) =>
    Array.from({ length: at.columns }, (_cell, right) =>
      take(cellAt(sheet, at.row + down, at.column + right), at.row + down, at.column + right),
    ),
  );
}

const grid =
  <V>(take: (cell: Cell, sheet: Sheet, row: number, column: number) => V) =>
  (target: RangeTarget): V[][] | null => {
    const at = soleArea(target);
    return isUnbounded(at)
      ? null
      : readCells(target.sheet, at, (cell, row, column) => take(cell, target.sheet, row, column));
  };

/** A list of rows of the size of the range, or one value for all its cells. */
export function inputsFor(at: Area, value: unknown): Inputs {
  if (!Array.isArray(value)) return filled(at, value);
  const rows = value as readonly unknown[];
  const fits = rows.length === at.rows && rows.every((row) => Array.isArray(row) && row.length === at.columns);
  if (!fits) throw new HostError('InvalidArgument', WRONG_DIMENSIONS);
  return rows as Inputs;
}

/** Range.text for formats the stand-in can show; the rest of Excel's number formats is not there. */
export function displayText(cell: Cell, numberFormat: string): string {
  if (typeof cell.value === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  if (typeof cell.value === 'string') return cell.value;
  if (numberFormat === 'General' || numberFormat === TEXT_FORMAT) return String(cell.value);
  if (numberFormat === '0') return String(Math.round(cell.value));
  throw notImplemented(`text of a number as ${numberFormat}`);
}

function setNumberFormat(target: RangeTarget, value: unknown, context: HostContext): void {
  const at = soleArea(target);
  if (!Array.isArray(value)) {
    const numberFormat = textOf(value, 'number format');
    dress(context, target.sheet, at, (format) => ({ ...format, numberFormat }));
    return;
  }
  const inputs = inputsFor(at, value);
  const runs = runsOf(inputs);
  for (const { row, column, rows, columns, value: format } of runs) {
    const numberFormat = textOf(format, 'number format');
    dress(context, target.sheet, { row: at.row + row, column: at.column + column, rows, columns }, (before) => ({
      ...before,
      numberFormat,
    }));
  }
}

/** Columns of equal inputs as one run, so that a block of formats costs one step per column; null cells are left out. */
function runsOf(inputs: Inputs): (Area & { value: unknown })[] {
  const runs: (Area & { value: unknown })[] = [];
  const columns = inputs[0]?.length ?? 0;
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < inputs.length;) {
      const value = inputs[row]?.[column];
      let end = row + 1;
      while (end < inputs.length && inputs[end]?.[column] === value) end += 1;
      if (value !== null && value !== undefined) runs.push({ row, column, rows: end - row, columns: 1, value });
      row = end;
    }
  }
  return runs;
}

function setCells(target: RangeTarget, value: unknown, context: HostContext): void {
  const at = soleArea(target);
  if (isUnbounded(at) && cellCount(at) > MAX_CELLS_READ) throw invalidArgument('values of whole columns');
  editCells(context, target.sheet, at, inputsFor(at, value));
}

export const CONTENT_SCALARS: Readonly<Record<string, Scalar<RangeTarget>>> = {
  Values: { get: grid((cell) => cell.value), set: setCells },
  Formulas: { get: grid((cell) => cell.formula ?? cell.value), set: setCells },
  NumberFormat: {
    get: grid((_cell, sheet, row, column) => formatAt(sheet, row, column).numberFormat),
    set: setNumberFormat,
  },
  Text: { get: grid((cell, sheet, row, column) => displayText(cell, formatAt(sheet, row, column).numberFormat)) },
  ValueTypes: { get: grid((cell) => valueTypeOf(cell.value)) },
};

/** Answers Excel's own check before a large array is sent in pieces. */
export function validateArraySize(target: RangeTarget, rows: unknown, columns: unknown): void {
  const at = soleArea(target);
  if (rows !== at.rows || columns !== at.columns) throw new HostError('InvalidArgument', WRONG_DIMENSIONS);
  checkContent(target.sheet, { ...at, rows: Math.min(at.rows, 1), columns: 1 });
}
