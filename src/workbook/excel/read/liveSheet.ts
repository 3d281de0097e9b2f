import { packed } from '../request/steps';
import { rangeIn, sheetIn } from '../request/ranges';
import { CELLS_PER_READ } from '../request/limits';
import type { RangeSpec } from '../../../sheets/spec';
import type { Content } from './fingerprint';
import { fingerprintOf } from './fingerprint';
import { ExcelError, type ExcelSession } from '../request/session';
import { rangeOfAddress, sameName, type FoundSheet, type FoundTable, type Survey } from './survey';

/** A sheet as it stands now: what is typed in its cells from A1 on, and its tables from top to bottom. */
export interface LiveSheet {
  readonly found: FoundSheet;
  readonly rows: number;
  readonly columns: number;
  /** Formulas with their `=`, values, '' for empty. */
  readonly content: readonly (readonly Content[])[];
  readonly tables: readonly LiveTable[];
}

export interface LiveTable extends FoundTable {
  readonly headers: readonly string[];
}

const tableAt = (tables: readonly LiveTable[], row: number, column: number): string =>
  tables.find(
    ({ range }) =>
      row >= range.row &&
      row < range.row + range.rows &&
      column >= range.column &&
      column < range.column + range.columns,
  )?.name ?? '';

export const contentAt = (live: Pick<LiveSheet, 'content'>, row: number, column: number): Content =>
  live.content[row]?.[column] ?? '';

export const tableNameAt = (live: Pick<LiveSheet, 'tables'>, row: number, column: number): string =>
  tableAt(live.tables, row, column);

/** What stands on the sheet, as one short text. */
export const liveFingerprint = (live: LiveSheet): string =>
  fingerprintOf(
    live.rows,
    live.columns,
    (row, column) => contentAt(live, row, column),
    (row, column) => tableAt(live.tables, row, column),
  );

/** The used part of each sheet, from A1; null for an empty one. */
export const usedRanges = (session: ExcelSession, names: readonly string[]): Promise<(RangeSpec | null)[]> =>
  session.request(
    (context) =>
      names.map((name) => {
        const range = sheetIn(context, name).getUsedRangeOrNullObject(true).untrack();
        range.load('address');
        return range;
      }),
    (ranges) =>
      ranges.map((range) => {
        if (range.isNullObject) return null;
        const { row, column, rows, columns } = rangeOfAddress(range.address);
        return { row: 0, column: 0, rows: row + rows, columns: column + columns };
      }),
  );

interface Piece {
  readonly sheet: number;
  readonly range: RangeSpec;
}

function piecesOf(ranges: readonly (RangeSpec | null)[], cells: number): Piece[] {
  return ranges.flatMap((range, sheet): Piece[] => {
    if (range === null) return [];
    const rows = Math.max(1, Math.floor(cells / range.columns));
    return Array.from({ length: Math.ceil(range.rows / rows) }, (_, index): Piece => ({
      sheet,
      range: { ...range, row: range.row + index * rows, rows: Math.min(rows, range.rows - index * rows) },
    }));
  });
}

type Grid = 'formulas' | 'values' | 'numberFormat';

const readPack = (
  session: ExcelSession,
  names: readonly string[],
  pack: readonly Piece[],
  what: Grid,
): Promise<Content[][][]> =>
  session.request(
    (context) =>
      pack.map(({ sheet, range }) => {
        const cells = rangeIn(sheetIn(context, names[sheet] ?? ''), range);
        cells.load(what);
        return cells;
      }),
    (loaded) => loaded.map((cells) => cells[what] as Content[][]),
  );

const halvesOf = ({ sheet, range }: Piece): Piece[] => {
  const first = Math.ceil(range.rows / 2);
  return [
    { sheet, range: { ...range, rows: first } },
    { sheet, range: { ...range, row: range.row + first, rows: range.rows - first } },
  ];
};

/** Reads a pack; when the answer is too large for Excel, its halves one after the other. */
async function readPackOrHalves(
  session: ExcelSession,
  names: readonly string[],
  pack: readonly Piece[],
  what: Grid,
): Promise<Content[][][]> {
  try {
    return await readPack(session, names, pack, what);
  } catch (error) {
    const tooLarge = error instanceof ExcelError && error.code === 'ResponsePayloadSizeLimitExceeded';
    const [only] = pack;
    if (!tooLarge || only === undefined || (pack.length === 1 && only.range.rows === 1)) throw error;
    const middle = pack.length >> 1;
    const [left, right] =
      pack.length > 1 ? [pack.slice(0, middle), pack.slice(middle)] : halvesOf(only).map((half) => [half]);
    const first = await readPackOrHalves(session, names, left ?? [], what);
    const second = await readPackOrHalves(session, names, right ?? [], what);
    return pack.length > 1 ? [...first, ...second] : [[...first.flat(), ...second.flat()]];
  }
}

/** Reads ranges of sheets as arrays, in as many requests as their size asks for. */
export async function readGrids(
  session: ExcelSession,
  names: readonly string[],
  ranges: readonly (RangeSpec | null)[],
  what: Grid,
): Promise<Content[][][]> {
  const grids: Content[][][] = names.map(() => []);
  const packs = packed(piecesOf(ranges, CELLS_PER_READ), ({ range }) => range.rows * range.columns, CELLS_PER_READ);
  await packs.reduce<Promise<void>>(
    (before, pack) =>
      before.then(async () => {
        const read = await readPackOrHalves(session, names, pack, what);
        pack.forEach(({ sheet }, index) => grids[sheet]?.push(...(read[index] ?? [])));
      }),
    Promise.resolve(),
  );
  return grids;
}

/** Reads sheets with everything typed in them. */
export async function readLiveSheets(
  session: ExcelSession,
  survey: Survey,
  names: readonly string[],
): Promise<LiveSheet[]> {
  if (names.length === 0) return [];
  const used = await usedRanges(session, names);
  const grids = await readGrids(session, names, used, 'formulas');
  return names.map((name, index): LiveSheet => {
    const found = survey.sheets.find((sheet) => sameName(sheet.name, name));
    if (found === undefined) throw new Error(`sheet ${name} is gone`);
    const content = grids[index] ?? [];
    const tables = survey.tables
      .filter((table) => sameName(table.sheet, name))
      .sort((left, right) => left.range.row - right.range.row)
      .map((table): LiveTable => ({
        ...table,
        headers: Array.from({ length: table.range.columns }, (_, at) =>
          String(content[table.range.row]?.[table.range.column + at] ?? ''),
        ),
      }));
    return { found, rows: used[index]?.rows ?? 0, columns: used[index]?.columns ?? 0, content, tables };
  });
}
