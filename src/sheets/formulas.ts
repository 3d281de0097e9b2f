import { SHEETS } from './names';
import { cellAddress, quotedSheet } from './address';
import type { CellSpec, CellValue, FormulaCell } from './spec';
import type { StyleName } from './style';

/** A text as a formula writes it. */
export const literal = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** The cell of a column in the same row of the table. Column names are made by columnName, so they need no escapes. */
export const here = (table: string, column: string): string => `${table}[[#This Row],[${column}]]`;

/** A whole column of a table, without header and totals. */
export const whole = (table: string, column: string): string => `${table}[${column}]`;

/** A name for a table column that structured references can hold without escapes: letters, digits, blanks and underscores. */
export const columnName = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}_ ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export const formulaCell = (formula: string, value: CellValue, style?: StyleName): FormulaCell => ({
  formula,
  value,
  ...(style ? { style } : {}),
});

/** A link to a cell of the workbook, showing a short text. */
export const linkTo = (
  sheet: string,
  row: number,
  column: number,
  text: string,
  style: StyleName = 'link',
): FormulaCell =>
  formulaCell(
    `HYPERLINK(${literal(`#${quotedSheet(sheet)}!${cellAddress(row, column)}`)},${literal(text)})`,
    text,
    style,
  );

/** Where the lines of the source stand on their sheet, so that every figure leads to its line. */
export class SourceIndex {
  private readonly rows = new Map<number, number>();

  /** lines: numbers of the non-blank lines in order; firstRow: row of the first on the sheet, from 0. */
  constructor(
    lines: readonly { readonly number: number }[],
    firstRow: number,
    private readonly sheet: string = SHEETS.source,
  ) {
    lines.forEach((line, index) => this.rows.set(line.number, firstRow + index));
  }

  /** Link to a line; plain text when the line is not on the sheet, null without a source. */
  link(
    source: { readonly line: number; readonly page: number | null } | null,
    style: StyleName = 'sourceLink',
  ): CellSpec {
    if (!source) return null;
    const text = source.page === null ? `r. ${source.line}` : `blz. ${source.page}, r. ${source.line}`;
    const row = this.rows.get(source.line);
    return row === undefined ? text : linkTo(this.sheet, row, SOURCE_TEXT_COLUMN, text, style);
  }
}

/** Column of the text on the source sheet. */
export const SOURCE_TEXT_COLUMN = 3;
