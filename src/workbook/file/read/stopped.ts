import type { Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import { refuse, WORKBOOK_KINDS } from '../../zip/failures';

/** Why reading stops midway; caught where the file is opened. */
export class ReadingStopped extends Error {
  constructor(readonly reason: ReadFailure) {
    super(reason.kind.id);
  }
}

export const stop = (refusal: Result<never, ReadFailure>): never => {
  throw new ReadingStopped(refusal.ok ? { kind: WORKBOOK_KINDS.broken, figures: {} } : refusal.failure);
};

export const stopBroken = (reason: string): never => stop(refuse(WORKBOOK_KINDS.broken, { reason }));
