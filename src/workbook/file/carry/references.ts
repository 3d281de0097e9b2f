import { columnLetters, columnNumber } from '../../../sheets/address';

/** Where a cell of a sheet goes; null when it goes nowhere. Rows and columns from 0. */
export type MoveCell = (
  sheet: string,
  row: number,
  column: number,
) => { readonly row: number; readonly column: number } | null;

/** A text constant, a structured reference, a quoted sheet, a name with the sheet before it, or one other sign. */
const TOKEN =
  /"(?:[^"]|"")*"|\[[^\]]*\]|(?:'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!)?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(.])|[\p{L}_][\p{L}\p{N}_.]*|[^]/gu;

/**
 * A formula of a user with its cells where they are now; a cell that is gone is `#REF!`, as in any spreadsheet. References to whole columns or
 * rows, names and tables stay as they are. `home`: the sheet the formula stands on.
 */
export function movedFormula(formula: string, home: string, move: MoveCell): string {
  // The second cell of a range stands on the sheet of the first.
  let sheet = home;
  let previous = '';
  return formula.replace(
    TOKEN,
    (token: string, quoted?: string, bare?: string, fixColumn = '', letters?: string, fixRow = '', digits?: string) => {
      const before = previous;
      previous = token;
      if (letters === undefined || digits === undefined) return token;
      const named = quoted?.replace(/''/g, "'") ?? bare;
      if (named !== undefined) sheet = named;
      else if (before !== ':') sheet = home;
      const prefix = quoted !== undefined ? `'${quoted}'!` : bare !== undefined ? `${bare}!` : '';
      const to = move(sheet, Number(digits) - 1, columnNumber(letters));
      return to ? `${prefix}${fixColumn}${columnLetters(to.column)}${fixRow}${to.row + 1}` : '#REF!';
    },
  );
}
