import type { PlanDocument } from '../../plan/document';
import { creditLines, creditSource, type CreditLine } from './creditLines';
import { creditTotals, type CreditTotal } from './creditTotals';
import { creditTies, type CreditTie } from './ties';
import { DEFAULT_VERDICT_THRESHOLDS, type VerdictThresholds } from './verdict';

/**
 * The reconciliation of credits: from what was first foreseen to what lapsed. Every sheet, screen, function, check and
 * command shows these records.
 */
export interface Reconciliation {
  readonly lines: readonly CreditLine[];
  readonly totals: readonly CreditTotal[];
  readonly ties: readonly CreditTie[];
}

export function reconcile(
  document: PlanDocument,
  thresholds: VerdictThresholds = DEFAULT_VERDICT_THRESHOLDS,
): Reconciliation {
  const source = creditSource(document);
  const lines = creditLines(document, source, thresholds);
  let ties: readonly CreditTie[] | null = null;
  return {
    lines,
    totals: creditTotals(lines, source.rollup.tree),
    // Only some readers ask for them, and they look through every schema.
    get ties() {
      return (ties ??= creditTies(document, lines, source));
    },
  };
}
