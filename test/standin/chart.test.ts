/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { newBook, putCell, type Book, type Chart, type CellValue } from '../../standin/model/book';
import { chartView } from '../../standin/grid/chartView';

const COLORS = ['#111111', '#222222'];

/** A chart over two series of three figures. */
function drawn(
  type: string,
  figures: readonly (readonly CellValue[])[],
  properties: Readonly<Record<string, unknown>> = {},
): SVGElement {
  const book: Book = newBook('Blad1');
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  ['Wonen', 'Zorg', 'Een naam die veel te lang is om naast een staaf te staan zonder hem af te korten'].forEach(
    (name, row) => {
      putCell(sheet, row, 0, { value: name, formula: null, format: null });
    },
  );
  figures.forEach((column, at) =>
    column.forEach((value, row) => {
      putCell(sheet, row, at + 1, { value, formula: null, format: null });
    }),
  );
  const range = (column: number) => ({ sheet: sheet.id, area: { row: 0, column, rows: 3, columns: 1 } });
  const chart: Chart = {
    id: '1',
    name: 'Naam',
    type,
    anchor: null,
    box: { left: 0, top: 0, width: 300, height: 200 },
    properties: { 'title/Text': 'Uitgaven', ...properties },
    series: figures.map((_, at) => ({
      name: `Reeks ${at + 1}`,
      values: range(at + 1),
      categories: range(0),
      color: COLORS[at] ?? '',
      properties: {},
    })),
  };
  return chartView(book, chart, 400, 260);
}

const rects = (svg: SVGElement, color: string) =>
  [...svg.querySelectorAll(`rect[fill="${color}"]`)].map((rect) => ({
    width: Number(rect.getAttribute('width')),
    height: Number(rect.getAttribute('height')),
    x: Number(rect.getAttribute('x')),
  }));
const words = (svg: SVGElement) => [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);

test('bars are as long as their figures, and stacked ones begin where the one before ends', () => {
  const svg = drawn('BarStacked', [
    [10, 20, 0],
    [30, 0, 5],
  ]);
  const [first, second] = [rects(svg, '#111111'), rects(svg, '#222222')];
  // The last of each colour is its mark in the legend.
  expect(first).toHaveLength(3);
  expect(second).toHaveLength(3);
  expect((first[1]?.width ?? 0) / (first[0]?.width ?? 1)).toBeCloseTo(2);
  expect(second[0]?.x).toBeCloseTo((first[0]?.x ?? 0) + (first[0]?.width ?? 0));
  expect(words(svg)).toEqual(expect.arrayContaining(['Uitgaven', 'Wonen', 'Zorg', 'Reeks 1', 'Reeks 2']));
  expect(words(svg).some((word) => word?.endsWith('…'))).toBe(true);
});

test('columns below nought go down, and figures that are not there are not drawn', () => {
  const svg = drawn('ColumnClustered', [[10, -10, '']], { 'axes/valueAxis/NumberFormat': '#,##0' });
  expect(rects(svg, '#111111').map(({ height }) => Math.round(height))).toHaveLength(2);
  expect(words(svg)).toEqual(expect.arrayContaining(['-10', '0', '10']));
});

test('a line passes over what is not there, and shares add up to the whole', () => {
  expect(drawn('LineMarkers', [[1, '', 3]]).querySelectorAll('circle')).toHaveLength(2);
  expect(
    words(
      drawn(
        'ColumnStacked100',
        [
          [1, 1, 1],
          [3, 3, 3],
        ],
        { 'axes/valueAxis/NumberFormat': '0%' },
      ),
    ),
  ).toContain('100%');
});
