import type { StatusTerm, StatusVocabulary } from './status';

/**
 * Following up plans that print no statuses: a board gives any level a list of its own, and promises and recommendations then
 * count in the same roll-ups and checks as actions.
 */

/** Statuses per level; levels that are not named use those of the board. */
export interface LevelStatuses {
  readonly board: StatusVocabulary;
  readonly byLevel: Readonly<Record<string, StatusVocabulary>>;
}

export const statusesOf = ({ board, byLevel }: LevelStatuses, level: string): StatusVocabulary =>
  byLevel[level] ?? board;

/**
 * One list of all statuses, for roll-ups, dropdowns and checks, which know one vocabulary: the board's first, then those of the
 * levels that are new. A code stands for one status in all lists, or counts would mix two: reading back the sheet Start refuses
 * a second one (sheets/readBack/statuses), and the settings of the pane keep shared codes the same (`withBoard`).
 */
export function allStatuses({ board, byLevel }: LevelStatuses): StatusVocabulary {
  const terms = new Map(board.map((term) => [term.code, term]));
  for (const vocabulary of Object.values(byLevel))
    for (const term of vocabulary) if (!terms.has(term.code)) terms.set(term.code, term);
  return [...terms.values()].map((term, index) => ({ ...term, order: index + 1 }));
}

/** Do two statuses say the same? Their colour, and their place in a list, may differ. */
export const saysTheSame = (one: StatusTerm, other: StatusTerm): boolean =>
  one.label === other.label && one.meaning === other.meaning;

/** Gives the board another list. A code that a level shares with the board goes on saying what the board says. */
export function withBoard({ byLevel }: LevelStatuses, board: StatusVocabulary): LevelStatuses {
  const terms = new Map(board.map((term) => [term.code, term]));
  const shared = (term: StatusTerm): StatusTerm => ({ ...term, ...terms.get(term.code), order: term.order });
  return {
    board,
    byLevel: Object.fromEntries(Object.entries(byLevel).map(([level, list]) => [level, list.map(shared)])),
  };
}
