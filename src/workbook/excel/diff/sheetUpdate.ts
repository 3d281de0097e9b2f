import { rangeIn, sheetIn } from '../request/ranges';
import type { WantedSheet } from '../write/wanted';
import type { RangeSpec } from '../../../sheets/spec';
import { keyColumn, ownColumns, placesOf, type Layout } from './layout';
import { tableNameAt, type LiveSheet } from '../read/liveSheet';
import { clearOldValidations, partUpdates } from './parts';
import { groupCells } from '../request/rectangles';
import { placeSpec, sameContent, type Placement } from './placement';
import { CALL_BYTES, type Phases, type Step } from '../request/steps';
import { expectedContent, restructure, type KeyOf, type Restructuring } from './restructuring';
import { sameName } from '../read/survey';
import type { SheetTarget } from './target';
import { lookSteps, numberFormatSteps, type CellAt } from '../write/cells';

import { contentSteps } from './contentSteps';
import { looksOf, type Looks } from './changedLooks';

/** What a sheet that is there must undergo, and what of it is touched (in rows of the sheet as it is now). */
export interface SheetUpdate {
  readonly name: string;
  readonly phases: Phases;
  /** Rows whose cells get another content or look, or that go. */
  readonly touchedRows: readonly number[];
  /** Rows or columns come or go. */
  readonly restructures: boolean;
  readonly restructuring: Restructuring;
  readonly placement: Placement;
  /** Tells, in places of the target, which cells get another content. */
  readonly writes: (row: number, column: number) => boolean;
  /** Cells of the user that get another content, for the preview; at most MAX_NAMED. */
  readonly overwritten: number;
}

export const keyOfLayout =
  (laidOut: WantedSheet, layout: Layout | null): KeyOf =>
  (table, headers) => {
    const spec = laidOut.spec.tables.find(({ name }) => sameName(name, table));
    return keyColumn(
      headers,
      ownColumns(layout, table).length > 0 ? ownColumns(layout, table) : (spec?.columns.map(({ name }) => name) ?? []),
    );
  };

function writeMask(live: LiveSheet, target: SheetTarget, restructuring: Restructuring): Set<number>[] {
  return Array.from({ length: target.rows }, (_, row) => {
    const columns = new Set<number>();
    for (let column = 0; column < target.columns; column += 1) {
      const cell = target.cellAt(row, column);
      if (cell === null) continue;
      const expected = expectedContent(live, restructuring, row, column);
      const table =
        target.tables.find((one) => row >= one.row && row <= one.row + one.keys.length + 1)?.name ??
        tableNameAt(live, row, column);
      if (expected === undefined || !sameContent(expected, cell.content, table)) columns.add(column);
    }
    return columns;
  });
}

const cellKey = (row: number, column: number): string => `${row},${column}`;

function clearSteps(sheet: string, cells: readonly (readonly [number, number])[]): Step[] {
  const wanted = new Set(cells.map(([row, column]) => cellKey(row, column)));
  const rows = Math.max(0, ...cells.map(([row]) => row + 1));
  const columns = Math.max(0, ...cells.map(([, column]) => column + 1));
  return groupCells(rows, columns, (row, column) => (wanted.has(cellKey(row, column)) ? true : undefined)).flatMap(
    ({ ranges }) =>
      ranges.map((range): Step => ({
        bytes: 2 * CALL_BYTES,
        run: (context) => {
          const cellsOf = rangeIn(sheetIn(context, sheet), range);
          cellsOf.clear('Contents');
          cellsOf.style = 'Normal';
        },
      })),
  );
}

const normalSteps = (sheet: string, target: SheetTarget, normal: Looks['normal']): Step[] =>
  groupCells(target.rows, target.columns, normal).flatMap(({ ranges }) =>
    ranges.map((range: RangeSpec): Step => ({
      bytes: CALL_BYTES,
      run: (context) => {
        rangeIn(sheetIn(context, sheet), range).style = 'Normal';
      },
    })),
  );

/**
 * Plans what makes a sheet that is there what the spec says, touching no cell that is so already and none that is not ours. Throws MovedTable
 * when the user moved a table as a whole.
 */
export function sheetUpdate(laidOut: WantedSheet, live: LiveSheet, layout: Layout | null): SheetUpdate {
  const name = live.found.name;
  const placement = placeSpec(laidOut, live, layout);
  const { target } = placement;
  const keyOf = keyOfLayout(laidOut, layout);
  const restructuring = restructure(live, target, layout ? placesOf(layout) : [], keyOf);
  const looks = looksOf(live, target, layout, keyOf, restructuring);
  const mask = writeMask(live, target, restructuring);
  const writes = (row: number, column: number): boolean => mask[row]?.has(column) ?? false;
  const dressed: CellAt = (row, column) => {
    if (!writes(row, column) && looks.style(row, column) === undefined) return null;
    const cell = target.cellAt(row, column);
    return cell === null || cell.numberFormat === null
      ? null
      : { content: cell.content, isFormula: false, numberFormat: cell.numberFormat, style: null };
  };
  const contents = contentSteps(name, target, writes);
  const parts = partUpdates(laidOut.spec, layout, placement, restructuring, live);
  const touched = new Set(restructuring.removed);
  // Rows and columns that come and go take the looks of their cells along, and the way back may let others go than the way here.
  if (restructuring.changes)
    for (const { range } of live.tables)
      for (let row = range.row; row < range.row + range.rows; row += 1) touched.add(row);
  for (let row = 0; row < target.rows; row += 1) {
    const from = restructuring.rowFrom[row];
    if (from === null || from === undefined) continue;
    let any = (mask[row]?.size ?? 0) > 0;
    for (let column = 0; !any && column < target.columns; column += 1)
      any = looks.style(row, column) !== undefined || looks.normal(row, column) === true;
    if (any) touched.add(from);
  }
  const shift =
    live.tables.length > 0
      ? Math.max(0, ...live.tables.map(({ range }) => range.row + range.rows)) -
        Math.max(0, ...target.tables.map(({ row, keys, totals }) => row + 1 + keys.length + (totals ? 1 : 0)))
      : 0;
  for (const [row] of looks.cleared) touched.add(restructuring.rowFrom[row] ?? row + shift);
  return {
    name,
    phases: {
      structure: [...clearOldValidations(laidOut.spec, layout, live, restructuring.changes), ...restructuring.steps],
      constants: [
        ...normalSteps(name, target, looks.normal),
        ...numberFormatSteps(name, target.rows, target.columns, dressed, 'full'),
        ...contents.constants,
      ],
      formulas: contents.formulas,
      looks: [
        ...lookSteps(name, target.rows, target.columns, looks.style, 'full'),
        ...clearSteps(name, looks.cleared),
        ...parts,
      ],
    },
    touchedRows: [...touched].sort((left, right) => left - right),
    restructures: restructuring.changes,
    restructuring,
    placement,
    writes,
    overwritten: mask.reduce((sum, columns, row) => sum + (restructuring.rowFrom[row] === null ? 0 : columns.size), 0),
  };
}
