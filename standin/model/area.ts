/** Rectangles of cells and their A1 notation. Rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The grid of Excel 2007 and later. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });

export const WHOLE_SHEET = area(0, 0, MAX_ROWS, MAX_COLUMNS);

export const isOnGrid = ({ row, column, rows, columns }: Area): boolean =>
  row >= 0 && column >= 0 && rows > 0 && columns > 0 && row + rows <= MAX_ROWS && column + columns <= MAX_COLUMNS;

export const isEntireRow = (a: Area): boolean => a.column === 0 && a.columns === MAX_COLUMNS;
export const isEntireColumn = (a: Area): boolean => a.row === 0 && a.rows === MAX_ROWS;

export const cellCount = (a: Area): number => a.rows * a.columns;

export const contains = (outer: Area, inner: Area): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

/** The cells both have, or null. */
export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** What is left of `from` without `hole`, as at most four rectangles that do not overlap. */
export function subtract(from: Area, hole: Area): Area[] {
  const cut = intersection(from, hole);
  if (cut === null) return [from];
  const below = from.row + from.rows - (cut.row + cut.rows);
  const right = from.column + from.columns - (cut.column + cut.columns);
  return [
    area(from.row, from.column, cut.row - from.row, from.columns),
    area(cut.row + cut.rows, from.column, below, from.columns),
    area(cut.row, from.column, cut.rows, cut.column - from.column),
    area(cut.row, cut.column + cut.columns, cut.rows, right),
  ].filter((rest) => rest.rows > 0 && rest.columns > 0);
}

/** 0 -> A, 26 -> AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** A -> 0; -1 when the letters lie beyond the grid. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number >= 1 && number <= MAX_COLUMNS ? number - 1 : -1;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([1-9]\d{0,6})$/;

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

function parseCorner(text: string): Corner | null {
  const cell = CELL.exec(text);
  const row = Number(cell?.[2] ?? ROW.exec(text)?.[1] ?? 0);
  const letters = cell?.[1] ?? COLUMN.exec(text)?.[1];
  const column = letters === undefined ? null : columnNumber(letters);
  if (row === 0 && column === null) return null;
  if (row > MAX_ROWS || column === -1) return null;
  return { row: row === 0 ? null : row - 1, column };
}

/** Reads `B2`, `B2:D9`, `A:C`, `3:3`, with or without `$`; null when it is not an address without a sheet name. */
export function parseArea(text: string): Area | null {
  const parts = text.trim().split(':');
  if (parts.length > 2) return null;
  const first = parseCorner(parts[0] ?? '');
  const last = parts.length === 2 ? parseCorner(parts[1] ?? '') : first;
  if (first === null || last === null) return null;
  if (parts.length === 1 && (first.row === null || first.column === null)) return null;
  if ((first.row === null) !== (last.row === null) || (first.column === null) !== (last.column === null)) return null;
  const [top, bottom] = ordered(first.row ?? 0, last.row ?? MAX_ROWS - 1);
  const [left, right] = ordered(first.column ?? 0, last.column ?? MAX_COLUMNS - 1);
  return area(top, left, bottom - top + 1, right - left + 1);
}

const ordered = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

export interface Address {
  readonly sheet: string | null;
  readonly area: Area;
}

/** Reads an address with an optional sheet name: `'Mijn blad'!A1:B2`. */
export function parseAddress(text: string): Address | null {
  const match = /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?([^!]+)$/.exec(text.trim());
  if (match === null) return null;
  const found = parseArea(match[3] ?? '');
  if (found === null) return null;
  return { sheet: match[1]?.replace(/''/g, "'") ?? match[2] ?? null, area: found };
}

/** `B2:D9`, `A:C`, `3:3`; with `$` when absolute. */
export function formatArea(a: Area, absolute = false): string {
  const dollar = absolute ? '$' : '';
  const column = (at: number): string => dollar + columnName(at);
  const row = (at: number): string => dollar + String(at + 1);
  const lastRow = a.row + a.rows - 1;
  const lastColumn = a.column + a.columns - 1;
  if (isEntireColumn(a)) return `${column(a.column)}:${column(lastColumn)}`;
  if (isEntireRow(a)) return `${row(a.row)}:${row(lastRow)}`;
  const first = column(a.column) + row(a.row);
  return a.rows === 1 && a.columns === 1 ? first : `${first}:${column(lastColumn)}${row(lastRow)}`;
}

/** A sheet name as formulas write it: quoted when it is not a plain word or looks like a cell. */
export const quoteSheetName = (name: string): string =>
  /^[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*$/.test(name) &&
  parseArea(name) === null &&
  !/^r\d*c?\d*$/i.test(name) &&
  !/^c\d*$/i.test(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;

export const formatAddress = (sheet: string, a: Area, absolute = false): string =>
  `${quoteSheetName(sheet)}!${formatArea(a, absolute)}`;
