import type { SheetCalculator } from '../calculator/calculator';
import { contains, area, intersection, type Area } from '../model/area';
import type { Book, ConditionalFormat, Sheet, Table } from '../model/book';
import { formatAt } from '../model/book';
import type { CellFormat } from '../model/format';
import { tableAt } from '../model/tables';
import { shiftFormula } from './shift';

/** The look of one cell as CSS properties, conditional formats and the stripes of its table laid over its own. */
export interface CellLook {
  readonly format: CellFormat;
  readonly fill: string;
  readonly color: string;
  readonly bold: boolean;
}

const STRIPE = '#f3f6f7';
const TABLE_HEAD = '#1f4e5f';

/** Is an expression rule true at a cell? Its formula is relative to the first cell of its first area. */
function applies(
  rule: ConditionalFormat,
  book: Book,
  sheet: Sheet,
  row: number,
  column: number,
  calculator: SheetCalculator,
): boolean {
  if (!rule.areas.some((one) => contains(one, area(row, column)))) return false;
  const [first] = rule.areas;
  if (!first) return false;
  const value = calculator.evaluate(
    book,
    shiftFormula(rule.formula, row - first.row, column - first.column),
    sheet,
    row,
    column,
  );
  return value === true || (typeof value === 'number' && value !== 0);
}

function stripe(table: Table | undefined, row: number): string {
  if (!table?.showBandedRows) return '';
  const body = table.area.row + (table.showHeaders ? 1 : 0);
  return row >= body && (row - body) % 2 === 1 ? STRIPE : '';
}

const isHead = (table: Table | undefined, row: number): boolean =>
  table?.showHeaders === true && row === table.area.row;

export function lookOf(book: Book, sheet: Sheet, row: number, column: number, calculator: SheetCalculator): CellLook {
  const format = formatAt(sheet, row, column);
  const table = tableAt(book, sheet, row, column);
  const head = isHead(table, row) && format.fill === '';
  const rules = sheet.conditionalFormats.filter((rule) => applies(rule, book, sheet, row, column, calculator));
  const over = (pick: (rule: ConditionalFormat) => string): string =>
    rules.map(pick).find((color) => color !== '') ?? '';
  return {
    format,
    fill: over(({ fill }) => fill) || format.fill || (head ? TABLE_HEAD : stripe(table, row)),
    color: over(({ fontColor }) => fontColor) || (head ? '#ffffff' : format.fontColor),
    bold: format.bold || head || rules.some(({ bold }) => bold),
  };
}

/** The merged cells a cell belongs to, if any. */
export const mergeAt = (sheet: Sheet, row: number, column: number): Area | undefined =>
  sheet.merges.find((one) => intersection(one, area(row, column)) !== null);
