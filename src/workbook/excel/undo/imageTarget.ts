import { rangeIn, sheetIn } from '../request/ranges';
import type { Content } from '../read/fingerprint';
import { contentOf, type BeforeImage } from './beforeImage';
import { keyColumn, ownColumns } from '../diff/layout';
import type { LiveSheet } from '../read/liveSheet';
import { sameContent } from '../diff/placement';
import { CALL_BYTES, type Step } from '../request/steps';
import { expectedContent, type Restructuring } from '../diff/restructuring';
import type { SheetTarget } from '../diff/target';
import { contentSteps } from '../diff/contentSteps';

/** A before-image as something a sheet can be made into. */

/** The image as something a sheet can be made into: every cell it had, the empty ones too. */
export function targetOf(image: BeforeImage): SheetTarget {
  return {
    name: image.name,
    rows: image.rows,
    columns: image.columns,
    tables: image.tables.map(({ name, row, column, rows, headers, totals }) => {
      const key = column + keyColumn(headers, ownColumns(image.layout, name));
      return {
        name,
        row,
        column,
        headers,
        totals,
        keys: Array.from({ length: rows - 1 - (totals ? 1 : 0) }, (_, index) =>
          String(contentOf(image, row + 1 + index, key)),
        ),
      };
    }),
    cellAt: (row, column) => ({ content: contentOf(image, row, column), numberFormat: null }),
  };
}

/** What differs from the image once the rows are in place; cells beyond it that hold something now are emptied. */
export function contentUpdates(live: LiveSheet, target: SheetTarget, restructuring: Restructuring): Step[] {
  const tableAt = (row: number, column: number): string =>
    target.tables.find(
      (one) =>
        row >= one.row &&
        row <= one.row + one.keys.length + 1 &&
        column >= one.column &&
        column < one.column + one.headers.length,
    )?.name ?? '';
  const writes = (row: number, column: number): boolean => {
    const cell = target.cellAt(row, column);
    const expected: Content | undefined = expectedContent(live, restructuring, row, column);
    return cell !== null && (expected === undefined || !sameContent(expected, cell.content, tableAt(row, column)));
  };
  const { constants, formulas } = contentSteps(target.name, target, writes);
  return [...constants, ...formulas];
}

/** Cells below and right of the image that hold something now were made by the import. */
export function clearBeyond(live: LiveSheet, target: SheetTarget, { rowFrom }: Restructuring): Step[] {
  const below = live.rows - Math.max(0, ...rowFrom.map((from) => (from ?? -1) + 1));
  const clear = (row: number, column: number, rows: number, columns: number): Step => ({
    bytes: 2 * CALL_BYTES,
    run: (context) => {
      const range = rangeIn(sheetIn(context, target.name), { row, column, rows, columns });
      range.clear('Contents');
      range.style = 'Normal';
    },
  });
  return [
    ...(below > 0 && live.columns > 0 ? [clear(target.rows, 0, below, Math.max(live.columns, target.columns))] : []),
    ...(live.columns > target.columns && target.rows > 0
      ? [clear(0, target.columns, target.rows, live.columns - target.columns)]
      : []),
  ];
}
