import type { PlanDocument, Statement, TextSection } from '../../plan/document';
import { formatAmount, parseAmount } from '../../plan/amountText';
import { placeAt } from '../../plan/finding';
import { CENTS_PER_EURO, type Cents } from '../../plan/money';
import { rowsWithId } from '../../schema/rows/identify';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';
import { excerpt } from '../narrative';
import { rememberByParts } from '../parts';
import { quantitiesOf, type QuantityName } from '../../figures/quantities';

/** What prose calls a figure of the schemas: the words, and the figures they may stand for. */
interface Subject {
  readonly words: RegExp;
  readonly name: string;
  readonly figures: (document: PlanDocument, context: CheckContext) => readonly Cents[];
}

function quantity(words: RegExp, name: string, wanted: QuantityName): Subject {
  return {
    words,
    name,
    figures: (document, context) =>
      quantitiesOf(document, context)
        .filter((found) => found.name === wanted)
        .map(({ terms }) => terms.reduce((sum, { cell }) => sum + (cell.cents ?? 0), 0)),
  };
}

const valuesOf = (statements: readonly Statement[], ids: readonly string[]): readonly Cents[] =>
  statements.flatMap((statement) =>
    ids
      .flatMap((id) => rowsWithId(statement, id))
      .flatMap((index) => statement.rows[index]?.values.filter((value) => value !== null) ?? []),
  );

/** The figures of rows of a schema, by the end of their ids. */
const rows = (words: RegExp, name: string, schema: 'J2' | 'J4' | 'J5', keys: readonly string[]): Subject => ({
  words,
  name,
  figures: (_document, context) =>
    valuesOf(
      context.statements(schema),
      keys.map((key) => `${schema}.${key}`),
    ),
});

/** Where J2 prints a margin, corrected or not: prose seldom tells them apart. */
const MARGINS = [
  'margin.III',
  'corrected.I',
  'corrected.III',
  'consolidated.II',
  'consolidated.II.total',
  'consolidated.III',
  'consolidated.III.total',
];

/** Figures that the explanation to the accounts usually names, with the words it uses. The verb keeps comparisons and causes out. */
const IS =
  '(?:(?:in|van|per|over|voor) (?:het )?(?:boekjaar |\\d{1,2}/\\d{1,2}/)?(?:19|20)\\d{2} )?(?:[^.;]{0,40}?)\\b(?:bedra(?:agt|gen)|was|waren|uitgekomen op|komt?|beliep(?:en)?|sluit)\\b[^.;0-9\u20ac]{0,90}(?=[-\u2013+\\s]*\u20ac)';
const SUBJECTS: readonly Subject[] = [
  quantity(new RegExp(`\\bexploitatie-?uitgaven ${IS}`, 'i'), 'exploitatie-uitgaven', 'operating expenditure'),
  quantity(new RegExp(`\\bexploitatie-?ontvangsten ${IS}`, 'i'), 'exploitatie-ontvangsten', 'operating receipts'),
  quantity(
    new RegExp(`\\b(?:saldo van de exploitatie(?:rekening)?|exploitatie(?:saldo|resultaat)) ${IS}`, 'i'),
    'exploitatiesaldo',
    'operating balance',
  ),
  quantity(new RegExp(`\\binvesteringsuitgaven ${IS}`, 'i'), 'investeringsuitgaven', 'investment expenditure'),
  quantity(new RegExp(`\\binvesterings(?:saldo|resultaat) ${IS}`, 'i'), 'investeringssaldo', 'investment balance'),
  rows(new RegExp(`\\bbeschikbaar budgettair resultaat ${IS}`, 'i'), 'beschikbaar budgettair resultaat', 'J2', [
    'IX',
    'consolidated.I',
  ]),
  rows(
    /\bautofinancieringsmarge (?:t\.b\.v\.|van|ten bedrage van)\s*(?=[-\u2013+\s]*\u20ac)/i,
    'autofinancieringsmarge',
    'J2',
    MARGINS,
  ),
  rows(new RegExp(`\\bnetto-?actief ${IS}`, 'i'), 'nettoactief', 'J4', ['liabilities.II']),
  rows(/\bbalans sluit met [^.;0-9\u20ac]{0,40}(?=[-\u2013+\s]*\u20ac)/i, 'balanstotaal', 'J4', [
    'assets',
    'liabilities',
  ]),
  rows(
    /\b(?:tekort|overschot) van het boekjaar van\s*(?=[-\u2013+\s]*\u20ac)/i,
    'overschot of tekort van het boekjaar',
    'J5',
    ['III'],
  ),
];

/** The amount in euro a text begins with; its sign is not compared. "1 miljoen" is no exact figure. */
const AMOUNT = /^[-\u2013+\s]*\u20ac[-\u2013\s]*((?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{2})?)(?!\s*(?:miljoen|mio|miljard))/;

interface Claim {
  readonly subject: Subject;
  readonly line: number;
  readonly sentence: string;
  readonly cents: Cents;
}

function* findClaims(texts: readonly TextSection[]): Iterable<Claim> {
  for (const { blocks } of texts) {
    for (const { text, line } of blocks) {
      for (const subject of SUBJECTS) {
        for (const match of text.matchAll(new RegExp(subject.words, 'gi'))) {
          const end = match.index + match[0].length;
          const amount = AMOUNT.exec(text.slice(end));
          const parsed = parseAmount(amount?.[1] ?? '');
          if (parsed)
            yield {
              subject,
              line,
              cents: parsed.cents,
              sentence: text.slice(match.index, end + (amount?.[0].length ?? 0)),
            };
        }
      }
    }
  }
}

const claimsOf = rememberByParts(['texts'], ({ texts }) => [...findClaims(texts)]);

/** Prose may leave out the sign ("een tekort van"), and round to the euro. */
const agrees = (claimed: Cents, printed: Cents): boolean =>
  Math.abs(Math.abs(claimed) - Math.abs(printed)) <= CENTS_PER_EURO;

/** A figure in the explanation that is in none of the columns of the schema it speaks of. */
export const textProseFigure = ruleCheck({
  id: 'text.prose-figure',
  severity: 'attention',
  nl: [
    'De toelichting op regel {line} noemt {claimedCents} euro voor {about}; de schema’s tonen {printed}: "{text}".',
    'Verbeter de tekst, of het schema.',
  ],
  en: [
    'The explanation on line {line} names {claimedCents} euro for {about}; the schemas show {printed}: "{text}".',
    'Correct the text, or the schema.',
  ],
  contradicts: true,
  reads: ['info', 'nodes', 'texts', 'statements', 'amounts'],
  *rule(document, context) {
    for (const { subject, line, cents, sentence } of claimsOf(document)) {
      const about = subject.name;
      const figures = [...new Set(subject.figures(document, context))];
      if (figures.length === 0 || figures.some((printed) => agrees(cents, printed))) continue;
      const printed = figures.map((figure) => formatAmount(figure)).join(', ');
      yield {
        place: placeAt({ line }),
        figures: { claimedCents: cents, about, printed: excerpt(printed), text: excerpt(sentence) },
        subject: `${about} ${cents}`,
      };
    }
  },
});

const COMPARES =
  /\b(?:vergelijking|t\.o\.v|ten opzichte|t\.a\.v|net zoals|zoals in|vorig|sinds|sedert|vanaf|uit \d{4}|van \d{4} tot|richtlijn|tot en met|reeds)\b/i;
const REALISED = /\b(?:gerealiseerde?|geraamde?|geboekte?)\b/i;

/** The whole sentence is the evidence here. */
const SHOWN_SENTENCE = 240;

/** So much of a sentence tells it from others in a key that survives a new print. */
const KEY_LENGTH = 40;

/** The year a text names most: what it is about. */
function mostNamedYear(text: string): number | null {
  const counts = new Map<number, number>();
  for (const [year] of text.matchAll(/\b(?:19|20)\d{2}\b/g))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? null;
}

/** A sentence about what was realised that names another year than the part it stands in. */
export const textProseYear = ruleCheck({
  id: 'text.prose-year',
  severity: 'attention',
  nl: [
    'De toelichting op regel {line} gaat over {year}, maar noemt {named}: "{text}".',
    'Kijk na welk jaar bedoeld is.',
  ],
  en: ['The explanation on line {line} is about {year}, but names {named}: "{text}".', 'Check which year is meant.'],
  reads: ['info', 'texts'],
  *rule(document) {
    const year = document.document.fiscalYear;
    if (year === null) return;
    for (const { blocks } of document.texts) {
      if (mostNamedYear(blocks.map(({ text }) => text).join(' ')) !== year) continue;
      for (const { text, line } of blocks) {
        for (const sentence of text.split(/(?<=[.;:])\s+/)) {
          const named = [...sentence.matchAll(/\bin ((?:19|20)\d{2})\b/g)].map(([, found]) => Number(found));
          const other = named.find((found) => found !== year);
          if (
            other === undefined ||
            sentence.includes(String(year)) ||
            !REALISED.test(sentence) ||
            COMPARES.test(sentence)
          )
            continue;
          yield {
            place: placeAt({ line }),
            figures: { year, named: other, text: excerpt(sentence, SHOWN_SENTENCE) },
            subject: `${other} ${excerpt(sentence, KEY_LENGTH)}`,
          };
        }
      }
    }
  },
});
