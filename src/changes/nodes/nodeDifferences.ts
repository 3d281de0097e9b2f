import type { PlanNode } from '../../plan/document';
import { matchNodes, type MatchReason, type NodeMatching } from './matchNodes';
import { fieldOf, NODE_FIELDS, type FieldDifference } from './nodeFields';

/** A node in two versions: null where it is not there, no fields where nothing differs. */
export interface NodeDifference {
  readonly old: PlanNode | null;
  readonly new: PlanNode | null;
  /** How the two were found to be one; null for a node that came or went. */
  readonly reason: MatchReason | null;
  readonly fields: readonly FieldDifference[];
}

/** Fields of one node in two versions. `parentOf`: the id that the old parent has in the new version. */
export function fieldDifferences(
  old: PlanNode,
  now: PlanNode,
  parentOf: (parent: string) => string | null = (parent) => parent,
): readonly FieldDifference[] {
  if (old === now) return [];
  return NODE_FIELDS.flatMap((field): readonly FieldDifference[] => {
    const former = fieldOf(old, field);
    const from = field === 'parent' && typeof former === 'string' ? (parentOf(former) ?? former) : former;
    const to = fieldOf(now, field);
    return from === to ? [] : [{ field, from, to }];
  });
}

/** Every node of two versions in the order of the new one; nodes that went come after them, in the order of the old one. */
export function nodeDifferences(
  before: readonly PlanNode[],
  after: readonly PlanNode[],
  matching: NodeMatching = matchNodes(before, after),
): readonly NodeDifference[] {
  const { ofOld, ofNew } = matching;
  const parentOf = (parent: string): string | null => ofOld.get(parent)?.new.id ?? null;
  return [
    ...after.map((now): NodeDifference => {
      const match = ofNew.get(now.id);
      return match
        ? { old: match.old, new: now, reason: match.reason, fields: fieldDifferences(match.old, now, parentOf) }
        : { old: null, new: now, reason: null, fields: [] };
    }),
    ...before
      .filter(({ id }) => !ofOld.has(id))
      .map((old): NodeDifference => ({ old, new: null, reason: null, fields: [] })),
  ];
}

/** The matching of a document with a version of itself: an id names the same node in both. */
export function matchById(before: readonly PlanNode[], after: readonly PlanNode[]): NodeMatching {
  const former = new Map(before.map((node) => [node.id, node]));
  const matches = after.flatMap((now) => {
    const old = former.get(now.id);
    return old ? [{ old, new: now, reason: 'code' as const }] : [];
  });
  return {
    matches,
    ofOld: new Map(matches.map((match) => [match.old.id, match])),
    ofNew: new Map(matches.map((match) => [match.new.id, match])),
  };
}
