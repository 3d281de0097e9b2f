import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';
import { excerpt, narrativesOf } from '../narrative';
import { codedNodes } from '../structure/codes';

/** A narrative refers to a code that is not in the plan. What counts as a code follows from the codes of the plan itself. */
export const textUnknownCode = ruleCheck({
  id: 'text.unknown-code',
  severity: 'attention',
  nl: [
    'De toelichting van {node} verwijst naar {code}, maar die code zit niet in het plan: "{text}".',
    'Verbeter de verwijzing.',
  ],
  en: [
    'The narrative of {node} refers to {code}, but that code is not in the plan: "{text}".',
    'Correct the reference.',
  ],
  reads: ['nodes'],
  *rule(document) {
    const codes = new Set(codedNodes(document).map(({ code }) => code));
    // Letters and a padded number ("AC000263"): shorter codes look too much like words and numbers.
    const prefixes = new Set([...codes].flatMap((code) => /^([A-Z]{2,4})\d{5,}$/.exec(code)?.[1] ?? []));
    if (prefixes.size === 0) return;
    const pattern = new RegExp(`\\b(?:${[...prefixes].join('|')})\\d{5,}\\b`, 'g');
    for (const { node, text, sentences } of narrativesOf(document)) {
      for (const [code] of text.matchAll(pattern)) {
        if (codes.has(code)) continue;
        const evidence = sentences.find((sentence) => sentence.includes(code)) ?? text;
        yield {
          place: placeAt({ node: node.id, line: node.source.line }),
          figures: { code, text: excerpt(evidence) },
          subject: code,
        };
      }
    }
  },
});
