import { sheetIn } from '../request/ranges';
import type { BeforeImage } from './beforeImage';
import { readViews } from './views';
import type { SheetParts } from '../diff/layout';
import { readFormats } from '../diff/conditionalFormats';
import { readLiveSheets, type LiveSheet } from '../read/liveSheet';
import type { Before } from './memory';
import { groupUpdates, readGroups } from '../diff/groups';
import { removeNameSteps, removeSheetSteps } from './removeSheets';
import { runSteps } from '../request/run';
import type { ExcelSession } from '../request/session';
import { CALL_BYTES, type Step } from '../request/steps';
import { foundSheet, sameName, surveyWorkbook } from '../read/survey';

import { checkRestored } from './restored';
import { returnOf, returnSteps, structureSteps, type Return } from './sheetReturn';

/** Makes a workbook what it was before an import, from whatever it has become meanwhile. Doing it twice does no harm. */

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
