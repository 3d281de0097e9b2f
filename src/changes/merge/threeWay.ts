import { sameValue } from '../pairs';
import type { Clash, ConflictValue } from './conflict';

/** One thing as it was, as I made it, and as they made it; undefined where it is not there. */
export interface Versions<T> {
  readonly base: T | undefined;
  readonly mine: T | undefined;
  readonly theirs: T | undefined;
}

/** A part of a thing that is merged by itself. */
export interface MergeField<T> {
  readonly name: string;
  readonly get: (item: T) => unknown;
  readonly set: (item: T, value: never) => T;
  /** How it is told in a conflict; the value itself when left out. */
  readonly tell?: (item: T) => ConflictValue;
}

/** What became of a thing: undefined when it is gone. */
export interface Merged<T> {
  readonly item: T | undefined;
  readonly clashes: readonly Clash[];
}

const NONE: readonly Clash[] = [];

/** Things are the same when their fields are: where they were printed does not count. */
const same = <T>(fields: readonly MergeField<T>[], left: T, right: T): boolean =>
  left === right || fields.every(({ get }) => sameValue(get(left), get(right)));

function told<T>({ get, tell }: MergeField<T>, item: T | undefined): ConflictValue {
  if (item === undefined) return null;
  if (tell) return tell(item);
  const value = get(item);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : value == null
      ? null
      : JSON.stringify(value);
}

function clash<T>(field: MergeField<T>, { base, mine, theirs }: Versions<T>, deletedBy: Clash['deletedBy']): Clash {
  return {
    field: field.name,
    deletedBy,
    base: told(field, base),
    mine: told(field, mine),
    theirs: told(field, theirs),
  };
}

/** Fields of one side that differ from the base, as clashes with the other side that deleted the thing. */
function deletedClashes<T>(
  versions: Versions<T>,
  fields: readonly MergeField<T>[],
  deletedBy: 'mine' | 'theirs',
): readonly Clash[] {
  const { base, mine, theirs } = versions;
  const kept = deletedBy === 'mine' ? theirs : mine;
  return fields
    .filter(({ get }) => base !== undefined && kept !== undefined && !sameValue(get(base), get(kept)))
    .map((field) => clash(field, versions, deletedBy));
}

/**
 * Merges one thing: what one side changed counts, what both changed alike is no conflict, and where they differ mine stays. What one side deleted
 * and the other changed is a conflict: mine stays, be it there or gone.
 */
export function mergeThing<T extends object>(versions: Versions<T>, fields: readonly MergeField<T>[]): Merged<T> {
  const { base, mine, theirs } = versions;
  if (mine === undefined || theirs === undefined) {
    const kept = mine ?? theirs;
    if (base === undefined || kept === undefined) return { item: kept, clashes: NONE };
    if (same(fields, base, kept)) return { item: undefined, clashes: NONE };
    return {
      item: mine,
      clashes: deletedClashes(versions, fields, mine === undefined ? 'mine' : 'theirs'),
    };
  }
  if (base !== undefined && same(fields, base, mine)) return { item: theirs, clashes: NONE };
  let item: T = theirs;
  const clashes: Clash[] = [];
  for (const field of fields) {
    const [now, other] = [field.get(mine), field.get(theirs)];
    if (sameValue(now, other)) continue;
    const before = base === undefined ? undefined : field.get(base);
    if (base !== undefined && sameValue(before, now)) continue;
    item = field.set(item, now as never);
    if (base === undefined || !sameValue(before, other)) clashes.push(clash(field, versions, null));
  }
  return { item, clashes };
}

/**
 * The order of a merged list: that of the side that changed the order of what both have, theirs before mine; what only the other side has comes
 * after what it came after there.
 */
export function mergedOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  isKept: (key: string) => boolean,
): readonly string[] {
  const [inBase, inTheirs] = [new Set(base), new Set(theirs)];
  const common = theirs.filter((key) => inBase.has(key));
  const didReorder = base.filter((key) => inTheirs.has(key)).some((key, index) => key !== common[index]);
  const [backbone, other] = didReorder ? [theirs, mine] : [mine, theirs];
  const known = new Set(backbone);
  const after = new Map<string | null, string[]>();
  other.forEach((key, index) => {
    if (known.has(key)) return;
    const above = other[index - 1] ?? null;
    after.set(above, [...(after.get(above) ?? []), key]);
  });
  const ordered: string[] = [];
  const open = [...backbone].reverse();
  open.push(...(after.get(null) ?? []).reverse());
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    ordered.push(key);
    open.push(...(after.get(key) ?? []).reverse());
  }
  return ordered.filter(isKept);
}

export interface MergedList<T> {
  readonly items: ReadonlyMap<string, T>;
  readonly clashes: readonly { readonly key: string; readonly clash: Clash }[];
}

/** Merges lists of things by their keys, in merged order. */
export function mergeList<T extends object>(
  base: ReadonlyMap<string, T>,
  mine: ReadonlyMap<string, T>,
  theirs: ReadonlyMap<string, T>,
  fields: readonly MergeField<T>[],
): MergedList<T> {
  const merged = new Map<string, T>();
  const clashes: { readonly key: string; readonly clash: Clash }[] = [];
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const found = mergeThing({ base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) }, fields);
    if (found.item !== undefined) merged.set(key, found.item);
    for (const each of found.clashes) clashes.push({ key, clash: each });
  }
  const order = mergedOrder([...base.keys()], [...mine.keys()], [...theirs.keys()], (key) => merged.has(key));
  return {
    items: new Map(
      order.flatMap((key) => {
        const item = merged.get(key);
        return item === undefined ? [] : [[key, item] as const];
      }),
    ),
    clashes,
  };
}
