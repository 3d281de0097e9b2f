import type { ErrorCode } from '../../standin/model/errors';

/** Shorthand of the tests of the stand-in. */
export const SHEET = 'Blad1';

/** Runs a batch on the sheet every new workbook has. */
export const onSheet = <T>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T,
): Promise<T> =>
  Excel.run(async (context) => {
    const result = await work(context.workbook.worksheets.getItem(SHEET), context);
    await context.sync();
    return result;
  });

/** The error code a batch fails with; '' when it does not. */
export async function failureOf(work: Promise<unknown>): Promise<ErrorCode | ''> {
  try {
    await work;
    return '';
  } catch (error) {
    return (error as { code: ErrorCode }).code;
  }
}

/** The error code of one write to the sheet. */
export const refused = (
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
): Promise<ErrorCode | ''> => failureOf(onSheet((sheet, context) => work(sheet, context)));

export const read = (
  address: string,
  what: 'values' | 'formulas' | 'numberFormat' | 'valueTypes' = 'values',
): Promise<unknown[][]> =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange(address);
    range.load(what);
    await context.sync();
    return range[what] as unknown[][];
  });

/** A table `tblPlan` over A1:C3 with the columns Code, Titel, Bedrag. */
export const makeTable = (name = 'tblPlan', at = 'A1:C3'): Promise<void> =>
  onSheet((sheet) => {
    const range = sheet.getRange(at);
    range.values = [
      ['Code', 'Titel', 'Bedrag'],
      ['A', 'een', 1],
      ['B', 'twee', 2],
    ];
    const table = sheet.tables.add(range, true);
    table.name = name;
  });
