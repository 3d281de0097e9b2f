/** Something in two versions; null where it is not there. */
export interface Pair<T> {
  readonly key: string;
  readonly old: T | null;
  readonly new: T | null;
}

/** Things by key; the second of one key gets its number, and so on. */
export function keyed<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const counts = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const key = keyOf(item);
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      return [count === 0 ? key : `${key}#${count + 1}`, item];
    }),
  );
}

/** The things of two versions side by side: in the order of the new one, those that went after them. */
export function pairsOf<T>(
  before: readonly T[],
  after: readonly T[],
  oldKey: (item: T) => string,
  newKey: (item: T) => string = oldKey,
): readonly Pair<T>[] {
  const [old, now] = [keyed(before, oldKey), keyed(after, newKey)];
  return [
    ...[...now].map(([key, item]): Pair<T> => ({ key, old: old.get(key) ?? null, new: item })),
    ...[...old].flatMap(([key, item]): readonly Pair<T>[] => (now.has(key) ? [] : [{ key, old: item, new: null }])),
  ];
}

/** Are two plain values the same, whatever the order of their keys? Absent and undefined are the same. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [one, other] = [left as Readonly<Record<string, unknown>>, right as Readonly<Record<string, unknown>>];
  if (Array.isArray(left) && left.length !== (right as readonly unknown[]).length) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => sameValue(one[key], other[key]));
}
