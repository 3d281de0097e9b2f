import type { Answer } from '../../changes/merge/answer';
import type { Conflict } from '../../changes/merge/conflict';
import { answersTo, type Answers } from '../../changes/merge/decide';
import { answerOf, MERGE_CONFLICT, tellConflict, type ToldConflict } from '../../check/run/conflicts';
import type { PlanDocument } from '../../plan/document';
import type { Explanations } from '../../plan/explanation';
import type { Language } from '../../plan/finding';
import { documentKey } from '../../plan/link';

export interface ListedConflict extends ToldConflict {
  readonly key: string;
  /** The part of a colleague that holds the other value; null for a new version. */
  readonly part: string | null;
  readonly answers: readonly Answer[];
}

/** Conflicts in words, with what each can be answered. */
export function listedConflicts(
  conflicts: readonly Conflict[],
  documents: readonly PlanDocument[],
  language: Language,
): readonly ListedConflict[] {
  const [main, ...others] = documents;
  const nodesOf = (document: PlanDocument | undefined) => new Map(document?.nodes.map((node) => [node.id, node]));
  const known = new Map([
    [undefined, nodesOf(main)] as const,
    ...others.map((other) => [documentKey(other.document), nodesOf(other)] as const),
  ]);
  return conflicts.map((conflict) => ({
    key: conflict.key,
    ...tellConflict(conflict, known.get(conflict.document) ?? new Map(), language),
    part: conflict.of === 'node' && conflict.item !== '' ? conflict.item : null,
    answers: answersTo(conflict),
  }));
}

/** The same answer to all of them, as far as each can be answered so; the others keep the answer they had. */
export const answeredAll = (conflicts: readonly ListedConflict[], answer: Answer | null, before: Answers): Answers =>
  answer === null
    ? {}
    : {
        ...before,
        ...Object.fromEntries(
          conflicts.flatMap(({ key, answers }) => (answers.includes(answer) ? [[key, answer]] : [])),
        ),
      };

/** What was typed on Controle beside conflicts, as far as it is an answer. */
export const typedAnswers = (conflicts: readonly ListedConflict[], explanations: Explanations): Answers =>
  Object.fromEntries(
    conflicts.flatMap(({ key, answers }) => {
      const [, said] =
        Object.entries(explanations).find(
          ([finding]) => finding.startsWith(MERGE_CONFLICT.id) && finding.endsWith(`|${key}`),
        ) ?? [];
      const answer = said?.state === 'accepted' ? 'mine' : answerOf(said?.text ?? '');
      return answer !== null && answers.includes(answer) ? [[key, answer]] : [];
    }),
  );
