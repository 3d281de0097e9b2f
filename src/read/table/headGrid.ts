import type { StatementColumn } from '../../plan/document';
import { kindsOf, type HeadCell, type HeadLine } from './headLine';
import type { Atom } from './headPhrases';
import { splitsOf } from './headSplits';

/** A column of a table as its head names it; one that no schema has goes by its name alone. */
export type Column = { readonly head: StatementColumn } | { readonly passed: string };

/** What is known of the table beside its head. */
export interface HeadContext {
  /** The years printed over the table, when its own head prints none. */
  readonly years: readonly number[] | null;
  /** The year the report closes; null for a plan. */
  readonly fiscalYear: number | null;
  /** Is every figure of it a plan? */
  readonly isPlan: boolean;
  /** The part of the schema for one entity. */
  readonly entity: string | null;
}

export type GridReading =
  | { readonly is: 'columns'; readonly columns: readonly Column[] }
  /** More than one reading, or none in which the lines fit each other. */
  | { readonly is: 'unclear' };

const UNCLEAR: GridReading = { is: 'unclear' };

/** No printed table has more columns: eight years of three figures. */
export const MAX_COLUMNS = 24;

/**
 * The columns that one to three lines of cells make together: years over phases, phases over years, versions under
 * years, directions under either. Each cell of the shorter line spans cells of the longer one that follow each other.
 * What can be read in two ways is not read.
 */
export function readGrid(lines: readonly HeadLine[], context: HeadContext): GridReading {
  if (lines.length === 0 || lines.some(({ isEven }) => !isEven)) return UNCLEAR;
  const levels = levelsOf(lines);
  if (levels === null) return UNCLEAR;
  let cells: readonly HeadCell[] | null = levels[0] ?? [];
  for (const level of levels.slice(1)) cells = cells === null ? null : combine(cells, level, context);
  if (cells === null || cells.length === 0 || cells.length > MAX_COLUMNS) return UNCLEAR;
  const years = cells.some((cell) => /year/.test(kindsOf(cell))) ? null : context.years;
  const dated = years === null ? cells : combine(years.map(yearCell), cells, context);
  if (dated === null) return UNCLEAR;
  const columns = dated.map((cell) => columnOf(cell, context));
  if (!columns.every((column): column is Column => column !== null)) return UNCLEAR;
  return hasDoubles(columns) ? UNCLEAR : { is: 'columns', columns };
}

/** The lines of a head with those that say the same kinds of things put together; null when their order is not known. */
function levelsOf(lines: readonly HeadLine[]): readonly (readonly HeadCell[])[] | null {
  const levels: (readonly HeadCell[])[] = [];
  for (const { cells } of lines) {
    const at = levels.findIndex((level) => kindsIn(level).join() === kindsIn(cells).join());
    const known = levels[at];
    const together = known === undefined ? cells : besideEachOther(known, cells);
    if (together === null) return null;
    if (known === undefined) levels.push(together);
    else levels[at] = together;
  }
  return levels;
}

const yearCell = (year: number): HeadCell => ({ atoms: [{ of: 'year', year }], from: null, to: null });

/** Two lines of a head as one; null when they do not fit, or in more than one way. */
function combine(
  upper: readonly HeadCell[],
  lower: readonly HeadCell[],
  context: HeadContext,
): readonly HeadCell[] | null {
  const repeated = kindsIn(upper).some((kind) => kindsIn(lower).includes(kind));
  if (repeated) return null;
  const [over, under] = upper.length <= lower.length ? [upper, lower] : [lower, upper];
  const found = splitsOf(over, under)
    .map((sizes) => joinBy(over, under, sizes))
    .filter((cells) => !hasDoubles(cells.map((cell) => columnOf(cell, context))));
  const likely = found.length > 1 ? found.filter((cells) => isInTime(cells, context)) : found;
  return likely.length === 1 ? (likely[0] ?? null) : null;
}

const kindsIn = (cells: readonly HeadCell[]): readonly string[] => [
  ...new Set(cells.flatMap((cell) => kindsOf(cell).split(' '))),
];

/** Cells of one line that stand a little higher or lower than their neighbours, by where they stand; null when unknown. */
function besideEachOther(upper: readonly HeadCell[], lower: readonly HeadCell[]): readonly HeadCell[] | null {
  const all = [...upper, ...lower];
  if (all.some(({ from }) => from === null)) return null;
  const sorted = all.sort((left, right) => (left.from ?? 0) - (right.from ?? 0));
  const overlaps = sorted.some((cell, at) => at > 0 && (sorted[at - 1]?.to ?? 0) > (cell.from ?? 0));
  return overlaps ? null : sorted;
}

function joinBy(over: readonly HeadCell[], under: readonly HeadCell[], sizes: readonly number[]): readonly HeadCell[] {
  const parents = sizes.flatMap((size, at) => Array.from({ length: size }, () => over[at]));
  return under.map((cell, at) => ({ ...cell, atoms: [...(parents[at]?.atoms ?? []), ...cell.atoms] }));
}

/** No account of a year still to come, and no plan of one long past, when the report says which year it closes. */
function isInTime(cells: readonly HeadCell[], { fiscalYear }: HeadContext): boolean {
  if (fiscalYear === null) return true;
  return cells.every(({ atoms }) => {
    const year = atoms.find((atom) => atom.of === 'year')?.year;
    const phase = atoms.find((atom) => atom.of === 'phase')?.phase;
    if (year === undefined || phase === undefined) return true;
    return phase === 'actual' ? year <= fiscalYear : phase === 'plan' ? year >= fiscalYear : year === fiscalYear;
  });
}

function columnOf(cell: HeadCell, context: HeadContext): Column | null {
  const passed = cell.atoms.find((atom) => atom.of === 'passed');
  if (passed !== undefined) return { passed: passed.name };
  const year = yearOf(cell.atoms, context);
  if (year === null) return null;
  const found = <K extends Atom['of']>(of: K): Extract<Atom, { of: K }> | undefined =>
    cell.atoms.find((atom): atom is Extract<Atom, { of: K }> => atom.of === of);
  const direction = found('direction')?.direction;
  const revision = found('revision')?.revision;
  const entity = found('entity')?.entity ?? context.entity ?? undefined;
  return {
    head: {
      year,
      phase: found('phase')?.phase ?? phaseOfYear(year, revision !== undefined, context),
      ...(direction === undefined ? {} : { direction }),
      ...(revision === undefined ? {} : { revision }),
      ...(entity === undefined ? {} : { entity }),
    },
  };
}

function yearOf(atoms: readonly Atom[], { fiscalYear, years }: HeadContext): number | null {
  for (const atom of atoms) {
    if (atom.of === 'year') return atom.year;
    const base = fiscalYear ?? years?.[0] ?? null;
    if (atom.of === 'yearOffset') return base === null ? null : base + atom.offset;
  }
  return null;
}

/** A head that prints years only: versions of a plan are plan, and so is what is past the year that is closed. */
const phaseOfYear = (
  year: number,
  isRevised: boolean,
  { fiscalYear, isPlan }: HeadContext,
): StatementColumn['phase'] => (isPlan || isRevised || (fiscalYear !== null && year > fiscalYear) ? 'plan' : 'actual');

/** Two columns of one head that say the same would have two cells for one figure. */
function hasDoubles(columns: readonly (Column | null)[]): boolean {
  const names = columns.flatMap((column) => (column !== null && 'head' in column ? [columnKey(column.head)] : []));
  return new Set(names).size < names.length;
}

/** Names a column: equal for the same column of two heads. */
export const columnKey = ({ year, phase, direction, revision, entity }: StatementColumn): string =>
  [year, phase, direction ?? '', revision ?? '', entity ?? ''].join('|');
