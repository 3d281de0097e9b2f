import type { PlanDocument } from '../plan/document';
import { DEFAULT_STATUSES, statusByCode, type StatusTerm, type StatusVocabulary } from '../plan/status';
import { planTree } from './tree';

export type StatusMeaning = StatusTerm['meaning'];

/** How many nodes have each status code; nodes without an evaluation are under `none`. */
export interface StatusCount {
  readonly byCode: ReadonlyMap<string, number>;
  readonly none: number;
}

export interface StatusCounts {
  readonly total: StatusCount;
  /** Per level id, over the whole plan. */
  readonly byLevel: ReadonlyMap<string, StatusCount>;
  /** Descendants of a node, itself left out; empty for a leaf or an unknown id. */
  readonly under: (node: string) => StatusCount;
  /** Direct children of a node. */
  readonly children: (node: string) => StatusCount;
}

class Counter implements StatusCount {
  readonly byCode = new Map<string, number>();
  none = 0;

  add(status: string | null): void {
    if (status === null) this.none += 1;
    else this.byCode.set(status, (this.byCode.get(status) ?? 0) + 1);
  }

  addAll(other: StatusCount): void {
    this.none += other.none;
    for (const [code, count] of other.byCode) this.byCode.set(code, (this.byCode.get(code) ?? 0) + count);
  }
}

const EMPTY: StatusCount = { byCode: new Map(), none: 0 };

/** Counts statuses per level and under every node, in O(nodes x statuses). */
export function countStatuses(document: Pick<PlanDocument, 'nodes'>): StatusCounts {
  const tree = planTree(document);
  const total = new Counter();
  const byLevel = new Map<string, Counter>();
  const under = new Map<string, Counter>();
  const direct = new Map<string, Counter>();
  for (const node of tree.bottomUp) {
    const status = node.evaluation?.status ?? null;
    total.add(status);
    const level = byLevel.get(node.level) ?? new Counter();
    level.add(status);
    byLevel.set(node.level, level);
    const below = new Counter();
    const beside = new Counter();
    for (const child of tree.children(node.id)) {
      beside.add(child.evaluation?.status ?? null);
      below.add(child.evaluation?.status ?? null);
      below.addAll(under.get(child.id) ?? EMPTY);
    }
    under.set(node.id, below);
    direct.set(node.id, beside);
  }
  return { total, byLevel, under: (node) => under.get(node) ?? EMPTY, children: (node) => direct.get(node) ?? EMPTY };
}

/** Counts by what a status means, whatever the board calls it; codes outside the vocabulary are left out. */
export function countMeanings(
  count: StatusCount,
  vocabulary: StatusVocabulary = DEFAULT_STATUSES,
): Readonly<Record<StatusMeaning, number>> {
  const meanings = { done: 0, onTrack: 0, offTrack: 0, notStarted: 0 };
  for (const [code, number] of count.byCode) {
    const term = statusByCode(vocabulary, code);
    if (term) meanings[term.meaning] += number;
  }
  return meanings;
}

/** A plan lags when at least this share of its parts lags. */
export const LAGGING_SHARE = 0.5;

/**
 * The status that follows from those of the parts: done when all are, not started when all are, off track when at least half lag
 * (off track or not started), else on track. null when no part has a known status.
 */
export function derivedMeaning(meanings: Readonly<Record<StatusMeaning, number>>): StatusMeaning | null {
  const { done, onTrack, offTrack, notStarted } = meanings;
  const all = done + onTrack + offTrack + notStarted;
  if (all === 0) return null;
  if (done === all) return 'done';
  if (notStarted === all) return 'notStarted';
  return (offTrack + notStarted) / all >= LAGGING_SHARE ? 'offTrack' : 'onTrack';
}
