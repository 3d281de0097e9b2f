import type { Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import type { RangeSpec } from '../../../sheets/spec';
import type { ExcelSession } from '../../../workbook/excel/request/session';
import { watchWorkbook, type SheetEvent } from '../../../workbook/excel/read/watch';
import type { Book } from '../../ports/book';
import type { HostEvent } from '../../ports/host';
import type { LiveBook } from './liveBook';
import type { CellPlace } from './places';

/** Edits that come this soon after one another are read together: a user fills down, pastes, undoes. */
const EDIT_MILLISECONDS = 60;
/** Someone who never pauses is followed all the same. */
const LONGEST_MILLISECONDS = 500;
const SELECTION_MILLISECONDS = 60;
/** Excel that does not answer is asked again, ever less often. */
const RETRY_MILLISECONDS = [1_000, 3_000, 10_000, 30_000] as const;

/** Follows what is done in the workbook and tells what the book has become; what could not be read is tried again by itself. */
export class Follower {
  private listener: ((event: HostEvent) => void) | null = null;
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private selectionTimer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince: number | null = null;
  private failures = 0;
  private expected: CellPlace | null = null;
  private stopWatching: (() => void) | null = null;

  constructor(
    private readonly session: ExcelSession,
    private readonly live: LiveBook,
  ) {}

  start(listener: (event: HostEvent) => void): () => void {
    this.listener = listener;
    void this.register();
    return () => {
      this.listener = null;
      clearTimeout(this.editTimer);
      clearTimeout(this.selectionTimer);
      this.stopWatching?.();
      this.stopWatching = null;
    };
  }

  /** The next selection of this cell is our own doing. */
  expectSelection(cell: CellPlace): void {
    this.expected = cell;
  }

  /** The book as it is now; what had changed is told to the listener as well. */
  async current(): Promise<Result<Book | null, ReadFailure>> {
    const before = this.live.book;
    const read = await this.live.current();
    if (read.ok) this.recovered(before, read.value);
    return read;
  }

  /** Reads soon what may have changed without our hearing of it. */
  doubt(sheet: string | null = null): void {
    this.live.doubt(sheet);
    this.plan(RETRY_MILLISECONDS[0]);
  }

  private async register(): Promise<void> {
    const watching = await watchWorkbook(this.session, (event) => {
      this.heard(event);
    });
    if (!watching.ok) {
      this.failed(watching.failure, () => void this.register());
      return;
    }
    if (this.listener === null) watching.value.remove();
    else this.stopWatching = watching.value.remove;
  }

  private heard(event: SheetEvent): void {
    if (event.kind === 'selected') {
      clearTimeout(this.selectionTimer);
      this.selectionTimer = setTimeout(() => {
        this.selected(event.sheet, event.range);
      }, SELECTION_MILLISECONDS);
      return;
    }
    this.live.heard(event);
    const now = Date.now();
    this.waitingSince ??= now;
    this.plan(Math.max(0, Math.min(EDIT_MILLISECONDS, this.waitingSince + LONGEST_MILLISECONDS - now)));
  }

  private plan(milliseconds: number, work: () => void = () => void this.follow()): void {
    clearTimeout(this.editTimer);
    if (this.listener !== null) this.editTimer = setTimeout(work, milliseconds);
  }

  private async follow(): Promise<void> {
    this.waitingSince = null;
    try {
      const read = await this.current();
      if (!read.ok) this.failed(read.failure);
    } catch (error) {
      this.live.doubt();
      this.listener?.({ kind: 'defect', error });
    }
  }

  private recovered(before: Book | null, book: Book | null): void {
    const silent = book === before && this.failures === 0;
    this.failures = 0;
    if (!silent) this.listener?.({ kind: 'edited', book });
  }

  /** Told once, until it works again. */
  private failed(failure: ReadFailure, again?: () => void): void {
    if (this.failures === 0) this.listener?.({ kind: 'unreadable', failure });
    this.plan(RETRY_MILLISECONDS[Math.min(this.failures, RETRY_MILLISECONDS.length - 1)] ?? 0, again);
    this.failures += 1;
  }

  private selected(id: string, range: RangeSpec | null): void {
    const { expected } = this;
    const sheet = this.live.nameOf(id);
    if (!range || sheet === null) return;
    this.expected = null;
    if (expected?.sheet === sheet && expected.row === range.row && expected.column === range.column) return;
    const place = this.live.places?.placeOf(sheet, range.row);
    if (place) this.listener?.({ kind: 'selected', place });
  }
}
