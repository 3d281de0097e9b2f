import type { PlanDocument } from '../../plan/document';

/** Parts worth comparing: each is looked at as a whole, and item by item where it is a list. */
type Part = keyof PlanDocument;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** `after`, or what `before` holds of it: the whole when all is equal, else a list with the items that are equal shared. */
function shared(before: unknown, after: unknown): unknown {
  if (before === after) return before;
  if (!isList(before) || !isList(after)) return JSON.stringify(before) === JSON.stringify(after) ? before : after;
  const items = after.map((item, index) => {
    const former = before[index];
    return former !== item && JSON.stringify(former) === JSON.stringify(item) ? former : item;
  });
  return items.length === before.length && items.every((item, index) => item === before[index]) ? before : items;
}

/** The same document, sharing with an earlier one every part and every item of a list that is equal to it: what is shared counts as unchanged. O(size of the document). */
export const sharing = (before: PlanDocument, after: PlanDocument): PlanDocument => ({
  ...after,
  ...Object.fromEntries((Object.keys(after) as Part[]).map((part) => [part, shared(before[part], after[part])])),
});

/** Do two documents share all their parts? */
export const sameParts = (left: PlanDocument, right: PlanDocument): boolean =>
  left === right || (Object.keys({ ...left, ...right }) as Part[]).every((part) => left[part] === right[part]);
