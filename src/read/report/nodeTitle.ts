import { holdsMoney } from '../figures';
import type { ReportContext } from './context';
import { startsFinanceBlock } from './financeBlock';
import { isFooter } from './furniture';
import { isSentinel, parseHeading, withoutStar, type NodeHeading } from './heading';
import { parsePeriod } from './period';

/** No title wraps over more lines (the longest of the seed has 12); past it something else is going on. */
const MAX_TITLE_LINES = 20;

/** Parts of a node that follow its title. */
const PART_LABEL = /^(?:periode|looptijd|omschrijving|toelichting|status|verantwoordelijke?)\s*:/i;

/** A title may stand this many lines under its heading, a blank line between. */
const TITLE_GAP = 3;
/** A line that fills the width of the page goes on under it. */
const WRAPPED_LENGTH = 60;

/** Does a title that started on the line of its heading go on here? */
const wraps = (line: string, next: string): boolean =>
  /^\p{Ll}/u.test(next) ||
  (line.length >= WRAPPED_LENGTH && !/[.!?:]$/.test(line)) ||
  (line === line.toUpperCase() && next === next.toUpperCase() && /\p{Lu}/u.test(next));

/** The lines of a title, and the first line after it. */
export interface NodeTitle {
  readonly lines: readonly string[];
  readonly next: number;
}

/**
 * Reads and claims the title of the node whose heading stands at `index`: on the line of the heading and the lines it
 * wraps over, or under it, with a gap between or without.
 *
 *     Prioritaire actie: AC000001          Prioritaire actie: AC000001: We leggen een fietspad aan tussen het
 *     We leggen een fietspad aan           station en het zwembad
 */
export function readNodeTitle(context: ReportContext, index: number, heading: NodeHeading, end: number): NodeTitle {
  const { ledger } = context;
  const title: string[] = heading.title === '' ? [] : [heading.title];
  let next = index + 1;
  if (title.length === 0 && ledger.text(next) === '') {
    const filled = ledger.nextFilled(next, end);
    if (filled - index <= TITLE_GAP && isTitleLine(context, filled, end)) next = filled;
  }
  while (next < end && title.length < MAX_TITLE_LINES && isTitleLine(context, next, end)) {
    const text = ledger.text(next);
    if (heading.title !== '' && !wraps(title.at(-1) ?? '', text)) break;
    title.push(text);
    ledger.claim(next, 'nodeTitle');
    next += 1;
  }
  return { lines: title.map(withoutStar), next };
}

function isTitleLine(context: ReportContext, index: number, end: number): boolean {
  const { ledger, headings } = context;
  const text = ledger.text(index);
  return (
    text !== '' &&
    parsePeriod(text) === null &&
    parseHeading(text, headings) === null &&
    !text.startsWith('Toelichting evaluatie') &&
    !isSentinel(text) &&
    !isFooter(text) &&
    !closesInFigures(context, index) &&
    !ledger.isHidden(index) &&
    !PART_LABEL.test(text) &&
    !(/^\d/.test(text) && startsFinanceBlock(context, index, end))
  );
}

/** Closes the line like a row of a table? No title does. */
function closesInFigures({ ledger }: ReportContext, index: number): boolean {
  const { count } = ledger.figures(index);
  return count > 1 || (count === 1 && holdsMoney(ledger.text(index)));
}
