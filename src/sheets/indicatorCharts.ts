import type { Indicator } from '../plan/indicator';
import { cellAddress } from './address';
import { formulaCell, literal, whole } from './formulas';
import { shownValue, unitLabel } from './indicatorLabels';
import {
  INDICATOR_COLUMNS,
  INDICATOR_TABLES,
  indicatorRows,
  MEASURE_COLUMNS,
  measureRows,
  type IndicatorRow,
  type MeasureRow,
} from './indicatorTables';
import { LISTS, SHEETS } from './names';
import { YES } from './planTable';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { BlockSpec, CellSpec, CellValue, ChartSpec, SheetSpec } from './spec';
import { COLORS, MEASURE_FORMAT, measureFormat, type StyleName } from './style';
import type { NamedDocuments } from './ends';

const I = INDICATOR_COLUMNS;
const M = MEASURE_COLUMNS;

/** Rows of the card of one indicator, from its choice down. */
const CHOICE_ROW = CONTENT_ROW;
const FACTS = [I.name, I.service, I.frequency, I.target, I.unit, I.verdict] as const;
const FACT_STYLES: Readonly<Record<string, StyleName>> = { [I.name]: 'textStrong', [I.target]: 'numberLeft' };
const YEAR_HEAD = CHOICE_ROW + FACTS.length + 2;
/** Years the card looks back over. */
const YEARS = 10;
const CARD_ROWS = YEARS + 1;
const CHART_COLUMNS = 3;
const FIRST_CHART_ROW = YEAR_HEAD + CARD_ROWS + 2;
const CHART_ROWS = 15;
const CHARTS_PER_ROW = 2;
/** Charts that fit on the pages people look through; any other indicator can be chosen at the top. */
const MAX_CHARTS = 24;
/** One point is no series. */
const LEAST_POINTS = 2;
/** Longest title a chart shows on one line or two. */
const MAX_CHART_TITLE = 90;

const choice = `$${cellAddress(CHOICE_ROW, 1).replace(/(\d+)$/, '$$$1')}`;
const measures = (column: string): string => whole(INDICATOR_TABLES.measures, column);
const lookUp = (column: string): string =>
  `INDEX(${whole(INDICATOR_TABLES.indicators, column)},MATCH(${choice},${whole(INDICATOR_TABLES.indicators, I.code)},0))`;

/** Dated main measures of an indicator, by year. */
const datedMeasures = (rows: readonly MeasureRow[], key: string): readonly MeasureRow[] =>
  rows.filter((row) => row.key === key && row.main && row.measure.year !== null);

/** What the table of indicators shows for one of them in a column. */
type ShownOf = (row: IndicatorRow, column: string) => CellValue;

/** Formula of the last year the card shows: of the measures and the target of the chosen indicator, else of any. */
const lastYearFormula = (fallback: number): string => {
  const ofChosen = `MAX(SUMPRODUCT(MAX((${measures(M.indicator)}=${choice})*${measures(M.year)})),N(IFERROR(${lookUp(I.targetYear)},0)))`;
  return `IF(${ofChosen}>0,${ofChosen},IF(COUNT(${measures(M.year)})>0,MAX(${measures(M.year)}),${fallback}))`;
};

const latest = (rows: readonly MeasureRow[]): number => Math.max(0, ...rows.map(({ measure }) => measure.year ?? 0));

/** Facts of the chosen indicator. */
const factCells = (chosen: IndicatorRow, shown: ShownOf): readonly (readonly CellSpec[])[] =>
  FACTS.map((fact) => [
    { value: fact, style: 'note' },
    formulaCell(
      `IFERROR(IF(${lookUp(fact)}="","",${lookUp(fact)}),"")`,
      shown(chosen, fact) ?? '',
      FACT_STYLES[fact] ?? 'text',
    ),
  ]);

/** Measures of the chosen indicator in the last years, beside the target. */
function yearCells(
  { of, indicator, key }: IndicatorRow,
  rows: readonly MeasureRow[],
): readonly (readonly CellSpec[])[] {
  const dated = datedMeasures(rows, key);
  const anyYear = latest(rows);
  const fallback = Number(of.document.document.planPeriod?.to.slice(0, 4) ?? 0) || anyYear;
  const ownYear = Math.max(latest(rows.filter((row) => row.key === key)), indicator.target?.year ?? 0);
  const last = ownYear || anyYear || fallback;
  const target = cellAddress(CHOICE_ROW + 1 + FACTS.indexOf(I.target), 1);
  const targetValue = indicator.target ? shownValue(indicator.target.value, indicator.target.unit) : '';
  const lastCell = cellAddress(YEAR_HEAD + YEARS, 0);
  return Array.from({ length: YEARS }, (_, index): readonly CellSpec[] => {
    const before = YEARS - 1 - index;
    const year = last - before;
    const yearCell = cellAddress(YEAR_HEAD + 1 + index, 0);
    const measured = `${measures(M.indicator)},${choice},${measures(M.year)},${yearCell},${measures(M.main)},${literal(YES)}`;
    const found = dated.filter(({ measure }) => measure.year === year);
    const value =
      found.length === 0 ? '' : found.reduce((sum, { measure }) => sum + shownValue(measure.value, measure.unit), 0);
    return [
      formulaCell(before === 0 ? lastYearFormula(fallback) : `${lastCell}-${before}`, year, 'year'),
      formulaCell(`IF(COUNTIFS(${measured})=0,"",SUMIFS(${measures(M.value)},${measured}))`, value, 'cent'),
      formulaCell(`IF(${target}="","",${target})`, targetValue, 'cent'),
    ];
  });
}

interface Run {
  readonly indicator: Indicator;
  readonly from: number;
  readonly count: number;
}

/** Stretches of dated main measures of one indicator that stand side by side in the table of measures. */
function chartRuns(rows: readonly MeasureRow[]): readonly Run[] {
  const runs = new Map<string, Run>();
  rows.forEach(({ key, indicator, measure, main }, index) => {
    if (!main || measure.year === null) return;
    const run = runs.get(key);
    runs.set(key, run ? { ...run, count: run.count + 1 } : { indicator, from: index, count: 1 });
  });
  return [...runs.values()].filter(({ count }) => count >= LEAST_POINTS).slice(0, MAX_CHARTS);
}

const shortTitle = (name: string): string =>
  name.length > MAX_CHART_TITLE ? `${name.slice(0, MAX_CHART_TITLE)}…` : name;

/** One chart per indicator that was measured more than once, on the cells of the sheet Metingen; `body`: its first row, `columns` of value and year there. */
function runCharts(
  rows: readonly MeasureRow[],
  body: number,
  columns: { readonly value: number; readonly year: number },
): readonly ChartSpec[] {
  const at = { sheet: SHEETS.measures, columns: 1 };
  return chartRuns(rows).map(({ indicator, from, count }, index): ChartSpec => {
    const range = { row: body + from, rows: count };
    const title = shortTitle(indicator.name);
    return {
      name: `Meting ${index + 1}`,
      kind: 'column',
      grouping: 'clustered',
      title,
      series: [
        {
          name: unitLabel(indicator.unit) ?? 'waarde',
          values: { ...at, ...range, column: columns.value },
          categories: { ...at, ...range, column: columns.year },
          color: COLORS.brand,
        },
      ],
      anchor: {
        row: FIRST_CHART_ROW + Math.floor(index / CHARTS_PER_ROW) * (CHART_ROWS + 1),
        column: (index % CHARTS_PER_ROW) * CHART_COLUMNS,
        rows: CHART_ROWS,
        columns: CHART_COLUMNS,
      },
      valueTitle: unitLabel(indicator.unit),
      valueLabels: true,
      valueFormat: measureFormat(rows.slice(from, from + count).map(({ measure }) => measure.value)),
      description: `Metingen van "${title}" per jaar.`,
    };
  });
}

const cardYears = { sheet: SHEETS.charts, row: YEAR_HEAD + 1, rows: YEARS, columns: 1 };

/** The chart that follows the choice of the user. */
const CARD_CHART: ChartSpec = {
  name: 'Gekozen indicator',
  kind: 'column',
  grouping: 'clustered',
  title: 'Gekozen indicator',
  series: (
    [
      ['meting', COLORS.brand],
      ['streefwaarde', 'C9A227'],
    ] as const
  ).map(([name, color], index) => ({
    name,
    values: { ...cardYears, column: index + 1 },
    categories: { ...cardYears, column: 0 },
    color,
  })),
  anchor: { row: YEAR_HEAD, column: CHART_COLUMNS, rows: CARD_ROWS, columns: CHART_COLUMNS },
  valueLabels: false,
  valueTitle: null,
  valueFormat: MEASURE_FORMAT,
  description: 'Metingen van de gekozen indicator in de laatste jaren, naast de streefwaarde.',
};

const YEAR_HEADS: readonly CellSpec[] = [
  { value: M.year, style: 'tableHeadCentered' },
  { value: M.value, style: 'tableHeadRight' },
  { value: I.target, style: 'tableHeadRight' },
];

/** The card: an indicator chosen from a list, its facts, and its measures of the last years. */
const cardBlocks = (chosen: IndicatorRow, rows: readonly MeasureRow[], shown: ShownOf): readonly BlockSpec[] => [
  {
    row: CHOICE_ROW,
    column: 0,
    cells: [
      [
        { value: I.code, style: 'note' },
        { value: chosen.key, style: 'textInput' },
      ],
    ],
  },
  { row: CHOICE_ROW + 1, column: 0, cells: factCells(chosen, shown) },
  { row: YEAR_HEAD, column: 0, cells: [YEAR_HEADS, ...yearCells(chosen, rows)] },
];

/** The charts of the indicators: one that follows the choice of the user, and one for each that was measured more than once. */
export function chartSheet(
  documents: NamedDocuments,
  measureBody: number,
  columns: { readonly value: number; readonly year: number },
  shown: ShownOf,
  entity: string,
): SheetSpec | null {
  const indicators = indicatorRows(documents);
  const rows = measureRows(documents);
  const chosen = indicators.find(({ key }) => datedMeasures(rows, key).length > 0) ?? indicators[0];
  if (!chosen) return null;
  const charts = runCharts(rows, measureBody, columns);
  const lastRow = FIRST_CHART_ROW + Math.ceil(charts.length / CHARTS_PER_ROW) * (CHART_ROWS + 1);
  return sheetOf({
    name: SHEETS.charts,
    tabColor: TAB_COLORS.guide,
    columns: [{ width: 16 }, { width: 22 }, { width: 22 }, { width: 20 }, { width: 20 }, { width: 20 }],
    rows: [TITLE_ROW],
    blocks: [
      headBlock(
        'Grafieken',
        'Kies bovenaan een indicator uit de lijst. Daaronder staat een grafiek voor elke indicator die meer dan eens gemeten werd.',
      ),
      ...cardBlocks(chosen, rows, shown),
    ],
    merges: [CHOICE_ROW, CHOICE_ROW + 1].map((row) => ({ row, column: 1, rows: 1, columns: 5 })),
    validations: [
      {
        kind: 'list',
        ranges: [{ row: CHOICE_ROW, column: 1, rows: 1, columns: 1 }],
        source: LISTS.indicators,
        reaction: 'stop',
        title: I.code,
        message: 'Kies een indicator uit de lijst.',
      },
    ],
    charts: [CARD_CHART, ...charts],
    print: printOf(entity, SHEETS.charts, {
      orientation: 'portrait',
      area: { row: 0, column: 0, rows: lastRow, columns: 2 * CHART_COLUMNS },
    }),
  });
}
