import type { Change, ChangeKey } from '../changes/change';
import type { PlanDocument } from '../plan/document';

/** What was edited since a document was read, and where. */
export interface Edits {
  readonly base: PlanDocument;
  readonly changes: readonly Change[];
  /** Sheet and cell of a change as a user names them ("Kredieten!J5"); null when it is not known. */
  readonly cellOf: (change: ChangeKey) => string | null;
}
