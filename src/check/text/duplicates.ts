import type { PlanDocument, PlanNode } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import type { PlanTree } from '../../figures/tree';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';
import { excerpt, narrativesOf, perNarrative, wordsOf, type Narrative } from '../narrative';

/** Texts are compared by runs of this many words: long enough to be a phrase, short enough to survive small edits. */
const SHINGLE_WORDS = 5;
/** A phrase in more texts than this is how this board writes and says nothing; it also keeps the search linear. */
const MOST_TEXTS_PER_PHRASE = 8;

const shinglesOf = perNarrative(({ words }): ReadonlySet<string> => {
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1)
    shingles.add(words.slice(at, at + SHINGLE_WORDS).join(' '));
  return shingles;
});

interface Pair {
  readonly left: Narrative;
  readonly right: Narrative;
  /** Share of the phrases of the shorter text that the longer one has too. */
  readonly share: number;
}

const pairsByNodes = new WeakMap<PlanDocument['nodes'], Map<string, readonly Pair[]>>();

/** Pairs of narratives that share phrases, found through an index of phrases: linear in the length of the texts, never all against all. */
function similarPairs(document: PlanDocument, leastWords: number, leastShare: number): readonly Pair[] {
  const known = pairsByNodes.get(document.nodes) ?? new Map<string, readonly Pair[]>();
  pairsByNodes.set(document.nodes, known);
  const name = `${leastWords} ${leastShare}`;
  const pairs = known.get(name) ?? findPairs(document, leastWords, leastShare);
  known.set(name, pairs);
  return pairs;
}

function findPairs(document: PlanDocument, leastWords: number, leastShare: number): readonly Pair[] {
  const texts = narrativesOf(document).filter(({ words }) => words.length >= leastWords);
  const shingles = texts.map(shinglesOf);
  const index = new Map<string, number[]>();
  shingles.forEach((set, text) => {
    for (const shingle of set) {
      const found = index.get(shingle);
      if (!found) index.set(shingle, [text]);
      else if (found.length <= MOST_TEXTS_PER_PHRASE) found.push(text);
    }
  });
  const shared = new Map<number, number>();
  for (const found of index.values()) {
    if (found.length < 2 || found.length > MOST_TEXTS_PER_PHRASE) continue;
    for (const [at, left] of found.entries()) {
      for (const right of found.slice(at + 1))
        shared.set(left * texts.length + right, (shared.get(left * texts.length + right) ?? 0) + 1);
    }
  }
  return [...shared].flatMap(([pair, count]): readonly Pair[] => {
    const [left, right] = [Math.floor(pair / texts.length), pair % texts.length];
    const share = count / Math.min(shingles[left]?.size ?? 1, shingles[right]?.size ?? 1);
    const [one, other] = [texts[left], texts[right]];
    return one && other && share >= leastShare ? [{ left: one, right: other, share }] : [];
  });
}

/** A summary may repeat what stands under it, and parts of one whole may tell one story. */
function areRelated(tree: PlanTree, left: PlanNode, right: PlanNode): boolean {
  if (left.parent === right.parent) return true;
  return tree.ancestors(left.id).includes(right) || tree.ancestors(right.id).includes(left);
}

/** Words this long carry the meaning of a title. */
const MEANINGFUL_LENGTH = 5;

/** How many of the words of its titles a text takes up: the code it belongs under scores best. */
function fit({ node, words }: Narrative, tree: PlanTree): number {
  const titles = [node, ...tree.ancestors(node.id)].map(({ title }) => title).join(' ');
  const wanted = new Set(wordsOf(titles).filter((word) => word.length >= MEANINGFUL_LENGTH));
  const used = new Set(words);
  return wanted.size === 0 ? 0 : [...wanted].filter((word) => used.has(word)).length / wanted.size;
}

const numberOf = (code: string | null): string => /(\d+)\D*$/.exec(code ?? '')?.[1] ?? '';

function misfiled({ left, right, share }: Pair, { tree, say }: CheckContext) {
  const [odd, home] = fit(left, tree) <= fit(right, tree) ? [left, right] : [right, left];
  const sameNumber =
    odd.node.level !== home.node.level &&
    numberOf(odd.node.code) !== '' &&
    numberOf(odd.node.code) === numberOf(home.node.code);
  return {
    place: placeAt({ node: odd.node.id, line: odd.node.source.line }),
    figures: {
      other: home.node.id,
      share: `${Math.round(share * 100)} %`,
      title: excerpt(odd.node.title),
      otherTitle: excerpt(home.node.title),
      sameNumber: sameNumber
        ? say(' De nummers van beide codes zijn gelijk.', ' The numbers of both codes are equal.')
        : '',
      text: excerpt(odd.text),
    },
    subject: home.node.id,
  };
}

/** The same, or nearly the same, narrative under codes that have nothing to do with each other: one of them got the text of the other. */
export const textSameNarrative = ruleCheck({
  id: 'text.same-narrative',
  severity: 'attention',
  nl: [
    'De toelichting van {node} ("{title}") is voor {share} die van {other} ("{otherTitle}").{sameNumber} Ze begint met: "{text}".',
    'Kijk na of de tekst onder de juiste code staat.',
  ],
  en: [
    'The narrative of {node} ("{title}") is for {share} that of {other} ("{otherTitle}").{sameNumber} It begins: "{text}".',
    'Check whether the text stands under the right code.',
  ],
  reads: ['nodes'],
  *rule(document, context) {
    const { comparableTextWords, similarTextShare } = context.settings.thresholds;
    for (const pair of similarPairs(document, comparableTextWords, similarTextShare)) {
      if (!areRelated(context.tree, pair.left.node, pair.right.node)) yield misfiled(pair, context);
    }
  },
});

/** A sentence shorter than this is a stock phrase by nature. */
const LEAST_PHRASE_WORDS = 5;

/** The same short sentence under several codes: it says the same of all, and nothing of any. */
export const textSamePhrase = ruleCheck({
  id: 'text.same-phrase',
  severity: 'info',
  nl: ['{nodes} hebben dezelfde korte toelichting: "{text}".', 'Zeg per code wat er gebeurd is.'],
  en: ['{nodes} have the same short narrative: "{text}".', 'Say for each code what happened.'],
  reads: ['nodes'],
  *rule(document, context) {
    const phrases = new Map<string, Narrative[]>();
    for (const narrative of narrativesOf(document)) {
      const { words } = narrative;
      if (words.length < LEAST_PHRASE_WORDS || words.length >= context.settings.thresholds.comparableTextWords)
        continue;
      const known = phrases.get(words.join(' '));
      if (known) known.push(narrative);
      else phrases.set(words.join(' '), [narrative]);
    }
    for (const same of phrases.values()) {
      const [first] = same;
      const unrelated = same.some(({ node }, at) =>
        same.slice(at + 1).some((other) => !areRelated(context.tree, node, other.node)),
      );
      if (!first || !unrelated) continue;
      yield {
        place: placeAt({ node: first.node.id, line: first.node.source.line }),
        figures: { nodes: same.map(({ node }) => node.id).join(', '), text: excerpt(first.text) },
      };
    }
  },
});
