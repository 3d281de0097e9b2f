import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';
import { excerpt, narrativesOf, perNarrative, type Narrative, wordsOf } from '../narrative';

/** Shorter beginnings of a word are words themselves too often. */
const LEAST_FRAGMENT = 3;

/** How much of the end is shown. */
const SHOWN_END = 60;

/** For every word of the texts, how often it occurs. */
function vocabularyOf(narratives: readonly Narrative[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of narratives) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A narrative that stops in the middle of a word: the package limits the length, and cut the rest off. */
export const textCutOff = ruleCheck({
  id: 'text.cut-off',
  severity: 'attention',
  nl: [
    'De toelichting van {node} breekt af midden in een woord: "\u2026 {text}" ({length} tekens).',
    'Haal de volledige tekst uit het bronpakket.',
  ],
  en: [
    'The narrative of {node} breaks off in the middle of a word: "\u2026 {text}" ({length} characters).',
    'Get the complete text from the source package.',
  ],
  reads: ['nodes'],
  *rule(document) {
    const narratives = narrativesOf(document);
    const counts = vocabularyOf(narratives);
    const longest = narratives.reduce((length, { text }) => Math.max(length, text.length), 0);
    for (const { node, text, words } of narratives) {
      const last = words.at(-1) ?? '';
      // The fragment occurs nowhere else, and other texts hold the word it begins.
      if (last.length < LEAST_FRAGMENT || !/\p{L}$/u.test(text.trimEnd()) || counts.get(last) !== 1) continue;
      if (text.length < longest * NEAR_LIMIT_SHARE) continue;
      const whole = [...counts.keys()].some((word) => word.length > last.length && word.startsWith(last));
      if (!whole) continue;
      yield {
        place: placeAt({ node: node.id, line: node.source.line }),
        figures: { text: text.slice(-SHOWN_END).replace(/\s+/g, ' '), length: text.length },
      };
    }
  },
});

/** A limit of length cuts off only what reaches it, so that no text is much longer than one that was cut. */
const NEAR_LIMIT_SHARE = 0.9;

/** A line this long is no heading or date that may well return. */
const LEAST_LINE_WORDS = 5;

/** Lines that stand in the text for the second time. */
const repeatedLines = perNarrative(({ lines }): readonly string[] => {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const words = wordsOf(line);
    const key = words.join(' ');
    if (words.length < LEAST_LINE_WORDS) return false;
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
});

/** A line that stands in the same narrative twice. */
export const textRepeatedLine = ruleCheck({
  id: 'text.repeated-line',
  severity: 'attention',
  nl: ['De toelichting van {node} herhaalt {count:regel|regels}, zoals: "{text}".', 'Schrap de herhaling.'],
  en: ['The narrative of {node} repeats {count:line|lines}, such as: "{text}".', 'Delete the repetition.'],
  reads: ['nodes'],
  *rule(document) {
    for (const narrative of narrativesOf(document)) {
      const repeated = repeatedLines(narrative);
      const { node } = narrative;
      if (repeated.length === 0) continue;
      yield {
        place: placeAt({ node: node.id, line: node.source.line }),
        figures: { count: repeated.length, text: excerpt(repeated[0] ?? '') },
      };
    }
  },
});
