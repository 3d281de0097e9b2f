import { LOOKS_PER_READ } from '../request/limits';
import { rangeIn, sheetIn } from '../request/ranges';
import type { RangeSpec } from '../../../sheets/spec';
import { readGrids } from '../read/liveSheet';
import type { ExcelSession } from '../request/session';
import { CALL_BYTES, packed, type Step } from '../request/steps';
import { arraySteps } from '../write/cells';

/** The looks of whole rows as they are, to be put back as they were. Rows that look alike share a pattern, cells that look alike an entry. */
export interface RowLooks {
  /** Rows of the sheet, in order. */
  readonly rows: readonly number[];
  /** For each of them its pattern. */
  readonly looks: readonly number[];
  /** By column: place in the palette. */
  readonly patterns: readonly (readonly number[])[];
  readonly palette: readonly Entry[];
  readonly columns: number;
}

interface Entry {
  /** As Office.js gives it and takes it back. */
  readonly cell: Excel.SettableCellProperties;
  readonly numberFormat: string;
}

/** Gives each different thing a number, by its text. */
class Numbered<T> {
  readonly all: T[] = [];
  private readonly places = new Map<string, number>();

  place(thing: T): number {
    const text = JSON.stringify(thing);
    const found = this.places.get(text);
    if (found !== undefined) return found;
    this.places.set(text, this.all.length);
    this.all.push(thing);
    return this.all.length - 1;
  }
}

const WANTED: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, color: true, italic: true, name: true, size: true, strikethrough: true, underline: true },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
    shrinkToFit: true,
    textOrientation: true,
    protection: true,
  },
};

interface Run {
  readonly row: number;
  readonly rows: number;
}

/** Rows of a sheet to be read, over its first columns. */
export interface RowsWanted {
  readonly name: string;
  readonly rows: readonly number[];
  readonly columns: number;
}

interface Piece extends Run {
  readonly sheet: number;
  readonly name: string;
  readonly columns: number;
}

function runsOf(rows: readonly number[], limit: number): Run[] {
  const found: { row: number; rows: number }[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && last.row + last.rows === row && last.rows < limit) last.rows += 1;
    else found.push({ row, rows: 1 });
  }
  return found;
}

/** A cell without a fill is told by its pattern: a colour there would fill it. */
function settable({ format }: Excel.CellProperties): Excel.SettableCellProperties {
  const fill = format?.fill;
  return {
    format: {
      ...format,
      ...(fill?.pattern === 'None' ? { fill: { pattern: 'None' } } : { fill: { color: fill?.color ?? '' } }),
    },
  };
}

const piecesOf = (wanted: readonly RowsWanted[]): Piece[] =>
  wanted.flatMap(({ name, rows, columns }, sheet) =>
    (columns === 0 ? [] : runsOf(rows, Math.max(1, Math.floor(LOOKS_PER_READ / columns)))).map((run): Piece => ({
      ...run,
      sheet,
      name,
      columns,
    })),
  );

function looksOf(
  { rows, columns }: RowsWanted,
  cells: readonly (readonly Excel.CellProperties[])[],
  formats: readonly (readonly unknown[])[],
): RowLooks {
  const palette = new Numbered<Entry>();
  const patterns = new Numbered<number[]>();
  const looks = cells.map((line, row) =>
    patterns.place(
      line.map((cell, column) => palette.place({ cell: settable(cell), numberFormat: String(formats[row]?.[column]) })),
    ),
  );
  return { rows: columns === 0 ? [] : rows, looks, patterns: patterns.all, palette: palette.all, columns };
}

/** Reads looks and number formats of rows of sheets. */
export async function readRowLooks(session: ExcelSession, wanted: readonly RowsWanted[]): Promise<RowLooks[]> {
  const pieces = piecesOf(wanted);
  const cells: Excel.CellProperties[][][] = wanted.map(() => []);
  const formats: unknown[][][] = wanted.map(() => []);
  const rangeOf = ({ row, rows, columns }: Piece): RangeSpec => ({ row, column: 0, rows, columns });
  const readPack = (pack: readonly Piece[]): Promise<Excel.CellProperties[][][]> =>
    session.request(
      (context) => pack.map((piece) => rangeIn(sheetIn(context, piece.name), rangeOf(piece)).getCellProperties(WANTED)),
      (results) => results.map(({ value }) => value),
    );
  await packed(pieces, ({ rows, columns }) => rows * columns, LOOKS_PER_READ).reduce<Promise<void>>(
    (before, pack) =>
      before.then(async () => {
        const read = await readPack(pack);
        pack.forEach(({ sheet }, index) => cells[sheet]?.push(...(read[index] ?? [])));
      }),
    Promise.resolve(),
  );
  const grids = await readGrids(
    session,
    pieces.map(({ name }) => name),
    pieces.map(rangeOf),
    'numberFormat',
  );
  pieces.forEach(({ sheet }, index) => formats[sheet]?.push(...(grids[index] ?? [])));
  return wanted.map((rows, index) => looksOf(rows, cells[index] ?? [], formats[index] ?? []));
}

/** A cell of looks weighs some 600 bytes as JSON. */
const LOOK_BYTES = 650;
const ROWS_PER_STEP = 40;

/** Steps that put looks and number formats of rows back. Number formats go before contents and looks after them, so both are asked for apart. */
export function rowLookSteps(sheet: string, saved: RowLooks, part: 'numberFormats' | 'looks'): Step[] {
  const index = new Map(saved.rows.map((row, at) => [row, at]));
  const entryAt = (row: number, column: number): Entry | undefined =>
    saved.palette[saved.patterns[saved.looks[index.get(row) ?? -1] ?? -1]?.[column] ?? -1];
  return runsOf(saved.rows, ROWS_PER_STEP).flatMap(({ row, rows }): Step[] => {
    const range: RangeSpec = { row, column: 0, rows, columns: saved.columns };
    if (part === 'numberFormats')
      return arraySteps(sheet, range, (line, column) => entryAt(line, column)?.numberFormat ?? null, 'numberFormat');
    const properties = Array.from({ length: rows }, (_, offset) =>
      Array.from({ length: saved.columns }, (__, column) => entryAt(row + offset, column)?.cell ?? {}),
    );
    return [
      {
        bytes: CALL_BYTES + rows * saved.columns * LOOK_BYTES,
        run: (context) => {
          rangeIn(sheetIn(context, sheet), range).setCellProperties(properties);
        },
      },
    ];
  });
}
