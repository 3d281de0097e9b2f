import { cellAddress } from './address';
import { literal } from './formulas';
import { headBlock, printOf, sheetOf, TITLE_ROW } from './sheet';
import type { ConditionalFormatSpec, SheetSpec, ValidationSpec } from './spec';
import { COLORS } from './style';
import type { PlacedTable } from './table';

/**
 * A sheet that is one list: its title, the table below it with a head that stays in sight, and on paper as far as `printedColumns`.
 * `parts`: what it has besides; blocks stand above the table.
 */
export const listSheet = (
  title: string,
  subtitle: string,
  placed: PlacedTable,
  printedColumns: number,
  entity: string,
  { rows = [], blocks = [], ...parts }: Partial<SheetSpec> & Pick<SheetSpec, 'name' | 'tabColor'>,
): SheetSpec =>
  sheetOf({
    columns: placed.columns,
    rows: [TITLE_ROW, ...rows],
    blocks: [headBlock(title, subtitle), ...blocks, placed.block],
    tables: [placed.table],
    freeze: { rows: placed.headRow + 1, columns: 0 },
    print: printOf(entity, title, {
      orientation: 'landscape',
      titleRows: [placed.headRow, placed.headRow],
      area: { row: 0, column: 0, rows: placed.headRow + placed.table.range.rows, columns: printedColumns },
    }),
    ...parts,
  });

/** Cells of a column that take one of the words of a list. `source`: the defined name of the list. */
export const chooseFrom = (
  placed: PlacedTable,
  column: string,
  source: string,
  message = 'Kies uit de lijst.',
): ValidationSpec => ({
  kind: 'list',
  ranges: [placed.bodyOf(column)],
  source,
  reaction: 'stop',
  title: column,
  message,
});

/** For words that formulas compare. */
export const ONLY_THESE_WORDS = 'Kies uit de lijst; de formules herkennen alleen deze woorden.';

/** Address of a column in the first row of the body, its column fixed. */
export const anchored = (placed: PlacedTable, column: string): string =>
  `$${cellAddress(placed.body.row, placed.bodyOf(column).column)}`;

/** A fill for the cells of a column that hold a word. */
export const wordLook = (placed: PlacedTable, column: string, word: string, fill: string): ConditionalFormatSpec => ({
  ranges: [placed.bodyOf(column)],
  formula: `${anchored(placed, column)}=${literal(word)}`,
  look: { fill, color: COLORS.ink },
});
