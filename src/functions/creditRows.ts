import { CENTS_PER_EURO, isCents, type Cents } from '../plan/money';
import { success, type Result } from '../plan/result';
import type { Direction, Kind, Phase } from '../plan/vocabulary';
import { directionOfLabel, foldLabel, kindOfLabel } from '../schema/rows/labels';
import { centsOf } from '../sheets/amounts';
import { CREDIT_COLUMNS, creditColumn, PHASES_IN_TIME } from '../sheets/creditColumns';
import { KEY_COLUMN } from '../sheets/names';
import { CellError, foldCode, plain, textOf } from './cells';
import { Refusal, SENTENCES } from './failure';
import { givenTable, type GivenTable } from './givenTable';

/** A line of the table of credits: one code, kind and direction in a year. */
export interface CreditRow {
  /** Number of the row in the table that was handed over, from 1. */
  readonly row: number;
  /** As printed. */
  readonly code: string;
  /** The code itself and those above it, folded, each once, from the top down. */
  readonly path: readonly string[];
  /** Code on the highest level, as printed; '' when the line stands under none. Without columns of levels its own code. */
  readonly top: string;
  /** The same, folded. */
  readonly topKey: string;
  /** null when the year, kind or direction is none: such a line counts for nothing, as on the sheet. */
  readonly year: number | null;
  readonly kind: Kind | null;
  readonly direction: Direction | null;
  readonly kindText: string;
  readonly directionText: string;
  readonly yearText: string;
  /** What is printed for a phase: null when nothing is. */
  readonly cents: (phase: Phase) => Cents | null | Refusal;
}

const KNOWN_HEADINGS = new Set(
  [...Object.values(CREDIT_COLUMNS), ...PHASES_IN_TIME.map(creditColumn), KEY_COLUMN].map(foldLabel),
);

/** Columns with the code of the row at each level: those before the code that are not among the others. Their names are the board's own. */
function levelColumns({ headings }: GivenTable, code: number): readonly number[] {
  return headings
    .slice(0, code)
    .flatMap((heading, at) => (heading === '' || KNOWN_HEADINGS.has(foldLabel(heading)) ? [] : [at]));
}

/** What was found for a text stays known: a table repeats the same few. */
function remember<Value>(find: (text: string) => Value): (cell: unknown) => Value {
  const known = new Map<unknown, Value>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined || known.has(cell)) return before as Value;
    const value = find(textOf(cell));
    known.set(cell, value);
    return value;
  };
}

/** Digits typed as text count; what could be read in two ways does not. */
const WHOLE_NUMBER = /^-?\d{1,15}$/;

function amountOf(cell: unknown, column: string, row: number): Cents | null | Refusal {
  if (typeof cell === 'number')
    return centsOf(cell) ?? new Refusal('value', SENTENCES.badAmount(column, row, String(cell)));
  const value = plain(cell);
  if (value === null) return null;
  if (value instanceof CellError) return new Refusal('value', SENTENCES.amountError(column, row, value.text));
  const text = textOf(value);
  if (text === '') return null;
  const cents =
    typeof value === 'number' ? centsOf(value) : WHOLE_NUMBER.test(text) ? Number(text) * CENTS_PER_EURO : null;
  return cents !== null && isCents(cents) ? cents : new Refusal('value', SENTENCES.badAmount(column, row, text));
}

export interface CreditTable {
  readonly rows: readonly CreditRow[];
  /** Headings of the levels, from the top down. */
  readonly levels: readonly string[];
  /** Phases the table has a column for. */
  readonly phases: readonly Phase[];
}

/** Reads a table of credits with at least code, kind, direction and the columns of `phases`. Rows without a code (totals, empty rows) are none. */
export function creditTable(
  argument: unknown,
  phases: readonly Phase[],
  alsoNeeded: readonly string[] = [],
): Result<CreditTable, Refusal> {
  const c = CREDIT_COLUMNS;
  const read = givenTable(argument, 'kredieten', [
    c.code,
    c.kind,
    c.direction,
    ...phases.map(creditColumn),
    ...alsoNeeded,
  ]);
  if (!read.ok) return read;
  const table = read.value;
  const levels = levelColumns(table, table.at(c.code));
  const rowAt = creditRowReader(table, levels);
  return success({
    rows: table.rows.flatMap((cells, index) => rowAt(cells, table.firstRow + index) ?? []),
    levels: levels.map((at) => table.headings[at] ?? ''),
    phases: PHASES_IN_TIME.filter((phase) => table.at(creditColumn(phase)) >= 0),
  });
}

/** Reads one row; null without a code. What a text means is looked up once, however many rows hold it. */
function creditRowReader(
  table: GivenTable,
  levels: readonly number[],
): (cells: readonly unknown[], row: number) => CreditRow | null {
  const c = CREDIT_COLUMNS;
  const [code, kind, direction, year] = [table.at(c.code), table.at(c.kind), table.at(c.direction), table.at(c.year)];
  const columnOf = new Map(PHASES_IN_TIME.map((phase) => [phase, table.at(creditColumn(phase))]));
  const [fold, kindAt, directionAt] = [remember(foldCode), remember(kindOfLabel), remember(directionOfLabel)];
  return (cells, row) => {
    const own = fold(cells[code]);
    if (own === '') return null;
    const above = levels.map((level) => fold(cells[level])).filter((each) => each !== '' && each !== own);
    const yearText = year < 0 ? '' : textOf(cells[year]);
    return {
      row,
      code: textOf(cells[code]),
      path: [...new Set(above), own],
      top: textOf(cells[levels[0] ?? code]),
      topKey: fold(cells[levels[0] ?? code]),
      year: /^\d{4}$/.test(yearText) ? Number(yearText) : null,
      kind: kindAt(cells[kind]),
      direction: directionAt(cells[direction]),
      kindText: textOf(cells[kind]),
      directionText: textOf(cells[direction]),
      yearText,
      cents: (phase) => {
        const column = columnOf.get(phase) ?? -1;
        return column < 0 ? null : amountOf(cells[column], creditColumn(phase), row);
      },
    };
  };
}
