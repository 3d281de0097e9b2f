import type { HostContext } from '../protocol/context';
import { dress, select } from './edits';
import { cellCount, formatAddress, isEntireColumn, isEntireRow, type Area } from '../model/area';
import { columnState, rowState } from '../model/book';
import { DEFAULT_FORMAT } from '../model/format';
import { notImplemented } from '../model/errors';
import { hostClass, type RangeTarget, type Scalar } from '../protocol/hostClass';
import { booleanOf, given, recordOf, soleArea } from './arguments';
import { boxOf } from './box';
import { CELL_PROPERTY_METHODS } from './cellProperties';
import { conditionalFormats } from './conditionalFormats';
import { dataValidation } from './dataValidation';
import { common, rangeFormat } from './rangeFormat';
import { SHAPE_METHODS } from './rangeShape';
import { CHANGE_METHODS } from './rangeChanges';
import { CONTENT_SCALARS, validateArraySize } from './rangeValues';
import { outlineMethods } from './outline';

/** One rectangle of cells. */

export function rangeIdentity(target: RangeTarget, context: HostContext): Readonly<Record<string, string>> {
  const id = context.referenceId(target);
  return id === null ? {} : { _ReferenceId: id };
}

const sole = <V>(take: (at: Area, target: RangeTarget, context: HostContext) => V): Scalar<RangeTarget> => ({
  get: (target, context) => take(soleArea(target), target, context),
});

const rowsOf = (at: Area): number[] => Array.from({ length: at.rows }, (_, index) => at.row + index);
const columnsOf = (at: Area): number[] => Array.from({ length: at.columns }, (_, index) => at.column + index);

const rowHidden = (target: RangeTarget): boolean | null =>
  common(rowsOf(soleArea(target)), (row) => target.sheet.rows.get(row)?.hidden ?? false);
const columnHidden = (target: RangeTarget): boolean | null =>
  common(columnsOf(soleArea(target)), (column) => target.sheet.columns.get(column)?.hidden ?? false);

const HYPERLINK_PARTS = ['address', 'documentReference', 'screenTip', 'textToDisplay'];

const hyperlink: Scalar<RangeTarget> = {
  get: (target) => {
    const at = soleArea(target);
    const found = target.sheet.hyperlinks.find(({ area: where }) => where.row === at.row && where.column === at.column);
    return found === undefined ? null : { ...found.link };
  },
  set: (target, value, context) => {
    const at = soleArea(target);
    const link = Object.fromEntries(
      Object.entries(recordOf(value, 'hyperlink')).filter(
        ([key, inner]) => HYPERLINK_PARTS.includes(key) && given(inner),
      ),
    );
    target.sheet.hyperlinks = target.sheet.hyperlinks.filter(
      ({ area: where }) => where.row !== at.row || where.column !== at.column,
    );
    target.sheet.hyperlinks.push({ area: at, link });
    if (typeof link.textToDisplay === 'string') CONTENT_SCALARS.Values?.set?.(target, link.textToDisplay, context);
  },
};

export const range = hostClass<RangeTarget>({
  name: 'Range',
  identity: rangeIdentity,
  range: (target) => target,
  scalars: {
    ...CONTENT_SCALARS,
    Address: sole((at, target) => formatAddress(target.sheet.name, at)),
    RowIndex: sole((at) => at.row),
    ColumnIndex: sole((at) => at.column),
    RowCount: sole((at) => at.rows),
    ColumnCount: sole((at) => at.columns),
    CellCount: sole((at) => cellCount(at)),
    IsEntireColumn: sole(isEntireColumn),
    IsEntireRow: sole(isEntireRow),
    Top: sole((at, target) => boxOf(target.sheet, at).top),
    Left: sole((at, target) => boxOf(target.sheet, at).left),
    Width: sole((at, target) => boxOf(target.sheet, at).width),
    Height: sole((at, target) => boxOf(target.sheet, at).height),
    Hyperlink: hyperlink,
    Style: {
      get: () => 'Normal',
      set: (target, value, context) => {
        if (value !== 'Normal') throw notImplemented(`cell style ${String(value)}`);
        dress(context, target.sheet, soleArea(target), () => DEFAULT_FORMAT);
      },
    },
    RowHidden: {
      get: rowHidden,
      set: (target, value) =>
        rowsOf(soleArea(target)).forEach((row) => (rowState(target.sheet, row).hidden = booleanOf(value, 'rowHidden'))),
    },
    ColumnHidden: {
      get: columnHidden,
      set: (target, value) =>
        columnsOf(soleArea(target)).forEach(
          (column) => (columnState(target.sheet, column).hidden = booleanOf(value, 'columnHidden')),
        ),
    },
    Hidden: {
      get: (target) =>
        rowHidden(target) === null || columnHidden(target) === null
          ? null
          : rowHidden(target) === true || columnHidden(target) === true,
    },
  },
  children: {
    Format: (target, context) => rangeFormat(target, context),
    DataValidation: (target, context) => dataValidation(target, context),
    ConditionalFormats: (target, context) => conditionalFormats(target, context),
    Worksheet: (target, context) => context.make.worksheet(target.sheet),
  },
  methods: {
    ...SHAPE_METHODS,
    ...CHANGE_METHODS,
    ...CELL_PROPERTY_METHODS,
    ...outlineMethods,
    Select: (target, _args, context) => select(context, target.sheet, soleArea(target)),
    _ValidateArraySize: (target, [rows, columns]) => validateArraySize(target, rows, columns),
  },
});
