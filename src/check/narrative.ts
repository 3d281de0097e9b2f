import type { PlanDocument, PlanNode } from '../plan/document';

/** The evaluation text of a node, cut up once for all the checks that read it. */
export interface Narrative {
  readonly node: PlanNode;
  readonly text: string;
  readonly lines: readonly string[];
  readonly sentences: readonly string[];
  /** Lower case, without punctuation, in order. */
  readonly words: readonly string[];
}

const SENTENCE_END = /(?<=[.!?\u2026])["\u201d\u2019)]?\s+(?=["\u2018\u201c(\u2022-]?[\p{Lu}\d])|\n+/u;

/** Words of a text in lower case: letters and digits, with the hyphens and apostrophes inside them. */
export const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:['\u2019-][\p{L}\p{N}]+)*/gu) ?? [];

const narrativesByNodes = new WeakMap<PlanDocument['nodes'], readonly Narrative[]>();
const narrativeByNode = new WeakMap<PlanNode, Narrative>();

function narrativeOf(node: PlanNode, text: string): Narrative {
  const known = narrativeByNode.get(node);
  if (known) return known;
  const narrative: Narrative = {
    node,
    text,
    lines: text.split('\n').map((line) => line.trim()),
    sentences: text
      .split(SENTENCE_END)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== ''),
    words: wordsOf(text),
  };
  narrativeByNode.set(node, narrative);
  return narrative;
}

/** What follows from a narrative alone, worked out once: after an edit only the texts that changed are looked at again. */
export function perNarrative<Value>(make: (narrative: Narrative) => Value): (narrative: Narrative) => Value {
  const known = new WeakMap<Narrative, { readonly value: Value }>();
  return (narrative) => {
    const found = known.get(narrative) ?? { value: make(narrative) };
    known.set(narrative, found);
    return found.value;
  };
}

/** The narratives that are not empty, in printed order. Nodes are immutable: an edit elsewhere finds them cut up already. */
export function narrativesOf(document: Pick<PlanDocument, 'nodes'>): readonly Narrative[] {
  const known = narrativesByNodes.get(document.nodes);
  if (known) return known;
  const narratives = document.nodes.flatMap((node): readonly Narrative[] => {
    const text = node.evaluation?.text ?? '';
    return text.trim() === '' ? [] : [narrativeOf(node, text)];
  });
  narrativesByNodes.set(document.nodes, narratives);
  return narratives;
}

/** Evidence is shown, not the whole text. */
const EXCERPT_LENGTH = 140;

/** The text in one line, cut on a word with an ellipsis. */
export function excerpt(text: string, length = EXCERPT_LENGTH): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', length) + 1 || length).trimEnd()} \u2026`;
}

/** The text around a match, in one line, with an ellipsis where it was cut: evidence shows what it is about. */
export function excerptAround(text: string, index: number, length: number): string {
  const margin = Math.max(0, Math.floor((EXCERPT_LENGTH - length) / 2));
  const from = index <= margin ? 0 : text.lastIndexOf(' ', index - margin) + 1;
  const end = text.indexOf(' ', index + length + margin);
  const to = end < 0 ? text.length : end;
  const middle = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '\u2026 ' : ''}${middle}${to < text.length ? ' \u2026' : ''}`;
}
