import { success, type Result } from '../../../plan/result';
import type { Explanations } from '../../../plan/explanation';
import type { Finding } from '../../../plan/finding';
import { statusByCode } from '../../../plan/status';
import type { ReadFailure } from '../../../read/source';
import { SHEETS, TABLES } from '../../../sheets/names';
import { PLAN_COLUMNS } from '../../../sheets/planColumns';
import { addTableRows, markCells, selectCell, writeFewCells, type CellMark, type CellWrite } from '../../../workbook/excel/cellAccess';
import { ExcelWorkbook } from '../../../workbook/excel/excelWorkbook';
import { ExcelSession } from '../../../workbook/excel/session';
import type { Book, NodeEdit } from '../../book';
import type { Engine } from '../../engine';
import type { HostTheme, PaneHost, Written } from '../../host';
import type { Ribbon } from '../../ribbon/ribbon';
import { contentOfSheets } from './contentOfSheets';
import { findingChanges } from './findingRows';
import { missing, PANE_KINDS } from './kinds';
import { LiveBook } from './liveBook';
import { officeFacts, officeTheme } from './officeFacts';

/** Language of the sheets: their heads and lists are Dutch, whatever the pane speaks. */
const SHEET_LANGUAGE = 'nl';

/** A user has seen enough frames after this many; the list has them all. */
const MAX_MARKS = 50;

const CHANGED: Written = success({ changed: true });

export interface ExcelHostOptions {
  readonly engine: Engine;
  readonly context: Office.Context;
  readonly ribbon: Ribbon;
  /** Colours and their changes, where Office does not tell its own. */
  readonly fallbackTheme: () => HostTheme;
  readonly onTheme: (listener: () => void) => () => void;
}

/** The pane in Excel: the workbook is the truth, the pane shows it and writes the cells the user changes in it. */
export function createExcelHost({ engine, context, ribbon, fallbackTheme, onTheme }: ExcelHostOptions): PaneHost {
  const workbook = new ExcelWorkbook();
  const session = new ExcelSession();
  const live = new LiveBook(session, engine);
  const marks = new Map<string, CellMark>();
  let revertable = false;

  const theme = (): HostTheme => officeTheme(context.officeTheme) ?? fallbackTheme();

  async function load(): Promise<Result<Book | null, ReadFailure>> {
    const loaded = await live.load();
    if (loaded.ok) revertable = loaded.value !== null && (await workbook.canRevert());
    return loaded;
  }

  /** Writes cells of a row that must still be the row of `key`; a row that moved is looked up again, once. */
  async function writeRow(table: string, key: string, cellsOf: (row: number, columns: ReadonlyMap<string, number>) => readonly CellWrite[], again = true): Promise<Written> {
    const found = live.places?.table(table);
    if (!found || found.keyColumn === null) return missing(PANE_KINDS.tableGone, table);
    const row = found.rows.get(key);
    if (row === undefined) return missing(PANE_KINDS.rowGone, key);
    const writes = cellsOf(row, found.columns);
    const written = await writeFewCells(session, found.sheet, [{ row, column: found.keyColumn, value: key }], writes);
    if (!written.ok) return written;
    if (written.value) {
      live.wrote(found.sheet, writes);
      return CHANGED;
    }
    if (!again) return missing(PANE_KINDS.rowGone, key);
    const reloaded = await live.load();
    return reloaded.ok ? writeRow(table, key, cellsOf, false) : reloaded;
  }

  function nodeCells(book: Book, edit: NodeEdit): readonly (readonly [column: string, value: string | null])[] {
    const { statuses } = book.settings;
    const label = (code: string | null): string | null => (code === null ? null : (statusByCode(statuses, code)?.label ?? code));
    return [
      ...(edit.status === undefined ? [] : [[PLAN_COLUMNS.status, label(edit.status)] as const]),
      ...(edit.text === undefined ? [] : [[PLAN_COLUMNS.evaluation, edit.text === '' ? null : edit.text] as const]),
      ...(edit.parent === undefined ? [] : [[PLAN_COLUMNS.parent, live.codeOf(edit.parent)] as const]),
    ];
  }

  async function apply(book: Book, findings: readonly Finding[], run: Parameters<PaneHost['apply']>[2]): Promise<Written> {
    const sheets = await engine.sheets({ book, findings, language: SHEET_LANGUAGE });
    const applied = await workbook.apply(sheets, run);
    if (!applied.ok) return applied;
    marks.clear();
    const { changed, created, updated } = applied.value;
    if (!changed) return success({ changed });
    const loaded = updated.length === 0 ? await live.take(contentOfSheets(sheets)) : await live.load();
    if (!loaded.ok) return loaded;
    revertable = true;
    if (!created.includes(SHEETS.start)) return CHANGED;
    const shown = await selectCell(session, SHEETS.start, 0, 0);
    return shown.ok ? CHANGED : shown;
  }

  async function saveFindings(findings: readonly Finding[], explanations: Explanations): Promise<Written> {
    const { book, content, places } = live;
    const table = places?.table(TABLES.findings);
    if (!book || !content) return missing(PANE_KINDS.noReport);
    if (!table) return missing(PANE_KINDS.tableGone, SHEETS.findings);
    const isNew = findings.some(({ key }) => !table.rows.has(key));
    const specs = isNew ? await engine.sheets({ book: { ...book, explanations }, findings, language: SHEET_LANGUAGE }) : [];
    const { writes, added } = findingChanges(content, table, findings, explanations, specs);
    if (writes.length === 0 && added.length === 0) return success({ changed: false });
    const written = writes.length === 0 ? success(true) : await writeFewCells(session, table.sheet, [], writes);
    if (!written.ok) return written;
    live.wrote(table.sheet, writes);
    if (added.length > 0) {
      const grown = await addTableRows(session, TABLES.findings, added);
      if (!grown.ok) return grown;
      const refreshed = await live.refresh([table.sheet]);
      if (!refreshed.ok) return refreshed;
    }
    return CHANGED;
  }

  return {
    kind: 'excel',
    facts: () => officeFacts(context),
    theme,
    load,
    apply,
    canRevert: () => revertable,
    revert: async () => {
      const reverted = await workbook.revert();
      marks.clear();
      return reverted.ok ? load() : reverted;
    },
    editNode: (id, edit) => {
      const { book } = live;
      if (!book) return Promise.resolve(missing(PANE_KINDS.noReport));
      return writeRow(TABLES.plan, id, (row, columns) =>
        nodeCells(book, edit).flatMap(([name, value]) => {
          const column = columns.get(name);
          return column === undefined ? [] : [{ row, column, value }];
        }),
      );
    },
    saveFindings,
    saveSettings: async (settings) => {
      const { book } = live;
      if (!book) return missing(PANE_KINDS.noReport);
      const findings = await engine.check(book.document, settings, SHEET_LANGUAGE);
      return apply({ ...book, settings }, findings, { report: () => undefined, signal: new AbortController().signal });
    },
    show: async (place, check) => {
      const cell = live.places?.cellOf(place, check);
      if (!cell) return missing(PANE_KINDS.rowGone, place.node ?? place.schema ?? String(place.line ?? ''));
      live.expectSelection(cell);
      return selectCell(session, cell.sheet, cell.row, cell.column);
    },
    mark: (fresh, all) => {
      const keys = new Set(all.map(({ key }) => key));
      const gone = [...marks].filter(([key]) => !keys.has(key));
      const found = fresh.filter(({ severity }) => severity !== 'info').slice(0, MAX_MARKS).flatMap((finding): readonly (readonly [string, CellMark])[] => {
        const cell = live.places?.markableCell(finding);
        return cell ? [[finding.key, cell]] : [];
      });
      for (const [key] of gone) marks.delete(key);
      for (const [key, cell] of found) marks.set(key, cell);
      if (gone.length === 0 && found.length === 0) return Promise.resolve(success(undefined));
      return markCells(session, found.map(([, cell]) => cell), gone.map(([, cell]) => cell).filter((cell) => ![...marks.values()].some((other) => sameCell(cell, other))));
    },
    download: null,
    watch: (listener) => {
      const stopTheme = onTheme(() => {
        listener({ kind: 'themed', theme: theme() });
      });
      const stopRibbon = ribbon.listen((command) => {
        listener({ kind: 'commanded', command });
      });
      const stopSheets = live.watch(listener);
      return () => {
        stopTheme();
        stopRibbon();
        stopSheets();
      };
    },
  };
}

const sameCell = (one: CellMark, other: CellMark): boolean => one.sheet === other.sheet && one.row === other.row && one.column === other.column;
