import type { PlanNode } from '../../plan/document';
import { foldedTitle, likeness, wordsOf } from './titleWords';

/** Why a node of one version is taken for a node of the other. */
export type MatchReason = 'code' | 'title' | 'likeness';

export interface NodeMatch {
  readonly old: PlanNode;
  readonly new: PlanNode;
  readonly reason: MatchReason;
}

/** Which node of the new version each node of the old one became. Nodes without a match came or went. */
export interface NodeMatching {
  readonly matches: readonly NodeMatch[];
  readonly ofOld: ReadonlyMap<string, NodeMatch>;
  readonly ofNew: ReadonlyMap<string, NodeMatch>;
}

interface Side {
  readonly node: PlanNode;
  readonly title: string;
  readonly words: ReadonlySet<string>;
}

/** Under the same parent a title that shares this much is the same node; elsewhere it must share more. */
const ALIKE_IN_PLACE = 0.5;
const ALIKE_ANYWHERE = 0.7;

/** Titles that share less than this under one code are of two nodes, if the old title stands under another code. */
const UNLIKE = 0.3;

/** A word that more nodes than this have tells too little to look for candidates by. */
const MOST_CANDIDATES = 40;

const sideOf = (node: PlanNode): Side => ({
  node,
  title: foldedTitle(node.title),
  words: new Set(wordsOf(node.title)),
});

const codeKey = ({ code, id }: PlanNode): string => (code ?? id).trim().toLowerCase();

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * Finds the nodes of one version in another: by code, then by title and place, then by a title that is much alike. Codes that a board handed out
 * anew are seen by their titles. Every step looks at groups of few, so that the cost grows with the number of nodes.
 */
export function matchNodes(before: readonly PlanNode[], after: readonly PlanNode[]): NodeMatching {
  return new Matcher(before.map(sideOf), after.map(sideOf)).run();
}

class Matcher {
  private readonly ofOld = new Map<string, NodeMatch>();
  private readonly ofNew = new Map<string, NodeMatch>();

  constructor(
    private readonly before: readonly Side[],
    private readonly after: readonly Side[],
  ) {}

  run(): NodeMatching {
    const shifted = this.shiftedCodes();
    this.byCode(shifted);
    for (const olds of this.byDepth()) {
      this.byTitle(olds, (side, parent) => `${parent}|${side.node.level}|${side.title}`, true);
      this.byTitle(olds, (side) => `${side.node.level}|${side.title}`, false);
      this.byLikeness(olds);
    }
    // A code whose node could not be followed by its title is still the same code.
    this.byCode(new Set());
    return {
      matches: [...this.ofOld.values()],
      ofOld: this.ofOld,
      ofNew: this.ofNew,
    };
  }

  private match(old: Side, now: Side, reason: MatchReason): void {
    const found = { old: old.node, new: now.node, reason };
    this.ofOld.set(old.node.id, found);
    this.ofNew.set(now.node.id, found);
  }

  private readonly isFreeOld = ({ node }: Side): boolean => !this.ofOld.has(node.id);
  private readonly isFreeNew = ({ node }: Side): boolean => !this.ofNew.has(node.id);

  /** Codes that now stand for another node: their old title, told once, stands under another code. */
  private shiftedCodes(): ReadonlySet<string> {
    const [old, now] = [grouped(this.before, ({ node }) => codeKey(node)), grouped(this.after, titleKey)];
    const oldTitles = grouped(this.before, titleKey);
    const shifted = new Set<string>();
    for (const each of this.after) {
      const key = codeKey(each.node);
      const [former, ...more] = old.get(key) ?? [];
      if (!former || more.length > 0 || former.title === each.title || former.title === '') continue;
      if (likeness(former.words, each.words) >= UNLIKE) continue;
      const elsewhere = now.get(titleKey(former)) ?? [];
      if (elsewhere.length === 1 && oldTitles.get(titleKey(former))?.length === 1) shifted.add(key);
    }
    return shifted;
  }

  private byCode(shifted: ReadonlySet<string>): void {
    const news = grouped(this.after.filter(this.isFreeNew), ({ node }) => codeKey(node));
    const olds = grouped(this.before.filter(this.isFreeOld), ({ node }) => codeKey(node));
    for (const [key, group] of olds) {
      if (shifted.has(key)) continue;
      const candidates = [...(news.get(key) ?? [])];
      // Several of one code: the same title first, then the same parent, then in order.
      const rules: readonly ((old: Side, now: Side) => boolean)[] = [
        (old, now) => old.title === now.title && this.sameParent(old.node, now.node),
        (old, now) => old.title === now.title,
        (old, now) => this.sameParent(old.node, now.node),
        () => true,
      ];
      for (const rule of rules) {
        for (const old of group.filter(this.isFreeOld)) {
          const now = candidates.find((each) => this.isFreeNew(each) && rule(old, each));
          if (now) this.match(old, now, 'code');
        }
      }
    }
  }

  private sameParent(old: PlanNode, now: PlanNode): boolean {
    return old.parent === null ? now.parent === null : this.newParentOf(old) === now.parent;
  }

  /** Where a node would stand if it did not move: its parent in the new version; undefined when that is gone. */
  private newParentOf({ parent }: PlanNode): string | null | undefined {
    return parent === null ? null : this.ofOld.get(parent)?.new.id;
  }

  /** The old nodes from the roots down, so that a parent is matched before what stands under it. */
  private byDepth(): readonly (readonly Side[])[] {
    const byId = new Map(this.before.map(({ node }) => [node.id, node]));
    const depths = new Map<string, number>();
    const depthOf = (node: PlanNode): number => {
      const chain: PlanNode[] = [];
      let at: PlanNode | undefined = node;
      while (at && !depths.has(at.id) && !chain.includes(at)) {
        chain.push(at);
        at = at.parent === null ? undefined : byId.get(at.parent);
      }
      let depth = at ? (depths.get(at.id) ?? -1) : -1;
      for (const each of chain.reverse()) depths.set(each.id, (depth += 1));
      return depths.get(node.id) ?? 0;
    };
    const rows: Side[][] = [];
    for (const side of this.before) (rows[depthOf(side.node)] ??= []).push(side);
    return rows.map((row) => row ?? []);
  }

  /** The same title: under the same parent in order, else only where it stands once on either side. */
  private byTitle(olds: readonly Side[], keyOf: (side: Side, parent: string) => string, inPlace: boolean): void {
    const free = olds.filter((old) => this.isFreeOld(old) && old.title !== '');
    if (free.length === 0) return;
    const news = grouped(this.after.filter(this.isFreeNew), (side) => keyOf(side, side.node.parent ?? ''));
    for (const [key, group] of grouped(free, (side) => keyOf(side, this.newParentOf(side.node) ?? '-'))) {
      const candidates = news.get(key) ?? [];
      if (!inPlace && (group.length > 1 || candidates.length > 1)) continue;
      group.forEach((old, index) => {
        const now = candidates[index];
        if (now) this.match(old, now, 'title');
      });
    }
  }

  /** Titles that are much alike, the best pairs first. */
  private byLikeness(olds: readonly Side[]): void {
    const free = olds.filter(this.isFreeOld);
    if (free.length === 0) return;
    const candidatesOf = this.candidates();
    const pairs = free.flatMap((old) =>
      candidatesOf(old).flatMap((now) => {
        const alike = likeness(old.words, now.words);
        const least = this.sameParent(old.node, now.node) ? ALIKE_IN_PLACE : ALIKE_ANYWHERE;
        return alike >= least && old.node.level === now.node.level ? [{ old, now, alike }] : [];
      }),
    );
    pairs.sort((left, right) => right.alike - left.alike);
    for (const { old, now } of pairs) if (this.isFreeOld(old) && this.isFreeNew(now)) this.match(old, now, 'likeness');
  }

  /** Nodes that share a telling word with the old one, and the few that stand where it stood. */
  private candidates(): (old: Side) => readonly Side[] {
    const free = this.after.filter(this.isFreeNew);
    const byWord = new Map<string, Side[]>();
    for (const side of free)
      for (const word of side.words) {
        const known = byWord.get(word);
        if (known) known.push(side);
        else byWord.set(word, [side]);
      }
    const byParent = grouped(free, ({ node }) => node.parent ?? '');
    return (old) => {
      const parent = this.newParentOf(old.node);
      const siblings = parent === undefined ? [] : (byParent.get(parent ?? '') ?? []);
      const lists = [siblings, ...[...old.words].map((word) => byWord.get(word) ?? [])];
      return [...new Set(lists.filter(({ length }) => length <= MOST_CANDIDATES).flat())];
    };
  }
}

const titleKey = ({ node, title }: Side): string => `${node.level}|${title}`;
