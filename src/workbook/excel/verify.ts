import { countOf, mendSteps, placeOf, wrongSheet, type WrongSheet } from './diff/wrongCells';
import { readLiveSheets, type LiveSheet } from './read/liveSheet';
import { surveyWorkbook } from './read/survey';
import { EXCEL_KINDS, excelFailure } from './request/failures';
import { runSteps } from './request/run';
import { ExcelError, type ExcelSession } from './request/session';
import type { WantedSheet } from './write/wanted';

/** What Excel made of the sheets, read back for the memory. Sheets that were not written count too: formulas follow what was written elsewhere. */
export async function readBack(session: ExcelSession, wanted: readonly WantedSheet[]): Promise<readonly LiveSheet[]> {
  const survey = await surveyWorkbook(session);
  return readLiveSheets(
    session,
    survey,
    wanted.map(({ spec }) => spec.name),
  );
}

const wrongSheets = (wanted: readonly WantedSheet[], live: readonly LiveSheet[]): WrongSheet[] =>
  wanted.flatMap((sheet, index) => {
    const now = live[index];
    const wrong = now ? wrongSheet(sheet, now) : null;
    return wrong ? [wrong] : [];
  });

/** Nothing is claimed that was not read: what Excel holds otherwise than it must is written once more, and is else a failure that names the cell. */
export async function verified(session: ExcelSession, wanted: readonly WantedSheet[]): Promise<readonly LiveSheet[]> {
  const live = await readBack(session, wanted);
  const wrong = wrongSheets(wanted, live);
  if (wrong.length === 0) return live;
  await runSteps(session, wrong.flatMap(mendSteps));
  const mended = await readBack(session, wanted);
  const [first, ...others] = wrongSheets(wanted, mended);
  if (first === undefined) return mended;
  const count = [first, ...others].reduce((sum, sheet) => sum + countOf(sheet), 0);
  throw new ExcelError(excelFailure(EXCEL_KINDS.notWritten, { place: placeOf(first), count }), 'NotWritten');
}
