import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../../sheets/content';
import type { SheetSpec } from '../../sheets/spec';
import { applySheets, type Applied } from './applySheets';
import { readWorkbook } from './read/content';
import { previewImport, type ImportPreview } from './preview';
import { cleanBeforeSharing, type Cleaned } from './undo/clean';
import { canRevert, isHalfWritten, revertImport, type Edits } from './undo/revert';
import type { RunOptions } from './request/run';
import { ExcelSession, resultOf, type SessionOptions } from './request/session';

/** The workbook that is open in Excel. One action at a time: what is asked meanwhile waits. */
export class ExcelWorkbook {
  private readonly session: ExcelSession;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(options: SessionOptions = {}) {
    this.session = new ExcelSession(options);
  }

  /** Requests sent so far. */
  get syncs(): number {
    return this.session.syncs;
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work, work);
    this.queue = next.catch(() => undefined);
    return next;
  }

  /** Makes the workbook hold these sheets, wholly or not at all; `changed` is false when it did so already and nothing was written. */
  apply(sheets: readonly SheetSpec[], options: RunOptions = {}): Promise<Result<Applied, ReadFailure>> {
    return this.enqueue(() => applySheets(this.session, sheets, options));
  }

  /** What an import would do, written being the sheets of the last one; nothing is written. */
  preview(
    sheets: readonly SheetSpec[],
    written: readonly SheetSpec[] | null,
  ): Promise<Result<ImportPreview, ReadFailure>> {
    return this.enqueue(() =>
      resultOf(() => previewImport(this.session, sheets, written)).then((result) =>
        result.ok ? result.value : result,
      ),
    );
  }

  /** Takes the last import back; edits made since stand in the way unless they may be lost. */
  revert(edits: Edits = 'kept'): Promise<Result<void, ReadFailure>> {
    return this.enqueue(() => revertImport(this.session, edits));
  }

  /** True when an import or its undoing broke off: the workbook is half written until it is reverted. */
  isUnfinished(): Promise<Result<boolean, ReadFailure>> {
    return this.enqueue(() => isHalfWritten(this.session));
  }

  /** Empties the way back, and tells what was in it. */
  clean(): Promise<Result<Cleaned, ReadFailure>> {
    return this.enqueue(() => cleanBeforeSharing(this.session));
  }

  canRevert(): Promise<boolean> {
    return this.enqueue(() => canRevert(this.session));
  }

  async write(sheets: readonly SheetSpec[]): Promise<Result<void, ReadFailure>> {
    const applied = await this.apply(sheets);
    return applied.ok ? success(undefined) : applied;
  }

  read(): Promise<Result<WorkbookContent, ReadFailure>> {
    return this.enqueue(() => resultOf(() => readWorkbook(this.session)));
  }
}
