import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markedWords, wordDifferences } from '../../src/changes/wordDifferences';

const words = fc
  .array(fc.constantFrom('het', 'plan', 'de', 'wijk', 'fietspad', ',', '.', '\n', ' '), { maxLength: 40 })
  .map((all) => all.join(' '));

describe('two texts word by word', () => {
  test('pieces in both and new give the new text, those in both and old the old one', () => {
    fc.assert(
      fc.property(words, words, (old, now) => {
        const pieces = wordDifferences(old, now);
        const side = (which: 'old' | 'new'): string =>
          pieces
            .filter((piece) => piece.in === 'both' || piece.in === which)
            .map(({ text }) => text)
            .join('');
        expect([side('old'), side('new')]).toEqual([old, now]);
      }),
    );
  });

  test('a text beyond the bound is told as replaced, whole', () => {
    const [old, now] = ['a', 'b'].map((sign) => Array.from({ length: 3_000 }, (_, at) => `${sign}${at}`).join(' '));
    expect(wordDifferences(old!, now!)).toEqual([
      { text: old, in: 'old' },
      { text: now, in: 'new' },
    ]);
  });

  test('are marked in one line, with the surroundings of what changed', () => {
    expect(markedWords('het oude plan', 'het nieuwe plan')).toBe('het [-oude-]{+nieuwe+} plan');
    const long = 'woord '.repeat(50);
    expect(markedWords(`${long}oud`, `${long}nieuw`)).toMatch(/^… .{30,45}\[-oud-\]\{\+nieuw\+\}$/);
  });
});
