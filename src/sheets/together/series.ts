import type { PlanDocument } from '../../plan/document';
import { contradictions, seriesOver, type Series } from '../../figures/series';
import { shownValue, unitLabel } from '../indicatorLabels';
import { alignedRight, column, tableOf, type Column } from '../columns';
import { listSheet } from '../listSheet';
import { SHEETS } from '../names';
import { rowHeights } from '../rowHeights';
import { CONTENT_ROW, TAB_COLORS } from '../sheet';
import type { ChartSpec, SheetSpec } from '../spec';
import { COLORS, measureFormat } from '../style';
import { placeTable } from '../table';

const HEAD_ROW = CONTENT_ROW;
const CHART_ROWS = 14;
const CHART_COLUMNS = 8;
const LEAST_POINTS = 2;

/** What comparing says of a point: another document gives this year another value. */
function remark(series: Series, year: number | null): string | null {
  return contradictions(series).some((each) => each.year === year) ? 'documenten verschillen' : null;
}

interface SeriesPoint {
  readonly series: Series;
  readonly point: Series['points'][number];
}

const COLUMNS: readonly Column<SeriesPoint>[] = [
  column('Reeks', 30, 'textWrapped', ({ series }) => series.name),
  column('Jaar', 8, 'year', ({ point }) => point.measure.year),
  alignedRight(column('Waarde', 14, 'cent', ({ point: { measure } }) => shownValue(measure.value, measure.unit))),
  column('Eenheid', 16, 'textIndented', ({ point }) => unitLabel(point.measure.unit)),
  column('Document', 34, 'textWrapped', ({ point }) => point.document),
  column('Zoals gedrukt', 60, 'textWrapped', ({ point }) => point.indicator.name),
  column('Vergelijking', 24, 'textWrapped', ({ series, point }) => remark(series, point.measure.year)),
];

/** A chart of each series with more than one year, beside the table. `firstRow`: where the points of the first series begin. */
function seriesCharts(all: readonly Series[], firstRow: number): readonly ChartSpec[] {
  const charts: ChartSpec[] = [];
  let row = firstRow;
  for (const { name, unit, points } of all) {
    const dated = points.filter(({ measure }) => measure.year !== null).length;
    const rows = { sheet: SHEETS.series, row, rows: dated, columns: 1 };
    row += points.length;
    if (dated < LEAST_POINTS) continue;
    charts.push({
      name: `Reeks ${charts.length + 1}`,
      kind: 'column',
      grouping: 'clustered',
      title: name,
      valueLabels: true,
      valueTitle: unitLabel(unit),
      valueFormat: measureFormat(points.map(({ measure }) => measure.value)),
      series: [{ name, values: { ...rows, column: 2 }, categories: { ...rows, column: 1 }, color: COLORS.brand }],
      anchor: {
        row: HEAD_ROW + charts.length * (CHART_ROWS + 1),
        column: COLUMNS.length + 1,
        rows: CHART_ROWS,
        columns: CHART_COLUMNS,
      },
      description: `${name} per jaar, uit ${new Set(points.map(({ document }) => document)).size} documenten.`,
    });
  }
  return charts;
}

/** Quantities that several documents give, side by side with a chart each; null when there are none. */
export function seriesSheet(documents: readonly PlanDocument[], entity: string): SheetSpec | null {
  const all = seriesOver(documents);
  if (all.length === 0) return null;
  const model = tableOf(
    'tblReeksen',
    COLUMNS,
    all.flatMap((series) => series.points.map((point) => ({ series, point }))),
  );
  const table = placeTable(model, HEAD_ROW, 0);
  return listSheet(
    'Reeksen',
    'Dezelfde grootheid in verschillende documenten, op jaar. Kijk na of de definities dezelfde zijn.',
    table,
    COLUMNS.length,
    entity,
    {
      name: SHEETS.series,
      tabColor: TAB_COLORS.guide,
      rows: rowHeights(model, HEAD_ROW),
      charts: seriesCharts(all, table.body.row),
      freeze: { rows: HEAD_ROW + 1, columns: 1 },
    },
  );
}
