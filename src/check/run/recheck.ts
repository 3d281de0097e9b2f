import type { PlanDocument } from '../../plan/document';
import type { Finding } from '../../plan/finding';
import type { Check } from '../check';
import { changedParts } from '../parts';
import { CHECK_FAILED, findingsOf, inOrder, selectChecks, settingsOf, type CheckOptions } from './run';

/** The check a finding came from; a check that failed is told in the figures. */
const checkOf = ({ check, figures }: Finding): string =>
  check === CHECK_FAILED.id && typeof figures.failed === 'string' ? figures.failed : check;

/**
 * The findings after an edit, from those before it: only checks that read a changed part run again. The result is that of a full
 * run. `previous` must come from a run over `before` with the same options.
 */
export function recheck(
  previous: readonly Finding[],
  before: PlanDocument,
  after: PlanDocument,
  options: CheckOptions = {},
): readonly Finding[] {
  const changed = new Set(changedParts(before, after));
  const checks = selectChecks(options.only);
  const reading = checks.filter(({ reads }) => reads.some((part) => changed.has(part)));
  if (reading.length === 0) return previous;
  // Sums are judged together: the figure behind one may stand in any other.
  const judged = reading.some(({ audits }) => audits);
  const affected = checks.filter((check: Check) => reading.includes(check) || (judged && check.audits));
  const again = new Set(affected.map(({ id }) => id));
  const kept = previous.filter((finding) => !again.has(checkOf(finding)));
  return inOrder([
    ...kept,
    ...findingsOf(affected, after, settingsOf(options), options.language ?? 'nl', options.edits ?? null),
  ]);
}
