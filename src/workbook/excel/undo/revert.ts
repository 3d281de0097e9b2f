import { NAMED_PLACES } from '../request/limits';
import { success, type Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import { EXCEL_KINDS, refuse } from '../request/failures';
import type { SheetParts } from '../diff/layout';
import { liveFingerprint, readGrids, readLiveSheets, usedRanges } from '../read/liveSheet';
import { putBackHiddenLines } from './hiddenLines';
import {
  isUnfinished,
  readStatus,
  readMemory,
  rememberSteps,
  statusStep,
  type After,
  type Before,
  type Memory,
} from './memory';
import { removeSheetSteps } from './removeSheets';
import { restoreWorkbook } from './restore';
import { runSteps, listenAgain } from '../request/run';
import { ExcelError, resultOf, type ExcelSession } from '../request/session';
import { foundSheet, sameName, surveyWorkbook, type Survey, MEMORY_SHEET } from '../read/survey';

/** Taking back the last import. */

/** What becomes of edits in the imported sheets: they stand in the way, or they go. */
export type Edits = 'kept' | 'lost';

/** Sheets of the import that hold something else than it wrote, or are gone. */
async function editedSheets(session: ExcelSession, survey: Survey, after: After): Promise<string[]> {
  const there = after.sheets.filter(({ name }) => foundSheet(survey, name) !== undefined);
  const live = await readLiveSheets(
    session,
    survey,
    there.map(({ name }) => name),
  );
  return after.sheets
    .filter(({ name, content }) => {
      const sheet = live.find(({ found }) => sameName(found.name, name));
      return sheet === undefined || liveFingerprint(sheet) !== content;
    })
    .map(({ name }) => name);
}

/** Sheets of the user whose formulas name something that would go. */
async function dependentSheets(session: ExcelSession, survey: Survey, before: Before, after: After): Promise<string[]> {
  if (before.created.length === 0) return [];
  const ours = new Set([...after.sheets.map(({ name }) => name.toLowerCase()), MEMORY_SHEET.toLowerCase()]);
  const users = survey.sheets.filter(({ name }) => !ours.has(name.toLowerCase())).map(({ name }) => name);
  const signs = [
    ...before.created.flatMap((name) => [`${name}!`, `${name}'!`]),
    ...survey.tables
      .filter(({ sheet }) => before.created.some((name) => sameName(name, sheet)))
      .map(({ name }) => `${name}[`),
    ...before.names.filter(({ formula }) => formula === null).map(({ name }) => name),
  ].map((sign) => sign.toLowerCase());
  const used = users.length === 0 ? [] : await usedRanges(session, users);
  const grids = await readGrids(session, users, used, 'formulas');
  return users.filter((_, index) =>
    (grids[index] ?? []).some((line) =>
      line.some(
        (content) =>
          typeof content === 'string' &&
          content.startsWith('=') &&
          signs.some((sign) => content.toLowerCase().includes(sign)),
      ),
    ),
  );
}

/** After a revert the workbook remembers what it remembered before the import, without a way further back. */
async function rememberBefore(session: ExcelSession, before: Before): Promise<void> {
  const now = await surveyWorkbook(session);
  if (foundSheet(now, MEMORY_SHEET) === undefined) return;
  await runSteps(
    session,
    before.created.includes(MEMORY_SHEET)
      ? removeSheetSteps(now, [MEMORY_SHEET])
      : [...rememberSteps('after', before.after), ...rememberSteps('before', null), statusStep('reverted')],
  );
}

async function takeBack(session: ExcelSession, memory: Memory, before: Before): Promise<void> {
  const attempted = (name: string): SheetParts | null => memory.after?.layouts[name]?.parts ?? null;
  await runSteps(session, [statusStep('reverting')]);
  await restoreWorkbook(
    session,
    { ...before, created: before.created.filter((name) => name !== MEMORY_SHEET) },
    attempted,
  );
  await rememberBefore(session, before);
}

/** What is remembered goes last: without it everything before was done, whatever Excel answered. */
const isTakenBack = async (session: ExcelSession): Promise<boolean> =>
  foundSheet(await surveyWorkbook(session), MEMORY_SHEET) === undefined;

/** Listening begins again; an import that was taken back stays so when Excel does not answer this. */
const tryToListen = (session: ExcelSession): Promise<void> =>
  listenAgain(session)
    .catch(() => listenAgain(session))
    .catch((error: unknown) => {
      if (!(error instanceof ExcelError)) throw error;
    });

const remembered = async (session: ExcelSession): Promise<{ survey: Survey; memory: Memory | null }> => {
  const survey = await surveyWorkbook(session);
  return { survey, memory: foundSheet(survey, MEMORY_SHEET) ? await readMemory(session) : null };
};

/** True when an import or its undoing broke off: nothing may be written before it is taken back. */
export const isHalfWritten = (session: ExcelSession): Promise<Result<boolean, ReadFailure>> =>
  resultOf(async () => {
    const survey = await surveyWorkbook(session);
    const status = foundSheet(survey, MEMORY_SHEET) ? await readStatus(session) : null;
    return status !== null && isUnfinished(status);
  });

/** True when the last import, or one that broke off, can be taken back. */
export async function canRevert(session: ExcelSession): Promise<boolean> {
  try {
    const { memory } = await remembered(session);
    return memory?.before != null;
  } catch (error) {
    if (error instanceof ExcelError) return false;
    throw error;
  }
}

/**
 * Takes the last import back. Refused, with the reason, when someone wrote in the imported sheets since, or leans on them from sheets of their
 * own, unless that may be lost. An import or revert that broke off is always taken back.
 */
export async function revertImport(session: ExcelSession, edits: Edits = 'kept'): Promise<Result<void, ReadFailure>> {
  try {
    const { survey, memory } = await remembered(session);
    if (memory?.status === 'outlining' && !survey.isReadOnly) {
      await putBackHiddenLines(session);
      await tryToListen(session);
      return success(undefined);
    }
    const whole = memory !== null && memory.before === null && isUnfinished(memory.status);
    if (!memory?.before && !whole) return refuse(EXCEL_KINDS.nothingToRevert);
    if (survey.isReadOnly) return refuse(EXCEL_KINDS.readOnly);
    if (!memory?.before) {
      // The way back goes first and comes last: without one the sheets are whole, and only the state was left.
      await runSteps(session, [statusStep('reverted')]);
      await tryToListen(session);
      return success(undefined);
    }
    const { before } = memory;
    if (edits === 'kept' && memory.status === 'applied' && memory.after) {
      const places = [
        ...(await editedSheets(session, survey, memory.after)),
        ...(await dependentSheets(session, survey, before, memory.after)),
      ];
      if (places.length > 0)
        return refuse(EXCEL_KINDS.editedSince, { places: places.slice(0, NAMED_PLACES).join(', ') });
    }
    await takeBack(session, memory, before).catch(async (error: unknown) => {
      if (!(error instanceof ExcelError)) throw error;
      if (!(await isTakenBack(session))) await takeBack(session, memory, before);
    });
    await tryToListen(session);
    return success(undefined);
  } catch (error) {
    if (error instanceof ExcelError) return { ok: false, failure: error.failure };
    throw error;
  }
}
