import type { Indicator, Measure } from '../plan/indicator';
import { reachesTarget } from '../plan/indicator';
import { formulaCell, here, literal, whole } from './formulas';
import {
  COMPARISON_LABELS,
  frequencyLabel,
  INDICATOR_KIND_LABELS,
  isMainMeasure,
  shownValue,
  unitLabel,
} from './indicatorLabels';
import { KEY_COLUMN } from './names';
import { NO, YES } from './planTable';
import type { CellSpec } from './spec';
import type { ColumnModel, TableModel } from './table';
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

interface IndicatorColumn extends ColumnModel {
  readonly cell: (indicator: Indicator, row: IndicatorRow) => CellSpec;
}

/** Rows of the indicators in printed order; what is measured stands in the table beside it and is looked up. */
export function indicatorTable(documents: NamedDocuments): TableModel {
  const columns: readonly IndicatorColumn[] = [
    ...(documents.length > 1
      ? [
          {
            name: I.document,
            width: DOCUMENT_WIDTH,
            style: 'textWrapped',
            cell: (_, { of }) => of.name,
          } satisfies IndicatorColumn,
        ]
      : []),
    { name: I.name, width: 50, style: 'textWrapped', cell: ({ name }) => name },
    {
      name: I.node,
      width: 18,
      style: 'textWrapped',
      cell: ({ node }, { of }) => (node === null ? null : of.codeOf(node)),
    },
    { name: I.kind, width: 11, style: 'text', cell: ({ kind }) => INDICATOR_KIND_LABELS[kind] },
    { name: I.service, width: 18, style: 'textWrapped', cell: ({ service }) => service },
    { name: I.frequency, width: 14, style: 'textWrapped', cell: ({ frequency }) => frequencyLabel(frequency) },
    { name: I.due, width: 12, style: 'textWrapped', cell: ({ dueYears }) => dueYears.join(', ') || null },
    {
      name: I.comparison,
      width: 12,
      style: 'text',
      cell: ({ target }) => (target ? COMPARISON_LABELS[target.comparison] : null),
    },
    {
      name: I.target,
      width: 12,
      style: 'cent',
      alignRight: true,
      cell: ({ target }) => (target ? shownValue(target.value, target.unit) : null),
    },
    { name: I.unit, width: 13, style: 'textIndented', cell: ({ unit }) => unitLabel(unit) },
    { name: I.targetYear, width: 8, style: 'year', cell: ({ target }) => target?.year ?? null },
    {
      name: I.lastYear,
      width: 9,
      style: 'year',
      formula: lastYearFormula,
      cell: (indicator) => formulaCell(lastYearFormula, lastMeasure(indicator)?.year ?? ''),
    },
    {
      name: I.last,
      width: 12,
      style: 'cent',
      alignRight: true,
      formula: lastFormula,
      cell: (indicator) => {
        const last = lastMeasure(indicator);
        return formulaCell(lastFormula, last ? shownValue(last.value, last.unit) : '');
      },
    },
    {
      name: I.verdict,
      width: 13,
      style: 'textIndented',
      formula: verdictFormula,
      cell: (indicator) => formulaCell(verdictFormula, verdictOf(indicator)),
    },
    {
      name: I.count,
      width: 10,
      style: 'count',
      alignRight: true,
      formula: `COUNTIFS(${ofThis})`,
      cell: ({ measures: own }) => formulaCell(`COUNTIFS(${ofThis})`, own.length),
    },
    { name: I.source, width: 10, style: 'textCentered', cell: ({ source }, { of }) => of.source.link(source) },
    { name: I.code, width: 30, style: 'textMuted', cell: (_, { key }) => key },
    { name: KEY_COLUMN, width: 30, style: 'text', hidden: true, cell: (_, { key }) => key },
  ];
  return {
    name: INDICATOR_TABLES.indicators,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: indicatorRows(documents).map((row) => columns.map(({ cell }) => cell(row.indicator, row))),
    totals: false,
  };
}

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

interface MeasureColumn extends ColumnModel {
  readonly cell: (row: MeasureRow) => CellSpec;
}

/** The measures as a table; users add rows with the code of an indicator. */
export function measureTable(documents: NamedDocuments): TableModel {
  const columns: readonly MeasureColumn[] = [
    { name: M.indicator, width: 34, style: 'textWrapped', cell: ({ key }) => key },
    {
      name: M.name,
      width: 60,
      style: 'textWrapped',
      formula: nameFormula,
      cell: ({ indicator }) => formulaCell(nameFormula, indicator.name),
    },
    { name: M.year, width: 8, style: 'year', cell: ({ measure }) => measure.year },
    {
      name: M.value,
      width: 16,
      style: 'cent',
      alignRight: true,
      cell: ({ measure }) => shownValue(measure.value, measure.unit),
    },
    { name: M.unit, width: 16, style: 'textIndented', cell: ({ measure }) => unitLabel(measure.unit) },
    { name: M.main, width: 13, style: 'textCentered', cell: ({ main }) => (main ? YES : NO) },
    { name: M.text, width: 30, style: 'textWrapped', cell: ({ measure }) => measure.text || null },
    { name: M.source, width: 10, style: 'textCentered', cell: ({ measure, of }) => of.source.link(measure.source) },
    { name: KEY_COLUMN, width: 30, style: 'text', hidden: true, cell: (row) => row.measureKey },
  ];
  return {
    name: INDICATOR_TABLES.measures,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: measureRows(documents).map((row) => columns.map(({ cell }) => cell(row))),
    totals: false,
  };
}
