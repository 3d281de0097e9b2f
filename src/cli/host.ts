import type { Result } from '../plan/result';

export type FileProblem = 'notFound' | 'directory' | 'forbidden' | 'tooLarge' | 'other';

/** Why a file could not be read or written; detail is the system's own code (ENOSPC, ...). */
export interface FileFailure {
  readonly problem: FileProblem;
  readonly detail: string;
}

/** All the command line asks of the machine it runs on; tests give it another. Nothing throws: failures are values. */
export interface Host {
  readonly readFile: (path: string) => Promise<Result<Uint8Array, FileFailure>>;
  readonly readInput: () => Promise<Result<Uint8Array, FileFailure>>;
  /** Writes the file whole or not at all, and makes its folder. The value is the absolute path. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<string, FileFailure>>;
  readonly writeOutput: (bytes: Uint8Array) => void;
  readonly isFolder: (path: string) => Promise<boolean>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Shows what is going on, and clears it again with ''. Does nothing when standard error is not a terminal. */
  readonly showProgress: (text: string) => void;
}
