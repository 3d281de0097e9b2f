import { sheetIn } from '../request/ranges';
import { alignColumns, alignRows, type Alignment } from './align';
import type { Content } from '../read/fingerprint';
import { contentAt, type LiveSheet, type LiveTable } from '../read/liveSheet';
import { CALL_BYTES, type Step } from '../request/steps';
import { sameName } from '../read/survey';
import { endOf, type SheetTarget, type TableTarget } from './target';

/** How a sheet gets the rows and columns it must have, and where each of them came from. */
export interface Restructuring {
  readonly steps: readonly Step[];
  /** Sheet row of the target -> sheet row now; null for a new one. Rows beyond the list have moved along. */
  readonly rowFrom: Alignment;
  /** Column of a cell now for a cell of the target; null for a new column. */
  readonly columnFrom: (row: number, column: number) => number | null;
  /** Rows or columns come or go. */
  readonly changes: boolean;
  /** Columns of tables come or go; the columns of the sheet keep their widths where they are. */
  readonly movesColumns: boolean;
  /** Rows that go. */
  readonly removed: readonly number[];
}

/** A sheet whose tables no longer stand where they were put; `table` is the first of them. */
export class MovedTable extends Error {
  constructor(readonly table: string) {
    super(`table ${table} was moved`);
  }
}

interface Pair {
  readonly live: LiveTable;
  readonly target: TableTarget;
  readonly columns: Alignment;
  readonly body: Alignment;
}

const keysNow = (sheet: LiveSheet, live: LiveTable, keyOf: KeyOf): string[] => {
  const rows = live.range.rows - 1 - (live.totals ? 1 : 0);
  const column = keyOf(live.name, live.headers);
  return Array.from({ length: rows }, (_, index) =>
    String(contentAt(sheet, live.range.row + 1 + index, live.range.column + column)),
  );
};

/** Index of the column that tells the rows of a table apart. */
export type KeyOf = (table: string, headers: readonly string[]) => number;

function pairsOf(sheet: LiveSheet, target: SheetTarget, keyOf: KeyOf): Pair[] {
  return target.tables.map((table): Pair => {
    const live = sheet.tables.find(({ name }) => sameName(name, table.name));
    if (live === undefined) throw new MovedTable(table.name);
    return {
      live,
      target: table,
      columns: alignColumns(live.headers, table.headers),
      body: alignRows(keysNow(sheet, live, keyOf), table.keys),
    };
  });
}

const rowsStep = (sheet: string, kind: 'insert' | 'delete', row: number, rows: number): Step => ({
  bytes: CALL_BYTES,
  run: (context) => {
    const range = sheetIn(context, sheet)
      .getRange(`${row + 1}:${row + rows}`)
      .untrack();
    if (kind === 'insert') range.insert('Down').untrack();
    else range.delete('Up');
  },
});

interface Run {
  readonly from: number;
  readonly count: number;
}

function runsOf(indexes: readonly number[]): Run[] {
  const found: { from: number; count: number }[] = [];
  for (const index of indexes) {
    const last = found.at(-1);
    if (last && last.from + last.count === index) last.count += 1;
    else found.push({ from: index, count: 1 });
  }
  return found;
}

/**
 * Body rows of one table: what goes is deleted from below, then what is new is inserted from above, each at its own place. New rows under the
 * last one lie outside the table (unless a totals row follows), so the table is stretched over them.
 */
function bodySteps(sheet: string, { live, target, body }: Pair): { steps: Step[]; removed: number[] } {
  const first = live.range.row + 1;
  const rows = live.range.rows - 1 - (live.totals ? 1 : 0);
  const kept = new Set(body.filter((place) => place !== null));
  const gone = Array.from({ length: rows }, (_, index) => index).filter((index) => !kept.has(index));
  const added = body.flatMap((place, index) => (place === null ? [index] : []));
  const lastKept = body.reduce<number>((last, place, index) => (place === null ? last : index), -1);
  const stretched = !live.totals && lastKept < body.length - 1;
  return {
    steps: [
      ...runsOf(gone)
        .reverse()
        .map(({ from, count }) => rowsStep(sheet, 'delete', first + from, count)),
      ...runsOf(added).map(({ from, count }) => rowsStep(sheet, 'insert', first + from, count)),
      ...(stretched ? [resizeStep(target, first - 1, live.range.column, target.headers.length)] : []),
    ],
    removed: gone.map((index) => first + index),
  };
}

const resizeStep = (target: TableTarget, row: number, column: number, columns: number): Step => ({
  bytes: CALL_BYTES,
  run: (context) => {
    const table = context.workbook.tables.getItem(target.name);
    table.resize(table.worksheet.getRangeByIndexes(row, column, 1 + target.keys.length, columns).untrack());
  },
});

/** Columns of one table, by the place they have while the steps run. */
function columnSteps({ live, target, columns }: Pair): Step[] {
  const kept = new Set(columns.filter((place) => place !== null));
  const gone = live.headers
    .map((_, index) => index)
    .filter((index) => !kept.has(index))
    .reverse();
  const added = columns.flatMap((place, index) => (place === null ? [index] : []));
  const renamed = columns.flatMap((place, index) =>
    place !== null && live.headers[place] !== target.headers[index] ? [index] : [],
  );
  const table = (context: Excel.RequestContext): Excel.Table => context.workbook.tables.getItem(target.name);
  const rename = (index: number, name: string): Step => ({
    bytes: CALL_BYTES,
    run: (context) => {
      table(context).columns.getItemAt(index).name = name;
    },
  });
  return [
    ...gone.map((index): Step => ({
      bytes: CALL_BYTES,
      run: (context) => {
        table(context).columns.getItemAt(index).delete();
      },
    })),
    ...added.map((index): Step => ({
      bytes: CALL_BYTES,
      run: (context) => {
        table(context).columns.add(index, undefined, `Planboek ${index}`);
      },
    })),
    // Two rounds, so that names can be swapped.
    ...renamed.map((index) => rename(index, `Planboek ${index}`)),
    ...[...renamed, ...added].map((index) => rename(index, target.headers[index] ?? '')),
  ];
}

const hasTotalsChange = ({ live, target }: Pair): boolean => live.totals !== target.totals;

/** A totals row that was put away comes back on a row of its own, and one that was added goes with its row. */
function totalsSteps(sheet: string, { live, target }: Pair): Step[] {
  const end = live.range.row + live.range.rows;
  const show: Step = {
    bytes: CALL_BYTES,
    run: (context) => {
      context.workbook.tables.getItem(target.name).showTotals = target.totals;
    },
  };
  return target.totals ? [rowsStep(sheet, 'insert', end, 1), show] : [show, rowsStep(sheet, 'delete', end - 1, 1)];
}

/**
 * Plans the rows and columns of a sheet. Tables stand one below the other; between them stand rows of ours, whose number may change just above a
 * table. Throws MovedTable when a table is gone, or stands elsewhere than where we put it: what the user did there is not ours to undo.
 */
export function restructure(
  sheet: LiveSheet,
  target: SheetTarget,
  placed: readonly TablePlace[],
  keyOf: KeyOf,
): Restructuring {
  const pairs = pairsOf(sheet, target, keyOf);
  checkPlaces(pairs, placed);
  const rowFrom: (number | null)[] = [];
  const segments: { steps: Step[]; removed: number[] }[] = [];
  let liveRow = 0;
  for (const pair of pairs) {
    const wantedGap = pair.target.row - rowFrom.length;
    const liveGap = pair.live.range.row - liveRow;
    const shared = Math.min(wantedGap, liveGap);
    for (let index = 0; index < wantedGap; index += 1) rowFrom.push(index < shared ? liveRow + index : null);
    const gapRows = Array.from({ length: liveGap - shared }, (_, index) => liveRow + shared + index);
    segments.push({
      steps:
        wantedGap > shared
          ? [rowsStep(sheet.found.name, 'insert', liveRow + shared, wantedGap - shared)]
          : gapRows.length > 0
            ? [rowsStep(sheet.found.name, 'delete', liveRow + shared, gapRows.length)]
            : [],
      removed: gapRows,
    });
    rowFrom.push(
      pair.live.range.row,
      ...pair.body.map((place) => (place === null ? null : pair.live.range.row + 1 + place)),
    );
    const end = pair.live.range.row + pair.live.range.rows;
    if (pair.target.totals) rowFrom.push(pair.live.totals ? end - 1 : null);
    const body = bodySteps(sheet.found.name, pair);
    segments.push({
      steps: [
        ...(hasTotalsChange(pair) ? totalsSteps(sheet.found.name, pair) : []),
        ...bodyAfterTotals(sheet.found.name, pair, body.steps),
      ],
      removed: [...body.removed, ...(pair.live.totals && !pair.target.totals ? [end - 1] : [])],
    });
    liveRow = end;
  }
  while (rowFrom.length < target.rows) rowFrom.push(liveRow + rowFrom.length - lastEnd(pairs));
  const steps = [...segments].reverse().flatMap((segment) => segment.steps);
  const columns = pairs.flatMap(columnSteps);
  return {
    steps: [...columns, ...steps],
    rowFrom,
    columnFrom: columnMap(pairs),
    changes: columns.length + steps.length > 0,
    movesColumns: pairs.some((pair) => pair.columns.includes(null) || pair.columns.length !== pair.live.headers.length),
    removed: segments.flatMap((segment) => segment.removed),
  };
}

/** With another totals row than before, the steps of the body are planned for the table as it then is. */
const bodyAfterTotals = (sheet: string, pair: Pair, steps: Step[]): Step[] =>
  hasTotalsChange(pair)
    ? bodySteps(sheet, {
        ...pair,
        live: {
          ...pair.live,
          totals: pair.target.totals,
          range: { ...pair.live.range, rows: pair.live.range.rows + (pair.target.totals ? 1 : -1) },
        },
      }).steps
    : steps;

const lastEnd = (pairs: readonly Pair[]): number => {
  const last = pairs.at(-1);
  return last ? endOf(last.target) : 0;
};

/** Where a table was put when it was last written: its header row and first column. */
export interface TablePlace {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

/** The distance from each table to the one above it must be what it was, and so must the first column. */
function checkPlaces(pairs: readonly Pair[], placed: readonly TablePlace[]): void {
  let liveEnd = 0;
  let placedEnd = 0;
  for (const { live, target } of pairs) {
    const place = placed.find(({ name }) => sameName(name, target.name));
    if (place === undefined) continue;
    if (live.range.row - liveEnd !== place.row - placedEnd || live.range.column !== place.column)
      throw new MovedTable(target.name);
    liveEnd = live.range.row + live.range.rows;
    placedEnd = place.row + place.rows;
  }
}

/** Columns come and go within a table only: cells above and below it stay where they are. */
function columnMap(pairs: readonly Pair[]): Restructuring['columnFrom'] {
  return (row, column) => {
    const home = pairs.find(({ target }) => row >= target.row && row < endOf(target));
    const index = column - (home?.target.column ?? 0);
    if (home === undefined || index < 0) return column;
    if (index >= home.columns.length) return column - home.columns.length + home.live.headers.length;
    const place = home.columns[index];
    return place === null || place === undefined ? null : home.live.range.column + place;
  };
}

/** What a cell of the target holds once the rows and columns are in place; undefined where Excel may have filled in something of its own. */
export const expectedContent = (
  sheet: LiveSheet,
  { rowFrom, columnFrom }: Restructuring,
  row: number,
  column: number,
): Content | undefined => {
  const from = row < rowFrom.length ? rowFrom[row] : null;
  const at = columnFrom(row, column);
  return from === null || from === undefined || at === null ? undefined : contentAt(sheet, from, at);
};
