import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../../sheets/content';
import type { SheetSpec } from '../../sheets/spec';
import type { Workbook } from '../port';
import { refuse, WORKBOOK_KINDS } from './failures';
import { readXlsxFile } from './read';
import { writeXlsxFile } from './write';

/** A workbook in the bytes of an .xlsx file. A file is written as a whole: it holds the sheets last written, and no others. */
export class FileWorkbook implements Workbook {
  constructor(private current: Uint8Array | null = null) {}

  /** The file as it is now; null before anything was written. */
  get bytes(): Uint8Array | null {
    return this.current;
  }

  async write(sheets: readonly SheetSpec[]): Promise<Result<void, ReadFailure>> {
    try {
      this.current = await writeXlsxFile(sheets);
      return success(undefined);
    } catch (error) {
      return refuse(WORKBOOK_KINDS.broken, { reason: error instanceof Error ? error.message : String(error) });
    }
  }

  async read(): Promise<Result<WorkbookContent, ReadFailure>> {
    return this.current === null ? refuse(WORKBOOK_KINDS.notZip) : readXlsxFile(this.current);
  }
}
