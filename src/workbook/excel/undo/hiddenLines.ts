import { z } from '../../../plan/zod';
import { hiddenLineSteps, readHiddenLines, type Size } from '../diff/groups';
import { usedRanges } from '../read/liveSheet';
import { foundSheet, MEMORY_SHEET, surveyWorkbook, type Survey } from '../read/survey';
import { EXCEL_KINDS, excelFailure } from '../request/failures';
import { runSteps } from '../request/run';
import { ExcelError, type ExcelSession } from '../request/session';
import {
  createMemoryStep,
  forgetStep,
  readMemory,
  readStatus,
  recall,
  remembers,
  rememberSteps,
  statusStep,
  STATUSES,
  type Memory,
} from './memory';
import { removeSheetSteps } from './removeSheets';

/**
 * What is out of sight is put on record before groups are read: that shows and hides lines, and an Excel that is gone in the midst of it leaves
 * them so.
 */
const noteSchema = z.object({
  /** State to go back to; null when there was no memory. */
  status: z.enum(STATUSES).nullable(),
  sheets: z.array(
    z.object({
      name: z.string(),
      rows: z.int(),
      columns: z.int(),
      hiddenRows: z.array(z.int()),
      hiddenColumns: z.array(z.int()),
      /** What was filled: other lines may be others now. */
      used: z.string(),
    }),
  ),
});
type Note = z.infer<typeof noteSchema>;

const placesOf = (hidden: readonly boolean[]): number[] => hidden.flatMap((one, at) => (one ? [at] : []));

const flags = (count: number, hidden: readonly number[]): boolean[] => {
  const places = new Set(hidden);
  return Array.from({ length: count }, (_, at) => places.has(at));
};

const usedOf = async (session: ExcelSession, names: readonly string[]): Promise<string[]> =>
  (await usedRanges(session, names)).map((range) => (range === null ? '' : `${range.rows},${range.columns}`));

async function noteOf(session: ExcelSession, memory: Memory | null, sizes: readonly Size[]): Promise<Note> {
  const lines = await readHiddenLines(session, sizes);
  const used = await usedOf(
    session,
    sizes.map(({ name }) => name),
  );
  return {
    status: memory?.status ?? null,
    sheets: sizes.map(({ name, rows, columns }, index) => ({
      name,
      rows,
      columns,
      hiddenRows: placesOf(lines[index]?.rows ?? []),
      hiddenColumns: placesOf(lines[index]?.columns ?? []),
      used: used[index] ?? '',
    })),
  };
}

/** Puts on record what is out of sight; true when it was needed. What was put there was read there before this returns. */
export async function noteHiddenLines(
  session: ExcelSession,
  { survey, memory }: { readonly survey: Survey; readonly memory: Memory | null },
  sizes: readonly Size[],
): Promise<boolean> {
  if (sizes.length === 0) return false;
  const note = await noteOf(session, memory, sizes);
  const steps = [...(memory === null ? rememberSteps('before', null) : []), ...rememberSteps('hidden', note)];
  const state = statusStep('outlining');
  await runSteps(session, [...(foundSheet(survey, MEMORY_SHEET) ? [] : [createMemoryStep]), ...steps, state]);
  const isNoted = async (): Promise<boolean> =>
    (await remembers(session, 'hidden', note)) && (await readStatus(session)) === 'outlining';
  if (await isNoted()) return true;
  await runSteps(session, [...steps, state]);
  if (await isNoted()) return true;
  throw new ExcelError(excelFailure(EXCEL_KINDS.notWritten, { place: MEMORY_SHEET, count: 1 }), 'NotWritten');
}

/** The state that a book goes back to; what was noted wins from what is left of it. */
const stateBefore = (note: Note | null, memory: Memory | null): Note['status'] =>
  note ? note.status : memory?.before ? 'applied' : 'reverted';

/** Lines are hidden and shown as they were. Where rows or columns came or went meanwhile they cannot be told apart, and all of them are shown. */
export async function putBackHiddenLines(session: ExcelSession): Promise<void> {
  const survey = await surveyWorkbook(session);
  if (!foundSheet(survey, MEMORY_SHEET)) return;
  const note = await recall(session, 'hidden', noteSchema);
  const sheets = note?.sheets.filter(({ name }) => foundSheet(survey, name)) ?? [];
  const used = await usedOf(
    session,
    sheets.map(({ name }) => name),
  );
  await runSteps(
    session,
    sheets.flatMap((sheet, index) => {
      const isSame = used[index] === sheet.used;
      return hiddenLineSteps(sheet.name, {
        rows: flags(sheet.rows, isSame ? sheet.hiddenRows : []),
        columns: flags(sheet.columns, isSame ? sheet.hiddenColumns : []),
      });
    }),
  );
  const status = stateBefore(note, await readMemory(session));
  await runSteps(
    session,
    status === null ? removeSheetSteps(survey, [MEMORY_SHEET]) : [statusStep(status), forgetStep('hidden')],
  );
}
