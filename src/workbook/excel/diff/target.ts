import type { Content } from '../read/fingerprint';
import type { StyleName } from '../../../sheets/style';

/** A sheet as it must become, in the columns it will have: ours, and the user's own between or beside them. */
export interface SheetTarget {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly tables: readonly TableTarget[];
  /** What a cell must hold; null leaves it as it is. */
  readonly cellAt: (row: number, column: number) => TargetCell | null;
}

export interface TableTarget {
  readonly name: string;
  /** Row of the header and first column, from 0. */
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  /** What tells each body row from the others. */
  readonly keys: readonly string[];
  readonly totals: boolean;
}

export interface TargetCell {
  readonly content: Content;
  /** undefined: whatever the text says, under the number format the cell has. */
  readonly isFormula?: boolean;
  /** null keeps the number format. */
  readonly numberFormat: string | null;
  readonly style?: StyleName | null;
}

/** Row after the last row of a table. */
export const endOf = ({ row, keys, totals }: TableTarget): number => row + 1 + keys.length + (totals ? 1 : 0);
