import { failure, success, type Result } from '../../plan/result';
import { documentFromWorkbook } from '../../sheets/readBack/readBack';
import { DAMAGE_KINDS } from '../../sheets/readBack/damage';
import type { WorkbookState } from '../../sheets/state';
import type { FileContent } from '../../workbook/file/read/readXlsx';
import { sameLooks } from '../../workbook/file/sameLooks';
import { writeXlsxFile } from '../../workbook/file/write';
import type { Invocation } from '../command';
import { formerBook } from '../formerBook';
import { differenceLines } from './differenceText';
import { remadeSheets, usersWork } from './remade';
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

/**
 * The one place where is decided what happens to a workbook of ours that is made again. What is carried over goes into the new one; when
 * anything else was made in it nothing is done, and all of it is named. A file that was saved by another program since may hold looks that
 * are not read here: of that one a copy stays.
 */
export async function overBook(
  { target, bytes, content, state }: BookThere,
  { texts }: Invocation,
): Promise<Result<Target, string>> {
  const former = formerBook(content);
  const remade = remadeSheets(content, state, former);
  const work = usersWork(content, remade);
  const damage = damageOf(content);
  if (work.length > 0 || damage.length > 0)
    return failure(
      [texts.target.wouldBeLost(target), ...damage.map((line) => `  ${line}`), ...differenceLines(work, texts)].join(
        '\n',
      ),
    );
  const untouched = sameLooks(bytes, await writeXlsxFile(remade));
  return success({ target, former, backUp: !untouched, notice: untouched ? null : texts.target.looksAreNew(target) });
}
