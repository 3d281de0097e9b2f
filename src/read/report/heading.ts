import type { Level } from '../../plan/document';
import { endsInDigit } from './lineEnds';

/** Headings of plan nodes: "Prioritaire beleidsdoelstelling: BD000001", "Niet-prioritair actieplan: AP-3", "Actie: R.05_R.05.02". */

/** The three levels of the policy and management cycle (BBC.md, Plan hierarchy), by the word their headings use. */
const BBC_LEVELS: readonly (Level & { readonly word: string })[] = [
  { id: 'BD', name: 'Beleidsdoelstelling', rank: 1, word: 'beleidsdoelstelling' },
  { id: 'AP', name: 'Actieplan', rank: 2, word: 'actieplan' },
  { id: 'AC', name: 'Actie', rank: 3, word: 'actie' },
];

export const REPORT_LEVELS: readonly Level[] = BBC_LEVELS.map(({ id, name, rank }) => ({ id, name, rank }));

/** The level of the objectives, which J1 and M1 print. */
export const BBC_OBJECTIVE = 'BD';

export interface NodeHeading {
  readonly level: Level;
  /** null when the heading names no code. */
  readonly code: string | null;
  /** null when the heading does not say. */
  readonly priority: boolean | null;
  /** The title on the line of the heading itself; '' where it stands under it. */
  readonly title: string;
}

const HEADING = /^(?:(prioritaire?|niet[- ]prioritaire?) )?(beleidsdoelstelling|actieplan|actie) ?: ?(\S{0,60})$/i;
const SENTINEL = /^(?:geen (?:niet[- ])?prioritaire? \p{L}{3,30}|er zijn geen \p{L}[\p{L} ]{2,60} middelen\.?)$/iu;
/** The first letters a heading or a sentinel can begin with, so that most narrative lines cost one look-up. */
const HEADING_INITIALS = new Set('PpNnBbAa');

/** A word of the plan and a code with a digit, then the title: "Prioritair actieplan: AP000023: Titel", "Actieplan AP1601 - TITEL". */
const TITLED_HEADING =
  /^(?:(prioritaire?|niet[- ]prioritaire?) )?(beleidsdoelstelling|actieplan|actie)\s*(:?)\s*([A-Za-z]{0,6}[-._]?\d[\w./-]*?)(\s*[:.\u2013\u2014-]\s*|\s+)(\S.*)$/i;

/** A code with its title and no word before it, in documents that print their plan so: "AP1601. TITEL". */
const CODED_HEADING = /^((BDS?|AP|AC|ACT)[-._ ]?\d[\d._-]*\d|(BDS?|AP|AC|ACT)[-._ ]?\d)(?:\s*[:.]\s+|\s*:)(\S.*)$/;

/** An entry of a table of contents. */
const LEADERS = /(?:\.{3}|(?:\. ){3}|\u2026{2})\s*\d{1,4}$/;
export const isContentsEntry = (text: string): boolean => endsInDigit(text) && LEADERS.test(text);

/** "Titel *": the star says that the part has priority. */
const isStarred = (text: string): boolean => text.endsWith('*');
export const withoutStar = (text: string): string => (isStarred(text) ? text.replace(/\s*\*+$/, '') : text);

/** Which forms of heading the document uses: a word of the plan, or its codes alone. */
export type HeadingForms = 'words' | 'codes';

export function parseHeading(text: string, forms: HeadingForms = 'words'): NodeHeading | null {
  if (!HEADING_INITIALS.has(text.charAt(0)) || text.length > LONGEST_HEADING) return null;
  if (!startsWithWord(text)) return forms === 'codes' ? codedHeading(text) : null;
  const match = HEADING.exec(text);
  if (match) return headingOf(match[2] ?? '', match[3] ?? '', match[1], '');
  if (isContentsEntry(text)) return null;
  return titledHeading(text);
}

function titledHeading(text: string): NodeHeading | null {
  const match = TITLED_HEADING.exec(text);
  if (!match) return null;
  const [, priority, word = '', colon = '', code = '', separator = '', title = ''] = match;
  const isYear = YEAR_FIRST.test(code);
  // "Actie 5 van het plan" is a sentence; "Actie 5: titel" and "Actie AC5 titel" are not.
  const isMarked = /[A-Za-z]/.test(code) || (colon !== '' && !isYear) || separator.trim() === ':';
  return isMarked && !(isYear && colon === '') ? headingOf(word, code, priority, title) : null;
}

function codedHeading(text: string): NodeHeading | null {
  const match = CODED_HEADING.exec(text);
  if (!match || isContentsEntry(text)) return null;
  const letters = (match[2] ?? match[3] ?? '').toUpperCase();
  const word = letters.startsWith('B') ? 'beleidsdoelstelling' : letters === 'AP' ? 'actieplan' : 'actie';
  return headingOf(word, match[1] ?? '', undefined, match[4] ?? '');
}

/** "Actieplan 2009 - 2011" names years, not a code. */
const YEAR_FIRST = /^(?:19|20)\d{2}(?!\d)/;

/** How the words of a heading begin, so that most lines cost one look. */
const FIRST_WORDS = /^(?:prio|niet|bele|acti)/i;

/** Does the line start like a heading with a word of the plan, and not with a code alone? */
export const startsWithWord = (text: string): boolean => FIRST_WORDS.test(text);

/** Past this a line that starts like a heading is running text. */
const LONGEST_HEADING = 400;

function headingOf(word: string, code: string, priority: string | undefined, title: string): NodeHeading | null {
  const level = BBC_LEVELS.find((candidate) => candidate.word === word.toLowerCase());
  if (!level) return null;
  const starred = isStarred(title) || isStarred(code);
  return {
    level: { id: level.id, name: level.name, rank: level.rank },
    code: withoutStar(code).replace(/[:.]$/, '') || null,
    priority: priority === undefined ? (starred ? true : null) : !/^niet/i.test(priority),
    title: withoutStar(title),
  };
}

/** "Geen niet-prioritaire acties": the report says that nothing of that kind follows. */
export const isSentinel = (text: string): boolean => SENTINEL_INITIALS.has(text.charAt(0)) && SENTINEL.test(text);

const SENTINEL_INITIALS = new Set('GgEe');

/** Rank of the level a sentinel speaks of: "acties" is that of AC. One past the lowest for a word that is no level. */
export function sentinelRank(text: string): number {
  const word = text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
  const level = BBC_LEVELS.find((candidate) => word.startsWith(candidate.word));
  return level?.rank ?? BBC_LEVELS.length + 1;
}

/** Cyrillic and Greek capitals that print like Latin ones. */
const LOOK_ALIKES = new Map(
  [...'АВЕКМНОРСТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((letter, index) => [letter, 'ABEKMHOPCTXABEZHIKMNOPTYX'.charAt(index)]),
);

/** Latin letters, then digits and signs: nothing that looks like something else. */
const PLAIN_CODE = /^[A-Za-z]*[\d._/-]*$/;

/** The code as it was surely meant, when it holds look-alike letters, or O, I or l among its digits; null when it is clean. */
export function cleanCode(code: string): string | null {
  if (PLAIN_CODE.test(code)) return null;
  const latin = [...code].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
  const digits = latin.replace(/(?<=\d)[Oo](?=\d|$)|(?<=\d)[Il](?=\d|$)/g, (letter) =>
    letter.toUpperCase() === 'O' ? '0' : '1',
  );
  return digits === code ? null : digits;
}
