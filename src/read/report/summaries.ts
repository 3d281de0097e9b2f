import type { Amount, Evaluation, Period } from '../../plan/document';
import type { NodeHeading } from './heading';

/** A node as it is read, before it is known whether its heading was that of a summary. */
export interface NodeDraft {
  readonly id: string;
  readonly heading: NodeHeading;
  readonly parent: string | null;
  readonly title: string;
  /** 0-based lines of its heading and the lines of its title. */
  readonly line: number;
  readonly titleLines: readonly number[];
  period: Period | null;
  evaluation: Evaluation | null;
}

export interface WithoutSummaries {
  readonly kept: readonly NodeDraft[];
  /** Headings that only repeat one with more under it. */
  readonly dropped: readonly NodeDraft[];
  /** The id each node has now, by the id it was read with. */
  readonly ids: ReadonlyMap<string, string>;
}

const fold = (title: string): string => title.replace(/\s+/g, ' ').trim().toLowerCase();

const isSameTitle = (left: string, right: string): boolean =>
  left === '' || right === '' || fold(left).startsWith(fold(right)) || fold(right).startsWith(fold(left));

/**
 * Takes out the headings of summaries and overviews: a code that is printed several times under one title is one node,
 * the one with a period, an evaluation or amounts, else the first.
 */
export function dropSummaries(
  drafts: readonly NodeDraft[],
  amounts: readonly Pick<Amount, 'node'>[],
): WithoutSummaries {
  const withAmounts = new Set(amounts.map(({ node }) => node));
  const isFilled = (draft: NodeDraft): boolean =>
    draft.period !== null || draft.evaluation !== null || withAmounts.has(draft.id);
  const byCode = new Map<string, NodeDraft[]>();
  for (const draft of drafts) {
    const { code } = draft.heading;
    if (code !== null) byCode.set(code, [...(byCode.get(code) ?? []), draft]);
  }
  const ids = new Map<string, string>();
  const dropped = new Set<NodeDraft>();
  for (const [code, same] of byCode) {
    if (same.length < 2) continue;
    const whole = same.find(isFilled) ?? same[0];
    if (whole === undefined) continue;
    for (const draft of same)
      if (draft !== whole && !isFilled(draft) && isSameTitle(draft.title, whole.title)) dropped.add(draft);
    const left = same.filter((draft) => !dropped.has(draft));
    for (const draft of same) ids.set(draft.id, dropped.has(draft) ? code : assigned(code, left.indexOf(draft)));
  }
  return { kept: drafts.filter((draft) => !dropped.has(draft)), dropped: [...dropped], ids };
}

const assigned = (code: string, position: number): string => (position < 1 ? code : `${code}~${position + 1}`);
