import { detectDelimiter, parseCsv } from 'hucre/csv';
import { recogniseHeader } from './columns';
import { cellText, isBlankRow, type Grid } from './grid';

const DELIMITERS = [';', ',', '\t', '|'];

/** A header stands among the first rows: above it may stand a title, or Excel's own "sep=;". */
export const HEADER_ROWS = 20;

/** Room for as many rows with quoted texts in them. */
const HEAD_CHARACTERS = 60_000;

const headOf = (text: string): string =>
  text.length <= HEAD_CHARACTERS ? text : text.slice(0, text.lastIndexOf('\n', HEAD_CHARACTERS) + 1);

const parse = (text: string, delimiter: string): Grid['rows'] =>
  parseCsv(text, { delimiter, skipBom: true }).map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString() : cell)),
  );

/** The sign between the cells: that which gives a header we know, with most columns; else what the text itself suggests. */
function delimiterOf(text: string): string {
  const head = headOf(text);
  const found = DELIMITERS.map((delimiter) => {
    const rows = parse(head, delimiter).slice(0, HEADER_ROWS);
    return { delimiter, known: Math.max(0, ...rows.map((row) => knownColumns(row.map(cellText)))) };
  }).sort((left, right) => right.known - left.known);
  const [best] = found;
  return best && best.known > 0 ? best.delimiter : detectDelimiter(head);
}

const knownColumns = (headings: readonly string[]): number => recogniseHeader(headings)?.columns.size ?? 0;

/** Does the beginning of the text hold the header of a table that we know? */
export const opensTable = (text: string): boolean => {
  const head = headOf(text);
  return parse(head, delimiterOf(head))
    .slice(0, HEADER_ROWS)
    .some((row) => recogniseHeader(row.map(cellText)) !== null);
};

/** The first row of a csv, for whoever asks why it is no table. */
export const firstRowOf = (text: string): readonly string[] => {
  const head = headOf(text);
  return (parse(head, delimiterOf(head)).find((row) => !isBlankRow(row)) ?? []).map(cellText);
};

/** The cells of a csv; blank rows stay, so that a row of the grid is a row of the file as a spreadsheet shows it. */
export function gridOfCsv(text: string, name: string): Grid {
  const rows = parse(text, delimiterOf(text));
  const last = rows.findLastIndex((row) => !isBlankRow(row));
  return { name, rows: rows.slice(0, last + 1) };
}
