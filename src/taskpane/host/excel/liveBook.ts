import { failure, success, type Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import type { SheetContent, WorkbookContent } from '../../../sheets/content';
import { SHEETS } from '../../../sheets/names';
import { readRanges, type CellWrite, type SheetRange } from '../../../workbook/excel/write/cellAccess';
import { readWorkbook } from '../../../workbook/excel/read/content';
import { MEMORY_SHEET } from '../../../workbook/excel/read/survey';
import { EXCEL_KINDS, excelFailure } from '../../../workbook/excel/request/failures';
import { resultOf, type ExcelSession } from '../../../workbook/excel/request/session';
import { sheetNames, type SheetEvent } from '../../../workbook/excel/read/watch';
import { isHalfWritten } from '../../../workbook/excel/undo/revert';
import type { Book } from '../../ports/book';
import type { Engine } from '../../ports/engine';
import { withCells, withSheets } from './contentPatch';
import { Places } from './places';
import { Turns } from './turns';

/** An edit of more cells than this is read by reading its sheet again. */
const FEW_CELLS = 500;

type Changed = Exclude<SheetEvent, { kind: 'selected' }>;
type Opened = Result<Book | null, ReadFailure>;

/**
 * What the workbook holds, kept in step with what is done to it. Reads only what an edit touched; what could not be read, or may have been written
 * without our hearing of it, is read again before anything is built upon it.
 */
export class LiveBook {
  content: WorkbookContent | null = null;
  book: Book | null = null;
  places: Places | null = null;
  /** Grows whenever rows, columns or sheets may have moved. */
  shape = 0;
  private readonly turns = new Turns();
  /** Names of the sheets in `content`, by their id: users rename sheets. */
  private names: ReadonlyMap<string, string> = new Map();
  private pending: readonly Changed[] = [];
  private unread = true;

  constructor(
    private readonly session: ExcelSession,
    private readonly engine: Engine,
  ) {}

  /** Reads the whole workbook. */
  load(): Promise<Opened> {
    return this.turns.take(() => this.readAll());
  }

  /** Takes over sheets that were just written for the first time. */
  take(content: WorkbookContent): Promise<Opened> {
    return this.turns.take(async () => {
      const names = await resultOf(() => sheetNames(this.session));
      return names.ok ? this.open(content, names.value, true) : this.failed(names.failure);
    });
  }

  /** The book with everything in it that was heard of until now. */
  current(): Promise<Opened> {
    return this.turns.take(() => this.catchUp());
  }

  /** Something was done to the workbook; it is read when `current` is asked for. */
  heard(change: Changed): void {
    this.pending = [...this.pending, change];
  }

  /** A sheet (all of them when null) may hold something else than we think. */
  doubt(sheet: string | null = null): void {
    const id = sheet === null ? null : this.idOf(sheet);
    if (id === null) this.unread = true;
    else this.heard({ kind: 'changed', sheet: id, range: null, cells: false });
  }

  /** Takes note of cells the pane wrote itself: no event tells of those. */
  wrote(sheet: string, writes: readonly CellWrite[]): void {
    for (const { row, column, value } of writes)
      if (this.content) this.content = withCells(this.content, sheet, { row, column }, [[value]]);
    if (this.content && this.book) this.places = new Places(this.content, this.book.document);
  }

  /** The code by which sheets name a node. */
  codeOf(id: string | null): string | null {
    return id === null ? null : (this.book?.document.nodes.find((node) => node.id === id)?.code ?? id);
  }

  nameOf(id: string): string | null {
    return this.names.get(id) ?? null;
  }

  /** What Excel finds the sheet by, whatever it is called now; the name itself for a sheet that is not known. */
  keyOf(name: string): string {
    return this.idOf(name) ?? name;
  }

  private idOf(name: string): string | null {
    return [...this.names].find(([, known]) => known === name)?.[0] ?? null;
  }

  private async catchUp(): Promise<Opened> {
    if (await this.isHalfUndone(this.pending)) return failure(excelFailure(EXCEL_KINDS.unfinished));
    if (this.unread) return this.readAll();
    const changes = this.pending;
    if (changes.length === 0) return success(this.book);
    const read = await this.readChanges(changes);
    if (read.ok) this.pending = this.pending.filter((change) => !changes.includes(change));
    return read;
  }

  /** Nobody types on the memory: Ctrl+Z took back the last calls of an import, and what is left may be half of it. */
  private async isHalfUndone(changes: readonly Changed[]): Promise<boolean> {
    if (!changes.some(({ sheet }) => this.nameOf(sheet) === MEMORY_SHEET)) return false;
    const half = await isHalfWritten(this.session);
    return half.ok && half.value;
  }

  private async readChanges(changes: readonly Changed[]): Promise<Opened> {
    const ours = changes.filter(({ sheet }) => this.isOurs(sheet));
    if (ours.length === 0) return success(this.book);
    if (ours.some(({ kind }) => kind === 'deleted')) return this.readAll();
    const ranges = ours.flatMap((change): readonly SheetRange[] => {
      const range =
        change.kind === 'changed' && change.cells && this.nameOf(change.sheet) !== SHEETS.credits ? change.range : null;
      return range ? [{ sheet: change.sheet, range }] : [];
    });
    const few =
      ranges.length === ours.length &&
      ranges.reduce((cells, { range }) => cells + range.rows * range.columns, 0) <= FEW_CELLS;
    return few ? this.readCells(ranges) : this.readSheets(new Set(ours.map(({ sheet }) => sheet)));
  }

  private async readCells(ranges: readonly SheetRange[]): Promise<Opened> {
    const values = await readRanges(this.session, ranges);
    if (!values.ok) return this.failed(values.failure);
    const patched = ranges.reduce<WorkbookContent | null>(
      (content, { sheet, range }, index) =>
        content &&
        withCells(
          content,
          this.nameOf(sheet) ?? '',
          range,
          values.value[index]?.values ?? [],
          values.value[index]?.formulas,
        ),
      this.content,
    );
    return patched ? this.open(patched, this.names, false) : this.readAll();
  }

  /** Reads whole sheets again; everything when one of them was renamed. */
  private async readSheets(ids: ReadonlySet<string>): Promise<Opened> {
    const now = await resultOf(() => sheetNames(this.session));
    if (!now.ok) return this.failed(now.failure);
    const { content } = this;
    if (!content || [...this.names].some(([id, name]) => now.value.get(id) !== name)) return this.readAll();
    const wanted = new Set([...ids].map((id) => this.nameOf(id)));
    const fresh = await resultOf(() => readWorkbook(this.session, (name) => wanted.has(name)));
    if (!fresh.ok) return this.failed(fresh.failure);
    this.shape += 1;
    return this.open(withSheets(content, fresh.value.sheets), now.value, wanted.has(SHEETS.source));
  }

  private async readAll(): Promise<Opened> {
    const before = this.pending;
    this.unread = true;
    const names = await resultOf(() => sheetNames(this.session));
    if (!names.ok) return names;
    const content = await resultOf(() => readWorkbook(this.session));
    if (!content.ok) return content;
    this.shape += 1;
    const opened = await this.open(content.value, names.value, true);
    this.pending = this.pending.filter((change) => !before.includes(change));
    return opened;
  }

  private failed(reason: ReadFailure): Opened {
    this.unread = true;
    return failure(reason);
  }

  private isOurs(id: string): boolean {
    const known = this.content?.sheets.find(({ name }) => name === this.nameOf(id));
    return known !== undefined && (known.tables.length > 0 || known.name === SHEETS.state);
  }

  /** Makes the book of a content; the lines of the source are read back only when their sheet was. */
  private async open(
    content: WorkbookContent,
    names: ReadonlyMap<string, string>,
    withSource: boolean,
  ): Promise<Opened> {
    const sent = withSource
      ? content
      : { sheets: content.sheets.filter(({ name }: SheetContent) => name !== SHEETS.source) };
    this.unread = true;
    const opened = await this.engine.open(sent);
    if (!opened.ok) return opened;
    const book = opened.value && !withSource ? { ...opened.value, lines: this.book?.lines ?? [] } : opened.value;
    this.content = content;
    this.names = names;
    this.book = book;
    this.places = book ? new Places(content, book.document) : null;
    this.unread = false;
    return success(book);
  }
}
