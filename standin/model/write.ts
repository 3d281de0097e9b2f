import { area, contains, formatArea, intersection, quoteSheetName, type Area } from './area';
import { findSheet, formatAt, putCell, type Book, type Sheet, type Table } from './book';
import { formatChange } from './format';
import { columnsOf, formulaOf, formulaParts, isBalanced, shortThisRow, type FormulaPart } from './formulaText';
import { autofills, fillColumns } from './autofill';
import { entryOf } from './input';
import { columnOf, findTable, headerArea, renameColumnOf, tablesIn } from './tables';
import { invalidArgument } from './errors';

/** Writing into cells: constants, formulas and what tables make of them. */

function checkPart(book: Book, part: FormulaPart, within: Table | undefined, formula: string): FormulaPart {
  if (part.kind === 'reference') {
    if (part.sheet !== null && findSheet(book, part.sheet) === undefined)
      throw invalidArgument(`formula ${formula}: there is no sheet ${part.sheet}`);
    return part;
  }
  if (part.kind !== 'structured') return part;
  const table = part.table === '' ? within : findTable(book, part.table);
  if (table === undefined)
    throw invalidArgument(`formula ${formula}: there is no table ${part.table === '' ? 'here' : part.table}`);
  for (const name of columnsOf(part.item)) {
    const range = name.includes(':') ? name.split(':') : [name];
    const unknown =
      range.find((one) => columnOf(table, one) === undefined) !== undefined && columnOf(table, name) === undefined;
    if (unknown) throw invalidArgument(`formula ${formula}: table ${table.name} has no column ${name}`);
  }
  return { ...part, table: table === within ? '' : table.name, item: shortThisRow(part.item) };
}

/**
 * A formula as Excel keeps and shows it: `[@Kolom]` for this row, no table name within the table itself.
 * Throws InvalidArgument when it is not closed, or names a table, column or sheet that is not there.
 */
export function acceptFormula(book: Book, within: Table | undefined, formula: string): string {
  if (!isBalanced(formula)) throw invalidArgument(`formula ${formula}`);
  if (!/[[!]/.test(formula)) return formula;
  const parts = formulaParts(formula).map((part) => checkPart(book, part, within, formula));
  return formulaOf(parts, quoteSheetName);
}

const cached = <V>(make: (key: string) => V): ((key: string) => V) => {
  const known = new Map<string, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
};

/** Same size as the area, or one single value for all of it; anything else is Excel's "wrong dimensions", which the caller checks. */
export type Inputs = readonly (readonly unknown[])[];

export const filled = (target: Area, value: unknown): Inputs =>
  Array.from({ length: target.rows }, () => new Array<unknown>(target.columns).fill(value));

/** Writes values or formulas. null leaves a cell as it is, '' clears it, text cells take everything as text. */
export function writeCells(book: Book, sheet: Sheet, target: Area, inputs: Inputs): void {
  const tables = tablesIn(book, sheet, target);
  const fills = autofills(book, sheet, tables, target, inputs);
  const acceptIn = new Map<Table | undefined, (formula: string) => string>();
  const accept = (within: Table | undefined, formula: string): string => {
    let check = acceptIn.get(within);
    if (check === undefined) acceptIn.set(within, (check = cached((text) => acceptFormula(book, within, text))));
    return check(formula);
  };
  const withFormat = cached((numberFormat) => formatChange((format) => ({ ...format, numberFormat })));
  const headers: { table: Table; column: number; text: string }[] = [];
  inputs.forEach((row, down) =>
    row.forEach((input, right) => {
      if (input === null || input === undefined) return;
      const at = target.row + down;
      const column = target.column + right;
      const looks = formatAt(sheet, at, column);
      const own = sheet.cells[at]?.[column]?.format ?? null;
      const within = tables.find((table) => contains(table.area, area(at, column)));
      const entry = entryOf(input, looks.numberFormat);
      if (within?.showHeaders === true && at === within.area.row) {
        headers.push({ table: within, column: column - within.area.column, text: String(input) });
        return;
      }
      if (entry.kind === 'empty') putCell(sheet, at, column, { value: '', formula: null, format: own });
      else if (entry.kind === 'formula')
        putCell(sheet, at, column, { value: 0, formula: accept(within, entry.formula), format: own });
      else {
        const dressed =
          entry.numberFormat !== undefined && looks.numberFormat === 'General'
            ? withFormat(entry.numberFormat)(looks)
            : own;
        putCell(sheet, at, column, { value: entry.value, formula: null, format: dressed });
      }
    }),
  );
  fillColumns(sheet, fills);
  for (const { table, column, text } of headers) {
    const state = table.columns[column];
    if (state !== undefined) renameColumnOf(book, table, state, text);
  }
}

/** Throws InvalidArgument when a header row would lose its text. */
export function clearContents(book: Book, sheet: Sheet, target: Area): void {
  const tables = tablesIn(book, sheet, target);
  sheet.cells.forEach((row, at) => {
    if (at < target.row || at >= target.row + target.rows) return;
    row.forEach((cell, column) => {
      if (cell === undefined || column < target.column || column >= target.column + target.columns) return;
      putCell(sheet, at, column, { value: '', formula: null, format: cell.format });
    });
  });
  for (const table of tables) {
    const header = headerArea(table);
    const hit = header === null ? null : intersection(header, target);
    if (hit !== null) {
      for (let column = hit.column; column < hit.column + hit.columns; column += 1) {
        const state = table.columns[column - table.area.column];
        if (state !== undefined) renameColumnOf(book, table, state, '');
      }
    }
  }
}

/** Merging keeps the upper left value only and is refused over tables. */
export function mergeCells(book: Book, sheet: Sheet, target: Area): void {
  const table = tablesIn(book, sheet, target)[0];
  if (table !== undefined)
    throw invalidArgument(`cells of table ${table.name} can't be merged (${formatArea(target)})`);
  sheet.merges = [...sheet.merges.filter((merge) => intersection(merge, target) === null), target];
  for (let row = target.row; row < target.row + target.rows; row += 1) {
    for (let column = target.column; column < target.column + target.columns; column += 1) {
      if (row === target.row && column === target.column) continue;
      const cell = sheet.cells[row]?.[column];
      if (cell !== undefined) putCell(sheet, row, column, { value: '', formula: null, format: cell.format });
    }
  }
}
