export type GridCell = string | number | boolean | null;

/** The cells of one table as its file has them: a csv, or a sheet of a workbook. Row 1 of the file is rows[0]. */
export interface Grid {
  /** The file, and the sheet where it has several: what messages call it. */
  readonly name: string;
  readonly rows: readonly (readonly GridCell[])[];
}

/** A cell as text, without blanks around it; whole numbers without a decimal sign. */
export const cellText = (cell: GridCell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

export const isBlankRow = (row: readonly GridCell[]): boolean => row.every((cell) => cellText(cell) === '');
