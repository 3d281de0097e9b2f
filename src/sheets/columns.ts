import { formulaCell } from './formulas';
import { KEY_COLUMN } from './names';
import type { CellSpec, CellValue } from './spec';
import type { StyleName } from './style';
import type { ColumnModel, TableModel } from './table';

/** A column with what it shows of each row. */
export interface Column<Row> extends ColumnModel {
  readonly cell: (row: Row) => CellSpec;
}

export const column = <Row>(
  name: string,
  width: number,
  style: StyleName,
  cell: (row: Row) => CellSpec,
): Column<Row> => ({ name, width, style, cell });

/** A column that Excel calculates, by one formula for all rows; `value`: what it gives when the workbook is made. */
export const calculated = <Row>(
  name: string,
  width: number,
  style: StyleName,
  formula: string,
  value: (row: Row) => CellValue,
): Column<Row> => ({ name, width, style, formula, cell: (row) => formulaCell(formula, value(row)) });

export const alignedRight = <Row>(of: Column<Row>): Column<Row> => ({ ...of, alignRight: true });

/** A column that formulas and reading back need, and nobody else. */
export const hidden = <Row>(of: Column<Row>): Column<Row> => ({ ...of, hidden: true });

/** The hidden column by which a row is known again when it is read back. */
export const keyColumn = <Row>(width: number, key: (row: Row) => string | null): Column<Row> =>
  hidden(column(KEY_COLUMN, width, 'text', key));

/** A table of columns over rows, before it has a place. */
export const tableOf = <Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  totals = false,
): TableModel => ({
  name,
  columns: columns.map(({ cell: _, ...model }) => model),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  totals,
});
