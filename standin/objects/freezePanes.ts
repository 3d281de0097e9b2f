import { area, MAX_COLUMNS, MAX_ROWS } from '../model/area';
import type { Sheet } from '../model/book';
import { itemNotFound } from '../model/errors';
import { hostClass } from '../protocol/hostClass';
import { given, integerOf, rangeOf, soleArea } from './arguments';
import { rangeObject } from './make';

/** Frozen rows and columns: everything above and left of a cell. */
const count = (value: unknown): number => (given(value) ? integerOf(value, 'count') : 1);

export const freezePanes = hostClass<Sheet>({
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeAt: (sheet, [range], context) => {
      const at = soleArea(rangeOf(range, sheet, context));
      sheet.freeze = area(0, 0, at.row + at.rows, at.column + at.columns);
    },
    FreezeRows: (sheet, [rows]) => {
      sheet.freeze = area(0, 0, count(rows), MAX_COLUMNS);
    },
    FreezeColumns: (sheet, [columns]) => {
      sheet.freeze = area(0, 0, MAX_ROWS, count(columns));
    },
    Unfreeze: (sheet) => {
      sheet.freeze = null;
    },
    GetLocation: (sheet, _args, context) => {
      if (sheet.freeze === null) throw itemNotFound('frozen panes');
      return rangeObject(context, sheet, sheet.freeze);
    },
    GetLocationOrNullObject: (sheet, _args, context) =>
      sheet.freeze === null ? null : rangeObject(context, sheet, sheet.freeze),
  },
});
