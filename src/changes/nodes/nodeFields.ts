import type { PlanNode } from '../../plan/document';
import { UNKNOWN_STATUS } from '../../plan/status';

/** What can differ between two versions of a node, in the order in which it is told. */
export const NODE_FIELDS = ['title', 'parent', 'code', 'level', 'status', 'text', 'priority', 'from', 'to'] as const;
export type NodeField = (typeof NODE_FIELDS)[number];

export type FieldValue = string | boolean | null;

/** The text of a node: its evaluation, and its labelled parts. A status without words has no text. */
function textOf({ evaluation, fields = [] }: PlanNode): string | null {
  const parts = [...(evaluation ? [evaluation.text] : []), ...fields.map(({ name, text }) => `${name}: ${text}`)];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return text === '' ? null : text;
}

/** A status the board does not know is told by its words; a text without a status has none. */
function statusOf({ evaluation }: PlanNode): string | null {
  if (evaluation?.status !== UNKNOWN_STATUS) return evaluation?.status || null;
  return evaluation.statusText === '' ? null : evaluation.statusText;
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
