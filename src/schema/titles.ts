import { SCHEMA_NAMES, type SchemaName } from '../plan/vocabulary';
import { plainWords } from './rows/labels';

/** The legal name of every schema as it is printed behind its number ("J2: Staat van het financieel evenwicht"). T3 is named after the 2020 set. */
export const SCHEMA_TITLES: Readonly<Record<SchemaName, string>> = {
  J1: 'Doelstellingenrekening',
  J2: 'Staat van het financieel evenwicht',
  J3: 'Realisatie van de kredieten',
  J4: 'Balans',
  J5: 'Staat van opbrengsten en kosten',
  T1: 'Ontvangsten en uitgaven naar functionele aard',
  T2: 'Ontvangsten en uitgaven naar economische aard',
  T3: 'Investeringsprojecten',
  T4: 'Evolutie van de financiële schulden',
  T5: 'Toelichting bij de balans',
  M1: 'Financieel doelstellingenplan',
  M2: 'Staat van het financieel evenwicht',
  M3: 'Overzicht van de kredieten',
};

/** Other wordings, as far as they tell the schema apart; "aangepast(e)" before any of them says that the plan was changed. */
const OTHER_TITLES: readonly (readonly [title: string, schemas: readonly SchemaName[]])[] = [
  ['Financieel evenwicht', ['J2', 'M2']],
  ['Realisatie kredieten', ['J3']],
  ['Kredieten', ['M3']],
  ['Ontvangsten en uitgaven per beleidsdomein', ['T1']],
  ['Overzicht van ontvangsten en uitgaven naar functionele aard', ['T1']],
  ['Overzicht van ontvangsten en uitgaven naar economische aard', ['T2']],
  ['Evolutie van de financiële schulden', ['T3', 'T4']],
  ['Evolutie financiële schulden', ['T3', 'T4']],
  ['Mutatiestaat vaste activa', ['T5']],
];

const KNOWN_TITLES: readonly (readonly [title: string, schemas: readonly SchemaName[]])[] = [
  ...SCHEMA_NAMES.map((name) => [plainWords(SCHEMA_TITLES[name]), [name]] as const),
  ...OTHER_TITLES.map(([title, schemas]) => [plainWords(title), schemas] as const),
];

/** "Schema M1(W): Aangepast financieel doelstellingenplan", "T2 - Staat ...", "J4 Balans". */
const NUMBERED_TITLE = /^(schema\s+)?([JTM][1-5])\s*(?:\(\s*W\s*\))?(\s*[:.\u2013\u2014-]\s*|\s+)(\S.{2,160})$/i;

/** How such a title starts, so that most lines cost one look. */
const STARTS_NUMBERED = /^\s*(?:schema|[JTM][1-5])/i;

/** No title ends so: an entry of a table of contents does. */
const ENDS_IN_PAGE = /(?:\.{3,}|[\u2026]|\s)\s*\d{1,3}$/;

/** The title of a schema, as printed. */
export interface SchemaTitle {
  readonly schema: SchemaName;
  readonly title: string;
  /** Do its words tell the schema, whatever stands under it? */
  readonly isKnown: boolean;
}

/** The schemas that these words are a title of; none for other words. */
function schemasOfWords(title: string): readonly SchemaName[] {
  const words = plainWords(title)
    .replace(/^aangepaste? /, '')
    .replace(/^(?:de|het) /, '');
  return KNOWN_TITLES.filter(([known]) => words === known || words.startsWith(`${known} `)).flatMap(
    ([, schemas]) => schemas,
  );
}

/** A numbered title, known by its words or not; null for any other text. Whether a schema stands under it is for the reader to see. */
export function numberedTitle(text: string): SchemaTitle | null {
  if (!STARTS_NUMBERED.test(text)) return null;
  const match = NUMBERED_TITLE.exec(text.trim());
  if (!match || ENDS_IN_PAGE.test(text)) return null;
  const [, word, number = '', separator = '', title = ''] = match;
  const schema = SCHEMA_NAMES.find((name) => name === number.toUpperCase());
  if (schema === undefined) return null;
  const isKnown = schemasOfWords(title).length > 0;
  const isMarked = word !== undefined || (separator.trim() !== '' && number === schema);
  return isKnown || isMarked ? { schema, title, isKnown } : null;
}

/** The last words of titles, so that most lines cost one look. */
const LAST_WORDS = /(?:plan|rekening|evenwicht|kredieten|balans|kosten|aard|beleidsdomein|projecten|schulden|activa)$/i;
const LONGEST_LAST_WORD = 'beleidsdomein'.length;
const LAST_LETTERS = new Set('ngtsdaNGTSDA');
const LONGEST_BARE_TITLE = 80;

/** A title without its number: the schemas it may be of; none for any other text. */
export function bareTitle(text: string): readonly SchemaName[] {
  if (text.length > LONGEST_BARE_TITLE || !LAST_LETTERS.has(text.charAt(text.length - 1))) return [];
  if (!LAST_WORDS.test(text.slice(-LONGEST_LAST_WORD))) return [];
  const words = plainWords(text).replace(/^aangepaste? /, '');
  return [...new Set(KNOWN_TITLES.filter(([known]) => words === known).flatMap(([, schemas]) => schemas))];
}
