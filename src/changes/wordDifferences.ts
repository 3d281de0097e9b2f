import { diffWordsWithSpace } from 'diff';

/** A piece of a text: in both versions, or in one of them only. */
export interface TextPiece {
  readonly text: string;
  readonly in: 'both' | 'old' | 'new';
}

/** How many words may come or go before looking for the fewest takes too long: a text that differs more is told as replaced. */
const MOST_EDITS = 2_000;

/** Two texts word by word: the pieces in both and new give the new text, those in both and old the old one. */
export function wordDifferences(old: string, now: string): readonly TextPiece[] {
  if (old === now) return old === '' ? [] : [{ text: old, in: 'both' }];
  const parts = diffWordsWithSpace(old, now, { maxEditLength: MOST_EDITS });
  const pieces: readonly TextPiece[] = parts
    ? parts.map(({ value, added, removed }) => ({ text: value, in: added ? 'new' : removed ? 'old' : 'both' }))
    : [
        { text: old, in: 'old' },
        { text: now, in: 'new' },
      ];
  return pieces.filter(({ text }) => text !== '');
}

/** Of a long stretch that did not change, as much as shows where the change stands. */
const CONTEXT = 40;

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * CONTEXT) return text;
  const [start, end] = [text.slice(0, CONTEXT), text.slice(-CONTEXT)];
  return isFirst ? `… ${end}` : isLast ? `${start} …` : `${start} … ${end}`;
}

/** Two texts in one line with what went and came marked: "het [-oude-] {+nieuwe+} plan". Of what is the same only the surroundings are told. */
export function markedWords(old: string, now: string): string {
  const pieces = wordDifferences(old, now);
  return pieces
    .map(({ text, in: where }, index) => {
      if (where === 'both') return shortened(text, index === 0, index === pieces.length - 1);
      return where === 'old' ? `[-${text}-]` : `{+${text}+}`;
    })
    .join('')
    .replace(/\s*\n\s*/g, ' ¶ ');
}
