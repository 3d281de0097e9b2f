import { here, whole } from './formulas';

/**
 * Hidden columns that say where a row and everything below it stand in their table: the place of the row, from 1, how many rows they are, and
 * the place of the last; 0 when they do not stand together. Every formula of the row needs them, so their names are short.
 */
export const SUBTREE_COLUMNS = { rank: 'Rang', row: 'Rij', rows: 'Rijen', last: 'Laatste' } as const;
const C = SUBTREE_COLUMNS;

/**
 * A table of nodes that knows the path of each row: a column per level with the code the row stands under there, its own at its own rank.
 * `paths`: the first and last of those columns, side by side; null when the table has no levels.
 */
export interface PathTable {
  readonly name: string;
  readonly key: string;
  readonly paths: readonly [first: string, last: string] | null;
  /** The column users name the row above in; null where the paths themselves are constants. */
  readonly parent: string | null;
}

/** A column, or the path column of the row's own rank, from one row of the table to another; the whole of it without rows. */
function cellsOf(
  { name, key, paths }: PathTable,
  column: string | null,
  rows?: { readonly from: string; readonly to: string },
): string {
  const rank = here(name, C.rank);
  const range =
    column !== null ? whole(name, column) : paths ? `${name}[[${paths[0]}]:[${paths[1]}]]` : whole(name, key);
  const ofRank = column === null && paths ? `,${rank}` : '';
  if (!rows) return ofRank === '' ? range : `INDEX(${range},0${ofRank})`;
  return `INDEX(${range},${rows.from}${ofRank}):INDEX(${range},${rows.to}${ofRank})`;
}

/** Where the row itself stands; 0 when it has no code. */
export const rowPlaceFormula = ({ name, key }: PathTable): string =>
  `IF(${here(name, key)}="",0,ROW()-ROW(${name}[[#Headers],[${key}]]))`;

/**
 * How many rows bear its code in the column of the path for its rank: the row itself and everything below. Most rows have none below, which is
 * quick to see in the column that names the row above. A row with parts that its path does not lead to, such as one of its own level, counts
 * two, so that it stands apart from them.
 */
export function rowsFormula(table: PathTable): string {
  const { name, key, parent } = table;
  const all = `COUNTIFS(${below(table)})`;
  const rows =
    parent === null ? `MAX(1,${all})` : `IF(COUNTIFS(${whole(name, parent)},${here(name, key)})=0,1,MAX(2,${all}))`;
  return `IF(${here(name, C.row)}=0,0,${rows})`;
}

/** The last of those rows while they stand together, the row itself first; 0 when a user sorted them apart. */
export function lastRowFormula(table: PathTable): string {
  const { name, key } = table;
  const [first, rows] = [here(name, C.row), here(name, C.rows)];
  const end = `${first}+${rows}-1`;
  const together = `COUNTIFS(${cellsOf(table, null, { from: first, to: end })},${here(name, key)})=${rows}`;
  return `IF(${rows}<2,${first},IF(${end}>ROWS(${whole(name, key)}),0,IF(${together},${end},0)))`;
}

/** Cells of a column from the row itself to the last one below. */
const blockOf = (table: PathTable, column: string): string =>
  cellsOf(table, column, { from: here(table.name, C.row), to: here(table.name, C.last) });

/** The row and everything below it, wherever they stand, as a condition of SUMIFS and COUNTIFS. */
const below = (table: PathTable): string => `${cellsOf(table, null)},${here(table.name, table.key)}`;

/** Sum of a column over the row and everything below it. Only for rows that are in the table themselves. */
export const sumBelow = (table: PathTable, column: string): string =>
  `IF(${here(table.name, C.last)}=0,SUMIFS(${whole(table.name, column)},${below(table)}),SUM(${blockOf(table, column)}))`;

/** Any number: criteria such as "<>" would count the empty texts of formulas as well. */
export const IS_NUMBER = '">-1E+99"';

/** How many numbers a column holds over the row and everything below it. Only for rows that are in the table themselves. */
export const countBelow = (table: PathTable, column: string): string =>
  `IF(${here(table.name, C.last)}=0,COUNTIFS(${below(table)},${whole(table.name, column)},${IS_NUMBER}),COUNT(${blockOf(table, column)}))`;

/** Pairs of a column and what its cells must hold, as COUNTIFS takes it. */
type Wanted = readonly (readonly [column: string, criterion: string])[];

const countIn = (wanted: Wanted, cells: (column: string) => string): string =>
  `COUNTIFS(${wanted.map(([column, criterion]) => `${cells(column)},${criterion}`).join(',')})`;

/** How many rows of the table hold what they must. */
export const countRows = ({ name }: Pick<PathTable, 'name'>, wanted: Wanted): string =>
  countIn(wanted, (column) => whole(name, column));

/** The same among the rows below, when only those can hold it: rows that were sorted apart are looked for in the whole table. */
export const countRowsBelow = (table: PathTable, wanted: Wanted): string =>
  `IF(${here(table.name, C.last)}=0,${countRows(table, wanted)},${countIn(wanted, (column) => blockOf(table, column))})`;

/**
 * How many rows at or below the row of one code hold what they must, for a formula elsewhere; 0 when the table does not have the code.
 * `top`: the column of the path it stands in.
 */
export function countRowsUnder(table: PathTable, code: string, top: string, wanted: Wanted): string {
  const place = `MATCH(${code},${whole(table.name, table.key)},0)`;
  const last = `INDEX(${whole(table.name, C.last)},${place})`;
  const together = countIn(wanted, (column) => cellsOf(table, column, { from: place, to: last }));
  return `IFERROR(IF(${last}=0,${countRows(table, [...wanted, [top, code]])},${together}),0)`;
}

/** Where a row and those below it stand, as the formulas find it. */
export interface SubtreePlace {
  readonly row: number;
  readonly rows: number;
  readonly last: number;
}

/** A row as the formulas see it; `rank`: place of the row's own code in its path, from 1. Codes differ. */
export interface PathRow {
  readonly key: string;
  readonly path: readonly (string | null)[];
  readonly rank: number;
  /** Does the column that names the row above name this one anywhere? false in a table that has no such column. */
  readonly hasParts: boolean;
}

/** What the formulas give for these rows. */
export function subtreePlaces(rows: readonly PathRow[]): readonly SubtreePlace[] {
  const found = new Map<string, { readonly first: number; readonly rows: number; readonly end: number }>();
  const keyAt = (path: readonly (string | null)[], rank: number): string => `${rank} ${path[rank - 1] ?? ''}`;
  rows.forEach(({ path }, index) =>
    path.forEach((_, at) => {
      const key = keyAt(path, at + 1);
      const known = found.get(key) ?? { first: index + 1, rows: 0, end: 0 };
      found.set(key, { ...known, rows: known.rows + 1, end: index + 1 });
    }),
  );
  return rows.map(({ path, rank, key, hasParts }, index): SubtreePlace => {
    const row = index + 1;
    const place = path[rank - 1] === key ? found.get(keyAt(path, rank)) : undefined;
    if (!place || place.rows === 1) return hasParts ? { row, rows: 2, last: 0 } : { row, rows: 1, last: row };
    return { row, rows: place.rows, last: place.first === row && place.end - row < place.rows ? place.end : 0 };
  });
}
