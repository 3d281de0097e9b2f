import { directionOfLabel, kindOfLabel } from '../../schema/rows/labels';
import { numberedTitle } from '../../schema/titles';
import { closingFigures, holdsMoney } from '../figures';
import type { LineLedger } from '../ledger';
import type { Line } from '../lines';
import { parseHeadLine } from '../table/headLine';
import { isHeadOfReport } from './head';
import { isSentinel, parseHeading } from './heading';
import { endsInDigit } from './lineEnds';
import { isTitleOfPart } from './sections';

/** So many lines at the top and at the foot of a page may be furniture. */
const EDGE = 5;
/** On so many pages a line must stand to be furniture; on both of a document that has two. */
const FEWEST_PAGES = 3;
/** A running head stands on the same height of every page, in points. */
const SAME_HEIGHT = 6;

interface Occurrence {
  readonly index: number;
  readonly page: number;
  readonly numbers: readonly number[];
}

/**
 * Hides what stands on page after page at the same place: running heads, feet, counters, dossier numbers, stamps. Known
 * by its repetition, not by its words, before any section is looked for; heads of tables and titles are never furniture.
 */
export function hideRepeatedLines(ledger: LineLedger): void {
  hidePageCounters(ledger);
  const pages = pagesOf(ledger);
  if (pages.length < 2) return;
  const fewest = Math.min(FEWEST_PAGES, pages.length);
  const groups = new Map<string, Occurrence[]>();
  pages.forEach((lines, page) => {
    for (const index of edgesOf(ledger, lines)) {
      const text = ledger.text(index);
      if (isContent(text)) continue;
      const key = `${text.replace(/\d+/g, '#').replace(/\s+/g, ' ')}|${heightOf(ledger.lines[index])}`;
      const numbers = (text.match(/\d+/g) ?? []).map(Number);
      groups.set(key, [...(groups.get(key) ?? []), { index, page, numbers }]);
    }
  });
  for (const found of groups.values()) {
    if (!isFurniture(found, fewest)) continue;
    for (const { index } of found) ledger.hide(index, isCounter(found) ? 'pageNumber' : 'runningHead');
  }
  for (const lines of pages) {
    const first = lines.find((index) => ledger.text(index) !== '');
    if (first !== undefined) ledger.startPage(first);
  }
}

/** "Pagina 3 van 12" says itself what it is. */
const PAGE_COUNTER = /^(?:-\s*)?(?:pagina|blz\.?|bladzijde)\s*:?\s*\d{1,4}(?:\s*(?:van|\/|-)\s*\d{1,4})?$/i;

function hidePageCounters(ledger: LineLedger): void {
  ledger.lines.forEach(({ text }, index) => {
    if (text.length <= LONGEST_COUNTER && endsInDigit(text) && PAGE_COUNTER.test(text))
      ledger.hide(index, 'pageNumber');
  });
}

const LONGEST_COUNTER = 40;

/** The lines of each page that are not blank, where the source has pages. */
function pagesOf(ledger: LineLedger): readonly (readonly number[])[] {
  const pages = new Map<number, number[]>();
  ledger.lines.forEach(({ page, text }, index) => {
    if (page === undefined || text === '') return;
    const lines = pages.get(page);
    if (lines) lines.push(index);
    else pages.set(page, [index]);
  });
  return [...pages.values()];
}

/** The first and last lines of a page, and what is written in another direction. */
function edgesOf(ledger: LineLedger, lines: readonly number[]): ReadonlySet<number> {
  const plain = lines.filter((index) => ledger.lines[index]?.aside !== true);
  const aside = lines.filter((index) => ledger.lines[index]?.aside === true);
  return new Set([...plain.slice(0, EDGE), ...plain.slice(-EDGE), ...aside]);
}

/** Lines without a place on the page are held together by their words alone. */
const heightOf = (line: Line | undefined): string =>
  line?.box === undefined || line.aside === true ? '' : String(Math.round(line.box[3] / SAME_HEIGHT));

/** What stands at the top of page after page because the table or the part goes on. */
function isContent(text: string): boolean {
  if (text.length < SHORTEST) return !/^\d+$/.test(text);
  const { count } = closingFigures(text);
  return (
    (count > 1 && !COUNTER.test(text)) ||
    holdsMoney(text) ||
    kindOfLabel(text) !== null ||
    directionOfLabel(text) !== null ||
    numberedTitle(text) !== null ||
    parseHeading(text) !== null ||
    isSentinel(text) ||
    isHeadOfReport(text) ||
    isTitleOfPart(text) ||
    isColumnHead(text)
  );
}

const SHORTEST = 4;

/** "Pagina 3 van 12", "3 / 12". */
const COUNTER = /\d{1,4}\s*(?:van|\/|-)\s*\d{1,4}$/i;

const isColumnHead = (text: string): boolean => {
  const line = parseHeadLine(text);
  return line !== null && (line.cells.length > 1 || line.label === '');
};

function isFurniture(found: readonly Occurrence[], fewest: number): boolean {
  const pages = new Set(found.map(({ page }) => page));
  if (pages.size < fewest || !(isCounter(found) || isConstant(found))) return false;
  const following = [...pages].filter((page) => pages.has(page + 1) || pages.has(page + 2)).length;
  return following >= fewest - 1;
}

const isConstant = (found: readonly Occurrence[]): boolean =>
  found.every(({ numbers }) => numbers.join() === found[0]?.numbers.join());

/** Does one of the numbers rise with the pages, and do the others stay? */
function isCounter(found: readonly Occurrence[]): boolean {
  const [first] = found;
  if (first === undefined || first.numbers.length === 0) return false;
  const kinds = first.numbers.map((number, at) => {
    if (found.every(({ numbers }) => numbers[at] === number)) return 'stays';
    const rises = found.every(({ numbers, page }) => (numbers[at] ?? 0) - number === page - first.page);
    const restarts = found.every(
      ({ numbers }, each) => each === 0 || isNext(found[each - 1]?.numbers[at], numbers[at]),
    );
    return rises || restarts ? 'rises' : 'other';
  });
  // The total of a part changes where its pages start anew.
  return kinds.includes('rises') && kinds.filter((kind) => kind === 'other').length <= 1;
}

const isNext = (before: number | undefined, now: number | undefined): boolean =>
  before !== undefined && now !== undefined && (now > before || now === 1);
