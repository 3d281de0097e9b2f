import { fill, rangeIn, sheetIn } from '../request/ranges';
import type { RangeSpec, SheetSpec, TableSpec } from '../../../sheets/spec';
import type { StyleName } from '../../../sheets/style';
import { LOOK_CALL_BYTES, applyLook, lookOf, type Thoroughness } from './looks';
import { MAX_REQUEST_BYTES } from '../request/limits';
import { addressLists, groupCells } from '../request/rectangles';
import { hasRelativeReference } from '../read/formulaText';
import { CALL_BYTES, jsonBytes, type Step } from '../request/steps';
import { GENERAL_FORMAT, type WantedCell, type WantedGrid } from './wanted';

/** Steps that fill cells. Number formats come first, so that a text cell takes everything as text; formulas come when tables and names are there. */
export type CellAt = (row: number, column: number) => WantedCell | null | undefined;

/** Arrays of this many cells are cheaper than a call for each rectangle. */
const CELLS_PER_CALL = 40;

/** Number formats of the cells `at` gives; General is left out on a fresh sheet, where it is so already. */
export function numberFormatSteps(
  sheet: string,
  rows: number,
  columns: number,
  at: CellAt,
  thoroughness: Thoroughness,
): Step[] {
  const keyAt = (row: number, column: number): string | undefined => {
    const format = at(row, column)?.numberFormat;
    return format === GENERAL_FORMAT && thoroughness === 'fresh' ? undefined : format;
  };
  const groups = groupCells(rows, columns, keyAt);
  const calls = groups.flatMap(({ key, ranges }) => ranges.map((range) => ({ key, range })));
  if (calls.length * CELLS_PER_CALL <= rows * columns) {
    return calls.map(({ key, range }): Step => ({
      bytes: CALL_BYTES + key.length,
      run: (context) => {
        fill(rangeIn(sheetIn(context, sheet), range), 'numberFormat', key);
      },
    }));
  }
  return arraySteps(
    sheet,
    { row: 0, column: 0, rows, columns },
    (row, column) => keyAt(row, column) ?? null,
    'numberFormat',
  );
}

type ArrayValue = string | number | boolean | null;

/** Writes a rectangle as arrays, cut by rows where one request would become too large; null leaves a cell as it is. */
export function arraySteps(
  sheet: string,
  range: RangeSpec,
  valueAt: (row: number, column: number) => ArrayValue,
  property: 'values' | 'formulas' | 'numberFormat',
): Step[] {
  const steps: Step[] = [];
  let values: ArrayValue[][] = [];
  let bytes = 0;
  let first = range.row;
  const close = (): void => {
    if (values.length === 0) return;
    const part = { ...range, row: first, rows: values.length };
    const written = values;
    steps.push({
      bytes: CALL_BYTES + bytes + Math.ceil((written.length * range.columns) / 1_500) * 4 * CALL_BYTES,
      run: (context) => {
        rangeIn(sheetIn(context, sheet), part)[property] = written;
      },
    });
    first += values.length;
    values = [];
    bytes = 0;
  };
  for (let row = range.row; row < range.row + range.rows; row += 1) {
    const line = Array.from({ length: range.columns }, (_, index) => valueAt(row, range.column + index));
    const size = line.reduce<number>((sum, value) => sum + jsonBytes(value), 3);
    if (values.length > 0 && bytes + size > MAX_REQUEST_BYTES / 2) close();
    values.push(line);
    bytes += size;
  }
  close();
  return steps;
}

/** A leading apostrophe is Excel's mark for text and would be eaten: it is doubled (and looked after by the final check). */
export const typedText = (content: string | number | boolean): string | number | boolean =>
  typeof content === 'string' && content.startsWith("'") ? `'${content}` : content;

/** Constants of a rectangle: formulas and empty cells are left alone. */
export const valueSteps = (sheet: string, range: RangeSpec, at: CellAt): Step[] =>
  arraySteps(
    sheet,
    range,
    (row, column) => {
      const cell = at(row, column);
      return cell && !cell.isFormula && cell.content !== '' ? typedText(cell.content) : null;
    },
    'values',
  );

/** Body cells of a table column that all hold the one formula of the column. */
export interface ColumnFormula {
  readonly range: RangeSpec;
  readonly formula: string;
}

export function columnFormulas(table: TableSpec, grid: WantedGrid): ColumnFormula[] {
  const body: RangeSpec = {
    ...table.range,
    row: table.range.row + 1,
    rows: table.range.rows - 1 - (table.totals ? 1 : 0),
  };
  return table.columns.flatMap(({ formula }, index): ColumnFormula[] => {
    if (formula === undefined || hasRelativeReference(formula)) return [];
    const column = body.column + index;
    for (let row = body.row; row < body.row + body.rows; row += 1) {
      if (grid.cells[row]?.[column]?.content !== `=${formula}`) return [];
    }
    return [{ range: { ...body, column, columns: 1 }, formula: `=${formula}` }];
  });
}

const within = ({ row, column, rows, columns }: RangeSpec, atRow: number, atColumn: number): boolean =>
  atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;

/** Formulas of the cells that `which` chooses, as arrays. */
export const formulaArrays = (
  sheet: string,
  grid: WantedGrid,
  which: (row: number, column: number) => boolean,
): Step[] =>
  groupCells(grid.rows, grid.columns, (row, column) =>
    grid.cells[row]?.[column]?.isFormula && which(row, column) ? true : undefined,
  )
    .flatMap(({ ranges }) => ranges)
    .flatMap((range) =>
      arraySteps(sheet, range, (row, column) => grid.cells[row]?.[column]?.content ?? null, 'formulas'),
    );

/** Formulas of a sheet: one call for a column that computes alike, arrays for the rest. `skip` leaves cells out (a totals row comes later). */
export function formulaSteps(
  sheet: SheetSpec,
  grid: WantedGrid,
  skip: (row: number, column: number) => boolean,
): Step[] {
  const columns = sheet.tables.flatMap((table) => columnFormulas(table, grid));
  const inColumn = (row: number, column: number): boolean => columns.some(({ range }) => within(range, row, column));
  return [
    ...columns.map(({ range, formula }): Step => ({
      bytes: CALL_BYTES + formula.length,
      run: (context) => {
        fill(rangeIn(sheetIn(context, sheet.name), range), 'formulas', formula);
      },
    })),
    ...formulaArrays(sheet.name, grid, (row, column) => !skip(row, column) && !inColumn(row, column)),
  ];
}

/** One constant in each of some cells; '' empties them. */
export const constantSteps = (
  sheet: string,
  cells: readonly { readonly row: number; readonly column: number }[],
  value: 0 | '',
): Step[] =>
  cells.map(({ row, column }): Step => ({
    bytes: CALL_BYTES,
    run: (context) => {
      rangeIn(sheetIn(context, sheet), { row, column, rows: 1, columns: 1 }).values = [[value]];
    },
  }));

/** Looks of the cells that `styleAt` names a style for. */
export function lookSteps(
  sheet: string,
  rows: number,
  columns: number,
  styleAt: (row: number, column: number) => StyleName | undefined,
  thoroughness: Thoroughness,
): Step[] {
  return groupCells(rows, columns, styleAt).flatMap(({ key, ranges }) =>
    addressLists(ranges).map((addresses): Step => ({
      bytes: LOOK_CALL_BYTES + addresses.length,
      run: (context) => {
        applyLook(sheetIn(context, sheet).getRanges(addresses).untrack().format, lookOf(key), thoroughness);
      },
    })),
  );
}
