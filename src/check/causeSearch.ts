import type { PlanDocument } from '../plan/document';
import { sumKey, type Judged } from './audit';
import type { Check, RuleFinding } from './check';
import type { CheckContext } from './context';

/** What explains sums that do not close, and the document without it: the audit of sums goes on from there. */
export interface Causes {
  readonly document: PlanDocument;
  /** What is to be said, per check. */
  readonly of: (check: string) => readonly RuleFinding[];
}

/** A document with more causes than this is read again rather than explained; each trial judges all sums anew. */
const MOST_TRIALS = 40;

interface Judging {
  readonly contextOf: (document: PlanDocument) => CheckContext;
  /** The sums of a document that do not close. */
  readonly brokenIn: (document: PlanDocument, context: CheckContext) => readonly Judged[];
  /** Is it to be explained? What an edit opened is told with that edit. */
  readonly isOwn: (sum: Judged) => boolean;
}

const namesOf = (broken: readonly Judged[]): ReadonlySet<string> =>
  new Set(broken.map(({ identity }) => sumKey(identity)));

/**
 * Tries what the checks propose, one after the other, and keeps what makes sums close without opening any. A figure is accused only when
 * none of these explains it: a line that is not there, twice, of another year or in the wrong column.
 */
export function findCauses(
  document: PlanDocument,
  checks: readonly Check[],
  { contextOf, brokenIn, isOwn }: Judging,
): Causes {
  const found = new Map<string, RuleFinding[]>();
  let current = document;
  let context = contextOf(current);
  let broken = brokenIn(current, context);
  let trials = 0;
  for (const { id, causes } of checks) {
    for (let again = causes !== undefined && broken.some(isOwn); again;) {
      again = false;
      for (const { finding, mended } of causes?.(current, context, broken.filter(isOwn)) ?? []) {
        if ((trials += 1) > MOST_TRIALS) break;
        const within = contextOf(mended);
        const left = brokenIn(mended, within);
        const [before, after] = [namesOf(broken), namesOf(left)];
        if (after.size >= before.size || [...after].some((name) => !before.has(name))) continue;
        if (finding) found.set(id, [...(found.get(id) ?? []), finding]);
        [current, context, broken] = [mended, within, left];
        again = broken.some(isOwn);
        break;
      }
    }
  }
  return { document: current, of: (check) => found.get(check) ?? [] };
}
