import { failure, success, type Result } from '../../plan/result';
import { EXIT, type ExitCode, type Invocation } from '../command';
import type { Host } from '../host';
import { STANDARD_INPUT } from '../input';
import type { Target } from './target';
import { writeTarget } from './writeTarget';

/** Writes the workbook that a command made and prints its text; to standard error when the workbook goes to standard output. */
export async function writeResult(
  place: Target,
  bytes: Uint8Array,
  text: string,
  { texts }: Pick<Invocation, 'texts'>,
  host: Host,
): Promise<Result<ExitCode, string>> {
  if (place.target === STANDARD_INPUT) {
    const sent = await host.writeOutput(bytes);
    if (!sent.ok) return failure(texts.file.outputFailed(sent.failure.detail));
    host.complain(text);
    return success(EXIT.done);
  }
  const written = await writeTarget(place, bytes, { texts }, host);
  if (!written.ok) return written;
  const { path, copy } = written.value;
  const lines = [`${texts.summary.workbook}: ${path}`, ...(copy === null ? [] : [`${texts.summary.before}: ${copy}`])];
  host.print(`${text}\n\n${lines.join('\n')}`);
  return success(EXIT.done);
}
