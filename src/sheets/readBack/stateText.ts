import { failure, success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { cellAt, type SheetContent } from '../content';
import { CHUNK_MARK, CHUNK_ROW, PART_MARK } from '../state';
import { STATE_KINDS } from './kinds';

/** Larger states come from no document: a report of 2,000 pages makes 5,000 chunks at most. */
const MAX_CHUNKS = 20_000;

/** The chunks of the hidden sheet in their order; null for one that is not as it was written. */
export function chunksOf(sheet: SheetContent): Result<readonly (string | null)[], ReadFailure> {
  const count = cellAt(sheet, 1, 0);
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MAX_CHUNKS)
    return failure({ kind: STATE_KINDS.brokenState, figures: { reason: 'A2' } });
  return success(
    Array.from({ length: count }, (_, index) => {
      const chunk = cellAt(sheet, CHUNK_ROW + index, 0);
      return typeof chunk === 'string' && chunk.startsWith(CHUNK_MARK) ? chunk.slice(CHUNK_MARK.length) : null;
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of a state by their name: all of them, or those that are still whole. null when not one of them is. */
export function partsOf(chunks: readonly (string | null)[]): Record<string, unknown> | null {
  const whole = chunks.every((chunk) => chunk !== null) ? parsed(chunks.join('')) : undefined;
  if (isRecord(whole)) return whole;
  const texts: (string | null)[] = [];
  for (const chunk of chunks) {
    const begins = texts.length === 0 || chunk?.startsWith(PART_MARK) === true;
    const before = texts.at(-1) ?? null;
    if (begins) texts.push(chunk);
    else texts[texts.length - 1] = chunk === null || before === null ? null : before + chunk;
  }
  const parts = texts.map((text) => {
    if (text === null) return {};
    const opened = text.startsWith(PART_MARK) ? `{${text.slice(PART_MARK.length)}` : text;
    const part = parsed(`${opened}}`) ?? parsed(opened);
    return isRecord(part) ? part : {};
  });
  const found: Record<string, unknown> = Object.assign({}, ...parts);
  return Object.keys(found).length > 0 ? found : null;
}
