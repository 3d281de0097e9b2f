import { ANSWER_MILLISECONDS, CELL_EDIT_MILLISECONDS, CELL_EDIT_PAUSE } from './limits';
import { success, type Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import { excelFailure, EXCEL_KINDS } from './failures';

/** A request that Excel did not do; the failure is what the user is told. */
export class ExcelError extends Error {
  constructor(
    readonly failure: ReadFailure,
    readonly code: string,
  ) {
    super(code);
  }
}

/** What came of work in Excel: a failure of Excel is a value, anything else that is thrown is a defect. */
export async function resultOf<T>(work: () => Promise<T>): Promise<Result<T, ReadFailure>> {
  try {
    return success(await work());
  } catch (error) {
    if (error instanceof ExcelError) return { ok: false, failure: error.failure };
    throw error;
  }
}

export interface SessionOptions {
  /** How long one request may take before we stop believing in an answer. */
  readonly answerMilliseconds?: number;
  /** How long we wait in all for a user who is typing in a cell. */
  readonly cellEditMilliseconds?: number;
}

const CELL_EDIT_CODE = 'InvalidOperationInCellEditMode';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const codeOf = (error: unknown): string => {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown';
};

const reasonOf = (error: unknown): string => {
  const place =
    typeof error === 'object' && error !== null && 'debugInfo' in error
      ? (error.debugInfo as { errorLocation?: string } | undefined)?.errorLocation
      : undefined;
  const text = error instanceof Error ? error.message : String(error);
  return place ? `${text} (${place})` : text;
};

function failureFor(error: unknown): ReadFailure {
  const code = codeOf(error);
  if (code === CELL_EDIT_CODE) return excelFailure(EXCEL_KINDS.busy);
  if (code === 'ApiNotFound') return excelFailure(EXCEL_KINDS.notSupported, { set: reasonOf(error) });
  return excelFailure(EXCEL_KINDS.refused, { reason: reasonOf(error) });
}

/**
 * The one way to Excel: every request goes through here, one at a time. A request waits for a user who is in a cell, is given up when no answer
 * comes, and fails with a sentence. The batch is built anew when it is tried again, so it must do nothing but queue calls.
 */
export class ExcelSession {
  /** Requests sent since the session began. */
  syncs = 0;
  private readonly answerMilliseconds: number;
  private readonly cellEditMilliseconds: number;

  constructor({
    answerMilliseconds = ANSWER_MILLISECONDS,
    cellEditMilliseconds = CELL_EDIT_MILLISECONDS,
  }: SessionOptions = {}) {
    this.answerMilliseconds = answerMilliseconds;
    this.cellEditMilliseconds = cellEditMilliseconds;
  }

  /** Sends what `queue` asks for in one request; `take` reads what was loaded. Throws ExcelError. */
  async request<Q, T>(queue: (context: Excel.RequestContext) => Q, take: (queued: Q) => T): Promise<T> {
    const since = Date.now();
    for (;;) {
      try {
        return await this.once(queue, take);
      } catch (error) {
        const waiting = codeOf(error) === CELL_EDIT_CODE && Date.now() - since < this.cellEditMilliseconds;
        if (!waiting) throw error instanceof ExcelError ? error : new ExcelError(failureFor(error), codeOf(error));
        await pause(CELL_EDIT_PAUSE);
      }
    }
  }

  /** A request that only writes. */
  write(queue: (context: Excel.RequestContext) => void): Promise<void> {
    return this.request(queue, () => undefined);
  }

  private once<Q, T>(queue: (context: Excel.RequestContext) => Q, take: (queued: Q) => T): Promise<T> {
    this.syncs += 1;
    const answer = Excel.run({ delayForCellEdit: true }, async (context) => {
      const queued = queue(context);
      await context.sync();
      return take(queued);
    });
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new ExcelError(
            excelFailure(EXCEL_KINDS.noAnswer, { seconds: String(Math.round(this.answerMilliseconds / 1000)) }),
            'Timeout',
          ),
        );
      }, this.answerMilliseconds);
      answer.then(resolve, reject).finally(() => {
        clearTimeout(timer);
      });
    });
  }
}

/** True when the host has a requirement set; everything above the floor (ExcelApi 1.14) is asked for here first. */
export const hasSet = (name: string, version: string): boolean =>
  Office.context.requirements.isSetSupported(name, version);

/** The floor of the product. */
export const FLOOR = { name: 'ExcelApi', version: '1.14' } as const;
