import { cellAt, sheetById, type Book, type CellValue, type Chart, type SheetRange } from '../model/book';
import { shownText } from './numberFormat';

/** Sizes in CSS pixels. */
const TITLE = 30;
const LEGEND = 24;
const VALUES = 84;
const CATEGORIES = 24;
const PADDING = 12;
/** Share of the width for the names beside horizontal bars. */
const NAMES = 0.36;
/** Share of a category that its bars fill. */
const FILLED = 0.62;
const TICKS = 5;
const LETTER = 6;

const INK = '#39454c';
const RULE = '#d4dade';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Series {
  readonly name: string;
  readonly color: string;
  readonly values: readonly (number | null)[];
}

interface Plot {
  readonly chart: Chart;
  readonly series: readonly Series[];
  readonly categories: readonly string[];
  readonly box: Box;
  readonly stacked: boolean;
  readonly format: string;
}

function draw(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

const text = (x: number, y: number, words: string, more: Readonly<Record<string, string | number>> = {}): SVGElement =>
  draw('text', { x, y, fill: INK, 'font-size': 11, ...more }, words);

/** Words cut to what fits, about. */
const fitted = (words: string, width: number): string =>
  words.length * LETTER <= width ? words : `${words.slice(0, Math.max(1, Math.floor(width / LETTER) - 1))}…`;

function valuesOf(book: Book, range: SheetRange | null): readonly CellValue[] {
  const sheet = range && sheetById(book, range.sheet);
  if (!sheet) return [];
  const { row, column, rows, columns } = range.area;
  return Array.from(
    { length: rows * columns },
    (_, at) => cellAt(sheet, row + Math.floor(at / columns), column + (at % columns)).value,
  );
}

/** Round steps from below the least to above the most. */
function ticksOf(least: number, most: number): readonly number[] {
  const rough = (most - least || 1) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  const first = Math.floor(least / step);
  return Array.from({ length: Math.ceil(most / step) - first + 1 }, (_, at) => (first + at) * step);
}

/** Each figure as a share of those of all series at its category. */
const asShares = (series: readonly Series[]): readonly Series[] =>
  series.map((one) => ({
    ...one,
    values: one.values.map((value, at) => {
      const whole = series.reduce((sum, { values }) => sum + Math.abs(values[at] ?? 0), 0);
      return value === null || whole === 0 ? null : value / whole;
    }),
  }));

function extent({ series, categories, stacked }: Plot): readonly [least: number, most: number] {
  const at = (index: number): readonly number[] => series.map(({ values }) => values[index] ?? 0);
  const sums = categories.flatMap((_, index) =>
    stacked ? [at(index).reduce((sum, value) => sum + value, 0)] : at(index),
  );
  return [Math.min(0, ...sums), Math.max(0, ...sums)];
}

/** Bars of a category, along the axis of the values: where each begins and ends, and where it lies across. */
function bars(
  { series, stacked }: Plot,
  index: number,
  scale: (value: number) => number,
  start: number,
  room: number,
): readonly {
  readonly color: string;
  readonly from: number;
  readonly to: number;
  readonly across: number;
  readonly thick: number;
  readonly value: number;
}[] {
  const thick = (room * FILLED) / (stacked ? 1 : series.length);
  let base = 0;
  return series.flatMap(({ color, values }, at) => {
    const value = values[index] ?? null;
    if (value === null || value === 0) return [];
    const from = scale(stacked ? base : 0);
    const to = scale((stacked ? base : 0) + value);
    base += value;
    return [
      {
        color,
        from: Math.min(from, to),
        to: Math.max(from, to),
        across: start + (room * (1 - FILLED)) / 2 + (stacked ? 0 : at * thick),
        thick,
        value,
      },
    ];
  });
}

function barPlot(plot: Plot): readonly SVGElement[] {
  const { box, categories, format, stacked } = plot;
  const names = box.width * NAMES;
  const ticks = ticksOf(...extent(plot));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const labelled = plot.chart.properties['axes/valueAxis/Visible'] === false;
  const scale = (value: number): number =>
    box.left + names + ((value - low) / (high - low)) * (box.width - names - (labelled ? 40 : 0));
  const room = (box.height - CATEGORIES) / categories.length;
  return [
    ...(labelled
      ? []
      : ticks.flatMap((tick) => [
          draw('line', {
            x1: scale(tick),
            x2: scale(tick),
            y1: box.top,
            y2: box.top + box.height - CATEGORIES,
            stroke: RULE,
          }),
          text(scale(tick), box.top + box.height - 8, shownText(tick, format).text, { 'text-anchor': 'middle' }),
        ])),
    ...categories.flatMap((name, index) => {
      const start = box.top + index * room;
      const drawn = bars(plot, index, scale, start, room);
      return [
        text(box.left + names - 6, start + room / 2 + 4, fitted(name, names - 8), { 'text-anchor': 'end' }),
        ...drawn.map(({ color, from, to, across, thick }) =>
          draw('rect', { x: from, y: across, width: to - from, height: thick, fill: color }),
        ),
        ...(labelled && !stacked
          ? drawn.map(({ to, across, thick, value }) =>
              text(to + 4, across + thick / 2 + 4, shownText(value, format).text),
            )
          : []),
      ];
    }),
  ];
}

function uprightPlot(plot: Plot, line: boolean): readonly SVGElement[] {
  const { box, categories, format, series } = plot;
  const ticks = ticksOf(...extent(plot));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const scale = (value: number): number =>
    box.top + box.height - CATEGORIES - ((value - low) / (high - low)) * (box.height - CATEGORIES);
  const room = (box.width - VALUES) / categories.length;
  const middle = (index: number): number => box.left + VALUES + (index + 0.5) * room;
  const marks = line
    ? series.flatMap(({ values, color }) => {
        const points = values.flatMap((value, index) =>
          value === null ? [] : [[middle(index), scale(value)] as const],
        );
        return [
          draw('polyline', { points: points.join(' '), fill: 'none', stroke: color, 'stroke-width': 3 }),
          ...points.map(([cx, cy]) => draw('circle', { cx, cy, r: 4, fill: color })),
        ];
      })
    : categories.flatMap((_, index) =>
        bars(plot, index, scale, box.left + VALUES + index * room, room).map(({ color, from, to, across, thick }) =>
          draw('rect', { x: across, y: from, width: thick, height: to - from, fill: color }),
        ),
      );
  return [
    ...ticks.flatMap((tick) => [
      draw('line', {
        x1: box.left + VALUES,
        x2: box.left + box.width,
        y1: scale(tick),
        y2: scale(tick),
        stroke: tick === 0 ? INK : RULE,
      }),
      text(box.left + VALUES - 6, scale(tick) + 4, shownText(tick, format).text, { 'text-anchor': 'end' }),
    ]),
    ...marks,
    ...categories.map((name, index) =>
      text(middle(index), box.top + box.height - 8, fitted(name, room), { 'text-anchor': 'middle' }),
    ),
  ];
}

function legend(series: readonly Series[], width: number, height: number): readonly SVGElement[] {
  const widths = series.map(({ name }) => name.length * LETTER + 28);
  let left = Math.max(PADDING, (width - widths.reduce((sum, one) => sum + one, 0)) / 2);
  return series.flatMap(({ name, color }, at) => {
    const x = left;
    left += widths[at] ?? 0;
    return [
      draw('rect', { x, y: height - LEGEND + 3, width: 11, height: 11, fill: color }),
      text(x + 16, height - LEGEND + 13, name),
    ];
  });
}

/** A chart of the workbook as a picture of that size, about as Excel would draw it: bars, columns or lines over the figures as they are now. */
export function chartView(book: Book, chart: Chart, width: number, height: number): SVGElement {
  const figures = chart.series.map(({ name, color, values }): Series => ({
    name,
    color,
    values: valuesOf(book, values).map((value) => (typeof value === 'number' ? value : null)),
  }));
  const series = chart.type.endsWith('100') ? asShares(figures) : figures;
  const categories = valuesOf(book, chart.series[0]?.categories ?? null).map(String);
  const title = String(chart.properties['title/Text'] ?? chart.name);
  const foot = series.length > 1 ? LEGEND : 0;
  const plot: Plot = {
    chart,
    series,
    categories,
    stacked: chart.type.includes('Stacked'),
    format: String(chart.properties['axes/valueAxis/NumberFormat'] ?? '#,##0'),
    box: { left: PADDING, top: TITLE, width: width - 2 * PADDING, height: height - TITLE - foot },
  };
  const marks =
    categories.length === 0
      ? []
      : chart.type.startsWith('Bar')
        ? barPlot(plot)
        : uprightPlot(plot, chart.type.startsWith('Line'));
  return draw(
    'svg',
    { width, height, role: 'img', 'aria-label': title },
    draw('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: '#ffffff', stroke: RULE }),
    text(width / 2, 20, title, { 'text-anchor': 'middle', 'font-size': 14, 'font-weight': 600 }),
    ...marks,
    ...(foot === 0 ? [] : legend(series, width, height)),
  );
}
