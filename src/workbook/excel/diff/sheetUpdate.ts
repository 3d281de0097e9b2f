import { fill, rangeIn, sheetIn } from '../request/ranges';
import { type WantedSheet } from '../write/wanted';
import type { RangeSpec } from '../../../sheets/spec';
import type { StyleName } from '../../../sheets/style';
import type { Content } from '../read/fingerprint';
import { hasRelativeReference } from '../read/formulaText';
import { keyColumn, ownColumns, placesOf, styleAt, type Layout } from './layout';
import { contentAt, tableNameAt, type LiveSheet } from '../read/liveSheet';
import { clearOldValidations, partUpdates } from './parts';
import { constantSteps } from '../write/cells';
import { heldCells, looseCells, looseColumns, plainContent, type Cell } from '../write/looseFormulas';
import { groupCells } from '../request/rectangles';
import { placeSpec, sameContent, type Placement } from './placement';
import { CALL_BYTES, type Phases, type Step } from '../request/steps';
import { expectedContent, restructure, type KeyOf, type Restructuring } from './restructuring';
import { sameName } from '../read/survey';
import type { SheetTarget } from './target';
import { arraySteps, lookSteps, numberFormatSteps, typedText, type CellAt } from '../write/cells';

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

/** Row of the old layout that a row of the sheet was written from; null for a row of the user's. */
function oldRows(live: LiveSheet, layout: Layout, keyOf: KeyOf): (row: number) => number | null {
  const rows = new Map<number, number>();
  let liveEnd = 0;
  let oldEnd = 0;
  for (const table of live.tables) {
    const old = layout.parts.tables.find(({ name }) => sameName(name, table.name));
    if (old === undefined) continue;
    for (let row = liveEnd; row < table.range.row; row += 1) rows.set(row, oldEnd + row - liveEnd);
    rows.set(table.range.row, old.range.row);
    const places = new Map<string, number[]>();
    (layout.keys[old.name] ?? []).forEach((key, index) =>
      places.set(key, [...(places.get(key) ?? []), old.range.row + 1 + index]),
    );
    const bodyEnd = table.range.row + table.range.rows - (table.totals ? 1 : 0);
    const column = table.range.column + keyOf(table.name, table.headers);
    for (let row = table.range.row + 1; row < bodyEnd; row += 1) {
      const place = places.get(String(contentAt(live, row, column)))?.shift();
      if (place !== undefined) rows.set(row, place);
    }
    oldEnd = old.range.row + old.range.rows;
    liveEnd = table.range.row + table.range.rows;
    if (table.totals && old.totals) rows.set(liveEnd - 1, oldEnd - 1);
  }
  return (row) => rows.get(row) ?? (row >= liveEnd ? oldEnd + row - liveEnd : null);
}

interface Looks {
  readonly style: (row: number, column: number) => StyleName | undefined;
  /** Cells that were ours and are so no longer, in places after the rows and columns moved. */
  readonly cleared: readonly (readonly [row: number, column: number])[];
  readonly normal: (row: number, column: number) => true | undefined;
}

/** Column on the sheet of an old column: what the layout wrote there, by the headers it has now. */
function oldColumnOf(live: LiveSheet, layout: Layout): (row: number, column: number) => number | null {
  const tables = layout.parts.tables.map((old) => {
    const now = live.tables.find(({ name }) => sameName(name, old.name));
    const names = old.columns.map(({ name }) => name.toLowerCase());
    return { old, now, indexes: now?.headers.map((header) => names.indexOf(header.toLowerCase())) ?? [] };
  });
  return (row, column) => {
    const home =
      tables.find(({ now }) => now && row >= now.range.row && row < now.range.row + now.range.rows) ??
      (tables.length === 1 ? tables[0] : undefined);
    if (!home?.now) return column;
    const index = column - home.now.range.column;
    if (index < 0) return column;
    if (index < home.indexes.length) {
      const place = home.indexes[index] ?? -1;
      return place < 0 ? null : home.old.range.column + place;
    }
    return column - home.indexes.length + home.old.columns.length;
  };
}

function looksOf(
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

/** Constants as values, formulas as formulas; a rectangle of one formula that does not shift costs one call. */
export function contentSteps(
  sheet: string,
  target: SheetTarget,
  writes: (row: number, column: number) => boolean,
): Pick<Phases, 'constants' | 'formulas'> {
  const constant = groupCells(target.rows, target.columns, (row, column) =>
    writes(row, column) && target.cellAt(row, column)?.isFormula === false ? true : undefined,
  );
  const other = groupCells(target.rows, target.columns, (row, column) => {
    const cell = writes(row, column) ? target.cellAt(row, column) : null;
    if (!cell || cell.isFormula === false) return undefined;
    return cell.isFormula && typeof cell.content === 'string' && !hasRelativeReference(cell.content)
      ? cell.content
      : '';
  });
  const typed = (row: number, column: number): Content | null => {
    const content = target.cellAt(row, column)?.content ?? null;
    return content === null ? null : typedText(content);
  };
  const { placeholders, held } = looseWrites(target, writes);
  return {
    constants: [
      ...constant.flatMap(({ ranges }) => ranges).flatMap((range) => arraySteps(sheet, range, typed, 'values')),
      ...placeholders.flatMap((range) => arraySteps(sheet, range, () => 0, 'values')),
      ...constantSteps(sheet, held, 0),
    ],
    formulas: [
      ...other.flatMap(({ key, ranges }) =>
        ranges.flatMap((range): Step[] =>
          key === '' || range.rows * range.columns === 1
            ? arraySteps(sheet, range, typed, 'formulas')
            : [
                {
                  bytes: CALL_BYTES + key.length,
                  run: (context) => {
                    fill(rangeIn(sheetIn(context, sheet), range), 'formulas', key);
                  },
                },
              ],
        ),
      ),
      ...constantSteps(sheet, held, ''),
    ],
  };
}

/** Loose formulas that will be written in tables: the cells that hold a constant first, and those that do so until the formulas stand. */
function looseWrites(
  target: SheetTarget,
  writes: (row: number, column: number) => boolean,
): { readonly placeholders: readonly RangeSpec[]; readonly held: readonly Cell[] } {
  const contentAt = (row: number, column: number): Content | null => plainContent(target.cellAt(row, column));
  const columns = looseColumns(
    target.tables.map(({ row, column, keys, headers }) => ({
      row: row + 1,
      column,
      rows: keys.length,
      columns: headers.length,
    })),
    contentAt,
  );
  const loose = looseCells(columns, contentAt);
  const written = (row: number, column: number): boolean => loose(row, column) && writes(row, column);
  return {
    placeholders: groupCells(target.rows, target.columns, (row, column) => written(row, column) || undefined).flatMap(
      ({ ranges }) => ranges,
    ),
    held: heldCells(columns, contentAt, written),
  };
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
