import type { HostContext } from '../protocol/context';
import { checkAllowed, newChart } from './edits';
import { boundingArea } from '../model/area';
import type { Chart, ChartSeries, Sheet, SheetRange } from '../model/book';
import { without } from '../model/records';
import { HostError, invalidArgument, itemNotFound } from '../model/errors';
import { hostClass, type HostObject, type Scalar } from '../protocol/hostClass';
import { booleanOf, colorOf, given, integerOf, numberOf, oneOf, rangeOf, soleArea, textOf } from './arguments';
import { boxOf } from './box';

/** Charts: where they stand, what they show, and the parts the product dresses. */
const TYPES = [
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Line',
  'LineMarkers',
  'LineStacked',
  'LineStacked100',
  'Pie',
  'Doughnut',
] as const;
const SERIES_BY = ['Auto', 'Columns', 'Rows'] as const;
const LEGEND_POSITION = ['Top', 'Bottom', 'Left', 'Right', 'Corner', 'Custom'] as const;

/** A part of a chart whose properties are kept by path. */
interface Part {
  readonly chart: Chart;
  readonly path: string;
}

type Accept = (value: unknown) => unknown;
const text: Accept = (value) => textOf(value, 'text');
const yesNo: Accept = (value) => booleanOf(value, 'flag');
const number: Accept = (value) => numberOf(value, 'number');
const color: Accept = (value) => colorOf(value, 'colour');

const bag = (
  properties: Readonly<Record<string, { readonly accept: Accept; readonly otherwise: unknown }>>,
): Readonly<Record<string, Scalar<Part>>> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, { accept, otherwise }]): [string, Scalar<Part>] => [
      name,
      {
        get: ({ chart, path }) => chart.properties[`${path}/${name}`] ?? otherwise,
        set: ({ chart, path }, value) => {
          chart.properties[`${path}/${name}`] = accept(value);
        },
      },
    ]),
  );

const under = ({ chart, path }: Part, name: string): Part => ({ chart, path: `${path}/${name}` });

const font = hostClass<Part>({
  name: 'ChartFont',
  scalars: bag({
    Bold: { accept: yesNo, otherwise: false },
    Italic: { accept: yesNo, otherwise: false },
    Size: { accept: number, otherwise: 10 },
    Color: { accept: color, otherwise: '#000000' },
    Name: { accept: text, otherwise: 'Calibri' },
  }),
});

const fill = hostClass<Part>({
  name: 'ChartFill',
  methods: {
    SetSolidColor: ({ chart, path }, [value]) => {
      chart.properties[path] = colorOf(value, 'colour');
    },
    Clear: ({ chart, path }) => {
      chart.properties = without(chart.properties, path);
    },
  },
});

const formatClass = (name: string): ((part: Part, context: HostContext) => HostObject) =>
  hostClass<Part>({
    name,
    children: {
      Font: (part, context) => font(under(part, 'font'), context),
      Fill: (part, context) => fill(under(part, 'fill'), context),
    },
  });
const titleFormat = formatClass('ChartTitleFormat');
const areaFormat = formatClass('ChartAreaFormat');
const axisFormat = formatClass('ChartAxisFormat');
const axisTitleFormat = formatClass('ChartAxisTitleFormat');
const legendFormat = formatClass('ChartLegendFormat');

const title = hostClass<Part>({
  name: 'ChartTitle',
  scalars: bag({
    Text: { accept: text, otherwise: '' },
    Visible: { accept: yesNo, otherwise: true },
    Overlay: { accept: yesNo, otherwise: false },
  }),
  children: { Format: (part, context) => titleFormat(under(part, 'format'), context) },
});

const legend = hostClass<Part>({
  name: 'ChartLegend',
  scalars: bag({
    Visible: { accept: yesNo, otherwise: true },
    Position: { accept: (value) => oneOf(value, LEGEND_POSITION, 'position'), otherwise: 'Right' },
    Overlay: { accept: yesNo, otherwise: false },
  }),
  children: { Format: (part, context) => legendFormat(under(part, 'format'), context) },
});

const axisTitle = hostClass<Part>({
  name: 'ChartAxisTitle',
  scalars: bag({ Text: { accept: text, otherwise: '' }, Visible: { accept: yesNo, otherwise: false } }),
  children: { Format: (part, context) => axisTitleFormat(under(part, 'format'), context) },
});

const gridlines = hostClass<Part>({
  name: 'ChartGridlines',
  scalars: bag({ Visible: { accept: yesNo, otherwise: true } }),
});

const axis = hostClass<Part>({
  name: 'ChartAxis',
  scalars: bag({
    NumberFormat: { accept: text, otherwise: 'General' },
    Visible: { accept: yesNo, otherwise: true },
    LinkNumberFormat: { accept: yesNo, otherwise: true },
    Minimum: { accept: number, otherwise: '' },
    Maximum: { accept: number, otherwise: '' },
    MajorUnit: { accept: number, otherwise: '' },
    ReversePlotOrder: { accept: yesNo, otherwise: false },
    DisplayUnit: {
      accept: (value) => oneOf(value, ['None', 'Hundreds', 'Thousands', 'Millions'] as const, 'displayUnit'),
      otherwise: 'None',
    },
    TickLabelPosition: {
      accept: (value) => oneOf(value, ['NextToAxis', 'High', 'Low', 'None'] as const, 'tickLabelPosition'),
      otherwise: 'NextToAxis',
    },
  }),
  children: {
    Title: (part, context) => axisTitle(under(part, 'title'), context),
    MajorGridlines: (part, context) => gridlines(under(part, 'majorGridlines'), context),
    MinorGridlines: (part, context) => gridlines(under(part, 'minorGridlines'), context),
    Format: (part, context) => axisFormat(under(part, 'format'), context),
  },
});

const axes = hostClass<Part>({
  name: 'ChartAxes',
  children: {
    CategoryAxis: (part, context) => axis(under(part, 'categoryAxis'), context),
    ValueAxis: (part, context) => axis(under(part, 'valueAxis'), context),
  },
});

interface SeriesOf {
  readonly chart: Chart;
  readonly sheet: Sheet;
  readonly series: ChartSeries;
}

const seriesFill = hostClass<ChartSeries>({
  name: 'ChartFill',
  methods: {
    SetSolidColor: (series, [value]) => {
      series.color = colorOf(value, 'colour');
    },
    Clear: (series) => {
      series.color = '';
    },
  },
});

const lineFormat = hostClass<ChartSeries>({
  name: 'ChartLineFormat',
  scalars: {
    Color: { get: (series) => series.color, set: (series, value) => (series.color = colorOf(value, 'colour')) },
    Weight: {
      get: (series) => series.properties.weight ?? 2.25,
      set: (series, value) => (series.properties.weight = numberOf(value, 'weight')),
    },
  },
});

const seriesFormat = hostClass<ChartSeries>({
  name: 'ChartSeriesFormat',
  children: {
    Fill: (series, context) => seriesFill(series, context),
    Line: (series, context) => lineFormat(series, context),
  },
});

/** Series with their data: cells in one row or column. */
function dataOf(value: unknown, sheet: Sheet, context: HostContext): SheetRange {
  const range = rangeOf(value, sheet, context);
  const at = soleArea(range);
  if (at.rows > 1 && at.columns > 1) throw invalidArgument('the values of a series stand in one row or column');
  return { sheet: range.sheet.id, area: at };
}

const seriesProperty = (name: string, accept: Accept, otherwise: unknown): Scalar<SeriesOf> => ({
  get: ({ series }) => series.properties[name] ?? otherwise,
  set: ({ series }, value) => {
    series.properties[name] = accept(value);
  },
});

const chartSeries = hostClass<SeriesOf>({
  name: 'ChartSeries',
  scalars: {
    Name: { get: ({ series }) => series.name, set: ({ series }, value) => (series.name = textOf(value, 'name')) },
    GapWidth: seriesProperty('gapWidth', number, 150),
    Overlap: seriesProperty('overlap', number, 0),
    HasDataLabels: seriesProperty('hasDataLabels', yesNo, false),
    MarkerStyle: seriesProperty('markerStyle', text, 'Automatic'),
    Smooth: seriesProperty('smooth', yesNo, false),
  },
  children: { Format: ({ series }, context) => seriesFormat(series, context) },
  methods: {
    SetValues: ({ sheet, series }, [range], context) => {
      series.values = dataOf(range, sheet, context);
    },
    SetXAxisValues: ({ sheet, series }, [range], context) => {
      series.categories = dataOf(range, sheet, context);
    },
    Delete: ({ chart, series }) => {
      chart.series = chart.series.filter((one) => one !== series);
    },
  },
});

interface ChartOf {
  readonly chart: Chart;
  readonly sheet: Sheet;
}

const seriesCollection = hostClass<ChartOf>({
  name: 'ChartSeriesCollection',
  scalars: { Count: { get: ({ chart }) => chart.series.length } },
  items: ({ chart, sheet }, context) => chart.series.map((series) => chartSeries({ chart, sheet, series }, context)),
  methods: {
    Add: ({ chart, sheet }, [name, index], context) => {
      const series: ChartSeries = {
        name: given(name) ? textOf(name, 'name') : `Series${chart.series.length + 1}`,
        values: null,
        categories: null,
        color: '',
        properties: {},
      };
      chart.series.splice(given(index) ? integerOf(index, 'index') : chart.series.length, 0, series);
      return chartSeries({ chart, sheet, series }, context);
    },
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: ({ chart, sheet }, [index], context) => {
      const series = chart.series[integerOf(index, 'index')];
      if (series === undefined) throw invalidArgument('index of a series');
      return chartSeries({ chart, sheet, series }, context);
    },
  },
});

type Side = keyof Chart['box'];
const side = (name: Side): Scalar<ChartOf> => ({
  get: ({ chart, sheet }) => (chart.anchor === null ? chart.box : boxOf(sheet, chart.anchor))[name],
  set: ({ chart, sheet }, value) => {
    chart.box = { ...(chart.anchor === null ? chart.box : boxOf(sheet, chart.anchor)), [name]: numberOf(value, name) };
    chart.anchor = null;
  },
});

const whole = ({ chart }: ChartOf, name: string): Part => ({ chart, path: name });

const chartObject = hostClass<ChartOf>({
  name: 'Chart',
  identity: ({ chart }) => ({ Id: chart.id }),
  scalars: {
    Id: { get: ({ chart }) => chart.id },
    Name: { get: ({ chart }) => chart.name, set: ({ chart }, value) => (chart.name = textOf(value, 'name')) },
    ChartType: {
      get: ({ chart }) => chart.type,
      set: ({ chart }, value) => (chart.type = oneOf(value, TYPES, 'chartType')),
    },
    Left: side('left'),
    Top: side('top'),
    Width: side('width'),
    Height: side('height'),
  },
  children: {
    Title: (one, context) => title(whole(one, 'title'), context),
    Legend: (one, context) => legend(whole(one, 'legend'), context),
    Axes: (one, context) => axes(whole(one, 'axes'), context),
    Format: (one, context) => areaFormat(whole(one, 'format'), context),
    Series: (one, context) => seriesCollection(one, context),
    Worksheet: ({ sheet }, context) => context.make.worksheet(sheet),
  },
  methods: {
    SetPosition: ({ chart, sheet }, [first, last], context) => {
      const start = soleArea(rangeOf(first, sheet, context));
      chart.anchor = given(last) ? boundingArea(start, soleArea(rangeOf(last, sheet, context))) : start;
    },
    Delete: ({ chart, sheet }) => {
      checkAllowed(sheet, 'allowEditObjects');
      sheet.charts = sheet.charts.filter((one) => one !== chart);
    },
  },
});

const byName = (sheet: Sheet, key: unknown): Chart | undefined =>
  sheet.charts.find((chart) => chart.id === key || chart.name === key);

function need(sheet: Sheet, key: unknown, context: HostContext): HostObject {
  const chart = byName(sheet, key);
  if (chart === undefined) throw itemNotFound(`chart ${String(key)}`);
  return chartObject({ chart, sheet }, context);
}

export const charts = hostClass<Sheet>({
  name: 'ChartCollection',
  scalars: { Count: { get: (sheet) => sheet.charts.length } },
  items: (sheet, context) => sheet.charts.map((chart) => chartObject({ chart, sheet }, context)),
  item: need,
  methods: {
    Add: (sheet, [type, source, seriesBy], context) => {
      checkAllowed(sheet, 'allowEditObjects');
      if (given(seriesBy)) oneOf(seriesBy, SERIES_BY, 'seriesBy');
      if (seriesBy === 'Rows') throw new HostError('NotImplemented', 'the stand-in makes series of columns only');
      const range = rangeOf(source, sheet, context);
      const chart = newChart(context.book, range.sheet, oneOf(type, TYPES, 'type'), soleArea(range));
      if (range.sheet !== sheet) {
        range.sheet.charts = range.sheet.charts.filter((one) => one !== chart);
        sheet.charts.push(chart);
      }
      return chartObject({ chart, sheet }, context);
    },
    GetCount: (sheet) => sheet.charts.length,
    GetItem: (sheet, [name], context) => need(sheet, name, context),
    GetItemAt: (sheet, [index], context) => need(sheet, sheet.charts[integerOf(index, 'index')]?.id, context),
    GetItemOrNullObject: (sheet, [name], context) =>
      byName(sheet, name) === undefined ? null : need(sheet, name, context),
  },
});
