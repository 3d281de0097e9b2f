import { rangeIn, sheetIn } from '../request/ranges';
import type { SheetSpec, TableSpec } from '../../../sheets/spec';
import { CALL_BYTES, type Step } from '../request/steps';
import type { WantedGrid } from './wanted';
import { arraySteps, numberFormatSteps, typedText, type CellAt } from './cells';

/** Native tables over cells that already hold their headers and rows. */

/** The totals row is made by Excel and then filled by us; until then its cells stay empty. */
export const totalsRowOf = ({ range, totals }: TableSpec): number | null =>
  totals ? range.row + range.rows - 1 : null;

export const inTotals =
  (sheet: SheetSpec) =>
  (row: number, column: number): boolean =>
    sheet.tables.some(
      (table) =>
        totalsRowOf(table) === row && column >= table.range.column && column < table.range.column + table.range.columns,
    );

export function applyTableStyle(table: Excel.Table, spec: TableSpec): void {
  table.style = spec.style;
  table.showBandedRows = spec.stripes;
  table.showFilterButton = spec.filter;
}

export const createTableStep = (sheet: string, spec: TableSpec): Step => ({
  bytes: 6 * CALL_BYTES,
  run: (context) => {
    const home = sheetIn(context, sheet);
    const range = rangeIn(home, { ...spec.range, rows: spec.range.rows - (spec.totals ? 1 : 0) });
    const table = home.tables.add(range, true);
    table.name = spec.name;
    applyTableStyle(table, spec);
  },
});

/** Shows the totals row and fills each of its cells; Excel's own label and subtotal give way. */
export function totalsSteps(sheet: string, spec: TableSpec, grid: WantedGrid): Step[] {
  const row = totalsRowOf(spec);
  if (row === null) return [];
  const range = { ...spec.range, row, rows: 1 };
  const at: CellAt = (line, column) =>
    line === row && column >= range.column && column < range.column + range.columns ? grid.cells[line]?.[column] : null;
  return [
    {
      bytes: CALL_BYTES,
      run: (context) => {
        context.workbook.tables.getItem(spec.name).showTotals = true;
      },
    },
    ...numberFormatSteps(sheet, row + 1, range.column + range.columns, at, 'full'),
    ...arraySteps(
      sheet,
      range,
      (line, column) => {
        const cell = at(line, column);
        return cell ? (cell.isFormula ? cell.content : typedText(cell.content)) : '';
      },
      'formulas',
    ),
  ];
}
