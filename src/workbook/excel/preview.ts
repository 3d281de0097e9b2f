import { cellAddress } from '../../sheets/address';
import type { SheetSpec } from '../../sheets/spec';
import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { sheetUpdate, type SheetUpdate } from './diff/sheetUpdate';
import { MovedTable } from './diff/restructuring';
import type { Content } from './read/fingerprint';
import { contentAt, type LiveSheet } from './read/liveSheet';
import type { Layout } from './diff/layout';
import { isNothing, type SheetChange, type WorkbookUpdate } from './workbookUpdate';
import { prepareImport } from './applySheets';
import type { ExcelSession } from './request/session';
import { isFormulaText } from './write/looseFormulas';
import { wantedSheet } from './write/wanted';

/** A cell that someone changed since it was written, with what an import would put there; null when its row goes. */
export interface OverwrittenEdit {
  readonly sheet: string;
  readonly address: string;
  readonly now: Content;
  readonly becomes: Content | null;
}

/** What an import would do to the workbook, found by comparing what it would write with what stands there, cell by cell. */
export interface ImportPreview {
  /** false: not one cell, look or sheet that users see would be touched. */
  readonly changes: boolean;
  /** Cells that hold something now and would hold something else. */
  readonly cells: number;
  readonly edits: readonly OverwrittenEdit[];
  /** Sheets that would be put out of sight. */
  readonly hidden: readonly string[];
}

interface Overwrite {
  readonly row: number;
  readonly column: number;
  readonly becomes: Content;
}

/** Cells of the sheet as it is now that get another content. */
function overwrites({ restructuring, placement: { target }, writes }: SheetUpdate): Overwrite[] {
  const found: Overwrite[] = [];
  for (let row = 0; row < target.rows; row += 1) {
    const from = restructuring.rowFrom[row];
    if (from === null || from === undefined) continue;
    for (let column = 0; column < target.columns; column += 1) {
      const at = writes(row, column) ? restructuring.columnFrom(row, column) : null;
      if (at !== null) found.push({ row: from, column: at, becomes: target.cellAt(row, column)?.content ?? '' });
    }
  }
  return found;
}

const key = (row: number, column: number): string => `${row},${column}`;

/** What users made of a sheet since it was written: cells that differ, and rows that were not there. */
interface Edited {
  readonly cells: ReadonlySet<string>;
  readonly rows: ReadonlySet<number>;
}

function editsSince(written: SheetSpec | undefined, live: LiveSheet, layout: Layout | null): Edited | null {
  if (written === undefined) return null;
  try {
    const back = sheetUpdate(wantedSheet(written), live, layout);
    return {
      cells: new Set(overwrites(back).map(({ row, column }) => key(row, column))),
      rows: new Set(back.restructuring.removed),
    };
  } catch (error) {
    if (error instanceof MovedTable) return null;
    throw error;
  }
}

/** Cells of a row that goes: what was edited, what stands in a row or column of the user's own. */
function lostCells(live: LiveSheet, row: number, edited: Edited, ours: ReadonlySet<number>): OverwrittenEdit[] {
  return (live.content[row] ?? []).flatMap((now, column): OverwrittenEdit[] =>
    now !== '' &&
    (!ours.has(column) || edited.cells.has(key(row, column)) || (edited.rows.has(row) && !isFormulaText(now)))
      ? [{ sheet: live.found.name, address: cellAddress(row, column), now, becomes: null }]
      : [],
  );
}

/** Columns of the sheet, as it is, that the spec writes in. */
function ownColumnsOf({ placement: { target }, restructuring }: SheetUpdate): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const { row, keys } of target.tables)
    for (let column = 0; column < target.columns; column += 1) {
      const from = keys.length > 0 && target.cellAt(row + 1, column) ? restructuring.columnFrom(row + 1, column) : null;
      if (from !== null) columns.add(from);
    }
  return columns;
}

/** What is kept on a sheet that is never shown is ours alone. */
const isSeen = ({ laidOut: { spec } }: SheetChange): boolean => spec.visibility === 'visible';

function editsLost(update: WorkbookUpdate, written: readonly SheetSpec[] | null): OverwrittenEdit[] {
  return update.updates.filter(isSeen).flatMap(({ live, layout, update: change }): OverwrittenEdit[] => {
    const edited =
      written &&
      editsSince(
        written.find(({ name }) => name === change.name),
        live,
        layout,
      );
    const changed = overwrites(change)
      .filter(({ row, column }) => !edited || edited.cells.has(key(row, column)) || edited.rows.has(row))
      .map(({ row, column, becomes }): OverwrittenEdit => ({
        sheet: live.found.name,
        address: cellAddress(row, column),
        now: contentAt(live, row, column),
        becomes,
      }));
    const ours = ownColumnsOf(change);
    const everything: Edited = { cells: new Set(), rows: new Set(change.restructuring.removed) };
    return [
      ...changed,
      ...change.restructuring.removed.flatMap((row) => lostCells(live, row, edited ?? everything, ours)),
    ];
  });
}

/**
 * Compares what an import would write with what stands there; writes nothing. `written` are the sheets of the last import, by which edits are told from
 * what was written; null when that is not known, and every cell that would be overwritten counts as an edit.
 */
export async function previewImport(
  session: ExcelSession,
  specs: readonly SheetSpec[],
  written: readonly SheetSpec[] | null,
): Promise<Result<ImportPreview, ReadFailure>> {
  const started = await prepareImport(session, specs);
  if (!started.ok) return started;
  const { plan } = started.value;
  return success({
    changes: !isNothing({ ...plan, updates: plan.updates.filter(isSeen) }),
    cells: plan.updates.filter(isSeen).reduce((sum, { update }) => sum + update.overwritten, 0),
    edits: editsLost(plan, written),
    hidden: plan.retired.map(({ name }) => name),
  });
}
