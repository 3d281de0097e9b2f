import { area, contains, formatArea, intersection, type Area } from './area';
import {
  cellAt,
  isBlank,
  nextNumber,
  putCell,
  type Book,
  type Cell,
  type Sheet,
  type Table,
  type TableColumn,
} from './book';
import { checkName, freeColumnName, freeName, nameTaken } from './rules';
import { renameInFormulas } from './renames';
import { HostError, invalidArgument, itemNotFound } from './errors';

/** Tables: where they lie, what they are called, and what keeps them whole. */
export const DEFAULT_TABLE_STYLE = 'TableStyleMedium2';
const TABLE_STYLE = /^(TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01])))?$/;

export const findTable = (book: Book, key: string): Table | undefined =>
  book.tables.find((table) => table.id === key || table.name.toLowerCase() === key.toLowerCase());

export const tableAt = (book: Book, sheet: Sheet, row: number, column: number): Table | undefined =>
  book.tables.find((table) => table.sheet === sheet.id && contains(table.area, area(row, column)));

export const tablesIn = (book: Book, sheet: Sheet, within: Area): Table[] =>
  book.tables.filter((table) => table.sheet === sheet.id && intersection(table.area, within) !== null);

export const headerArea = (table: Table): Area | null => (table.showHeaders ? { ...table.area, rows: 1 } : null);

export const totalsArea = (table: Table): Area | null =>
  table.showTotals ? { ...table.area, row: table.area.row + table.area.rows - 1, rows: 1 } : null;

export function bodyArea(table: Table): Area {
  const top = table.showHeaders ? 1 : 0;
  return { ...table.area, row: table.area.row + top, rows: table.area.rows - top - (table.showTotals ? 1 : 0) };
}

export function setTableStyle(table: Table, style: string): void {
  if (!TABLE_STYLE.test(style)) throw invalidArgument(`table style '${style}'`);
  table.style = style;
}

const textOf = (cell: Cell): string => (cell.formula === null ? String(cell.value).trim() : String(cell.value));

/** Header cells as Excel makes them: text, none blank, no name twice in any case. */
export function headerNames(sheet: Sheet, header: Area): string[] {
  const names: string[] = [];
  for (let at = 0; at < header.columns; at += 1) {
    const text = textOf(cellAt(sheet, header.row, header.column + at));
    names.push(freeColumnName(names, text === '' ? `Column${at + 1}` : text));
  }
  return names;
}

export function writeHeader(sheet: Sheet, header: Area, names: readonly string[]): void {
  names.forEach((name, at) => {
    const cell = cellAt(sheet, header.row, header.column + at);
    putCell(sheet, header.row, header.column + at, { value: name, formula: null, format: cell.format });
  });
}

function checkFreeOfTables(book: Book, sheet: Sheet, wanted: Area, own?: Table): void {
  const other = tablesIn(book, sheet, wanted).find((table) => table !== own);
  if (other !== undefined) throw invalidArgument(`a table can't overlap table ${other.name}`);
  if (sheet.merges.some((merge) => intersection(merge, wanted)))
    throw invalidArgument("a table can't hold merged cells");
}

/** Makes a table over the cells; without headers it shifts everything below one row down, which the stand-in leaves out. */
export function addTable(book: Book, sheet: Sheet, wanted: Area, hasHeaders: boolean): Table {
  if (!hasHeaders) throw new HostError('NotImplemented', 'the stand-in makes tables over cells with a header row only');
  const whole = wanted.rows === 1 ? { ...wanted, rows: 2 } : wanted;
  checkFreeOfTables(book, sheet, whole);
  const header = { ...whole, rows: 1 };
  const names = headerNames(sheet, header);
  writeHeader(sheet, header, names);
  const number = nextNumber(book);
  const table: Table = {
    id: String(number),
    name: freeName(book, 'Table'),
    sheet: sheet.id,
    area: whole,
    showHeaders: true,
    showTotals: false,
    style: DEFAULT_TABLE_STYLE,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    columns: names.map((name, at) => ({ id: at + 1, name })),
    filters: new Map(),
  };
  book.tables.push(table);
  return table;
}

/** Names of tables are one list with the names of the workbook. */
export function renameTable(book: Book, table: Table, name: string): void {
  checkName(name);
  if (name.toLowerCase() !== table.name.toLowerCase() && nameTaken(book, name))
    throw new HostError('ItemAlreadyExists', `name ${name}`);
  renameInFormulas(book, { kind: 'table', from: table.name, to: name });
  table.name = name;
}

export const columnOf = (table: Table, key: string | number): TableColumn | undefined =>
  typeof key === 'number'
    ? table.columns.find((column) => column.id === key)
    : table.columns.find((column) => column.name.toLowerCase() === key.toLowerCase());

/** The cells of one column, from `part` of the table. */
export const columnArea = (table: Table, column: TableColumn, part: Area): Area =>
  area(part.row, table.area.column + table.columns.indexOf(column), part.rows, 1);

/** Writes a header cell: the column takes the name, made unique as Excel does. */
export function renameColumnOf(book: Book, table: Table, column: TableColumn, wanted: string): void {
  const sheet = book.sheets.find((one) => one.id === table.sheet);
  if (sheet === undefined) throw itemNotFound(`sheet of table ${table.name}`);
  const others = table.columns.filter((other) => other !== column).map((other) => other.name);
  const position = table.columns.indexOf(column);
  const name = freeColumnName(others, wanted === '' ? `Column${position + 1}` : wanted);
  if (name !== column.name) renameInFormulas(book, { kind: 'column', table: table.name, from: column.name, to: name });
  column.name = name;
  if (table.showHeaders) writeHeader(sheet, area(table.area.row, table.area.column + position), [name]);
}

/** The new range keeps the header row where it is and overlaps the old one (Table.resize, ExcelApi 1.13). */
export function resizeTable(book: Book, sheet: Sheet, table: Table, wanted: Area): void {
  if (wanted.row !== table.area.row || intersection(wanted, table.area) === null) {
    throw invalidArgument(`table ${table.name} can only be resized from its header row, not to ${formatArea(wanted)}`);
  }
  const least = (table.showHeaders ? 1 : 0) + 1 + (table.showTotals ? 1 : 0);
  if (wanted.rows < least) throw invalidArgument(`table ${table.name} needs ${least} rows`);
  if (table.showTotals && wanted.rows !== table.area.rows)
    throw invalidArgument(`table ${table.name} has a totals row; its rows cannot be resized`);
  checkFreeOfTables(book, sheet, wanted, table);
  const kept = new Map(table.columns.map((column, at) => [table.area.column + at, column]));
  let lastId = Math.max(...table.columns.map((column) => column.id));
  const names = headerNames(sheet, { ...wanted, rows: 1 });
  table.columns = names.map((name, at) => kept.get(wanted.column + at) ?? { id: (lastId += 1), name });
  table.area = wanted;
  if (table.showHeaders)
    writeHeader(
      sheet,
      { ...wanted, rows: 1 },
      table.columns.map((column) => column.name),
    );
}

/** Shows or hides the totals row under the body. Cells under the table must be free: the stand-in does not push them down. */
export function showTotals(sheet: Sheet, table: Table, show: boolean): void {
  if (show === table.showTotals) return;
  const row = table.area.row + table.area.rows;
  if (show) {
    for (let at = 0; at < table.area.columns; at += 1) {
      if (!isBlank(sheet.cells[row]?.[table.area.column + at])) {
        throw new HostError(
          'NotImplemented',
          `the stand-in shows a totals row only over empty cells (table ${table.name})`,
        );
      }
    }
    table.area = { ...table.area, rows: table.area.rows + 1 };
    table.showTotals = true;
    const first = cellAt(sheet, row, table.area.column);
    putCell(sheet, row, table.area.column, { ...first, value: 'Total', formula: null });
    const last = table.columns.at(-1);
    if (last !== undefined && table.columns.length > 1) {
      const column = table.area.column + table.area.columns - 1;
      const under = cellAt(sheet, row, column);
      putCell(sheet, row, column, { ...under, value: 0, formula: `=SUBTOTAL(103,[${last.name}])` });
    }
    return;
  }
  const last = table.area.row + table.area.rows - 1;
  for (let at = 0; at < table.area.columns; at += 1) {
    const cell = cellAt(sheet, last, table.area.column + at);
    putCell(sheet, last, table.area.column + at, { value: '', formula: null, format: cell.format });
  }
  table.area = { ...table.area, rows: table.area.rows - 1 };
  table.showTotals = false;
}

/** The formula a column fills in for new rows: the one that every filled cell of its body holds; null when there is none. */
export function calculatedFormula(sheet: Sheet, table: Table, index: number): string | null {
  const body = bodyArea(table);
  let formula: string | null = null;
  for (let row = body.row; row < body.row + body.rows; row += 1) {
    const cell = sheet.cells[row]?.[table.area.column + index];
    if (isBlank(cell)) continue;
    if (!cell?.formula || (formula !== null && formula !== cell.formula)) return null;
    formula = cell.formula;
  }
  return formula;
}
