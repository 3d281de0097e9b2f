import type { Sheet } from 'hucre/xlsx';
import { parseRange } from '../../../sheets/address';
import { KEY_COLUMN } from '../../../sheets/names';
import { PLAN_COLUMNS } from '../../../sheets/planColumns';
import type { RangeSpec } from '../../../sheets/spec';

/** A table of a sheet in a file: where it stands, and what its heads and keys are. Rows and columns from 0. */
interface FileTable {
  readonly name: string;
  readonly range: RangeSpec;
  readonly heads: readonly string[];
  /** Keys of the rows of the body, by their place; null for rows without one. */
  readonly keys: readonly (string | null)[];
  readonly totals: boolean;
}

const textAt = (sheet: Sheet, row: number, column: number): string => String(sheet.rows[row]?.[column] ?? '');

function tablesOf(sheet: Sheet): readonly FileTable[] {
  return (sheet.tables ?? []).flatMap(({ name, displayName, range: address, showTotalRow }): readonly FileTable[] => {
    const range = address === undefined ? null : parseRange(address);
    if (!range) return [];
    const heads = Array.from({ length: range.columns }, (_, at) => textAt(sheet, range.row, range.column + at));
    const keyAt = heads.indexOf(KEY_COLUMN);
    const totals = showTotalRow === true;
    const body = range.rows - 1 - (totals ? 1 : 0);
    const seen = new Set<string>();
    const codeAt = Math.max(0, heads.indexOf(PLAN_COLUMNS.code));
    const keys = Array.from({ length: body }, (_, at) => {
      const cell = (column: number): string => textAt(sheet, range.row + 1 + at, range.column + column);
      // A row that its user added has no key yet: it will be known by its code.
      const key = keyAt < 0 ? String(at) : cell(keyAt) || cell(codeAt);
      if (key === '' || seen.has(key)) return null;
      seen.add(key);
      return key;
    });
    return [{ name: (displayName ?? name).toLowerCase(), range, heads, keys, totals }];
  });
}

/** A table in the former file and in the new one, with the columns that its user added. */
export interface TablePair {
  readonly name: string;
  readonly old: FileTable;
  readonly new: FileTable;
  /** Heads of the own columns, which stand after the last column of the new table. */
  readonly own: readonly string[];
}

/** A row or column inside, before or after a span. */
const isIn = (at: number, start: number, length: number): boolean => at >= start && at < start + length;

/**
 * Where the cells of a sheet go when it is written anew: rows of tables by their keys, columns by their heads, own columns after the last one,
 * and what stands below or beside a table keeps its distance to it.
 */
export class SheetMapping {
  readonly tables: readonly TablePair[];
  private readonly rows: ReadonlyMap<TablePair, ReadonlyMap<number, number>>;

  constructor(
    readonly old: Sheet,
    readonly fresh: Sheet,
  ) {
    const news = new Map(tablesOf(fresh).map((table) => [table.name, table]));
    this.tables = tablesOf(old).flatMap((table): readonly TablePair[] => {
      const now = news.get(table.name);
      if (!now) return [];
      const known = new Set(now.heads);
      return [{ name: table.name, old: table, new: now, own: table.heads.filter((head) => !known.has(head)) }];
    });
    this.rows = new Map(this.tables.map((pair) => [pair, rowsOf(pair)]));
  }

  /** Where a cell goes; null when its row or column is no longer there. */
  place(row: number, column: number): { readonly row: number; readonly column: number } | null {
    const beside = this.tables.find(({ old }) => isIn(row, old.range.row, old.range.rows));
    if (beside) {
      const to = this.rows.get(beside)?.get(row);
      const at = columnOf(beside, column);
      return to === undefined || at === null ? null : { row: to, column: at };
    }
    const above = this.tables.filter(({ old }) => old.range.row + old.range.rows <= row).at(-1);
    const shift = above ? above.new.range.row + above.new.range.rows - above.old.range.row - above.old.range.rows : 0;
    return { row: row + shift, column };
  }

  /** The table in whose body a cell stands; undefined outside of tables. */
  tableAt(row: number, column: number): TablePair | undefined {
    return this.tables.find(
      ({ old: { range } }) => isIn(row, range.row, range.rows) && isIn(column, range.column, range.columns),
    );
  }
}

function rowsOf({ old, new: now }: TablePair): ReadonlyMap<number, number> {
  const byKey = new Map(now.keys.flatMap((key, at) => (key === null ? [] : [[key, now.range.row + 1 + at] as const])));
  const rows = new Map<number, number>([[old.range.row, now.range.row]]);
  old.keys.forEach((key, at) => {
    const to = key === null ? undefined : byKey.get(key);
    if (to !== undefined) rows.set(old.range.row + 1 + at, to);
  });
  if (old.totals && now.totals) rows.set(old.range.row + old.range.rows - 1, now.range.row + now.range.rows - 1);
  return rows;
}

function columnOf({ old, new: now, own }: TablePair, column: number): number | null {
  const head = old.heads[column - old.range.column];
  if (column < old.range.column) return column;
  if (head === undefined)
    return column + now.range.column + now.range.columns + own.length - old.range.column - old.range.columns;
  const at = now.heads.indexOf(head);
  return at >= 0 ? now.range.column + at : now.range.column + now.range.columns + own.indexOf(head);
}
