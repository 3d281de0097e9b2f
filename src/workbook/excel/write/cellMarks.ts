import { rangeIn, sheetIn } from '../request/ranges';
import type { Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import { sendSteps } from './cellAccess';
import { resultOf, type ExcelSession } from '../request/session';
import { CALL_BYTES, type Step } from '../request/steps';

/** A cell that deserves a look. */
export interface CellMark {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export const sameCell = (one: CellMark, other: CellMark): boolean =>
  one.sheet === other.sheet && one.row === other.row && one.column === other.column;

/** How a marked cell is framed; a frame is seen beside any fill or conditional format. Nothing else frames a cell on four sides like this. */
const FRAME = { color: '#B42318', weight: 'Medium', style: 'Continuous' } as const;
const SIDES = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' } as const;
const EDGES = Object.keys(SIDES) as (keyof typeof SIDES)[];

/** A cell answers some 400 bytes. */
const CELLS_PER_READ = 8_000;

function isFramed({ format }: Excel.CellProperties): boolean {
  const borders = format?.borders;
  return EDGES.every((edge) => {
    const side = borders?.[SIDES[edge]];
    return side?.style === FRAME.style && side.color?.toUpperCase() === FRAME.color;
  });
}

/** Rows of a sheet, in one of its columns. */
export interface ColumnPart {
  readonly sheet: string;
  readonly column: number;
  readonly row: number;
  readonly rows: number;
}

const slices = (part: ColumnPart): readonly ColumnPart[] =>
  Array.from({ length: Math.ceil(part.rows / CELLS_PER_READ) }, (_, index) => ({
    ...part,
    row: part.row + index * CELLS_PER_READ,
    rows: Math.min(CELLS_PER_READ, part.rows - index * CELLS_PER_READ),
  }));

/** Cells of these columns that stand framed: the workbook itself remembers its marks, also when it was closed in between. */
export const readMarks = (
  session: ExcelSession,
  columns: readonly ColumnPart[],
): Promise<Result<readonly CellMark[], ReadFailure>> =>
  resultOf(() =>
    columns.flatMap(slices).reduce<Promise<readonly CellMark[]>>(
      (before, { sheet, column, row, rows }) =>
        before.then(async (found) => {
          const framed = await session.request(
            (context) =>
              rangeIn(sheetIn(context, sheet), { row, column, rows, columns: 1 }).getCellProperties({
                format: { borders: { color: true, style: true, weight: true } },
              }),
            ({ value }) =>
              value.flatMap(([cell], index): readonly CellMark[] =>
                cell && isFramed(cell) ? [{ sheet, row: row + index, column }] : [],
              ),
          );
          return [...found, ...framed];
        }),
      Promise.resolve([]),
    ),
  );

/** Takes the frame from some cells and puts it around others. Cells that share an edge with a cleared one must be among the marked. */
export const markCells = (
  session: ExcelSession,
  marked: readonly CellMark[],
  cleared: readonly CellMark[],
): Promise<Result<void, ReadFailure>> =>
  resultOf(() => {
    const step = (cell: CellMark, change: (border: Excel.RangeBorder) => void): Step => ({
      bytes: EDGES.length * CALL_BYTES,
      run: (context) => {
        const { format } = rangeIn(sheetIn(context, cell.sheet), {
          row: cell.row,
          column: cell.column,
          rows: 1,
          columns: 1,
        });
        for (const edge of EDGES) change(format.borders.getItem(edge));
      },
    });
    const steps = [
      ...cleared.map((cell) =>
        step(cell, (border) => {
          border.style = 'None';
        }),
      ),
      ...marked.map((cell) =>
        step(cell, (border) => {
          border.set({ style: FRAME.style, weight: FRAME.weight, color: FRAME.color });
        }),
      ),
    ];
    return sendSteps(session, steps);
  });
