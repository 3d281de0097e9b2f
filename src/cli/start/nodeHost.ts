import { failure, success, type Result } from '../../plan/result';
import type { FileFailure, Host } from '../host';
import { attempt, backUp, codeOf, inspect, readAll, readBounded, writeWhole } from '../nodeFiles';

const CLEAR_LINE = '\r\u001b[2K';
const FAILED = 2;

/** Nobody reads on (`| head`): the run ends quietly. */
const READER_GONE = 'EPIPE';

/** What is printed arrives, or the run ends with a sentence: a full disk is no success. */
function watchOutput(sentence: (code: string) => string): void {
  process.stdout.on('error', (error) => {
    const code = codeOf(error);
    if (code === READER_GONE) process.exit();
    process.stderr.write(`planboek: ${sentence(code)}\n`);
    process.exit(FAILED);
  });
}

/** The machine itself: its files and its standard streams. `outputFailed`: what is said when standard output takes no more. */
export function nodeHost(outputFailed: (code: string) => string): Host {
  watchOutput(outputFailed);
  return {
    inspect,
    readFile: (file) => attempt(() => readBounded(file)),
    readInput: () => attempt(() => readAll(process.stdin)),
    writeFile: (file, bytes) => attempt(() => writeWhole(file, bytes)),
    backUp: (file) => attempt(() => backUp(file)),
    writeOutput: (bytes) =>
      new Promise<Result<null, FileFailure>>((resolve) => {
        process.stdout.write(bytes, (error) =>
          resolve(error ? failure({ problem: 'other', detail: codeOf(error) }) : success(null)),
        );
      }),
    print: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
    showProgress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`${CLEAR_LINE}${text}`);
    },
  };
}
