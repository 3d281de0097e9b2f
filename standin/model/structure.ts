import {
  area,
  contains,
  formatArea,
  intersection,
  isEntireColumn,
  isEntireRow,
  parseArea,
  quoteSheetName,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from './area';
import { formatAt, isBlank, putCell, type Book, type Cell, type Sheet, type Table } from './book';
import type { FormulaPart } from './formulaText';
import { freeColumnName } from './rules';
import { bodyArea, calculatedFormula, tablesIn, writeHeader } from './tables';
import { rewriteFormulas } from './renames';
import { HostError } from './errors';

/** Inserting and deleting cells, rows and columns, and everything that moves with them. */
export interface Shift {
  readonly sheet: string;
  readonly at: Area;
  readonly kind: 'insert' | 'delete';
  /** rows: what lies below moves; columns: what lies to the right moves. */
  readonly axis: 'rows' | 'columns';
}

interface Span {
  readonly start: number;
  readonly length: number;
}

function shiftSpan(span: Span, at: Span, kind: Shift['kind']): Span | null {
  const end = span.start + span.length;
  if (kind === 'insert') {
    if (span.start >= at.start) return { start: span.start + at.length, length: span.length };
    return end > at.start ? { start: span.start, length: span.length + at.length } : span;
  }
  const cutEnd = at.start + at.length;
  const lost = Math.max(0, Math.min(end, cutEnd) - Math.max(span.start, at.start));
  if (lost === span.length) return null;
  const moved = span.start >= cutEnd ? span.start - at.length : Math.min(span.start, at.start);
  return { start: moved, length: span.length - lost };
}

/** Where an area of the shifted sheet lies afterwards; null when it is gone. Areas that stick out sideways stay. */
export function shiftArea(a: Area, { at, kind, axis }: Shift): Area | null {
  if (axis === 'rows') {
    if (a.column < at.column || a.column + a.columns > at.column + at.columns) return a;
    if (isEntireColumn(a)) return a;
    const span = shiftSpan({ start: a.row, length: a.rows }, { start: at.row, length: at.rows }, kind);
    return span === null ? null : { ...a, row: span.start, rows: span.length };
  }
  if (a.row < at.row || a.row + a.rows > at.row + at.rows) return a;
  if (isEntireRow(a)) return a;
  const span = shiftSpan({ start: a.column, length: a.columns }, { start: at.column, length: at.columns }, kind);
  return span === null ? null : { ...a, column: span.start, columns: span.length };
}

const shiftAll = (areas: readonly Area[], shift: Shift): Area[] =>
  areas.map((one) => shiftArea(one, shift)).filter((one): one is Area => one !== null);

/** Dollars are kept by writing the corners back one by one. */
function shiftAddress(address: string, shift: Shift): string {
  const before = parseArea(address);
  if (before === null) return address;
  const after = shiftArea(before, shift);
  if (after === null) return '#REF!';
  const plain = formatArea(after).split(':');
  const corners = address.split(':');
  const marked = (corner: string, like: string): string => {
    const letters = /[A-Z]+/.exec(corner)?.[0] ?? '';
    const digits = /\d+/.exec(corner)?.[0] ?? '';
    const dollars = like.match(/\$/g)?.length ?? 0;
    const both = dollars === 2 || (dollars === 1 && (letters === '' || digits === ''));
    return `${letters !== '' && (both || /^\$[A-Z]/i.test(like)) ? '$' : ''}${letters}${digits !== '' && (both || /\$\d/.test(like)) ? '$' : ''}${digits}`;
  };
  return corners.map((like, index) => marked(plain[index] ?? plain[0] ?? '', like)).join(':');
}

function shiftPart(part: FormulaPart, home: string, target: string, shift: Shift): FormulaPart {
  if (part.kind !== 'reference' || (part.sheet ?? home).toLowerCase() !== target.toLowerCase()) return part;
  const address = shiftAddress(part.address, shift);
  return address === '#REF!' ? { kind: 'text', text: '#REF!' } : { ...part, address };
}

function shiftKeys<V>(map: Map<number, V>, at: Span, kind: Shift['kind']): Map<number, V> {
  const moved = new Map<number, V>();
  for (const [key, value] of map) {
    const span = shiftSpan({ start: key, length: 1 }, at, kind);
    if (span !== null) moved.set(span.start, value);
  }
  return moved;
}

function moveCells(sheet: Sheet, { at, kind, axis }: Shift): void {
  if (axis === 'rows' && isEntireRow(at)) {
    if (kind === 'delete') sheet.cells.splice(at.row, at.rows);
    else if (sheet.cells.length > at.row)
      sheet.cells.splice(at.row, 0, ...Array.from({ length: at.rows }, (): (Cell | undefined)[] => []));
    return;
  }
  if (axis === 'columns') {
    sheet.cells.forEach((row, index) => {
      if (index < at.row || index >= at.row + at.rows) return;
      if (kind === 'delete') row.splice(at.column, at.columns);
      else if (row.length > at.column) row.splice(at.column, 0, ...new Array<undefined>(at.columns).fill(undefined));
    });
    return;
  }
  const last = sheet.cells.length - 1;
  for (let column = at.column; column < at.column + at.columns; column += 1) {
    const tail: (Cell | undefined)[] = [];
    for (let row = at.row; row <= last; row += 1) tail.push(sheet.cells[row]?.[column]);
    if (kind === 'delete') tail.splice(0, at.rows);
    else tail.unshift(...new Array<undefined>(at.rows).fill(undefined));
    for (let index = 0; index < Math.max(tail.length, last - at.row + 1); index += 1)
      putCell(sheet, at.row + index, column, tail[index]);
  }
}

/** Excel refuses what would cut a table in two. */
function checkTables(book: Book, sheet: Sheet, { at, kind, axis }: Shift): void {
  const swept = axis === 'rows' ? { ...at, rows: MAX_ROWS - at.row } : { ...at, columns: MAX_COLUMNS - at.column };
  for (const table of tablesIn(book, sheet, swept)) {
    const across =
      axis === 'rows'
        ? table.area.column >= at.column && table.area.column + table.area.columns <= at.column + at.columns
        : table.area.row >= at.row && table.area.row + table.area.rows <= at.row + at.rows;
    if (!across) throw new HostError('InsertDeleteConflict', `table ${table.name}`);
    if (kind !== 'delete' || axis !== 'rows') continue;
    const hit = intersection(table.area, at);
    if (hit === null || contains(at, table.area)) continue;
    if (table.showHeaders && hit.row === table.area.row)
      throw new HostError('InvalidOperation', `header row of table ${table.name}`);
    if (contains(hit, bodyArea(table))) throw new HostError('InvalidOperation', `last row of table ${table.name}`);
  }
}

function shiftTable(sheet: Sheet, table: Table, shift: Shift): boolean {
  const before = table.area;
  const after = shiftArea(before, shift);
  if (after === null) return false;
  table.area = after;
  if (shift.axis !== 'columns' || after.columns === before.columns) return true;
  if (shift.kind === 'delete') {
    table.columns = table.columns.filter(
      (_, at) => before.column + at < shift.at.column || before.column + at >= shift.at.column + shift.at.columns,
    );
    return true;
  }
  const names = table.columns.map((column) => column.name);
  let id = Math.max(...table.columns.map((column) => column.id));
  const added = Array.from({ length: shift.at.columns }, (_, index) => {
    const name = freeColumnName(names, `Column${index + 1}`);
    names.push(name);
    return { id: (id += 1), name };
  });
  table.columns.splice(shift.at.column - before.column, 0, ...added);
  if (table.showHeaders)
    writeHeader(
      sheet,
      area(after.row, after.column),
      table.columns.map((column) => column.name),
    );
  return true;
}

/** New rows within a table get its column formulas; new cells look like those above (or to the left). */
function dressNew(book: Book, sheet: Sheet, { at, axis }: Shift): void {
  const from = axis === 'rows' ? at.row - 1 : at.column - 1;
  if (from < 0) return;
  const width = Math.min(at.columns, Math.max(0, ...sheet.cells.map((row) => row.length)));
  const height = Math.min(at.rows, sheet.cells.length - at.row);
  for (let row = at.row; row < at.row + height; row += 1) {
    for (let column = at.column; column < at.column + width; column += 1) {
      const like = axis === 'rows' ? sheet.cells[from]?.[column] : sheet.cells[row]?.[from];
      if (like !== undefined && isBlank(sheet.cells[row]?.[column]))
        putCell(sheet, row, column, {
          value: '',
          formula: null,
          format: formatAt(sheet, axis === 'rows' ? from : row, axis === 'rows' ? column : from),
        });
    }
  }
  if (axis !== 'rows') return;
  for (const table of tablesIn(book, sheet, at)) fillCalculated(sheet, table, at.row, at.rows);
}

/** Rules and conditional formats that ran to the last row of a table go along when it grows. */
export function stretchRules(sheet: Sheet, body: Area, rows: number): void {
  const bottom = body.row + body.rows;
  const stretch = (one: Area): Area =>
    one.row >= body.row && one.row + one.rows === bottom && intersection(one, body)
      ? { ...one, rows: one.rows + rows }
      : one;
  for (const rule of sheet.validations) rule.areas = rule.areas.map(stretch);
  for (const format of sheet.conditionalFormats) format.areas = format.areas.map(stretch);
}

/** Cells take the look of the row above them. */
export function dressLikeAbove(sheet: Sheet, at: Area): void {
  for (let row = at.row; row < at.row + at.rows; row += 1) {
    for (let column = at.column; column < at.column + at.columns; column += 1) {
      const like = sheet.cells[at.row - 1]?.[column]?.format;
      if (like) putCell(sheet, row, column, { value: '', formula: null, format: like });
    }
  }
}

export function fillCalculated(sheet: Sheet, table: Table, row: number, rows: number): void {
  table.columns.forEach((_column, index) => {
    const formula = calculatedFormula(sheet, table, index);
    if (formula === null) return;
    for (let at = row; at < row + rows; at += 1) {
      const place = table.area.column + index;
      putCell(sheet, at, place, { value: 0, formula, format: sheet.cells[at]?.[place]?.format ?? null });
    }
  });
}

/** Moves everything that lies below or to the right. Throws InsertDeleteConflict when a table would be cut. */
export function applyShift(book: Book, sheet: Sheet, shift: Shift): void {
  checkTables(book, sheet, shift);
  moveCells(sheet, shift);
  const span =
    shift.axis === 'rows'
      ? { start: shift.at.row, length: shift.at.rows }
      : { start: shift.at.column, length: shift.at.columns };
  if (shift.axis === 'rows' && isEntireRow(shift.at)) sheet.rows = shiftKeys(sheet.rows, span, shift.kind);
  if (shift.axis === 'columns' && isEntireColumn(shift.at)) sheet.columns = shiftKeys(sheet.columns, span, shift.kind);
  book.tables = book.tables.filter((table) => table.sheet !== sheet.id || shiftTable(sheet, table, shift));
  shiftSheetParts(sheet, shift, span);
  for (const name of book.names) {
    if ('formula' in name.target || name.target.sheet !== sheet.id) continue;
    const moved = shiftArea(name.target.area, shift);
    name.target =
      moved === null ? { formula: `=${quoteSheetName(sheet.name)}!#REF!` } : { sheet: sheet.id, area: moved };
  }
  for (const other of book.sheets) {
    for (const chart of other.charts) {
      for (const series of chart.series) {
        for (const range of [series.values, series.categories]) {
          if (range?.sheet === sheet.id)
            range.area = shiftArea(range.area, shift) ?? area(range.area.row, range.area.column);
        }
      }
    }
  }
  rewriteFormulas(book, (part, home) => shiftPart(part, home, sheet.name, shift));
  if (shift.kind === 'insert') dressNew(book, sheet, shift);
}

function shiftSheetParts(sheet: Sheet, shift: Shift, span: Span): void {
  sheet.merges = shiftAll(sheet.merges, shift);
  for (const validation of sheet.validations) validation.areas = shiftAll(validation.areas, shift);
  sheet.validations = sheet.validations.filter((validation) => validation.areas.length > 0);
  for (const format of sheet.conditionalFormats) format.areas = shiftAll(format.areas, shift);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
  for (const link of sheet.hyperlinks) link.area = shiftArea(link.area, shift) ?? link.area;
  for (const chart of sheet.charts)
    if (chart.anchor !== null) chart.anchor = shiftArea(chart.anchor, shift) ?? chart.anchor;
  const { pageLayout } = sheet;
  pageLayout.printAreas = shiftAll(pageLayout.printAreas, shift);
  if (pageLayout.titleRows !== null) pageLayout.titleRows = shiftArea(pageLayout.titleRows, shift);
  if (pageLayout.titleColumns !== null) pageLayout.titleColumns = shiftArea(pageLayout.titleColumns, shift);
  const breaks = shift.axis === 'rows' ? sheet.rowBreaks : sheet.columnBreaks;
  for (const one of breaks) one.at = shiftSpan({ start: one.at, length: 1 }, span, shift.kind)?.start ?? one.at;
}

/** Formulas that named a deleted sheet are broken for good. */
export function breakReferences(book: Book, sheet: string, tables: readonly string[]): void {
  const gone = new Set(tables.map((name) => name.toLowerCase()));
  rewriteFormulas(book, (part) => {
    if (part.kind === 'reference' && part.sheet?.toLowerCase() === sheet.toLowerCase())
      return { kind: 'text', text: '#REF!' };
    if (part.kind === 'structured' && gone.has(part.table.toLowerCase())) return { kind: 'text', text: '#REF!' };
    return part;
  });
}
