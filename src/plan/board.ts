import type { PlanDocument } from './document';

/** Do two documents come from one board? `unknown` when the second does not name a board and does not speak of the place of the first. */
export type BoardMatch = 'same' | 'other' | 'unknown';

/** Words of a name that say what kind of body it is, and which district bodies share: no place is called so. */
const BODY_WORDS = new Set([
  'agb',
  'apb',
  'ocmw',
  'cpas',
  'stad',
  'gemeente',
  'gemeentebestuur',
  'stadsbestuur',
  'district',
  'provincie',
  'autonoom',
  'gemeentebedrijf',
  'provinciebedrijf',
  'stadsbedrijf',
  'welzijnsvereniging',
  'zorgbedrijf',
  'vereniging',
  'politiezone',
  'hulpverleningszone',
  'en',
  'van',
  'de',
  'het',
  'te',
]);

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];

/** The words that name the place of a board: "AGB Waterdorp" and "Stad Waterdorp" are both of Waterdorp. [] when nothing is left. */
export const placeWords = (name: string): readonly string[] => wordsIn(name).filter((word) => !BODY_WORDS.has(word));

/** Everything a document says, piece by piece. */
function* textsOf({ document, nodes, texts }: PlanDocument): Iterable<string> {
  yield document.title;
  for (const { title } of nodes) yield title;
  for (const { title, blocks } of texts) {
    yield title;
    for (const { text } of blocks) yield text;
  }
}

function speaksOf(document: PlanDocument, words: readonly string[]): boolean {
  const open = new Set(words);
  for (const text of textsOf(document)) {
    for (const word of wordsIn(text)) open.delete(word);
    if (open.size === 0) return true;
  }
  return false;
}

/** Tells whether `other` is of the board of `main`: by number, by the place in their names, else by what it speaks of. */
export function matchBoard(main: PlanDocument, other: PlanDocument): BoardMatch {
  const [own, theirs] = [main.document.entity, other.document.entity];
  if (!own) return 'unknown';
  const place = placeWords(own.name);
  if (theirs) {
    if (own.enterpriseNumber !== null && own.enterpriseNumber === theirs.enterpriseNumber) return 'same';
    const places = placeWords(theirs.name);
    return place.length > 0 &&
      (place.every((word) => places.includes(word)) ||
        (places.length > 0 && places.every((word) => place.includes(word))))
      ? 'same'
      : 'other';
  }
  return place.length > 0 && speaksOf(other, place) ? 'same' : 'unknown';
}
