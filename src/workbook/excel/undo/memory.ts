import { CHUNK_LENGTH, CHUNKS_PER_READ, CHUNKS_PER_WRITE, MAX_CHUNKS } from '../request/limits';
import { MEMORY_SHEET } from '../read/survey';
import { sheetIn } from '../request/ranges';
import { z } from '../../../plan/zod';
import { beforeImageSchema } from './beforeImage';
import { layoutSchema, partsSchema } from '../diff/layout';
import type { ExcelSession } from '../request/session';
import { CALL_BYTES, jsonBytes, type Step } from '../request/steps';

/**
 * What the adapter remembers in the workbook itself, on a sheet of its own that is never shown, so that Excel saves it with the rest: how each
 * sheet was last written, and how to take the last import back. The way back is written before anything else, so that it is there even
 * when the import breaks off.
 */
const MEMORY_FORMAT = 'planboek/excel@1';

/**
 * outlining: lines were shown and hidden to read their groups, and may be left so. applying: an import began and did not end. reverting: so did its
 * undoing.
 */
export const STATUSES = ['outlining', 'applying', 'applied', 'reverting', 'reverted'] as const;
export type MemoryStatus = (typeof STATUSES)[number];

/** The workbook is not as anyone meant it. */
export const isUnfinished = (status: MemoryStatus): boolean =>
  status === 'outlining' || status === 'applying' || status === 'reverting';

const sheetMemorySchema = z.object({
  name: z.string(),
  /** Sum of the spec the sheet was made from. */
  spec: z.string(),
  /** Sum of the contents as Excel gave them back after writing. */
  content: z.string(),
});

export const afterSchema = z.object({
  sheets: z.array(sheetMemorySchema),
  /** By name of the sheet. */
  layouts: z.record(z.string(), layoutSchema),
});

export const beforeSchema = z.object({
  /** Sheets that were not there. */
  created: z.array(z.string()),
  /** Names of the workbook with what they stood for; null for one that was not there. */
  names: z.array(z.object({ name: z.string(), formula: z.string().nullable() })),
  /** Sheets that were there and are changed. */
  images: z.array(beforeImageSchema),
  /** Sheets of ours the import no longer has; they are hidden, not deleted. */
  retired: z.array(z.object({ name: z.string(), visibility: z.enum(['Visible', 'Hidden', 'VeryHidden']) })),
  /** What was remembered before; null when nothing was. */
  after: afterSchema.nullable(),
  /** What the import set out to write on sheets that were there, so that all of it can be taken away by whoever opens the workbook next. */
  attempted: z.record(z.string(), partsSchema).default({}),
});

export type After = z.infer<typeof afterSchema>;
export type Before = z.infer<typeof beforeSchema>;

export interface Memory {
  readonly status: MemoryStatus;
  readonly after: After | null;
  readonly before: Before | null;
}

/** Long texts stand in columns, in chunks a cell can take (32,767 characters), each behind a mark that no host takes for anything else. */
const COLUMNS = { before: 0, after: 1, hidden: 3 } as const;
const LETTERS = { before: 'A:A', after: 'B:B', hidden: 'D:D' } as const;
type Part = keyof typeof COLUMNS;
const STATUS_COLUMN = 2;
const LAST_COLUMN = 3;
const FORMAT_ROW = 0;
const COUNT_ROW = 1;
const FIRST_CHUNK_ROW = 2;
const CHUNK_MARK = '|';

/** Everything outside printable ASCII is escaped, so that no host changes it on the way. */
const plainText = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += CHUNK_LENGTH) chunks.push(CHUNK_MARK + text.slice(at, at + CHUNK_LENGTH));
  return chunks;
}

/** The sheet itself, out of sight, with the number format that keeps text as it is. */
export const createMemoryStep: Step = {
  bytes: 3 * CALL_BYTES,
  run: (context) => {
    const sheet = context.workbook.worksheets.add(MEMORY_SHEET);
    sheet.visibility = 'VeryHidden';
    for (const column of ['A:A', 'B:B', 'C:C', 'D:D']) {
      const range = sheet.getRange(column).untrack();
      (range as unknown as { numberFormat: string }).numberFormat = '@';
    }
  },
};

export const statusStep = (status: MemoryStatus): Step => ({
  bytes: CALL_BYTES,
  run: (context) => {
    sheetIn(context, MEMORY_SHEET).getRangeByIndexes(FORMAT_ROW, STATUS_COLUMN, 1, 1).untrack().values = [[status]];
  },
});

export const forgetStep = (part: Part): Step => ({
  bytes: CALL_BYTES,
  run: (context) => {
    sheetIn(context, MEMORY_SHEET).getRange(LETTERS[part]).untrack().clear('Contents');
  },
});

/** Steps that put one of the texts on the sheet, in place of what stood there. */
export function rememberSteps(part: Part, value: unknown): Step[] {
  const column = COLUMNS[part];
  const chunks = value === null ? [] : chunksOf(plainText(value));
  const steps: Step[] = [
    forgetStep(part),
    {
      bytes: 2 * CALL_BYTES,
      run: (context) => {
        sheetIn(context, MEMORY_SHEET).getRangeByIndexes(FORMAT_ROW, column, FIRST_CHUNK_ROW, 1).untrack().values = [
          [MEMORY_FORMAT],
          [String(chunks.length)],
        ];
      },
    },
  ];
  for (let at = 0; at < chunks.length; at += CHUNKS_PER_WRITE) {
    const some = chunks.slice(at, at + CHUNKS_PER_WRITE);
    steps.push({
      bytes: CALL_BYTES + some.reduce((sum, chunk) => sum + jsonBytes(chunk), 0),
      run: (context) => {
        sheetIn(context, MEMORY_SHEET)
          .getRangeByIndexes(FIRST_CHUNK_ROW + at, column, some.length, 1)
          .untrack().values = some.map((chunk) => [chunk]);
      },
    });
  }
  return steps;
}

interface MemoryHead {
  readonly status: MemoryStatus | null;
  readonly counts: Readonly<Record<Part, number>>;
}

const readHead = (session: ExcelSession): Promise<MemoryHead> =>
  session.request(
    (context) => {
      const range = sheetIn(context, MEMORY_SHEET)
        .getRangeByIndexes(FORMAT_ROW, 0, FIRST_CHUNK_ROW, LAST_COLUMN + 1)
        .untrack();
      range.load('values');
      return range;
    },
    ({ values }) => {
      const head = values as unknown[][];
      const isOurs = head[FORMAT_ROW]?.[COLUMNS.before] === MEMORY_FORMAT;
      return {
        status: (isOurs && STATUSES.find((one) => one === head[FORMAT_ROW]?.[STATUS_COLUMN])) || null,
        counts: {
          before: Number(head[COUNT_ROW]?.[COLUMNS.before]),
          after: Number(head[COUNT_ROW]?.[COLUMNS.after]),
          hidden: Number(head[COUNT_ROW]?.[COLUMNS.hidden]),
        },
      };
    },
  );

/** Reads what is remembered; null when the sheet does not hold what we write (cut, altered, another version). */
export async function readMemory(session: ExcelSession): Promise<Memory | null> {
  const { status, counts } = await readHead(session);
  if (status === null) return null;
  const before = await readText(session, COLUMNS.before, counts.before);
  const after = await readText(session, COLUMNS.after, counts.after);
  return { status, before: parse(before, beforeSchema), after: parse(after, afterSchema) };
}

/** In which state the last import was left; null when there is none. One request. */
export const readStatus = async (session: ExcelSession): Promise<MemoryStatus | null> =>
  (await readHead(session)).status;

/** True when the sheet holds exactly this text: nothing is built on what was not read. */
export async function remembers(session: ExcelSession, part: Part, value: unknown): Promise<boolean> {
  const { counts } = await readHead(session);
  return (await readText(session, COLUMNS[part], counts[part])) === plainText(value);
}

/** One of the texts, as far as it is what the schema says. */
export async function recall<T>(session: ExcelSession, part: Part, schema: z.ZodType<T>): Promise<T | null> {
  const { counts } = await readHead(session);
  return parse(await readText(session, COLUMNS[part], counts[part]), schema);
}

async function readText(session: ExcelSession, column: number, count: number): Promise<string> {
  if (!Number.isInteger(count) || count < 1 || count > MAX_CHUNKS) return '';
  const chunks: string[] = [];
  const starts = Array.from({ length: Math.ceil(count / CHUNKS_PER_READ) }, (_, index) => index * CHUNKS_PER_READ);
  await starts.reduce<Promise<void>>(
    (done, at) =>
      done.then(async () => {
        chunks.push(...(await readChunks(session, column, at, Math.min(CHUNKS_PER_READ, count - at))));
      }),
    Promise.resolve(),
  );
  return chunks.every((chunk) => chunk.startsWith(CHUNK_MARK))
    ? chunks.map((chunk) => chunk.slice(CHUNK_MARK.length)).join('')
    : '';
}

const readChunks = (session: ExcelSession, column: number, at: number, count: number): Promise<string[]> =>
  session.request(
    (context) => {
      const range = sheetIn(context, MEMORY_SHEET)
        .getRangeByIndexes(FIRST_CHUNK_ROW + at, column, count, 1)
        .untrack();
      range.load('values');
      return range;
    },
    ({ values }) => values.map(([chunk]) => String(chunk)),
  );

function parse<T>(text: string, schema: z.ZodType<T>): T | null {
  if (text === '') return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
