import { sheetIn } from './request/ranges';
import { type WantedSheet, wantedSheet } from './write/wanted';
import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import type { SheetSpec } from '../../sheets/spec';
import { captureSheets, type Captured } from './undo/beforeImage';
import { EXCEL_KINDS, refuse } from './request/failures';
import { newSheetPhases, showSheetStep } from './write/newSheets';
import { layoutOf, type Layout, type SheetParts } from './diff/layout';
import { ownFormats, removeFormatSteps } from './diff/conditionalFormats';
import { liveFingerprint, readLiveSheets } from './read/liveSheet';
import {
  createMemoryStep,
  readMemory,
  rememberSteps,
  statusStep,
  type After,
  type Before,
  type Memory,
} from './undo/memory';
import { groupUpdates, readGroups, wantedGroups } from './diff/groups';
import { chartsDiffer, chartSteps, placedFormats, removeChartSteps } from './diff/parts';
import { isNothing, workbookUpdate, specSum, type WorkbookUpdate, type SheetChange } from './workbookUpdate';
import { restoreWorkbook } from './undo/restore';
import { runSteps, throwIfStopped, listenAgain, type RunOptions } from './request/run';
import { ExcelError, FLOOR, hasSet, type ExcelSession } from './request/session';
import { CALL_BYTES, packSteps, type Step } from './request/steps';
import { foundSheet, surveyWorkbook, type Survey, MEMORY_SHEET } from './read/survey';
import { conditionalFormatSteps } from './write/rules';
import { nameStep } from './write/print';

/** What an import did. */
export interface Applied {
  readonly changed: boolean;
  readonly created: readonly string[];
  readonly updated: readonly string[];
  /** Sheets of an earlier import that were put out of sight. */
  readonly hidden: readonly string[];
  /** Cells that held something else, the user's edits among them. */
  readonly overwritten: number;
}

const NOTHING: Applied = { changed: false, created: [], updated: [], hidden: [], overwritten: 0 };

interface Started {
  readonly survey: Survey;
  readonly memory: Memory | null;
  readonly plan: WorkbookUpdate;
}

/** Everything that is known before the first write. */
export async function prepareImport(
  session: ExcelSession,
  specs: readonly SheetSpec[],
): Promise<Result<Started, ReadFailure>> {
  if (!hasSet(FLOOR.name, FLOOR.version))
    return refuse(EXCEL_KINDS.notSupported, { set: `${FLOOR.name} ${FLOOR.version}` });
  const survey = await surveyWorkbook(session);
  const memory = foundSheet(survey, MEMORY_SHEET) ? await readMemory(session) : null;
  const plan = await workbookUpdate(session, survey, memory, specs);
  return plan.ok ? success({ survey, memory, plan: plan.value }) : plan;
}

const reportOf = (plan: WorkbookUpdate): Applied =>
  isNothing(plan)
    ? NOTHING
    : {
        changed: true,
        created: plan.fresh.map(({ spec }) => spec.name),
        updated: plan.updates.map(({ laidOut }) => laidOut.spec.name),
        hidden: plan.retired.map(({ name }) => name),
        overwritten: plan.updates.reduce((sum, { update }) => sum + update.overwritten, 0),
      };

const chartNames = (layout: Layout | null, spec: SheetSpec): string[] => [
  ...new Set([...(layout?.parts.charts ?? []), ...spec.charts].map(({ name }) => name)),
];

/** Conditional formats of ours go before anything moves: a format whose cells go would be broken and no longer known. */
function oldFormatSteps({ laidOut, layout }: SheetChange, { image, formats }: Captured): Step[] {
  if (image.formats === null) return [];
  return removeFormatSteps(
    laidOut.spec.name,
    ownFormats(formats, [...(layout?.parts.conditionalFormats ?? []), ...laidOut.spec.conditionalFormats]),
  );
}

/** Formats and charts of a sheet that was there. */
const objectSteps = (
  { laidOut: { spec }, layout, update }: SheetChange,
  { image }: Captured,
  charts: readonly string[],
): Step[] => [
  ...(image.formats === null
    ? []
    : conditionalFormatSteps(spec.name, placedFormats(spec.conditionalFormats, update.placement.columnOf))),
  ...(chartsDiffer(spec, layout)
    ? [...removeChartSteps(spec.name, chartNames(layout, spec), charts), ...chartSteps(spec)]
    : []),
];

const chartsThere = (session: ExcelSession, names: readonly string[]): Promise<string[][]> =>
  names.length === 0
    ? Promise.resolve([])
    : session.request(
        (context) =>
          names.map((name) => {
            const { charts } = sheetIn(context, name);
            charts.load('items/name');
            return charts;
          }),
        (loaded) => loaded.map(({ items }) => items.map(({ name }) => name)),
      );

const beforeOf = ({ memory, plan }: Started, captured: readonly Captured[]): Before => ({
  created: [...plan.fresh.map(({ spec }) => spec.name), ...(memory === null ? [MEMORY_SHEET] : [])],
  names: [...plan.names],
  images: captured.map(({ image }) => image) as Before['images'],
  retired: plan.retired.map(({ name, visibility }) => ({ name, visibility })),
  after: memory?.after ?? null,
});

/** The writes of an import up to the commit, in order. */
function writeSteps(
  { survey, memory, plan }: Started,
  before: Before,
  captured: readonly Captured[],
  charts: readonly (readonly string[])[],
): Step[] {
  const fresh = newSheetPhases(plan.fresh);
  const updates = plan.updates.map(({ update }) => update.phases);
  const memoryThere = foundSheet(survey, MEMORY_SHEET) !== undefined;
  return [
    ...(memoryThere ? [] : [createMemoryStep]),
    statusStep('applying'),
    ...rememberSteps('before', before),
    ...(memory === null ? rememberSteps('after', null) : []),
    ...plan.updates.flatMap((planned, index) => {
      const image = captured[index];
      return image ? oldFormatSteps(planned, image) : [];
    }),
    ...updates.flatMap(({ structure }) => structure),
    ...fresh.structure,
    ...plan.newNames.map((spec) =>
      nameStep(
        spec,
        plan.names.some(({ name, formula }) => name === spec.name && formula !== null),
      ),
    ),
    ...updates.flatMap(({ constants }) => constants),
    ...updates.flatMap(({ formulas }) => formulas),
    ...fresh.formulas,
    ...updates.flatMap(({ looks }) => looks),
    ...plan.updates.flatMap((planned, index) => {
      const image = captured[index];
      return image ? objectSteps(planned, image, charts[index] ?? []) : [];
    }),
    ...fresh.looks,
  ];
}

/** Groups are looked up once the rows are in place. */
async function updateGroups(
  session: ExcelSession,
  updates: readonly SheetChange[],
  captured: readonly Captured[],
): Promise<void> {
  const grouped = updates.flatMap((planned, index) => {
    const image = captured[index]?.image;
    if (!image || image.groups === null) return [];
    const { target } = planned.update.placement;
    return [
      {
        planned,
        size: {
          name: image.name,
          rows: Math.max(1, target.rows, image.rows),
          columns: Math.max(1, target.columns, image.columns),
        },
      },
    ];
  });
  const now = await readGroups(
    session,
    grouped.map(({ size }) => size),
  );
  await runSteps(
    session,
    grouped.flatMap(({ planned: { laidOut, update }, size: { name } }, index): Step[] => {
      const groups = now[index];
      if (!groups) return [];
      const { placement, restructuring } = update;
      return groupUpdates(
        name,
        groups,
        wantedGroups(
          laidOut.spec,
          groups,
          placement,
          (row) => restructuring.rowFrom[row] === null,
          restructuring.movesColumns,
        ),
      );
    }),
  );
}

/** What Excel made of the sheets, read back for the memory. Sheets that were not written count too: formulas follow what was written elsewhere. */
async function remembered(
  session: ExcelSession,
  specs: readonly SheetSpec[],
  laidOut: readonly WantedSheet[],
): Promise<After> {
  const survey = await surveyWorkbook(session);
  const live = await readLiveSheets(
    session,
    survey,
    specs.map(({ name }) => name),
  );
  return {
    sheets: specs.map((spec, index) => {
      const sheet = live[index];
      return { name: spec.name, spec: specSum(spec), content: sheet ? liveFingerprint(sheet) : '' };
    }),
    layouts: Object.fromEntries(
      specs.map((spec) => [spec.name, layoutOf(laidOut.find((one) => one.spec === spec) ?? wantedSheet(spec))]),
    ) as After['layouts'],
  };
}

const commitSteps = (plan: WorkbookUpdate, after: After): Step[] => [
  ...rememberSteps('after', after),
  ...plan.fresh.map(({ spec }) => showSheetStep(spec)),
  ...plan.retired.map(({ name }): Step => ({
    bytes: CALL_BYTES,
    run: (context) => {
      sheetIn(context, name).visibility = 'Hidden';
    },
  })),
  statusStep('applied'),
  {
    bytes: CALL_BYTES,
    run: (context) => {
      context.runtime.enableEvents = true;
    },
  },
];

/** The memory as it was: or none at all, when the import brought it. */
async function restoreMemory(session: ExcelSession, { memory }: Started): Promise<void> {
  if (memory === null) return;
  await runSteps(session, [
    ...rememberSteps('before', memory.before),
    ...rememberSteps('after', memory.after),
    statusStep(memory.status),
  ]);
}

const excelErrorOf = async (work: () => Promise<void>): Promise<ExcelError | null> => {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof ExcelError) return error;
    throw error;
  }
};

/** Brings the workbook back after a failed import; once more when that fails too, since it does no harm twice. */
async function undo(
  session: ExcelSession,
  started: Started,
  before: Before,
  specs: readonly SheetSpec[],
  error: ExcelError,
): Promise<Result<never, ReadFailure>> {
  const attempted = (name: string): SheetParts | null => specs.find((spec) => spec.name === name) ?? null;
  const back = async (): Promise<void> => {
    await restoreWorkbook(session, before, attempted);
    await restoreMemory(session, started);
    await listenAgain(session);
  };
  const failed = (await excelErrorOf(back)) ? await excelErrorOf(back) : null;
  return failed ? refuse(EXCEL_KINDS.notRestored, { reason: error.message }) : { ok: false, failure: error.failure };
}

/**
 * Makes the workbook hold these sheets: wholly, or not at all. Sheets that are there are changed where they differ and nowhere else; what is not
 * ours is left alone. The way back stays in the workbook for the revert. Excel's refusals, a user who stops it, and a host that does not answer
 * all end in a failure with the workbook as it was.
 */
export async function applySheets(
  session: ExcelSession,
  specs: readonly SheetSpec[],
  options: RunOptions = {},
): Promise<Result<Applied, ReadFailure>> {
  try {
    const started = await prepareImport(session, specs);
    if (!started.ok) return started;
    const { plan } = started.value;
    if (isNothing(plan)) return success(NOTHING);
    throwIfStopped(options.signal);
    const captured = await captureSheets(
      session,
      plan.updates.map(({ laidOut, ...change }) => ({ ...change, spec: laidOut.spec })),
    );
    const charts = await chartsThere(
      session,
      plan.updates.map(({ laidOut }) => laidOut.spec.name),
    );
    const before = beforeOf(started.value, captured);
    const failed = await excelErrorOf(async () => {
      await writeAll(session, started.value, before, captured, charts, specs, options);
    });
    return failed ? await undo(session, started.value, before, specs, failed) : success(reportOf(plan));
  } catch (error) {
    if (error instanceof ExcelError) return { ok: false, failure: error.failure };
    throw error;
  }
}

async function writeAll(
  session: ExcelSession,
  started: Started,
  before: Before,
  captured: readonly Captured[],
  charts: readonly (readonly string[])[],
  specs: readonly SheetSpec[],
  { report, signal }: RunOptions,
): Promise<void> {
  const steps = writeSteps(started, before, captured, charts);
  const total = packSteps(steps).length + COMMIT_PARTS;
  await runSteps(session, steps, { ...(signal ? { signal } : {}), report: (done) => report?.(done, total) });
  await updateGroups(session, started.plan.updates, captured);
  throwIfStopped(signal);
  const { fresh, updates, unchanged } = started.plan;
  const after = await remembered(session, specs, [...fresh, ...unchanged, ...updates.map(({ laidOut }) => laidOut)]);
  throwIfStopped(signal);
  report?.(total - 1, total);
  await runSteps(session, commitSteps(started.plan, after));
  report?.(total, total);
}

/** Reading back and the commit, for the progress. */
const COMMIT_PARTS = 2;
