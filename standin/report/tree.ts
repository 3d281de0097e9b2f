import type { ExpectedRow } from './expected';
import { addRows, isPrinted, rounded, rowText } from './figures';
import type { Random } from './random';

/** A row of a schema of which the figures are the sum of the rows below it. */
export interface Branch {
  readonly marker: string;
  readonly label: string;
  readonly children: readonly Branch[];
}

export const branch = (marker: string, label: string, children: readonly Branch[] = []): Branch => ({
  marker,
  label,
  children,
});

/** A branch with its figures: exact cents per column. */
export interface Filled {
  readonly marker: string;
  readonly label: string;
  readonly cents: readonly number[];
  readonly children: readonly Filled[];
}

/** Share of the rows without children that hold nothing at all, and so are not printed. */
const EMPTY_SHARE = 0.3;

const leavesOf = ({ children }: Branch): number =>
  children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);

/** Splits a total per column over the lowest rows; some of these get nothing in any column. The rows above add up exactly. */
export function fillBranches(
  random: Random,
  branches: readonly Branch[],
  totals: readonly number[],
): readonly Filled[] {
  const count = branches.reduce((sum, one) => sum + leavesOf(one), 0);
  const used = Array.from({ length: count }, () => !random.chance(EMPTY_SHARE));
  if (!used.includes(true)) used[0] = true;
  const shares = totals.map((total) => random.split(total, used.filter(Boolean).length));
  let leaf = 0;
  let slot = 0;
  const next = (): number[] => {
    const filled = used[leaf] === true;
    leaf += 1;
    if (!filled) return totals.map(() => 0);
    slot += 1;
    return totals.map((_, column) => shares[column]?.[slot - 1] ?? 0);
  };
  const fill = ({ marker, label, children }: Branch): Filled => {
    if (children.length === 0) return { marker, label, cents: next(), children: [] };
    const below = children.map(fill);
    return {
      marker,
      label,
      cents: addRows(
        below.map(({ cents }) => cents),
        totals.length,
      ),
      children: below,
    };
  };
  return branches.map(fill);
}

export interface PrintedRow {
  readonly text: string;
  readonly row: ExpectedRow;
}

/** Lines and expected rows of what is printed: a row that is zero in all columns is not. `shown` picks the columns of one block. */
export function printBranches(
  branches: readonly Filled[],
  section: string,
  shown: readonly number[] | null = null,
  above: readonly string[] = [],
): readonly PrintedRow[] {
  return branches.flatMap(({ marker, label, cents, children }) => {
    if (!isPrinted(cents)) return [];
    const path = [...above, marker];
    const values = cents.map(rounded);
    const printed = shown === null ? cents : shown.map((column) => cents[column] ?? 0);
    const opening = marker === '-' ? '-' : `${marker}.`;
    return [
      {
        text: rowText(`${opening} ${label}`, printed),
        row: { section, path, label, values, node: null, kind: null, direction: null },
      },
      ...printBranches(children, section, shown, path),
    ];
  });
}
