import type { ConditionalFormatSpec } from '../../sheets/spec';
import { webColor } from './looks';
import type { ExcelSession } from './session';
import { CALL_BYTES, type Step } from './steps';
import { sheetIn } from './writeCells';

/** Conditional formats as they stand on a sheet, from the first to the last. */
export interface LiveFormat {
  readonly id: string;
  /** null for formats of another kind than ours. */
  readonly formula: string | null;
  readonly fill: string;
}

const read = (session: ExcelSession, sheet: string): Promise<LiveFormat[]> =>
  session.request((context) => {
    const formats = sheetIn(context, sheet).getRange().untrack().conditionalFormats;
    formats.load('items/id,items/type,items/customOrNullObject/rule/formula,items/customOrNullObject/format/fill/color');
    return formats;
  }, ({ items }) => items.map((item): LiveFormat => (item.type === 'Custom'
    ? { id: item.id, formula: item.customOrNullObject.rule.formula, fill: item.customOrNullObject.format.fill.color ?? '' }
    : { id: item.id, formula: null, fill: '' })));

export const readFormats = read;

/** Rows move, so numbers do not count; what a format of ours looks for and how it shows does. */
const signOf = (formula: string, fill: string): string => `${formula.replace(/^=/, '').replace(/\d+/g, '#')}|${fill.toUpperCase()}`;

export function ownFormats(live: readonly LiveFormat[], specs: readonly ConditionalFormatSpec[]): Set<string> {
  const signs = new Set(specs.map(({ formula, look }) => signOf(formula, look.fill === undefined ? '' : webColor(look.fill))));
  return new Set(live.filter(({ formula, fill }) => formula !== null && signs.has(signOf(formula, fill))).map(({ id }) => id));
}

export const removeFormatSteps = (sheet: string, ids: Iterable<string>): Step[] =>
  [...ids].map((id): Step => ({
    bytes: CALL_BYTES, run: (context) => { sheetIn(context, sheet).getRange().untrack().conditionalFormats.getItem(id).delete(); },
  }));

/** Puts the user's own formats back at the places they had among all. */
export const placeFormatSteps = (sheet: string, places: readonly (readonly [id: string, place: number])[]): Step[] =>
  places.map(([id, place]): Step => ({
    bytes: CALL_BYTES, run: (context) => { sheetIn(context, sheet).getRange().untrack().conditionalFormats.getItem(id).priority = place; },
  }));
