/** Rows of a sheet of Excel. */
export const MAX_SHEET_ROWS = 1_048_576;
