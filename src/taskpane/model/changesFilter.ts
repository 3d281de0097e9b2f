/** What a change is about, to choose by. */
export const CHANGE_SORTS = ['money', 'words', 'status', 'place', 'rows', 'other'] as const;
export type ChangeSort = (typeof CHANGE_SORTS)[number];

/** Sizes of changes of money to choose by, in euro. */
export const CHANGE_SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;

export interface ChangesFilter {
  /** A node by its id, '' for what belongs to none; null for all. */
  readonly plan: string | null;
  readonly sort: ChangeSort | null;
  /** At least so many euro. */
  readonly size: number | null;
}

export const ALL_CHANGES: ChangesFilter = { plan: null, sort: null, size: null };
