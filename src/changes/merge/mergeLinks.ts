import { linkId, type Link } from '../../plan/link';
import { keyed } from '../pairs';
import { conflictOf, type Conflict } from './conflict';
import { mergeList, type MergeField } from './threeWay';

const NAMES = ['kind', 'state', 'weight', 'reason', 'evidence'] as const satisfies readonly (keyof Link)[];

const FIELDS: readonly MergeField<Link>[] = NAMES.map((name) => ({
  name,
  get: (link) => link[name],
  set: (link, value) => {
    const changed = { ...link, [name]: value };
    return { ...changed, id: linkId(changed) };
  },
}));

const pairOf = ({ from, to, fromDocument, toDocument }: Link): string =>
  JSON.stringify([fromDocument, from, toDocument, to]);

/** A person made it, weighed it, or answered to a proposal: no text prints it, so that none need print it again. */
const isSaid = ({ state, weight, reason }: Link): boolean =>
  state === 'confirmed' || state === 'rejected' || weight !== null || (state === 'proposed' && reason === null);

export interface LinkVersions {
  readonly base: readonly Link[];
  readonly mine: readonly Link[];
  readonly theirs: readonly Link[];
}

/** Merges the links of three versions that name nodes alike. What people said of links in former versions stays, though no text prints it. */
export function mergeLinks({ base, mine, theirs }: LinkVersions): {
  readonly links: readonly Link[];
  readonly conflicts: readonly Conflict[];
} {
  const news = keyed(theirs, pairOf);
  const before = new Map([...keyed(base, pairOf)].filter(([key, link]) => news.has(key) || !isSaid(link)));
  const { items, clashes } = mergeList(before, keyed(mine, pairOf), news, FIELDS);
  return {
    links: [...items.values()],
    conflicts: clashes.map(({ key, clash }) => conflictOf('link', items.get(key)?.from ?? null, key, clash)),
  };
}
