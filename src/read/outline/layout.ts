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

/** Lays out the lines of a source as the profile says. Lines too long to be one are left out: nobody claims them. */
export function layOut(lines: readonly Line[], profile: OutlineProfile): Layout {
  const furniturePatterns = profile.furniture.map(patternOf);
  const marks = profile.items.map((item) =>
    'pattern' in item ? { name: item.name, pattern: patternOf(item.pattern) } : { name: item.name, pattern: null },
  );
  const { footnoteRule } = profile.text;
  const width = columnWidth(lines);
  const laid: LaidLine[] = [];
  const furniture: number[] = [];
  const footnotes: number[] = [];
  let gap: Gap = 'none';
  let afterFurniture = false;
  let inFootnotes = false;
  lines.forEach((line, index) => {
    const lead = leadOf(line);
    if (line.text === '') {
      if (footnoteRule !== null && lead >= footnoteRule) {
        inFootnotes = true;
        return;
      }
      if (!isBlank(lines[index - 1])) inFootnotes = false;
      if (lead > 0) gap = 'blank';
      else if (gap === 'none') gap = 'empty';
      return;
    }
    if (isTooLong(line)) return;
    const glued = lead > 0 && (index === 0 || !isBlank(lines[index - 1]));
    if (glued) inFootnotes = false;
    if (inFootnotes) {
      footnotes.push(index);
      return;
    }
    if (furniturePatterns.some((pattern) => pattern.test(line.text))) {
      furniture.push(index);
      afterFurniture = true;
      return;
    }
    const pageStart = glued || afterFurniture;
    const mark = marks.find(({ pattern }) => (pattern === null ? lead - (glued ? 1 : 0) > 0 : pattern.test(line.text)));
    const next = lines[index + 1];
    laid.push({
      index,
      text: mark?.pattern ? withoutMark(line.text, mark.pattern) : line.text,
      item: mark?.name ?? null,
      gap: laid.length === 0 ? 'blank' : gap,
      pageStart,
      tight: next !== undefined && next.text !== '' && (leadOf(next) === 0 || isLoneHeading(line, next, width)),
      length: line.text.length,
    });
    gap = 'none';
    afterFurniture = false;
  });
  return { lines: laid, furniture, footnotes, width };
}
