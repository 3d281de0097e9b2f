import type { Language } from '../plan/finding';
import type { CliTexts, CommandName } from '../i18n/cliTexts';
import type { Host } from './host';

/** 0: done; 1: done, and errors were found; 2: it could not be read, written or understood. */
export type ExitCode = 0 | 1 | 2;
export const EXIT: Readonly<Record<'done' | 'errorsFound' | 'failed', ExitCode>> = {
  done: 0,
  errorsFound: 1,
  failed: 2,
};

/** An option of a command. `short` without its dash; `choices` when only these values may be given. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly choices?: readonly string[];
  readonly required?: boolean;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A command line after parsing: values are checked against the specs, files are as typed. */
export interface Invocation {
  readonly files: readonly string[];
  readonly values: Readonly<Record<string, string | true>>;
  readonly language: Language;
  readonly texts: CliTexts;
}

/** One command: its options, how many files it takes, and what it does. Its help stands in the texts under its name. */
export interface Command {
  readonly name: CommandName;
  readonly options: OptionSpecs;
  /** One when left out. */
  readonly minFiles?: number;
  readonly maxFiles: number;
  readonly run: (invocation: Invocation, host: Host) => Promise<ExitCode>;
}

/** Options that every command understands. */
export const COMMON_OPTIONS: OptionSpecs = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  lang: { type: 'string', choices: ['nl', 'en'] },
};
