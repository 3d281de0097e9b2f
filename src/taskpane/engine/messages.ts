import type { CheckSettings } from '../../check/settings';
import type { CheckedBook } from '../ports/book';
import type { Language } from '../../plan/finding';
import type { OutlineProfile } from '../../read/outline/profile';
import type { FreezeStamp } from '../../sheets/freeze';
import type { WorkbookContent } from '../../sheets/content';
import type { Book } from '../ports/book';
import type { BookInput, InputFile, ReadPhase, ReferenceSide, Rework, TakeIn } from '../ports/engine';

/** What the pane asks of its worker. */
export type Job =
  | {
      readonly job: 'read';
      readonly file: InputFile;
      readonly settings: CheckSettings;
      readonly language: Language;
      readonly profiles: readonly OutlineProfile[];
    }
  | { readonly job: 'lines'; readonly file: InputFile }
  | { readonly job: 'check'; readonly book: CheckedBook; readonly settings: CheckSettings; readonly language: Language }
  | { readonly job: 'sheets' | 'file'; readonly input: BookInput }
  | { readonly job: 'takeIn'; readonly input: TakeIn }
  | { readonly job: 'rework'; readonly book: Book; readonly work: Rework; readonly language: Language }
  | {
      readonly job: 'compareFile';
      readonly book: Book;
      readonly file: InputFile;
      readonly reference: ReferenceSide;
      readonly language: Language;
    }
  | { readonly job: 'split'; readonly book: Book; readonly content: WorkbookContent; readonly by: string | null }
  | { readonly job: 'collect'; readonly book: Book; readonly files: readonly InputFile[]; readonly language: Language }
  | { readonly job: 'freeze'; readonly input: BookInput; readonly moment: Pick<FreezeStamp, 'date' | 'time'> }
  | { readonly job: 'open'; readonly content: WorkbookContent };

export type Request = Job & { readonly id: number };

/** What the worker answers; a defect carries its text, for an Error does not survive the crossing whole. */
export type Reply =
  | { readonly id: number; readonly kind: 'phase'; readonly phase: ReadPhase }
  | { readonly id: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'defect'; readonly message: string };
