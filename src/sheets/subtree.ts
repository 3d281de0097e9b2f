import { here, whole } from './formulas';

/**
 * Hidden columns that say where a row and everything below it stand in their table: places from 1, how many rows they are, and 1 where they do
 * not stand together. Every formula of the row needs them, so their names are short.
 */
export const SUBTREE_COLUMNS = { rank: 'Rang', first: 'Eerste', rows: 'Rijen', last: 'Laatste', apart: 'Los' } as const;
const C = SUBTREE_COLUMNS;

/**
 * A table of nodes that knows the path of each row: a column per level with the code the row stands under there, its own at its own rank.
 * `paths`: the first and last of those columns, side by side; null when the table has no levels.
 */
export interface PathTable {
  readonly name: string;
  readonly key: string;
  readonly paths: readonly [first: string, last: string] | null;
}

/** A column, or the path column of the row's own rank, from one row of the table to another; the whole of it without rows. */
function cellsOf({ name, key, paths }: PathTable, column: string | null, rows?: { readonly from: string; readonly to: string }): string {
  const rank = here(name, C.rank);
  const range = column !== null ? whole(name, column) : paths ? `${name}[[${paths[0]}]:[${paths[1]}]]` : whole(name, key);
  const ofRank = column === null && paths ? `,${rank}` : '';
  if (!rows) return ofRank === '' ? range : `INDEX(${range},0${ofRank})`;
  return `INDEX(${range},${rows.from}${ofRank}):INDEX(${range},${rows.to}${ofRank})`;
}

/**
 * The first row that bears the code of this one in the column of the path for its rank; the row itself when its level is none of the
 * plan, and 0 when it has no code.
 */
export function firstRowFormula(table: PathTable): string {
  const match = (cells: string): string => `MATCH(${here(table.name, table.key)},${cells},0)`;
  const own = `IFERROR(${match(whole(table.name, table.key))},0)`;
  return table.paths ? `IFERROR(${match(cellsOf(table, null))},${own})` : own;
}

/** How many rows bear it: the row itself and everything below. Levels of one plan never nest within themselves. */
export const rowsFormula = (table: PathTable): string =>
  `IF(${here(table.name, C.first)}=0,0,MAX(1,COUNTIFS(${cellsOf(table, null)},${here(table.name, table.key)})))`;

/** The last row to look in: the end of the block while those rows stand together, the end of the table when a user sorted them apart. */
export function lastRowFormula(table: PathTable): string {
  const { name, key } = table;
  const [first, rows] = [here(name, C.first), here(name, C.rows)];
  const end = `${first}+${rows}-1`;
  const together = `COUNTIFS(${cellsOf(table, null, { from: first, to: end })},${here(name, key)})=${rows}`;
  return `IF(${rows}<2,${first},IF(${together},${end},ROWS(${whole(name, key)})))`;
}

/** Cells of a column from the first row below to the last; they hold other rows as well when those below stand apart. */
export const blockOf = (table: PathTable, column: string): string =>
  cellsOf(table, column, { from: here(table.name, C.first), to: here(table.name, C.last) });

/** 1 when rows of others stand between those of the block. */
export const apartFormula = ({ name }: Pick<PathTable, 'name'>): string =>
  `IF(${here(name, C.last)}-${here(name, C.first)}<${here(name, C.rows)},0,1)`;

/** The row and everything below it, wherever they stand, as a condition of SUMIFS and COUNTIFS. */
const below = (table: PathTable): string => `${cellsOf(table, null)},${here(table.name, table.key)}`;

/** Sum of a column over the row and everything below it. Only for rows that are in the table themselves. */
export const sumBelow = (table: PathTable, column: string): string =>
  `IF(${here(table.name, C.apart)}=0,SUM(${blockOf(table, column)}),SUMIFS(${whole(table.name, column)},${below(table)}))`;

/** Any number: criteria such as "<>" would count the empty texts of formulas as well. */
export const IS_NUMBER = '">-1E+99"';

/** How many numbers a column holds over the row and everything below it. Only for rows that are in the table themselves. */
export const countBelow = (table: PathTable, column: string): string =>
  `IF(${here(table.name, C.apart)}=0,COUNT(${blockOf(table, column)}),COUNTIFS(${below(table)},${whole(table.name, column)},${IS_NUMBER}))`;

/** Where rows stand, as the formulas find it. */
export interface SubtreePlace {
  readonly first: number;
  readonly rows: number;
  readonly last: number;
  readonly apart: 0 | 1;
}

/** A row as the formulas see it; `rank`: place of the row's own code in its path, from 1. Codes differ. */
export interface PathRow {
  readonly key: string;
  readonly path: readonly (string | null)[];
  readonly rank: number;
}

/** What the formulas give for these rows. */
export function subtreePlaces(rows: readonly PathRow[]): readonly SubtreePlace[] {
  const found = new Map<string, { first: number; rows: number; end: number }>();
  const keyAt = (path: readonly (string | null)[], rank: number): string => `${rank} ${path[rank - 1] ?? ''}`;
  rows.forEach(({ path }, index) => {
    path.forEach((_, at) => {
      const known = found.get(keyAt(path, at + 1)) ?? { first: index + 1, rows: 0, end: 0 };
      found.set(keyAt(path, at + 1), { ...known, rows: known.rows + 1, end: index + 1 });
    });
  });
  return rows.map(({ path, rank, key }, index) => {
    const place = path[rank - 1] === key ? found.get(keyAt(path, rank)) : undefined;
    if (!place) return { first: index + 1, rows: 1, last: index + 1, apart: 0 };
    const { first, rows: count, end } = place;
    return end - first < count ? { first, rows: count, last: end, apart: 0 } : { first, rows: count, last: rows.length, apart: 1 };
  });
}
