import type { LineAccount, Source } from '../plan/document';
import type { LineRole } from '../plan/lineRole';
import type { SourceLine } from './source';
import { closingFigures, type ClosingFigures } from './figures';
import { isTooLong, wordsOf, type Line, type Word } from './lines';

/**
 * The account of the lines of one source: each non-blank line gets exactly one role, the first reader that claims it.
 * Indices are 0-based here; numbers given out are 1-based.
 */
export class LineLedger {
  private readonly roles: (LineRole | undefined)[];
  private readonly pages: (number | undefined)[];
  private readonly hidden = new Set<number>();
  private readonly pageStarts = new Set<number>();
  /** The figures that close each line: looked at once, however many readers ask. */
  private readonly closing: (ClosingFigures | undefined)[];

  constructor(
    readonly lines: readonly Line[],
    private readonly texts: string[] = lines.map((line) => (isTooLong(line) ? '' : line.text)),
  ) {
    this.roles = new Array<LineRole | undefined>(lines.length);
    this.pages = new Array<number | undefined>(lines.length);
    this.closing = new Array<ClosingFigures | undefined>(lines.length);
  }

  /** Gives the line its role. A line keeps the first role it gets. */
  claim(index: number, role: LineRole): void {
    if (this.roles[index] === undefined && this.text(index) !== '') this.roles[index] = role;
  }

  /** Gives the line another role, when what follows shows that the first was wrong. */
  reclaim(index: number, role: LineRole): void {
    if (this.text(index) !== '') this.roles[index] = role;
  }

  /** Claims a line that stands on the page but not in the text: to every reader from now on it is blank. */
  hide(index: number, role: LineRole): void {
    this.claim(index, role);
    this.hidden.add(index);
    this.texts[index] = '';
    this.closing[index] = undefined;
  }

  isHidden(index: number): boolean {
    return this.hidden.has(index);
  }

  /** The same lines with no role yet but for what is hidden: to look ahead without claiming. */
  copy(): LineLedger {
    const copy = new LineLedger(this.lines, [...this.texts]);
    for (const index of this.hidden) copy.hide(index, this.role(index));
    return copy;
  }

  /** The role the line has so far. */
  role(index: number): LineRole {
    return this.roles[index] ?? 'unrecognised';
  }

  isClaimed(index: number): boolean {
    return this.roles[index] !== undefined;
  }

  /** Trimmed text of the line; '' past the end, on a blank line, and for a line too long to be one, which nobody can claim. */
  text(index: number): string {
    return this.texts[index] ?? '';
  }

  /** The figures that close the line. */
  figures(index: number): ClosingFigures {
    return (this.closing[index] ??= closingFigures(this.text(index)));
  }

  isIndented(index: number): boolean {
    return this.pageStarts.has(index) || (this.lines[index]?.indented ?? false);
  }

  /** Notes that the line is the first of its page, now that what stood above it is hidden. */
  startPage(index: number): void {
    this.pageStarts.add(index);
  }

  /** Do two lines stand on different pages of a source that has them? */
  isOtherPage(left: number, right: number): boolean {
    return this.lines[left]?.page !== this.lines[right]?.page;
  }

  /** The first non-blank line from `index` on, before `end`; `end` when there is none. */
  nextFilled(index: number, end: number): number {
    let at = index;
    while (at < end && this.text(at) === '') at += 1;
    return Math.min(at, end);
  }

  /** Notes that the lines from..to (0-based, inclusive) stand on a page whose printed number is known. */
  setPage(from: number, to: number, page: number): void {
    for (let index = Math.max(from, 0); index <= to; index += 1) this.pages[index] = page;
  }

  private pageOf(index: number): number | null {
    return this.lines[index]?.page ?? this.pages[index] ?? null;
  }

  /** The place of a line as the document names it. */
  source(index: number): Source {
    const [line, page, box] = [index + 1, this.pageOf(index), this.lines[index]?.box];
    return box === undefined ? { line, page } : { line, page, box };
  }

  /** The words of the line with their places; null where the source does not tell them. */
  words(index: number): readonly Word[] | null {
    const line = this.lines[index];
    return line === undefined || this.text(index) === '' ? null : wordsOf(line);
  }

  /** Every non-blank line with its role, in order. */
  filledLines(): readonly SourceLine[] {
    const filled: SourceLine[] = [];
    this.lines.forEach((line, index) => {
      if (line.text === '') return;
      filled.push({
        number: index + 1,
        page: this.pageOf(index),
        text: line.text,
        role: this.roles[index] ?? 'unrecognised',
      });
    });
    return filled;
  }
}

/** Counts roles; what nobody claimed is unrecognised. */
export function accountOf(lines: readonly SourceLine[]): LineAccount {
  const roles: Record<string, number> = {};
  const unrecognised: number[] = [];
  for (const line of lines) {
    roles[line.role] = (roles[line.role] ?? 0) + 1;
    if (line.role === 'unrecognised') unrecognised.push(line.number);
  }
  return { total: lines.length, roles, unrecognised };
}
