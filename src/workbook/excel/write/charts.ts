import { rangeIn, sheetIn } from '../request/ranges';
import type { ChartSpec, SheetRangeSpec } from '../../../sheets/spec';
import { webColor } from './looks';
import { CALL_BYTES, type Step } from '../request/steps';

/** Native charts. Their description for those who cannot see them has no place in Office.js; files hold it. */
const TYPES = {
  column: { clustered: 'ColumnClustered', stacked: 'ColumnStacked', percentStacked: 'ColumnStacked100' },
  bar: { clustered: 'BarClustered', stacked: 'BarStacked', percentStacked: 'BarStacked100' },
  line: { clustered: 'LineMarkers', stacked: 'LineStacked', percentStacked: 'LineStacked100' },
} as const satisfies Readonly<Record<ChartSpec['kind'], Readonly<Record<ChartSpec['grouping'], string>>>>;

const GAP_WIDTH = 60;
const STACKED_OVERLAP = 100;
const TITLE_SIZE = 12;
/** Lines thick enough to print, in points. */
const LINE_WEIGHT = 2.25;

const dataIn = (context: Excel.RequestContext, range: SheetRangeSpec): Excel.Range =>
  rangeIn(sheetIn(context, range.sheet), range);

function drawSeries(context: Excel.RequestContext, chart: Excel.Chart, spec: ChartSpec): void {
  spec.series.forEach(({ name, values, categories, color }, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    series.name = name;
    series.setValues(dataIn(context, values));
    series.setXAxisValues(dataIn(context, categories));
    if (spec.kind === 'line') {
      series.format.line.color = webColor(color);
      series.format.line.weight = LINE_WEIGHT;
      series.markerStyle = 'Circle';
    } else {
      series.format.fill.setSolidColor(webColor(color));
      series.gapWidth = GAP_WIDTH;
      if (spec.grouping !== 'clustered') series.overlap = STACKED_OVERLAP;
    }
    if (spec.valueLabels) series.hasDataLabels = true;
  });
}

function drawAxes(chart: Excel.Chart, spec: ChartSpec): void {
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.numberFormat = spec.valueFormat;
  valueAxis.visible = !spec.valueLabels;
  valueAxis.majorGridlines.visible = !spec.valueLabels;
  if (spec.valueTitle !== null) {
    valueAxis.title.text = spec.valueTitle;
    valueAxis.title.visible = true;
  }
  categoryAxis.tickLabelPosition = 'Low';
  if (spec.kind === 'bar') categoryAxis.reversePlotOrder = true;
}

/** A chart is made over the figures of its first series, so that Excel makes exactly one of its own; that one becomes the first. */
export const chartStep = (sheet: string, spec: ChartSpec): Step => ({
  bytes: (12 + 6 * spec.series.length) * CALL_BYTES,
  run: (context) => {
    const home = sheetIn(context, sheet);
    const [first] = spec.series;
    if (first === undefined) return;
    const chart = home.charts.add(
      TYPES[spec.kind][spec.grouping],
      dataIn(context, first.values),
      first.values.rows >= first.values.columns ? 'Columns' : 'Rows',
    );
    chart.name = spec.name;
    const { row, column, rows, columns } = spec.anchor;
    chart.setPosition(
      rangeIn(home, { row, column, rows: 1, columns: 1 }),
      rangeIn(home, { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 }),
    );
    chart.title.text = spec.title;
    chart.title.format.font.size = TITLE_SIZE;
    chart.title.format.font.bold = true;
    chart.legend.visible = spec.series.length > 1;
    if (spec.series.length > 1) chart.legend.position = 'Bottom';
    drawSeries(context, chart, spec);
    drawAxes(chart, spec);
  },
});
