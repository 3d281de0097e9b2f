import { fstatSync, writeSync } from 'node:fs';
import { failure, success, type Result } from '../../plan/result';
import type { FileFailure } from '../host';
import { codeOf } from '../nodeFiles';

const STDOUT = 1;
const FAILED = 2;

/** Nobody reads on (`| head`): the run ends quietly. */
const READER_GONE = 'EPIPE';

const isFile = (): boolean => {
  try {
    return fstatSync(STDOUT).isFile();
  } catch {
    return false;
  }
};

/** On a disk that is nearly full a file takes a piece of what is written, and Node's own stream does not tell: so it goes on until all of it stands there. */
function writeWholly(bytes: Uint8Array): Result<null, FileFailure> {
  try {
    for (let at = 0; at < bytes.byteLength;) {
      const taken = writeSync(STDOUT, bytes, at);
      if (taken === 0) return failure({ problem: 'other', detail: 'ENOSPC' });
      at += taken;
    }
    return success(null);
  } catch (error) {
    return failure({ problem: 'other', detail: codeOf(error) });
  }
}

export interface StandardOutput {
  readonly write: (bytes: Uint8Array) => Promise<Result<null, FileFailure>>;
  /** What is printed arrives, or the run ends with a sentence: a full disk is no success. */
  readonly print: (text: string) => void;
}

export function standardOutput(sentence: (code: string) => string): StandardOutput {
  const end = (code: string): never => {
    if (code === READER_GONE) process.exit();
    process.stderr.write(`planboek: ${sentence(code)}\n`);
    process.exit(FAILED);
  };
  if (isFile())
    return {
      write: (bytes) => Promise.resolve(writeWholly(bytes)),
      print: (text) => {
        const written = writeWholly(new TextEncoder().encode(text));
        if (!written.ok) end(written.failure.detail);
      },
    };
  process.stdout.on('error', (error) => end(codeOf(error)));
  return {
    write: (bytes) =>
      new Promise((resolve) => {
        process.stdout.write(bytes, (error) => {
          resolve(error ? failure({ problem: 'other', detail: codeOf(error) }) : success(null));
        });
      }),
    print: (text) => void process.stdout.write(text),
  };
}
