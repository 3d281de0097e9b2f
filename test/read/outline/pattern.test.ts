import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compilePattern, patternOf } from '../../../src/read/outline/pattern';

const problem = (source: string) => {
  const compiled = compilePattern(source);
  return compiled.ok ? null : compiled.failure;
};

describe('a pattern of a user', () => {
  test.each(['(a+)+$', '(a|aa)+$', '^(\\p{L}+\\s?)+$', '(.*)*x', '(?:a?){20}a{20}'])(
    '%s ends on a text made to keep it busy',
    (source) => {
      expect(patternOf(source).test(`${'a'.repeat(20_000)}!`)).toBe(new RegExp(source, 'u').test(`${'a'.repeat(20)}!`));
    },
  );

  test.each([
    ['(', 'invalid'],
    ['[z-a]', 'invalid'],
    ['(a)\\1', 'unsupported'],
    ['(?=a)b', 'unsupported'],
    ['a(?!b)', 'unsupported'],
    ['(\\p{L}{1,100}){1,9}$', 'tooLarge'],
    ['a{1,2000}', 'unsupported'],
  ])('%s is refused as %s', (source, expected) => {
    expect(problem(source)).toBe(expected);
  });

  test.each([
    ['^(?<code>\\d)\\. (?=\\p{Lu}{2})', '3. EFFECTEN'],
    ['^(?=Digitaal\\.)', 'Digitaal. Meer'],
    ['b(?=c|d)', 'abd'],
    ['(?<!ver)wijst', 'verwijst en wijst'],
    ['^\\s+x', '\u00a0\u2003x'],
    ['[^\\s]+', '\u00a0ab c'],
    ['\\S+', '\u00a0ab c'],
    ['\\u00e9\\u{1F600}', 'xé😀'],
    ['(?<label>\\p{L}+) (?<cijfers>[\\d.]+)?', 'Totaal 12.5'],
    ['[)(](?=\\))', '()'],
  ])('%s finds in "%s" what a regular expression finds', (source, text) => {
    const expected = new RegExp(source, 'u').exec(text);
    expect(problem(source)).toBeNull();
    const found = patternOf(source).exec(text);
    expect(found && { ...found, groups: { ...found.groups } }).toEqual(
      expected && { 0: expected[0], index: expected.index, groups: { ...expected.groups } },
    );
  });

  test('finds what a regular expression finds, whatever the parts', () => {
    const atom = fc.constantFrom('a', 'b', '\\d', '\\s', '[ab]', '.', '\\p{L}', '(?:ab)', '(?<x>b)', '^', '$', 'a|b');
    const pattern = fc
      .array(fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,3}', '*?')), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.map(([one, times]) => (/^[$^]$|\|/.test(one) ? one : one + times)).join(''))
      .filter((source) => problem(source) === null);
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', '\n', 'é', '\u00a0'), maxLength: 12 });
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        const expected = new RegExp(source, 'u').exec(subject);
        const found = patternOf(source).exec(subject);
        expect(found && [found[0], found.index]).toEqual(expected && [expected[0], expected.index]);
      }),
    );
  });
});
