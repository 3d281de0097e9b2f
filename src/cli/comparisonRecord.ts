import type { PlanNode } from '../plan/document';
import type { Comparison, ComparedNode } from '../changes/comparison';
import type { FieldDifference } from '../changes/nodes/nodeFields';
import { nodeCode } from '../figures/reconciliation/creditLines';
import { differenceCents } from '../figures/sums';

const COMPARISON_FORMAT = 'planboek/comparison@1';

/** Codes of the nodes of both versions by id: the parent of a node is told by its code. */
export function codesOf({ nodes }: Comparison): {
  readonly old: (id: string) => string;
  readonly new: (id: string) => string;
} {
  const codes = (of: (node: ComparedNode) => PlanNode | null): ReadonlyMap<string, string> =>
    new Map(nodes.flatMap((node) => (of(node) ? [[of(node)?.id ?? '', nodeCode(of(node) as PlanNode)]] : [])));
  const [old, now] = [codes((node) => node.old), codes((node) => node.new)];
  return { old: (id) => old.get(id) ?? id, new: (id) => now.get(id) ?? old.get(id) ?? id };
}

/** The two sides of a field as they are told: a parent by its code in each version, all else as it is. */
export function fieldSides(
  { field, from, to }: FieldDifference,
  { old }: ComparedNode,
  codes: ReturnType<typeof codesOf>,
): { readonly old: string | boolean | null; readonly new: string | boolean | null } {
  if (field !== 'parent') return { old: from, new: to };
  return {
    old: old?.parent == null ? null : codes.old(old.parent),
    new: typeof to === 'string' ? codes.new(to) : null,
  };
}

/** Codes are told by `code` and `oldCode`; levels have no field of their own in the published form. */
const isTold = ({ field }: FieldDifference): boolean => field !== 'code' && field !== 'level';

/** A comparison as it is published: what is the same is counted and not listed; money in cents, null where nothing is printed. */
export function comparisonRecord(comparison: Comparison): unknown {
  const { nodes, amounts, figures, summary, proposals } = comparison;
  const codes = codesOf(comparison);
  return {
    format: COMPARISON_FORMAT,
    nodes: nodes
      .filter(({ change }) => change !== 'same')
      .map((node) => ({
        code: codeOf(node.new ?? node.old),
        oldCode: codeOf(node.old),
        title: (node.new ?? node.old)?.title ?? '',
        change: node.change,
        fields: node.fields
          .filter(isTold)
          .map((difference) => ({ field: difference.field, ...fieldSides(difference, node, codes) })),
        ...(node.reason === null || node.reason === 'code' ? {} : { matchedBy: node.reason }),
      })),
    amounts: amounts.map(({ node, isRemoved, cell, from, to }) => ({
      code: node === null ? null : isRemoved ? codes.old(node) : codes.new(node),
      year: cell.year,
      kind: cell.kind,
      direction: cell.direction,
      phase: cell.phase,
      oldCents: from,
      newCents: to,
      changeCents: differenceCents(to, from),
    })),
    statements: figures.map(({ schema, row, column, from, to }) => ({
      schema,
      row,
      column,
      oldCents: from,
      newCents: to,
      changeCents: differenceCents(to, from),
    })),
    proposals: proposals.map(({ kind, old, new: now, words }) => ({
      kind,
      oldCodes: old.map(nodeCode),
      codes: now.map(nodeCode),
      words,
    })),
    summary,
  };
}

const codeOf = (node: PlanNode | null): string | null => (node ? nodeCode(node) : null);
