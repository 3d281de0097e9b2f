import type { WantedSheet } from '../write/wanted';
import { z } from '../../../plan/zod';
import { KEY_COLUMN } from '../../../sheets/names';
import type { SheetSpec } from '../../../sheets/spec';
import { STYLES, type StyleName } from '../../../sheets/style';
import type { TablePlace } from './restructuring';

/**
 * How a sheet was last written, apart from what stands in its cells: the parts of its spec, and which cell had which style. It is kept in the
 * workbook, so that the next import changes only what is other than before and leaves alone what the user changed.
 */
export interface Layout {
  readonly parts: SheetParts;
  /** Style of each cell by row: a pattern of the sheet. Beyond the list nothing is ours. */
  readonly rows: readonly number[];
  readonly patterns: readonly Pattern[];
  /** Body rows of each table, in order. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

export type SheetParts = Omit<SheetSpec, 'blocks'>;

/** By column: null is not ours, '' ours without a style. */
export type Pattern = readonly (StyleName | '' | null)[];

const isStyle = (name: string): name is StyleName => name in STYLES;

export const partsSchema = z.custom<SheetParts>((value) => {
  if (typeof value !== 'object' || value === null) return false;
  const lists = ['columns', 'rows', 'merges', 'tables', 'validations', 'conditionalFormats', 'charts', 'names'];
  return 'name' in value && lists.every((list) => Array.isArray((value as Readonly<Record<string, unknown>>)[list]));
});

const styleSchema = z.union([z.null(), z.literal(''), z.string().refine(isStyle)]).catch('');

export const layoutSchema = z.object({
  parts: partsSchema,
  rows: z.array(z.int()),
  patterns: z.array(z.array(styleSchema)),
  keys: z.record(z.string(), z.array(z.string())),
});

/** The column that tells the rows of a table apart: the key of the house, else the first of our own columns. */
export function keyColumn(headers: readonly string[], own: readonly string[]): number {
  const index = headers.indexOf(KEY_COLUMN);
  return index >= 0 ? index : Math.max(0, headers.indexOf(own[0] ?? ''));
}

export function keysOf({ spec, grid }: WantedSheet): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    spec.tables.map((table) => {
      const headers = table.columns.map(({ name }) => name);
      const column = table.range.column + keyColumn(headers, headers);
      const rows = table.range.rows - 1 - (table.totals ? 1 : 0);
      return [
        table.name,
        Array.from({ length: rows }, (_, index) =>
          String(grid.cells[table.range.row + 1 + index]?.[column]?.content ?? ''),
        ),
      ];
    }),
  );
}

export function layoutOf(laidOut: WantedSheet): Layout {
  const { blocks: _blocks, ...parts } = laidOut.spec;
  const known = new Map<string, number>();
  const patterns: Pattern[] = [];
  const rows = laidOut.grid.cells.map((line) => {
    const pattern: Pattern = line.map((cell) => (cell === null ? null : (cell.style ?? '')));
    const text = pattern.join('|');
    const index = known.get(text) ?? patterns.length;
    if (index === patterns.length) {
      known.set(text, index);
      patterns.push(pattern);
    }
    return index;
  });
  return { parts, rows, patterns, keys: keysOf(laidOut) };
}

export const styleAt = (layout: Layout, row: number, column: number): StyleName | '' | null =>
  layout.patterns[layout.rows[row] ?? -1]?.[column] ?? null;

export const placesOf = ({ parts }: Layout): TablePlace[] =>
  parts.tables.map(({ name, range }) => ({ name, row: range.row, column: range.column, rows: range.rows }));

/** Names of the columns we gave a table. */
export const ownColumns = (layout: Layout | null, table: string): readonly string[] =>
  layout?.parts.tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
