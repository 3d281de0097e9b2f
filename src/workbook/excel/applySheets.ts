import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import type { SheetSpec } from '../../sheets/spec';
import { cellAddress } from '../../sheets/address';
import { contentAt, type LiveSheet } from './read/liveSheet';
import { chartsThere, importSteps, updateGroups } from './importSteps';
import { foundSheet, MEMORY_SHEET, surveyWorkbook } from './read/survey';
import { afterOf, commit, rememberBefore, type Started } from './record';
import { EXCEL_KINDS, excelFailure, refuse } from './request/failures';
import { listenAgain, runSteps, throwIfStopped, type RunOptions } from './request/run';
import { ExcelError, FLOOR, hasSet, type ExcelSession } from './request/session';
import { packSteps } from './request/steps';
import { captureSheets, sheetsToFold, type Captured } from './undo/capture';
import { noteHiddenLines, putBackHiddenLines } from './undo/hiddenLines';
import { forgetStep, isUnfinished, readMemory, rememberSteps, statusStep, type Before } from './undo/memory';
import { restoreWorkbook } from './undo/restore';
import { readBack, verified } from './verify';
import { isNothing, workbookUpdate, type WorkbookUpdate } from './workbookUpdate';
import { wantedSheet } from './write/wanted';

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

/** Everything that is known before the first write. */
export async function prepareImport(
  session: ExcelSession,
  specs: readonly SheetSpec[],
): Promise<Result<Started, ReadFailure>> {
  if (!hasSet(FLOOR.name, FLOOR.version))
    return refuse(EXCEL_KINDS.notSupported, { set: `${FLOOR.name} ${FLOOR.version}` });
  const survey = await surveyWorkbook(session);
  const memory = foundSheet(survey, MEMORY_SHEET) ? await readMemory(session) : null;
  // Its before-image is the only way back: nothing is written over a book that is half written.
  if (memory && isUnfinished(memory.status)) return refuse(EXCEL_KINDS.unfinished);
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

const beforeOf = ({ memory, plan }: Started, captured: readonly Captured[]): Before => ({
  created: [...plan.fresh.map(({ spec }) => spec.name), ...(memory === null ? [MEMORY_SHEET] : [])],
  names: [...plan.names],
  images: captured.map(({ image }) => image) as Before['images'],
  retired: plan.retired.map(({ name, visibility }) => ({ name, visibility })),
  after: memory?.after ?? null,
  attempted: Object.fromEntries(
    plan.updates.map(
      ({
        laidOut: {
          spec: { blocks: _blocks, ...parts },
        },
      }) => [parts.name, parts],
    ),
  ),
});

/** The memory as it was: or none at all, when the import brought it. */
async function restoreMemory(session: ExcelSession, { memory }: Started): Promise<void> {
  if (memory === null) return;
  // The state first: what breaks off here leaves the way back to the book as it is now.
  await runSteps(session, [
    statusStep(memory.status),
    forgetStep('hidden'),
    ...rememberSteps('before', memory.before),
    ...rememberSteps('after', memory.after),
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
  error: ExcelError,
): Promise<Result<never, ReadFailure>> {
  const back = async (): Promise<void> => {
    await restoreWorkbook(session, before);
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
    const there = await lookUp(session, started.value);
    const before = beforeOf(started.value, there.captured);
    const failed = await excelErrorOf(async () => {
      await writeAll(session, started.value, before, there, specs, options);
    });
    if (failed?.code === TYPED) return await leaveTyped(session, started.value, before, failed);
    if (!failed && started.value.survey.isManual) await calculateOnce(session);
    return failed ? await undo(session, started.value, before, failed) : success(reportOf(plan));
  } catch (error) {
    if (error instanceof ExcelError) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** What was looked up on the sheets before the first write. */
interface There {
  readonly captured: readonly Captured[];
  readonly charts: readonly (readonly string[])[];
  /** What is out of sight stands in the memory. */
  readonly isNoted: boolean;
}

async function lookUp(session: ExcelSession, started: Started): Promise<There> {
  const changes = started.plan.updates.map(({ laidOut, ...change }) => ({ ...change, spec: laidOut.spec }));
  const folded = sheetsToFold(changes);
  try {
    const isNoted = await noteHiddenLines(session, started, folded);
    const captured = await captureSheets(session, changes);
    const charts = await chartsThere(
      session,
      changes.map(({ spec }) => spec.name),
    );
    return { captured, charts, isNoted };
  } catch (error) {
    const back = (): Promise<void> => putBackHiddenLines(session);
    // What fails twice stands in the memory, and is put back by whoever opens the workbook next.
    if (folded.length > 0 && error instanceof ExcelError && (await excelErrorOf(back))) await excelErrorOf(back);
    throw error;
  }
}

const TYPED = 'EditedMeanwhile';

/** Throws when a sheet that will be changed holds something else than what the import was planned on: someone typed meanwhile. */
async function checkUntouched(session: ExcelSession, { updates }: WorkbookUpdate): Promise<void> {
  const now = await readBack(
    session,
    updates.map(({ laidOut }) => laidOut),
  );
  for (const [index, { live }] of updates.entries()) {
    const sheet = now[index];
    const place = sheet ? firstDifference(live, sheet) : live.found.name;
    if (place !== null) throw new ExcelError(excelFailure(EXCEL_KINDS.editedMeanwhile, { place }), TYPED);
  }
}

function firstDifference(before: LiveSheet, now: LiveSheet): string | null {
  for (let row = 0; row < Math.max(before.rows, now.rows); row += 1)
    for (let column = 0; column < Math.max(before.columns, now.columns); column += 1)
      if (contentAt(before, row, column) !== contentAt(now, row, column))
        return `${now.found.name}!${cellAddress(row, column)}`;
  return null;
}

/** Nothing was written but the memory: what was typed stays, and only the memory goes back. */
async function leaveTyped(
  session: ExcelSession,
  started: Started,
  before: Before,
  error: ExcelError,
): Promise<Result<never, ReadFailure>> {
  const own = { ...before, images: [], names: [], retired: [] };
  return undo(session, started, { ...own, created: before.created.filter((name) => name === MEMORY_SHEET) }, error);
}

/** A user who calculates by hand gets one calculation of what was imported, and keeps the mode. Failing that, F9 does it. */
const calculateOnce = async (session: ExcelSession): Promise<void> => {
  await excelErrorOf(() =>
    session.write((context) => {
      context.application.calculate('Recalculate');
    }),
  );
};

async function writeAll(
  session: ExcelSession,
  started: Started,
  before: Before,
  { captured, charts, isNoted }: There,
  specs: readonly SheetSpec[],
  { report, signal }: RunOptions,
): Promise<void> {
  const steps = importSteps(started.plan, captured, charts);
  const total = packSteps(steps).length + OTHER_PARTS;
  await rememberBefore(session, started, before, isNoted);
  await checkUntouched(session, started.plan);
  await runSteps(session, steps, { ...(signal ? { signal } : {}), report: (done) => report?.(done + 1, total) });
  await updateGroups(session, started.plan.updates, captured);
  throwIfStopped(signal);
  const { fresh, updates, unchanged } = started.plan;
  const known = [...fresh, ...unchanged, ...updates.map(({ laidOut }) => laidOut)];
  const wanted = specs.map((spec) => known.find((one) => one.spec === spec) ?? wantedSheet(spec));
  const live = await verified(session, wanted);
  throwIfStopped(signal);
  report?.(total - 1, total);
  await commit(session, started.plan, afterOf(wanted, live));
  report?.(total, total);
}

/** The way back, reading back and the commit, for the progress. */
const OTHER_PARTS = 3;
