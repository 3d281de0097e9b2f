import type { BlockSpec, CellSpec, CellValue, ColumnSpec, RangeSpec, TableColumnSpec, TableSpec } from './spec';
import { STYLES, type StyleName } from './style';

/** A column of a native table: what its cells look like and, when all are computed alike, by which formula. */
export interface ColumnModel {
  readonly name: string;
  readonly width: number;
  readonly style: StyleName;
  readonly alignRight?: boolean;
  readonly formula?: string;
  readonly hidden?: boolean;
  readonly outline?: number;
  readonly total?: TableColumnSpec['total'] & { readonly value: CellValue; readonly style: StyleName };
}

/** A table before it has a place: builders make it, and reading back compares a sheet with it. Cells in the order of the columns. */
export interface TableModel {
  readonly name: string;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly (readonly CellSpec[])[];
  readonly totals: boolean;
}

export const columnIndexOf = (model: Pick<TableModel, 'columns'>, name: string): number =>
  model.columns.findIndex((column) => column.name === name);

export const valueOf = (cell: CellSpec | undefined): CellValue =>
  cell === undefined ? null : cell !== null && typeof cell === 'object' ? cell.value : cell;

export interface PlacedTable {
  readonly block: BlockSpec;
  readonly table: TableSpec;
  readonly columns: readonly ColumnSpec[];
  /** Row of the header, from 0. */
  readonly headRow: number;
  /** Cells of the body, without header and totals. */
  readonly body: RangeSpec;
  /** The body of one column. */
  readonly bodyOf: (name: string) => RangeSpec;
}

/** The look of a table in the file: `plain` for the printable schemas, which bring lines of their own. */
export type TableLook = 'list' | 'plain';

/** Puts a table at a place. A native table needs a row, so one without rows gets an empty one. */
export function placeTable(model: TableModel, row: number, column: number, look: TableLook = 'list'): PlacedTable {
  const rows = model.rows.length > 0 ? model.rows : [model.columns.map(() => null)];
  const header = model.columns.map((each): CellSpec => ({ value: each.name, style: headStyle(each, look) }));
  const totals = model.totals ? [model.columns.map(totalCell)] : [];
  const cells = [header, ...rows, ...totals];
  const body: RangeSpec = { row: row + 1, column, rows: rows.length, columns: model.columns.length };
  return {
    block: { row, column, cells, styles: model.columns.map((each) => each.style) },
    table: {
      name: model.name,
      range: { row, column, rows: cells.length, columns: model.columns.length },
      columns: model.columns.map(({ name, formula, total }) => ({
        name,
        ...(formula === undefined ? {} : { formula }),
        ...(total === undefined
          ? {}
          : { total: 'label' in total ? { label: total.label } : { formula: total.formula } }),
      })),
      totals: model.totals,
      filter: look === 'list',
      stripes: false,
      style: 'TableStyleLight1',
    },
    columns: model.columns.map(({ width, hidden, outline }) => ({
      width,
      ...(hidden ? { hidden } : {}),
      ...(outline ? { outline } : {}),
    })),
    headRow: row,
    body,
    bodyOf: (name) => ({ ...body, column: column + columnIndexOf(model, name), columns: 1 }),
  };
}

function headStyle({ alignRight, style }: ColumnModel, look: TableLook): StyleName {
  if (look === 'plain') return alignRight ? 'schemaHeadRight' : 'schemaHead';
  if (alignRight) return 'tableHeadRight';
  return STYLES[style].horizontal === 'center' ? 'tableHeadCentered' : 'tableHead';
}

function totalCell({ total }: ColumnModel): CellSpec {
  if (!total) return { value: null, style: 'totalText' };
  return 'label' in total
    ? { value: total.label, style: total.style }
    : { formula: total.formula, value: total.value, style: total.style };
}
