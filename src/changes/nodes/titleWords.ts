/** Letters and digits of a title, lower case, without accents. */
export const wordsOf = (title: string): readonly string[] =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Two titles that differ in case, accents, blanks or points only are the same title. */
export const foldedTitle = (title: string): string => wordsOf(title).join(' ');

/** How alike two titles are, from 0 to 1: the share of their words that both have (Dice). */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const all = left.size + right.size;
  return all === 0 ? 0 : (2 * sharedWords(left, right)) / all;
}

/** Share of the words of `part` that `whole` has, from 0 to 1. */
export const coverage = (part: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
  part.size === 0 ? 0 : sharedWords(part, whole) / part.size;

const sharedWords = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared;
};
