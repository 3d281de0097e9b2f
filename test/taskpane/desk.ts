import { runChecks } from '../../src/check/run/run';
import type { Finding } from '../../src/plan/finding';
import type { Explanations } from '../../src/plan/explanation';
import type { Reading } from '../../src/read/source';
import { KEY_COLUMN } from '../../src/sheets/names';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import type { Engine } from '../../src/taskpane/ports/engine';
import { localEngine } from './localEngine';
import type { HostTheme, PaneHost } from '../../src/taskpane/ports/host';
import { createExcelHost } from '../../src/taskpane/host/excel/excelHost';
import { ExcelWorkbook } from '../../src/workbook/excel/excelWorkbook';
import type { SessionOptions } from '../../src/workbook/excel/request/session';
import { area, formatArea } from '../../standin/model/area';
import { cellAt, type Book, type Cell } from '../../standin/model/book';
import { READING } from '../sheets/fixture';
import { newDesk, withOwnSheet, type Desk } from '../workbook/excel/support';

const THEME: HostTheme = { background: '#ffffff', foreground: '#242424', control: null, controlForeground: null };

/** What Office tells of itself, as far as the pane asks. */
export const officeContext = (
  requirementSets: readonly string[] = ['ExcelApi 1.14', 'SharedRuntime 1.1'],
): Office.Context =>
  ({
    diagnostics: { platform: 'OfficeOnline', version: '16.0.1', host: 'Excel' },
    displayLanguage: 'nl-BE',
    requirements: { isSetSupported: (name: string, version: string) => requirementSets.includes(`${name} ${version}`) },
  }) as unknown as Office.Context;

/** The engine of the pane; the stand-in learns what the formulas of its sheets give. */
export const engineAt = ({ calculator }: Desk): Engine => ({
  ...localEngine,
  sheets: async (input) => {
    const sheets = await localEngine.sheets(input);
    calculator.learn(sheets);
    return sheets;
  },
});

/** The checks say this of the report the workbook holds. */
export const FINDINGS: readonly Finding[] = runChecks(READING.document);

export interface Report {
  readonly reading?: Reading;
  readonly explanations?: Explanations;
}

/** A desk at which a workbook with a report stands open, as the add-in wrote it. */
export async function deskWithReport({ reading = READING, explanations = {} }: Report = {}): Promise<Desk> {
  const desk = newDesk();
  withOwnSheet(desk);
  const sheets = buildSheets(reading, runChecks(reading.document), { name: 'rapport.txt', explanations });
  desk.calculator.learn(sheets);
  const applied = await new ExcelWorkbook().apply(sheets);
  if (!applied.ok) throw new Error(applied.failure.kind.id);
  return desk;
}

export interface HostOptions {
  readonly engine?: Engine;
  readonly session?: SessionOptions;
}

export const excelHostAt = (desk: Desk, { engine = engineAt(desk), session = {} }: HostOptions = {}): PaneHost =>
  createExcelHost({
    engine,
    context: officeContext(),
    ribbon: { listen: () => () => undefined },
    fallbackTheme: () => THEME,
    onTheme: () => () => undefined,
    saveFile: () => undefined,
    session,
  });

/** Place of a cell of a table: the row of a key, under a head. */
function placeIn(
  book: Book,
  table: string,
  key: string,
  column: string,
): { readonly sheet: Book['sheets'][number]; readonly row: number; readonly column: number } {
  const found = book.tables.find(({ name }) => name === table);
  const sheet = book.sheets.find(({ id }) => id === found?.sheet);
  if (!found || !sheet) throw new Error(`the workbook has no table ${table}`);
  const at = (name: string): number => found.area.column + found.columns.findIndex((one) => one.name === name);
  for (let row = found.area.row + 1; row < found.area.row + found.area.rows; row += 1)
    if (cellAt(sheet, row, at(KEY_COLUMN)).value === key) return { sheet, row, column: at(column) };
  throw new Error(`table ${table} has no row ${key}`);
}

export function tableCell(book: Book, table: string, key: string, column: string): Cell {
  const { sheet, row, column: at } = placeIn(book, table, key, column);
  return cellAt(sheet, row, at);
}

/** Where a user types to change a cell of a table: the name of its sheet now, and its address. */
export function addressOf(
  book: Book,
  table: string,
  key: string,
  column: string,
): readonly [sheet: string, address: string] {
  const { sheet, row, column: at } = placeIn(book, table, key, column);
  return [sheet.name, formatArea(area(row, at))];
}
