import { sheetIn } from '../request/ranges';
import type { ConditionalFormatSpec } from '../../../sheets/spec';
import { webColor } from '../write/looks';
import type { ExcelSession } from '../request/session';
import { CALL_BYTES, type Step } from '../request/steps';

/** Conditional formats as they stand on a sheet, from the first to the last. */
export interface LiveFormat {
  readonly id: string;
  /** null for formats of another kind than ours. */
  readonly formula: string | null;
  /** #RRGGBB or ''. */
  readonly fill: string;
  readonly color: string;
  readonly bold: boolean;
  /** Areas, without the name of the sheet. */
  readonly ranges: string;
}

const CUSTOM = ['rule/formula', 'format/fill/color', 'format/font/color', 'format/font/bold']
  .map((part) => `items/customOrNullObject/${part}`)
  .join(',');

type Format = Omit<LiveFormat, 'ranges'>;

const formatOf = (item: Excel.ConditionalFormat): Format => {
  if (item.type !== 'Custom') return { id: item.id, formula: null, fill: '', color: '', bold: false };
  const { rule, format } = item.customOrNullObject;
  return {
    id: item.id,
    formula: rule.formula,
    fill: format.fill.color ?? '',
    color: format.font.color ?? '',
    bold: format.font.bold ?? false,
  };
};

const localAreas = (address: string): string =>
  address
    .split(',')
    .map((area) => area.slice(area.lastIndexOf('!') + 1))
    .join(',');

/** The formats of some sheets, in two requests: which there are, and where they lie. */
export async function readFormats(session: ExcelSession, sheets: readonly string[]): Promise<LiveFormat[][]> {
  if (sheets.length === 0) return [];
  const found = await session.request(
    (context) =>
      sheets.map((sheet) => {
        const formats = sheetIn(context, sheet).getRange().untrack().conditionalFormats;
        formats.load(`items/id,items/type,${CUSTOM}`);
        return formats;
      }),
    (loaded) => loaded.map(({ items }) => items.map(formatOf)),
  );
  const all = found.flatMap((formats, index) => formats.map(({ id }) => ({ sheet: sheets[index] ?? '', id })));
  const ranges =
    all.length === 0
      ? []
      : await session.request(
          (context) =>
            all.map(({ sheet, id }) => {
              const areas = sheetIn(context, sheet)
                .getRange()
                .untrack()
                .conditionalFormats.getItem(id)
                .getRanges()
                .untrack();
              areas.load('address');
              return areas;
            }),
          (loaded) => loaded.map(({ address }) => localAreas(address)),
        );
  let at = 0;
  return found.map((formats) =>
    formats.map((format): LiveFormat => ({ ...format, ranges: ranges[(at += 1) - 1] ?? '' })),
  );
}

/** Rows and columns move, so places do not count; what a format of ours looks for and how it shows does. */
const signOf = (formula: string, fill: string): string =>
  `${formula.replace(/^=/, '').replace(/\$?\b[A-Z]{1,3}\$?\d+\b/g, '#')}|${fill.toUpperCase()}`;

export function ownFormats(live: readonly LiveFormat[], specs: readonly ConditionalFormatSpec[]): Set<string> {
  const signs = new Set(
    specs.map(({ formula, look }) => signOf(formula, look.fill === undefined ? '' : webColor(look.fill))),
  );
  return new Set(
    live.filter(({ formula, fill }) => formula !== null && signs.has(signOf(formula, fill))).map(({ id }) => id),
  );
}

export const removeFormatSteps = (sheet: string, ids: Iterable<string>): Step[] =>
  [...ids].map((id): Step => ({
    bytes: CALL_BYTES,
    run: (context) => {
      sheetIn(context, sheet).getRange().untrack().conditionalFormats.getItem(id).delete();
    },
  }));

/** Makes formats anew as they were, the last one first, since Excel puts the newest in front. */
export const remakeFormatSteps = (sheet: string, formats: readonly Omit<LiveFormat, 'id'>[]): Step[] =>
  [...formats].reverse().map(({ formula, fill, color, bold, ranges }): Step => ({
    bytes: 5 * CALL_BYTES + ranges.length + (formula ?? '').length,
    run: (context) => {
      const { custom } = sheetIn(context, sheet).getRanges(ranges).untrack().conditionalFormats.add('Custom');
      custom.rule.formula = formula ?? '';
      if (fill !== '') custom.format.fill.color = fill;
      if (color !== '') custom.format.font.color = color;
      if (bold) custom.format.font.bold = bold;
    },
  }));

/** Puts the user's own formats back at the places they had among all. */
export const placeFormatSteps = (sheet: string, places: readonly (readonly [id: string, place: number])[]): Step[] =>
  places.map(([id, place]): Step => ({
    bytes: CALL_BYTES,
    run: (context) => {
      sheetIn(context, sheet).getRange().untrack().conditionalFormats.getItem(id).priority = place;
    },
  }));
