import type { PlanDocument } from './document';
import { failure, success, type Result } from './result';
import { DEFAULT_STATUSES, type StatusTerm, type StatusVocabulary } from './status';

/**
 * Following up plans that print no statuses: a board lays a vocabulary of its own on any level, and promises and recommendations then
 * count in the same roll-ups and checks as actions.
 */

/** Statuses per level; levels that are not named use those of the board. */
export interface LevelStatuses {
  readonly board: StatusVocabulary;
  readonly byLevel: Readonly<Record<string, StatusVocabulary>>;
}

export const DEFAULT_LEVEL_STATUSES: LevelStatuses = { board: DEFAULT_STATUSES, byLevel: {} };

export const statusesOf = ({ board, byLevel }: LevelStatuses, level: string): StatusVocabulary => byLevel[level] ?? board;

/**
 * One list of all statuses, for roll-ups, dropdowns and checks, which know one vocabulary. Codes are unique in it: the board's first, then
 * those of the levels that are new; a code two levels use for different words is refused when it is laid (`layStatuses`).
 */
export function allStatuses({ board, byLevel }: LevelStatuses): StatusVocabulary {
  const terms = new Map(board.map((term) => [term.code, term]));
  for (const vocabulary of Object.values(byLevel)) for (const term of vocabulary) if (!terms.has(term.code)) terms.set(term.code, term);
  return [...terms.values()].map((term, index) => ({ ...term, order: index + 1 }));
}

export type StatusProblem = 'unknownLevel' | 'empty' | 'codeTwice' | 'codeMeansSomethingElse';

const says = ({ label, meaning }: StatusTerm): string => `${label}\n${meaning}`;

/** Lays a vocabulary on a level of the document. A code that already stands for other words elsewhere is refused: counts would mix them. */
export function layStatuses(statuses: LevelStatuses, document: Pick<PlanDocument, 'levels'>, level: string, vocabulary: StatusVocabulary): Result<LevelStatuses, StatusProblem> {
  if (!document.levels.some(({ id }) => id === level)) return failure('unknownLevel');
  if (vocabulary.length === 0) return failure('empty');
  if (new Set(vocabulary.map(({ code }) => code)).size < vocabulary.length) return failure('codeTwice');
  const others = [statuses.board, ...Object.entries(statuses.byLevel).flatMap(([id, terms]) => (id === level ? [] : [terms]))].flat();
  const clash = vocabulary.some((term) => others.some((other) => other.code === term.code && says(other) !== says(term)));
  return clash ? failure('codeMeansSomethingElse') : success({ ...statuses, byLevel: { ...statuses.byLevel, [level]: vocabulary } });
}

export type FollowUpProblem = 'unknownNode' | 'unknownStatus';

/** Sets the status of a node, with a word of explanation; code null takes it away. The code must be one of the level's. */
export function setStatus(document: PlanDocument, statuses: LevelStatuses, node: string, code: string | null, text = ''): Result<PlanDocument, FollowUpProblem> {
  const found = document.nodes.find(({ id }) => id === node);
  if (!found) return failure('unknownNode');
  const term = code === null ? null : statusesOf(statuses, found.level).find((each) => each.code === code);
  if (term === undefined) return failure('unknownStatus');
  const evaluation = term === null ? null : { status: term.code, statusText: term.label, text };
  return success({ ...document, nodes: document.nodes.map((each) => (each.id === node ? { ...each, evaluation } : each)) });
}
