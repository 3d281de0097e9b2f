import type { Result } from '../plan/result';

export type FileProblem = 'notFound' | 'directory' | 'forbidden' | 'tooLarge' | 'other';

/** Why a file could not be read or written; detail is the system's own code (ENOSPC, ...). */
export interface FileFailure {
  readonly problem: FileProblem;
  readonly detail: string;
}

/** What stands at a path, links followed; nothing is opened to find out. */
export type Standing =
  | { readonly at: 'nothing' }
  | { readonly at: 'folder' }
  /** `identity` is the same for every name of one file. */
  | { readonly at: 'file'; readonly bytes: number; readonly identity: string }
  /** A device, a pipe, a socket: to write in it is to send. */
  | { readonly at: 'device' }
  | { readonly at: 'unknown'; readonly failure: FileFailure };

/** All the command line asks of the machine it runs on; tests give it another. Nothing throws: failures are values. */
export interface Host {
  readonly inspect: (path: string) => Promise<Standing>;
  /** Reads no more than a bounded number of bytes, whatever stands at the path. */
  readonly readFile: (path: string) => Promise<Result<Uint8Array, FileFailure>>;
  readonly readInput: () => Promise<Result<Uint8Array, FileFailure>>;
  /**
   * Writes the file whole or not at all, and makes its folder: written aside, read back and compared before it takes the place of what
   * stands there, of which links, rights and owner are kept. The value is the absolute path.
   */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<string, FileFailure>>;
  /** Copies a file to a name that is not taken yet: BOOK.bak, BOOK.bak2, ... The value is that name. */
  readonly backUp: (path: string) => Promise<Result<string, FileFailure>>;
  readonly writeOutput: (bytes: Uint8Array) => Promise<Result<null, FileFailure>>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Shows what is going on, and clears it again with ''. Does nothing when standard error is not a terminal. */
  readonly showProgress: (text: string) => void;
}
