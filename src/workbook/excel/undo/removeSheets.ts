import { sheetIn } from '../request/ranges';
import { foundSheet, type Survey } from '../read/survey';
import { CALL_BYTES, type Step } from '../request/steps';

/** Takes sheets away that stand in the workbook now; one that is hidden for good is first only hidden, for Excel refuses otherwise. */
export const removeSheetSteps = (now: Survey, names: readonly string[]): Step[] =>
  names.flatMap((name): Step[] => {
    const found = foundSheet(now, name);
    if (found === undefined) return [];
    return [
      {
        bytes: 2 * CALL_BYTES,
        run: (context) => {
          const sheet = sheetIn(context, found.name);
          if (found.visibility === 'VeryHidden') sheet.visibility = 'Hidden';
          sheet.delete();
        },
      },
    ];
  });

export const removeNameSteps = (now: Survey, names: readonly string[]): Step[] =>
  names
    .filter((name) => now.names.some((found) => found.name.toLowerCase() === name.toLowerCase()))
    .map((name) => ({
      bytes: CALL_BYTES,
      run: (context) => {
        context.workbook.names.getItem(name).delete();
      },
    }));
