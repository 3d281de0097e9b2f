import type { StyleName } from '../../../sheets/style';
import { styleAt, type Layout } from './layout';
import type { LiveSheet } from '../read/liveSheet';
import type { KeyOf, Restructuring } from './restructuring';
import type { SheetTarget } from './target';

import { oldColumnOf, oldRows } from './oldPlaces';

/** Looks that differ between a sheet as it was last written and as it must become. */

export interface Looks {
  readonly style: (row: number, column: number) => StyleName | undefined;
  /** Cells that were ours and are so no longer, in places after the rows and columns moved. */
  readonly cleared: readonly (readonly [row: number, column: number])[];
  readonly normal: (row: number, column: number) => true | undefined;
}

export function looksOf(
  live: LiveSheet,
  target: SheetTarget,
  layout: Layout | null,
  keyOf: KeyOf,
  { rowFrom, columnFrom, removed }: Restructuring,
): Looks {
  const oldRow = layout ? oldRows(live, layout, keyOf) : () => null;
  const oldColumn = layout ? oldColumnOf(live, layout) : () => null;
  const before = (row: number, column: number): StyleName | '' | null => {
    const from = rowFrom[row];
    const at = columnFrom(row, column);
    if (from === null || from === undefined || at === null || !layout) return null;
    const [line, place] = [oldRow(from), oldColumn(from, at)];
    return line === null || place === null ? null : styleAt(layout, line, place);
  };
  const isNew = (row: number, column: number): boolean => rowFrom[row] === null || columnFrom(row, column) === null;
  return {
    style: (row, column) => {
      const cell = target.cellAt(row, column);
      return cell?.style && before(row, column) !== cell.style ? cell.style : undefined;
    },
    normal: (row, column) => {
      const cell = target.cellAt(row, column);
      const was = before(row, column);
      return cell && !cell.style && (isNew(row, column) || (was !== null && was !== '')) ? true : undefined;
    },
    cleared: layout ? clearedCells(live, target, layout, oldRow, oldColumn, { rowFrom, columnFrom, removed }) : [],
  };
}

/** What was ours, is still on the sheet, and is in no block any more. */
function clearedCells(
  live: LiveSheet,
  target: SheetTarget,
  layout: Layout,
  oldRow: (row: number) => number | null,
  oldColumn: (row: number, column: number) => number | null,
  { rowFrom, columnFrom, removed }: Pick<Restructuring, 'rowFrom' | 'columnFrom' | 'removed'>,
): [number, number][] {
  const gone = new Set(removed);
  const rowTo = new Map(rowFrom.flatMap((from, row): [number, number][] => (from === null ? [] : [[from, row]])));
  const liveEnd = Math.max(0, ...live.tables.map(({ range }) => range.row + range.rows));
  const targetEnd = Math.max(
    0,
    ...target.tables.map(({ row, keys, totals }) => row + 1 + keys.length + (totals ? 1 : 0)),
  );
  const found: [number, number][] = [];
  const lastRow = Math.max(live.rows, layout.rows.length + liveEnd);
  for (let from = 0; from < lastRow; from += 1) {
    const line = oldRow(from);
    if (gone.has(from) || line === null || line >= layout.rows.length) continue;
    const row = rowTo.get(from) ?? (from >= liveEnd ? targetEnd + from - liveEnd : undefined);
    if (row === undefined) continue;
    const columns = Math.max(target.columns, live.columns, layout.patterns[layout.rows[line] ?? 0]?.length ?? 0);
    for (let column = 0; column < columns; column += 1) {
      const at = columnFrom(row, column);
      const place = at === null ? null : oldColumn(from, at);
      if (place !== null && styleAt(layout, line, place) !== null && target.cellAt(row, column) === null)
        found.push([row, column]);
    }
  }
  return found;
}
