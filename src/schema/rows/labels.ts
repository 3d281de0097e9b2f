import type { Language } from '../../plan/finding';
import { both, inLanguage, type Phrase } from '../../plan/phrase';
import type { Direction, Kind, Phase, Revision } from '../../plan/vocabulary';

/** How one term of the closed lists is printed: the first form is the plain one (plural where there is one), the others are read as well. */
interface Term<Name extends string> {
  readonly name: Name;
  readonly plural: string;
  readonly singular: string;
  /** Other spellings that reports print. */
  readonly variants: readonly string[];
}

const KIND_TERMS: readonly Term<Kind>[] = [
  { name: 'operating', plural: 'Exploitatie', singular: 'Exploitatie', variants: [] },
  { name: 'investment', plural: 'Investeringen', singular: 'Investering', variants: [] },
  { name: 'financing', plural: 'Financiering', singular: 'Financiering', variants: ['Financieringen'] },
];

const DIRECTION_TERMS: readonly Term<Direction>[] = [
  { name: 'expenditure', plural: 'Uitgaven', singular: 'Uitgave', variants: [] },
  { name: 'receipts', plural: 'Ontvangsten', singular: 'Ontvangst', variants: [] },
  { name: 'balance', plural: 'Saldo', singular: 'Saldo', variants: ['Resultaat', "Saldo's"] },
];

const PHASE_TERMS: readonly Term<Phase>[] = [
  { name: 'actual', plural: 'Jaarrekening', singular: 'Jaarrekening', variants: ['Jaarrekeningen', 'Rekening'] },
  {
    name: 'finalBudget',
    plural: 'Eindkredieten',
    singular: 'Eindkrediet',
    variants: ['Eind krediet', 'Eind kredieten'],
  },
  {
    name: 'initialBudget',
    plural: 'Initiële kredieten',
    singular: 'Initieel krediet',
    variants: ['Initiele kredieten', 'Beginkredieten', 'Beginkrediet'],
  },
  { name: 'plan', plural: 'Meerjarenplan', singular: 'Meerjarenplan', variants: ['Meerjarenplannen', 'MJP'] },
];

/** Lower case, one blank between words, composed accents and no closing colon or stop: two prints of one label compare equal. */
export const foldLabel = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/\s*[:.]$/, '')
    .toLowerCase();

/** Words that are plain but for their capitals. */
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/**
 * Letters and digits alone, a hyphen between words being a blank: "O.C.M.W." and "OCMW", "Niet-prioritaire" and
 * "Niet prioritaire" compare equal, and so does a label with or without "(I+II)" behind it.
 */
export function plainWords(text: string): string {
  if (PLAIN_WORDS.test(text)) return text.toLowerCase();
  const unhyphened = text.replace(/\s*\([^()]*\)\s*$/, '').replace(/(?<=\p{L})-(?=\p{L})/gu, ' ');
  return foldLabel(unhyphened)
    .replace(/[^\p{L}\p{N} ]+/gu, '')
    .replace(/ +/g, ' ')
    .trim();
}

function formsOf<Name extends string>(terms: readonly Term<Name>[]): ReadonlyMap<string, Name> {
  const forms = new Map<string, Name>();
  for (const { name, plural, singular, variants } of terms) {
    for (const form of [plural, singular, ...variants]) forms.set(foldLabel(form), name);
  }
  return forms;
}

/** No form is longer; a longer text is spared the folding. */
const LONGEST_FORM = 24;

/** The name of a term by any of its printed forms. Most texts are told from all of them by their first letter. */
function lookUpIn<Name extends string>(forms: ReadonlyMap<string, Name>): (text: string) => Name | null {
  const initials = new Set([...forms.keys()].map((form) => form.charAt(0)));
  return (text) => {
    if (text.length > LONGEST_FORM || !initials.has(text.trimStart().charAt(0).toLowerCase())) return null;
    return forms.get(foldLabel(text)) ?? null;
  };
}

const KIND_FORMS = formsOf(KIND_TERMS);
const DIRECTION_FORMS = formsOf(DIRECTION_TERMS);
const PHASE_FORMS = formsOf(PHASE_TERMS);

/** The words with which labels of directions and phases end, folded: "kredieten" of "initiële kredieten". */
export const LABEL_ENDINGS: ReadonlySet<string> = new Set(
  [...DIRECTION_FORMS.keys(), ...PHASE_FORMS.keys()].map((form) => form.slice(form.lastIndexOf(' ') + 1)),
);

/** The kind whose whole printed label this is, in any case, singular or plural; null when it is another text. */
export const kindOfLabel: (text: string) => Kind | null = lookUpIn(KIND_FORMS);

/** The direction whose whole printed label this is, in any case, singular or plural; null when it is another text. */
export const directionOfLabel: (text: string) => Direction | null = lookUpIn(DIRECTION_FORMS);

/** The phase whose whole printed label this is, in any case, singular or plural; null when it is another text. */
export const phaseOfLabel: (text: string) => Phase | null = lookUpIn(PHASE_FORMS);

const REVISION_LABELS: Readonly<Record<Revision, string>> = {
  reference: 'Referentie',
  change: 'Wijziging',
  new: 'Nieuw',
};

/** What a changed plan prints over the versions of one figure. */
export const labelOfRevision = (revision: Revision): string => REVISION_LABELS[revision];

export type GrammaticalNumber = 'singular' | 'plural';

function labelFrom<Name extends string>(terms: readonly Term<Name>[], name: Name, number: GrammaticalNumber): string {
  const term = terms.find((candidate) => candidate.name === name);
  return term ? term[number] : name;
}

/** The printed Dutch label of a kind: "Investeringen", or "Investering" where a schema (J1) uses the singular. */
export const labelOfKind = (kind: Kind, number: GrammaticalNumber = 'plural'): string =>
  labelFrom(KIND_TERMS, kind, number);

/** The printed Dutch label of a direction: "Uitgaven" or "Uitgave"; a balance is "Saldo". */
export const labelOfDirection = (direction: Direction, number: GrammaticalNumber = 'plural'): string =>
  labelFrom(DIRECTION_TERMS, direction, number);

/** The printed Dutch label of a phase: "Eindkredieten" or "Eindkrediet". */
export const labelOfPhase = (phase: Phase, number: GrammaticalNumber = 'plural'): string =>
  labelFrom(PHASE_TERMS, phase, number);

/** Parts of a report that findings point at, apart from the schemas, which are known by their number. */
const PARTS: Readonly<Record<string, Phrase>> = {
  evaluation: both('Beleidsevaluatie', 'Evaluation'),
  transfers: both('Overdrachten', 'Transfers'),
  offBalance: both('Buiten balans', 'Off balance'),
  participations: both('Participaties', 'Participations'),
};

/** What a reader calls the part of the report a finding points at: "J2", "Beleidsevaluatie". */
export const labelOfPart = (part: string, language: Language): string => inLanguage(PARTS[part] ?? part, language);

const FLOW = /^(exploitatie|investerings?|investeringen|financierings?)(?:\s*[-–]?\s*)(uitgaven?|ontvangsten?|saldo)$/i;

/** "Exploitatie - Uitgaven", "Investeringsuitgaven": kind and direction in one label; null for any other text. */
export function flowOfLabel(text: string): { readonly kind: Kind; readonly direction: Direction } | null {
  const match = FLOW.exec(text.trim());
  const word = match?.[1]?.toLowerCase() ?? '';
  const kind = word.startsWith('e') ? 'operating' : word.startsWith('i') ? 'investment' : 'financing';
  const direction = directionOfLabel(match?.[2] ?? '');
  return match && direction ? { kind, direction } : null;
}
