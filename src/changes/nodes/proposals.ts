import type { PlanNode } from '../../plan/document';
import type { NodeMatching } from './matchNodes';
import { coverage, foldedTitle, wordsOf } from './titleWords';

/** What may have happened to a node that came or went: one was split in several, or several were joined in one. A person decides. */
export interface NodeProposal {
  readonly kind: 'split' | 'joined';
  readonly old: readonly PlanNode[];
  readonly new: readonly PlanNode[];
  /** Words of the titles that it rests on. */
  readonly words: readonly string[];
}

/** Share of the words of a part that the whole must have. */
const COVERED = 0.75;

/** Fewer words than this are in many titles by chance. */
const FEWEST_WORDS = 2;

interface Titled {
  readonly node: PlanNode;
  readonly words: ReadonlySet<string>;
}

const titled = (node: PlanNode): Titled => ({ node, words: new Set(wordsOf(node.title)) });

/** Finds a node on one side whose title holds that of the part, among those of the same level and parent. */
function wholeFinder(wholes: readonly { readonly whole: Titled; readonly place: string }[]) {
  const byPlace = new Map<string, Titled[]>();
  for (const { whole, place } of wholes) {
    const known = byPlace.get(place);
    if (known) known.push(whole);
    else byPlace.set(place, [whole]);
  }
  return (part: Titled, place: string): Titled | undefined =>
    part.words.size < FEWEST_WORDS
      ? undefined
      : byPlace.get(place)?.find(({ words }) => coverage(part.words, words) >= COVERED);
}

const placeOf = (level: string, parent: string | null | undefined): string => `${level}|${parent ?? ''}`;

/** Nodes that came or went, and whose title stood in, or went into, that of another that was retitled meanwhile. */
export function proposalsOf(
  before: readonly PlanNode[],
  after: readonly PlanNode[],
  { matches, ofOld, ofNew }: NodeMatching,
): readonly NodeProposal[] {
  const retitled = matches.filter(({ old, new: now }) => foldedTitle(old.title) !== foldedTitle(now.title));
  const holderOf = wholeFinder(
    retitled.map(({ old, new: now }) => ({ whole: titled(old), place: placeOf(now.level, now.parent) })),
  );
  const joinerOf = wholeFinder(
    retitled.map(({ new: now }) => ({ whole: titled(now), place: placeOf(now.level, now.parent) })),
  );
  const splits = after.flatMap((node): readonly NodeProposal[] => {
    if (ofNew.has(node.id)) return [];
    const part = titled(node);
    const whole = holderOf(part, placeOf(node.level, node.parent));
    const first = whole && ofOld.get(whole.node.id)?.new;
    if (!first || coverage(part.words, titled(first).words) >= COVERED) return [];
    return [{ kind: 'split', old: [whole.node], new: [first, node], words: wordsOf(node.title) }];
  });
  const joins = before.flatMap((node): readonly NodeProposal[] => {
    if (ofOld.has(node.id)) return [];
    const part = titled(node);
    const parent = node.parent === null ? null : ofOld.get(node.parent)?.new.id;
    const whole = joinerOf(part, placeOf(node.level, parent));
    const other = whole && ofNew.get(whole.node.id)?.old;
    if (!other || coverage(part.words, titled(other).words) >= COVERED) return [];
    return [{ kind: 'joined', old: [other, node], new: [whole.node], words: wordsOf(node.title) }];
  });
  return [...splits, ...joins];
}
