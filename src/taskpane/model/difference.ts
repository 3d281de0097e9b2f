import { differences } from '../../changes/differences';
import type { NodeField } from '../../changes/nodes/nodeFields';
import type { PlanDocument, PlanNode } from '../../plan/document';

export type ChangedField = 'title' | 'status' | 'evaluation' | 'period' | 'parent' | 'priority' | 'amounts';

export interface NodeChange {
  readonly node: PlanNode;
  readonly fields: readonly ChangedField[];
}

/** What an import would do to the workbook. */
export interface Difference {
  /** The workbook holds a report of another entity, kind or year. */
  readonly otherDocument: boolean;
  readonly added: readonly PlanNode[];
  readonly removed: readonly PlanNode[];
  readonly changed: readonly NodeChange[];
  /** Figures of the schemas and the plan totals that come, go or change. */
  readonly figures: number;
  /** Nodes the user edited since the last import, and that the new report changes back or otherwise. */
  readonly touchedEdits: readonly NodeChange[];
}

const NAMES: Readonly<Partial<Record<NodeField, ChangedField>>> = {
  title: 'title',
  parent: 'parent',
  priority: 'priority',
  from: 'period',
  to: 'period',
  status: 'status',
  text: 'evaluation',
};

/** What differs between two documents, told per node of the later one. */
function changesBetween(before: PlanDocument, after: PlanDocument) {
  const found = differences(before, after);
  const withAmounts = new Set(found.amounts.map(({ node }) => node));
  const changed = found.nodes.flatMap(({ old, new: node, fields }): readonly NodeChange[] => {
    if (!old || !node) return [];
    const named = new Set(fields.flatMap(({ field }) => NAMES[field] ?? []));
    if (withAmounts.has(node.id)) named.add('amounts');
    return named.size === 0 ? [] : [{ node, fields: [...named] }];
  });
  return {
    changed,
    added: found.nodes.flatMap(({ old, new: node }) => (node && !old ? [node] : [])),
    removed: found.nodes.flatMap(({ old, new: node }) => (old && !node ? [old] : [])),
    figures: found.figures.length + (withAmounts.has(null) ? 1 : 0),
    newId: (id: string): string => found.matching.ofOld.get(id)?.new.id ?? id,
  };
}

const identity = ({ document: { kind, fiscalYear, entity } }: PlanDocument): string =>
  `${kind}|${fiscalYear ?? ''}|${entity?.enterpriseNumber ?? entity?.name ?? ''}`;

/** Compares what the workbook holds (edits included, and as it was imported) with a report that was just read. O(nodes + figures). */
export function differenceBetween(
  held: { readonly document: PlanDocument; readonly imported: PlanDocument },
  next: PlanDocument,
): Difference {
  const { added, removed, changed, figures, newId } = changesBetween(held.document, next);
  const edits = new Map(
    changesBetween(held.imported, held.document).changed.map(({ node, fields }) => [newId(node.id), fields]),
  );
  const touchedEdits = changed.flatMap(({ node, fields }): readonly NodeChange[] => {
    const edited = (edits.get(node.id) ?? []).filter((field) => fields.includes(field));
    return edited.length === 0 ? [] : [{ node, fields: edited }];
  });
  return {
    otherDocument: identity(held.document) !== identity(next),
    added,
    removed,
    changed,
    figures,
    touchedEdits,
  };
}

export const isSame = ({ otherDocument, added, removed, changed, figures }: Difference): boolean =>
  !otherDocument && added.length === 0 && removed.length === 0 && changed.length === 0 && figures === 0;
