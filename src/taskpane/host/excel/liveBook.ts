import { success, type Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import type { WorkbookContent } from '../../../sheets/content';
import { SHEETS } from '../../../sheets/names';
import type { RangeSpec } from '../../../sheets/spec';
import { readCells, type CellWrite } from '../../../workbook/excel/cellAccess';
import { readWorkbook } from '../../../workbook/excel/readContent';
import { ExcelError, type ExcelSession } from '../../../workbook/excel/session';
import { watchWorkbook, type SheetEvent } from '../../../workbook/excel/watch';
import type { Book } from '../../book';
import type { Engine } from '../../engine';
import type { HostEvent } from '../../host';
import { withCells, withSheets } from './contentPatch';
import { Places, type CellPlace } from './places';

/** A user who fills in a column makes many edits a second: they are read together. */
const EDIT_MILLISECONDS = 120;
const SELECTION_MILLISECONDS = 60;

/** An edit of more cells than this is read by reading its sheet again. */
const FEW_CELLS = 500;

type Changed = Extract<SheetEvent, { kind: 'changed' }>;

/** What the workbook holds, kept in step with what is done to it. Reads only what an edit touched. */
export class LiveBook {
  content: WorkbookContent | null = null;
  book: Book | null = null;
  places: Places | null = null;
  private expected: CellPlace | null = null;

  constructor(
    private readonly session: ExcelSession,
    private readonly engine: Engine,
  ) {}

  /** Reads the whole workbook. */
  async load(): Promise<Result<Book | null, ReadFailure>> {
    const content = await this.guarded(() => readWorkbook(this.session));
    if (!content.ok) return content;
    return this.open(content.value, true);
  }

  /** Takes over sheets that were just written for the first time. */
  take(content: WorkbookContent): Promise<Result<Book | null, ReadFailure>> {
    return this.open(content, true);
  }

  /** Reads some sheets again. */
  async refresh(sheets: readonly string[]): Promise<Result<Book | null, ReadFailure>> {
    const { content } = this;
    if (!content) return this.load();
    const fresh = await this.guarded(() => readWorkbook(this.session, (name) => sheets.includes(name)));
    return fresh.ok ? this.open(withSheets(content, fresh.value.sheets), sheets.includes(SHEETS.source)) : fresh;
  }

  /** Takes note of cells the pane wrote itself: no event tells of those. */
  wrote(sheet: string, writes: readonly CellWrite[]): void {
    for (const { row, column, value } of writes) if (this.content) this.content = withCells(this.content, sheet, { row, column }, [[value]]);
    if (this.content && this.book) this.places = new Places(this.content, this.book.document);
  }

  /** The code by which sheets name a node. */
  codeOf(id: string | null): string | null {
    return id === null ? null : (this.book?.document.nodes.find((node) => node.id === id)?.code ?? id);
  }

  /** The next selection of this cell is our own doing. */
  expectSelection(cell: CellPlace): void {
    this.expected = cell;
  }

  watch(listener: (event: HostEvent) => void): () => void {
    const changes: Changed[] = [];
    let editTimer: ReturnType<typeof setTimeout> | undefined;
    let selectionTimer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    let stop = (): void => {
      stopped = true;
    };
    const heard = (event: SheetEvent): void => {
      if (event.kind === 'changed') {
        changes.push(event);
        clearTimeout(editTimer);
        editTimer = setTimeout(() => void this.followed(changes.splice(0), listener), EDIT_MILLISECONDS);
      } else {
        clearTimeout(selectionTimer);
        selectionTimer = setTimeout(() => { this.selected(event.sheet, event.range, listener); }, SELECTION_MILLISECONDS);
      }
    };
    void watchWorkbook(this.session, heard).then((watching) => {
      if (!watching.ok) {
        listener({ kind: 'unreadable', failure: watching.failure });
        return;
      }
      if (stopped) watching.value.remove();
      else stop = watching.value.remove;
    });
    return () => {
      clearTimeout(editTimer);
      clearTimeout(selectionTimer);
      stop();
    };
  }

  private selected(sheet: string, range: RangeSpec | null, listener: (event: HostEvent) => void): void {
    const { expected, places } = this;
    if (!range || !places) return;
    this.expected = null;
    if (expected?.sheet === sheet && expected.row === range.row && expected.column === range.column) return;
    const place = places.placeOf(sheet, range.row);
    if (place) listener({ kind: 'selected', place });
  }

  /** Reads what a burst of edits touched and tells what the book has become. */
  private async followed(changes: readonly Changed[], listener: (event: HostEvent) => void): Promise<void> {
    const ours = changes.filter(({ sheet }) => this.isOurs(sheet));
    if (ours.length === 0 || !this.content) return;
    const before = this.book;
    const opened = await this.readChanges(ours);
    if (!opened.ok) listener({ kind: 'unreadable', failure: opened.failure });
    else if (opened.value && opened.value !== before) listener({ kind: 'edited', book: opened.value });
  }

  private async readChanges(changes: readonly Changed[]): Promise<Result<Book | null, ReadFailure>> {
    const few = changes.every(({ cells, range, sheet }) => cells && range !== null && range.rows * range.columns <= FEW_CELLS && sheet !== SHEETS.credits);
    // Sums on the plan follow the credits: both are read.
    if (!few) return this.refresh([...new Set(changes.flatMap(({ sheet }) => (sheet === SHEETS.credits ? [sheet, SHEETS.plan] : [sheet])))]);
    let { content } = this;
    for (const { sheet, range } of changes) {
      if (!range || !content) continue;
      const values = await readCells(this.session, sheet, range);
      if (!values.ok) return values;
      content = withCells(content, sheet, range, values.value);
    }
    return content ? this.open(content, false) : this.load();
  }

  private isOurs(sheet: string): boolean {
    const known = this.content?.sheets.find(({ name }) => name === sheet);
    return known === undefined ? false : known.tables.length > 0;
  }

  /** Makes the book of a content; the lines of the source are read back only when their sheet was. */
  private async open(content: WorkbookContent, withSource: boolean): Promise<Result<Book | null, ReadFailure>> {
    const sent = withSource ? content : { sheets: content.sheets.filter(({ name }) => name !== SHEETS.source) };
    const opened = await this.engine.open(sent);
    if (!opened.ok) return opened;
    const book = opened.value && !withSource ? { ...opened.value, lines: this.book?.lines ?? [] } : opened.value;
    this.content = content;
    this.book = book;
    this.places = book ? new Places(content, book.document) : null;
    return success(book);
  }

  private async guarded<T>(work: () => Promise<T>): Promise<Result<T, ReadFailure>> {
    try {
      return success(await work());
    } catch (error) {
      if (error instanceof ExcelError) return { ok: false, failure: error.failure };
      throw error;
    }
  }
}
