import type { RangeSpec } from '../../../sheets/spec';

/** Sheets and ranges as Office.js hands them out, and the one thing its types do not know. */

export const sheetIn = (context: Excel.RequestContext, name: string): Excel.Worksheet =>
  context.workbook.worksheets.getItem(name);

export const rangeIn = (sheet: Excel.Worksheet, { row, column, rows, columns }: RangeSpec): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns).untrack();

/** One value for every cell of a range; the types know arrays only. */
export function fill(
  range: Excel.Range,
  property: 'values' | 'formulas' | 'numberFormat',
  value: string | number | boolean,
): void {
  (range as unknown as Record<typeof property, unknown>)[property] = value;
}
