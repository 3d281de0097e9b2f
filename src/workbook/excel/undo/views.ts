import { rangeIn, sheetIn } from '../request/ranges';
import type { ExcelSession } from '../request/session';

/** What a sheet looks like as a whole, on the screen and on paper. */

/** Addresses of what is printed; null when Excel prints everything. Rows before which a page starts. */
export interface Paper {
  readonly area: string | null;
  readonly titleRows: string | null;
  readonly titleColumns: string | null;
  readonly breaks: readonly number[];
}

export interface SheetView {
  readonly tabColor: string;
  readonly showGridlines: boolean;
  /** Points; as far as the sheet was used, or will be. */
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

/** Reads the view of the first rows and columns of sheets. */
export const readViews = (
  session: ExcelSession,
  sizes: readonly { readonly name: string; readonly rows: number; readonly columns: number }[],
): Promise<SheetView[]> =>
  session.request(
    (context) =>
      sizes.map(({ name, rows, columns }) => {
        const sheet = sheetIn(context, name);
        sheet.load('tabColor,showGridlines');
        const widths = rangeIn(sheet, {
          row: 0,
          column: 0,
          rows: 1,
          columns: Math.max(1, columns),
        }).getColumnProperties({ format: { columnWidth: true } });
        const heights = rangeIn(sheet, { row: 0, column: 0, rows: Math.max(1, rows), columns: 1 }).getRowProperties({
          format: { rowHeight: true },
        });
        return { sheet, widths, heights };
      }),
    (asked) =>
      asked.map(({ sheet, widths, heights }): SheetView => ({
        tabColor: sheet.tabColor,
        showGridlines: sheet.showGridlines,
        widths: widths.value.map(({ format }) => format?.columnWidth ?? 0),
        heights: heights.value.map(({ format }) => format?.rowHeight ?? 0),
      })),
  );

const local = (range: { readonly isNullObject: boolean; readonly address: string }): string | null =>
  range.isNullObject
    ? null
    : range.address
        .split(',')
        .map((one) => one.slice(one.lastIndexOf('!') + 1))
        .join(',');

export const readPapers = (session: ExcelSession, names: readonly string[]): Promise<Paper[]> =>
  session.request(
    (context) =>
      names.map((name) => {
        const { pageLayout, horizontalPageBreaks } = sheetIn(context, name);
        const area = pageLayout.getPrintAreaOrNullObject().untrack();
        const titleRows = pageLayout.getPrintTitleRowsOrNullObject().untrack();
        const titleColumns = pageLayout.getPrintTitleColumnsOrNullObject().untrack();
        area.load('address');
        titleRows.load('address');
        titleColumns.load('address');
        horizontalPageBreaks.load('items/rowIndex');
        return { area, titleRows, titleColumns, horizontalPageBreaks };
      }),
    (asked) =>
      asked.map(({ area, titleRows, titleColumns, horizontalPageBreaks }): Paper => ({
        area: local(area),
        titleRows: local(titleRows),
        titleColumns: local(titleColumns),
        breaks: horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex),
      })),
  );
