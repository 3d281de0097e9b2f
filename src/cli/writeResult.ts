import path from 'node:path';
import { readXlsxFile } from '../workbook/file/read';
import { EXIT, type ExitCode, type Invocation } from './command';
import type { Host } from './host';
import { STANDARD_INPUT } from './input';

interface CommandResult {
  /** Where the workbook goes; - is the standard output, and the text then goes to standard error. */
  readonly output: string;
  readonly bytes: Uint8Array;
  /** Files that were read: none of them is written over. */
  readonly inputs: readonly string[];
  readonly text: string;
}

/** May the workbook of a command go there? Nothing is written over but a workbook that the command made before; `title` tells its first sheet. */
async function mayWrite({ output, inputs }: CommandResult, title: string, host: Host): Promise<boolean> {
  if (inputs.some((input) => path.resolve(input) === path.resolve(output))) return false;
  const before = await host.readFile(output);
  if (!before.ok) return before.failure.problem === 'notFound';
  const content = await readXlsxFile(before.value);
  return content.ok && content.value.sheets[0]?.name === title;
}

/** Writes the workbook that a command made and prints its text; a file that is not of that kind is left as it is. */
export async function writeResult(
  result: CommandResult,
  { texts }: Pick<Invocation, 'texts'>,
  host: Host,
  title: string,
): Promise<ExitCode> {
  const { output, bytes, text } = result;
  if (output === STANDARD_INPUT) {
    host.writeOutput(bytes);
    host.complain(text);
    return EXIT.done;
  }
  if (!(await mayWrite(result, title, host))) {
    host.complain(`planboek: ${texts.file.notOurs(output)}`);
    return EXIT.failed;
  }
  const written = await host.writeFile(output, bytes);
  if (!written.ok) {
    const { problem, detail } = written.failure;
    const say = problem === 'directory' ? texts.file.targetIsFolder(output) : texts.file.notWritten(output, detail);
    host.complain(`planboek: ${say}`);
    return EXIT.failed;
  }
  host.print(`${text}\n\n${texts.summary.workbook}: ${written.value}`);
  return EXIT.done;
}
