import type { CheckSettings } from '../../check/settings';
import type { Explanations } from '../../plan/explanation';
import type { Finding, Place } from '../../plan/finding';
import type { Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../../sheets/content';
import type { Book, FigureEdit, LinkEdit, NodeEdit } from './book';
import type { RibbonCommand } from './commands';
import type { Made } from './engine';

/** What the host is, for the settings and for support. Texts are those of the host itself. */
export interface HostFacts {
  readonly application: string | null;
  readonly platform: string | null;
  readonly version: string | null;
  readonly locale: string;
  /** Requirement sets the host supports, newest of each: `ExcelApi 1.17`. */
  readonly requirementSets: readonly string[];
}

/** Colours of the host (`#RRGGBB`), as far as it tells them. */
export interface HostTheme {
  readonly background: string | null;
  readonly foreground: string | null;
  readonly control: string | null;
  readonly controlForeground: string | null;
}

/** How far a long action of the host is, and how to stop it. */
export interface HostRun {
  readonly report: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** A cell that someone changed since the last import; `becomes` null when its row would go. */
export interface EditLost {
  readonly sheet: string;
  readonly address: string;
  readonly now: string | number | boolean;
  readonly becomes: string | number | boolean | null;
}

/** What an import would do to the workbook. */
export interface Comparison {
  /** false: nothing at all would be written. */
  readonly changes: boolean;
  /** Cells that hold something now and would hold something else. */
  readonly cells: number;
  readonly edits: readonly EditLost[];
}

/** What happens outside the pane. */
export type HostEvent =
  /** The user chose a cell that belongs to this place of the document. */
  | { readonly kind: 'selected'; readonly place: Place }
  /** The user, here or elsewhere, changed a table of the workbook; or it can be read again. null: it holds no book of ours any more. */
  | { readonly kind: 'edited'; readonly book: Book | null }
  /** What was done to the workbook could not be read; the host tries again by itself. */
  | { readonly kind: 'unreadable'; readonly failure: ReadFailure }
  | { readonly kind: 'defect'; readonly error: unknown }
  | { readonly kind: 'themed'; readonly theme: HostTheme }
  /** The user pressed a button of the ribbon. */
  | { readonly kind: 'commanded'; readonly command: RibbonCommand };

export type Written = Result<{ readonly changed: boolean }, ReadFailure>;

/** Makes the book that is to be written from the one that stands there, the last words of its users included; null when none of ours does. */
export type Making<M extends Made = Made> = (held: Book | null) => Promise<M>;

/** A book that would be written, beside the one that stands there. */
export interface Compared<M extends Made = Made> {
  readonly held: Book | null;
  readonly made: M;
  /** What happens to the cells; null when there are none to compare. */
  readonly cells: Comparison | null;
}

export type Applied = Result<{ readonly changed: boolean; readonly made: Made }, ReadFailure>;

/**
 * Where the workbook lives. Nothing throws past it: a failure is a value with a sentence and a remedy. Every write is whole or not at all, and
 * gives a failure rather than wait for ever.
 */
export interface PaneHost {
  readonly kind: 'excel' | 'browser';
  readonly facts: () => HostFacts;
  readonly theme: () => HostTheme;
  /** The book the workbook holds; null when there is none. */
  readonly load: () => Promise<Result<Book | null, ReadFailure>>;
  /** Compares what `apply` would write with what stands there, cell by cell, and writes nothing. */
  readonly compare: <M extends Made>(make: Making<M>) => Promise<Result<Compared<M>, ReadFailure>>;
  /** Puts a book in place of what is there. `changed` false: it held exactly this already. */
  readonly apply: (make: Making, run: HostRun) => Promise<Applied>;
  /** Brings back what was there before the last import; gives the book that is there then. Edits made since stand in the way, unless they may be lost. */
  readonly revert: (edits: 'kept' | 'lost') => Promise<Result<Book | null, ReadFailure>>;
  readonly canRevert: () => boolean;
  /** Empties what is kept of the workbook before the last import, and tells how much that was; null where nothing is kept. */
  readonly clean:
    (() => Promise<Result<{ readonly sheets: readonly string[]; readonly cells: number }, ReadFailure>>) | null;
  readonly editNode: (id: string, edit: NodeEdit) => Promise<Written>;
  /** `home`: the place of the link's document among those of the workbook, the first being 0. */
  readonly editLink: (home: number, id: string, edit: LinkEdit) => Promise<Written>;
  /** Corrects a figure of a schema. */
  readonly editFigure: (edit: FigureEdit) => Promise<Written>;
  /** Keeps the answers, and the findings they belong to, in the workbook. */
  readonly saveFindings: (findings: readonly Finding[], explanations: Explanations) => Promise<Written>;
  readonly saveSettings: (settings: CheckSettings) => Promise<Written>;
  /** Selects the cell that a place of the document stands in, in the column a check is about; null when the host shows no sheets. */
  readonly show: ((place: Place, check: string | null) => Promise<Result<void, ReadFailure>>) | null;
  /** Frames the cells of findings a live check brought, and takes the frames from those that are gone; null when the host shows no sheets. */
  readonly mark: ((fresh: readonly Finding[], all: readonly Finding[]) => Promise<Result<void, ReadFailure>>) | null;
  /** What stands on the sheets; null where there are none. */
  readonly content: (() => Promise<Result<WorkbookContent, ReadFailure>>) | null;
  /** Gives a file to the user. */
  readonly saveFile: (name: string, bytes: Uint8Array) => void;
  /** Gives the workbook to the user as a file; null when the host saves by itself. Resolves to the name of the file. */
  readonly download: (() => Promise<Result<string, ReadFailure>>) | null;
  readonly watch: (listener: (event: HostEvent) => void) => () => void;
}
