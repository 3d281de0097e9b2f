import { SUM_ROWS } from '../../../sheets/checkedState';
import { isFormulaText } from './looseFormulas';
import { rangeIn, sheetIn } from '../request/ranges';
import type { Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import type { CellValue, RangeSpec } from '../../../sheets/spec';
import { resultOf, type ExcelSession } from '../request/session';
import { CALL_BYTES, jsonBytes, packSteps, type Step } from '../request/steps';

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

const inExcel = (value: CellValue): string | number | boolean => value ?? '';

/** Sends steps in order, in as few requests as Excel takes. */
export const sendSteps = (session: ExcelSession, steps: readonly Step[]): Promise<void> =>
  packSteps(steps).reduce(
    (before, pack) =>
      before.then(() =>
        session.write((context) => {
          for (const step of pack) step.run(context);
        }),
      ),
    Promise.resolve(),
  );

/** A range of a sheet, named by the sheet's name or id. */
export interface SheetRange {
  readonly sheet: string;
  readonly range: RangeSpec;
}

/** A range as it stands now: values (empty cells are null), and which of them are formulas. */
export interface RangeNow {
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly boolean[])[];
}

/** A few ranges as they stand now, in one request. */
export const readRanges = (
  session: ExcelSession,
  ranges: readonly SheetRange[],
): Promise<Result<readonly RangeNow[], ReadFailure>> =>
  resultOf(() =>
    session.request(
      (context) =>
        ranges.map(({ sheet, range }) => {
          const cells = rangeIn(sheetIn(context, sheet), range);
          cells.load('values, formulas');
          return cells;
        }),
      (loaded) =>
        loaded.map(({ values, formulas }): RangeNow => ({
          values: values.map((line) =>
            line.map((value: string | number | boolean): CellValue => (value === '' ? null : value)),
          ),
          formulas: formulas.map((line) =>
            line.map((typed: unknown) => typeof typed === 'string' && typed.startsWith('=')),
          ),
        })),
    ),
  );

/** Does a cell compute what it shows? */
export const isFormula = (
  session: ExcelSession,
  sheet: string,
  row: number,
  column: number,
): Promise<Result<boolean, ReadFailure>> =>
  resultOf(() =>
    session.request(
      (context) => {
        const cell = rangeIn(sheetIn(context, sheet), { row, column, rows: 1, columns: 1 });
        cell.load('formulas');
        return cell;
      },
      ({ formulas }) => String(formulas[0]?.[0] ?? '').startsWith('='),
    ),
  );

/** Writes cells of one sheet; some thousands take one request. false, and nothing written, when a guard no longer holds: the row has moved. */
export const writeCells = (
  session: ExcelSession,
  sheet: string,
  guards: readonly CellGuard[],
  writes: readonly CellWrite[],
): Promise<Result<boolean, ReadFailure>> =>
  resultOf(async () => {
    const holds =
      guards.length === 0 ||
      (await session.request(
        (context) =>
          guards.map(({ row, column }) => {
            const cell = rangeIn(sheetIn(context, sheet), { row, column, rows: 1, columns: 1 });
            cell.load('values');
            return cell;
          }),
        (cells) => cells.every((cell, index) => String(cell.values[0]?.[0] ?? '') === guards[index]?.value),
      ));
    if (!holds) return false;
    await sendSteps(
      session,
      writes.map(({ row, column, value }): Step => ({
        bytes: CALL_BYTES + jsonBytes(value),
        run: (context) => {
          rangeIn(sheetIn(context, sheet), { row, column, rows: 1, columns: 1 }).values = [[inExcel(value)]];
        },
      })),
    );
    return true;
  });

/** Shows a cell: its sheet comes to the front and the cell is selected. */
export const selectCell = (
  session: ExcelSession,
  sheet: string,
  row: number,
  column: number,
): Promise<Result<void, ReadFailure>> =>
  resultOf(() =>
    session.write((context) => {
      const target = sheetIn(context, sheet);
      target.activate();
      rangeIn(target, { row, column, rows: 1, columns: 1 }).select();
    }),
  );

type Input = string | number | boolean;

/** A row as a step, so that rows are packed by weight like everything else. */
interface RowStep extends Step {
  readonly row: readonly Input[];
}

/** The body of a table: where it lies, and which of its columns are blank. */
const readBody = (session: ExcelSession, table: string): Promise<{ range: RangeSpec; blank: readonly boolean[] }> =>
  session.request(
    (context) => {
      const body = context.workbook.tables.getItem(table).getDataBodyRange().untrack();
      body.load('rowIndex,columnIndex,rowCount,columnCount,values');
      return body;
    },
    ({ rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns, values }) => ({
      range: { row, column, rows, columns },
      blank: Array.from({ length: columns }, (_, index) => values.every((line) => line[index] === '')),
    }),
  );

/**
 * Adds rows to a table, under it or before body row `at`; `formulas` are what each cell gets, in the order of the table's columns. Formulas are written over constants, and never into a
 * blank column, which Excel would make one calculated column.
 */
export const addTableRows = (
  session: ExcelSession,
  table: string,
  formulas: readonly (readonly CellValue[])[],
  at: number | null = null,
): Promise<Result<void, ReadFailure>> =>
  resultOf(async () => {
    const rows = formulas.map((line) => line.map(inExcel));
    const { range, blank } = await readBody(session, table);
    const held = blank.flatMap((isBlank, index) =>
      isBlank && rows.some((row) => isFormulaText(row[index])) ? [index] : [],
    );
    const packs = packSteps(
      rows.map((row): RowStep => ({
        row,
        bytes: row.reduce<number>((sum, cell) => sum + 2 * jsonBytes(cell), 0),
        run: () => undefined,
      })),
    );
    const place = at === null || at >= range.rows ? null : at;
    let next = range.row + (place ?? range.rows);
    await packs.reduce(
      (before, pack) =>
        before.then(async () => {
          const added = pack.map((step) => (step as RowStep).row);
          const first = next;
          next += added.length;
          // A row that was there: the first, or where it moved to.
          const heldRow = place === 0 ? next : range.row;
          await session.write((context) => {
            const home = context.workbook.tables.getItem(table);
            const cells = (at: RangeSpec): Excel.Range =>
              home.worksheet.getRangeByIndexes(at.row, at.column, at.rows, at.columns).untrack();
            const hold = (value: 0 | ''): void => {
              for (const index of held)
                cells({ row: heldRow, column: range.column + index, rows: 1, columns: 1 }).values = [[value]];
            };
            home.rows.add(
              place === null ? undefined : first - range.row,
              added.map((row) => row.map((cell) => (isFormulaText(cell) ? 0 : cell))),
            );
            if (!added.some((row) => row.some(isFormulaText))) return;
            hold(0);
            cells({ ...range, row: first, rows: added.length }).formulas = added.map((row) =>
              row.map((cell) => (isFormulaText(cell) ? cell : null)),
            );
            hold('');
          });
        }),
      Promise.resolve(),
    );
  });

/** Puts the sum of what users change, as the sheet computes it now, beside it as that of the last check; false when it was so already. */
export const writeCheckedSum = (
  session: ExcelSession,
  sheet: string,
  column: number | null,
): Promise<Result<boolean, ReadFailure>> =>
  resultOf(async () => {
    if (column === null) return false;
    const [now, checked] = await session.request(
      (context) => {
        const cells = rangeIn(sheetIn(context, sheet), { row: SUM_ROWS.now, column, rows: 2, columns: 1 });
        cells.load('values');
        return cells;
      },
      ({ values }) => values.map(([value]) => value as unknown),
    );
    if (typeof now !== 'number' || typeof checked !== 'number' || now === checked) return false;
    await session.write((context) => {
      rangeIn(sheetIn(context, sheet), { row: SUM_ROWS.checked, column, rows: 1, columns: 1 }).values = [[now]];
    });
    return true;
  });
