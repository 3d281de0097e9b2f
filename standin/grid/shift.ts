import { columnLetters } from '../../src/sheets/address';
import { formulaOf, formulaParts } from '../model/formulaText';

const CELL = /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})/g;

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** A formula as it reads that many rows down and columns right: references without `$` move along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const moved = formulaParts(formula).map((part) => {
    if (part.kind !== 'reference') return part;
    const address = part.address.replace(
      CELL,
      (_, fixedColumn: string, letters: string, fixedRow: string, number: string) => {
        const column = fixedColumn === '' ? columnLetters(columnNumber(letters) + columns) : letters;
        const row = fixedRow === '' ? Number(number) + rows : number;
        return `${fixedColumn}${column}${fixedRow}${row}`;
      },
    );
    return { ...part, address };
  });
  return formulaOf(moved, quoted);
}
