import type { Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import { foundSheet, MEMORY_SHEET, surveyWorkbook } from '../read/survey';
import { EXCEL_KINDS, excelFailure } from '../request/failures';
import { runSteps } from '../request/run';
import { ExcelError, resultOf, type ExcelSession } from '../request/session';
import { listenAgain } from '../request/run';
import { isUnfinished, readMemory, rememberSteps, type Before } from './memory';

/** What the way back held of the workbook as it was before the last import. */
export interface Cleaned {
  /** Sheets of which the earlier contents were kept. */
  readonly sheets: readonly string[];
  /** Cells with text or figures among them. */
  readonly cells: number;
}

const kept = ({ images }: Before): Cleaned => ({
  sheets: images.map(({ name }) => name),
  cells: images.reduce((sum, { cells }) => sum + cells.flat().filter((place) => place >= 0).length, 0),
});

/**
 * Empties the way back, for a workbook that will be given to others: earlier texts and figures stand in it, out of sight. The last import can then no
 * longer be taken back; what the next import needs to leave users' edits alone stays.
 */
export const cleanBeforeSharing = (session: ExcelSession): Promise<Result<Cleaned, ReadFailure>> =>
  resultOf(async () => {
    const survey = await surveyWorkbook(session);
    if (survey.isReadOnly) throw new ExcelError(excelFailure(EXCEL_KINDS.readOnly), 'ReadOnly');
    const memory = foundSheet(survey, MEMORY_SHEET) ? await readMemory(session) : null;
    if (memory && isUnfinished(memory.status)) throw new ExcelError(excelFailure(EXCEL_KINDS.unfinished), 'Unfinished');
    if (!memory?.before) return { sheets: [], cells: 0 };
    await runSteps(session, rememberSteps('before', null));
    await listenAgain(session);
    const after = await readMemory(session);
    if (after?.before !== null)
      throw new ExcelError(excelFailure(EXCEL_KINDS.notWritten, { place: MEMORY_SHEET, count: 1 }), 'NotWritten');
    return kept(memory.before);
  });
