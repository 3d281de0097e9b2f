import type { RangeSpec, SheetRangeSpec } from './spec';

/** Letters of a 0-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** A1 address of a 0-based cell. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

export const absoluteAddress = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;

export const rangeAddress = ({ row, column, rows, columns }: RangeSpec): string =>
  `${cellAddress(row, column)}:${cellAddress(row + rows - 1, column + columns - 1)}`;

export const absoluteRange = ({ row, column, rows, columns }: RangeSpec): string =>
  `${absoluteAddress(row, column)}:${absoluteAddress(row + rows - 1, column + columns - 1)}`;

/** The name of a sheet as a formula writes it: always quoted, since names such as J1 and T2 look like cells. */
export const quotedSheet = (name: string): string => `'${name.replace(/'/g, "''")}'`;

export const sheetRange = (range: SheetRangeSpec): string => `${quotedSheet(range.sheet)}!${absoluteRange(range)}`;

/** Reads an A1 range ("B2:D10", or one cell) into a 0-based range; null when it is not one. */
export function parseRange(address: string): RangeSpec | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(address);
  if (!match) return null;
  const [, firstLetters = '', firstRow = '', lastLetters = firstLetters, lastRow = firstRow] = match;
  const row = Number(firstRow) - 1;
  const column = columnNumber(firstLetters);
  const rows = Number(lastRow) - row;
  const columns = columnNumber(lastLetters) - column + 1;
  return row < 0 || rows < 1 || columns < 1 ? null : { row, column, rows, columns };
}

/** 0-based number of a column by its letters: A is 0. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
