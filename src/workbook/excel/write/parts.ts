import { rangeIn, sheetIn } from '../request/ranges';
import type { ColumnSpec, RangeSpec, RowSpec, SheetSpec } from '../../../sheets/spec';
import { webColor } from './looks';
import { CALL_BYTES, type Step } from '../request/steps';

/** What a sheet has besides cells: widths, heights, groups, frozen panes, merged cells, colours. */

/** Pixels of a digit of Calibri 11 and of the padding of a cell; three quarters of a point each. */
const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

/** Width in points of a column of so many characters, as Excel rounds it. */
export const pointsOf = (characters: number): number =>
  Math.trunc(characters * DIGIT_PIXELS + PADDING_PIXELS) * POINTS_PER_PIXEL;

/** Runs of lines that are alike. */
export function runs<T>(
  items: readonly T[],
  same: (left: T, right: T) => boolean,
): { readonly item: T; readonly from: number; readonly count: number }[] {
  const found: { item: T; from: number; count: number }[] = [];
  items.forEach((item, index) => {
    const last = found.at(-1);
    if (last && same(last.item, item)) last.count += 1;
    else found.push({ item, from: index, count: 1 });
  });
  return found;
}

const columnsIn = (sheet: Excel.Worksheet, from: number, count: number): Excel.Range =>
  rangeIn(sheet, { row: 0, column: from, rows: 1, columns: count }).getEntireColumn().untrack();
const rowsIn = (sheet: Excel.Worksheet, from: number, count: number): Excel.Range =>
  rangeIn(sheet, { row: from, column: 0, rows: count, columns: 1 }).getEntireRow().untrack();

export function widthSteps(sheet: string, columns: readonly ColumnSpec[]): Step[] {
  return runs(columns, (left, right) => left.width === right.width).map(({ item, from, count }): Step => ({
    bytes: 2 * CALL_BYTES,
    run: (context) => {
      columnsIn(sheetIn(context, sheet), from, count).format.columnWidth = pointsOf(item.width);
    },
  }));
}

/** Lines of a sheet from the first on, filled in where the list is silent. */
export function denseRows(rows: readonly RowSpec[]): (RowSpec | undefined)[] {
  const dense: (RowSpec | undefined)[] = [];
  for (const row of rows) dense[row.row] = row;
  return Array.from(dense);
}

export function heightSteps(sheet: string, rows: readonly (RowSpec | undefined)[]): Step[] {
  return runs(rows, (left, right) => left?.height === right?.height).flatMap(({ item, from, count }): Step[] => {
    const height = item?.height;
    return height === undefined
      ? []
      : [
          {
            bytes: 2 * CALL_BYTES,
            run: (context) => {
              rowsIn(sheetIn(context, sheet), from, count).format.rowHeight = height;
            },
          },
        ];
  });
}

type Axis = 'rows' | 'columns';
interface Line {
  readonly outline?: number | undefined;
  readonly hidden?: boolean | undefined;
}

/** Groups from the outside in. Office.js cannot put the button above or left of a group: Excel keeps it below and right. */
export function groupSteps(sheet: string, lines: readonly (Line | undefined)[], axis: Axis): Step[] {
  const deepest = Math.max(0, ...lines.map((line) => line?.outline ?? 0));
  return Array.from({ length: deepest }, (_, index) => index + 1).flatMap((depth) =>
    runs(
      lines.map((line) => (line?.outline ?? 0) >= depth),
      (left, right) => left === right,
    )
      .filter(({ item }) => item)
      .map(({ from, count }): Step => ({
        bytes: 2 * CALL_BYTES,
        run: (context) => {
          const home = sheetIn(context, sheet);
          if (axis === 'rows') rowsIn(home, from, count).group('ByRows');
          else columnsIn(home, from, count).group('ByColumns');
        },
      })),
  );
}

/** `both`: says of lines that are in view that they are, too. */
export function hiddenSteps(sheet: string, lines: readonly (Line | undefined)[], axis: Axis, both = false): Step[] {
  return runs(
    lines.map((line) => line?.hidden ?? false),
    (left, right) => left === right,
  )
    .filter(({ item }) => item || both)
    .map(({ item, from, count }): Step => ({
      bytes: CALL_BYTES,
      run: (context) => {
        const home = sheetIn(context, sheet);
        if (axis === 'rows') rowsIn(home, from, count).rowHidden = item;
        else columnsIn(home, from, count).columnHidden = item;
      },
    }));
}

export const mergeSteps = (sheet: string, merges: readonly RangeSpec[]): Step[] =>
  merges.map((range) => ({
    bytes: CALL_BYTES,
    run: (context) => {
      rangeIn(sheetIn(context, sheet), range).merge(false);
    },
  }));

export const freezeStep = (sheet: string, freeze: SheetSpec['freeze']): Step => ({
  bytes: CALL_BYTES,
  run: (context) => {
    const home = sheetIn(context, sheet);
    const rows = freeze?.rows ?? 0;
    const columns = freeze?.columns ?? 0;
    if (rows > 0 && columns > 0) home.freezePanes.freezeAt(rangeIn(home, { row: 0, column: 0, rows, columns }));
    else if (rows > 0) home.freezePanes.freezeRows(rows);
    else if (columns > 0) home.freezePanes.freezeColumns(columns);
    else home.freezePanes.unfreeze();
  },
});

export const sheetViewStep = (spec: Pick<SheetSpec, 'name' | 'tabColor' | 'showGridlines'>): Step => ({
  bytes: CALL_BYTES,
  run: (context) => {
    const sheet = sheetIn(context, spec.name);
    sheet.tabColor = spec.tabColor === null ? '' : webColor(spec.tabColor);
    sheet.showGridlines = spec.showGridlines;
  },
});
