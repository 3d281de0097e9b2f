/** Words of Dutch texts as far as likeness needs them: without accents, endings and the words that say nothing. */

const SAYS_NOTHING = new Set(
  (
    'de het een en van in op te voor met aan is zijn wordt worden er die dat door als bij om tot ook naar of uit over we wij onze ons haar hun zich via meer niet maar nog al ' +
    'deze dit zo waar wat hoe welke binnen tussen onder andere zoals alle elk elke ieder iedere zowel verder verdere goed goede nieuwe nieuw wil willen kan kunnen moet moeten ' +
    'heeft hebben werd werden gaan gaat maakt maken gemaakt blijft blijven komt komen krijgt krijgen geven geeft zet zetten ingezet wordt rond zodat waardoor waarbij hierbij daarbij tegen ' +
    'vanuit per jaar jaren stad gemeente stedelijk stedelijke'
  ).split(' '),
);

const ENDING = /(?:heden|heid|elijke?|ingen|ing|aties|atie|tjes|tje|jes|ende|end|en|es|e|s)$/;
/** What is left of a word must still tell it apart. */
const SHORTEST_STEM = 4;

export const plainWord = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The part of a word that its forms share: "ondersteuning", "ondersteunen" and "ondersteunende" have one. */
export function stemOf(word: string): string {
  const plain = plainWord(word);
  const cut = plain.replace(ENDING, '');
  const stem = cut.length >= SHORTEST_STEM ? cut : plain;
  return stem
    .replace(/(.)\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
}

export interface Word {
  readonly stem: string;
  /** As printed where it stands first. */
  readonly printed: string;
}

/** The telling words of a text, each stem once, in order. */
export function wordsOf(text: string): readonly Word[] {
  const found = new Map<string, string>();
  for (const printed of text.match(/[\p{L}\d]+(?:[-’'][\p{L}\d]+)*/gu) ?? []) {
    if (printed.length < 3 || SAYS_NOTHING.has(plainWord(printed))) continue;
    const stem = stemOf(printed);
    if (!found.has(stem)) found.set(stem, printed);
  }
  return [...found].map(([stem, printed]) => ({ stem, printed }));
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  een: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
};

/** A number in letters up to ten; null when it is none. */
export const numberWord = (word: string): number | null => NUMBER_WORDS[plainWord(word)] ?? null;
