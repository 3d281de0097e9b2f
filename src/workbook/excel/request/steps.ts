import { MAX_REQUEST_BYTES } from './limits';

/**
 * What is to be written, as a list of calls with their weight. A step only queues calls on the context: it reads nothing and never syncs, so
 * that steps can be packed in requests of a bearable size, and run once more when Excel was busy.
 */
export interface Step {
  /** Estimate of its part of the request, in bytes. */
  readonly bytes: number;
  readonly run: (context: Excel.RequestContext) => void;
}

/** The order of writing over all sheets: rows, columns and tables; constants; formulas, which may name any of these; what things look like. */
export interface Phases {
  readonly structure: readonly Step[];
  readonly constants: readonly Step[];
  readonly formulas: readonly Step[];
  readonly looks: readonly Step[];
}

export const isEmpty = ({ structure, constants, formulas, looks }: Phases): boolean =>
  structure.length + constants.length + formulas.length + looks.length === 0;

/** Paths and actions of one call on a range of its own, as measured on the wire. */
export const CALL_BYTES = 700;

/** Cuts a list in pieces of a bearable weight, in order; what is too heavy by itself gets a piece of its own. */
export function packed<T>(items: readonly T[], weightOf: (item: T) => number, limit: number): (readonly T[])[] {
  const packs: T[][] = [];
  let size = Infinity;
  for (const item of items) {
    const weight = weightOf(item);
    if (size + weight > limit) {
      packs.push([]);
      size = 0;
    }
    packs.at(-1)?.push(item);
    size += weight;
  }
  return packs;
}

/** Packs steps in order. */
export const packSteps = (steps: readonly Step[], limit = MAX_REQUEST_BYTES): (readonly Step[])[] =>
  packed(steps, ({ bytes }) => bytes, limit);

/** Bytes of a value as JSON in UTF-8, roughly: letters outside ASCII count double, escapes are few. */
export function jsonBytes(value: string | number | boolean | null): number {
  if (value === null) return 5;
  if (typeof value !== 'string') return String(value).length + 1;
  let bytes = value.length + 3;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code > 0x7f) bytes += 2;
    else if (code === 0x22 || code === 0x5c || code < 0x20) bytes += 1;
  }
  return bytes;
}
