import type { RangeSpec } from '../../../sheets/spec';
import { parseRange } from '../../../sheets/address';
import type { ExcelSession } from '../request/session';

/** The sheet of our own that is never shown: how each sheet was last written, and the way back. */
export const MEMORY_SHEET = '_planboek_terug';

/** What stands where in the workbook, before anything is written. */
export interface FoundSheet {
  readonly name: string;
  readonly id: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly isProtected: boolean;
}

export interface FoundTable {
  readonly name: string;
  readonly id: string;
  readonly sheet: string;
  readonly range: RangeSpec;
  readonly totals: boolean;
}

export interface FoundName {
  readonly name: string;
  readonly formula: string;
}

export interface Survey {
  readonly sheets: readonly FoundSheet[];
  readonly tables: readonly FoundTable[];
  readonly names: readonly FoundName[];
  readonly isProtected: boolean;
  /** Opened to look at only: what is written could not be kept. */
  readonly isReadOnly: boolean;
  /** Formulas are calculated only when the user asks for it. */
  readonly isManual: boolean;
}

export const sameName = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

export const foundSheet = (survey: Survey, name: string): FoundSheet | undefined =>
  survey.sheets.find((sheet) => sameName(sheet.name, name));
export const foundTable = (survey: Survey, name: string): FoundTable | undefined =>
  survey.tables.find((table) => sameName(table.name, name));

/** The range of an address with or without its sheet; throws on what Excel never answers. */
export function rangeOfAddress(address: string): RangeSpec {
  const range = parseRange(address.slice(address.lastIndexOf('!') + 1));
  if (!range) throw new Error(`address ${address}`);
  return range;
}

/** Two requests: what is there, and where its tables lie. */
export async function surveyWorkbook(session: ExcelSession): Promise<Survey> {
  const first = await session.request(
    (context) => {
      const { workbook } = context;
      const { worksheets, tables, names, protection, application } = workbook;
      application.load('calculationMode');
      workbook.load('readOnly');
      worksheets.load('items/name,items/id,items/visibility,items/protection/protected');
      tables.load('items/name,items/id,items/showTotals,items/worksheet/name');
      names.load('items/name,items/formula');
      protection.load('protected');
      return { workbook, worksheets, tables, names, protection, application };
    },
    ({ workbook, worksheets, tables, names, protection, application }) => ({
      sheets: worksheets.items.map((sheet): FoundSheet => ({
        name: sheet.name,
        id: sheet.id,
        visibility: sheet.visibility,
        isProtected: sheet.protection.protected,
      })),
      tables: tables.items.map((table) => ({
        name: table.name,
        id: table.id,
        sheet: table.worksheet.name,
        totals: table.showTotals,
      })),
      names: names.items.map(({ name, formula }): FoundName => ({ name, formula: String(formula) })),
      isProtected: protection.protected,
      isReadOnly: workbook.readOnly,
      isManual: application.calculationMode === 'Manual',
    }),
  );
  if (first.tables.length === 0) return { ...first, tables: [] };
  const ranges = await session.request(
    (context) =>
      first.tables.map(({ name }) => {
        const range = context.workbook.tables.getItem(name).getRange().untrack();
        range.load('address');
        return range;
      }),
    (loaded) => loaded.map(({ address }) => rangeOfAddress(address)),
  );
  return {
    ...first,
    tables: first.tables.map((table, index): FoundTable => ({
      ...table,
      range: ranges[index] ?? { row: 0, column: 0, rows: 0, columns: 0 },
    })),
  };
}
