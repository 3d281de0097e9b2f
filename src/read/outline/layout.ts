import { isTooLong, type Line } from '../lines';
import type { OutlineProfile } from './profile';
import { patternOf, type Pattern } from './pattern';

function withoutMark(text: string, mark: Pattern): string {
  const match = mark.exec(text);
  return (match ? text.slice(0, match.index) + text.slice(match.index + match[0].length) : text).trim();
}

/** What stands before a line: nothing, only empty lines, or at least one line of blanks. */
export type Gap = 'none' | 'empty' | 'blank';

/** A non-blank line with what its place on the page tells. */
export interface LaidLine {
  /** 0-based. */
  readonly index: number;
  /** Without the mark of its list. */
  readonly text: string;
  /** Name of the mark of its list; null when it has none. */
  readonly item: string | null;
  readonly gap: Gap;
  /** First on its page: a leading blank glued to whatever comes first, or the first line after a page number. */
  readonly pageStart: boolean;
  /** Directly followed by a line of the same page. */
  readonly tight: boolean;
  /** Printed length, mark included. */
  readonly length: number;
}

/** The lines by what they are for: texts to be read, furniture of the page, footnotes. */
export interface Layout {
  readonly lines: readonly LaidLine[];
  readonly furniture: readonly number[];
  readonly footnotes: readonly number[];
  /** Length that nineteen of twenty lines stay under: the width of the column. */
  readonly width: number;
}

const isBlank = (line: Line | undefined): boolean => line === undefined || line.text === '';
const leadOf = (line: Line): number => line.lead ?? (line.indented ? 1 : 0);

/** Share of the lines that are no longer than the column is wide; what is longer are tables run together. */
const COLUMN_SHARE = 0.95;

function columnWidth(lines: readonly Line[]): number {
  const lengths = lines.flatMap(({ text }) => (text === '' ? [] : [text.length])).sort((left, right) => left - right);
  return lengths[Math.floor(lengths.length * COLUMN_SHARE)] ?? 0;
}

/** No page ends with a heading: a blank after a short line that ends no sentence belongs to the text ("Innovatie" / " “De vorige ..."). */
const isLoneHeading = (line: Line, next: Line, width: number): boolean =>
  line.text.length < width * LONE_SHARE && !/[.!?…;:,-][)\]”’"']*$/.test(line.text) && !/^\p{Ll}/u.test(next.text);

const LONE_SHARE = 0.4;

/** A way to mark the entries of a list: by what a line begins with, or by a blank before it alone. */
interface Mark {
  readonly name: string;
  readonly pattern: Pattern | null;
}

/** What the lines laid out so far say about the next one. */
interface State {
  readonly gap: Gap;
  readonly afterFurniture: boolean;
  readonly inFootnotes: boolean;
}

const START: State = { gap: 'none', afterFurniture: false, inFootnotes: false };

/** Lays out the lines of a source as the profile says. Lines too long to be one are left out: nobody claims them. */
export function layOut(lines: readonly Line[], profile: OutlineProfile): Layout {
  const furniturePatterns = profile.furniture.map(patternOf);
  const marks = profile.items.map((item): Mark => ({
    name: item.name,
    pattern: 'pattern' in item ? patternOf(item.pattern) : null,
  }));
  const width = columnWidth(lines);
  const laid: LaidLine[] = [];
  const furniture: number[] = [];
  const footnotes: number[] = [];
  let state = START;
  lines.forEach((line, index) => {
    if (line.text === '') {
      state = afterBlank(state, line, lines[index - 1], profile.text.footnoteRule);
      return;
    }
    if (isTooLong(line)) return;
    const glued = leadOf(line) > 0 && (index === 0 || !isBlank(lines[index - 1]));
    const inFootnotes = state.inFootnotes && !glued;
    state = { ...state, inFootnotes };
    if (inFootnotes) footnotes.push(index);
    else if (furniturePatterns.some((pattern) => pattern.test(line.text))) {
      furniture.push(index);
      state = { ...state, afterFurniture: true };
    } else {
      const pageStart = glued || state.afterFurniture;
      const gap = laid.length === 0 ? 'blank' : state.gap;
      const tight = isTight(line, lines[index + 1], width);
      laid.push({ index, ...withMark(line, marks, glued), gap, pageStart, tight, length: line.text.length });
      state = { ...START, inFootnotes };
    }
  });
  return { lines: laid, furniture, footnotes, width };
}

/** A blank line: the rule over the footnotes, or a gap of one kind or the other. */
function afterBlank(state: State, line: Line, previous: Line | undefined, footnoteRule: number | null): State {
  const lead = leadOf(line);
  if (footnoteRule !== null && lead >= footnoteRule) return { ...state, inFootnotes: true };
  const inFootnotes = state.inFootnotes && isBlank(previous);
  return { ...state, inFootnotes, gap: lead > 0 ? 'blank' : state.gap === 'none' ? 'empty' : state.gap };
}

function withMark(line: Line, marks: readonly Mark[], glued: boolean): Pick<LaidLine, 'text' | 'item'> {
  const { text } = line;
  const mark = marks.find(({ pattern }) =>
    pattern === null ? leadOf(line) - (glued ? 1 : 0) > 0 : pattern.test(text),
  );
  return { text: mark?.pattern ? withoutMark(text, mark.pattern) : text, item: mark?.name ?? null };
}

const isTight = (line: Line, next: Line | undefined, width: number): boolean =>
  next !== undefined && next.text !== '' && (leadOf(next) === 0 || isLoneHeading(line, next, width));
