import type { HostContext } from '../protocol/context';
import { dress } from './edits';
import type { Area } from '../model/area';
import { columnState, formatAt, rowState, STANDARD_HEIGHT, STANDARD_WIDTH, type Sheet } from '../model/book';
import type { CellFormat } from '../model/format';
import { checkAllowed } from './edits';
import { invalidArgument } from '../model/errors';
import { hostClass, type RangeTarget, type Scalar } from '../protocol/hostClass';
import { rangeBorders } from './borders';
import { booleanOf, colorOf, numberOf, oneOf, textOf } from './arguments';

/** The look of a range. A property that is not the same in all cells reads as null. */
export const HORIZONTAL = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
export const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
export const UNDERLINE = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;

/** Widest column (255 characters) and highest row, in points. */
const MAX_WIDTH = 1_342.5;
const MAX_HEIGHT = 409.5;

/** Formats of the cells of a range; of whole columns and rows the cells in use, and the first one. */
export function* formatsOf(target: RangeTarget): Generator<CellFormat> {
  for (const at of target.areas) {
    const rows = Math.min(at.rows, Math.max(1, target.sheet.cells.length - at.row));
    const columns = at.columns > 16_000 ? Math.max(1, ...target.sheet.cells.map((row) => row.length)) : at.columns;
    for (let row = at.row; row < at.row + rows; row += 1) {
      for (let column = at.column; column < at.column + columns; column += 1) yield formatAt(target.sheet, row, column);
    }
  }
}

export function common<T, V>(all: Iterable<T>, take: (one: T) => V): V | null {
  let found: { value: V } | null = null;
  for (const one of all) {
    const value = take(one);
    if (found === null) found = { value };
    else if (found.value !== value) return null;
  }
  return found?.value ?? null;
}

type FormatKey = Exclude<keyof CellFormat, 'edges'>;

function looks<K extends FormatKey>(
  key: K,
  accept: (value: unknown) => CellFormat[K],
  mixed: unknown = null,
): Scalar<RangeTarget> {
  return {
    get: (target) => common(formatsOf(target), (format) => format[key]) ?? mixed,
    set: (target, value, context) => dressAll(target, context, key, accept(value)),
  };
}

function dressAll<K extends FormatKey>(target: RangeTarget, context: HostContext, key: K, value: CellFormat[K]): void {
  for (const at of target.areas) dress(context, target.sheet, at, (format) => ({ ...format, [key]: value }));
}

/** Names of formats on the wire, shared by Range.format and getCellProperties/setCellProperties. */
export const ACCEPT = {
  bold: (value: unknown) => booleanOf(value, 'bold'),
  italic: (value: unknown) => booleanOf(value, 'italic'),
  strikethrough: (value: unknown) => booleanOf(value, 'strikethrough'),
  underline: (value: unknown) => oneOf(value, UNDERLINE, 'underline'),
  fontName: (value: unknown) => textOf(value, 'font name'),
  fontSize: (value: unknown) => {
    const size = numberOf(value, 'font size');
    if (size < 1 || size > 409) throw invalidArgument(`font size ${size}`);
    return size;
  },
  fontColor: (value: unknown) => colorOf(value, 'font colour'),
  fill: (value: unknown) => {
    const color = colorOf(value, 'fill colour');
    if (color === '') throw invalidArgument('a fill without a colour: use clear()');
    return color;
  },
  horizontal: (value: unknown) => oneOf(value, HORIZONTAL, 'horizontal alignment'),
  vertical: (value: unknown) => oneOf(value, VERTICAL, 'vertical alignment'),
  wrap: (value: unknown) => booleanOf(value, 'wrap'),
  shrinkToFit: (value: unknown) => booleanOf(value, 'shrinkToFit'),
  locked: (value: unknown) => booleanOf(value, 'locked'),
  formulaHidden: (value: unknown) => booleanOf(value, 'formulaHidden'),
  numberFormat: (value: unknown) => textOf(value, 'number format'),
  indent: (value: unknown) => {
    const indent = numberOf(value, 'indent');
    if (!Number.isInteger(indent) || indent < 0 || indent > 250) throw invalidArgument(`indent ${indent}`);
    return indent;
  },
  textOrientation: (value: unknown) => {
    const turn = numberOf(value, 'text orientation');
    if ((turn < -90 || turn > 90) && turn !== 180) throw invalidArgument(`text orientation ${turn}`);
    return turn;
  },
} as const satisfies { readonly [K in FormatKey]: (value: unknown) => CellFormat[K] };

const rangeFont = hostClass<RangeTarget>({
  name: 'RangeFont',
  scalars: {
    Name: looks('fontName', ACCEPT.fontName),
    Size: looks('fontSize', ACCEPT.fontSize),
    Color: looks('fontColor', ACCEPT.fontColor, ''),
    Bold: looks('bold', ACCEPT.bold),
    Italic: looks('italic', ACCEPT.italic),
    Underline: looks('underline', ACCEPT.underline),
    Strikethrough: looks('strikethrough', ACCEPT.strikethrough),
  },
});

const rangeFill = hostClass<RangeTarget>({
  name: 'RangeFill',
  scalars: { Color: looks('fill', ACCEPT.fill, '') },
  methods: { Clear: (target, _args, context) => dressAll(target, context, 'fill', '') },
});

const formatProtection = hostClass<RangeTarget>({
  name: 'FormatProtection',
  scalars: { Locked: looks('locked', ACCEPT.locked), FormulaHidden: looks('formulaHidden', ACCEPT.formulaHidden) },
});

const columnsOf = (at: Area): number[] => Array.from({ length: at.columns }, (_, index) => at.column + index);
const rowsOf = (at: Area): number[] =>
  Array.from({ length: Math.min(at.rows, 1_000_000) }, (_, index) => at.row + index);

export function setColumnWidth(sheet: Sheet, at: Area, width: number): void {
  checkAllowed(sheet, 'allowFormatColumns');
  if (width < 0 || width > MAX_WIDTH) throw invalidArgument(`column width ${width}`);
  for (const column of columnsOf(at)) columnState(sheet, column).width = width === STANDARD_WIDTH ? null : width;
}

export function setRowHeight(sheet: Sheet, at: Area, height: number): void {
  checkAllowed(sheet, 'allowFormatRows');
  if (height < 0 || height > MAX_HEIGHT) throw invalidArgument(`row height ${height}`);
  for (const row of rowsOf(at)) rowState(sheet, row).height = height;
}

export const rangeFormat = hostClass<RangeTarget>({
  name: 'RangeFormat',
  scalars: {
    WrapText: looks('wrap', ACCEPT.wrap),
    HorizontalAlignment: looks('horizontal', ACCEPT.horizontal),
    VerticalAlignment: looks('vertical', ACCEPT.vertical),
    IndentLevel: looks('indent', ACCEPT.indent),
    ShrinkToFit: looks('shrinkToFit', ACCEPT.shrinkToFit),
    TextOrientation: looks('textOrientation', ACCEPT.textOrientation),
    ColumnWidth: {
      get: ({ sheet, areas }) =>
        common(areas.flatMap(columnsOf), (column) => sheet.columns.get(column)?.width ?? STANDARD_WIDTH),
      set: ({ sheet, areas }, value) =>
        areas.forEach((at) => setColumnWidth(sheet, at, numberOf(value, 'column width'))),
    },
    RowHeight: {
      get: ({ sheet, areas }) => common(areas.flatMap(rowsOf), (row) => sheet.rows.get(row)?.height ?? STANDARD_HEIGHT),
      set: ({ sheet, areas }, value) => areas.forEach((at) => setRowHeight(sheet, at, numberOf(value, 'row height'))),
    },
  },
  children: {
    Font: (target, context) => rangeFont(target, context),
    Fill: (target, context) => rangeFill(target, context),
    Borders: (target, context) => rangeBorders(target, context),
    Protection: (target, context) => formatProtection(target, context),
  },
  methods: {
    AutofitRows: ({ sheet, areas }) =>
      areas.forEach((at) =>
        rowsOf(at).forEach((row) => {
          const state = sheet.rows.get(row);
          if (state !== undefined) state.height = null;
        }),
      ),
    AutofitColumns: ({ sheet, areas }) =>
      areas.forEach((at) =>
        columnsOf(at).forEach((column) => {
          const longest = sheet.cells.reduce((most, row) => Math.max(most, String(row[column]?.value ?? '').length), 0);
          columnState(sheet, column).width = Math.min(MAX_WIDTH, longest * 5.25 + 3.75);
        }),
      ),
  },
});
