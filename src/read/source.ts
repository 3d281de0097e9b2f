import type { PlanDocument } from '../plan/document';
import type { Language, FindingKind } from '../plan/finding';
import type { LineRole } from '../plan/lineRole';
import type { Result } from '../plan/result';

/** A non-blank line of the source with the one role it was read in. */
export interface SourceLine {
  /** 1-based line of the source. */
  readonly number: number;
  readonly page: number | null;
  readonly text: string;
  readonly role: LineRole;
  /** The word an older workbook had for the role, when no role of now has it: the role is then `other`. */
  readonly roleText?: string;
}

/** What a reader gives back: the document, and every non-blank line so that a figure can be followed to its source. */
export interface Reading {
  readonly document: PlanDocument;
  readonly lines: readonly SourceLine[];
}

/** Why a file could not be read at all; the text is made from the kind, like that of a finding. */
export interface ReadFailure {
  readonly kind: FindingKind;
  readonly figures: Readonly<Record<string, string | number | null>>;
}

export interface ReadOptions {
  readonly language?: Language;
}

export type ReadResult = Result<Reading, ReadFailure>;
