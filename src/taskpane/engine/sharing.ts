import type { PlanDocument } from '../../plan/document';

/** Parts worth comparing: each is looked at as a whole. */
type Part = keyof PlanDocument;

/** The same document, sharing with an earlier one every part that is equal to it: what is shared counts as unchanged. O(size of the document). */
export function sharing(before: PlanDocument, after: PlanDocument): PlanDocument {
  const parts = Object.keys(after) as Part[];
  const equal = parts.filter((part) => before[part] !== after[part] && JSON.stringify(before[part]) === JSON.stringify(after[part]));
  return equal.length === 0 ? after : { ...after, ...Object.fromEntries(equal.map((part) => [part, before[part]])) };
}
