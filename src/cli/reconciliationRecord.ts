import type { PlanDocument, PlanNode } from '../plan/document';
import type { Cents } from '../plan/money';
import type { CreditFigures } from '../figures/reconciliation/creditFigures';
import { nodeCode } from '../figures/reconciliation/creditLines';
import type { Reconciliation } from '../figures/reconciliation/reconciliation';

export const RECONCILIATION_FORMAT = 'planboek/reconciliation@1';

const moneyOf = ({
  initial,
  final,
  actual,
  carriedOver,
  overrun,
  carriedTooMuch,
  lapsed,
}: CreditFigures): Readonly<Record<string, Cents | null>> => ({
  initialCents: initial,
  finalCents: final,
  actualCents: actual,
  carriedOverCents: carriedOver,
  overrunCents: overrun,
  carriedTooMuchCents: carriedTooMuch,
  lapsedCents: lapsed,
});

/** The reconciliation as it is published: money in cents, null where nothing is printed. */
export function reconciliationRecord({ nodes }: PlanDocument, { lines, totals, ties }: Reconciliation): unknown {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const codeOf = (id: string | null | undefined): string | null => {
    const node = byId.get(id ?? '');
    return node ? nodeCode(node) : null;
  };
  const placeOf = (node: PlanNode | null) => ({ title: node?.title ?? null, level: node?.level ?? null });
  return {
    format: RECONCILIATION_FORMAT,
    lines: lines.map((line) => ({
      code: line.code,
      ...placeOf(line.node),
      parent: codeOf(line.above[0]),
      year: line.year,
      kind: line.kind,
      direction: line.direction,
      ...moneyOf(line),
      verdict: line.verdict,
    })),
    totals: totals.map((total) => ({
      code: codeOf(total.node?.id),
      ...placeOf(total.node),
      parent: codeOf(total.node?.parent),
      year: total.year,
      kind: total.kind,
      direction: total.direction,
      ...moneyOf(total),
    })),
    ties: ties.map(({ schema, row, column, printedCents, computedCents, roundingCents, closes }) => ({
      schema,
      row,
      column,
      printedCents,
      computedCents,
      roundingCents,
      closes,
    })),
  };
}
