import type { HostContext } from '../protocol/context';
import { area, boundingArea, formatArea, intersection, isOnGrid, type Area } from '../model/area';
import {
  cellAt,
  EMPTY_CELL,
  formatAt,
  newSheet,
  nextGuid,
  nextNumber,
  putCell,
  type Book,
  type Cell,
  type Chart,
  type Sheet,
  type Table,
} from '../model/book';
import { DEFAULT_FORMAT, formatChange, type CellFormat } from '../model/format';
import { checkSheetName } from '../model/rules';
import { applyShift, breakReferences, shiftArea, type Shift } from '../model/structure';
import { renameInFormulas } from '../model/renames';
import { tablesIn } from '../model/tables';
import { clearContents, writeCells, type Inputs } from '../model/write';
import { HostError } from '../model/errors';

/** Changes to the workbook with what Excel checks before and tells after: protection, events, ranges that move, the need to calculate. */

const SOURCE = { addin: 'Local', user: 'Local', coauthor: 'Remote' } as const;

function changed(
  context: HostContext,
  sheet: Sheet,
  at: Area,
  changeType: string,
  extra: Readonly<Record<string, unknown>> = {},
): void {
  const message = {
    changeType,
    source: SOURCE[context.actor],
    worksheetId: sheet.id,
    address: formatArea(at),
    shiftDirection: 'None',
    triggerSource: context.actor === 'addin' ? 'ThisLocalAddin' : 'Unknown',
    ...extra,
  };
  context.dirty = true;
  context.events.raise('worksheetChanged', [sheet.id], message);
  for (const table of tablesIn(context.book, sheet, at)) {
    context.events.raise('tableChanged', [table.id, sheet.id], { ...message, tableId: table.id });
  }
}

/** Locked cells of a protected sheet take no new content. */
export function checkContent(sheet: Sheet, at: Area): void {
  if (!sheet.protection.on) return;
  for (let row = at.row; row < at.row + at.rows; row += 1) {
    for (let column = at.column; column < at.column + at.columns; column += 1) {
      if (formatAt(sheet, row, column).locked)
        throw new HostError('AccessDenied', `${sheet.name}!${formatArea(area(row, column))} is locked`);
    }
  }
}

/** A protected sheet allows what its options allow. */
export function checkAllowed(sheet: Sheet, option: string): void {
  if (sheet.protection.on && sheet.protection.options[option] !== true)
    throw new HostError('AccessDenied', `sheet ${sheet.name} is protected`);
}

export function checkStructure(book: Book): void {
  if (book.protection.on) throw new HostError('AccessDenied', 'the structure of the workbook is protected');
}

export function editCells(context: HostContext, sheet: Sheet, at: Area, inputs: Inputs): void {
  checkContent(sheet, at);
  const single = at.rows === 1 && at.columns === 1;
  const before = cellAt(sheet, at.row, at.column).value;
  writeCells(context.book, sheet, at, inputs);
  const after = cellAt(sheet, at.row, at.column).value;
  changed(context, sheet, at, 'RangeEdited', single ? { valueBefore: before, valueAfter: after } : {});
}

export function eraseContents(context: HostContext, sheet: Sheet, at: Area): void {
  checkContent(sheet, at);
  clearContents(context.book, sheet, at);
  changed(context, sheet, at, 'RangeEdited');
}

const CHANGE_TYPE = {
  insert: { rows: 'RowInserted', columns: 'ColumnInserted', cells: 'CellInserted' },
  delete: { rows: 'RowDeleted', columns: 'ColumnDeleted', cells: 'CellDeleted' },
} as const;

const SHIFT_DIRECTION = {
  insert: { rows: 'ShiftCellDown', columns: 'ShiftCellRight' },
  delete: { rows: 'ShiftCellUp', columns: 'ShiftCellLeft' },
} as const;

/** Inserts or deletes cells; whole rows or columns when the area is that. */
export function shiftCells(context: HostContext, sheet: Sheet, shift: Omit<Shift, 'sheet'>): void {
  const { at, kind, axis } = shift;
  checkAllowed(sheet, `allow${kind === 'insert' ? 'Insert' : 'Delete'}${axis === 'rows' ? 'Rows' : 'Columns'}`);
  const live = context.liveRanges(sheet);
  applyShift(context.book, sheet, { ...shift, sheet: sheet.id });
  for (const target of live) {
    target.areas = target.areas
      .map((one) => shiftArea(one, { ...shift, sheet: sheet.id }))
      .filter((one): one is Area => one !== null);
  }
  const whole = axis === 'rows' ? at.columns === area(0, 0, 1, 16_384).columns : at.rows > 1_000_000;
  changed(context, sheet, at, CHANGE_TYPE[kind][whole ? axis : 'cells'], {
    shiftDirection: SHIFT_DIRECTION[kind][axis],
  });
}

/** Gives cells another look; whole columns and rows keep it for cells still to come. */
export function dress(context: HostContext, sheet: Sheet, at: Area, change: (format: CellFormat) => CellFormat): void {
  checkAllowed(sheet, 'allowFormatCells');
  const next = formatChange(change);
  const wholeColumns = at.rows > 1_000_000;
  const wholeRows = at.columns > 16_000;
  if (wholeColumns) {
    for (let column = at.column; column < at.column + at.columns; column += 1) {
      const state = sheet.columns.get(column) ?? { width: null, hidden: false, outline: 0, format: null };
      sheet.columns.set(column, { ...state, format: next(state.format ?? DEFAULT_FORMAT) });
    }
  } else if (wholeRows) {
    for (let row = at.row; row < at.row + at.rows; row += 1) {
      const state = sheet.rows.get(row) ?? { height: null, hidden: false, outline: 0, format: null };
      sheet.rows.set(row, { ...state, format: next(state.format ?? DEFAULT_FORMAT) });
    }
  }
  if (wholeColumns || wholeRows) {
    sheet.cells.forEach((row, index) =>
      row.forEach((cell: Cell | undefined, column) => {
        if (cell?.format && intersection(at, area(index, column))) row[column] = { ...cell, format: next(cell.format) };
      }),
    );
  } else {
    for (let row = at.row; row < at.row + at.rows; row += 1) {
      const cells = (sheet.cells[row] ??= []);
      for (let column = at.column; column < at.column + at.columns; column += 1) {
        const { value, formula } = cells[column] ?? EMPTY_CELL;
        cells[column] = { value, formula, format: next(formatAt(sheet, row, column)) };
      }
    }
  }
  context.events.raise('worksheetFormatChanged', [sheet.id], {
    source: SOURCE[context.actor],
    worksheetId: sheet.id,
    address: formatArea(at),
  });
}

export function createSheet(context: HostContext, name: string): Sheet {
  const { book } = context;
  checkStructure(book);
  checkSheetName(book, name);
  const sheet = newSheet(book, name);
  book.sheets.push(sheet);
  context.events.raise('worksheetAdded', [], { source: SOURCE[context.actor], worksheetId: sheet.id });
  return sheet;
}

/** The last visible sheet cannot go. */
export function removeSheet(context: HostContext, sheet: Sheet): void {
  const { book } = context;
  checkStructure(book);
  if (sheet.visibility === 'VeryHidden') throw new HostError('InvalidOperation', `sheet ${sheet.name} is very hidden`);
  const visible = book.sheets.filter((one) => one.visibility === 'Visible');
  if (visible.length === 1 && visible[0] === sheet)
    throw new HostError('InvalidOperation', 'a workbook keeps one visible sheet');
  const gone = book.tables.filter((table) => table.sheet === sheet.id);
  book.sheets = book.sheets.filter((one) => one !== sheet);
  book.tables = book.tables.filter((table) => table.sheet !== sheet.id);
  book.names = book.names.filter((name) => name.scope !== sheet.id);
  for (const name of book.names)
    if (!('formula' in name.target) && name.target.sheet === sheet.id) name.target = { formula: '=#REF!' };
  for (const other of book.sheets) {
    for (const chart of other.charts) {
      for (const series of chart.series) {
        if (series.values?.sheet === sheet.id) series.values = null;
        if (series.categories?.sheet === sheet.id) series.categories = null;
      }
    }
  }
  breakReferences(
    book,
    sheet.name,
    gone.map((table) => table.name),
  );
  if (book.active === sheet.id) {
    const next = book.sheets.find((one) => one.visibility === 'Visible');
    book.active = next?.id ?? '';
    book.selection = { sheet: book.active, area: area(0, 0) };
  }
  context.dirty = true;
  for (const table of gone)
    context.events.raise('tableDeleted', [sheet.id], {
      source: SOURCE[context.actor],
      tableId: table.id,
      tableName: table.name,
      worksheetId: sheet.id,
    });
  context.events.raise('worksheetDeleted', [], { source: SOURCE[context.actor], worksheetId: sheet.id });
}

export function renameSheet(context: HostContext, sheet: Sheet, name: string): void {
  checkStructure(context.book);
  checkSheetName(context.book, name, sheet.id);
  renameInFormulas(context.book, { kind: 'sheet', from: sheet.name, to: name });
  sheet.name = name;
}

export function activate(context: HostContext, sheet: Sheet): void {
  if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation', `sheet ${sheet.name} is hidden`);
  if (context.book.active === sheet.id) return;
  context.events.raise('worksheetDeactivated', [context.book.active], { worksheetId: context.book.active });
  context.book.active = sheet.id;
  context.book.selection = { sheet: sheet.id, area: area(0, 0) };
  context.events.raise('worksheetActivated', [sheet.id], { worksheetId: sheet.id });
}

export function select(context: HostContext, sheet: Sheet, at: Area): void {
  activate(context, sheet);
  context.book.selection = { sheet: sheet.id, area: at };
  context.events.raise('worksheetSelectionChanged', [sheet.id], { worksheetId: sheet.id, address: formatArea(at) });
}

/** Reorders the body rows of a table by one column: constants by value, text after numbers, blanks last. */
export function sortTable(context: HostContext, sheet: Sheet, body: Area, column: number, ascending: boolean): void {
  checkAllowed(sheet, 'allowSort');
  const rows = Array.from({ length: body.rows }, (_, index) =>
    Array.from({ length: body.columns }, (_cell, at) => sheet.cells[body.row + index]?.[body.column + at]),
  );
  const rank = (cell: Cell | undefined): [number, number | string] => {
    const value = cell?.value ?? '';
    if (value === '') return [3, 0];
    return typeof value === 'number' ? [0, value] : [1, String(value).toLowerCase()];
  };
  const order = rows
    .map((row, index) => ({ row, index, key: rank(row[column]) }))
    .sort((a, b) => {
      if (a.key[0] === 3 || b.key[0] === 3) return a.key[0] - b.key[0] || a.index - b.index;
      const way = ascending ? 1 : -1;
      if (a.key[0] !== b.key[0]) return (a.key[0] - b.key[0]) * way;
      if (a.key[1] === b.key[1]) return a.index - b.index;
      return (a.key[1] < b.key[1] ? -1 : 1) * way;
    });
  order.forEach(({ row }, index) =>
    row.forEach((cell, at) => putCell(sheet, body.row + index, body.column + at, cell)),
  );
  context.dirty = true;
  context.events.raise('worksheetRowSorted', [sheet.id], {
    source: SOURCE[context.actor],
    worksheetId: sheet.id,
    address: formatArea(body),
  });
}

export function tableAdded(context: HostContext, table: Table): void {
  context.dirty = true;
  context.events.raise('tableAdded', [table.sheet], {
    source: SOURCE[context.actor],
    tableId: table.id,
    worksheetId: table.sheet,
  });
}

export function removeTable(context: HostContext, table: Table): void {
  context.book.tables = context.book.tables.filter((one) => one !== table);
  breakReferences(context.book, '', [table.name]);
  context.dirty = true;
  context.events.raise('tableDeleted', [table.sheet], {
    source: SOURCE[context.actor],
    tableId: table.id,
    tableName: table.name,
    worksheetId: table.sheet,
  });
}

/** A chart over the given cells, its first column as categories when that holds text (as Excel guesses). */
export function newChart(book: Book, sheet: Sheet, type: string, source: Area): Chart {
  const number = nextNumber(book);
  const chart: Chart = {
    id: nextGuid(book),
    name: `Chart ${number}`,
    type,
    anchor: null,
    box: { left: 100, top: 50, width: 360, height: 216 },
    series: [],
    properties: {},
  };
  const top = area(source.row, source.column, 1, source.columns);
  const hasHeader = source.rows > 1 && typeof cellAt(sheet, top.row, top.column + top.columns - 1).value === 'string';
  const hasNames =
    source.columns > 1 && typeof cellAt(sheet, source.row + source.rows - 1, source.column).value === 'string';
  const first = hasHeader ? 1 : 0;
  for (let column = hasNames ? 1 : 0; column < source.columns; column += 1) {
    const at = (offset: number): Area => area(source.row + first, source.column + offset, source.rows - first, 1);
    chart.series.push({
      name: hasHeader
        ? String(cellAt(sheet, source.row, source.column + column).value)
        : `Series${chart.series.length + 1}`,
      values: { sheet: sheet.id, area: at(column) },
      categories: hasNames ? { sheet: sheet.id, area: at(0) } : null,
      color: '',
      properties: {},
    });
  }
  sheet.charts.push(chart);
  return chart;
}

/** Throws InvalidArgument unless the area lies on the grid. */
export function onGrid(at: Area): Area {
  if (!isOnGrid(at))
    throw new HostError('InvalidArgument', `cells beyond the grid: row ${at.row + 1}, column ${at.column + 1}`);
  return at;
}

export const boundsOf = (areas: readonly Area[]): Area => {
  const [first, ...rest] = areas;
  if (first === undefined) throw new HostError('InvalidReference', 'the cells were deleted');
  return rest.reduce(boundingArea, first);
};
