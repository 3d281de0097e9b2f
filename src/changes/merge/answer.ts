import type { PlanDocument, PlanNode } from '../../plan/document';
import { UNKNOWN_STATUS, type StatusVocabulary } from '../../plan/status';
import type { Conflict } from './conflict';

/** What a person decides of a conflict: to keep what the sheet holds, to take the other value, or both texts one after the other. */
export type Answer = 'mine' | 'theirs' | 'both';

/** Fields of a node that can be decided by an answer; any other value is typed in its cell. */
const ANSWERABLE: ReadonlySet<string> = new Set(['title', 'text', 'status', 'parent', 'code', 'level']);

export const isAnswerable = ({ of, field, deletedBy }: Conflict): boolean =>
  of === 'node' && deletedBy === null && ANSWERABLE.has(field);

const joined = (mine: Conflict['mine'], theirs: Conflict['theirs'], by: string): string =>
  [mine, theirs].filter((part) => part !== null && part !== '').join(by);

function withAnswer(node: PlanNode, conflict: Conflict, answer: Answer, statuses: StatusVocabulary): PlanNode {
  const { field, mine, theirs } = conflict;
  const evaluation = node.evaluation ?? { status: UNKNOWN_STATUS, statusText: '', text: '' };
  if (field === 'text')
    return {
      ...node,
      evaluation: { ...evaluation, text: answer === 'both' ? joined(mine, theirs, '\n\n') : String(theirs ?? '') },
    };
  if (field === 'title')
    return { ...node, title: answer === 'both' ? joined(mine, theirs, ' / ') : String(theirs ?? '') };
  if (field === 'status') {
    const label = String(theirs ?? '');
    const term = statuses.find((each) => each.label === label.replace(/\.$/, ''));
    return { ...node, evaluation: { ...evaluation, status: term?.code ?? UNKNOWN_STATUS, statusText: label } };
  }
  const value = theirs === null ? null : String(theirs);
  if (field === 'parent') return { ...node, parent: value };
  return field === 'code' ? { ...node, code: value } : { ...node, level: value ?? node.level };
}

/** The document with the answers to its conflicts; a value that an answer cannot decide stays as it is. */
export function withAnswers(
  document: PlanDocument,
  answers: readonly { readonly conflict: Conflict; readonly answer: Answer }[],
  statuses: StatusVocabulary,
): PlanDocument {
  const byNode = new Map<string, { readonly conflict: Conflict; readonly answer: Answer }[]>();
  for (const each of answers) {
    const { node } = each.conflict;
    if (node === null || each.answer === 'mine' || !isAnswerable(each.conflict)) continue;
    byNode.set(node, [...(byNode.get(node) ?? []), each]);
  }
  if (byNode.size === 0) return document;
  return {
    ...document,
    nodes: document.nodes.map((node) =>
      (byNode.get(node.id) ?? []).reduce(
        (current, { conflict, answer }) => withAnswer(current, conflict, answer, statuses),
        node,
      ),
    ),
  };
}
