import type { ChangeKey } from '../../changes/change';
import type { Comparison } from '../../changes/comparison';
import type { Rejection } from '../../changes/merge/collect';
import type { Conflict } from '../../changes/merge/conflict';
import type { Answers } from '../../changes/merge/decide';
import type { CheckSettings } from '../../check/settings';
import type { Finding, Language } from '../../plan/finding';
import type { Result } from '../../plan/result';
import type { Line } from '../../read/lines';
import type { OutlineProfile } from '../../read/outline/profile';
import type { Reading, ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../../sheets/content';
import type { FreezeStamp } from '../../sheets/freeze';
import type { OwnerProgress } from '../../sheets/parts/followUpSheet';
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

/** A book that is to be written, with what the checks say of it. */
export interface Made {
  readonly book: Book;
  readonly findings: readonly Finding[];
}

/** What was read, to be taken into the book that the workbook holds. */
export interface TakeIn {
  readonly name: string;
  /** In milliseconds since 1970. */
  readonly importedAt: number;
  /** The document the workbook is about first. */
  readonly readings: readonly [Reading, ...Reading[]];
  readonly profiles: readonly OutlineProfile[];
  /** null: the workbook holds none of ours. */
  readonly held: Book | null;
  /** What was decided of the conflicts. */
  readonly answers: Answers;
  readonly language: Language;
}

export interface TakenIn extends Made {
  /** Everything that could not be decided without a person, answered or not. */
  readonly conflicts: readonly Conflict[];
}

/** Work on the book that stands in the workbook, several of a kind at once. */
export type Rework =
  | { readonly do: 'takeBack'; readonly changes: readonly ChangeKey[] }
  | { readonly do: 'answer'; readonly answers: Answers };

/** Which of a file and the workbook is compared with: the other is the new one. */
export type ReferenceSide = 'file' | 'book';

/** The workbook beside a file, as far as they differ. */
export interface ComparedFile extends Pick<Comparison, 'nodes' | 'totals' | 'summary' | 'proposals' | 'amounts'> {
  readonly name: string;
  readonly reference: ReferenceSide;
  /** How many figures of the schemas differ. */
  readonly figures: number;
  /** All of it as a workbook. */
  readonly bytes: Uint8Array;
}

/** Workbooks of owners, in a zip. */
export interface PartsMade {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly parts: number;
  /** Rows that are in none. */
  readonly left: number;
}

/** The book with what came back in parts. */
export interface PartsBack extends Made {
  readonly progress: readonly OwnerProgress[];
  readonly taken: number;
  readonly conflicts: readonly Conflict[];
  readonly rejected: readonly Rejection[];
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
  /** Merges what was read into the book: what only one side changed counts, and what both changed stays as it is and is told. */
  readonly takeIn: (input: TakeIn) => Promise<TakenIn>;
  readonly rework: (book: Book, work: Rework, language: Language) => Promise<Made>;
  readonly compareFile: (
    book: Book,
    file: InputFile,
    reference: ReferenceSide,
    language: Language,
  ) => Promise<Result<ComparedFile, ReadFailure>>;
  /** `by`: a level or a column; null for whose column of owners there is, or else the plans. null when there is nobody to send a part to. */
  readonly split: (
    book: Book,
    content: WorkbookContent,
    by: string | null,
  ) => Promise<Result<PartsMade | null, ReadFailure>>;
  readonly collect: (book: Book, files: readonly InputFile[], language: Language) => Promise<PartsBack>;
  /** A copy that holds values only, as the bytes of an .xlsx file. */
  readonly freeze: (
    input: BookInput,
    moment: Pick<FreezeStamp, 'date' | 'time'>,
  ) => Promise<Result<Uint8Array, ReadFailure>>;
  readonly sheets: (input: BookInput) => Promise<readonly SheetSpec[]>;
  /** The workbook as an .xlsx file. */
  readonly file: (input: BookInput) => Promise<Uint8Array>;
  /** The book that stands in a workbook, edits included; null when it holds none of ours. */
  readonly open: (content: WorkbookContent) => Promise<Result<Book | null, ReadFailure>>;
}
