import { foundSheet, surveyWorkbook, type Survey } from './survey';
import type { ExcelSession } from './session';
import { runSteps } from './run';
import { CALL_BYTES, type Step } from './steps';
import { sheetIn } from './writeCells';

/** Takes sheets away that stand in the workbook now; one that is hidden for good is first only hidden, for Excel refuses otherwise. */
export const removeSheetSteps = (now: Survey, names: readonly string[]): Step[] =>
  names.flatMap((name): Step[] => {
    const found = foundSheet(now, name);
    if (found === undefined) return [];
    return [{
      bytes: 2 * CALL_BYTES,
      run: (context) => {
        const sheet = sheetIn(context, found.name);
        if (found.visibility === 'VeryHidden') sheet.visibility = 'Hidden';
        sheet.delete();
      },
    }];
  });

export const removeNameSteps = (now: Survey, names: readonly string[]): Step[] =>
  names.filter((name) => now.names.some((found) => found.name.toLowerCase() === name.toLowerCase()))
    .map((name) => ({ bytes: CALL_BYTES, run: (context) => { context.workbook.names.getItem(name).delete(); } }));

/** Brings the workbook back to the sheets and names it had, whatever part of the new ones got made. */
export async function removeCreated(session: ExcelSession, sheets: readonly string[], names: readonly string[]): Promise<void> {
  const now = await surveyWorkbook(session);
  await runSteps(session, [...removeNameSteps(now, names), ...removeSheetSteps(now, sheets)]);
}
