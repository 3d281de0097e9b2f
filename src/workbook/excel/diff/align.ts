/** Which rows and columns of a table became which: what is kept keeps its place, its looks and the user's own cells beside it. */

/** For each wanted item the index of the one it comes from, or null for a new one; kept ones never change order. */
export type Alignment = readonly (number | null)[];

/** Indexes of a longest rising run through `values`, skipping nulls. */
function risingRun(values: readonly (number | null)[]): Set<number> {
  const tails: number[] = [];
  const before = new Array<number>(values.length).fill(-1);
  values.forEach((value, index) => {
    if (value === null) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = values[tails[middle] ?? 0] ?? 0;
      if (at < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index);
  return kept;
}

/** Tells equal keys apart by their order of appearance. */
export function distinct(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return `${key}\u0001${count}`;
  });
}

/**
 * Aligns rows by key. At least one row of `now` is kept, since Excel does not let a table lose its last row: the first stands for the first
 * when no key is found again.
 */
export function alignRows(now: readonly string[], wanted: readonly string[]): Alignment {
  const places = new Map(distinct(now).map((key, index) => [key, index]));
  const found = distinct(wanted).map((key) => places.get(key) ?? null);
  const kept = risingRun(found);
  const aligned = found.map((place, index) => (kept.has(index) ? place : null));
  return aligned.length > 0 && now.length > 0 && kept.size === 0 ? [0, ...aligned.slice(1)] : aligned;
}

/**
 * Aligns the columns of a table by name. What is left over on both sides is paired in order: a column that gets another name (another year)
 * keeps its place.
 */
export function alignColumns(now: readonly string[], wanted: readonly string[]): Alignment {
  const places = new Map(now.map((name, index) => [name.toLowerCase(), index]));
  const aligned = wanted.map((name) => places.get(name.toLowerCase()) ?? null);
  const used = new Set(aligned.filter((place) => place !== null));
  const spare = now.map((_, index) => index).filter((index) => !used.has(index));
  return aligned.map((place, index) => {
    if (place !== null) return place;
    const below = Math.max(-1, ...aligned.slice(0, index).map((one) => one ?? -1));
    const above = Math.min(Infinity, ...aligned.slice(index + 1).map((one) => one ?? Infinity));
    const free = spare.findIndex((one) => one > below && one < above);
    return free < 0 ? null : (spare.splice(free, 1)[0] ?? null);
  });
}

/**
 * The columns a table is to have: those of `wanted`, and the user's own where they are. `owned` are the names we gave before: a column of ours
 * that is no longer wanted goes, or takes the next name that is missing.
 */
export function mergedColumns(now: readonly string[], owned: readonly string[], wanted: readonly string[]): string[] {
  const has = (list: readonly string[], name: string): boolean =>
    list.some((one) => one.toLowerCase() === name.toLowerCase());
  const missing = wanted.filter((name) => !has(now, name));
  const merged = now.flatMap((name): string[] => {
    if (has(wanted, name) || !has(owned, name)) return [name];
    const next = missing.shift();
    return next === undefined ? [] : [next];
  });
  for (const name of missing) {
    const before = wanted[wanted.indexOf(name) - 1];
    const at = before === undefined ? 0 : merged.findIndex((one) => one.toLowerCase() === before.toLowerCase()) + 1;
    merged.splice(at, 0, name);
  }
  return merged;
}
