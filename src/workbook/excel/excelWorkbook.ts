import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../../sheets/content';
import type { SheetSpec } from '../../sheets/spec';
import type { Workbook } from '../port';
import { applySheets, previewImport, type Applied } from './apply';
import { readWorkbook } from './readContent';
import { canRevert, revertImport } from './revert';
import type { RunOptions } from './run';
import { ExcelError, ExcelSession, type SessionOptions } from './session';

/** The workbook that is open in Excel. One action at a time: what is asked meanwhile waits. */
export class ExcelWorkbook implements Workbook {
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

  /** What `apply` would do. */
  preview(sheets: readonly SheetSpec[]): Promise<Result<Applied, ReadFailure>> {
    return this.enqueue(() => this.guarded(() => previewImport(this.session, sheets)));
  }

  revert(): Promise<Result<void, ReadFailure>> {
    return this.enqueue(() => revertImport(this.session));
  }

  canRevert(): Promise<boolean> {
    return this.enqueue(() => canRevert(this.session));
  }

  async write(sheets: readonly SheetSpec[]): Promise<Result<void, ReadFailure>> {
    const applied = await this.apply(sheets);
    return applied.ok ? success(undefined) : applied;
  }

  read(): Promise<Result<WorkbookContent, ReadFailure>> {
    return this.enqueue(() => this.guarded(async () => success(await readWorkbook(this.session))));
  }

  private async guarded<T>(work: () => Promise<Result<T, ReadFailure>>): Promise<Result<T, ReadFailure>> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ExcelError) return { ok: false, failure: error.failure };
      throw error;
    }
  }
}
