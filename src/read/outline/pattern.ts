import { RE2JS } from 're2js';
import { failure, success, type Result } from '../../plan/result';

/**
 * Patterns of users run on an engine that does not backtrack: the time they take grows with the text and their size, never beyond. They are
 * written as regular expressions with the flag `u`; what such an engine cannot do is refused when the profile is read.
 */
export interface Pattern {
  readonly test: (text: string) => boolean;
  readonly exec: (text: string) => PatternMatch | null;
}

/** A match as `RegExp.exec` gives it. */
export interface PatternMatch {
  readonly 0: string;
  readonly index: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** invalid: no regular expression; unsupported: looks ahead elsewhere than at its end, or back to a group; tooLarge: counts too far. */
export type PatternProblem = 'invalid' | 'unsupported' | 'tooLarge';

/** Steps of the largest pattern: time per sign of the text grows with it. The largest of the seed plans has some 350. */
const MAX_STEPS = 600;

/** What `\s` is to JavaScript and not to the engine. */
const MORE_BLANKS = '\\x{0b}\\x{feff}\\p{Z}';

/** Each sign of a pattern with what it stands in; an escape is one sign. */
function* signsOf(source: string): Iterable<{ readonly sign: string; readonly at: number; readonly inClass: boolean }> {
  let inClass = false;
  for (let at = 0; at < source.length;) {
    const sign = source[at] === '\\' ? source.slice(at, at + 2) : (source[at] ?? '');
    yield { sign, at, inClass };
    if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    at += sign.length;
  }
}

/** Where a look-ahead begins that closes the pattern; -1 when it has none there. */
function finalLookAhead(source: string): number {
  const open: number[] = [];
  let last = -1;
  for (const { sign, at, inClass } of signsOf(source)) {
    if (inClass) continue;
    if (sign === '(') open.push(at);
    if (sign === ')') last = at === source.length - 1 && open.length === 1 ? (open[0] ?? -1) : (open.pop(), -1);
  }
  return last >= 0 && source.startsWith('(?=', last) ? last : -1;
}

const withBlanks = (source: string): string =>
  [...signsOf(source)]
    .map(({ sign, inClass }) => {
      if (sign === '\\s') return inClass ? `\\s${MORE_BLANKS}` : `[\\s${MORE_BLANKS}]`;
      return sign === '\\S' && !inClass ? `[^\\s${MORE_BLANKS}]` : sign;
    })
    .join('');

/** Name of the empty group where the match ends: what a final look-ahead saw is searched, and is no part of it. */
const END = 'planboekEinde';

function engineSource(source: string): string {
  const at = finalLookAhead(source);
  const whole = at < 0 ? source : `${source.slice(0, at)}(?<${END}>)(?:${source.slice(at + 3)}`;
  return RE2JS.translateRegExp(withBlanks(whole));
}

function isExpression(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

class SafePattern implements Pattern {
  private readonly names: readonly string[];

  constructor(private readonly engine: RE2JS) {
    this.names = Object.keys(engine.namedGroups());
  }

  test(text: string): boolean {
    return this.engine.matcher(text).find();
  }

  exec(text: string): PatternMatch | null {
    const matcher = this.engine.matcher(text);
    if (!matcher.find()) return null;
    const end = this.names.includes(END) ? matcher.start(END) : -1;
    const groups = this.names.filter((name) => name !== END).map((name) => [name, matcher.group(name) ?? undefined]);
    const index = matcher.start();
    return {
      0: text.slice(index, end < 0 ? matcher.end() : end),
      index,
      groups: Object.fromEntries(groups) as PatternMatch['groups'],
    };
  }
}

/** Makes a pattern ready for use; the failure says why it is none. */
export function compilePattern(source: string): Result<Pattern, PatternProblem> {
  if (!isExpression(source)) return failure('invalid');
  try {
    const engine = RE2JS.compile(engineSource(source), RE2JS.LOOKBEHINDS);
    return engine.programSize() > MAX_STEPS ? failure('tooLarge') : success(new SafePattern(engine));
  } catch {
    return failure('unsupported');
  }
}

const NEVER: Pattern = { test: () => false, exec: () => null };

/** A pattern of a profile that was checked when it was read; one that is none finds nothing. */
export function patternOf(source: string): Pattern {
  const compiled = compilePattern(source);
  return compiled.ok ? compiled.value : NEVER;
}
