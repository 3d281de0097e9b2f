import type { Result } from '../plan/result';
import type { ReadFailure } from '../read/source';
import type { WorkbookContent } from '../sheets/content';
import type { SheetSpec } from '../sheets/spec';

/**
 * A place where sheets live: Excel, or an .xlsx file. `write` puts sheets in place, wholly or not at all: a sheet of the same name is
 * replaced, and in Excel the user's other sheets stay. `read` gives back plain values, whatever the user made of the sheets.
 */
export interface Workbook {
  write(sheets: readonly SheetSpec[]): Promise<Result<void, ReadFailure>>;
  read(): Promise<Result<WorkbookContent, ReadFailure>>;
}
