import type { HostContext } from '../protocol/context';
import { parseAddress, type Area } from '../model/area';
import { findSheet, sheetById, type Sheet } from '../model/book';
import { HostError, invalidArgument, itemNotFound } from '../model/errors';
import { isHostObject, type RangeTarget } from '../protocol/hostClass';

/** Reading the arguments of calls. Everything throws InvalidArgument for what Excel would not take. */
export function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw invalidArgument(`${what} is not text`);
  return value;
}

export function numberOf(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument(`${what} is not a number`);
  return value;
}

export function integerOf(value: unknown, what: string): number {
  const number = numberOf(value, what);
  if (!Number.isInteger(number)) throw invalidArgument(`${what} is not a whole number`);
  return number;
}

export function booleanOf(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(`${what} is not a boolean`);
  return value;
}

export function oneOf<T extends string>(value: unknown, allowed: readonly T[], what: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw invalidArgument(`${what} is ${String(value)}; expected ${allowed.join(', ')}`);
  return found;
}

export function recordOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidArgument(`${what} is not an object`);
  return value as Readonly<Record<string, unknown>>;
}

/** `#1F4E5F`, as Excel gives it back: upper case. Bare digits are refused, so that a forgotten # shows. */
export function colorOf(value: unknown, what: string): string {
  const text = textOf(value, what);
  if (text === '') return '';
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw invalidArgument(`${what} '${text}' is not #RRGGBB`);
  return text.toUpperCase();
}

export const given = (value: unknown): boolean => value !== undefined && value !== null;

/** A Range object, or an address on `home` (with its sheet name when it lies elsewhere). */
export function rangeOf(value: unknown, home: Sheet, context: HostContext): RangeTarget {
  if (isHostObject(value)) {
    if (value.range === null) throw invalidArgument(`${value.className} is no range`);
    return value.range;
  }
  const { sheet, area } = addressOf(textOf(value, 'range'), home, context);
  return context.newRange(sheet, [area]);
}

/** Resolves `A1:B2`, `Blad!A1`, or a name that stands for cells. */
export function addressOf(text: string, home: Sheet, context: HostContext): { sheet: Sheet; area: Area } {
  const address = parseAddress(text);
  if (address !== null) {
    const sheet = address.sheet === null ? home : findSheet(context.book, address.sheet);
    if (sheet === undefined) throw itemNotFound(`sheet ${address.sheet ?? ''}`);
    return { sheet, area: address.area };
  }
  const name = context.book.names.find(
    (one) => one.name.toLowerCase() === text.toLowerCase() && (one.scope === null || one.scope === home.id),
  );
  if (name !== undefined && !('formula' in name.target)) {
    const sheet = sheetById(context.book, name.target.sheet);
    if (sheet !== undefined) return { sheet, area: name.target.area };
  }
  throw invalidArgument(`address '${text}'`);
}

/** The one area of a range; InvalidReference when its cells were deleted. */
export function soleArea(target: RangeTarget): Area {
  const [only] = target.areas;
  if (only === undefined) throw new HostError('InvalidReference', 'the cells of the range were deleted');
  return only;
}
