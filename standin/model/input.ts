import type { CellValue } from './book';
import { invalidArgument } from './errors';

/** What Excel makes of something written to a cell, as if typed in an en-US Excel. */
export type Entry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'constant'; readonly value: CellValue; readonly numberFormat?: string }
  | { readonly kind: 'formula'; readonly formula: string };

export const TEXT_FORMAT = '@';
/** Longest text of a cell, and longest formula. */
export const MAX_TEXT = 32_767;
export const MAX_FORMULA = 8_192;

export const ERROR_VALUES = ['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#SPILL!', '#CALC!'];

const NUMBER = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:[eE][-+]?\d+)?$/;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DAY = 86_400_000;

/** Days since 30 December 1899, Excel's date serial; null when there is no such day. Serials below 61 are not handled. */
export function dateSerial(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return (date.getTime() - Date.UTC(1899, 11, 30)) / DAY;
}

function dateOf(text: string): number | null {
  const us = US_DATE.exec(text);
  if (us) return dateSerial(Number(us[3]), Number(us[1]), Number(us[2]));
  const iso = ISO_DATE.exec(text);
  return iso ? dateSerial(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null;
}

const asNumber = (text: string): number | null =>
  /\d/.test(text) && NUMBER.test(text) ? Number(text.replace(/,/g, '')) : null;

function guess(text: string): Entry {
  const trimmed = text.trim();
  const number = asNumber(trimmed);
  if (number !== null && Number.isFinite(number)) return { kind: 'constant', value: number };
  const percent = trimmed.endsWith('%') ? asNumber(trimmed.slice(0, -1)) : null;
  if (percent !== null)
    return { kind: 'constant', value: percent / 100, numberFormat: Number.isInteger(percent) ? '0%' : '0.00%' };
  const date = dateOf(trimmed);
  if (date !== null) return { kind: 'constant', value: date, numberFormat: 'm/d/yyyy' };
  if (/^(true|false)$/i.test(trimmed)) return { kind: 'constant', value: /^true$/i.test(trimmed) };
  const error = ERROR_VALUES.find((value) => value === trimmed.toUpperCase());
  return { kind: 'constant', value: error ?? text };
}

/**
 * What is stored when `input` is written to a cell with this number format. null means the cell is left as it is and must not come here.
 * Throws InvalidArgument for what Excel does not take.
 */
export function entryOf(input: unknown, numberFormat: string): Entry {
  if (typeof input === 'boolean') return { kind: 'constant', value: input };
  if (typeof input === 'number') {
    if (!Number.isFinite(input)) throw invalidArgument('a number that is not finite');
    return { kind: 'constant', value: numberFormat === TEXT_FORMAT ? String(input) : input };
  }
  if (typeof input !== 'string') throw invalidArgument(`a cell takes text, a number or a boolean, not ${typeof input}`);
  if (input === '') return { kind: 'empty' };
  if (input.length > MAX_TEXT) throw invalidArgument(`text of ${input.length} characters; a cell holds ${MAX_TEXT}`);
  if (input.startsWith("'")) return { kind: 'constant', value: input.slice(1) };
  if (numberFormat === TEXT_FORMAT) return { kind: 'constant', value: input };
  if (!input.startsWith('=') || input === '=') return guess(input);
  if (input.length > MAX_FORMULA)
    throw invalidArgument(`formula of ${input.length} characters; Excel takes ${MAX_FORMULA}`);
  return { kind: 'formula', formula: input };
}

/** Range.valueTypes of a value. */
export function valueTypeOf(value: CellValue): string {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return ERROR_VALUES.includes(value) ? 'Error' : 'String';
}
