import type { PlanDocument } from '../../plan/document';
import { contradictions, seriesOver, type Series } from '../../figures/series';
import { shownValue, unitLabel } from '../indicatorLabels';
import { SHEETS } from '../names';
import { rowHeights } from '../rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from '../sheet';
import type { ChartSpec, SheetSpec } from '../spec';
import { COLORS, measureFormat } from '../style';
import { placeTable, type ColumnModel, type TableModel } from '../table';

const HEAD_ROW = CONTENT_ROW;
const CHART_ROWS = 14;
const CHART_COLUMNS = 8;
const LEAST_POINTS = 2;

const COLUMNS: readonly ColumnModel[] = [
  { name: 'Reeks', width: 30, style: 'textWrapped' },
  { name: 'Jaar', width: 8, style: 'year' },
  { name: 'Waarde', width: 14, style: 'cent', alignRight: true },
  { name: 'Eenheid', width: 16, style: 'textIndented' },
  { name: 'Document', width: 34, style: 'textWrapped' },
  { name: 'Zoals gedrukt', width: 60, style: 'textWrapped' },
  { name: 'Vergelijking', width: 24, style: 'textWrapped' },
];

/** What comparing says of a point: another document gives this year another value. */
function remark(series: Series, year: number | null): string | null {
  return contradictions(series).some((each) => each.year === year) ? 'documenten verschillen' : null;
}

/** Quantities that several documents give, side by side with a chart each; null when there are none. */
export function seriesSheet(documents: readonly PlanDocument[], entity: string): SheetSpec | null {
  const all = seriesOver(documents);
  if (all.length === 0) return null;
  const model: TableModel = {
    name: 'tblReeksen',
    columns: COLUMNS,
    rows: all.flatMap((series) =>
      series.points.map(({ document, indicator, measure }) => [
        series.name,
        measure.year,
        shownValue(measure.value, measure.unit),
        unitLabel(measure.unit),
        document,
        indicator.name,
        remark(series, measure.year),
      ]),
    ),
    totals: false,
  };
  const table = placeTable(model, HEAD_ROW, 0);
  const charts: ChartSpec[] = [];
  let row = table.body.row;
  for (const series of all) {
    const dated = series.points.filter(({ measure }) => measure.year !== null).length;
    const rows = { sheet: SHEETS.series, row, rows: dated, columns: 1 };
    row += series.points.length;
    if (dated < LEAST_POINTS) continue;
    charts.push({
      name: `Reeks ${charts.length + 1}`,
      kind: 'column',
      grouping: 'clustered',
      title: series.name,
      valueLabels: true,
      valueTitle: unitLabel(series.unit),
      valueFormat: measureFormat(series.points.map(({ measure }) => measure.value)),
      series: [
        { name: series.name, values: { ...rows, column: 2 }, categories: { ...rows, column: 1 }, color: COLORS.brand },
      ],
      anchor: {
        row: HEAD_ROW + charts.length * (CHART_ROWS + 1),
        column: COLUMNS.length + 1,
        rows: CHART_ROWS,
        columns: CHART_COLUMNS,
      },
      description: `${series.name} per jaar, uit ${new Set(series.points.map(({ document }) => document)).size} documenten.`,
    });
  }
  return sheetOf({
    name: SHEETS.series,
    tabColor: TAB_COLORS.guide,
    columns: table.columns,
    rows: [TITLE_ROW, ...rowHeights(model, HEAD_ROW)],
    blocks: [
      headBlock(
        'Reeksen',
        'Dezelfde grootheid in verschillende documenten, op jaar. Kijk na of de definities dezelfde zijn.',
      ),
      table.block,
    ],
    tables: [table.table],
    charts,
    freeze: { rows: HEAD_ROW + 1, columns: 1 },
    print: printOf(entity, 'Reeksen', {
      orientation: 'landscape',
      titleRows: [HEAD_ROW, HEAD_ROW],
      area: { row: 0, column: 0, rows: HEAD_ROW + table.table.range.rows, columns: COLUMNS.length },
    }),
  });
}
