import type { Book } from '../model/book';
import { namedRange, referencedRange, structuredRange, type Site } from './evaluation';
import type { Expression } from './syntax';
import type { RangeValue } from './value';

/** Names a column of a sheet: the grain in which changes are followed. */
export const columnKey = (sheet: string, column: number): string => `${sheet}!${column}`;

function rangeOf(book: Book, expression: Expression, site: Site): RangeValue | null {
  if (expression.kind === 'reference') return referencedRange(book, expression.sheet, expression.area, site);
  if (expression.kind === 'structured') return structuredRange(book, expression.table, expression.part, site);
  return expression.kind === 'name' ? namedRange(book, expression.name) : null;
}

/** Adds every column a formula may read to `columns`. */
export function addColumns(book: Book, expression: Expression, site: Site, columns: Set<string>): void {
  const range = rangeOf(book, expression, site);
  if (range)
    for (let at = 0; at < range.area.columns; at += 1) columns.add(columnKey(range.sheet.id, range.area.column + at));
  if (expression.kind === 'call') for (const arg of expression.args) addColumns(book, arg, site, columns);
  if (expression.kind === 'span')
    for (const end of [expression.from, expression.to]) addColumns(book, end, site, columns);
  if (expression.kind === 'unary') addColumns(book, expression.operand, site, columns);
  if (expression.kind === 'binary') {
    addColumns(book, expression.left, site, columns);
    addColumns(book, expression.right, site, columns);
  }
}
