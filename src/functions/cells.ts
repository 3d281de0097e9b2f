import { Refusal, SENTENCES } from './failure';

/** A range as Excel hands it to a custom function. */
export type Cells = readonly (readonly unknown[])[];

/** An error value in a cell, such as #N/A. */
export class CellError {
  constructor(readonly text: string) {}
}

export type Plain = string | number | boolean | null | CellError;

/**
 * The plain value of a cell, whatever Excel wraps it in: a formatted number is its number, an entity or image its text, an empty cell null.
 * Anything else (the call itself, which Excel adds behind the arguments) is nothing.
 */
export function plain(cell: unknown): Plain {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (typeof cell !== 'object' || !('type' in cell)) return null;
  const { type } = cell;
  const basic =
    'basicValue' in cell ? cell.basicValue : 'primitive' in cell ? cell.primitive : 'code' in cell ? cell.code : null;
  if (type === 'Error' || type === 'CustomFunctionError')
    return new CellError(typeof basic === 'string' ? basic : '#VALUE!');
  if ('text' in cell && typeof cell.text === 'string') return cell.text;
  return typeof basic === 'string' || typeof basic === 'number' || typeof basic === 'boolean' ? basic : null;
}

/** A cell as a user reads it, without blanks around it; '' for an empty cell or an error. */
export function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell.trim();
  const value = plain(cell);
  return value === null || value instanceof CellError ? '' : String(value).trim();
}

/** Two spellings of one code are the same to the sheet's formulas, which look at no capitals. */
export const foldCode = (cell: unknown): string => textOf(cell).normalize('NFC').toLowerCase();

/** An argument as rows of cells: one cell is a range of one. null when it was left out. */
export function cellsOf(argument: unknown): Cells | null {
  if (Array.isArray(argument)) {
    const rows: readonly unknown[] = argument;
    return rows.every((row) => Array.isArray(row)) ? (rows as Cells) : [rows];
  }
  return plain(argument) === null ? null : [[argument]];
}

/** The one value of an argument; of a range its first cell. null when it was left out or is empty. */
export function singleOf(argument: unknown): Plain {
  const value = plain(cellsOf(argument)?.[0]?.[0]);
  return typeof value === 'string' && value.trim() === '' ? null : value;
}

/** Excel on the web passes no more than this to a function, as JSON; elsewhere it may pass more, but then a workbook would work on one machine only. */
export const MAX_ARGUMENT_BYTES = 5 * 1024 * 1024;

/** Least number of bytes of one cell in JSON, with its comma. */
const LEAST_CELL = 2;

/** Least number of bytes the arguments take as JSON: what is beyond the limit here is beyond it in Excel as well. */
function leastBytes(args: readonly unknown[]): number {
  let bytes = 0;
  for (const argument of args) {
    for (const row of cellsOf(argument) ?? []) {
      for (const cell of row) bytes += LEAST_CELL + (typeof cell === 'string' ? cell.length + 1 : 0);
    }
  }
  return bytes;
}

/** Why the arguments are too much for one call; null when they are not. */
export function tooLarge(args: readonly unknown[]): Refusal | null {
  const bytes = leastBytes(args);
  if (bytes <= MAX_ARGUMENT_BYTES) return null;
  return new Refusal('value', SENTENCES.tooLarge(bytes / 1024 / 1024));
}
