import type { Block } from './blocks';
import { endingOf } from './ending';
import type { LaidLine } from './layout';
import type { OutlineRule } from './profile';
import { patternOf, type Pattern } from './pattern';

/** A rule with its patterns ready for use. */
export interface CompiledRule {
  readonly rule: OutlineRule;
  readonly pattern: Pattern | null;
  readonly contains: Pattern | null;
  readonly lacks: Pattern | null;
  readonly after: Pattern | null;
  readonly within: Pattern | null;
  readonly outside: Pattern | null;
  readonly titled: Pattern | null;
  /** Does its pattern start a text of its own? */
  readonly starts: boolean;
}

const compile = (source: string | undefined): Pattern | null => (source === undefined ? null : patternOf(source));

/** Kinds of texts whose pattern is a mark at the start of a line unless the rule says otherwise. */
const MARKED = new Set<OutlineRule['as']>(['node', 'heading', 'label', 'indicators', 'norm', 'field', 'row']);

export function compileRule(rule: OutlineRule): CompiledRule {
  return {
    rule,
    pattern: compile(rule.pattern),
    contains: compile(rule.contains),
    lacks: compile(rule.lacks),
    after: compile(rule.after),
    within: compile(rule.within),
    outside: compile(rule.outside),
    titled: compile(rule.titled?.pattern),
    starts: rule.starts ?? (rule.pattern !== undefined && MARKED.has(rule.as)),
  };
}

/** Does the rule start a text at this line, by what the line alone tells? */
export function startsRule({ rule, pattern, starts }: CompiledRule, line: LaidLine): boolean {
  if (!starts || pattern === null) return false;
  if (rule.item !== undefined && rule.item !== line.item) return false;
  if (rule.pageStart !== undefined && rule.pageStart !== line.pageStart) return false;
  if (rule.tight !== undefined && rule.tight !== line.tight) return false;
  if (rule.gap !== undefined && !rule.gap.includes(line.gap)) return false;
  return pattern.test(line.text);
}

/** What is open where a text stands. */
export interface Surroundings {
  /** Levels of the open nodes, the outermost first. */
  readonly path: readonly string[];
  /** Has the innermost open node of a level parts of one of these levels? */
  readonly hasParts: (level: string, parts: readonly string[]) => boolean;
  /** Title of the innermost open node of a level; null when none is open. */
  readonly titleAt: (level: string) => string | null;
  /** Headings it stands under. */
  readonly headings: readonly string[];
  /** The text before the list it stands in, or before itself. */
  readonly introduction: string;
  readonly announced: 'indicators' | null;
  /** The text that follows; null at the end. */
  readonly next: Block | null;
}

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

const within = (length: number, min: number | undefined, max: number | undefined): boolean =>
  (min === undefined || length >= min) && (max === undefined || length <= max);

/** Length of the longest line but the last: what the column allowed. 0 for a text of one line. */
const columnOf = ({ lines }: Block): number =>
  lines.slice(0, -1).reduce((widest, { length }) => Math.max(widest, length), 0);

/** Is the first line of the text where and what the rule names? */
function fitsStart({ rule, pattern }: CompiledRule, { lines: [first] }: Block): boolean {
  return (
    (rule.item === undefined || rule.item === first.item) &&
    (rule.pageStart === undefined || rule.pageStart === first.pageStart) &&
    (rule.tight === undefined || rule.tight === first.tight) &&
    (rule.gap === undefined || rule.gap.includes(first.gap)) &&
    (pattern === null || pattern.test(first.text))
  );
}

/** Has the text as a whole the size, the end and the words that the rule names? */
function fitsText({ rule, contains, lacks }: CompiledRule, block: Block): boolean {
  return (
    (rule.singleLine === undefined || rule.singleLine === (block.lines.length === 1)) &&
    (rule.maxLength === undefined || block.text.length <= rule.maxLength) &&
    ((rule.columnMin === undefined && rule.columnMax === undefined) ||
      (block.lines.length > 1 && within(columnOf(block), rule.columnMin, rule.columnMax))) &&
    (rule.ends === undefined || rule.ends.includes(endingOf(block.text))) &&
    (rule.capitals === undefined || rule.capitals === isCapitals(block.text)) &&
    (contains === null || contains.test(block.text)) &&
    (lacks === null || !lacks.test(block.text))
  );
}

/** Does it stand under the nodes that the rule names? */
function fitsPath({ rule, titled }: CompiledRule, { path, hasParts, titleAt }: Surroundings): boolean {
  return (
    (rule.under === undefined || rule.under.some((level) => path.includes(level))) &&
    (rule.directlyUnder === undefined || rule.directlyUnder.includes(path.at(-1) ?? '')) &&
    (rule.notUnder === undefined || !rule.notUnder.some((level) => path.includes(level))) &&
    (rule.having === undefined ||
      (path.includes(rule.having.level) && hasParts(rule.having.level, rule.having.parts) === rule.having.found)) &&
    (titled === null || titled.test(titleAt(rule.titled?.level ?? '') ?? ''))
  );
}

/** Does it stand beside the texts and headings that the rule names? */
function fitsContext({ rule, after, within: inside, outside }: CompiledRule, place: Surroundings): boolean {
  const { headings, introduction, announced, next } = place;
  return (
    (rule.announced === undefined || rule.announced === announced) &&
    (rule.next === undefined || (next !== null && next.lines[0].item === rule.next)) &&
    (after === null || after.test(introduction)) &&
    (inside === null || headings.some((heading) => inside.test(heading))) &&
    (outside === null || !headings.some((heading) => outside.test(heading)))
  );
}

/** Does everything the rule names hold for this text at this place? */
export const fits = (compiled: CompiledRule, block: Block, place: Surroundings): boolean =>
  fitsStart(compiled, block) && fitsText(compiled, block) && fitsPath(compiled, place) && fitsContext(compiled, place);
