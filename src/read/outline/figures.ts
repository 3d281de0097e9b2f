import type { IndicatorKind, Target } from '../../plan/indicator';
import { quantitiesIn, type Quantity } from './quantities';

/** A sentence of running text that names figures or a date by which something is due. */
export interface FigureSentence {
  readonly kind: IndicatorKind;
  readonly text: string;
  readonly quantities: readonly Quantity[];
  readonly dueYears: readonly number[];
  /** What a promise aims at; null for a statement about what is. */
  readonly target: Target | null;
}

const SENTENCES =
  /(?<=[.!?;])(?<!(?:\bt\.o\.v|\bo\.a|\bo\.m|\bm\.b\.t|\bi\.s\.m|\bd\.w\.z|\bnl|\bcf|\bresp|\bbv|\bprof|\bdr)\.)\s+(?=[\p{Lu}\d‘“"])/u;
export const sentencesOf = (text: string): readonly string[] =>
  text.split(SENTENCES).map((sentence) => sentence.trim());

const MONTHS = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
/** "tegen eind 2024", "in de zomer van 2012", "vanaf maart 2011": by when something is due. */
const DUE = new RegExp(
  '(?:\\btegen (?:eind |begin |midden )?' +
    `|\\b(?:in|voor|vanaf) (?:de (?:lente|zomer|herfst|winter) van |(?:${MONTHS}) )?` +
    '|\\btot (?:eind )?)((?:19|20)\\d{2})(?!\\d)',
  'giu',
);

const dueYearsIn = (sentence: string, from: number): readonly number[] =>
  [...new Set([...sentence.matchAll(DUE)].map((match) => Number(match[1])))]
    .filter((year) => year >= from)
    .sort((left, right) => left - right);

/** "Op 4 en 5 maart 2013", "Januari-april 2009": when something happened. */
const DATED = new RegExp(`\\b(?:${MONTHS})(?:[- ](?:eind )?(?:${MONTHS}))?(?:\\s+((?:19|20)\\d{2}))?\\b`, 'giu');

/** Years of the dates a text names; the fallback stands in for a date without a year. */
function datedYears(text: string, fallback: number | null): readonly number[] {
  const years = [...text.matchAll(DATED)].map((match) => (match[1] === undefined ? fallback : Number(match[1])));
  return [...new Set(years.filter((year) => year !== null))].sort((left, right) => left - right);
}

/** What is known of the time a text speaks of, for figures and dates that do not name their year. */
export interface FigureTime {
  /** promised: the text says what is wanted, so its figures are targets and its dates are due. measured: it says what was. */
  readonly use: 'promised' | 'measured';
  /** Years before it are history and never due. */
  readonly from: number;
  /** Year of the part of the plan the text stands in. */
  readonly fallback: number | null;
}

const AIMED = /(?:minimaal|minstens|minimum|streven naar|streeft naar|\btot)\s$/u;

function promised(sentence: string, quantities: readonly Quantity[], from: number): readonly FigureSentence[] {
  const dueYears = dueYearsIn(sentence, from);
  const aim = quantities.find(({ at }) => AIMED.test(sentence.slice(0, at))) ?? quantities[0];
  if (!aim)
    return dueYears.length > 0 ? [{ kind: 'milestone', text: sentence, quantities, dueYears, target: null }] : [];
  return [
    {
      kind: 'figure',
      text: sentence,
      quantities,
      dueYears,
      target: { comparison: 'atLeast', value: aim.value, unit: aim.unit, year: dueYears.at(-1) ?? null },
    },
  ];
}

function measured(
  sentence: string,
  quantities: readonly Quantity[],
  fallback: number | null,
): readonly FigureSentence[] {
  if (quantities.length > 0) {
    const dated = quantities.map((quantity) => ({ ...quantity, year: quantity.year ?? fallback }));
    return [{ kind: 'figure', text: sentence, quantities: dated, dueYears: [], target: null }];
  }
  const dueYears = datedYears(sentence, fallback);
  return dueYears.length > 0 ? [{ kind: 'milestone', text: sentence, quantities, dueYears, target: null }] : [];
}

/** The figures and dates a text names, one entry per sentence that names any. */
export const figureSentences = (text: string, { use, from, fallback }: FigureTime): readonly FigureSentence[] =>
  sentencesOf(text).flatMap((sentence) => {
    const quantities = quantitiesIn(sentence);
    return use === 'promised' ? promised(sentence, quantities, from) : measured(sentence, quantities, fallback);
  });

/** The years a heading dates what stands under it with. */
export const milestoneYears = (title: string, fallback: number | null): readonly number[] =>
  datedYears(title, fallback);
