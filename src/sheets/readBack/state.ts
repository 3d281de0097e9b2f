import { CONFLICT_SUBJECTS } from '../../changes/merge/conflict';
import { settingsSchema, statusSchema } from '../../check/settingsSchema';
import type { PlanDocument } from '../../plan/document';
import { documentSchema } from '../../plan/documentSchema';
import { FINDING_STATES } from '../../plan/explanation';
import { LANGUAGES } from '../../plan/finding';
import { failure, success, type Result } from '../../plan/result';
import { DEFAULT_STATUSES } from '../../plan/status';
import { z } from '../../plan/zod';
import { profileSchema } from '../../read/outline/profile';
import { identifyStatements } from '../../schema/rows/identify';
import type { ReadFailure } from '../../read/source';
import { cellAt, type WorkbookContent } from '../content';
import { SHEETS } from '../names';
import { STATE_FORMAT, type WorkbookState } from '../state';
import { STATE_KINDS } from './kinds';
import { parseRepairing } from './repair';
import { documentFromSource } from './sourceLines';
import { chunksOf, partsOf } from './stateText';

const explanationSchema = z.object({ state: z.enum(FINDING_STATES), text: z.string(), initials: z.string() });

const conflictValue = z.union([z.string(), z.number(), z.boolean()]).nullable();
const conflictSchema = z.object({
  key: z.string(),
  of: z.enum(CONFLICT_SUBJECTS),
  node: z.string().nullable(),
  item: z.string(),
  field: z.string(),
  place: z.object({ schema: z.string(), row: z.string(), column: z.int() }).nullable(),
  deletedBy: z.enum(['mine', 'theirs']).nullable(),
  base: conflictValue,
  mine: conflictValue,
  theirs: conflictValue,
  document: z.string().optional(),
});

const settingsPart = z.object({
  statuses: z.array(statusSchema).min(1),
  language: z.enum(LANGUAGES),
  checks: settingsSchema.omit({ statuses: true }).optional(),
  profiles: z.array(profileSchema).optional(),
});
const lineagePart = z.array(z.object({ title: z.string(), lines: z.int(), name: z.string().optional() }));
const othersPart = z.array(documentSchema).optional();
const dormantPart = z.record(z.string(), explanationSchema).optional();
const conflictsPart = z.array(conflictSchema).optional();

/** Parts of the hidden sheet as a user is told of them. */
export type StatePart = 'document' | 'others' | 'settings' | 'answers' | 'origin';

/** The state as far as it could be read, and the parts of which something had to be left out, each with where. */
export interface StateReading {
  readonly state: WorkbookState;
  readonly damage: readonly { readonly part: StatePart; readonly where: string }[];
}

const DEFAULT_STATE_SETTINGS: WorkbookState['settings'] = { statuses: DEFAULT_STATUSES, language: 'nl' };

const broken = (reason: string): Result<never, ReadFailure> =>
  failure({ kind: STATE_KINDS.brokenState, figures: { reason } });

/** The state from the hidden sheet, as far as it can be read; fails when the sheet is absent or of another version, or when the document is lost. */
export function readState(content: WorkbookContent): Result<WorkbookState, ReadFailure> {
  const reading = readStateParts(content);
  return reading.ok ? success(reading.value.state) : reading;
}

/** The same, with what had to be left out. Parts are read one by one: damage in one leaves the others as they are. */
export function readStateParts(content: WorkbookContent): Result<StateReading, ReadFailure> {
  const sheet = content.sheets.find(({ name }) => name === SHEETS.state);
  if (!sheet) return failure({ kind: STATE_KINDS.noState, figures: {} });
  const format = cellAt(sheet, 0, 0);
  if (format !== STATE_FORMAT)
    return failure({ kind: STATE_KINDS.newerState, figures: { reason: String(format ?? '') } });
  const chunks = chunksOf(sheet);
  return chunks.ok ? stateOf(chunks.value, () => documentFromSource(content)) : chunks;
}

/** A workbook is read again after every edit, and its state stays as it is: the last one read need not be taken apart again. */
let last: { readonly text: string; readonly reading: Result<StateReading, ReadFailure> } | null = null;

function stateOf(
  chunks: readonly (string | null)[],
  readAgain: () => PlanDocument | null,
): Result<StateReading, ReadFailure> {
  const text = chunks.map((chunk) => chunk ?? '\n').join('');
  if (last?.text !== text) last = { text, reading: parsedState(chunks, readAgain) };
  return last.reading;
}

/** Rows of a workbook written before rows had ids get them here. */
const identified = (document: PlanDocument): PlanDocument => ({
  ...document,
  statements: identifyStatements(document.statements),
});

function parsedState(
  chunks: readonly (string | null)[],
  readAgain: () => PlanDocument | null,
): Result<StateReading, ReadFailure> {
  const parts = partsOf(chunks) ?? {};
  const damage: { part: StatePart; where: string }[] = [];
  const read = <T>(part: StatePart, schema: z.ZodType<T>, value: unknown, otherwise: T): T => {
    const repaired = parseRepairing(schema, value);
    for (const where of repaired?.leftOut ?? ['']) damage.push({ part, where });
    return repaired ? repaired.value : otherwise;
  };
  const document = read<PlanDocument | null>('document', documentSchema, parts['document'], null) ?? readAgain();
  if (document === null) return broken('document');

  const others = read('others', othersPart, parts['others'], undefined);
  const settings = read('settings', settingsPart, parts['settings'], DEFAULT_STATE_SETTINGS);
  const lineage = read('origin', lineagePart, parts['lineage'], []);
  const dormant = read('answers', dormantPart, parts['dormant'], undefined);
  const conflicts = read('answers', conflictsPart, parts['conflicts'], undefined);
  const state: WorkbookState = {
    format: STATE_FORMAT,
    document: identified(document),
    ...(others === undefined ? {} : { others: others.map(identified) }),
    settings,
    lineage,
    ...(dormant === undefined ? {} : { dormant }),
    ...(conflicts === undefined ? {} : { conflicts }),
  };
  return success({ state, damage });
}
