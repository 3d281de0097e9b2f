import type { StyleName } from './style';

/**
 * What a sheet contains, as plain JSON data: no host, no functions. Two hosts build from it (Excel through Office.js, and .xlsx files), and a
 * sheet of one can be compared cell by cell with that of the other. Rows and columns count from 0.
 */
export interface SheetSpec {
  readonly name: string;
  readonly visibility: 'visible' | 'veryHidden';
  /** Colour of the tab, RRGGBB. */
  readonly tabColor: string | null;
  readonly showGridlines: boolean;
  /** From the first column on; columns beyond the list keep the host's width. */
  readonly columns: readonly ColumnSpec[];
  /** Only rows that differ from the host's default. */
  readonly rows: readonly RowSpec[];
  /** Rectangles of cells; they do not overlap. What no block covers is empty. */
  readonly blocks: readonly BlockSpec[];
  readonly merges: readonly RangeSpec[];
  readonly tables: readonly TableSpec[];
  readonly validations: readonly ValidationSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly charts: readonly ChartSpec[];
  /** Names of the whole workbook that this sheet brings along. */
  readonly names: readonly DefinedNameSpec[];
  /** How many rows and columns stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly print: PrintSpec | null;
  /** The ranges that may be filled in; the rest is locked. Absent: nothing is. Only files are locked, of which only a part is filled in by others. */
  readonly unlocked?: readonly RangeSpec[];
}

export interface ColumnSpec {
  /** In characters of the default font. */
  readonly width: number;
  readonly hidden?: boolean;
  /** Depth of the outline group the column belongs to; hidden columns with a depth are a closed group. The button stands left of the group. */
  readonly outline?: number;
}

export interface RowSpec {
  readonly row: number;
  /** In points; absent when the host may fit the row to its text. */
  readonly height?: number;
  /** Depth of the outline group; the button stands above the group. */
  readonly outline?: number;
  readonly hidden?: boolean;
}

/** A range within its own sheet. */
export interface RangeSpec {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A range on a named sheet. */
export interface SheetRangeSpec extends RangeSpec {
  readonly sheet: string;
}

export type CellValue = string | number | boolean | null;

/**
 * A constant. A string is text whatever it looks like: hosts set the text format '@' before they write it, so that `=1+1` in a title
 * stays a title. null is an empty cell (not printed), never 0 or "".
 */
export interface ValueCell {
  readonly value: CellValue;
  readonly style?: StyleName;
  readonly note?: string;
}

/**
 * A formula in en-US syntax without the leading `=` and without own functions; structured references carry the table name.
 * `value` is what the formula gives for the data of this sheet: for hosts that keep results, and for tests that recalculate.
 */
export interface FormulaCell {
  readonly formula: string;
  readonly value: CellValue;
  readonly style?: StyleName;
  readonly note?: string;
}

/** A bare value takes the style of its column in the block. */
export type CellSpec = CellValue | ValueCell | FormulaCell;

export interface BlockSpec {
  readonly row: number;
  readonly column: number;
  /** Rows of equal length. */
  readonly cells: readonly (readonly CellSpec[])[];
  /** Style per column of the block for cells that name none. */
  readonly styles?: readonly (StyleName | null)[];
}

export interface TableColumnSpec {
  readonly name: string;
  /** The one formula of every cell of the column (without `=`), so that the host fills it in for rows added later. */
  readonly formula?: string;
  /** What the totals row holds: a label, or a formula (without `=`). */
  readonly total?: { readonly label: string } | { readonly formula: string };
}

/** A native table over a block whose first row is the header; the totals row, when there is one, is the last row of the range. */
export interface TableSpec {
  readonly name: string;
  readonly range: RangeSpec;
  readonly columns: readonly TableColumnSpec[];
  readonly totals: boolean;
  /** Filter buttons in the header. */
  readonly filter: boolean;
  readonly stripes: boolean;
  /** A built-in table style of Excel. */
  readonly style: string;
}

interface ValidationBase {
  readonly ranges: readonly RangeSpec[];
  /** stop refuses the value, warning asks. */
  readonly reaction: 'stop' | 'warning';
  readonly title: string;
  readonly message: string;
}

export type ValidationSpec =
  /** source: a defined name that holds the list. */
  | (ValidationBase & { readonly kind: 'list'; readonly source: string })
  | (ValidationBase & { readonly kind: 'whole' | 'decimal'; readonly min: number; readonly max: number })
  /** Nothing may be typed: the cells are calculated. */
  | (ValidationBase & { readonly kind: 'calculated' });

/** formula: true where the look applies, in A1 notation relative to the first cell of the first range, without `=`. */
export interface ConditionalFormatSpec {
  readonly ranges: readonly RangeSpec[];
  readonly formula: string;
  readonly look: {
    /** RRGGBB */
    readonly fill?: string;
    /** RRGGBB */
    readonly color?: string;
    readonly bold?: boolean;
  };
}

export interface ChartSeriesSpec {
  /** Text of the legend. */
  readonly name: string;
  readonly values: SheetRangeSpec;
  readonly categories: SheetRangeSpec;
  /** RRGGBB */
  readonly color: string;
}

export interface ChartSpec {
  readonly name: string;
  readonly kind: 'column' | 'bar' | 'line';
  readonly grouping: 'clustered' | 'stacked' | 'percentStacked';
  readonly title: string;
  readonly series: readonly ChartSeriesSpec[];
  /** Cells the chart covers. */
  readonly anchor: RangeSpec;
  /** Writes each figure beside its bar instead of drawing lines to read it by. */
  readonly valueLabels: boolean;
  readonly valueTitle: string | null;
  /** Number format of the value axis, in Excel's notation. */
  readonly valueFormat: string;
  /** What the chart shows, for those who cannot see it. */
  readonly description: string;
}

export interface DefinedNameSpec {
  readonly name: string;
  readonly range: SheetRangeSpec;
}

/** Paper is always A4. Texts may hold Excel's codes (&P page, &N pages, &A sheet); a printed `&` is `&&`. */
export interface PrintSpec {
  readonly orientation: 'portrait' | 'landscape';
  /** Pages across. */
  readonly fitToWidth: number;
  /** Pages down; null leaves it free. */
  readonly fitToHeight: number | null;
  /** null prints everything. */
  readonly area: RangeSpec | null;
  /** First and last row repeated on every page. */
  readonly titleRows: readonly [number, number] | null;
  /** First and last column repeated on every page. */
  readonly titleColumns: readonly [number, number] | null;
  readonly header: PrintText;
  readonly footer: PrintText;
  /** Rows before which a page starts. */
  readonly breaks: readonly number[];
}

export interface PrintText {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}
