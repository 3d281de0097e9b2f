import { success, type Result } from '../plan/result';
import { foldLabel } from '../schema/rows/labels';
import { cellsOf, textOf, type Cells } from './cells';
import { refuse, SENTENCES, type Refusal, type TableArgument } from './failure';

/** A table that was handed over with its headings. Rows count from 1, the first row that was handed over. */
export interface GivenTable {
  readonly headings: readonly string[];
  readonly rows: Cells;
  /** Number of the first row under the headings. */
  readonly firstRow: number;
  /** Position of a column by its heading; -1 when there is none. Of two columns with one heading the first. */
  readonly at: (heading: string) => number;
}

/** Titles, merged bands and empty rows above the headings are passed over, as far as this. */
const HEADING_ROWS = 10;

/** Finds the headings of a table: the first row that holds all that are needed. Cells merged into one hold their text in the first, so a heading may be empty. */
export function givenTable(
  argument: unknown,
  name: TableArgument,
  needed: readonly string[],
): Result<GivenTable, Refusal> {
  const cells = cellsOf(argument);
  if (cells === null || (cells.length <= 1 && (cells[0]?.length ?? 0) <= 1)) return refuse(SENTENCES.noTable(name));
  const wanted = needed.map(foldLabel);
  let best: { readonly row: number; readonly missing: readonly number[] } | null = null;
  for (let row = 0; row < Math.min(HEADING_ROWS, cells.length); row += 1) {
    const found = new Set((cells[row] ?? []).map((cell) => foldLabel(textOf(cell))));
    const missing = wanted.flatMap((heading, at) => (found.has(heading) ? [] : [at]));
    if (best === null || missing.length < best.missing.length) best = { row, missing };
    if (missing.length === 0) break;
  }
  const [lacking] = best?.missing ?? [];
  if (best === null || lacking !== undefined) return refuse(SENTENCES.missingHeading(name, needed[lacking ?? 0] ?? ''));
  const headings = (cells[best.row] ?? []).map(textOf);
  const folded = headings.map(foldLabel);
  return success({
    headings,
    rows: cells.slice(best.row + 1),
    firstRow: best.row + 2,
    at: (heading) => folded.indexOf(foldLabel(heading)),
  });
}
