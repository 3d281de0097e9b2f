import type { WantedSheet } from '../write/wanted';
import { mergedColumns } from './align';
import { contentText, type Content } from '../read/fingerprint';
import { keysOf, ownColumns, type Layout } from './layout';
import { sameFormula } from '../read/formulaText';
import type { LiveSheet } from '../read/liveSheet';
import { sameName } from '../read/survey';
import type { SheetTarget, TableTarget, TargetCell } from './target';

/** Where a spec finds its columns on a sheet where users have columns of their own. */
export interface Placement {
  readonly target: SheetTarget;
  /** Column on the sheet of a column of the spec. */
  readonly columnOf: (row: number, column: number) => number;
}

interface TableColumns {
  readonly first: number;
  /** Exclusive, in rows of the spec. */
  readonly rows: readonly [from: number, to: number];
  readonly spec: number;
  readonly merged: readonly string[];
  /** Column of the spec -> index in the merged list. */
  readonly places: readonly number[];
}

function columnsOf(laidOut: WantedSheet, live: LiveSheet, layout: Layout | null): TableColumns[] {
  return laidOut.spec.tables.map((table): TableColumns => {
    const wanted = table.columns.map(({ name }) => name);
    const now = live.tables.find(({ name }) => sameName(name, table.name))?.headers ?? wanted;
    const owned = ownColumns(layout, table.name);
    const merged = mergedColumns(now, owned.length > 0 ? owned : wanted, wanted);
    return {
      first: table.range.column,
      rows: [table.range.row, table.range.row + table.range.rows],
      spec: wanted.length,
      merged,
      places: wanted.map((name) => merged.findIndex((one) => sameName(one, name))),
    };
  });
}

function throughTable({ first, spec, merged, places }: TableColumns, column: number): number {
  const index = column - first;
  if (index < 0) return column;
  return index < spec ? first + (places[index] ?? index) : column + merged.length - spec;
}

/** The sheet a spec asks for, among what the user has on it. */
export function placeSpec(laidOut: WantedSheet, live: LiveSheet, layout: Layout | null): Placement {
  const { spec, grid } = laidOut;
  const tables = columnsOf(laidOut, live, layout);
  const columnOf = (row: number, column: number): number => {
    const home =
      tables.find(({ rows: [from, to] }) => row >= from && row < to) ?? (tables.length === 1 ? tables[0] : undefined);
    return home ? throughTable(home, column) : column;
  };
  const cells: (TargetCell | null)[][] = grid.cells.map((line, row) => {
    const placed: (TargetCell | null)[] = [];
    line.forEach((cell, column) => {
      if (cell)
        placed[columnOf(row, column)] = {
          content: cell.content,
          isFormula: cell.isFormula,
          numberFormat: cell.numberFormat,
          style: cell.style,
        };
    });
    return placed;
  });
  const keys = keysOf(laidOut);
  return {
    columnOf,
    target: {
      name: spec.name,
      rows: grid.rows,
      columns: Math.max(grid.columns, ...cells.map((line) => line.length)),
      tables: spec.tables.map((table, index): TableTarget => ({
        name: table.name,
        row: table.range.row,
        column: table.range.column,
        headers: tables[index]?.merged ?? [],
        keys: keys[table.name] ?? [],
        totals: table.totals,
      })),
      cellAt: (row, column) => cells[row]?.[column] ?? null,
    },
  };
}

/** Excel keeps fifteen digits. */
const sameNumber = (now: number, wanted: number): boolean => Math.abs(now - wanted) <= 1e-14 * Math.abs(wanted);

/** True when a cell holds what it must; formulas may be spelled otherwise, and numbers have fifteen digits. */
export function sameContent(now: Content, wanted: Content, table: string): boolean {
  if (now === wanted) return true;
  if (now === '' || wanted === '' || typeof now !== typeof wanted) return false;
  if (typeof now === 'number' && typeof wanted === 'number') return sameNumber(now, wanted);
  if (typeof now !== 'string' || typeof wanted !== 'string') return false;
  return contentText(now, table) === contentText(wanted, table) || sameFormula(now, wanted, table);
}
