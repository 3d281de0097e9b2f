import type { HostContext } from '../protocol/context';
import { checkAllowed } from './edits';
import { intersection, subtract, type Area } from '../model/area';
import { nextGuid, type ConditionalFormat, type Sheet } from '../model/book';
import { isBalanced } from '../model/formulaText';
import { invalidArgument, itemNotFound, notImplemented } from '../model/errors';
import { hostClass, type HostObject, type RangeTarget } from '../protocol/hostClass';
import { booleanOf, colorOf, integerOf, oneOf, textOf } from './arguments';
import { rangeAreasObject, rangeObject } from './make';

/** Conditional formats with a formula of their own. The newest comes first, as Excel gives it the highest priority. */
interface Placed {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

export function removeConditionalFormats(sheet: Sheet, hole: Area): void {
  for (const format of sheet.conditionalFormats) format.areas = format.areas.flatMap((one) => subtract(one, hole));
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
}

const font = hostClass<Placed>({
  name: 'ConditionalRangeFont',
  scalars: {
    Color: {
      get: ({ format }) => format.fontColor,
      set: ({ format }, value) => (format.fontColor = colorOf(value, 'colour')),
    },
    Bold: { get: ({ format }) => format.bold, set: ({ format }, value) => (format.bold = booleanOf(value, 'bold')) },
    Italic: {
      get: ({ format }) => format.italic,
      set: ({ format }, value) => (format.italic = booleanOf(value, 'italic')),
    },
  },
});

const fill = hostClass<Placed>({
  name: 'ConditionalRangeFill',
  scalars: {
    Color: { get: ({ format }) => format.fill, set: ({ format }, value) => (format.fill = colorOf(value, 'colour')) },
  },
  methods: {
    Clear: ({ format }) => {
      format.fill = '';
    },
  },
});

const looks = hostClass<Placed>({
  name: 'ConditionalRangeFormat',
  children: { Font: (placed, context) => font(placed, context), Fill: (placed, context) => fill(placed, context) },
});

/** Structured references are refused in conditional formats, as in Excel's own dialog. */
function ruleText(value: unknown): string {
  const text = textOf(value, 'formula');
  const formula = text.startsWith('=') ? text : `=${text}`;
  if (!isBalanced(formula)) throw invalidArgument(`formula ${formula}`);
  if (/\w\[|\[@/.test(formula.replace(/"(?:[^"]|"")*"/g, '')))
    throw invalidArgument('a conditional format cannot name a table');
  return formula;
}

const rule = hostClass<Placed>({
  name: 'ConditionalFormatRule',
  scalars: {
    Formula: { get: ({ format }) => format.formula, set: ({ format }, value) => (format.formula = ruleText(value)) },
  },
});

const custom = hostClass<Placed>({
  name: 'CustomConditionalFormat',
  children: { Rule: (placed, context) => rule(placed, context), Format: (placed, context) => looks(placed, context) },
});

const conditionalFormat = hostClass<Placed>({
  name: 'ConditionalFormat',
  identity: ({ format }) => ({ Id: format.id }),
  scalars: {
    Id: { get: ({ format }) => format.id },
    Type: { get: ({ format }) => format.type },
    Priority: {
      get: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
      set: ({ sheet, format }, value) => {
        const others = sheet.conditionalFormats.filter((one) => one !== format);
        others.splice(integerOf(value, 'priority'), 0, format);
        sheet.conditionalFormats = others;
      },
    },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: ({ format }, value) => (format.stopIfTrue = booleanOf(value, 'stopIfTrue')),
    },
  },
  children: {
    Custom: (placed, context) => custom(placed, context),
    CustomOrNullObject: (placed, context) => custom(placed, context),
  },
  methods: {
    Delete: ({ sheet, format }) => {
      sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== format);
    },
    GetRange: ({ sheet, format }, _args, context) => {
      const [only, more] = format.areas;
      if (only === undefined || more !== undefined) throw invalidArgument('a conditional format of several areas');
      return rangeObject(context, sheet, only);
    },
    GetRanges: ({ sheet, format }, _args, context) => rangeAreasObject(context, sheet, format.areas),
  },
});

const on = (target: RangeTarget): ConditionalFormat[] =>
  target.sheet.conditionalFormats.filter((format) =>
    format.areas.some((one) => target.areas.some((at) => intersection(one, at))),
  );

function add(target: RangeTarget, type: unknown, context: HostContext): HostObject {
  checkAllowed(target.sheet, 'allowFormatCells');
  if (
    oneOf(
      type,
      ['Custom', 'CellValue', 'DataBar', 'ColorScale', 'IconSet', 'TopBottom', 'PresetCriteria', 'ContainsText'],
      'type',
    ) !== 'Custom'
  ) {
    throw notImplemented(`conditional format of type ${String(type)}`);
  }
  const format: ConditionalFormat = {
    id: nextGuid(context.book),
    type: 'Custom',
    areas: [...target.areas],
    formula: '',
    stopIfTrue: false,
    fill: '',
    fontColor: '',
    bold: false,
    italic: false,
  };
  target.sheet.conditionalFormats.unshift(format);
  return conditionalFormat({ sheet: target.sheet, format }, context);
}

function byId(target: RangeTarget, id: unknown, context: HostContext): HostObject {
  const format = target.sheet.conditionalFormats.find((one) => one.id === id);
  if (format === undefined) throw itemNotFound(`conditional format ${String(id)}`);
  return conditionalFormat({ sheet: target.sheet, format }, context);
}

export const conditionalFormats = hostClass<RangeTarget>({
  name: 'ConditionalFormatCollection',
  items: (target, context) => on(target).map((format) => conditionalFormat({ sheet: target.sheet, format }, context)),
  item: byId,
  methods: {
    Add: (target, [type], context) => add(target, type, context),
    ClearAll: (target) => {
      checkAllowed(target.sheet, 'allowFormatCells');
      for (const at of target.areas) removeConditionalFormats(target.sheet, at);
    },
    GetCount: (target) => on(target).length,
    GetItemAt: (target, [index], context) => {
      const format = on(target)[integerOf(index, 'index')];
      if (format === undefined) throw invalidArgument('index of a conditional format');
      return conditionalFormat({ sheet: target.sheet, format }, context);
    },
  },
});
