import type { Area } from '../model/area';
import type { Sheet } from '../model/book';
import { ERROR_VALUES } from '../model/input';

/** An error of Excel as a value: it travels through a formula like any other. */
export class ErrorValue {
  constructor(readonly code: string) {}
}

/** null is an empty cell. */
export type Scalar = string | number | boolean | null | ErrorValue;

/** Cells of a sheet, read when they are needed. */
export interface RangeValue {
  readonly sheet: Sheet;
  readonly area: Area;
}

export type Value = Scalar | RangeValue;

export const NOT_AVAILABLE = new ErrorValue('#N/A');
export const BAD_VALUE = new ErrorValue('#VALUE!');
export const BAD_REFERENCE = new ErrorValue('#REF!');
export const BAD_NAME = new ErrorValue('#NAME?');
export const DIVIDED_BY_ZERO = new ErrorValue('#DIV/0!');
export const BAD_NUMBER = new ErrorValue('#NUM!');

export const isRange = (value: Value): value is RangeValue =>
  value !== null && typeof value === 'object' && 'area' in value;

export const isError = (value: Value): value is ErrorValue => value instanceof ErrorValue;

const ERROR_CODES = new Set(ERROR_VALUES);

/** What a cell that holds `text` as the result of a formula stands for. */
export const fromCellText = (text: string): Scalar =>
  text.startsWith('#') && ERROR_CODES.has(text) ? new ErrorValue(text) : text;

/** A value as a cell of the model keeps it: an empty result is 0, as in Excel. */
export function toCellValue(value: Scalar): string | number | boolean {
  if (value === null) return 0;
  return isError(value) ? value.code : value;
}

/** The number a value stands for in arithmetic: empty is 0, text must look like a number (en-US). */
export function toNumber(value: Scalar): number | ErrorValue {
  if (isError(value) || typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const trimmed = value.trim();
  const number = trimmed === '' ? NaN : Number(trimmed);
  return Number.isFinite(number) ? number : BAD_VALUE;
}

/** The text a value stands for in `&`. */
export function toText(value: Scalar): string | ErrorValue {
  if (isError(value)) return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

export function toBoolean(value: Scalar): boolean | ErrorValue {
  if (isError(value)) return value;
  if (value === null) return false;
  if (typeof value === 'string') {
    const folded = value.toLowerCase();
    return folded === 'true' ? true : folded === 'false' ? false : BAD_VALUE;
  }
  return Boolean(value);
}

const RANK = { number: 0, string: 1, boolean: 2 } as const;

/** Order of two values as Excel compares them: numbers, then text in any case, then truth; empty takes the kind of the other. */
export function compare(left: Exclude<Scalar, ErrorValue>, right: Exclude<Scalar, ErrorValue>): number {
  const empty = { number: 0, string: '', boolean: false } as const;
  if (left === null && right === null) return 0;
  const one = left ?? empty[typeof right as keyof typeof empty];
  const other = right ?? empty[typeof left as keyof typeof empty];
  const ranks = RANK[typeof one as keyof typeof RANK] - RANK[typeof other as keyof typeof RANK];
  if (ranks !== 0) return ranks;
  if (typeof one === 'string' && typeof other === 'string') {
    const [small, large] = [one.toLowerCase(), other.toLowerCase()];
    return small < large ? -1 : small > large ? 1 : 0;
  }
  return Number(one) - Number(other);
}
