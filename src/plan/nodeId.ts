/** Ids of nodes whose code is not printed: a few words of the title to recognise it by, and a mark made of the parent and the title. */

/** Enough words to tell siblings apart, few enough that a correction at the end of a title keeps the id. */
const TITLE_WORDS = 8;
/** Words shown in the id. */
const SHOWN_WORDS = 3;
/** 36^5 marks: two titles under one parent that begin with the same words meet once in sixty million. */
const MARK_LENGTH = 5;

/** Letters and digits of the first words, lower case, without accents, joined by hyphens; '' when there are none. */
export function slugOf(title: string, words: number): string {
  const found =
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return found.slice(0, words).join('-');
}

/** FNV-1a over the characters, 32 bits twice with different starts, as base 36. */
function markOf(text: string): string {
  let left = 0x811c9dc5;
  let right = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    left = Math.imul(left ^ code, 0x01000193) >>> 0;
    right = Math.imul(right ^ code, 0x85ebca6b) >>> 0;
  }
  return (left.toString(36) + right.toString(36)).slice(-MARK_LENGTH).padStart(MARK_LENGTH, '0');
}

/** Words that tell little; left out of what is shown unless nothing else is there. */
const SMALL_WORDS = new Set([
  'de',
  'het',
  'een',
  'en',
  'er',
  'in',
  'op',
  'van',
  'voor',
  'met',
  'te',
  'aan',
  'wordt',
  'worden',
  'we',
  'is',
  'zijn',
  'om',
  'door',
  'via',
  'als',
  'bij',
  'naar',
  'tot',
  'die',
  'dat',
]);

function idOf(level: string, parent: string | null, title: string, words: number): string {
  const all = slugOf(title, words).split('-').filter(Boolean);
  const telling = all.filter((word) => !SMALL_WORDS.has(word) && word.length > 1);
  const shown = (telling.length > 0 ? telling : all).slice(0, SHOWN_WORDS).join('-') || 'zonder-titel';
  return `${shown}-${markOf(`${level}\n${parent ?? ''}\n${all.join('-')}`)}`;
}

/** Siblings whose titles begin alike are told apart by more of their words. */
const MORE_WORDS = [TITLE_WORDS, 3 * TITLE_WORDS, 100 * TITLE_WORDS] as const;

/**
 * The id of an uncoded node: it depends on its level, its parent's id and the first words of its title only, so that changes anywhere else
 * in the source leave it as it is. `taken`: ids that are no longer free; true twins are numbered. No sign in an id is a wildcard of a
 * spreadsheet.
 */
export function uncodedId(
  level: string,
  parent: string | null,
  title: string,
  taken: (id: string) => boolean = () => false,
): string {
  for (const words of MORE_WORDS) {
    const id = idOf(level, parent, title, words);
    if (!taken(id)) return id;
  }
  const first = idOf(level, parent, title, TITLE_WORDS);
  let count = 2;
  while (taken(`${first}-${count}`)) count += 1;
  return `${first}-${count}`;
}
