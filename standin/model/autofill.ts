import { intersection, quoteSheetName, type Area } from './area';
import { cellAt, isBlank, putCell, type Book, type Sheet, type Table } from './book';
import { formulaOf, formulaParts } from './formulaText';
import { bodyArea } from './tables';
import type { Inputs } from './write';

/**
 * "Fill formulas in tables to create calculated columns", on in every Excel until someone turns it off, and applied to what add-ins write: a blank
 * table column that receives formulas becomes one calculated column, and the last formula written stands in every row of it.
 */

const isFormula = (input: unknown): boolean => typeof input === 'string' && input.startsWith('=') && input !== '=';

const moved = (address: string, down: number): string =>
  address.replace(/(\$?[A-Za-z]{1,3})(\$?)([1-9]\d{0,6})/g, (whole, column: string, fixed: string, row: string) =>
    fixed === '$' ? whole : `${column}${Number(row) + down}`,
  );

/** A formula as it is filled in `down` rows lower. */
const filledDown = (formula: string, down: number): string =>
  down === 0
    ? formula
    : formulaOf(
        formulaParts(formula).map((part) =>
          part.kind === 'reference' ? { ...part, address: moved(part.address, down) } : part,
        ),
        quoteSheetName,
      );

/** A column that becomes one calculated column: its body, and the row of the formula that wins. */
export interface Autofill {
  readonly column: number;
  readonly body: Area;
  readonly winner: number;
}

/** The columns that a write will turn into calculated ones, told before it is done. */
export function autofills(book: Book, sheet: Sheet, tables: readonly Table[], at: Area, inputs: Inputs): Autofill[] {
  if (!book.fillsFormulas) return [];
  return tables.flatMap((table) => {
    const body = bodyArea(table);
    const hit = intersection(body, at);
    if (hit === null) return [];
    const found: Autofill[] = [];
    for (let column = hit.column; column < hit.column + hit.columns; column += 1) {
      const written: number[] = [];
      for (let row = hit.row; row < hit.row + hit.rows; row += 1)
        if (isFormula(inputs[row - at.row]?.[column - at.column])) written.push(row);
      const winner = written.at(-1);
      // One formula over a constant in a column that is blank else is a formula in a blank column.
      const skipped = written.length === 1 ? winner : undefined;
      if (winner === undefined || body.rows === 1) continue;
      let blank = true;
      for (let row = body.row; blank && row < body.row + body.rows; row += 1)
        blank = row === skipped || isBlank(sheet.cells[row]?.[column]);
      if (blank) found.push({ column, body, winner });
    }
    return found;
  });
}

/** Fills what was told, now that it is written; constants that came with it stay. */
export function fillColumns(sheet: Sheet, fills: readonly Autofill[]): void {
  for (const { column, body, winner } of fills) {
    const { formula } = cellAt(sheet, winner, column);
    if (formula === null) continue;
    for (let row = body.row; row < body.row + body.rows; row += 1) {
      const cell = cellAt(sheet, row, column);
      if (cell.formula === null && cell.value !== '') continue;
      putCell(sheet, row, column, { ...cell, value: 0, formula: filledDown(formula, row - winner) });
    }
  }
}
