import { CONFLICT_SUBJECTS } from '../../changes/merge/conflict';
import { settingsSchema, statusSchema } from '../../check/settingsSchema';
import type { PlanDocument } from '../../plan/document';
import { documentSchema } from '../../plan/documentSchema';
import { FINDING_STATES } from '../../plan/explanation';
import { LANGUAGES } from '../../plan/finding';
import { failure, success, type Result } from '../../plan/result';
import { z } from '../../plan/zod';
import { profileSchema } from '../../read/outline/profile';
import { identifyStatements } from '../../schema/identify';
import type { ReadFailure } from '../../read/source';
import { cellAt, type WorkbookContent } from '../content';
import { SHEETS } from '../names';
import { CHUNK_MARK, CHUNK_ROW, STATE_FORMAT, type WorkbookState } from '../state';
import { STATE_KINDS } from './kinds';

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

const stateSchema = z.object({
  format: z.literal(STATE_FORMAT),
  document: documentSchema,
  others: z.array(documentSchema).optional(),
  settings: z.object({
    statuses: z.array(statusSchema).min(1),
    language: z.enum(LANGUAGES),
    checks: settingsSchema.omit({ statuses: true }).optional(),
    profiles: z.array(profileSchema).optional(),
  }),
  lineage: z.array(z.object({ title: z.string(), lines: z.int(), name: z.string().optional() })),
  dormant: z.record(z.string(), explanationSchema).optional(),
  conflicts: z.array(conflictSchema).optional(),
});

/** Larger states come from no document: a report of 2,000 pages makes 5,000 chunks at most. */
const MAX_CHUNKS = 20_000;

const broken = (reason: string): Result<never, ReadFailure> =>
  failure({ kind: STATE_KINDS.brokenState, figures: { reason } });

/** The state from the hidden sheet, checked against its schema; fails when the sheet is absent, cut, altered or of another version. */
export function readState(content: WorkbookContent): Result<WorkbookState, ReadFailure> {
  const sheet = content.sheets.find(({ name }) => name === SHEETS.state);
  if (!sheet) return failure({ kind: STATE_KINDS.noState, figures: {} });
  const format = cellAt(sheet, 0, 0);
  if (format !== STATE_FORMAT)
    return failure({ kind: STATE_KINDS.newerState, figures: { reason: String(format ?? '') } });
  const count = cellAt(sheet, 1, 0);
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MAX_CHUNKS) return broken('count');
  const chunks: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const chunk = cellAt(sheet, CHUNK_ROW + index, 0);
    if (typeof chunk !== 'string' || !chunk.startsWith(CHUNK_MARK)) return broken(`A${CHUNK_ROW + index + 1}`);
    chunks.push(chunk.slice(CHUNK_MARK.length));
  }
  return parseState(chunks.join(''));
}

/** A workbook is read again after every edit, and its state stays as it is: the last one read need not be taken apart again. */
let last: { readonly text: string; readonly state: Result<WorkbookState, ReadFailure> } | null = null;

function parseState(text: string): Result<WorkbookState, ReadFailure> {
  if (last?.text !== text) last = { text, state: parsedState(text) };
  return last.state;
}

/** Rows of a workbook written before rows had ids get them here. */
function withSchemaRows(state: WorkbookState): WorkbookState {
  const identified = (document: PlanDocument): PlanDocument => ({
    ...document,
    statements: identifyStatements(document.statements),
  });
  const { others } = state;
  return {
    ...state,
    document: identified(state.document),
    ...(others === undefined ? {} : { others: others.map(identified) }),
  };
}

function parsedState(text: string): Result<WorkbookState, ReadFailure> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return broken('JSON');
  }
  const parsed = stateSchema.safeParse(json);
  if (parsed.success) return success(withSchemaRows(parsed.data));
  const [issue] = parsed.error.issues;
  return broken(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}
