import type { HostContext } from '../protocol/context';
import { activate, checkStructure, createSheet, removeSheet, renameSheet } from './edits';
import { area, parseArea, WHOLE_SHEET, type Area } from '../model/area';
import { findSheet, sheetById, STANDARD_HEIGHT, STANDARD_WIDTH, usedArea, type Sheet } from '../model/book';
import { freeSheetName } from '../model/rules';
import { HostError, invalidArgument, itemNotFound } from '../model/errors';
import { hostClass, type HostObject } from '../protocol/hostClass';
import { addressOf, booleanOf, colorOf, given, integerOf, oneOf, textOf } from './arguments';
import { charts } from './charts';
import { eventMethods } from './eventMethods';
import { freezePanes } from './freezePanes';
import { rangeAreasObject, rangeObject } from './make';
import { namedItems } from './names';
import { showOutlineLevels } from './outline';
import { pageBreaks, pageLayout } from './pageLayout';
import { worksheetProtection } from './protection';

/** Worksheets and their collection. */
const VISIBILITY = ['Visible', 'Hidden', 'VeryHidden'] as const;
/** Longest address a call takes. */
const MAX_ADDRESS = 8_192;

function rangeAt(sheet: Sheet, address: unknown, context: HostContext): HostObject {
  if (!given(address)) return rangeObject(context, sheet, WHOLE_SHEET);
  const found = addressOf(textOf(address, 'address'), sheet, context);
  if (found.sheet !== sheet) throw invalidArgument(`address ${String(address)} lies on ${found.sheet.name}`);
  return rangeObject(context, sheet, found.area);
}

function areasAt(sheet: Sheet, address: unknown, context: HostContext): HostObject {
  const text = textOf(address, 'address');
  if (text.length > MAX_ADDRESS) throw invalidArgument(`address of ${text.length} characters`);
  const areas = text.split(',').map((part): Area => {
    const found = parseArea(part);
    if (found === null) throw invalidArgument(`address '${part}'`);
    return found;
  });
  return rangeAreasObject(context, sheet, areas);
}

function setVisibility(sheet: Sheet, value: unknown, context: HostContext): void {
  checkStructure(context.book);
  const wanted = oneOf(value, VISIBILITY, 'visibility');
  const others = context.book.sheets.filter((one) => one !== sheet && one.visibility === 'Visible');
  if (wanted !== 'Visible' && others.length === 0)
    throw new HostError('InvalidOperation', 'a workbook keeps one visible sheet');
  sheet.visibility = wanted;
  if (wanted !== 'Visible' && context.book.active === sheet.id) {
    const [next] = others;
    if (next !== undefined) activate(context, next);
  }
}

function setPosition(sheet: Sheet, value: unknown, context: HostContext): void {
  checkStructure(context.book);
  const position = integerOf(value, 'position');
  if (position < 0 || position >= context.book.sheets.length) throw invalidArgument(`position ${position}`);
  const others = context.book.sheets.filter((one) => one !== sheet);
  others.splice(position, 0, sheet);
  context.book.sheets = others;
}

const showGridlines = {
  set: (sheet: Sheet, value: unknown) => (sheet.showGridlines = booleanOf(value, 'showGridlines')),
};
const showHeadings = { set: (sheet: Sheet, value: unknown) => (sheet.showHeadings = booleanOf(value, 'showHeadings')) };

const SHEET_EVENTS = {
  DataChanged: 'worksheetChanged',
  SelectionChanged: 'worksheetSelectionChanged',
  Activated: 'worksheetActivated',
  Deactivated: 'worksheetDeactivated',
  Calculated: 'worksheetCalculated',
  FormatChanged: 'worksheetFormatChanged',
  RowSorted: 'worksheetRowSorted',
  ProtectionChanged: 'worksheetProtectionChanged',
} as const;

/** A proxy of a sheet that was deleted meanwhile finds nothing. */
const alive = (sheet: Sheet, context: HostContext): Sheet => {
  if (!context.book.sheets.includes(sheet)) throw itemNotFound(`sheet ${sheet.name}`);
  return sheet;
};

export const worksheet = hostClass<Sheet>({
  name: 'Worksheet',
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { get: (sheet) => sheet.id },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value, context) => renameSheet(context, sheet, textOf(value, 'name')),
    },
    Position: { get: (sheet, context) => context.book.sheets.indexOf(sheet), set: setPosition },
    Visibility: { get: (sheet) => sheet.visibility, set: setVisibility },
    TabColor: {
      get: (sheet) => sheet.tabColor,
      set: (sheet, value) => (sheet.tabColor = colorOf(value, 'tab colour')),
    },
    ShowGridlines: { get: (sheet) => sheet.showGridlines, ...showGridlines },
    ShowHeadings: { get: (sheet) => sheet.showHeadings, ...showHeadings },
    Gridlines: showGridlines,
    Headings: showHeadings,
    StandardWidth: { get: () => STANDARD_WIDTH },
    StandardHeight: { get: () => STANDARD_HEIGHT },
  },
  children: {
    Tables: (sheet, context) => context.make.tables(alive(sheet, context)),
    Names: (sheet, context) => namedItems({ sheet: alive(sheet, context) }, context),
    Charts: (sheet, context) => charts(alive(sheet, context), context),
    FreezePanes: (sheet, context) => freezePanes(alive(sheet, context), context),
    PageLayout: (sheet, context) => pageLayout(alive(sheet, context), context),
    Protection: (sheet, context) => worksheetProtection(alive(sheet, context), context),
    HorizontalPageBreaks: (sheet, context) => pageBreaks({ sheet: alive(sheet, context), axis: 'rows' }, context),
    VerticalPageBreaks: (sheet, context) => pageBreaks({ sheet: alive(sheet, context), axis: 'columns' }, context),
  },
  methods: {
    Activate: (sheet, _args, context) => activate(context, alive(sheet, context)),
    Delete: (sheet, _args, context) => removeSheet(context, alive(sheet, context)),
    Calculate: (_sheet, _args, context) => context.calculator.recalculate(context.book),
    GetRange: (sheet, [address], context) => rangeAt(alive(sheet, context), address, context),
    GetRanges: (sheet, [address], context) => areasAt(alive(sheet, context), address, context),
    GetCell: (sheet, [row, column], context) =>
      rangeObject(context, alive(sheet, context), area(integerOf(row, 'row'), integerOf(column, 'column'))),
    GetRangeByIndexes: (sheet, [row, column, rows, columns], context) =>
      rangeObject(
        context,
        alive(sheet, context),
        area(
          integerOf(row, 'startRow'),
          integerOf(column, 'startColumn'),
          integerOf(rows, 'rowCount'),
          integerOf(columns, 'columnCount'),
        ),
      ),
    GetUsedRange: (sheet, [valuesOnly], context) =>
      rangeObject(context, sheet, usedArea(alive(sheet, context), valuesOnly === true) ?? area(0, 0)),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly], context) => {
      const used = usedArea(alive(sheet, context), valuesOnly === true);
      return used === null ? null : rangeObject(context, sheet, used);
    },
    ShowOutlineLevels: (sheet, [rows, columns], context) => showOutlineLevels(alive(sheet, context), rows, columns),
    ...eventMethods<Sheet>(SHEET_EVENTS, ({ id }) => id),
  },
});

/** A sheet is found by id or by name. */
export const sheetByKey = (key: unknown, context: HostContext): Sheet | undefined =>
  sheetById(context.book, String(key)) ?? findSheet(context.book, String(key));

const visibleOnly = (flag: unknown, context: HostContext): Sheet[] =>
  context.book.sheets.filter((sheet) => flag !== true || sheet.visibility === 'Visible');

function end(list: readonly Sheet[], at: number, context: HostContext): HostObject {
  const sheet = list.at(at);
  if (sheet === undefined) throw itemNotFound('sheet');
  return worksheet(sheet, context);
}

export const worksheets = hostClass<null>({
  name: 'WorksheetCollection',
  items: (_all, context) => context.book.sheets.map((sheet) => worksheet(sheet, context)),
  item: (_all, key, context) => {
    const sheet = sheetByKey(key, context);
    if (sheet === undefined) throw itemNotFound(`sheet ${String(key)}`);
    return worksheet(sheet, context);
  },
  methods: {
    Add: (_all, [name], context) =>
      worksheet(
        createSheet(context, given(name) ? textOf(name, 'name') : freeSheetName(context.book, 'Sheet')),
        context,
      ),
    GetCount: (_all, [flag], context) => visibleOnly(flag, context).length,
    GetActiveWorksheet: (_all, _args, context) => {
      const sheet = sheetById(context.book, context.book.active);
      if (sheet === undefined) throw itemNotFound('active sheet');
      return worksheet(sheet, context);
    },
    GetFirst: (_all, [flag], context) => end(visibleOnly(flag, context), 0, context),
    GetLast: (_all, [flag], context) => end(visibleOnly(flag, context), -1, context),
    GetItemOrNullObject: (_all, [key], context) => {
      const sheet = sheetByKey(key, context);
      return sheet === undefined ? null : worksheet(sheet, context);
    },
    ...eventMethods<null>({ ...SHEET_EVENTS, Added: 'worksheetAdded', Deleted: 'worksheetDeleted' }, () => null),
  },
});
