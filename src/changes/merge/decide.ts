import type { PlanDocument } from '../../plan/document';
import type { StatusVocabulary } from '../../plan/status';
import { fieldKey, figureKey, transferKey, type ChangeKey } from '../change';
import { takeBack } from './takeBack';
import { isAnswerable, withAnswers, type Answer } from './answer';
import type { Conflict } from './conflict';

/** Answers to conflicts, by their keys. */
export type Answers = Readonly<Record<string, Answer>>;

/** Fields of a node that are one in a conflict and several, or called otherwise, among the changes. */
const CHANGED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  period: ['from', 'to'],
  parts: ['text'],
  // A row that is there only for me was added to the new version, one that is there only for them removed from it.
  node: ['code', 'removed'],
};

/** The changes since the new version that hold mine of a conflict: taken back, theirs stands there. [] for what is not among the changes. */
function changesHolding({ of, node, item, field, place, deletedBy }: Conflict): readonly ChangeKey[] {
  if (of === 'node' && node !== null) {
    if (deletedBy !== null) return [fieldKey(node, deletedBy === 'mine' ? 'removed' : 'code')];
    return (CHANGED_FIELDS[field] ?? [field]).map((each) => fieldKey(node, each));
  }
  // An item is the cell and then the line, if it has one.
  if (of === 'amount') return [`amount|${node ?? ''}|${item.slice(0, item.lastIndexOf('|'))}`];
  if (of === 'figure' && place) return [figureKey(place.schema, place.row, place.column)];
  return of === 'transfer' && field === 'amountCents' ? [transferKey(item.split('|', 1).join(''), field)] : [];
}

const isText = ({ field, base, mine, theirs }: Conflict): boolean =>
  (field === 'text' || field === 'title') &&
  [base, mine, theirs].every((value) => value === null || typeof value === 'string');

/** What can be answered: mine always, theirs where the document can be brought to it, both for texts. */
export function answersTo(conflict: Conflict): readonly Answer[] {
  const both: readonly Answer[] = isAnswerable(conflict) && isText(conflict) ? ['both'] : [];
  const canTake = isAnswerable(conflict) || changesHolding(conflict).length > 0;
  return ['mine', ...(canTake ? (['theirs'] as const) : []), ...both];
}

/** What stands in a document, the version it is a change of, and what is not decided of it. */
export interface Undecided {
  readonly imported: PlanDocument;
  readonly document: PlanDocument;
  readonly conflicts: readonly Conflict[];
}

/** The document with what was decided of its conflicts; mine stands there already. */
export function decided(
  { imported, document, conflicts }: Undecided,
  answers: Answers,
  statuses: StatusVocabulary,
): PlanDocument {
  const answered = conflicts.flatMap((conflict) => {
    const answer = answers[conflict.key];
    return answer === undefined || answer === 'mine' ? [] : [{ conflict, answer }];
  });
  const back = answered.flatMap(({ conflict }) => (isAnswerable(conflict) ? [] : changesHolding(conflict)));
  const restored = back.length === 0 ? document : takeBack(imported, document, new Set(back));
  return withAnswers(
    restored,
    answered.filter(({ conflict }) => isAnswerable(conflict)),
    statuses,
  );
}
