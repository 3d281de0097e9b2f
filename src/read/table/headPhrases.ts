import type { Direction, Phase, Revision } from '../../plan/vocabulary';
import { directionOfLabel, LABEL_ENDINGS, phaseOfLabel } from '../../schema/rows/labels';

/** What one cell of a table head says, whole or in part. */
export type Atom =
  | { readonly of: 'year'; readonly year: number }
  /** "Boekjaar", "Vorig boekjaar": counted from the year the table is about. */
  | { readonly of: 'yearOffset'; readonly offset: number }
  | { readonly of: 'phase'; readonly phase: Phase }
  | { readonly of: 'revision'; readonly revision: Revision }
  | { readonly of: 'direction'; readonly direction: Direction }
  | { readonly of: 'entity'; readonly entity: string }
  /** A column that no schema has: what follows from others, such as "Verschil", or no money, such as "%". */
  | { readonly of: 'passed'; readonly name: string };

const phase = (name: Phase): Atom => ({ of: 'phase', phase: name });
const revision = (name: Revision): Atom => ({ of: 'revision', revision: name });

/** How heads of columns name a phase in short, beside the labels that schemas print. KW2 is the plan after the second change of credits. */
const SHORT_PHASES: Readonly<Record<string, Phase>> = {
  rek: 'actual',
  jr: 'actual',
  realisatie: 'actual',
  realisaties: 'actual',
  gerealiseerd: 'actual',
  aanrekening: 'actual',
  aanrekeningen: 'actual',
  ek: 'finalBudget',
  eindbudget: 'finalBudget',
  ik: 'initialBudget',
  'initieel budget': 'initialBudget',
  'initiële budgetten': 'initialBudget',
  amjp: 'plan',
  'aangepast meerjarenplan': 'plan',
  raming: 'plan',
  ramingen: 'plan',
  planning: 'plan',
};

const REVISIONS: Readonly<Record<string, Revision>> = {
  referentie: 'reference',
  'vorig krediet': 'reference',
  'vorige kredieten': 'reference',
  'vorig meerjarenplan': 'reference',
  'huidig krediet': 'reference',
  'oud krediet': 'reference',
  wijziging: 'change',
  wijzigingen: 'change',
  nieuw: 'new',
  'nieuw krediet': 'new',
  'nieuwe kredieten': 'new',
  'nieuw meerjarenplan': 'new',
};

const PASSED = new Set([
  'verschil',
  'verschillen',
  'afwijking',
  'evolutie',
  '%',
  'procent',
  'realisatiegraad',
  'realisatiepercentage',
  'uitvoeringsgraad',
  'aanrekeningspercentage',
]);

const ENTITIES = new Set([
  'gemeente',
  'stad',
  'ocmw',
  'agb',
  'apb',
  'provincie',
  'district',
  'welzijnsvereniging',
  'geconsolideerd',
  'consolidatie',
  'eliminatie',
  'eliminaties',
  'totaal',
]);

const OFFSETS: Readonly<Record<string, number>> = { boekjaar: 0, 'huidig boekjaar': 0, 'vorig boekjaar': -1 };

/** The first word of a cell that wraps: "Initiële" over "kredieten". */
const BEGINNINGS: Readonly<Record<string, Atom>> = {
  initiële: phase('initialBudget'),
  initiele: phase('initialBudget'),
  initieel: phase('initialBudget'),
  eind: phase('finalBudget'),
  vorig: revision('reference'),
  vorige: revision('reference'),
  nieuwe: revision('new'),
};

/** The second words of cells that wrap. */
const ENDINGS = new Set(['krediet', 'kredieten', 'budget', 'budgetten', 'meerjarenplan']);

export const isEnding = (word: string): boolean => ENDINGS.has(fold(word));

/** Words before a year that say no more than that it is one. */
const YEAR_WORDS = /^(?:boekjaar|dienstjaar|jaar|(?:op |per )?31 december)$/;

const YEAR = /^(?:19|20)\d{2}$/;
const DATE = /^(?:31[./-]12|1[./-]1|01[./-]01)[./-]((?:19|20)\d{2})$/;
/** "MJP2026", "B2026", "JR 2024" written as one. */
const GLUED = /^([a-z]{1,5}\d?)[-_ ]?((?:19|20)\d{2})$/;
const CHANGE_OF_CREDITS = /^(?:kw|bw)\s?\d{0,2}$/;
const BUDGET_LETTER = /^b$/;

const fold = (text: string): string => {
  const lower = text.normalize('NFC').toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
};

function phaseOf(folded: string): Phase | null {
  const known = phaseOfLabel(folded) ?? (Object.hasOwn(SHORT_PHASES, folded) ? SHORT_PHASES[folded] : undefined);
  return known ?? (CHANGE_OF_CREDITS.test(folded) ? 'plan' : null);
}

function yearOf(folded: string): number | null {
  if (YEAR.test(folded)) return Number(folded);
  const date = DATE.exec(folded);
  return date ? Number(date[1]) : null;
}

/** Phrases that were looked up before: heads repeat a few words over and over. */
const known = new Map<string, readonly Atom[] | null>();
const MOST_KNOWN = 5_000;
/** No phrase of a head is longer. */
const LONGEST_PHRASE = 40;

/** What so many words together say as cells of a head; null when they are none. */
export function atomsOf(phrase: string, words: number): readonly Atom[] | null {
  if (phrase.length > LONGEST_PHRASE) return null;
  const found = known.get(phrase);
  if (found !== undefined) return found;
  const atoms = lookUp(phrase, words);
  if (known.size < MOST_KNOWN) known.set(phrase, atoms);
  return atoms;
}

const CLOSING_WORDS = new Set(
  [
    ...Object.keys(SHORT_PHASES),
    ...Object.keys(REVISIONS),
    ...PASSED,
    ...ENTITIES,
    ...Object.keys(OFFSETS),
    ...Object.keys(BEGINNINGS),
    ...ENDINGS,
    ...LABEL_ENDINGS,
  ].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)),
);
const UNITS = new Set(['€', 'eur', 'euro', '(€)', 'euro)', '(eur)']);
const DIGIT = /\d/;

/** A word by its first and last sign, which tell most words from those that close a head. */
const ends = (word: string): string => (word.charAt(0) + word.charAt(word.length - 1)).toLowerCase();
const CLOSING_ENDS = new Set([...CLOSING_WORDS, ...UNITS].map(ends));
/** Words that close with another sign than a letter or a digit may be anything: a unit, a word with a stop. */
const CLOSES_IN_LETTER = /[a-z]$/i;
const CLOSES_IN_DIGIT = /\d$/;
/** "2024", "31/12/2024", "JR2024", and the digit of "KW 2"; no figure of a row. */
const OPENS_YEAR = /^(?:(?:19|20)\d\d$|\d{1,2}[./-]\d{1,2}[./-]|[a-z]|\d$)/i;

/** Could a head close with this word? Most lines of a document close with another. */
export function mayCloseHead(word: string): boolean {
  if (word.length > LONGEST_PHRASE) return false;
  if (
    CLOSES_IN_DIGIT.test(word) ? !OPENS_YEAR.test(word) : CLOSES_IN_LETTER.test(word) && !CLOSING_ENDS.has(ends(word))
  )
    return false;
  const folded = fold(word);
  if (CLOSING_WORDS.has(folded) || UNITS.has(folded)) return true;
  if (DIGIT.test(folded))
    return (
      yearOf(folded) !== null || GLUED.test(folded) || CHANGE_OF_CREDITS.test(folded) || NUMBER_OF_CHANGE.test(folded)
    );
  return false;
}

/** "KW 2" */
const NUMBER_OF_CHANGE = /^\d$/;

function lookUp(phrase: string, words: number): readonly Atom[] | null {
  const folded = fold(phrase);
  const year = words === 1 ? yearOf(folded) : null;
  if (year !== null) return [{ of: 'year', year }];
  const named = namedAtom(folded, phrase);
  if (named !== null) return [named];
  if (words > 1) {
    const last = folded.slice(folded.lastIndexOf(' ') + 1);
    const dated = YEAR_WORDS.test(folded.slice(0, -last.length - 1)) ? yearOf(last) : null;
    return dated === null ? null : [{ of: 'year', year: dated }];
  }
  const glued = GLUED.exec(folded);
  const prefix = glued?.[1] ?? '';
  const gluedPhase = BUDGET_LETTER.test(prefix) ? 'plan' : prefix === 'r' ? 'actual' : phaseOf(prefix);
  return glued && gluedPhase ? [phase(gluedPhase), { of: 'year', year: Number(glued[2]) }] : null;
}

function namedAtom(folded: string, phrase: string): Atom | null {
  const direction = directionOfLabel(folded);
  if (direction !== null) return { of: 'direction', direction };
  const foundPhase = phaseOf(folded);
  if (foundPhase !== null) return phase(foundPhase);
  if (Object.hasOwn(REVISIONS, folded)) return revision(REVISIONS[folded] ?? 'new');
  if (PASSED.has(folded)) return { of: 'passed', name: phrase };
  if (ENTITIES.has(folded)) return { of: 'entity', entity: phrase };
  if (Object.hasOwn(OFFSETS, folded)) return { of: 'yearOffset', offset: OFFSETS[folded] ?? 0 };
  return BEGINNINGS[folded] ?? null;
}
