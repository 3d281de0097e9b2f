import { cellAddress } from '../../../sheets/address';
import { contentAt, type LiveSheet } from '../read/liveSheet';
import { sameName } from '../read/survey';
import type { Step } from '../request/steps';
import { numberFormatSteps, type CellAt } from '../write/cells';
import type { WantedSheet } from '../write/wanted';
import { placeSpec, sameContent } from './placement';
import { contentSteps } from './contentSteps';
import type { SheetTarget, TableTarget } from './target';

/** Where a sheet holds something else than it must: what is read after writing, not what was sent, is what an import did. */
export interface WrongSheet {
  readonly target: SheetTarget;
  /** Tables that are not there, or lie otherwise: writing cells again does not mend those. */
  readonly tables: readonly string[];
  /** Columns by row. */
  readonly cells: ReadonlyMap<number, ReadonlySet<number>>;
}

const lies = (live: LiveSheet, { name, row, column, keys, headers, totals }: TableTarget): boolean => {
  const found = live.tables.find((table) => sameName(table.name, name));
  return (
    found?.totals === totals &&
    found.range.row === row &&
    found.range.column === column &&
    found.range.rows === 1 + keys.length + (totals ? 1 : 0) &&
    found.range.columns === headers.length
  );
};

const tableAt = (target: SheetTarget, row: number, column: number): string =>
  target.tables.find(
    (table) =>
      row >= table.row &&
      row <= table.row + table.keys.length + 1 &&
      column >= table.column &&
      column < table.column + table.headers.length,
  )?.name ?? '';

/** Compares a sheet as it is with what it must hold; null when it holds just that. */
export function wrongSheet(wanted: WantedSheet, live: LiveSheet): WrongSheet | null {
  const { target } = placeSpec(wanted, live, null);
  const tables = target.tables.filter((table) => !lies(live, table)).map(({ name }) => name);
  const cells = new Map<number, ReadonlySet<number>>();
  for (let row = 0; row < target.rows; row += 1) {
    const columns = new Set<number>();
    for (let column = 0; column < target.columns; column += 1) {
      const cell = target.cellAt(row, column);
      if (cell && !sameContent(contentAt(live, row, column), cell.content, tableAt(target, row, column)))
        columns.add(column);
    }
    if (columns.size > 0) cells.set(row, columns);
  }
  return tables.length + cells.size > 0 ? { target, tables, cells } : null;
}

export const countOf = ({ tables, cells }: WrongSheet): number =>
  [...cells.values()].reduce((sum, columns) => sum + columns.size, tables.length);

/** The first thing that is wrong, as users name it. */
export function placeOf({ target, tables, cells }: WrongSheet): string {
  const [table] = tables;
  if (table !== undefined) return `${target.name}, ${table}`;
  const [row, columns] = [...cells][0] ?? [0, new Set([0])];
  return `${target.name}!${cellAddress(row, [...columns][0] ?? 0)}`;
}

/** Writes wrong cells once more. */
export function mendSteps({ target, cells }: WrongSheet): Step[] {
  const isWrong = (row: number, column: number): boolean => cells.get(row)?.has(column) ?? false;
  const formatted: CellAt = (row, column) => {
    const cell = isWrong(row, column) ? target.cellAt(row, column) : null;
    return cell?.numberFormat == null
      ? null
      : { content: cell.content, isFormula: false, numberFormat: cell.numberFormat, style: null };
  };
  const { constants, formulas } = contentSteps(target.name, target, isWrong);
  return [...numberFormatSteps(target.name, target.rows, target.columns, formatted, 'full'), ...constants, ...formulas];
}
