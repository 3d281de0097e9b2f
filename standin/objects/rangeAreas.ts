import { cellCount, formatAddress } from '../model/area';
import { hostClass, type RangeTarget } from '../protocol/hostClass';
import { integerOf } from './arguments';
import { conditionalFormats } from './conditionalFormats';
import { dataValidation } from './dataValidation';
import { rangeObject } from './make';
import { clearRange } from './rangeChanges';
import { rangeIdentity } from './range';
import { rangeFormat } from './rangeFormat';
import { invalidArgument } from '../model/errors';

/** Several areas of one sheet, for looks and rules; contents go through single ranges. */
const rangeCollection = hostClass<RangeTarget>({
  name: 'RangeCollection',
  items: ({ sheet, areas }, context) => areas.map((at) => rangeObject(context, sheet, at)),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, [index], context) => {
      const at = areas[integerOf(index, 'index')];
      if (at === undefined) throw invalidArgument('index of an area');
      return rangeObject(context, sheet, at);
    },
  },
});

export const rangeAreas = hostClass<RangeTarget>({
  name: 'RangeAreas',
  identity: rangeIdentity,
  range: (target) => target,
  scalars: {
    Address: { get: ({ sheet, areas }) => areas.map((at) => formatAddress(sheet.name, at)).join(',') },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, at) => sum + cellCount(at), 0) },
  },
  children: {
    Areas: (target, context) => rangeCollection(target, context),
    Format: (target, context) => rangeFormat(target, context),
    DataValidation: (target, context) => dataValidation(target, context),
    ConditionalFormats: (target, context) => conditionalFormats(target, context),
    Worksheet: (target, context) => context.make.worksheet(target.sheet),
  },
  methods: { Clear: (target, [applyTo], context) => clearRange(target, applyTo, context) },
});
