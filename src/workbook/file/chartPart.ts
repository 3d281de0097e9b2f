import type { SheetChart } from 'hucre/xlsx';
import { sheetRange } from '../../sheets/address';
import type { ChartSpec } from '../../sheets/spec';

/** A chart in the form of the writer. */

/** Lines thick enough to print, in points. */
const LINE_WIDTH = 2.25;

const NO_TICKS = { majorTickMark: 'none', minorTickMark: 'none' } as const;

export function toChart(chart: ChartSpec): SheetChart {
  const { row, column, rows, columns } = chart.anchor;
  const grouping = chart.kind === 'line' ? {} : { barGrouping: chart.grouping };
  return {
    type: chart.kind,
    title: chart.title,
    titleFontSize: 12,
    titleBold: true,
    ...grouping,
    ...(chart.kind === 'line' ? {} : { gapWidth: 60 }),
    legend: chart.series.length > 1 ? 'bottom' : false,
    altText: chart.description,
    frameTitle: chart.name,
    dispBlanksAs: 'gap',
    ...(chart.valueLabels
      ? { dataLabels: { showValue: true, fontSize: 8, numberFormat: { formatCode: chart.valueFormat } } }
      : {}),
    anchor: { from: { row, col: column }, to: { row: row + rows, col: column + columns } },
    axes: {
      x: { tickLblPos: 'low', ...NO_TICKS, ...(chart.kind === 'bar' ? { reverse: true } : {}) },
      y: {
        numberFormat: { formatCode: chart.valueFormat },
        ...NO_TICKS,
        ...(chart.valueTitle ? { title: chart.valueTitle } : {}),
        // Bars run from the top down, so the value axis stands at the far end of the categories: below.
        ...(chart.kind === 'bar' ? { crosses: 'max' } : {}),
        gridlines: { major: !chart.valueLabels },
        hidden: chart.valueLabels,
      },
    },
    series: chart.series.map((series) => ({
      name: series.name,
      values: sheetRange(series.values),
      categories: sheetRange(series.categories),
      color: series.color,
      ...(chart.kind === 'line'
        ? { stroke: { width: LINE_WIDTH }, marker: { symbol: 'circle', size: 5 } as const }
        : {}),
    })),
  };
}
