import { cellAddress } from '../../../sheets/address';
import { EXCEL_KINDS, excelFailure } from '../request/failures';
import { rangeIn, sheetIn } from '../request/ranges';
import type { Content } from '../read/fingerprint';
import { contentOf, type BeforeImage } from './beforeImage';
import { readViews, type SheetView } from './views';
import { keyColumn, ownColumns, type SheetParts } from '../diff/layout';
import {
  ownFormats,
  placeFormatSteps,
  readFormats,
  remakeFormatSteps,
  removeFormatSteps,
  type LiveFormat,
} from '../diff/conditionalFormats';
import { liveValidations } from '../diff/liveRanges';
import { rowLookSteps } from './rowLooks';
import { contentAt, readLiveSheets, tableNameAt, type LiveSheet } from '../read/liveSheet';
import { STANDARD_ROW } from '../write/looks';
import type { Before } from './memory';
import { groupUpdates, readGroups } from '../diff/groups';
import { removeChartSteps } from '../diff/parts';
import { removeNameSteps, removeSheetSteps } from './removeSheets';
import { runSteps } from '../request/run';
import { ExcelError, type ExcelSession } from '../request/session';
import { sameContent } from '../diff/placement';
import { CALL_BYTES, type Step } from '../request/steps';
import { expectedContent, restructure, type Restructuring } from '../diff/restructuring';
import { foundSheet, sameName, surveyWorkbook } from '../read/survey';
import type { SheetTarget } from '../diff/target';
import { contentSteps } from '../diff/sheetUpdate';
import { chartStep } from '../write/charts';
import { freezeStep, mergeSteps, runs } from '../write/parts';
import { printStep } from '../write/print';
import { clearValidationSteps, validationSteps } from '../write/rules';
import { applyTableStyle } from '../write/tables';

/** Makes a workbook what it was before an import, from whatever it has become meanwhile. Doing it twice does no harm. */

/** The image as something a sheet can be made into: every cell it had, the empty ones too. */
function targetOf(image: BeforeImage): SheetTarget {
  return {
    name: image.name,
    rows: image.rows,
    columns: image.columns,
    tables: image.tables.map(({ name, row, column, rows, headers, totals }) => {
      const key = column + keyColumn(headers, ownColumns(image.layout, name));
      return {
        name,
        row,
        column,
        headers,
        totals,
        keys: Array.from({ length: rows - 1 - (totals ? 1 : 0) }, (_, index) =>
          String(contentOf(image, row + 1 + index, key)),
        ),
      };
    }),
    cellAt: (row, column) => ({ content: contentOf(image, row, column), numberFormat: null }),
  };
}

/** What differs from the image once the rows are in place; cells beyond it that hold something now are emptied. */
function contentUpdates(live: LiveSheet, target: SheetTarget, restructuring: Restructuring): Step[] {
  const tableAt = (row: number, column: number): string =>
    target.tables.find(
      (one) =>
        row >= one.row &&
        row <= one.row + one.keys.length + 1 &&
        column >= one.column &&
        column < one.column + one.headers.length,
    )?.name ?? '';
  const writes = (row: number, column: number): boolean => {
    const cell = target.cellAt(row, column);
    const expected: Content | undefined = expectedContent(live, restructuring, row, column);
    return cell !== null && (expected === undefined || !sameContent(expected, cell.content, tableAt(row, column)));
  };
  const { constants, formulas } = contentSteps(target.name, target, writes);
  return [...constants, ...formulas];
}

/** Colours, widths and heights that are other than they were; a row of the standard height fits itself. */
function viewSteps({ name, view }: BeforeImage, now: SheetView): Step[] {
  const changed = (
    before: readonly number[],
    current: readonly number[],
  ): { readonly item: number; readonly from: number; readonly count: number }[] =>
    runs(
      before.map((size, index) => (size === current[index] ? 0 : size)),
      (left, right) => left === right,
    ).filter(({ item }) => item > 0);
  return [
    ...(view.tabColor === now.tabColor && view.showGridlines === now.showGridlines
      ? []
      : [
          {
            bytes: CALL_BYTES,
            run: (context: Excel.RequestContext) => {
              const sheet = sheetIn(context, name);
              sheet.tabColor = view.tabColor;
              sheet.showGridlines = view.showGridlines;
            },
          },
        ]),
    ...changed(view.widths, now.widths).map(({ item, from, count }): Step => ({
      bytes: CALL_BYTES,
      run: (context) => {
        rangeIn(sheetIn(context, name), { row: 0, column: from, rows: 1, columns: count }).format.columnWidth = item;
      },
    })),
    ...changed(view.heights, now.heights).map(({ item, from, count }): Step => ({
      bytes: CALL_BYTES,
      run: (context) => {
        const { format } = rangeIn(sheetIn(context, name), { row: from, column: 0, rows: count, columns: 1 });
        if (item === STANDARD_ROW) format.autofitRows();
        else format.rowHeight = item;
      },
    })),
  ];
}

/** Parts of which the image knows only what was written: rules, charts, paper, tables. */
function partSteps(
  parts: SheetParts,
  attempted: SheetParts | null,
  { paper, validations }: BeforeImage,
  chartsThere: readonly string[],
): Step[] {
  const differs = (name: 'charts' | 'print' | 'freeze' | 'merges'): boolean =>
    JSON.stringify(parts[name]) !== JSON.stringify(attempted?.[name]);
  const { name } = parts;
  return [
    ...clearValidationSteps(name, validations),
    ...validationSteps(name, validations),
    ...(differs('freeze') ? [freezeStep(name, parts.freeze)] : []),
    ...(differs('merges') ? mergeSteps(name, parts.merges) : []),
    ...(differs('print') && parts.print ? [printStep(name, parts.print)] : []),
    paperStep(name, paper),
    ...parts.tables.map((table): Step => ({
      bytes: 3 * CALL_BYTES,
      run: (context) => {
        applyTableStyle(context.workbook.tables.getItem(table.name), table);
      },
    })),
    ...(differs('charts')
      ? [
          ...removeChartSteps(
            name,
            [...new Set([...parts.charts, ...(attempted?.charts ?? [])].map((chart) => chart.name))],
            chartsThere,
          ),
          ...parts.charts.map((chart) => chartStep(name, chart)),
        ]
      : []),
  ];
}

/** What is printed lay where it lay, wherever rows and columns moved it. */
const paperStep = (name: string, { area, titleRows, titleColumns, breaks }: BeforeImage['paper']): Step => ({
  bytes: (4 + breaks.length) * CALL_BYTES,
  run: (context) => {
    const { pageLayout, horizontalPageBreaks } = sheetIn(context, name);
    if (area !== null) pageLayout.setPrintArea(area);
    if (titleRows !== null) pageLayout.setPrintTitleRows(titleRows);
    if (titleColumns !== null) pageLayout.setPrintTitleColumns(titleColumns);
    horizontalPageBreaks.removePageBreaks();
    for (const row of breaks) horizontalPageBreaks.add(`A${row + 1}`);
  },
});

const chartsOn = (session: ExcelSession, sheets: readonly string[]): Promise<string[][]> =>
  session.request(
    (context) =>
      sheets.map((sheet) => {
        const { charts } = sheetIn(context, sheet);
        charts.load('items/name');
        return charts;
      }),
    (loaded) => loaded.map(({ items }) => items.map(({ name }) => name)),
  );

/** One sheet on its way back. */
interface Return {
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

function returnOf(
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
const structureSteps = (one: Return): Step[] => [
  ...removeFormatSteps(one.image.name, ownNow(one)),
  ...[one.before, one.attempted].flatMap((parts) =>
    parts ? clearValidationSteps(one.image.name, liveValidations(parts, one.live)) : [],
  ),
  ...one.restructuring.steps,
];

function returnSteps(one: Return, view: SheetView, charts: readonly string[]): Step[] {
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

async function restoreSheets(
  session: ExcelSession,
  images: readonly BeforeImage[],
  live: readonly LiveSheet[],
  attempted: Attempt,
): Promise<void> {
  if (images.length === 0) return;
  const dressed = images.filter(({ formats, layout }) => formats !== null && layout !== null);
  const formats = await readFormats(
    session,
    dressed.map(({ name }) => name),
  );
  const returns = images.flatMap((image): Return[] => {
    const sheet = live.find(({ found }) => sameName(found.name, image.name));
    return sheet ? [returnOf(image, sheet, attempted(image.name), formats[dressed.indexOf(image)] ?? [])] : [];
  });
  await runSteps(session, returns.flatMap(structureSteps));
  const views = await readViews(
    session,
    returns.map(({ image: { name, view } }) => ({ name, rows: view.heights.length, columns: view.widths.length })),
  );
  const charts = await chartsOn(
    session,
    returns.map(({ image }) => image.name),
  );
  await runSteps(
    session,
    returns.flatMap((one, index) => {
      const view = views[index];
      return view ? returnSteps(one, view, charts[index] ?? []) : [];
    }),
  );
  const grouped = images.flatMap(({ name, groups }) =>
    groups
      ? [{ name, groups, rows: Math.max(1, groups.rows.length), columns: Math.max(1, groups.columns.length) }]
      : [],
  );
  const now = await readGroups(session, grouped);
  await runSteps(
    session,
    grouped.flatMap(({ name, groups }, index) => {
      const found = now[index];
      return found ? groupUpdates(name, found, groups) : [];
    }),
  );
}

/** Cells below and right of the image that hold something now were made by the import. */
function clearBeyond(live: LiveSheet, target: SheetTarget, { rowFrom }: Restructuring): Step[] {
  const below = live.rows - Math.max(0, ...rowFrom.map((from) => (from ?? -1) + 1));
  const clear = (row: number, column: number, rows: number, columns: number): Step => ({
    bytes: 2 * CALL_BYTES,
    run: (context) => {
      const range = rangeIn(sheetIn(context, target.name), { row, column, rows, columns });
      range.clear('Contents');
      range.style = 'Normal';
    },
  });
  return [
    ...(below > 0 && live.columns > 0 ? [clear(target.rows, 0, below, Math.max(live.columns, target.columns))] : []),
    ...(live.columns > target.columns && target.rows > 0
      ? [clear(0, target.columns, target.rows, live.columns - target.columns)]
      : []),
  ];
}

const nameSteps = (names: Before['names'], there: ReadonlySet<string>): Step[] =>
  names.flatMap(({ name, formula }): Step[] => {
    if (formula === null) return [];
    return [
      {
        bytes: CALL_BYTES,
        run: (context) => {
          if (there.has(name.toLowerCase())) context.workbook.names.getItem(name).formula = formula;
          else context.workbook.names.add(name, formula);
        },
      },
    ];
  });

/** Throws when the workbook does not hold what the image says: it is not as it was, whatever Excel answered. */
async function checkRestored(session: ExcelSession, before: Before): Promise<void> {
  const now = await surveyWorkbook(session);
  const images = before.images.filter(({ name }) => foundSheet(now, name) !== undefined);
  const live = await readLiveSheets(
    session,
    now,
    images.map(({ name }) => name),
  );
  const wrong = [
    ...before.created.filter((name) => foundSheet(now, name) !== undefined),
    ...images.flatMap((image, index) => {
      const sheet = live[index];
      const place = sheet ? differentCell(image, sheet) : image.name;
      return place === null ? [] : [place];
    }),
  ];
  const [reason] = wrong;
  if (reason !== undefined) throw new ExcelError(excelFailure(EXCEL_KINDS.notRestored, { reason }), 'NotRestored');
}

function differentCell(image: BeforeImage, live: LiveSheet): string | null {
  for (let row = 0; row < Math.max(image.rows, live.rows); row += 1) {
    for (let column = 0; column < Math.max(image.columns, live.columns); column += 1) {
      if (!sameContent(contentAt(live, row, column), contentOf(image, row, column), tableNameAt(live, row, column)))
        return `${image.name}!${cellAddress(row, column)}`;
    }
  }
  return null;
}

/** What an import set out to write on a sheet, where its memory does not say. */
export type Attempt = (sheet: string) => SheetParts | null;

/** Brings back everything but the memory. Throws ExcelError when Excel refuses, or holds something else than it was told. */
export async function restoreWorkbook(
  session: ExcelSession,
  before: Before,
  attemptedElse: Attempt = () => null,
): Promise<void> {
  const attempted: Attempt = (sheet) => before.attempted[sheet] ?? attemptedElse(sheet);
  const now = await surveyWorkbook(session);
  const images = before.images.filter(({ name }) => foundSheet(now, name) !== undefined);
  const live = await readLiveSheets(
    session,
    now,
    images.map(({ name }) => name),
  );
  await restoreSheets(session, images, live, attempted);
  const after = await surveyWorkbook(session);
  await runSteps(session, [
    ...nameSteps(before.names, new Set(after.names.map(({ name }) => name.toLowerCase()))),
    ...removeNameSteps(
      after,
      before.names.filter(({ formula }) => formula === null).map(({ name }) => name),
    ),
    ...before.retired
      .filter(({ name }) => foundSheet(after, name))
      .map(({ name, visibility }): Step => ({
        bytes: CALL_BYTES,
        run: (context) => {
          sheetIn(context, name).visibility = visibility;
        },
      })),
    ...removeSheetSteps(after, before.created),
  ]);
  await checkRestored(session, before);
}
