import { cellAddress } from '../../../sheets/address';
import { isStatementTable } from '../../../sheets/names';
import type { CellValue } from '../../../sheets/spec';
import type { SheetContent, WorkbookContent } from '../../../sheets/content';
import { readGrids, usedRanges } from './liveSheet';
import type { ExcelSession } from '../request/session';
import { sameName, surveyWorkbook, MEMORY_SHEET } from './survey';

/** Addresses of the cells of a grid from A1 on that hold a formula. */
const formulasIn = (grid: readonly (readonly unknown[])[]): ReadonlySet<string> =>
  new Set(
    grid.flatMap((line, row) =>
      line.flatMap((typed, column) =>
        typeof typed === 'string' && typed.startsWith('=') ? [cellAddress(row, column)] : [],
      ),
    ),
  );

/**
 * What stands in the workbook now, in the shape every host gives: values and results, with the tables. Sheets of the user come along unread. Of schemas it also tells which
 * figures are formulas: one that was typed over no longer follows.
 */
export async function readWorkbook(
  session: ExcelSession,
  wanted: (sheet: string) => boolean = () => true,
): Promise<WorkbookContent> {
  const survey = await surveyWorkbook(session);
  const names = survey.sheets.map(({ name }) => name).filter((name) => name !== MEMORY_SHEET && wanted(name));
  const used = names.length === 0 ? [] : await usedRanges(session, names);
  const grids = await readGrids(session, names, used, 'values');
  const typed = names.map((name, index) =>
    survey.tables.some(({ sheet, name: table }) => sameName(sheet, name) && isStatementTable(table))
      ? (used[index] ?? null)
      : null,
  );
  const formulas = await readGrids(session, names, typed, 'formulas');
  return {
    sheets: names.map((name, index): SheetContent => ({
      name,
      cells: (grids[index] ?? []).map((line) => line.map((value): CellValue => (value === '' ? null : value))),
      ...(typed[index] ? { formulas: formulasIn(formulas[index] ?? []) } : {}),
      tables: survey.tables
        .filter(({ sheet }) => sameName(sheet, name))
        .map(({ name: table, range, totals }) => ({ name: table, range, totals })),
    })),
  };
}
