import type { Answers } from '../../changes/merge/decide';
import type { Finding, Language } from '../../plan/finding';
import type { Line } from '../../read/lines';
import type { OutlineProfile } from '../../read/outline/profile';
import type { ReadFailure } from '../../read/source';
import type { Book } from '../ports/book';
import type { Checked, ComparedFile, InputFile, PartsBack, PartsMade, ReadPhase, TakenIn } from '../ports/engine';
import type { Compared as ComparedBook, HostFacts, HostTheme } from '../ports/host';
import { ALL_CHANGES, type ChangesFilter } from '../model/changesFilter';
import { ALL_CREDITS, type CreditFilter } from '../model/creditLines';
import { OPEN_FINDINGS, type FindingsFilter } from '../model/findingList';
import { EVERYTHING, type PlanFilter } from '../model/planRows';
import type { Request } from '../ports/commands';
import type { ScreenName } from '../ports/screens';

/** One file that was picked: what it holds, or why it could not be read. */
export interface Draft {
  readonly name: string;
  readonly file: File;
  readonly outcome:
    { readonly ok: true; readonly value: Checked } | { readonly ok: false; readonly failure: ReadFailure };
}

export type ImportState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading';
      readonly name: string;
      readonly index: number;
      readonly count: number;
      readonly phase: ReadPhase | 'loading';
    }
  | ({ readonly step: 'preview'; readonly chosen: number | null; readonly comparison?: ComparisonState } & Picked)
  /** A plan nobody described yet: its profile is being made. */
  | ({ readonly step: 'profile'; readonly name: string; readonly lines: readonly Line[] } & Picked)
  | ({ readonly step: 'applying'; readonly chosen: number; readonly done: number; readonly total: number } & Picked);

/** What the chosen files would do to the cells of the workbook, as far as that is known. */
export type ComparisonState =
  /** `before`: what was known under other answers. */
  | { readonly kind: 'comparing'; readonly before: Merge | null }
  | { readonly kind: 'compared'; readonly merge: Merge; readonly answers: Answers }
  | { readonly kind: 'failed'; readonly failure: ReadFailure };

/** The book that the files become, beside the one that the workbook holds. */
export type Merge = ComparedBook<TakenIn>;

/** Files that were picked together. */
interface Picked {
  readonly drafts: readonly Draft[];
  /** Places of plans that do not go into the workbook. */
  readonly left: readonly number[];
  /** Profiles they were read with, made by users. */
  readonly profiles: readonly OutlineProfile[];
  /** What was decided of what they and the workbook both changed. */
  readonly answers: Answers;
}

/** What the checks say now, and how that differs from the last time they were run on purpose. */
export interface CheckRun {
  readonly findings: readonly Finding[];
  readonly at: number;
  /** What is compared with; null on the first run of a book. */
  readonly before: Compared | null;
  /** What the last run on purpose said: what the next runs are compared with. */
  readonly settled: Compared;
  /** Keys of findings that `before` did not have; null on the first run of a book. */
  readonly fresh: ReadonlySet<string> | null;
  readonly gone: readonly Finding[];
  readonly language: Language;
}

export interface Compared {
  readonly findings: readonly Finding[];
  readonly at: number;
}

/** Why something could not be done: data, so that its sentence follows the language. */
export type Problem =
  | { readonly kind: 'failure'; readonly failure: ReadFailure }
  | { readonly kind: 'unexpected'; readonly reason: string }
  | { readonly kind: 'file'; readonly file: FileProblem }
  /** An undo would take away what was done after it. */
  | { readonly kind: 'changedSince' };

/** What a button beside the problem does: the same once more, at the cost of the edits or cells that stand in the way, or back to before an import that broke off. None where a form has its own button. */
export interface Remedy {
  readonly kind: 'again' | 'loseEdits' | 'overwrite' | 'restore';
  readonly run: () => void;
}

export type FileProblem =
  | { readonly kind: 'tooMany'; readonly most: number }
  | { readonly kind: 'tooLarge'; readonly name: string; readonly bytes: number; readonly most: number }
  | { readonly kind: 'unreadable'; readonly name: string }
  /** `places`: what is wrong, with where it stands. */
  | { readonly kind: 'badProfile'; readonly name: string; readonly places: readonly string[] }
  /** Nothing was picked that a profile could read. */
  | { readonly kind: 'onlyProfiles' };

/** What the user just did, said once; `undo` names the edit it can take back. */
export type NoticeKind =
  | { readonly kind: 'applied' | 'unchanged' | 'downloaded'; readonly name: string }
  | { readonly kind: 'statusSaved' | 'evaluationSaved'; readonly code: string }
  | { readonly kind: 'linkSaved' }
  | { readonly kind: 'takenBack' | 'decided' | 'collected'; readonly count: number }
  | {
      readonly kind:
        'reverted' | 'cancelled' | 'explained' | 'accepted' | 'reopened' | 'fixed' | 'undone' | 'settingsSaved';
    };

export interface Notice {
  readonly id: number;
  readonly about: NoticeKind;
  readonly undo: (() => void) | null;
}

/** What is opened under a finding. */
export type FindingForm = 'explained' | 'accepted' | 'fix';

/** Long actions of which only one runs at a time. */
export type Busy = 'loading' | 'checking' | 'saving' | 'reverting' | 'downloading' | 'showing';

/** What the screen of changes shows. */
export const CHANGES_VIEWS = ['list', 'compare', 'parts'] as const;
export type ChangesView = (typeof CHANGES_VIEWS)[number];

/** What was found out beside the book, and is shown until the user goes on. */
export type Work =
  | { readonly kind: 'compared'; readonly file: InputFile; readonly found: ComparedFile }
  | { readonly kind: 'collected'; readonly files: readonly InputFile[]; readonly found: PartsBack }
  | { readonly kind: 'split'; readonly made: Omit<PartsMade, 'bytes'> | null };

export interface PaneState {
  readonly screen: ScreenName;
  /** What a button of the ribbon asked of this screen; null once the user goes on. */
  readonly asked: Request | null;
  readonly language: Language;
  readonly theme: HostTheme;
  readonly facts: HostFacts;
  readonly book: Book | null;
  /** Whether it is known what the workbook holds: `unread` when it could not be read. */
  readonly opened: 'opening' | 'open' | 'unread';
  readonly canRevert: boolean;
  readonly run: CheckRun | null;
  readonly importing: ImportState;
  readonly busy: Busy | null;
  /** The host has not answered for a while. */
  readonly slow: boolean;
  readonly problem: Problem | null;
  readonly remedy: Remedy | null;
  readonly notice: Notice | null;
  readonly plan: {
    readonly filter: PlanFilter;
    readonly opened: ReadonlySet<string>;
    readonly focused: string | null;
    readonly card: string | null;
  };
  readonly check: {
    readonly filter: FindingsFilter;
    readonly open: { readonly key: string; readonly form: FindingForm } | null;
  };
  readonly changes: ChangesFilter;
  readonly changesView: ChangesView;
  readonly work: Work | null;
  readonly credits: CreditFilter;
  /** With which the user signed last; asked once a session. */
  readonly initials: string;
}

export const initialState = (language: Language, theme: HostTheme, facts: HostFacts): PaneState => ({
  screen: 'import',
  asked: null,
  language,
  theme,
  facts,
  book: null,
  opened: 'opening',
  canRevert: false,
  run: null,
  importing: { step: 'idle' },
  busy: 'loading',
  slow: false,
  problem: null,
  remedy: null,
  notice: null,
  plan: { filter: EVERYTHING, opened: new Set(), focused: null, card: null },
  check: { filter: OPEN_FINDINGS, open: null },
  changes: ALL_CHANGES,
  changesView: 'list',
  work: null,
  credits: ALL_CREDITS,
  initials: '',
});
