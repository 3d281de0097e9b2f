import type { PlanNode } from '../../plan/document';
import { UNKNOWN_STATUS } from '../../plan/status';

/** What can differ between two versions of a node, in the order in which it is told. */
export const NODE_FIELDS = ['title', 'parent', 'code', 'level', 'status', 'text', 'priority', 'from', 'to'] as const;
export type NodeField = (typeof NODE_FIELDS)[number];

export type FieldValue = string | boolean | null;

/** The text of a node: its evaluation, and its labelled parts. */
function textOf({ evaluation, fields = [] }: PlanNode): string | null {
  const parts = [...(evaluation ? [evaluation.text] : []), ...fields.map(({ name, text }) => `${name}: ${text}`)];
  return parts.length === 0 ? null : parts.filter((part) => part !== '').join('\n\n');
}

/** A status the board does not know is told by its words. */
function statusOf({ evaluation }: PlanNode): string | null {
  if (evaluation === null) return null;
  return evaluation.status === UNKNOWN_STATUS ? evaluation.statusText : evaluation.status;
}

const READERS: Readonly<Record<NodeField, (node: PlanNode) => FieldValue>> = {
  title: ({ title }) => title,
  parent: ({ parent }) => parent,
  code: ({ code }) => code,
  level: ({ level }) => level,
  status: statusOf,
  text: textOf,
  priority: ({ priority }) => priority,
  from: ({ period }) => period?.from ?? null,
  to: ({ period }) => period?.to ?? null,
};

export const fieldOf = (node: PlanNode, field: NodeField): FieldValue => READERS[field](node);

/** One field of a node in two versions; the parent by its id in the new version. */
export interface FieldDifference {
  readonly field: NodeField;
  readonly from: FieldValue;
  readonly to: FieldValue;
}
