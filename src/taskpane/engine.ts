import type { CheckSettings } from '../check/settings';
import type { PlanDocument } from '../plan/document';
import type { Explanations } from '../plan/explanation';
import type { Finding, Language } from '../plan/finding';
import type { Result } from '../plan/result';
import type { Reading, ReadFailure } from '../read/source';

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
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  readonly explanations: Explanations;
  readonly settings: CheckSettings;
  readonly language: Language;
}

/** The heavy work of the pane, kept off the thread that draws. A stopped job rejects with an AbortError; other rejections are defects. */
export interface Engine {
  readonly read: (file: InputFile, settings: CheckSettings, language: Language, report: (phase: ReadPhase) => void, signal: AbortSignal) => Promise<Result<Checked, ReadFailure>>;
  readonly check: (document: PlanDocument, settings: CheckSettings, language: Language) => Promise<readonly Finding[]>;
  /** The workbook as an .xlsx file. */
  readonly book: (input: BookInput) => Promise<Uint8Array>;
}
