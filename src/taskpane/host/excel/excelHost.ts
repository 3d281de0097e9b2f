import { changesOf } from '../../../changes/changesOf';
import type { PlanDocument, PlanNode } from '../../../plan/document';
import { failure, success, type Result } from '../../../plan/result';
import type { Explanations } from '../../../plan/explanation';
import type { Finding } from '../../../plan/finding';
import { statusByCode } from '../../../plan/status';
import { SCHEMA_NAMES } from '../../../plan/vocabulary';
import type { ReadFailure } from '../../../read/source';
import { SHEETS, statementTableName, TABLES } from '../../../sheets/names';
import { LINK_STATE_LABELS } from '../../../sheets/linkLabels';
import { LINK_COLUMNS, LINK_TABLE } from '../../../sheets/linkTable';
import { euro } from '../../../sheets/amounts';
import { PLAN_COLUMNS } from '../../../sheets/planColumns';
import { documentNames, keyIn } from '../../../sheets/ends';
import {
  addTableRows,
  writeCheckedSum,
  isFormula,
  selectCell,
  writeCells,
  type CellWrite,
} from '../../../workbook/excel/write/cellAccess';
import type { SheetSpec } from '../../../sheets/spec';
import { ExcelWorkbook } from '../../../workbook/excel/excelWorkbook';
import type { Edits } from '../../../workbook/excel/undo/revert';
import { EXCEL_KINDS, excelFailure } from '../../../workbook/excel/request/failures';
import { ExcelSession, type SessionOptions } from '../../../workbook/excel/request/session';
import {
  otherDocuments,
  withSettings,
  type Book,
  type FigureEdit,
  type LinkEdit,
  type NodeEdit,
} from '../../ports/book';
import type { Engine, Made } from '../../ports/engine';
import type { Compared, EditLost, HostTheme, Making, PaneHost, Written } from '../../ports/host';
import type { Ribbon } from '../../ribbon/ribbon';
import { contentOfSheets } from './contentOfSheets';
import { findingChanges } from './findingRows';
import { Follower } from './follower';
import { missing, PANE_KINDS } from './kinds';
import { LiveBook } from './liveBook';
import { Marker } from './marker';
import { officeFacts, officeTheme } from './officeFacts';
import type { LiveTable } from './places';
import { Turns } from './turns';

/** Language of the sheets: their heads and lists are Dutch, whatever the pane speaks. */
const SHEET_LANGUAGE = 'nl';

const CHANGED: Written = success({ changed: true });

/** What of the cells that are overwritten is lost: not what goes on in another cell, or in the next list of findings or of changes. */
function isLost(held: Book | null, next: Book): (edit: EditLost) => boolean {
  const told = new Map(changesOf(next.imported, next.document).map((change) => [change.key, change]));
  const kept = new Set(
    [...(held?.cells ?? [])].flatMap(([key, { sheet, address }]) => (told.has(key) ? [`${sheet}!${address}`] : [])),
  );
  // A row that was added has no key yet: it is written anew under the one it gets.
  const words = new Set(
    [...told.values()].flatMap((change) => (change.of === 'added' ? wordsOf(change.node, next.document) : [])),
  );
  return ({ sheet, address, now, becomes }) =>
    sheet !== SHEETS.findings &&
    sheet !== SHEETS.changes &&
    !kept.has(`${sheet}!${address}`) &&
    !(sheet === SHEETS.plan && becomes === null && words.has(String(now)));
}

/** What the cells of a row of the plan say. */
const wordsOf = ({ code, title, level, parent, evaluation }: PlanNode, { nodes }: PlanDocument): readonly string[] =>
  [code, title, level, nodes.find(({ id }) => id === parent)?.code, evaluation?.statusText, evaluation?.text].filter(
    (word) => word !== null && word !== undefined,
  );

export interface ExcelHostOptions {
  readonly engine: Engine;
  readonly context: Office.Context;
  readonly ribbon: Ribbon;
  /** Colours and their changes, where Office does not tell its own. */
  readonly fallbackTheme: () => HostTheme;
  readonly onTheme: (listener: () => void) => () => void;
  readonly saveFile: PaneHost['saveFile'];
  readonly session?: SessionOptions;
}

type Opened = Result<Book | null, ReadFailure>;

/** The pane in Excel: the workbook is the truth, the pane shows it and writes the cells the user changes in it. */
export function createExcelHost({
  engine,
  context,
  ribbon,
  fallbackTheme,
  onTheme,
  saveFile,
  session: options = {},
}: ExcelHostOptions): PaneHost {
  const workbook = new ExcelWorkbook(options);
  const session = new ExcelSession(options);
  const live = new LiveBook(session, engine);
  const follower = new Follower(session, live);
  const marker = new Marker(session, live);
  const turns = new Turns();
  let revertable = false;
  /** The last import was taken back, but what is there now could not be read yet. */
  let revertedUnread = false;

  const theme = (): HostTheme => officeTheme(context.officeTheme) ?? fallbackTheme();

  async function load(): Promise<Opened> {
    // A book that is half written is read as nothing: it must be whole again first.
    const unfinished = await workbook.isUnfinished();
    if (unfinished.ok && unfinished.value) return failure(excelFailure(EXCEL_KINDS.unfinished));
    const loaded = await live.load();
    if (loaded.ok) revertable = loaded.value !== null && (await workbook.canRevert());
    return loaded;
  }

  /** Work on the book as it is now, one piece at a time; a piece that failed may have been done all the same, so its sheet is read again. */
  const onBook = <T>(work: (book: Book) => Promise<Result<T, ReadFailure>>): Promise<Result<T, ReadFailure>> =>
    turns.take(async () => {
      const current = await follower.current();
      if (!current.ok) return current;
      if (current.value === null) return missing(PANE_KINDS.noReport);
      return work(current.value);
    });

  /** Writes cells of a row that must still be the row of `key`; a row that moved is looked up again, once. */
  async function writeRow(
    name: string,
    key: string,
    cellsOf: (row: number, table: LiveTable) => readonly CellWrite[],
    again = true,
  ): Promise<Written> {
    const table = live.places?.table(name);
    if (!table || table.keyColumn === null) return missing(PANE_KINDS.tableGone, name);
    const row = table.rows.get(key);
    if (row === undefined) return missing(PANE_KINDS.rowGone, key);
    const writes = cellsOf(row, table);
    const written = await writeCells(
      session,
      live.keyOf(table.sheet),
      [{ row, column: table.keyColumn, value: key }],
      writes,
    );
    if (!written.ok) {
      follower.doubt(table.sheet);
      return written;
    }
    if (written.value) {
      live.wrote(table.sheet, writes);
      return CHANGED;
    }
    if (!again) return missing(PANE_KINDS.rowGone, key);
    live.doubt();
    const reread = await follower.current();
    return reread.ok ? writeRow(name, key, cellsOf, false) : reread;
  }

  function nodeCells(book: Book, edit: NodeEdit): readonly (readonly [column: string, value: string | null])[] {
    const { statuses } = book.settings;
    const label = (code: string | null): string | null =>
      code === null ? null : (statusByCode(statuses, code)?.label ?? code);
    return [
      ...(edit.status === undefined ? [] : [[PLAN_COLUMNS.status, label(edit.status)] as const]),
      ...(edit.text === undefined ? [] : [[PLAN_COLUMNS.evaluation, edit.text === '' ? null : edit.text] as const]),
      ...(edit.parent === undefined ? [] : [[PLAN_COLUMNS.parent, live.codeOf(edit.parent)] as const]),
    ];
  }

  /** The key of a link's row: its id, after the name of its document when that is not the first. */
  const linkKey = (book: Book, home: number, id: string): string =>
    keyIn({ main: home === 0, name: documentNames([book.document, ...otherDocuments(book)])[home] ?? '' }, id);

  const linkCells = ({
    state,
    weight,
  }: LinkEdit): readonly (readonly [column: string, value: string | number | null])[] => [
    ...(state === undefined ? [] : [[LINK_COLUMNS.state, LINK_STATE_LABELS[state]] as const]),
    ...(weight === undefined ? [] : [[LINK_COLUMNS.weight, weight] as const]),
  ];

  /** Corrects a figure: where it follows from others the printed one, which it starts from; else the figure itself. */
  async function editFigure(edit: FigureEdit): Promise<Written> {
    const cells = live.places?.figureCells(edit);
    const schema = SCHEMA_NAMES.find((name) => name === edit.schema);
    const table = schema === undefined ? '' : statementTableName(schema, 1);
    const sheet = live.places?.table(table)?.sheet;
    if (!cells || sheet === undefined) return missing(PANE_KINDS.rowGone, `${edit.schema} ${edit.row}`);
    const computed = await isFormula(session, live.keyOf(sheet), cells.row, cells.value);
    if (!computed.ok) return computed;
    const value = euro(edit.cents);
    return writeRow(table, cells.key, (row) => [{ row, column: computed.value ? cells.printed : cells.value, value }]);
  }

  async function write({ book, findings }: Made, run: Parameters<PaneHost['apply']>[1]): Promise<Written> {
    const sheets = await engine.sheets({ book, findings, language: SHEET_LANGUAGE });
    const applied = await workbook.apply(sheets, run);
    if (!applied.ok) {
      live.doubt();
      return applied;
    }
    marker.forget();
    const { changed, created, updated } = applied.value;
    if (changed) {
      revertable = true;
      live.doubt();
    }
    const fresh = changed && updated.length === 0;
    const read = await (fresh ? live.take(contentOfSheets(sheets)) : live.current());
    // The import stands, whether or not it can be read back and shown at once.
    if (!read.ok) follower.doubt();
    else if (created.includes(SHEETS.start)) await selectCell(session, SHEETS.start, 0, 0);
    return success({ changed });
  }

  /** The sheets as the last import wrote them, as far as what it read is known: what differs from those is an edit. */
  async function writtenSheets(held: Book): Promise<readonly SheetSpec[]> {
    const book = {
      ...held,
      document: held.imported,
      ...(held.others
        ? { others: held.others.map((other) => ({ ...other, document: other.imported ?? other.document })) }
        : {}),
    };
    const findings = await engine.check(held, held.settings, SHEET_LANGUAGE);
    return engine.sheets({ book, findings, language: SHEET_LANGUAGE });
  }

  async function compare<M extends Made>(make: Making<M>): Promise<Result<Compared<M>, ReadFailure>> {
    const held = await live.load();
    if (!held.ok) return held;
    const made = await make(held.value);
    const sheets = await engine.sheets({ ...made, language: SHEET_LANGUAGE });
    const preview = await workbook.preview(sheets, held.value && (await writtenSheets(held.value)));
    if (!preview.ok) return preview;
    const edits = preview.value.edits.filter(isLost(held.value, made.book));
    return success({ held: held.value, made, cells: { ...preview.value, edits } });
  }

  async function saveFindings(book: Book, findings: readonly Finding[], explanations: Explanations): Promise<Written> {
    const { content, places } = live;
    const table = places?.table(TABLES.findings);
    if (!content || !table) return missing(PANE_KINDS.tableGone, SHEETS.findings);
    const isNew = findings.some(({ key }) => !table.rows.has(key));
    const specs = isNew
      ? await engine.sheets({ book: { ...book, explanations }, findings, language: SHEET_LANGUAGE })
      : [];
    const { writes, added } = findingChanges(content, table, findings, explanations, specs);
    const sums = await writeCheckedSum(session, live.keyOf(table.sheet), table.keyColumn);
    if (!sums.ok) return sums;
    if (writes.length === 0 && added.length === 0) return success({ changed: sums.value });
    const written = await writeCells(session, live.keyOf(table.sheet), [], writes);
    if (!written.ok) {
      follower.doubt(table.sheet);
      return written;
    }
    live.wrote(table.sheet, writes);
    if (added.length === 0) return CHANGED;
    // From below, so that the places above hold.
    const grown = await [...added]
      .reverse()
      .reduce<Promise<Result<void, ReadFailure>>>(
        (before, { at, rows }) =>
          before.then((done) => (done.ok ? addTableRows(session, TABLES.findings, rows, at) : done)),
        Promise.resolve(success(undefined)),
      );
    live.doubt(table.sheet);
    // Rows that were added although no answer came must not be added again.
    const reread = await follower.current();
    if (!grown.ok) return grown;
    return reread.ok ? CHANGED : reread;
  }

  async function revert(edits: Edits): Promise<Opened> {
    if (!revertedUnread) {
      const reverted = await workbook.revert(edits);
      if (!reverted.ok) {
        live.doubt();
        return reverted;
      }
    }
    revertedUnread = true;
    marker.forget();
    const loaded = await load();
    if (loaded.ok) revertedUnread = false;
    return loaded;
  }

  return {
    kind: 'excel',
    facts: () => officeFacts(context),
    theme,
    load: () => turns.take(load),
    apply: (make, run) =>
      turns.take(async () => {
        // What users wrote and said goes on in the next workbook, the last words included.
        const held = await live.load();
        if (!held.ok) return held;
        const made = await make(held.value);
        const written = await write(made, run);
        return written.ok ? success({ ...written.value, made }) : written;
      }),
    compare: (make) => turns.take(() => compare(make)),
    canRevert: () => revertable,
    clean: () =>
      turns.take(async () => {
        const cleaned = await workbook.clean();
        if (cleaned.ok) revertable = false;
        return cleaned;
      }),
    revert: (edits) => turns.take(() => revert(edits)),
    editNode: (id, edit) =>
      onBook((book) =>
        writeRow(TABLES.plan, id, (row, { columns }) =>
          nodeCells(book, edit).flatMap(([name, value]) => {
            const column = columns.get(name);
            return column === undefined ? [] : [{ row, column, value }];
          }),
        ),
      ),
    editLink: (home, id, edit) =>
      onBook((book) =>
        writeRow(LINK_TABLE, linkKey(book, home, id), (row, { columns }) =>
          linkCells(edit).flatMap(([name, value]) => {
            const column = columns.get(name);
            return column === undefined ? [] : [{ row, column, value }];
          }),
        ),
      ),
    editFigure: (edit) => onBook(() => editFigure(edit)),
    saveFindings: (findings, explanations) => onBook((book) => saveFindings(book, findings, explanations)),
    saveSettings: (settings) =>
      onBook(async () => {
        // The sheets are made again from what stands in them: nothing of it may be missed, events or not.
        const read = await live.load();
        if (!read.ok) return read;
        if (read.value === null) return missing(PANE_KINDS.noReport);
        const book = withSettings(read.value, settings);
        const findings = await engine.check(book, settings, SHEET_LANGUAGE);
        return write({ book, findings }, { report: () => undefined, signal: new AbortController().signal });
      }),
    show: (place, check) =>
      onBook(async () => {
        const cell = live.places?.cellOf(place, check);
        if (!cell) return missing(PANE_KINDS.rowGone, place.node ?? place.schema ?? String(place.line ?? ''));
        follower.expectSelection(cell);
        return selectCell(session, live.keyOf(cell.sheet), cell.row, cell.column);
      }),
    mark: (fresh, all) => turns.take(() => marker.mark(fresh, all)),
    content: () =>
      turns.take(async () => {
        const held = await live.load();
        if (!held.ok) return held;
        return live.content ? success(live.content) : missing(PANE_KINDS.noReport);
      }),
    saveFile,
    download: null,
    watch: (listener) => {
      const stopTheme = onTheme(() => {
        listener({ kind: 'themed', theme: theme() });
      });
      const stopRibbon = ribbon.listen((command) => {
        listener({ kind: 'commanded', command });
      });
      const stopSheets = follower.start(listener);
      return () => {
        stopTheme();
        stopRibbon();
        stopSheets();
      };
    },
  };
}
