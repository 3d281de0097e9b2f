import type { RangeSpec, TableSpec } from '../../../sheets/spec';
import type { Content } from '../read/fingerprint';
import { hasRelativeReference } from '../read/formulaText';

/**
 * Excel turns a blank table column that receives formulas into one calculated column, with the last formula in every row. Formulas that differ from row
 * to row are therefore written before their table exists or over constants.
 */

type ContentAt = (row: number, column: number) => Content | null | undefined;

/** What a cell must hold; a text that only looks like a formula is told by its flag. */
export const plainContent = (
  cell: { readonly content: Content; readonly isFormula?: boolean } | null | undefined,
): Content | null =>
  cell == null ? null : cell.isFormula === false && isFormulaText(cell.content) ? 'text' : cell.content;

export const isFormulaText = (content: Content | null | undefined): content is string =>
  typeof content === 'string' && content.startsWith('=');

/** Text constants left out, a bracket is a reference to a table: it is accepted only once that table is there. */
export const namesTable = (formula: string): boolean => formula.replace(/"(?:[^"]|"")*"/g, '').includes('[');

export const bodyOf = ({ range, totals }: Pick<TableSpec, 'range' | 'totals'>): RangeSpec => ({
  ...range,
  row: range.row + 1,
  rows: range.rows - 1 - (totals ? 1 : 0),
});

export interface Cell {
  readonly row: number;
  readonly column: number;
}

const rowsOf = ({ row, rows }: RangeSpec): number[] => Array.from({ length: rows }, (_, index) => row + index);

/** True when the formulas of a column are not one formula that stands in every row. */
function isLoose(body: RangeSpec, column: number, contentAt: ContentAt): boolean {
  const first = contentAt(body.row, column);
  const uniform = isFormulaText(first) && !hasRelativeReference(first);
  return rowsOf(body).some((row) => {
    const content = contentAt(row, column);
    return isFormulaText(content) && !(uniform && content === first);
  });
}

/** Columns of tables that hold loose formulas, by their body. */
export const looseColumns = (bodies: readonly RangeSpec[], contentAt: ContentAt): RangeSpec[] =>
  bodies.flatMap((body) =>
    Array.from({ length: body.columns }, (_, index) => body.column + index)
      .filter((column) => isLoose(body, column, contentAt))
      .map((column): RangeSpec => ({ ...body, column, columns: 1 })),
  );

/** Tells whether a cell holds a loose formula. */
export function looseCells(
  columns: readonly RangeSpec[],
  contentAt: ContentAt,
): (row: number, column: number) => boolean {
  const byColumn = new Map<number, RangeSpec[]>();
  for (const range of columns) byColumn.set(range.column, [...(byColumn.get(range.column) ?? []), range]);
  return (row, column) =>
    (byColumn.get(column)?.some((range) => row >= range.row && row < range.row + range.rows) ?? false) &&
    isFormulaText(contentAt(row, column));
}

/**
 * A single formula in a column that is blank else would still be taken for a blank column: another cell of the column holds a constant until the
 * formula is there, and is emptied after.
 */
export const heldCells = (
  columns: readonly RangeSpec[],
  contentAt: ContentAt,
  isWritten: (row: number, column: number) => boolean,
): Cell[] =>
  columns.flatMap((range): Cell[] => {
    const rows = rowsOf(range);
    const filled = rows.filter((row) => (contentAt(row, range.column) ?? '') !== '');
    const [only] = filled;
    if (filled.length !== 1 || only === undefined || !isWritten(only, range.column)) return [];
    const free = rows.find((row) => row !== only && contentAt(row, range.column) === '');
    return free === undefined ? [] : [{ row: free, column: range.column }];
  });
