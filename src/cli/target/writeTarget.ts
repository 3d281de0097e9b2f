import { failure, success, type Result } from '../../plan/result';
import type { Invocation } from '../command';
import type { Host } from '../host';
import { sameBytes } from './sameBytes';
import type { Target } from './target';

export interface WrittenTarget {
  readonly path: string;
  /** The name of the copy of what stood there; null when none was made. */
  readonly copy: string | null;
}

/** Copies what is to be replaced when that was asked for, and then replaces it; the failure is a sentence. */
export async function writeTarget(
  { target, former, backUp }: Target,
  bytes: Uint8Array,
  { texts }: Pick<Invocation, 'texts'>,
  host: Host,
): Promise<Result<WrittenTarget, string>> {
  const isSame = former.bytes !== null && sameBytes(former.bytes, bytes);
  const copy = backUp && !isSame ? await host.backUp(target) : success(null);
  if (!copy.ok) return failure(texts.target.noBackup(target, copy.failure.detail));
  const written = await host.writeFile(target, bytes);
  if (written.ok) return success({ path: written.value, copy: copy.value });
  const { problem, detail } = written.failure;
  return failure(problem === 'directory' ? texts.file.targetIsFolder(target) : texts.file.notWritten(target, detail));
}
