import type { Level } from '../../plan/document';

/** Headings of plan nodes: "Prioritaire beleidsdoelstelling: BD000001", "Niet-prioritair actieplan: AP-3", "Actie: R.05_R.05.02". */

/** The three levels of the policy and management cycle (BBC.md, Plan hierarchy), by the word their headings use. */
const BBC_LEVELS: readonly (Level & { readonly word: string })[] = [
  { id: 'BD', name: 'Beleidsdoelstelling', rank: 1, word: 'beleidsdoelstelling' },
  { id: 'AP', name: 'Actieplan', rank: 2, word: 'actieplan' },
  { id: 'AC', name: 'Actie', rank: 3, word: 'actie' },
];

export const REPORT_LEVELS: readonly Level[] = BBC_LEVELS.map(({ id, name, rank }) => ({ id, name, rank }));

export interface NodeHeading {
  readonly level: Level;
  /** null when the heading names no code. */
  readonly code: string | null;
  /** null when the heading does not say. */
  readonly priority: boolean | null;
}

const HEADING = /^(?:(prioritaire?|niet[- ]prioritaire?) )?(beleidsdoelstelling|actieplan|actie) ?: ?(\S{0,60})$/i;
const SENTINEL = /^geen (?:niet[- ])?prioritaire? \p{L}{3,30}$/iu;
/** The first letters a heading or a sentinel can begin with, so that most narrative lines cost one look-up. */
const HEADING_INITIALS = new Set('PpNnBbAa');

export function parseHeading(text: string): NodeHeading | null {
  if (!HEADING_INITIALS.has(text.charAt(0))) return null;
  const match = HEADING.exec(text);
  if (!match) return null;
  const [, priority, word = '', code = ''] = match;
  const level = BBC_LEVELS.find((candidate) => candidate.word === word.toLowerCase());
  if (!level) return null;
  return {
    level: { id: level.id, name: level.name, rank: level.rank },
    code: code === '' ? null : code,
    priority: priority === undefined ? null : !/^niet/i.test(priority),
  };
}

/** "Geen niet-prioritaire acties": the report says that nothing of that kind follows. */
export const isSentinel = (text: string): boolean =>
  (text.startsWith('G') || text.startsWith('g')) && SENTINEL.test(text);

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

/** The code as it was surely meant, when it holds look-alike letters, or O, I or l among its digits; null when it is clean. */
export function cleanCode(code: string): string | null {
  const latin = [...code].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
  const digits = latin.replace(/(?<=\d)[Oo](?=\d|$)|(?<=\d)[Il](?=\d|$)/g, (letter) =>
    letter.toUpperCase() === 'O' ? '0' : '1',
  );
  return digits === code ? null : digits;
}
