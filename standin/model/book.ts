import type { Area } from './area';
import type { CellFormat } from './format';
import { DEFAULT_FORMAT } from './format';

/** The workbook of the stand-in: plain data, changed by the functions beside it. No host, no Office.js. */
export type CellValue = string | number | boolean;

/** Cells are never changed, only replaced. formula holds the leading `=`; value is then what the calculator made of it. */
export interface Cell {
  readonly value: CellValue;
  readonly formula: string | null;
  /** Own look; null takes that of the row or the column. */
  readonly format: CellFormat | null;
}

export interface RowState {
  /** Points; null fits the text. */
  height: number | null;
  hidden: boolean;
  outline: number;
  format: CellFormat | null;
}

export interface ColumnState {
  /** Points; null is the standard width. */
  width: number | null;
  hidden: boolean;
  outline: number;
  format: CellFormat | null;
}

export interface Validation {
  areas: Area[];
  readonly rule: Readonly<Record<string, unknown>>;
  readonly type: string;
  readonly errorAlert: Readonly<Record<string, unknown>>;
  readonly prompt: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly type: string;
  areas: Area[];
  formula: string;
  stopIfTrue: boolean;
  fill: string;
  fontColor: string;
  bold: boolean;
  italic: boolean;
}

export interface SheetRange {
  sheet: string;
  area: Area;
}

export interface ChartSeries {
  name: string;
  values: SheetRange | null;
  categories: SheetRange | null;
  color: string;
  properties: Record<string, unknown>;
}

export interface Chart {
  readonly id: string;
  name: string;
  type: string;
  anchor: Area | null;
  /** Points from the corner of the sheet, when the chart was not laid over cells. */
  box: { left: number; top: number; width: number; height: number };
  series: ChartSeries[];
  /** What was set on parts of the chart, by path: `title/Text`, `axes/valueAxis/NumberFormat`. */
  properties: Record<string, unknown>;
}

export interface PageBreak {
  readonly id: string;
  at: number;
}

export interface PageLayoutState {
  properties: Record<string, unknown>;
  headersFooters: Record<string, string>;
  printAreas: Area[];
  titleRows: Area | null;
  titleColumns: Area | null;
}

export interface Hyperlink {
  area: Area;
  readonly link: Readonly<Record<string, unknown>>;
}

export interface Protection {
  on: boolean;
  password: string;
  options: Readonly<Record<string, unknown>>;
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  /** #RRGGBB or ''. */
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  cells: (Cell | undefined)[][];
  rows: Map<number, RowState>;
  columns: Map<number, ColumnState>;
  merges: Area[];
  validations: Validation[];
  conditionalFormats: ConditionalFormat[];
  hyperlinks: Hyperlink[];
  charts: Chart[];
  freeze: Area | null;
  rowBreaks: PageBreak[];
  columnBreaks: PageBreak[];
  pageLayout: PageLayoutState;
  protection: Protection;
}

export interface TableColumn {
  readonly id: number;
  name: string;
}

export interface Table {
  readonly id: string;
  name: string;
  sheet: string;
  /** With the header row and the totals row. */
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  columns: TableColumn[];
  /** Column index -> criteria of the filter. */
  filters: Map<number, unknown>;
}

export interface DefinedName {
  name: string;
  /** Sheet id for a name of one sheet. */
  scope: string | null;
  target: SheetRange | { formula: string };
  comment: string;
  visible: boolean;
}

export interface XmlPart {
  readonly id: string;
  xml: string;
}

export interface Book {
  sheets: Sheet[];
  tables: Table[];
  names: DefinedName[];
  xmlParts: XmlPart[];
  settings: Map<string, unknown>;
  calculationMode: string;
  /** The option Fill formulas in tables to create calculated columns. */
  fillsFormulas: boolean;
  /** Opened to look at only. */
  readOnly: boolean;
  protection: Protection;
  active: string;
  selection: SheetRange;
  /** Source of ids and of automatic names; part of the state so that two runs are alike. */
  counter: number;
}

/** Points of a column of 8.43 characters, and of a row of Calibri 11. */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;

export const nextNumber = (book: Book): number => (book.counter += 1);

/** A GUID in Excel's form, the same in every run. */
export const nextGuid = (book: Book): string =>
  `{${nextNumber(book).toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;

export function newSheet(book: Book, name: string): Sheet {
  return {
    id: nextGuid(book),
    name,
    visibility: 'Visible',
    tabColor: '',
    showGridlines: true,
    showHeadings: true,
    cells: [],
    rows: new Map(),
    columns: new Map(),
    merges: [],
    validations: [],
    conditionalFormats: [],
    hyperlinks: [],
    charts: [],
    freeze: null,
    rowBreaks: [],
    columnBreaks: [],
    pageLayout: { properties: {}, headersFooters: {}, printAreas: [], titleRows: null, titleColumns: null },
    protection: { on: false, password: '', options: {} },
  };
}

/** A new workbook with one empty sheet. */
export function newBook(sheetName = 'Blad1'): Book {
  const book: Book = {
    sheets: [],
    tables: [],
    names: [],
    xmlParts: [],
    settings: new Map(),
    calculationMode: 'Automatic',
    fillsFormulas: true,
    readOnly: false,
    protection: { on: false, password: '', options: {} },
    active: '',
    selection: { sheet: '', area: { row: 0, column: 0, rows: 1, columns: 1 } },
    counter: 0,
  };
  const sheet = newSheet(book, sheetName);
  book.sheets.push(sheet);
  book.active = sheet.id;
  book.selection.sheet = sheet.id;
  return book;
}

const cloneSheet = (sheet: Sheet): Sheet => ({
  ...structuredClone({ ...sheet, cells: [], rows: [], columns: [] }),
  cells: sheet.cells.map((row) => row.slice()),
  rows: new Map([...sheet.rows].map(([at, state]) => [at, { ...state }])),
  columns: new Map([...sheet.columns].map(([at, state]) => [at, { ...state }])),
});

/** A copy that shares nothing that can change. */
export const cloneBook = (book: Book): Book => ({
  ...structuredClone({ ...book, sheets: [] }),
  sheets: book.sheets.map(cloneSheet),
});

export const findSheet = (book: Book, name: string): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

export const sheetById = (book: Book, id: string): Sheet | undefined => book.sheets.find((sheet) => sheet.id === id);

export const EMPTY_CELL: Cell = { value: '', formula: null, format: null };

export const cellAt = (sheet: Sheet, row: number, column: number): Cell => sheet.cells[row]?.[column] ?? EMPTY_CELL;

export function putCell(sheet: Sheet, row: number, column: number, cell: Cell | undefined): void {
  const cells = (sheet.cells[row] ??= []);
  cells[column] =
    cell === undefined || (cell.value === '' && cell.formula === null && cell.format === null) ? undefined : cell;
}

/** The look of a cell: its own, else that of its row, else that of its column. */
export const formatAt = (sheet: Sheet, row: number, column: number): CellFormat =>
  sheet.cells[row]?.[column]?.format ??
  sheet.rows.get(row)?.format ??
  sheet.columns.get(column)?.format ??
  DEFAULT_FORMAT;

export function rowState(sheet: Sheet, row: number): RowState {
  const known = sheet.rows.get(row);
  if (known !== undefined) return known;
  const state: RowState = { height: null, hidden: false, outline: 0, format: null };
  sheet.rows.set(row, state);
  return state;
}

export function columnState(sheet: Sheet, column: number): ColumnState {
  const known = sheet.columns.get(column);
  if (known !== undefined) return known;
  const state: ColumnState = { width: null, hidden: false, outline: 0, format: null };
  sheet.columns.set(column, state);
  return state;
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.value === '' && cell.formula === null);

/** The smallest area with content (values only) or with content and looks; null when there is none. */
export function usedArea(sheet: Sheet, valuesOnly: boolean, within?: Area): Area | null {
  let top = -1;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  sheet.cells.forEach((row, at) => {
    if (within !== undefined && (at < within.row || at >= within.row + within.rows)) return;
    row.forEach((cell, column) => {
      if (cell === undefined || (valuesOnly && isBlank(cell))) return;
      if (within !== undefined && (column < within.column || column >= within.column + within.columns)) return;
      if (top < 0) top = at;
      bottom = at;
      left = Math.min(left, column);
      right = Math.max(right, column);
    });
  });
  return top < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
