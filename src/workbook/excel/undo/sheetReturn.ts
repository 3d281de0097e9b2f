import { rangeIn, sheetIn } from '../request/ranges';
import type { BeforeImage } from './beforeImage';
import type { SheetView } from './views';
import { keyColumn, ownColumns, type SheetParts } from '../diff/layout';
import {
  ownFormats,
  placeFormatSteps,
  remakeFormatSteps,
  removeFormatSteps,
  type LiveFormat,
} from '../diff/conditionalFormats';
import { liveValidations } from '../diff/liveRanges';
import { rowLookSteps } from './rowLooks';
import type { LiveSheet } from '../read/liveSheet';
import { CALL_BYTES, type Step } from '../request/steps';
import { restructure, type Restructuring } from '../diff/restructuring';
import { sameName } from '../read/survey';
import type { SheetTarget } from '../diff/target';
import { clearValidationSteps } from '../write/rules';
import { applyTableStyle } from '../write/tables';
import { clearBeyond, contentUpdates, targetOf } from './imageTarget';
import { partSteps, viewSteps } from './partReturns';

/** One sheet on its way back. */
export interface Return {
  readonly image: BeforeImage;
  readonly live: LiveSheet;
  readonly target: SheetTarget;
  readonly restructuring: Restructuring;
  readonly before: SheetParts | null;
  readonly attempted: SheetParts | null;
  readonly formats: readonly LiveFormat[];
}

/** Tables of the image that are no longer there: an import of a document without them took their rows. */
const missingTables = (image: BeforeImage, live: LiveSheet): BeforeImage['tables'] =>
  image.tables.filter(({ name }) => !live.tables.some((table) => sameName(table.name, name)));

/** Makes a table that is gone over its cells, which hold again what they held. */
const remakeTableSteps = (image: BeforeImage, live: LiveSheet): Step[] =>
  missingTables(image, live).flatMap(({ name, row, column, rows, headers, totals }): Step[] => {
    const spec = image.layout?.parts.tables.find((one) => sameName(one.name, name));
    return [
      {
        bytes: 6 * CALL_BYTES,
        run: (context) => {
          const home = sheetIn(context, image.name);
          // Tables with totals are alone on their sheet, and go and come with it.
          const table = home.tables.add(
            rangeIn(home, { row, column, rows: rows - (totals ? 1 : 0), columns: headers.length }),
            true,
          );
          table.name = name;
          if (spec) applyTableStyle(table, spec);
        },
      },
    ];
  });

export function returnOf(
  image: BeforeImage,
  live: LiveSheet,
  attempted: SheetParts | null,
  formats: readonly LiveFormat[],
): Return {
  const target = targetOf(image);
  const gone = new Set(missingTables(image, live).map(({ name }) => name));
  const known = { ...target, tables: target.tables.filter(({ name }) => !gone.has(name)) };
  const restructuring = restructure(live, known, [], (table, headers) =>
    keyColumn(headers, ownColumns(image.layout, table)),
  );
  return { image, live, target, restructuring, before: image.layout?.parts ?? null, attempted, formats };
}

const ownNow = ({ formats, before, attempted }: Return): Set<string> =>
  ownFormats(formats, [...(before?.conditionalFormats ?? []), ...(attempted?.conditionalFormats ?? [])]);

/** Rules and formats go before any row moves. */
export const structureSteps = (one: Return): Step[] => [
  ...removeFormatSteps(one.image.name, ownNow(one)),
  ...[one.before, one.attempted].flatMap((parts) =>
    parts ? clearValidationSteps(one.image.name, liveValidations(parts, one.live)) : [],
  ),
  ...one.restructuring.steps,
];

export function returnSteps(one: Return, view: SheetView, charts: readonly string[]): Step[] {
  const { image, live, target, restructuring, before, attempted, formats } = one;
  const own = ownNow(one);
  const others =
    image.formats?.others.filter(([id]) => formats.some((format) => format.id === id) && !own.has(id)) ?? [];
  return [
    ...rowLookSteps(image.name, image.looks, 'numberFormats'),
    ...contentUpdates(live, target, restructuring),
    ...clearBeyond(live, target, restructuring),
    ...remakeTableSteps(image, live),
    ...rowLookSteps(image.name, image.looks, 'looks'),
    ...viewSteps(image, view),
    ...(before ? partSteps(before, attempted, image, charts) : []),
    ...(image.formats
      ? [...remakeFormatSteps(image.name, image.formats.own), ...placeFormatSteps(image.name, others)]
      : []),
  ];
}
