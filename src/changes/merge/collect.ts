import type { PlanNode } from '../../plan/document';
import { UNKNOWN_STATUS } from '../../plan/status';
import { conflictOf, type Conflict } from './conflict';

/** What owners fill in of a row of their part. */
export const PART_FIELDS = ['title', 'status', 'text'] as const;
export type PartField = (typeof PART_FIELDS)[number];

/** A status as its code with its words, any other field as text. */
export type PartValue = string;

/** A field that an owner changed: as it was sent out, and as it came back. */
export interface PartEdit {
  readonly part: string;
  readonly node: string;
  readonly code: string;
  readonly field: PartField;
  readonly base: PartValue;
  readonly value: PartValue;
}

/** What a part says that cannot be taken, with the reason; a reason names the code. */
export interface Rejection {
  readonly part: string;
  readonly reason: string;
}

export interface CollectedConflict extends Pick<PartEdit, 'node' | 'code' | 'field' | 'base'> {
  readonly values: readonly { readonly part: string; readonly value: PartValue }[];
}

export interface Collected {
  readonly nodes: readonly PlanNode[];
  readonly taken: readonly PartEdit[];
  /** Fields with several answers: they stay as they are in the book until somebody decides. */
  readonly conflicts: readonly CollectedConflict[];
}

/** Statuses by their code: the words that go with it. */
export type StatusWords = (status: string) => string;

export function partValue({ title, evaluation }: PlanNode, field: PartField): PartValue {
  if (field === 'title') return title;
  if (field === 'text') return evaluation?.text ?? '';
  return evaluation === null ? '' : evaluation.status === UNKNOWN_STATUS ? evaluation.statusText : evaluation.status;
}

function withValue(node: PlanNode, field: PartField, value: PartValue, wordsOf: StatusWords): PlanNode {
  if (field === 'title') return { ...node, title: value };
  const { status, statusText, text } = node.evaluation ?? { status: UNKNOWN_STATUS, statusText: '', text: '' };
  const said =
    field === 'status' ? { status: value || UNKNOWN_STATUS, statusText: wordsOf(value) } : { status, statusText };
  const words = field === 'text' ? value : text;
  const isNothing = said.status === UNKNOWN_STATUS && said.statusText === '' && words === '';
  return { ...node, evaluation: isNothing ? null : { ...said, text: words } };
}

/**
 * Takes what owners filled in back into the plan, three-way: what the book holds as it was sent out takes the new value; what the book, or two
 * parts, changed otherwise is a conflict, and the book keeps what it holds. `book`: what the workbook is called among the values.
 */
export function collectEdits(
  nodes: readonly PlanNode[],
  edits: readonly PartEdit[],
  book: string,
  wordsOf: StatusWords,
): Collected {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const fields = new Map<string, PartEdit[]>();
  for (const edit of edits) {
    const key = `${edit.node}|${edit.field}`;
    fields.set(key, [...(fields.get(key) ?? []), edit]);
  }
  const taken: PartEdit[] = [];
  const conflicts: CollectedConflict[] = [];
  for (const same of fields.values()) {
    const [first] = same;
    const node = first && byId.get(first.node);
    if (!first || !node) continue;
    const { code, field, base } = first;
    const now = partValue(node, field);
    const answers = [
      ...(now === base ? [] : [{ part: book, value: now }]),
      ...same.map(({ part, value }) => ({ part, value })),
    ];
    if (new Set(answers.map(({ value }) => value)).size > 1) {
      conflicts.push({ node: node.id, code, field, base, values: answers });
      continue;
    }
    if (now === first.value) continue;
    taken.push(...same);
    byId.set(node.id, withValue(node, field, first.value, wordsOf));
  }
  return { nodes: nodes.map(({ id }) => byId.get(id)).filter((node) => node !== undefined), taken, conflicts };
}

/** The conflicts as a book keeps them, one for each answer beside what it holds. */
export const keptConflicts = (
  { conflicts }: Collected,
  nodes: readonly PlanNode[],
  wordsOf: StatusWords,
): readonly Conflict[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const shown = (field: PartField, value: PartValue): string => (field === 'status' ? wordsOf(value) : value);
  return conflicts.flatMap(({ node, field, base, values }) => {
    const found = byId.get(node);
    const mine = found ? partValue(found, field) : base;
    return values
      .filter(({ value }) => value !== mine)
      .map(({ part, value }) =>
        conflictOf('node', node, part, {
          field,
          deletedBy: null,
          base: shown(field, base),
          mine: shown(field, mine),
          theirs: shown(field, value),
        }),
      );
  });
};
