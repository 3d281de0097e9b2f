import type { CheckSettings } from '../../check/settings';
import type { Finding, Language } from '../../plan/finding';
import type { Result } from '../../plan/result';
import type { Line } from '../../read/lines';
import type { OutlineProfile } from '../../read/outline/profile';
import type { Reading, ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../../sheets/content';
import type { SheetSpec } from '../../sheets/spec';
import type { Book, CheckedBook } from './book';

/** A file as the user picked it. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReadPhase = 'reading' | 'checking';

export interface Checked {
  readonly reading: Reading;
  readonly findings: readonly Finding[];
}

/** Everything a workbook is made of. */
export interface BookInput {
  readonly book: Book;
  readonly findings: readonly Finding[];
  readonly language: Language;
}

/** The heavy work of the pane, kept off the thread that draws. A stopped job rejects with an AbortError; other rejections are defects. */
export interface Engine {
  readonly read: (
    file: InputFile,
    settings: CheckSettings,
    language: Language,
    report: (phase: ReadPhase) => void,
    signal: AbortSignal,
    profiles?: readonly OutlineProfile[],
  ) => Promise<Result<Checked, ReadFailure>>;
  /** The lines of a file, for whoever makes a profile of it. */
  readonly lines: (file: InputFile) => Promise<Result<readonly Line[], ReadFailure>>;
  readonly check: (book: CheckedBook, settings: CheckSettings, language: Language) => Promise<readonly Finding[]>;
  readonly sheets: (input: BookInput) => Promise<readonly SheetSpec[]>;
  /** The workbook as an .xlsx file. */
  readonly file: (input: BookInput) => Promise<Uint8Array>;
  /** The book that stands in a workbook, edits included; null when it holds none of ours. */
  readonly open: (content: WorkbookContent) => Promise<Result<Book | null, ReadFailure>>;
}
