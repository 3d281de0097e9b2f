import { DEEPEST_GROUP, LINES_PER_READ } from '../request/limits';
import { rangeIn, sheetIn } from '../request/ranges';
import type { SheetSpec } from '../../../sheets/spec';
import type { ExcelSession } from '../request/session';
import { CALL_BYTES, packed, type Step } from '../request/steps';
import { hiddenSteps, runs } from '../write/parts';
import type { Placement } from './placement';

/**
 * Groups of rows and columns. Office.js makes and unmakes them but does not tell how deep a line is grouped; what is folded at each level of the
 * outline does. Hidden lines are put back at once.
 */
export interface Groups {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

export interface Line {
  readonly outline: number;
  readonly hidden: boolean;
}

export interface Size {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

interface Hidden {
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

/** Which lines of a sheet are out of sight. */
export interface HiddenLines {
  readonly rows: readonly boolean[];
  readonly columns: readonly boolean[];
}

const askHidden = (context: Excel.RequestContext, { name, rows, columns }: Size): Hidden => ({
  rows: rangeIn(sheetIn(context, name), { row: 0, column: 0, rows, columns: 1 }).getRowProperties({ rowHidden: true }),
  columns: rangeIn(sheetIn(context, name), { row: 0, column: 0, rows: 1, columns }).getColumnProperties({
    columnHidden: true,
  }),
});

const hiddenOf = ({ rows, columns }: Hidden): HiddenLines => ({
  rows: rows.value.map(({ rowHidden }) => rowHidden ?? false),
  columns: columns.value.map(({ columnHidden }) => columnHidden ?? false),
});

const plain = (hidden: readonly boolean[]): Line[] => hidden.map((one) => ({ outline: 0, hidden: one }));

/** Steps that show and hide lines as they were. */
export const hiddenLineSteps = (name: string, { rows, columns }: HiddenLines): Step[] => [
  ...hiddenSteps(name, plain(rows), 'rows', true),
  ...hiddenSteps(name, plain(columns), 'columns', true),
];

/** Folds a sheet at each level in turn and asks what is out of sight. Nothing is hidden but by its group: a line hidden by hand is not deep. */
function askFolds(context: Excel.RequestContext, size: Size, before: HiddenLines): Hidden[] {
  const home = sheetIn(context, size.name);
  for (const step of hiddenLineSteps(size.name, {
    rows: before.rows.map(() => false),
    columns: before.columns.map(() => false),
  }))
    step.run(context);
  const asked = Array.from({ length: DEEPEST_GROUP }, (_, index) => {
    home.showOutlineLevels(index + 1, index + 1);
    return askHidden(context, size);
  });
  home.showOutlineLevels(DEEPEST_GROUP + 1, DEEPEST_GROUP + 1);
  for (const step of hiddenLineSteps(size.name, before)) step.run(context);
  return asked;
}

/** Does `read` with a few sheets at a time, each of them with so many answers for a line. */
async function inPacks<T>(
  sizes: readonly Size[],
  answers: number,
  read: (pack: readonly Size[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const packs = packed(sizes, ({ rows, columns }) => (rows + columns) * answers, LINES_PER_READ);
  const all: T[] = [];
  await packs.reduce<Promise<void>>(
    (before, pack) =>
      before.then(async () => {
        all.push(...(await read(pack)));
      }),
    Promise.resolve(),
  );
  return all;
}

export const readHiddenLines = (session: ExcelSession, sizes: readonly Size[]): Promise<HiddenLines[]> =>
  inPacks(sizes, 1, (pack) =>
    session.request(
      (context) => pack.map((size) => askHidden(context, size)),
      (asked) => asked.map(hiddenOf),
    ),
  );

/** Reads the groups of sheets and leaves them as they were. */
export const readGroups = (session: ExcelSession, sizes: readonly Size[]): Promise<Groups[]> =>
  inPacks(sizes, DEEPEST_GROUP + 1, (pack) => readGroupsOf(session, pack));

/** Two requests: what is hidden, then the fold of each level. */
async function readGroupsOf(session: ExcelSession, sizes: readonly Size[]): Promise<Groups[]> {
  const before = await readHiddenLines(session, sizes);
  const none: HiddenLines = { rows: [], columns: [] };
  const folds = await session
    .request(
      (context) => sizes.map((size, index) => askFolds(context, size, before[index] ?? none)),
      (asked) => asked.map((one) => one.map(hiddenOf)),
    )
    .catch(async (error: unknown) => {
      await session.write((context) => {
        sizes.forEach(({ name }, index) => {
          for (const step of hiddenLineSteps(name, before[index] ?? none)) step.run(context);
        });
      });
      throw error;
    });
  return before.map((flags, index): Groups => {
    const depth = (lines: (fold: HiddenLines) => readonly boolean[], at: number): number =>
      (folds[index] ?? []).filter((fold) => lines(fold)[at]).length;
    return {
      rows: flags.rows.map((hidden, at) => ({ outline: depth(({ rows }) => rows, at), hidden })),
      columns: flags.columns.map((hidden, at) => ({ outline: depth(({ columns }) => columns, at), hidden })),
    };
  });
}

const groupStep = (sheet: string, axis: 'rows' | 'columns', deeper: boolean, from: number, count: number): Step => ({
  bytes: 2 * CALL_BYTES,
  run: (context) => {
    const home = sheetIn(context, sheet);
    const range =
      axis === 'rows'
        ? rangeIn(home, { row: from, column: 0, rows: count, columns: 1 }).getEntireRow().untrack()
        : rangeIn(home, { row: 0, column: from, rows: 1, columns: count }).getEntireColumn().untrack();
    const option = axis === 'rows' ? 'ByRows' : 'ByColumns';
    if (deeper) range.group(option);
    else range.ungroup(option);
  },
});

function axisSteps(sheet: string, axis: 'rows' | 'columns', now: readonly Line[], wanted: readonly Line[]): Step[] {
  const levels = Array.from({ length: DEEPEST_GROUP }, (_, index) => index + 1);
  const none: Line = { outline: 0, hidden: false };
  const lines = Array.from({ length: Math.max(now.length, wanted.length) }, (_, index) => ({
    now: now[index] ?? none,
    wanted: wanted[index] ?? now[index] ?? none,
  }));
  const moves = (deeper: boolean): Step[] =>
    levels.flatMap((level) =>
      runs(
        lines.map((line) =>
          deeper ? line.wanted.outline - line.now.outline >= level : line.now.outline - line.wanted.outline >= level,
        ),
        (left, right) => left === right,
      )
        .filter(({ item }) => item)
        .map(({ from, count }) => groupStep(sheet, axis, deeper, from, count)),
    );
  const steps = [...moves(false), ...moves(true)];
  return steps.length === 0 && lines.every((line) => line.now.hidden === line.wanted.hidden)
    ? []
    : [
        ...steps,
        ...hiddenSteps(
          sheet,
          lines.map((line) => line.wanted),
          axis,
          true,
        ),
      ];
}

/** Steps from the groups a sheet has to those it must have. */
export const groupUpdates = (sheet: string, now: Groups, wanted: Groups): Step[] => [
  ...axisSteps(sheet, 'rows', now.rows, wanted.rows),
  ...axisSteps(sheet, 'columns', now.columns, wanted.columns),
];

/** What the spec wants: lines that are new get its hidden state, those that were there keep what the user made of it. */
export function wantedGroups(
  spec: SheetSpec,
  now: Groups,
  { columnOf }: Placement,
  isNewRow: (row: number) => boolean,
  movedColumns: boolean,
): Groups {
  const outlines = new Map(spec.rows.map((row) => [row.row, row]));
  const headRow = spec.tables[0]?.range.row ?? 0;
  const columns = new Map(spec.columns.map((column, index) => [columnOf(headRow, index), column]));
  return {
    rows: now.rows.map((line, row) => ({
      outline: outlines.get(row)?.outline ?? 0,
      hidden: isNewRow(row) ? (outlines.get(row)?.hidden ?? false) : line.hidden,
    })),
    columns: now.columns.map((line, column) => {
      const wanted = columns.get(column);
      return wanted
        ? { outline: wanted.outline ?? 0, hidden: movedColumns ? (wanted.hidden ?? false) : line.hidden }
        : line;
    }),
  };
}
