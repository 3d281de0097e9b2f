import type { RangeSpec } from '../../sheets/spec';
import type { Content } from './fingerprint';
import { readGrids } from './liveSheet';
import type { ExcelSession } from './session';
import { CALL_BYTES, type Step } from './steps';
import { arraySteps, rangeIn, sheetIn } from './writeCells';

/** The looks of whole rows as they are, to be put back as they were. */
export interface RowLooks {
  /** Rows of the sheet, in order. */
  readonly rows: readonly number[];
  readonly columns: number;
  /** Looks that occur, as Office.js gives them. */
  readonly palette: readonly Excel.SettableCellProperties[];
  /** For each row, for each column: place in the palette. */
  readonly looks: readonly (readonly number[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

const WANTED: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, color: true, italic: true, name: true, size: true, strikethrough: true, underline: true },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true, verticalAlignment: true, wrapText: true, indentLevel: true, shrinkToFit: true, textOrientation: true,
    protection: true,
  },
};

/** A cell answers some 700 bytes. */
const CELLS_PER_READ = 5_000;

interface Run {
  readonly row: number;
  readonly rows: number;
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
  return { format: { ...format, ...(fill?.pattern === 'None' ? { fill: { pattern: 'None' } } : { fill: { color: fill?.color ?? '' } }) } };
}

/** Reads looks and number formats of rows of a sheet, over its first columns. */
export async function readRowLooks(session: ExcelSession, sheet: string, rows: readonly number[], columns: number): Promise<RowLooks> {
  const palette: Excel.SettableCellProperties[] = [];
  const known = new Map<string, number>();
  const looks: number[][] = [];
  const place = (properties: Excel.CellProperties): number => {
    const made = settable(properties);
    const text = JSON.stringify(made);
    const found = known.get(text);
    if (found !== undefined) return found;
    known.set(text, palette.length);
    palette.push(made);
    return palette.length - 1;
  };
  const runs = columns === 0 ? [] : runsOf(rows, Math.max(1, Math.floor(CELLS_PER_READ / columns)));
  const packs: Run[][] = [];
  let size = Infinity;
  for (const run of runs) {
    if (size + run.rows * columns > CELLS_PER_READ) {
      packs.push([]);
      size = 0;
    }
    packs.at(-1)?.push(run);
    size += run.rows * columns;
  }
  const readPack = (pack: readonly Run[]): Promise<Excel.CellProperties[][]> => session.request(
    (context) => pack.map(({ row, rows: count }) => rangeIn(sheetIn(context, sheet), { row, column: 0, rows: count, columns }).getCellProperties(WANTED)),
    (results) => results.flatMap(({ value }) => value),
  );
  await packs.reduce<Promise<void>>((before, pack) => before.then(async () => {
    for (const line of await readPack(pack)) looks.push(line.map(place));
  }), Promise.resolve());
  const ranges = runs.map(({ row, rows: count }): RangeSpec => ({ row, column: 0, rows: count, columns }));
  const grids = await readGrids(session, ranges.map(() => sheet), ranges, 'numberFormat');
  return { rows, columns, palette, looks, numberFormats: grids.flat().map((line: readonly Content[]) => line.map(String)) };
}

/** A cell of looks weighs some 600 bytes as JSON. */
const LOOK_BYTES = 650;
const ROWS_PER_STEP = 40;

/** Steps that put looks and number formats of rows back. Number formats go first and contents after them, so both parts are asked for apart. */
export function rowLookSteps(sheet: string, saved: RowLooks, part: 'numberFormats' | 'looks'): Step[] {
  const index = new Map(saved.rows.map((row, at) => [row, at]));
  return runsOf(saved.rows, ROWS_PER_STEP).flatMap(({ row, rows }): Step[] => {
    const range: RangeSpec = { row, column: 0, rows, columns: saved.columns };
    if (part === 'numberFormats') return arraySteps(sheet, range, (line, column) => saved.numberFormats[index.get(line) ?? -1]?.[column] ?? null, 'numberFormat');
    const properties = Array.from({ length: rows }, (_, offset) => (saved.looks[index.get(row + offset) ?? -1] ?? []).map((look) => saved.palette[look] ?? {}));
    return [{ bytes: CALL_BYTES + rows * saved.columns * LOOK_BYTES, run: (context) => { rangeIn(sheetIn(context, sheet), range).setCellProperties(properties); } }];
  });
}
