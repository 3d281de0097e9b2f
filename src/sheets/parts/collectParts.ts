import {
  collectEdits,
  type Collected,
  type PartEdit,
  type Rejection,
  type StatusWords,
} from '../../changes/merge/collect';
import type { PlanDocument } from '../../plan/document';
import type { OwnerProgress } from './followUpSheet';
import type { ReturnedPart } from './readPart';

/** A part that came back, by the name of its file. */
export interface NamedPart extends ReturnedPart {
  readonly part: string;
}

/** What came back of all parts together. */
export interface Collection {
  readonly collected: Collected;
  readonly rejected: readonly Rejection[];
  readonly progress: readonly OwnerProgress[];
}

/** A part of which nothing can be read. */
export const unreadPart = (part: string, reason: string): NamedPart => ({
  part,
  owner: '',
  rows: 0,
  filled: 0,
  edits: [],
  rejections: [{ part, reason }],
});

/** How far each owner is. */
function progressOf(parts: readonly NamedPart[], { taken, conflicts }: Collected): readonly OwnerProgress[] {
  const count = (edits: readonly PartEdit[], name: string): number => edits.filter(({ part }) => part === name).length;
  return parts.map(({ part, owner, rows, filled, rejections }) => ({
    part,
    owner,
    rows,
    filled,
    taken: count(taken, part),
    conflicts: conflicts.filter(({ values }) => values.some((each) => each.part === part)).length,
    rejected: rejections.length,
  }));
}

/** Takes parts back into a book called `name`. `notInBook`: the reason for a row that the book does not have. */
export function collectParts(
  { nodes }: PlanDocument,
  parts: readonly NamedPart[],
  name: string,
  wordsOf: StatusWords,
  notInBook: (code: string) => string,
): Collection {
  const edits = parts.flatMap((part) => part.edits);
  const collected = collectEdits(nodes, edits, name, wordsOf);
  const known = new Set(nodes.map(({ id }) => id));
  const unknown = edits
    .filter(({ node }) => !known.has(node))
    .map(({ part, code }): Rejection => ({ part, reason: notInBook(code) }));
  return {
    collected,
    rejected: [...parts.flatMap(({ rejections }) => rejections), ...unknown],
    progress: progressOf(parts, collected),
  };
}
