import type { FindingState } from '../plan/explanation';
import type { Language, Severity } from '../plan/finding';
import { CLI_TEXTS_EN } from './cliTextsEn';
import { CLI_TEXTS_NL } from './cliTextsNl';

export type CommandName =
  'read' | 'build' | 'check' | 'reconcile' | 'compare' | 'split' | 'collect' | 'freeze' | 'profile';

/** Help of one command: how it is typed, what it does in one line, what must be known, and a line for each option of its own. */
export interface CommandTexts {
  readonly synopsis: string;
  readonly purpose: string;
  readonly notes: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}

/** Everything the command line says, in one language. Sentences of findings and of unreadable files are not here: they stand beside their rule. */
export interface CliTexts {
  readonly tagline: string;
  readonly usageHeading: string;
  readonly commandsHeading: string;
  readonly optionsHeading: string;
  readonly notesHeading: string;
  readonly moreHelp: string;
  readonly commonOptions: Readonly<Record<'help' | 'version' | 'lang', string>>;
  readonly commands: Readonly<Record<CommandName, CommandTexts>>;
  readonly exitCodes: readonly string[];
  /** What is wrong with the command line, with what to do. */
  readonly usage: {
    readonly unknownCommand: (word: string, known: string) => string;
    readonly unknownOption: (option: string) => string;
    readonly valueMissing: (option: string) => string;
    readonly valueNotTaken: (option: string, value: string) => string;
    readonly valueUnknown: (option: string, value: string) => string;
    readonly optionRequired: (option: string) => string;
    readonly fileMissing: (option: string) => string;
    readonly tooFewFiles: (option: string, least: string) => string;
    readonly tooManyFiles: (option: string, most: string) => string;
    readonly inputTwice: () => string;
    readonly folderNeeded: (option: string, reports: string) => string;
    readonly sameTarget: (option: string, target: string) => string;
    readonly unknownCheck: (option: string, known: string) => string;
  };
  /** Why a file could not be read or written, with what to do. */
  readonly file: {
    readonly notFound: (file: string) => string;
    readonly directory: (file: string) => string;
    readonly forbidden: (file: string) => string;
    readonly tooLarge: (file: string) => string;
    readonly other: (file: string, code: string) => string;
    readonly notWritten: (file: string, code: string) => string;
    readonly targetIsFolder: (file: string) => string;
    readonly outputFailed: (code: string) => string;
  };
  readonly target: TargetTexts;
  /** What was in a workbook and is not in the one made of it; `file` still has it. */
  readonly notCarried: (file: string, lost: readonly string[]) => string;
  /** A document in a workbook that does not show to be of its board. */
  readonly otherBoard: (title: string) => string;
  readonly profile: ProfileTexts;
  readonly parts: PartTexts;
  readonly standardInput: string;
  readonly progress: {
    readonly reading: (name: string) => string;
    readonly checking: (name: string) => string;
    readonly building: (name: string) => string;
  };
  readonly severities: Readonly<Record<Severity, { readonly name: string; readonly count: Counted }>>;
  readonly states: Readonly<Record<FindingState, string>>;
  readonly noFindings: string;
  /** A file of rules that cannot be used; the problems follow. */
  readonly badRules: (file: string) => string;
  /** How many of the checks had something to look at. */
  readonly ran: (done: number, all: number) => string;
  /** Checks that had nothing to look at. */
  readonly notRun: (checks: string) => string;
  /** A schema, or another part of a report. */
  readonly part: (schema: string) => string;
  readonly line: (line: number) => string;
  readonly column: (column: number) => string;
  readonly summary: SummaryTexts;
  readonly reconciliation: ReconciliationTexts;
}

/** A number with its noun. */
type Counted = (count: number) => string;

/** Words about parts of a workbook that owners fill in. */
export interface PartTexts {
  readonly unknownBy: (by: string, levels: string) => string;
  readonly nothingToSplit: (book: string) => string;
  readonly written: (parts: number, left: number) => string;
  readonly progress: (
    part: string,
    rows: number,
    filled: number,
    taken: number,
    conflicts: number,
    rejected: number,
  ) => string;
  readonly conflict: (code: string, field: string, values: string) => string;
  readonly rejected: (part: string, reason: string) => string;
  readonly notInBook: (code: string) => string;
  readonly frozen: (book: string, sheets: number) => string;
  readonly fields: Readonly<Record<'title' | 'status' | 'text', string>>;
}

/** Words about what stands where a workbook is to come, and what of it would be lost. */
export interface TargetTexts {
  readonly input: (file: string) => string;
  readonly device: (file: string) => string;
  readonly foreign: (file: string, reason: string) => string;
  readonly otherFile: (file: string) => string;
  readonly tooLarge: string;
  readonly noBackup: (file: string, code: string) => string;
  readonly wouldBeLost: (file: string) => string;
  readonly looksAreNew: (file: string) => string;
  readonly work: {
    readonly sheetAdded: (sheet: string) => string;
    readonly sheetRemoved: (sheet: string) => string;
    readonly tableRemoved: (sheet: string, table: string) => string;
    readonly columnAdded: (sheet: string, column: string) => string;
    readonly columnRemoved: (sheet: string, column: string) => string;
    readonly rowAdded: (cell: string, key: string) => string;
    readonly rowRemoved: (sheet: string, key: string) => string;
    readonly note: (cell: string) => string;
    readonly formula: (cell: string) => string;
    readonly cell: (cell: string, now: string, before: string) => string;
    readonly cellFilled: (cell: string, now: string) => string;
    readonly more: Counted;
  };
}

/** Words about profiles: what is wrong with one, and what one makes of a document. */
export interface ProfileTexts {
  readonly bad: (file: string) => string;
  /** A plan that no profile fits: how one is made and used. `tried`: names of the profiles that were tried. */
  readonly unknownPlan: (file: string, tried: readonly string[]) => string;
  readonly noDraft: (file: string) => string;
  readonly written: (file: string) => string;
  readonly levels: string;
  readonly found: string;
  readonly indicators: Counted;
  readonly table: (title: string, rows: number) => string;
  readonly roles: string;
  readonly unrecognised: Counted;
  readonly reviews: Counted;
  readonly more: Counted;
}

/** Words of the summary of a document. */
export interface SummaryTexts {
  readonly plan: (from: string, to: string) => string;
  readonly nodes: string;
  readonly parts: string;
  readonly total: string;
  readonly withoutEvaluation: string;
  readonly unknownStatus: string;
  readonly narratives: (evaluations: number, narratives: number) => string;
  readonly planTotals: string;
  readonly schemas: string;
  readonly rows: Counted;
  readonly transfers: string;
  readonly transferLines: Counted;
  readonly otherParts: string;
  readonly offBalance: Counted;
  readonly depreciation: Counted;
  readonly participations: Counted;
  readonly lines: string;
  readonly linesRead: (total: number, unrecognised: number) => string;
  readonly findings: string;
  readonly workbook: string;
  readonly sheets: Counted;
  /** The workbook that was replaced, and stays under this name. */
  readonly before: string;
}

/** Words of the reconciliation of credits beside those of its figures and verdicts, which stand with their definition. */
export interface ReconciliationTexts {
  readonly heading: string;
  readonly nothing: string;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly verdict: string;
  readonly total: string;
  readonly allKinds: string;
  /** In place of the title of a code that only a transfer names. */
  readonly notInPlan: string;
  readonly ties: string;
  readonly schema: string;
  readonly row: string;
  readonly column: string;
  readonly printed: string;
  readonly computed: string;
  readonly difference: string;
  readonly rounding: string;
  readonly doesNotClose: string;
  readonly identity: string;
}

export const CLI_TEXTS: Readonly<Record<Language, CliTexts>> = { nl: CLI_TEXTS_NL, en: CLI_TEXTS_EN };
