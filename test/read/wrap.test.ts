import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { joinLines } from '../../src/read/wrap';

/** The rule on the whole text so far, as it reads in words: slow on long texts, and an oracle for short ones. */
function joinWhole(lines: readonly string[]): string {
  return lines.reduce((left, right) => {
    if (left === '') return right;
    if (right === '') return left;
    const opensWord = /(?:^|\s)(?:en|of|en\/of) -$/.test(left);
    const hangs = left.endsWith(' -') || left === '-' || /^(?:en|of|en\/of|noch|resp\.|maar|tot)(?:\s|$)/.test(right);
    return left.endsWith('-') && (opensWord || !hangs) ? left + right : `${left} ${right}`;
  }, '');
}

describe('wrapped lines', () => {
  test.each([
    [['onderhouds-', 'en vervangingswerken'], 'onderhouds- en vervangingswerken'],
    [['Noord-', 'Limburg'], 'Noord-Limburg'],
    [['subsidiedossiers en -', 'overeenkomsten'], 'subsidiedossiers en -overeenkomsten'],
    [['een zin -', 'met een gedachtestreep'], 'een zin - met een gedachtestreep'],
    [['een', '', 'twee'], 'een twee'],
  ])('%j', (lines, joined) => {
    expect(joinLines(lines)).toBe(joined);
  });

  test('are joined by their last signs as by the whole text', () => {
    const piece = fc.constantFrom(
      'en',
      'of',
      'en/of',
      '-',
      'xen/of',
      ' -',
      'en -',
      'tot',
      'resp.',
      'a',
      'woord-',
      'woord',
      'Woord',
      '',
    );
    const line = fc.array(piece, { maxLength: 3 }).map((words) => words.join(' ').trim());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        expect(joinLines(lines)).toBe(joinWhole(lines));
      }),
      { numRuns: 2000 },
    );
  });
});
