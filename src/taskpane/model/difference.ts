import { differences } from '../../changes/differences';
import type { NodeField } from '../../changes/nodes/nodeFields';
import type { PlanDocument, PlanNode } from '../../plan/document';

export type ChangedField =
  'title' | 'code' | 'level' | 'status' | 'evaluation' | 'period' | 'parent' | 'priority' | 'amounts';

export interface NodeChange {
  readonly node: PlanNode;
  /** The code it had; null when it had none, or has it still. */
  readonly formerCode: string | null;
  readonly fields: readonly ChangedField[];
}

/** What an import would do to the document of the workbook. */
export interface Difference {
  /** The workbook holds a report of another entity, kind or year. */
  readonly otherDocument: boolean;
  readonly added: readonly PlanNode[];
  readonly removed: readonly PlanNode[];
  readonly changed: readonly NodeChange[];
  /** Figures of the schemas and the plan totals that come, go or change. */
  readonly figures: number;
}

const NAMES: Readonly<Record<NodeField, ChangedField>> = {
  title: 'title',
  code: 'code',
  level: 'level',
  parent: 'parent',
  priority: 'priority',
  from: 'period',
  to: 'period',
  status: 'status',
  text: 'evaluation',
};

const identity = ({ document: { kind, fiscalYear, entity } }: PlanDocument): string =>
  `${kind}|${fiscalYear ?? ''}|${entity?.enterpriseNumber ?? entity?.name ?? ''}`;

/** Compares what the workbook holds with what would stand there, told per node of the latter. O(nodes + figures). */
export function differenceBetween(held: PlanDocument, next: PlanDocument): Difference {
  const found = differences(held, next);
  const withAmounts = new Set(found.amounts.map(({ node }) => node));
  const changed = found.nodes.flatMap(({ old, new: node, fields }): readonly NodeChange[] => {
    if (!old || !node) return [];
    const named = new Set<ChangedField>(fields.map(({ field }) => NAMES[field]));
    if (withAmounts.has(node.id)) named.add('amounts');
    return named.size === 0 ? [] : [{ node, formerCode: old.code === node.code ? null : old.code, fields: [...named] }];
  });
  return {
    otherDocument: identity(held) !== identity(next),
    changed,
    added: found.nodes.flatMap(({ old, new: node }) => (node && !old ? [node] : [])),
    removed: found.nodes.flatMap(({ old, new: node }) => (old && !node ? [old] : [])),
    figures: found.figures.length + (withAmounts.has(null) ? 1 : 0),
  };
}

export const isSame = ({ otherDocument, added, removed, changed, figures }: Difference): boolean =>
  !otherDocument && added.length === 0 && removed.length === 0 && changed.length === 0 && figures === 0;
