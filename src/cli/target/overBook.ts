import { failure, success, type Result } from '../../plan/result';
import { documentFromWorkbook } from '../../sheets/readBack/readBack';
import { DAMAGE_KINDS } from '../../sheets/readBack/damage';
import type { WorkbookState } from '../../sheets/state';
import { readXlsxFile, type FileContent } from '../../workbook/file/read/readXlsx';
import type { ReadFailure } from '../../read/source';
import type { CliTexts } from '../../i18n/cliTexts';
import { isOurSheet } from '../../sheets/names';
import { sameBytes } from './sameBytes';
import { readFailureReason } from '../input';
import { sameLooks } from '../../workbook/file/sameLooks';
import { writeXlsxFile } from '../../workbook/file/write';
import { writeOver } from '../../workbook/file/writeOver';
import type { Invocation } from '../command';
import { formerBook } from '../formerBook';
import type { FormerDocument } from '../../sheets/merging/mergeReadings';
import { differenceLines } from './differenceText';
import { notCarried, remadeSheets } from './remade';
import type { Target } from './target';

/** A workbook of ours that stands where the new one is to come. */
export interface BookThere {
  readonly target: string;
  readonly bytes: Uint8Array;
  readonly content: FileContent;
  readonly state: WorkbookState;
}

/** What could not be read of the hidden sheet, each as a sentence. */
function damageOf(content: FileContent): readonly string[] {
  const reading = documentFromWorkbook(content);
  const kinds: ReadonlySet<string> = new Set(DAMAGE_KINDS.map(({ id }) => id));
  return reading.ok ? reading.value.findings.filter(({ check }) => kinds.has(check)).map(({ message }) => message) : [];
}

const isAsImported = ({ imported, edited }: FormerDocument): boolean =>
  JSON.stringify(imported) === JSON.stringify(edited);

/**
 * The one place where is decided what happens to a workbook of ours that is made again. The new one is merged into it; when it holds what
 * that would not carry, nothing is done and all of it is named. Of one that was saved by another program since, a copy stays.
 */
export async function overBook(
  { target, bytes, content, state }: BookThere,
  { texts, language }: Invocation,
): Promise<Result<Target, string>> {
  const former = formerBook(content, bytes);
  const remade = remadeSheets(content, state, former);
  const written = await writeXlsxFile(remade);
  if (sameBytes(bytes, written)) return success({ target, former, backUp: false, notice: null });
  const unread = (reason: ReadFailure): Result<never, string> =>
    failure(texts.target.foreign(target, readFailureReason(reason, language)));
  const merged = await writeOver(bytes, remade);
  if (!merged.ok) return unread(merged.failure);
  const held = await readXlsxFile(merged.value.bytes, isOurSheet);
  if (!held.ok) return unread(held.failure);
  const lost = [
    ...damageOf(content).map((line) => `  ${line}`),
    ...differenceLines(notCarried(content, held.value, remade), texts),
  ];
  if (lost.length > 0) return failure(wouldBeLost(target, lost, texts));
  const untouched = sameLooks(bytes, written) && former.documents.every(isAsImported);
  return success({ target, former, backUp: !untouched, notice: untouched ? null : texts.target.looksAreNew(target) });
}

/** Why nothing was changed: what of the workbook would be lost, a line for each. */
export const wouldBeLost = (target: string, lost: readonly string[], texts: CliTexts): string =>
  [texts.target.wouldBeLost(target), ...lost].join('\n');
