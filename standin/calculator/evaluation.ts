import { area, type Area } from '../model/area';
import type { Book, Cell, Sheet, Table } from '../model/book';
import { bodyArea, headerArea, tableAt, totalsArea } from '../model/tables';
import { keyOf } from './criteria';
import { FUNCTIONS } from './functions';
import type { BinaryOperator, Expression, StructuredPart } from './syntax';
import {
  BAD_NAME,
  BAD_REFERENCE,
  BAD_VALUE,
  BAD_NUMBER,
  compare,
  DIVIDED_BY_ZERO,
  ErrorValue,
  isError,
  isRange,
  toNumber,
  toText,
  type RangeValue,
  type Scalar,
  type Value,
} from './value';

/** Where a formula stands. */
export interface Site {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** What all formulas of one calculation share: reading cells (which may calculate them first) and looking keys up in ranges. */
export interface Calculation {
  readonly book: Book;
  readonly read: (sheet: Sheet, row: number, column: number) => Scalar;
  /** Places in a range by the key of what stands there. */
  readonly index: (range: RangeValue) => ReadonlyMap<string, readonly number[]>;
}

/** The columns of a table that a structured reference names, as 0-based positions; null when it has no such column. */
function columnSpan(
  table: Table,
  columns: StructuredPart['columns'],
): { readonly first: number; readonly last: number } | null {
  if (columns === null) return { first: 0, last: table.columns.length - 1 };
  const at = (name: string): number =>
    table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
  const [first, last] = [at(columns.first), at(columns.last)];
  return first < 0 || last < 0 ? null : { first: Math.min(first, last), last: Math.max(first, last) };
}

function rowsOf(table: Table, rows: StructuredPart['rows'], row: number): Area | null {
  const body = bodyArea(table);
  switch (rows) {
    case 'all':
      return table.area;
    case 'body':
      return body;
    case 'headers':
      return headerArea(table);
    case 'totals':
      return totalsArea(table);
    case 'this':
      return row >= body.row && row < body.row + body.rows ? { ...body, row, rows: 1 } : null;
  }
}

/** The cells a structured reference means for a formula at `site`; null when there are none. */
export function structuredRange(book: Book, tableName: string, part: StructuredPart, site: Site): RangeValue | null {
  const table =
    tableName === ''
      ? tableAt(book, site.sheet, site.row, site.column)
      : book.tables.find(({ name }) => name.toLowerCase() === tableName.toLowerCase());
  const sheet = table && book.sheets.find(({ id }) => id === table.sheet);
  const span = table && columnSpan(table, part.columns);
  const rows = table && rowsOf(table, part.rows, site.row);
  if (!sheet || !span || !rows) return null;
  return { sheet, area: area(rows.row, table.area.column + span.first, rows.rows, span.last - span.first + 1) };
}

const sheetNamed = (book: Book, name: string): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

/** The cells a defined name stands for; null when it is none of the workbook. */
export function namedRange(book: Book, name: string): RangeValue | null {
  const target = book.names.find((one) => one.name.toLowerCase() === name.toLowerCase())?.target;
  if (!target || 'formula' in target) return null;
  const sheet = book.sheets.find(({ id }) => id === target.sheet);
  return sheet ? { sheet, area: target.area } : null;
}

/** The cells a plain reference means; null when its sheet is gone. */
export function referencedRange(book: Book, sheetName: string | null, at: Area, site: Site): RangeValue | null {
  const sheet = sheetName === null ? site.sheet : sheetNamed(book, sheetName);
  return sheet ? { sheet, area: at } : null;
}

/** The smallest range that holds two others. */
function spanOf(from: Value, to: Value): Value {
  if (!isRange(from)) return isError(from) ? from : BAD_REFERENCE;
  if (!isRange(to)) return isError(to) ? to : BAD_REFERENCE;
  if (from.sheet !== to.sheet) return BAD_REFERENCE;
  const [one, other] = [from.area, to.area];
  const [row, column] = [Math.min(one.row, other.row), Math.min(one.column, other.column)];
  const end = (at: 'row' | 'column', size: 'rows' | 'columns'): number =>
    Math.max(one[at] + one[size], other[at] + other[size]);
  return { sheet: from.sheet, area: area(row, column, end('row', 'rows') - row, end('column', 'columns') - column) };
}

/** Evaluates expressions for one cell. */
export class Evaluation {
  constructor(
    private readonly calculation: Calculation,
    readonly at: Site,
  ) {}

  value(expression: Expression): Value {
    switch (expression.kind) {
      case 'constant':
        return expression.value;
      case 'error':
        return new ErrorValue(expression.code);
      case 'reference':
        return referencedRange(this.calculation.book, expression.sheet, expression.area, this.at) ?? BAD_REFERENCE;
      case 'structured':
        return structuredRange(this.calculation.book, expression.table, expression.part, this.at) ?? BAD_REFERENCE;
      case 'name':
        return namedRange(this.calculation.book, expression.name) ?? BAD_NAME;
      case 'call':
        return FUNCTIONS[expression.name]?.(expression.args, this) ?? BAD_NAME;
      case 'span':
        return spanOf(this.value(expression.from), this.value(expression.to));
      case 'unary':
        return this.unary(expression.operator, this.scalar(expression.operand));
      case 'binary':
        return this.binary(expression.operator, this.scalar(expression.left), this.scalar(expression.right));
    }
  }

  /** One value: of a column or row of cells the one beside the formula (implicit intersection), of more an error. */
  scalar(expression: Expression): Scalar {
    const value = this.value(expression);
    if (!isRange(value)) return value;
    const { sheet, area: cells } = value;
    if (cells.rows === 1 && cells.columns === 1) return this.calculation.read(sheet, cells.row, cells.column);
    const { row, column } = this.at;
    if (cells.columns === 1 && row >= cells.row && row < cells.row + cells.rows)
      return this.calculation.read(sheet, row, cells.column);
    if (cells.rows === 1 && column >= cells.column && column < cells.column + cells.columns)
      return this.calculation.read(sheet, cells.row, column);
    return BAD_VALUE;
  }

  cells({ sheet, area: { row, column, rows, columns } }: RangeValue): Scalar[] {
    const last = Math.min(row + rows, Math.max(sheet.cells.length, row));
    const found: Scalar[] = [];
    for (let at = row; at < last; at += 1) {
      for (let across = column; across < column + columns; across += 1)
        found.push(this.calculation.read(sheet, at, across));
    }
    return found;
  }

  /** The cell at a place of a range, counted along its rows. */
  cellIn({ sheet, area: { row, column, columns } }: RangeValue, place: number): Scalar {
    return this.calculation.read(sheet, row + Math.floor(place / columns), column + (place % columns));
  }

  index(range: RangeValue): ReadonlyMap<string, readonly number[]> {
    return this.calculation.index(range);
  }

  private unary(operator: '+' | '-' | '%', operand: Scalar): Scalar {
    if (operator === '+') return operand;
    const number = toNumber(operand);
    if (isError(number)) return number;
    return operator === '-' ? -number : number / 100;
  }

  private binary(operator: BinaryOperator, left: Scalar, right: Scalar): Scalar {
    if (isError(left)) return left;
    if (isError(right)) return right;
    switch (operator) {
      case '&': {
        const [one, other] = [toText(left), toText(right)];
        return typeof one === 'string' && typeof other === 'string' ? one + other : BAD_VALUE;
      }
      case '=':
        return compare(left, right) === 0;
      case '<>':
        return compare(left, right) !== 0;
      case '<':
        return compare(left, right) < 0;
      case '<=':
        return compare(left, right) <= 0;
      case '>':
        return compare(left, right) > 0;
      case '>=':
        return compare(left, right) >= 0;
      case '+':
      case '-':
      case '*':
      case '/':
      case '^':
        return arithmetic(operator, toNumber(left), toNumber(right));
    }
  }
}

function arithmetic(
  operator: '+' | '-' | '*' | '/' | '^',
  left: number | ErrorValue,
  right: number | ErrorValue,
): Scalar {
  if (isError(left)) return left;
  if (isError(right)) return right;
  const results = {
    '+': () => left + right,
    '-': () => left - right,
    '*': () => left * right,
    '/': () => left / right,
    '^': () => left ** right,
  };
  if (operator === '/' && right === 0) return DIVIDED_BY_ZERO;
  const result = results[operator]();
  return Number.isFinite(result) ? result : BAD_NUMBER;
}

/** Places of every key in a range, counted along its rows. */
export function indexOf(range: RangeValue, read: Calculation['read']): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const { row, column, rows, columns } = range.area;
  for (let place = 0; place < rows * columns; place += 1) {
    const key = keyOf(read(range.sheet, row + Math.floor(place / columns), column + (place % columns)));
    if (key === null) continue;
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  }
  return places;
}

/** The constant of a cell; null when it is empty. */
export const constantOf = (cell: Cell | undefined): Scalar =>
  cell === undefined || (cell.value === '' && cell.formula === null) ? null : cell.value;
