import type { Host } from '../host';
import { attempt, backUp, inspect, readAll, readBounded, writeWhole } from '../nodeFiles';
import { standardOutput } from './standardOutput';

const CLEAR_LINE = '\r\u001b[2K';
/** The machine itself: its files and its standard streams. `outputFailed`: what is said when standard output takes no more. */
export function nodeHost(outputFailed: (code: string) => string): Host {
  const output = standardOutput(outputFailed);
  return {
    inspect,
    readFile: (file) => attempt(() => readBounded(file)),
    readInput: () => attempt(() => readAll(process.stdin)),
    writeFile: (file, bytes) => attempt(() => writeWhole(file, bytes)),
    backUp: (file) => attempt(() => backUp(file)),
    writeOutput: output.write,
    print: (text) => {
      output.print(`${text}\n`);
    },
    complain: (text) => void process.stderr.write(`${text}\n`),
    showProgress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`${CLEAR_LINE}${text}`);
    },
  };
}
