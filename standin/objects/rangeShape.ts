import type { HostContext } from '../protocol/context';
import { area, boundingArea, contains, intersection, MAX_COLUMNS, MAX_ROWS, type Area } from '../model/area';
import { usedArea } from '../model/book';
import { HostError, invalidArgument, itemNotFound } from '../model/errors';
import type { HostObject, RangeTarget } from '../protocol/hostClass';
import { given, integerOf, rangeOf, soleArea } from './arguments';
import { rangeObject } from './make';

/** Ranges made from a range. */
type Method = (target: RangeTarget, args: readonly unknown[], context: HostContext) => HostObject | null;

const made =
  (make: (at: Area, args: readonly unknown[], target: RangeTarget, context: HostContext) => Area): Method =>
  (target, args, context) =>
    rangeObject(context, target.sheet, make(soleArea(target), args, target, context));

function other(value: unknown, target: RangeTarget, context: HostContext): Area {
  const range = rangeOf(value, target.sheet, context);
  if (range.sheet !== target.sheet) throw invalidArgument('ranges of two sheets');
  return soleArea(range);
}

const count = (value: unknown): number => (given(value) ? integerOf(value, 'count') : 1);

/** `number` rows or columns beside the range: after it when positive, before it when negative. */
function beside(at: Area, number: number, axis: 'rows' | 'columns'): Area {
  if (number === 0) throw invalidArgument('count 0');
  const size = Math.abs(number);
  if (axis === 'rows') return { ...at, row: number > 0 ? at.row + at.rows : at.row - size, rows: size };
  return { ...at, column: number > 0 ? at.column + at.columns : at.column - size, columns: size };
}

function within(value: unknown, size: number, what: string): number {
  const index = integerOf(value, what);
  if (index < 0 || index >= size) throw invalidArgument(`${what} ${index} of ${size}`);
  return index;
}

function usedIn(target: RangeTarget, valuesOnly: unknown): Area | null {
  return usedArea(target.sheet, valuesOnly === true, soleArea(target));
}

export const SHAPE_METHODS: Readonly<Record<string, Method>> = {
  GetCell: made((at, [row, column]) => area(at.row + integerOf(row, 'row'), at.column + integerOf(column, 'column'))),
  GetRow: made((at, [row]) => ({ ...at, row: at.row + within(row, at.rows, 'row'), rows: 1 })),
  GetColumn: made((at, [column]) => ({ ...at, column: at.column + within(column, at.columns, 'column'), columns: 1 })),
  GetLastRow: made((at) => ({ ...at, row: at.row + at.rows - 1, rows: 1 })),
  GetLastColumn: made((at) => ({ ...at, column: at.column + at.columns - 1, columns: 1 })),
  GetLastCell: made((at) => area(at.row + at.rows - 1, at.column + at.columns - 1)),
  GetEntireRow: made((at) => area(at.row, 0, at.rows, MAX_COLUMNS)),
  GetEntireColumn: made((at) => area(0, at.column, MAX_ROWS, at.columns)),
  GetOffsetRange: made((at, [rows, columns]) => ({
    ...at,
    row: at.row + integerOf(rows, 'rowOffset'),
    column: at.column + integerOf(columns, 'columnOffset'),
  })),
  GetResizedRange: made((at, [rows, columns]) => ({
    ...at,
    rows: at.rows + integerOf(rows, 'deltaRows'),
    columns: at.columns + integerOf(columns, 'deltaColumns'),
  })),
  GetAbsoluteResizedRange: made((at, [rows, columns]) => ({
    ...at,
    rows: integerOf(rows, 'numRows'),
    columns: integerOf(columns, 'numColumns'),
  })),
  GetBoundingRect: made((at, [another], target, context) => boundingArea(at, other(another, target, context))),
  GetRowsBelow: made((at, [number]) => beside(at, count(number), 'rows')),
  GetRowsAbove: made((at, [number]) => beside(at, -count(number), 'rows')),
  GetColumnsAfter: made((at, [number]) => beside(at, count(number), 'columns')),
  GetColumnsBefore: made((at, [number]) => beside(at, -count(number), 'columns')),
  GetIntersection: made((at, [another], target, context) => {
    const shared = intersection(at, other(another, target, context));
    if (shared === null) throw itemNotFound('the ranges share no cell');
    return shared;
  }),
  GetIntersectionOrNullObject: (target, [another], context) => {
    const range = rangeOf(another, target.sheet, context);
    const shared = range.sheet === target.sheet ? intersection(soleArea(target), soleArea(range)) : null;
    return shared === null ? null : rangeObject(context, target.sheet, shared);
  },
  GetUsedRange: made((at, [valuesOnly], target) => usedIn(target, valuesOnly) ?? area(at.row, at.column)),
  GetUsedRangeOrNullObject: (target, [valuesOnly], context) => {
    const used = usedIn(target, valuesOnly);
    return used === null ? null : rangeObject(context, target.sheet, used);
  },
  GetMergedAreasOrNullObject: () => {
    throw new HostError('NotImplemented', 'merged areas are not read by the product');
  },
  GetTables: (target, [fully], context) => {
    const at = soleArea(target);
    return context.make.tables(target.sheet, (table) =>
      fully === true ? contains(at, table.area) : intersection(at, table.area) !== null,
    );
  },
};
