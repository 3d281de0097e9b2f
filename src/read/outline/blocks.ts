import { SENTENCE_END } from './ending';
import type { LaidLine, Layout } from './layout';
import type { OutlineProfile } from './profile';
import type { CompiledRule } from './rule';
import { startsRule } from './rule';

/** One text of the source before anyone knows what it is: the lines it is printed on. */
export interface Block {
  readonly lines: readonly [LaidLine, ...LaidLine[]];
  /** Lines put together as one text. */
  readonly text: string;
}

/** Entries without a mark also end with a colon, or with what stands between brackets: "(jaarlijks)". */
const UNMARKED_END = /[:)]$/;

const firstWordLength = (text: string): number => {
  const end = text.indexOf(' ');
  return end < 0 ? text.length : end;
};

/** Would the first word of the next line have fitted on this one? Then the line was ended on purpose. */
const endedShort = (line: LaidLine, next: LaidLine, limit: number): boolean =>
  line.length + 1 + firstWordLength(next.text) < limit;

const GOES_ON = /[-,]$/;
const LOWER_CASE = /^[\p{Ll}]/u;

/** Is the text before it a title or a row of one line, as a rule says? */
const isWholeLine = (open: readonly LaidLine[], rules: readonly CompiledRule[]): boolean =>
  open.length === 1 &&
  rules.some(
    (rule) => (rule.rule.singleLine === true || rule.rule.as === 'row') && open.every((line) => startsRule(rule, line)),
  );

/** Does what stands between the line and the one before it end a text? */
const isParted = ({ gap, tight, pageStart }: LaidLine, { text }: OutlineProfile): boolean =>
  (gap === 'blank' && text.blankLineEnds) ||
  (gap === 'empty' && text.emptyLineEnds) ||
  (text.tightHeadings && (tight || (gap === 'none' && !pageStart)));

/** Does a text of its own start at `line`? `open` are the lines of the text before it. */
function startsBlock(
  line: LaidLine,
  open: readonly LaidLine[],
  profile: OutlineProfile,
  rules: readonly CompiledRule[],
  width: number,
): boolean {
  const previous = open.at(-1);
  if (!previous || line.item !== null || rules.some((rule) => startsRule(rule, line))) return true;
  const { text } = profile;
  if (isWholeLine(open, rules) || isParted(line, profile)) return true;
  const finished = SENTENCE_END.test(previous.text) || (open[0]?.item === null && UNMARKED_END.test(previous.text));
  const alone = open.length === 1 && previous.item === null && !rules.some((rule) => startsRule(rule, previous));
  const heading =
    alone &&
    !GOES_ON.test(previous.text) &&
    !LOWER_CASE.test(line.text) &&
    endedShort(previous, line, width * text.shortLine);
  if (line.pageStart) return (finished || heading) && !LOWER_CASE.test(line.text);
  return finished ? endedShort(previous, line, width * text.finishedLine) : heading;
}

/** Cuts the laid out lines into texts. */
export function cutBlocks(
  { lines, width }: Layout,
  profile: OutlineProfile,
  rules: readonly CompiledRule[],
  join: (lines: readonly string[]) => string,
): readonly Block[] {
  const blocks: Block[] = [];
  let open: [LaidLine, ...LaidLine[]] | null = null;
  const close = (): void => {
    if (open) blocks.push({ lines: open, text: join(open.map(({ text }) => text)) });
  };
  for (const line of lines) {
    if (open && !startsBlock(line, open, profile, rules, width)) open.push(line);
    else {
      close();
      open = [line];
    }
  }
  close();
  return blocks;
}
