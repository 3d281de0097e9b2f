import type { z } from '../../plan/zod';

type Path = readonly PropertyKey[];

/** More faults than this are no damage to parts, but to the whole. */
const MAX_REPAIRS = 50;

/** A copy without what stands at the path: null in its place, or taken out of its list or record. */
function without(value: unknown, [key, ...rest]: Path, how: 'null' | 'out'): unknown {
  if (key === undefined || value === null || typeof value !== 'object') return value;
  const inner = (item: unknown): unknown => (rest.length > 0 ? without(item, rest, how) : null);
  const stays = rest.length > 0 || how === 'null';
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, index) => (index !== Number(key) ? [item] : stays ? [inner(item)] : []));
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) =>
      name !== key ? [[name, item] as const] : stays ? [[name, inner(item)] as const] : [],
    ),
  );
}

/** What a schema made of a value, and the places in it that had to be left out. */
export interface Repaired<T> {
  readonly value: T;
  readonly leftOut: readonly string[];
}

/**
 * Parses a value, leaving out what the schema refuses: the smallest part around each fault that the schema can do without. null when it
 * cannot do without one of them.
 */
export function parseRepairing<T>(schema: z.ZodType<T>, value: unknown): Repaired<T> | null {
  const leftOut: string[] = [];
  let [current, parsed] = [value, schema.safeParse(value)];
  while (!parsed.success) {
    const { issues } = parsed.error;
    const path = issues[0]?.path ?? [];
    const better = mended(schema, current, path, issues.length);
    if (better === null || leftOut.length === MAX_REPAIRS) return null;
    leftOut.push(path.join('.'));
    [current, parsed] = better;
  }
  return { value: parsed.data, leftOut };
}

type Attempt<T> = [value: unknown, parsed: z.ZodSafeParseResult<T>];

function mended<T>(schema: z.ZodType<T>, value: unknown, path: Path, faults: number): Attempt<T> | null {
  for (let length = path.length; length > 0; length -= 1) {
    for (const how of ['null', 'out'] as const) {
      const tried = without(value, path.slice(0, length), how);
      const parsed = schema.safeParse(tried);
      if (parsed.success || parsed.error.issues.length < faults) return [tried, parsed];
    }
  }
  return null;
}
