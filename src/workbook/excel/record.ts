import { layoutOf } from './diff/layout';
import { liveFingerprint, type LiveSheet } from './read/liveSheet';
import { foundSheet, MEMORY_SHEET, surveyWorkbook, type Survey } from './read/survey';
import { EXCEL_KINDS, excelFailure } from './request/failures';
import { sheetIn } from './request/ranges';
import { runSteps } from './request/run';
import { ExcelError, type ExcelSession } from './request/session';
import { CALL_BYTES, type Step } from './request/steps';
import {
  createMemoryStep,
  forgetStep,
  readStatus,
  remembers,
  rememberSteps,
  statusStep,
  type After,
  type Before,
  type Memory,
} from './undo/memory';
import { specSum, type WorkbookUpdate } from './workbookUpdate';
import { showSheetStep } from './write/newSheets';
import type { WantedSheet } from './write/wanted';

/** What an import puts on record: its way back before the first write, what it made after the last. */

/** What is known when the first write begins. */
export interface Started {
  readonly survey: Survey;
  readonly memory: Memory | null;
  readonly plan: WorkbookUpdate;
}

export const afterOf = (wanted: readonly WantedSheet[], live: readonly LiveSheet[]): After => ({
  sheets: wanted.map(({ spec }, index) => {
    const sheet = live[index];
    return { name: spec.name, spec: specSum(spec), content: sheet ? liveFingerprint(sheet) : '' };
  }),
  layouts: Object.fromEntries(wanted.map((sheet) => [sheet.spec.name, layoutOf(sheet)])) as After['layouts'],
});

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

/** The way back is on its sheet before anything else is written, and was read there. */
export async function rememberBefore(
  session: ExcelSession,
  { survey, memory }: Started,
  before: Before,
  isNoted: boolean,
): Promise<void> {
  const text = rememberSteps('before', before);
  await runSteps(session, [
    ...(isNoted || foundSheet(survey, MEMORY_SHEET) ? [] : [createMemoryStep]),
    ...text,
    ...(memory === null ? rememberSteps('after', null) : []),
  ]);
  if (!(await remembers(session, 'before', before))) {
    await runSteps(session, text);
    if (!(await remembers(session, 'before', before))) throw memoryLost();
  }
  // Only now: a book that breaks off before holds nothing half-written, and must not be taken back to an earlier import.
  await runSteps(session, [statusStep('applying'), ...(isNoted ? [forgetStep('hidden')] : [])]);
  if ((await readStatus(session)) !== 'applying') throw memoryLost();
}

const memoryLost = (): ExcelError =>
  new ExcelError(excelFailure(EXCEL_KINDS.notWritten, { place: MEMORY_SHEET, count: 1 }), 'NotWritten');

/** True when the import is on record and its sheets are seen as they must be. */
async function isCommitted(session: ExcelSession, { fresh, retired }: WorkbookUpdate, after: After): Promise<boolean> {
  const now = await surveyWorkbook(session);
  const seen = (name: string, as: string): boolean => foundSheet(now, name)?.visibility === as;
  return (
    fresh.every(({ spec }) => seen(spec.name, spec.visibility === 'visible' ? 'Visible' : 'VeryHidden')) &&
    retired.every(({ name }) => seen(name, 'Hidden')) &&
    (await remembers(session, 'after', after)) &&
    (await readStatus(session)) === 'applied'
  );
}

export async function commit(session: ExcelSession, plan: WorkbookUpdate, after: After): Promise<void> {
  await runSteps(session, commitSteps(plan, after));
  if (await isCommitted(session, plan, after)) return;
  await runSteps(session, commitSteps(plan, after));
  if (!(await isCommitted(session, plan, after))) throw memoryLost();
}
