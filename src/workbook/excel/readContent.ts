import type { CellValue } from '../../sheets/spec';
import type { SheetContent, WorkbookContent } from '../../sheets/content';
import { MEMORY_SHEET } from './memory';
import { readGrids, usedRanges } from './liveSheet';
import type { ExcelSession } from './session';
import { sameName, surveyWorkbook } from './survey';

/** What stands in the workbook now, in the shape every host gives: values and results, with the tables. Sheets of the user come along unread. */
export async function readWorkbook(session: ExcelSession, wanted: (sheet: string) => boolean = () => true): Promise<WorkbookContent> {
  const survey = await surveyWorkbook(session);
  const names = survey.sheets.map(({ name }) => name).filter((name) => name !== MEMORY_SHEET && wanted(name));
  const used = names.length === 0 ? [] : await usedRanges(session, names);
  const grids = await readGrids(session, names, used, 'values');
  return {
    sheets: names.map((name, index): SheetContent => ({
      name,
      cells: (grids[index] ?? []).map((line) => line.map((value): CellValue => (value === '' ? null : value))),
      tables: survey.tables.filter(({ sheet }) => sameName(sheet, name)).map(({ name: table, range, totals }) => ({ name: table, range, totals })),
    })),
  };
}
