import type { PlanNode } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';

/** Letters of another script inside a Latin word, characters without width, and glyphs of the private use area. */
const MIXED_WORD = /(?=[\p{L}\p{M}]*\p{Script=Latin})[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}][\p{L}\p{M}]*/u;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const PRIVATE_USE = /[\ue000-\uf8ff]/;
/** Nothing to look for in a text without any of these: most texts, and the test is cheap. */
const WORTH_A_LOOK = /[\u00ad\u0370-\u052f\u1f00-\u1fff\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]/;
/** Greek letters are at home in units and formulas, on their own: only words of two letters and more count. */
const LEAST_WORD = 3;

function oddity(text: string): { readonly found: string; readonly code: string } | null {
  if (!WORTH_A_LOOK.test(text)) return null;
  const mixed = MIXED_WORD.exec(text)?.[0];
  if (mixed !== undefined && mixed.length >= LEAST_WORD) {
    const odd = /[\p{Script=Cyrillic}\p{Script=Greek}]/u.exec(mixed)?.[0] ?? '';
    return { found: mixed, code: odd };
  }
  const single = INVISIBLE.exec(text)?.[0] ?? PRIVATE_USE.exec(text)?.[0];
  return single === undefined
    ? null
    : { found: text.slice(Math.max(0, text.indexOf(single) - 15), text.indexOf(single) + 15), code: single };
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const textsOf = (node: PlanNode): readonly string[] => [node.code ?? '', node.title, node.evaluation?.text ?? ''];

/** A word that looks right but is not: searching and filtering will not find it. */
export const readingLookAlikes = ruleCheck({
  id: 'reading.look-alike-characters',
  severity: 'attention',
  nl: [
    'In {node} staat een teken dat er anders uitziet dan het is ({code}): "{text}".',
    'Typ het woord opnieuw; zoeken en filteren vinden het anders niet.',
  ],
  en: [
    '{node} holds a character that is not what it looks like ({code}): "{text}".',
    'Type the word again; searching and filtering will not find it otherwise.',
  ],
  reads: ['nodes'],
  *rule(document) {
    for (const node of document.nodes) {
      const found = textsOf(node)
        .map(oddity)
        .find((one) => one !== null);
      if (found)
        yield {
          place: placeAt({ node: node.id, line: node.source.line }),
          figures: { text: found.found, code: codePoint(found.code) },
        };
    }
  },
});
