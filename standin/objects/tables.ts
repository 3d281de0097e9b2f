import type { HostContext } from '../protocol/context';
import { checkAllowed, removeTable, shiftCells, sortTable, tableAdded } from './edits';
import { area, type Area } from '../model/area';
import { cellAt, isBlank, sheetById, type Sheet, type Table, type TableColumn } from '../model/book';
import { freeColumnName } from '../model/rules';
import { dressLikeAbove, fillCalculated, stretchRules } from '../model/structure';
import {
  addTable,
  bodyArea,
  columnArea,
  columnOf,
  findTable,
  headerArea,
  renameColumnOf,
  renameTable,
  resizeTable,
  setTableStyle,
  showTotals,
  totalsArea,
  writeHeader,
} from '../model/tables';
import { writeCells } from '../model/write';
import { HostError, invalidArgument, itemNotFound, notImplemented } from '../model/errors';
import { hostClass, type HostObject, type Scalar } from '../protocol/hostClass';
import { booleanOf, given, integerOf, rangeOf, recordOf, soleArea, textOf } from './arguments';
import { eventMethods } from './eventMethods';
import { rangeObject } from './make';
import { inputsFor, readCells } from './rangeValues';

/** Tables, their columns and rows. */
export function sheetOf(table: Table, context: HostContext): Sheet {
  const sheet = sheetById(context.book, table.sheet);
  if (sheet === undefined || !context.book.tables.includes(table)) throw itemNotFound(`table ${table.name}`);
  return sheet;
}

function part(table: Table, at: Area | null, what: string, context: HostContext): HostObject {
  if (at === null) throw itemNotFound(`${what} of table ${table.name}`);
  return rangeObject(context, sheetOf(table, context), at);
}

interface Column {
  readonly table: Table;
  readonly column: TableColumn;
}

const tableColumn = hostClass<Column>({
  name: 'TableColumn',
  identity: ({ column }) => ({ Id: column.id }),
  scalars: {
    Id: { get: ({ column }) => column.id },
    Index: { get: ({ table, column }) => table.columns.indexOf(column) },
    Name: {
      get: ({ column }) => column.name,
      set: ({ table, column }, value, context) => {
        checkAllowed(sheetOf(table, context), 'allowFormatCells');
        renameColumnOf(context.book, table, column, textOf(value, 'name'));
      },
    },
    Values: {
      get: ({ table, column }, context) =>
        readCells(sheetOf(table, context), columnArea(table, column, table.area), (cell) => cell.value),
      set: ({ table, column }, value, context) => {
        const at = columnArea(table, column, table.area);
        writeCells(context.book, sheetOf(table, context), at, inputsFor(at, value));
      },
    },
  },
  methods: {
    Delete: ({ table, column }, _args, context) => {
      if (table.columns.length === 1) throw new HostError('InvalidOperation', `last column of table ${table.name}`);
      shiftCells(context, sheetOf(table, context), {
        at: columnArea(table, column, table.area),
        kind: 'delete',
        axis: 'columns',
      });
    },
    GetRange: ({ table, column }, _args, context) =>
      rangeObject(context, sheetOf(table, context), columnArea(table, column, table.area)),
    GetDataBodyRange: ({ table, column }, _args, context) =>
      rangeObject(context, sheetOf(table, context), columnArea(table, column, bodyArea(table))),
    GetHeaderRowRange: ({ table, column }, _args, context) => {
      const header = headerArea(table);
      return part(table, header && columnArea(table, column, header), 'header row', context);
    },
    GetTotalRowRange: ({ table, column }, _args, context) => {
      const totals = totalsArea(table);
      return part(table, totals && columnArea(table, column, totals), 'totals row', context);
    },
  },
});

function columnByKey(table: Table, key: unknown, context: HostContext): HostObject {
  const column = typeof key === 'number' || typeof key === 'string' ? columnOf(table, key) : undefined;
  if (column === undefined) throw itemNotFound(`column ${String(key)} of table ${table.name}`);
  return tableColumn({ table, column }, context);
}

/** Inserts a column in the table; the cells right of it move within the table's rows. */
function addColumn(table: Table, [index, values, name]: readonly unknown[], context: HostContext): HostObject {
  const sheet = sheetOf(table, context);
  checkAllowed(sheet, 'allowInsertColumns');
  const at = given(index) && integerOf(index, 'index') >= 0 ? integerOf(index, 'index') : table.columns.length;
  if (at > table.columns.length) throw invalidArgument(`index ${at} of ${table.columns.length} columns`);
  const place = area(table.area.row, table.area.column + at, table.area.rows, 1);
  const taken = table.columns.map((column) => column.name);
  if (at < table.columns.length) shiftCells(context, sheet, { at: place, kind: 'insert', axis: 'columns' });
  else {
    const beyond = Array.from({ length: place.rows }, (_, row) => sheet.cells[place.row + row]?.[place.column]);
    if (beyond.some((cell) => !isBlank(cell)))
      throw new HostError('NotImplemented', 'the stand-in adds a last column only over empty cells');
    const id = Math.max(...table.columns.map((column) => column.id)) + 1;
    table.area = { ...table.area, columns: table.area.columns + 1 };
    table.columns.push({ id, name: freeColumnName(taken, `Column${table.columns.length + 1}`) });
    writeHeader(sheet, { ...place, rows: 1 }, [table.columns.at(-1)?.name ?? '']);
  }
  const column = table.columns[at];
  if (column === undefined) throw invalidArgument('index');
  if (given(name)) renameColumnOf(context.book, table, column, freeColumnName(taken, textOf(name, 'name')));
  if (given(values)) writeCells(context.book, sheet, place, inputsFor(place, values));
  context.dirty = true;
  return tableColumn({ table, column }, context);
}

const tableColumns = hostClass<Table>({
  name: 'TableColumnCollection',
  scalars: { Count: { get: (table) => table.columns.length } },
  items: (table, context) => table.columns.map((column) => tableColumn({ table, column }, context)),
  item: columnByKey,
  methods: {
    Add: addColumn,
    GetCount: (table) => table.columns.length,
    GetItemAt: (table, [index], context) => columnByKey(table, table.columns[integerOf(index, 'index')]?.id, context),
    GetItemOrNullObject: (table, [key], context) =>
      columnOf(table, key as string | number) === undefined ? null : columnByKey(table, key, context),
  },
});

interface Row {
  readonly table: Table;
  readonly index: number;
}

const tableRow = hostClass<Row>({
  name: 'TableRow',
  scalars: { Index: { get: ({ index }) => index } },
  methods: {
    Delete: ({ table, index }, _args, context) => deleteTableRow(table, index, context),
    GetRange: ({ table, index }, _args, context) => {
      const body = bodyArea(table);
      if (index < 0 || index >= body.rows) throw itemNotFound(`row ${index} of table ${table.name}`);
      return rangeObject(context, sheetOf(table, context), { ...body, row: body.row + index, rows: 1 });
    },
  },
});

export function deleteTableRow(table: Table, index: number, context: HostContext): void {
  const body = bodyArea(table);
  if (index < 0 || index >= body.rows) throw itemNotFound(`row ${index} of table ${table.name}`);
  shiftCells(context, sheetOf(table, context), {
    at: { ...body, row: body.row + index, rows: 1 },
    kind: 'delete',
    axis: 'rows',
  });
}

/** Adds rows within the table: cells below move down when the table would otherwise run into them. */
export function addTableRows(table: Table, index: number | null, values: unknown, context: HostContext): Row {
  const sheet = sheetOf(table, context);
  checkAllowed(sheet, 'allowInsertRows');
  const body = bodyArea(table);
  const at = index === null || index < 0 ? body.rows : index;
  if (at > body.rows) throw invalidArgument(`index ${at} of ${body.rows} rows`);
  const rows =
    Array.isArray(values) && Array.isArray(values[0])
      ? values
      : [Array.isArray(values) ? values : new Array<null>(body.columns).fill(null)];
  const place = area(body.row + at, body.column, rows.length, body.columns);
  const last = at === body.rows && !table.showTotals;
  if (!last) {
    shiftCells(context, sheet, { at: place, kind: 'insert', axis: 'rows' });
    if (at === body.rows) stretchRules(sheet, body, rows.length);
  } else {
    const below = Array.from({ length: rows.length }, (_, down) =>
      Array.from({ length: body.columns }, (_cell, right) => cellAt(sheet, place.row + down, place.column + right)),
    );
    if (below.flat().some((cell) => !isBlank(cell)))
      shiftCells(context, sheet, { at: place, kind: 'insert', axis: 'rows' });
    table.area = { ...table.area, rows: table.area.rows + rows.length };
    dressLikeAbove(sheet, place);
    stretchRules(sheet, body, rows.length);
    fillCalculated(sheet, table, place.row, rows.length);
  }
  writeCells(context.book, sheet, place, inputsFor(place, rows));
  context.dirty = true;
  return { table, index: at };
}

const tableRows = hostClass<Table>({
  name: 'TableRowCollection',
  scalars: { Count: { get: (table) => bodyArea(table).rows } },
  items: (table, context) =>
    Array.from({ length: bodyArea(table).rows }, (_, index) => tableRow({ table, index }, context)),
  methods: {
    Add: (table, [index, values], context) =>
      tableRow(addTableRows(table, given(index) ? integerOf(index, 'index') : null, values, context), context),
    GetCount: (table) => bodyArea(table).rows,
    GetItemAt: (table, [index], context) => tableRow({ table, index: integerOf(index, 'index') }, context),
  },
});

const tableSort = hostClass<Table>({
  name: 'TableSort',
  methods: {
    Apply: (table, [fields], context) => {
      if (!Array.isArray(fields) || fields.length !== 1) throw notImplemented('sorting by several columns');
      const field = recordOf(fields[0], 'sort field');
      sortTable(
        context,
        sheetOf(table, context),
        bodyArea(table),
        integerOf(field.key, 'key'),
        field.ascending !== false,
      );
    },
  },
});

const tableFilter = hostClass<Table>({
  name: 'AutoFilter',
  scalars: {
    IsDataFiltered: { get: (table) => table.filters.size > 0 },
    Enabled: { get: (table) => table.showFilterButton },
  },
  methods: {
    ClearCriteria: (table) => {
      table.filters.clear();
    },
  },
});

type Flag =
  'showBandedRows' | 'showBandedColumns' | 'showFilterButton' | 'highlightFirstColumn' | 'highlightLastColumn';
const flag = (name: Flag): Scalar<Table> => ({
  get: (table) => table[name],
  set: (table, value, context) => {
    checkAllowed(sheetOf(table, context), 'allowFormatCells');
    table[name] = booleanOf(value, name);
  },
});

export const table = hostClass<Table>({
  name: 'Table',
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { get: (one) => one.id },
    Name: {
      get: (one) => one.name,
      set: (one, value, context) => renameTable(context.book, one, textOf(value, 'name')),
    },
    Style: { get: (one) => one.style, set: (one, value) => setTableStyle(one, textOf(value, 'style')) },
    ShowHeaders: {
      get: (one) => one.showHeaders,
      set: (one, value) => {
        if (value !== one.showHeaders) throw notImplemented('hiding the header row of a table');
      },
    },
    ShowTotals: {
      get: (one) => one.showTotals,
      set: (one, value, context) => {
        checkAllowed(sheetOf(one, context), 'allowFormatCells');
        showTotals(sheetOf(one, context), one, booleanOf(value, 'showTotals'));
        context.dirty = true;
      },
    },
    ShowBandedRows: flag('showBandedRows'),
    ShowBandedColumns: flag('showBandedColumns'),
    ShowFilterButton: flag('showFilterButton'),
    HighlightFirstColumn: flag('highlightFirstColumn'),
    HighlightLastColumn: flag('highlightLastColumn'),
  },
  children: {
    Columns: (one, context) => tableColumns(one, context),
    Rows: (one, context) => tableRows(one, context),
    Sort: (one, context) => tableSort(one, context),
    AutoFilter: (one, context) => tableFilter(one, context),
    Worksheet: (one, context) => context.make.worksheet(sheetOf(one, context)),
  },
  methods: {
    GetRange: (one, _args, context) => part(one, one.area, 'range', context),
    GetDataBodyRange: (one, _args, context) => part(one, bodyArea(one), 'body', context),
    GetHeaderRowRange: (one, _args, context) => part(one, headerArea(one), 'header row', context),
    GetTotalRowRange: (one, _args, context) => part(one, totalsArea(one), 'totals row', context),
    Resize: (one, [wanted], context) => {
      const sheet = sheetOf(one, context);
      checkAllowed(sheet, 'allowInsertRows');
      const target = rangeOf(wanted, sheet, context);
      if (target.sheet !== sheet) throw invalidArgument('a table stays on its sheet');
      resizeTable(context.book, sheet, one, soleArea(target));
      context.dirty = true;
    },
    ClearFilters: (one) => {
      one.filters.clear();
    },
    ConvertToRange: (one, _args, context) => {
      const sheet = sheetOf(one, context);
      removeTable(context, one);
      return rangeObject(context, sheet, one.area);
    },
    Delete: (one, _args, context) => {
      const sheet = sheetOf(one, context);
      checkAllowed(sheet, 'allowDeleteRows');
      removeTable(context, one);
      for (let row = one.area.row; row < one.area.row + one.area.rows; row += 1) {
        sheet.cells[row]?.splice(
          one.area.column,
          one.area.columns,
          ...new Array<undefined>(one.area.columns).fill(undefined),
        );
      }
    },
    ...eventMethods<Table>({ DataChanged: 'tableChanged' }, (one) => one.id),
  },
});

export interface TableScope {
  /** null for all tables of the workbook. */
  readonly sheet: Sheet | null;
  readonly only: (table: Table) => boolean;
  readonly scoped: boolean;
}

const inScope = ({ sheet, only }: TableScope, context: HostContext): Table[] =>
  context.book.tables.filter((one) => (sheet === null || one.sheet === sheet.id) && only(one));

function tableByKey(scope: TableScope, key: unknown, context: HostContext): Table | null {
  const found = findTable(context.book, String(key));
  return found !== undefined && inScope(scope, context).includes(found) ? found : null;
}

function needTable(scope: TableScope, key: unknown, context: HostContext): HostObject {
  const found = tableByKey(scope, key, context);
  if (found === null) throw itemNotFound(`table ${String(key)}`);
  return table(found, context);
}

const shared = {
  items: (scope: TableScope, context: HostContext) => inScope(scope, context).map((one) => table(one, context)),
  item: needTable,
  scalars: { Count: { get: (scope: TableScope, context: HostContext) => inScope(scope, context).length } },
};

const sharedMethods = {
  GetCount: (scope: TableScope, _args: readonly unknown[], context: HostContext) => inScope(scope, context).length,
  GetItemAt: (scope: TableScope, [index]: readonly unknown[], context: HostContext) => {
    const found = inScope(scope, context)[integerOf(index, 'index')];
    if (found === undefined) throw invalidArgument('index of a table');
    return table(found, context);
  },
  GetItemOrNullObject: (scope: TableScope, [key]: readonly unknown[], context: HostContext) => {
    const found = tableByKey(scope, key, context);
    return found === null ? null : table(found, context);
  },
};

export const tableCollection = hostClass<TableScope>({
  name: 'TableCollection',
  ...shared,
  methods: {
    ...sharedMethods,
    Add: ({ sheet }, [address, hasHeaders], context) => {
      const home = sheet ?? sheetById(context.book, context.book.active);
      if (home === undefined) throw itemNotFound('active sheet');
      const target = rangeOf(address, home, context);
      if (sheet !== null && target.sheet !== sheet) throw invalidArgument(`range on another sheet than ${sheet.name}`);
      checkAllowed(target.sheet, 'allowInsertRows');
      const made = addTable(context.book, target.sheet, soleArea(target), booleanOf(hasHeaders, 'hasHeaders'));
      tableAdded(context, made);
      return table(made, context);
    },
    ...eventMethods<TableScope>(
      { DataChanged: 'tableChanged', Added: 'tableAdded', Deleted: 'tableDeleted' },
      ({ sheet }) => sheet?.id ?? null,
    ),
  },
});

export const tableScopedCollection = hostClass<TableScope>({
  name: 'TableScopedCollection',
  ...shared,
  methods: sharedMethods,
});
