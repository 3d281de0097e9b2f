import { failure, success, type Result } from '../../plan/result';
import { readState } from '../../sheets/readBack/state';
import { isOurSheet } from '../../sheets/names';
import { MAX_FILE_BYTES } from '../../workbook/zip/limits';
import { readXlsxFile, type FileContent } from '../../workbook/file/read/readXlsx';
import type { Invocation } from '../command';
import { NO_FORMER_BOOK, type FormerBook } from '../formerBook';
import type { Host, Standing } from '../host';
import { fileText, readFailureReason, STANDARD_INPUT } from '../input';
import { overBook } from './overBook';

/** A place where a workbook may come, and what is carried over into it from the one that stands there now. */
export interface Target {
  readonly target: string;
  readonly former: FormerBook;
  /** Is what stands there copied before it is replaced? */
  readonly backUp: boolean;
  /** What is told before it is replaced; null when there is nothing to tell. */
  readonly notice: string | null;
}

const fresh = (target: string, backUp = false): Target => ({ target, former: NO_FORMER_BOOK, backUp, notice: null });

/** Files that are read in this run: none of them is ever written. */
export type Inputs = ReadonlySet<string>;

export async function inputsOf(files: readonly string[], host: Host): Promise<Inputs> {
  const standing = await Promise.all(files.filter((file) => file !== STANDARD_INPUT).map(host.inspect));
  return new Set(standing.flatMap((each) => (each.at === 'file' ? [each.identity] : [])));
}

/** Why nothing may be written there, whatever is asked; null when it may, or when there is nothing yet. */
export function refusal(target: string, standing: Standing, inputs: Inputs, { texts }: Invocation): string | null {
  if (standing.at === 'folder') return texts.file.targetIsFolder(target);
  if (standing.at === 'device') return texts.target.device(target);
  if (standing.at === 'unknown') return fileText(texts, target, standing.failure);
  return standing.at === 'file' && inputs.has(standing.identity) ? texts.target.input(target) : null;
}

/** What may be done at one place; the failure is a sentence, and then nothing is changed. */
export async function targetAt(
  target: string,
  inputs: Inputs,
  invocation: Invocation,
  host: Host,
): Promise<Result<Target, string>> {
  if (target === STANDARD_INPUT) return success(fresh(target));
  const { texts, language, values } = invocation;
  const standing = await host.inspect(target);
  const refused = refusal(target, standing, inputs, invocation);
  if (refused !== null) return failure(refused);
  if (standing.at !== 'file') return success(fresh(target));
  if (values.replace !== undefined) return success(fresh(target, true));
  const foreign = (reason: string): Result<Target, string> => failure(texts.target.foreign(target, reason));
  if (standing.bytes > MAX_FILE_BYTES) return foreign(texts.target.tooLarge);
  const file = await host.readFile(target);
  if (!file.ok) return failure(fileText(texts, target, file.failure));
  const content = await readXlsxFile(file.value, isOurSheet);
  if (!content.ok) return foreign(readFailureReason(content.failure, language));
  const state = readState(content.value);
  if (!state.ok) return foreign(readFailureReason(state.failure, language));
  return overBook({ target, bytes: file.value, content: content.value, state: state.value }, invocation);
}

/** A place for a workbook into which nothing is merged: what stands there stays, unless `isEarlier` knows it as an earlier one of its kind. */
export async function otherTargetAt(
  target: string,
  invocation: Invocation,
  host: Host,
  isEarlier: (content: FileContent) => boolean = () => false,
): Promise<Result<Target, string>> {
  if (target === STANDARD_INPUT) return success(fresh(target));
  const standing = await host.inspect(target);
  const refused = refusal(target, standing, await inputsOf(invocation.files, host), invocation);
  if (refused !== null) return failure(refused);
  if (standing.at !== 'file') return success(fresh(target));
  if (invocation.values.replace !== undefined) return success(fresh(target, true));
  const file = standing.bytes > MAX_FILE_BYTES ? null : await host.readFile(target);
  const content = file?.ok ? await readXlsxFile(file.value) : null;
  return content?.ok && isEarlier(content.value)
    ? success(fresh(target, true))
    : failure(invocation.texts.target.otherFile(target));
}
