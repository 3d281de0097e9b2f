import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import type { CellValue, RangeSpec } from '../../sheets/spec';
import { ExcelError, type ExcelSession } from './session';

/** A cell with what is to stand in it. Text goes into cells that have the text format. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** A cell that must hold this for the writes beside it to be meant for the row it stands in. */
export interface CellGuard {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

async function guarded<T>(work: () => Promise<T>): Promise<Result<T, ReadFailure>> {
  try {
    return success(await work());
  } catch (error) {
    if (error instanceof ExcelError) return { ok: false, failure: error.failure };
    throw error;
  }
}

const inExcel = (value: CellValue): string | number | boolean => value ?? '';

/** Values of a range as they stand now; empty cells are null. */
export const readCells = (session: ExcelSession, sheet: string, { row, column, rows, columns }: RangeSpec): Promise<Result<readonly (readonly CellValue[])[], ReadFailure>> =>
  guarded(() =>
    session.request(
      (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns);
        range.load('values');
        return range;
      },
      ({ values }) => values.map((line) => line.map((value: string | number | boolean): CellValue => (value === '' ? null : value))),
    ),
  );

/** Writes a few cells of one sheet, in one request. false, and nothing written, when a guard no longer holds: the row has moved. */
export const writeFewCells = (session: ExcelSession, sheet: string, guards: readonly CellGuard[], writes: readonly CellWrite[]): Promise<Result<boolean, ReadFailure>> =>
  guarded(async () => {
    const holds = await session.request(
      (context) => {
        const cells = guards.map(({ row, column }) => context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1));
        cells.forEach((cell) => cell.load('values'));
        return cells;
      },
      (cells) => cells.every((cell, index) => String(cell.values[0]?.[0] ?? '') === guards[index]?.value),
    );
    if (!holds) return false;
    await session.write((context) => {
      const target = context.workbook.worksheets.getItem(sheet);
      for (const { row, column, value } of writes) target.getRangeByIndexes(row, column, 1, 1).values = [[inExcel(value)]];
    });
    return true;
  });

/** Shows a cell: its sheet comes to the front and the cell is selected. */
export const selectCell = (session: ExcelSession, sheet: string, row: number, column: number): Promise<Result<void, ReadFailure>> =>
  guarded(() =>
    session.write((context) => {
      const target = context.workbook.worksheets.getItem(sheet);
      target.activate();
      target.getRangeByIndexes(row, column, 1, 1).select();
    }),
  );

/** How a marked cell is framed; a frame is seen beside any fill or conditional format. */
const FRAME = { color: '#B42318', weight: 'Medium', style: 'Continuous' } as const;
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

export interface CellMark {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Frames cells that deserve a look, and takes the frame from those that no longer do. */
export const markCells = (session: ExcelSession, marked: readonly CellMark[], cleared: readonly CellMark[]): Promise<Result<void, ReadFailure>> =>
  guarded(() =>
    session.write((context) => {
      const borders = ({ sheet, row, column }: CellMark) => {
        const { format } = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
        return EDGES.map((edge) => format.borders.getItem(edge));
      };
      for (const cell of cleared) for (const border of borders(cell)) border.style = 'None';
      for (const cell of marked) for (const border of borders(cell)) border.set({ style: FRAME.style, weight: FRAME.weight, color: FRAME.color });
    }),
  );

/** Adds rows under a table, all at once; `formulas` are what each cell gets, in the order of the table's columns. */
export const addTableRows = (session: ExcelSession, table: string, formulas: readonly (readonly CellValue[])[]): Promise<Result<void, ReadFailure>> =>
  guarded(() =>
    session.write((context) => {
      context.workbook.tables.getItem(table).rows.add(undefined, formulas.map((line) => line.map(inExcel)));
    }),
  );
