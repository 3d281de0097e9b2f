import type { Indicator, Measure } from '../plan/indicator';
import { reachesTarget } from '../plan/indicator';
import { alignedRight, calculated, column, keyColumn, tableOf, type Column } from './columns';
import { here, literal, whole } from './formulas';
import {
  COMPARISON_LABELS,
  frequencyLabel,
  INDICATOR_KIND_LABELS,
  isMainMeasure,
  shownValue,
  unitLabel,
} from './indicatorLabels';
import { NO, YES } from './planTable';
import type { TableModel } from './table';
import { keyIn, type NamedDocument, type NamedDocuments } from './ends';

/** Room for the name of a document. */
export const DOCUMENT_WIDTH = 24;

export const INDICATOR_TABLES = { indicators: 'tblIndicatoren', measures: 'tblMetingen' } as const;

/** Names of the columns of the table of indicators. */
export const INDICATOR_COLUMNS = {
  document: 'Document',
  name: 'Indicator',
  node: 'Onderdeel',
  kind: 'Soort',
  service: 'Dienst',
  frequency: 'Frequentie',
  due: 'Te meten in',
  comparison: 'Vergelijking',
  target: 'Streefwaarde',
  unit: 'Eenheid',
  targetYear: 'Tegen',
  count: 'Metingen',
  lastYear: 'Laatste jaar',
  last: 'Laatste waarde',
  verdict: 'Oordeel',
  source: 'Bron',
  code: 'Code',
} as const;

export const MEASURE_COLUMNS = {
  indicator: 'Code indicator',
  name: 'Indicator',
  year: 'Jaar',
  value: 'Waarde',
  unit: 'Eenheid',
  main: 'Hoofdwaarde',
  text: 'Zoals gedrukt',
  source: 'Bron',
} as const;

export const VERDICTS = { reached: 'gehaald', missed: 'niet gehaald' } as const;

const I = INDICATOR_COLUMNS;
const M = MEASURE_COLUMNS;
const indicators = (column: string): string => here(INDICATOR_TABLES.indicators, column);
const measures = (column: string): string => whole(INDICATOR_TABLES.measures, column);

const ofThis = `${measures(M.indicator)},${indicators(I.code)}`;
const mainOfThis = `${ofThis},${measures(M.main)},${literal(YES)}`;
// MAXIFS would need a prefix of its own in files.
const lastYearFormula = `IF(COUNTIFS(${mainOfThis},${measures(M.year)},">0")=0,"",SUMPRODUCT(MAX((${measures(M.indicator)}=${indicators(I.code)})*(${measures(M.main)}=${literal(YES)})*${measures(M.year)})))`;
const lastFormula = `IF(${indicators(I.lastYear)}="","",SUMIFS(${measures(M.value)},${mainOfThis},${measures(M.year)},${indicators(I.lastYear)}))`;
const compared = (sign: string): string =>
  `IF(${indicators(I.last)}${sign}${indicators(I.target)},${literal(VERDICTS.reached)},${literal(VERDICTS.missed)})`;
const isComparison = (label: string): string => `${indicators(I.comparison)}=${literal(label)}`;
const verdictFormula =
  `IF(OR(${indicators(I.last)}="",${indicators(I.target)}=""),"",IF(${isComparison(COMPARISON_LABELS.atLeast)},${compared('>=')},` +
  `IF(${isComparison(COMPARISON_LABELS.atMost)},${compared('<=')},${compared('=')})))`;

/** The main measure of the last year that has one. */
function lastMeasure(indicator: Indicator): Measure | null {
  const dated = indicator.measures.filter(({ year }, index) => year !== null && isMainMeasure(indicator, index));
  return dated.reduce<Measure | null>(
    (latest, measure) => (latest === null || (measure.year ?? 0) > (latest.year ?? 0) ? measure : latest),
    null,
  );
}

function verdictOf(indicator: Indicator): string {
  const last = lastMeasure(indicator);
  if (!last || !indicator.target) return '';
  const { target } = indicator;
  return reachesTarget({ ...target, unit: last.unit }, last) ? VERDICTS.reached : VERDICTS.missed;
}

/** An indicator with the document it stands in. */
export interface IndicatorRow {
  readonly of: NamedDocument;
  readonly indicator: Indicator;
  /** Tells it apart from the indicators of the other documents; measures name it. */
  readonly key: string;
}

export const indicatorRows = (documents: NamedDocuments): readonly IndicatorRow[] =>
  documents.flatMap((of) =>
    of.document.indicators.map((indicator) => ({ of, indicator, key: keyIn(of, indicator.id) })),
  );

/** Rows of the indicators in printed order; what is measured stands in the table beside it and is looked up. */
export const indicatorTable = (documents: NamedDocuments): TableModel =>
  tableOf<IndicatorRow>(
    INDICATOR_TABLES.indicators,
    [
      ...(documents.length > 1 ? [documentColumn] : []),
      ...askedColumns,
      ...targetColumns,
      ...measuredColumns,
      column(I.source, 10, 'textCentered', ({ indicator, of }) => of.source.link(indicator.source)),
      column(I.code, 30, 'textMuted', ({ key }) => key),
      keyColumn(30, ({ key }) => key),
    ],
    indicatorRows(documents),
  );

/** Which document a row is of: only where there are several. */
export const documentColumn: Column<IndicatorRow> = column(
  I.document,
  DOCUMENT_WIDTH,
  'textWrapped',
  ({ of }) => of.name,
);

/** What is measured, by whom and when. */
const askedColumns: readonly Column<IndicatorRow>[] = [
  column(I.name, 50, 'textWrapped', ({ indicator }) => indicator.name),
  column(I.node, 18, 'textWrapped', ({ indicator, of }) =>
    indicator.node === null ? null : of.codeOf(indicator.node),
  ),
  column(I.kind, 11, 'text', ({ indicator }) => INDICATOR_KIND_LABELS[indicator.kind]),
  column(I.service, 18, 'textWrapped', ({ indicator }) => indicator.service),
  column(I.frequency, 14, 'textWrapped', ({ indicator }) => frequencyLabel(indicator.frequency)),
  column(I.due, 12, 'textWrapped', ({ indicator }) => indicator.dueYears.join(', ') || null),
];

const targetColumns: readonly Column<IndicatorRow>[] = [
  column(I.comparison, 12, 'text', ({ indicator: { target } }) =>
    target ? COMPARISON_LABELS[target.comparison] : null,
  ),
  alignedRight(
    column(I.target, 12, 'cent', ({ indicator: { target } }) =>
      target ? shownValue(target.value, target.unit) : null,
    ),
  ),
  column(I.unit, 13, 'textIndented', ({ indicator }) => unitLabel(indicator.unit)),
  column(I.targetYear, 8, 'year', ({ indicator }) => indicator.target?.year ?? null),
];

/** What the measures say of an indicator. */
const measuredColumns: readonly Column<IndicatorRow>[] = [
  calculated(I.lastYear, 9, 'year', lastYearFormula, ({ indicator }) => lastMeasure(indicator)?.year ?? ''),
  alignedRight(
    calculated(I.last, 12, 'cent', lastFormula, ({ indicator }) => {
      const last = lastMeasure(indicator);
      return last ? shownValue(last.value, last.unit) : '';
    }),
  ),
  calculated(I.verdict, 13, 'textIndented', verdictFormula, ({ indicator }) => verdictOf(indicator)),
  alignedRight(calculated(I.count, 10, 'count', `COUNTIFS(${ofThis})`, ({ indicator }) => indicator.measures.length)),
];

/** One row of the measures: which indicator, and its place among that indicator's. */
export interface MeasureRow extends IndicatorRow {
  readonly measure: Measure;
  readonly main: boolean;
  readonly measureKey: string;
}

/** All measures, by indicator; the main ones first and by year, so that a chart finds them side by side. */
export function measureRows(documents: NamedDocuments): readonly MeasureRow[] {
  return indicatorRows(documents).flatMap((row) =>
    row.indicator.measures
      .map((measure, index): MeasureRow => ({
        ...row,
        measure,
        main: isMainMeasure(row.indicator, index),
        measureKey: measureKey(row.key, index),
      }))
      .sort(
        (left, right) =>
          Number(right.main) - Number(left.main) ||
          (left.main ? (left.measure.year ?? 0) - (right.measure.year ?? 0) : 0),
      ),
  );
}

/** Key of the measure of an indicator, by its place among that indicator's. */
export const measureKey = (indicator: string, index: number): string => `${indicator}|${index + 1}`;

const nameFormula = `IFERROR(INDEX(${whole(INDICATOR_TABLES.indicators, I.name)},MATCH(${here(INDICATOR_TABLES.measures, M.indicator)},${whole(INDICATOR_TABLES.indicators, I.code)},0)),"")`;

/** The measures as a table; users add rows with the code of an indicator. */
export const measureTable = (documents: NamedDocuments): TableModel =>
  tableOf<MeasureRow>(
    INDICATOR_TABLES.measures,
    [
      column(M.indicator, 34, 'textWrapped', ({ key }) => key),
      calculated(M.name, 60, 'textWrapped', nameFormula, ({ indicator }) => indicator.name),
      column(M.year, 8, 'year', ({ measure }) => measure.year),
      alignedRight(column(M.value, 16, 'cent', ({ measure }) => shownValue(measure.value, measure.unit))),
      column(M.unit, 16, 'textIndented', ({ measure }) => unitLabel(measure.unit)),
      column(M.main, 13, 'textCentered', ({ main }) => (main ? YES : NO)),
      column(M.text, 30, 'textWrapped', ({ measure }) => measure.text || null),
      column(M.source, 10, 'textCentered', ({ measure, of }) => of.source.link(measure.source)),
      keyColumn(30, (row) => row.measureKey),
    ],
    measureRows(documents),
  );
