import type { Source } from './document';

/** A table of figures that is no legal schema. */
export interface DataTable {
  readonly id: string;
  readonly title: string;
  /** Node it is printed under. */
  readonly node: string | null;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** The printed total row; null when none is printed. */
  readonly total: DataRow | null;
  readonly source: Source;
}

export interface DataColumn {
  readonly name: string;
  /** `eurocent`: values are whole cents; `%`: percent points as printed; else what is counted. */
  readonly unit: string;
  /** A column that is the share of one column in another, by 0-based index. */
  readonly share?: { readonly part: number; readonly whole: number };
}

export interface DataRow {
  readonly label: string;
  /** One per column; null for a cell that is not printed. */
  readonly values: readonly (number | null)[];
  readonly source: Source;
}
