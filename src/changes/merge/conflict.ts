/** A value as a person reads it; amounts in cents. null: empty. */
export type ConflictValue = string | number | boolean | null;

export const CONFLICT_SUBJECTS = ['node', 'amount', 'figure', 'label', 'transfer', 'indicator', 'link'] as const;

/** One value that two sides changed, each to something else, or that one changed and the other deleted. The result holds mine. */
export interface Conflict {
  /** What it is about and which field: the same in every merge of the same versions. */
  readonly key: string;
  readonly of: (typeof CONFLICT_SUBJECTS)[number];
  /** Id of the node in the result; null for what belongs to none. */
  readonly node: string | null;
  /** The line of credits, the transfer or the indicator by its key; '' for a node. */
  readonly item: string;
  readonly field: string;
  /** Where a figure of a schema stands. */
  readonly place: { readonly schema: string; readonly row: string; readonly column: number } | null;
  /** Who deleted what the other changed; null when both changed it. */
  readonly deletedBy: 'mine' | 'theirs' | null;
  readonly base: ConflictValue;
  readonly mine: ConflictValue;
  readonly theirs: ConflictValue;
  /** Key of the document it is in, when that is not the first of its workbook. */
  readonly document?: string;
}

/** A field in which two sides differ, before it is known what it is about. */
export type Clash = Pick<Conflict, 'field' | 'deletedBy' | 'base' | 'mine' | 'theirs'>;

/** `place` names a figure or a row of a schema; keys stand in the order in which a workbook keeps them. */
export const conflictOf = (
  of: Conflict['of'],
  node: string | null,
  item: string,
  { field, deletedBy, base, mine, theirs }: Clash,
  place: Conflict['place'] = null,
): Conflict => ({
  key: [of, node ?? '', item, ...(place ? [place.schema, place.row, String(place.column)] : []), field].join('|'),
  of,
  node,
  item,
  field,
  place,
  deletedBy,
  base,
  mine,
  theirs,
});
