import type { LineRole } from '../../plan/lineRole';
import type { LineLedger } from '../ledger';
import { endsInDigit } from './lineEnds';
import type { ReportContext } from './context';

/** Page furniture: footers, page numbers, running heads and the covers of parts. It carries no content but the page number. */

/** "JAARREKENING ORIGINEEL 2024 : Balans 2024" */
const FOOTER_TITLE = /^\p{Lu}[\p{Lu} ]{4,60} \d{4} : .{3,120} \d{4}(?:-\d{4})?$/u;
/** "Waterdorp (0123.456.789) 2 / 155", with the moment of printing or without. */
const FOOTER_ENTITY =
  /^.{2,120} \(\d{4}\.\d{3}\.\d{3}\) (?:\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2} )?\d{1,4} \/ \d{1,4}$/;
const BARE_NUMBER = /^\d{1,4}$/;
/** "2.4. DE BALANS" */
const COVER_NUMBER = /^\d{1,2}\.\d{1,2}\. \p{Lu}/u;
const COVER_SCHEMA = /^SCHEMA [JTM]\d$/;
const CAPITALS = /^[\p{Lu}\d][\p{Lu}\d '’.,&()/-]*$/u;
/** "Waterdorp (Marktplein 4, 9999 Waterdorp)" */
const ENTITY_WITH_ADDRESS = /^.{2,80} \([^()]{3,80}, \d{4} [^()]{2,40}\)$/;

/** Both lines of a footer close with a digit and hold a sign between blanks; that look spares most lines the patterns. */
export const isFooter = (text: string): boolean =>
  endsInDigit(text) &&
  ((text.includes(' : ') && FOOTER_TITLE.test(text)) || (text.includes(' / ') && FOOTER_ENTITY.test(text)));

/**
 * Claims the footer that starts at `index`: title line, entity line with the page of the part, and the bare page number of the
 * document, of which one or two may be missing. Gives the index after it, or `index` when no footer starts here.
 */
export function claimFooter(ledger: LineLedger, index: number, end: number): number {
  if (!isFooter(ledger.text(index))) return index;
  let at = index;
  let last = index;
  while (at < end && isFooter(ledger.text(at))) {
    ledger.claim(at, 'footer');
    last = at + 1;
    at = ledger.nextFilled(last, end);
  }
  if (at < end && BARE_NUMBER.test(ledger.text(at)) && at - last <= 1) {
    ledger.claim(at, 'pageNumber');
    // No page is number 0: such a line is told, and numbers nothing.
    if (Number(ledger.text(at)) > 0) numberPage(ledger, at, Number(ledger.text(at)));
    last = at + 1;
  }
  return last;
}

/** The first line from `index` on that is neither blank nor part of a footer, which it claims; `end` when there is none. */
export function nextContent(ledger: LineLedger, index: number, end: number): number {
  let at = ledger.nextFilled(index, end);
  while (at < end && isFooter(ledger.text(at))) at = ledger.nextFilled(claimFooter(ledger, at, end), end);
  return at;
}

/** The lines from the last page start up to the page number stand on that page. A page starts with an indented line or after a footer. */
function numberPage(ledger: LineLedger, numberIndex: number, page: number): void {
  const own = numberIndex - OWN_FOOTER_LINES;
  for (let start = numberIndex; start >= 0 && numberIndex - start < MAX_PAGE_LINES; start -= 1) {
    const opens = start === 0 || ledger.isIndented(start) || (start < own && isFooter(ledger.text(start - 1)));
    if (opens) {
      ledger.setPage(start, numberIndex, page);
      return;
    }
  }
}

/** The lines of the footer that the page number closes. */
const OWN_FOOTER_LINES = 3;

/** No printed page has more lines, blank ones included; a longer stretch means a page start went unseen. */
const MAX_PAGE_LINES = 120;

/** Claims one line of covers and running heads between the parts of the report; false when it is none. */
export function claimCover(context: ReportContext, index: number, previousRole: LineRole | null): LineRole | null {
  const text = context.ledger.text(index);
  const role = coverRole(context, text, previousRole);
  if (role !== null) context.ledger.claim(index, role);
  return role;
}

function coverRole(context: ReportContext, text: string, previousRole: LineRole | null): LineRole | null {
  if (BARE_NUMBER.test(text)) return 'pageNumber';
  if (COVER_SCHEMA.test(text)) return 'coverSchema';
  if (COVER_NUMBER.test(text)) return 'cover';
  if (previousRole === 'cover' && CAPITALS.test(text)) return 'cover';
  if (ENTITY_WITH_ADDRESS.test(text)) return 'coverEntity';
  const { entity } = context;
  if (entity === null || !sameStart(text, entity.name)) return text === entity?.address ? 'coverEntity' : null;
  const rest = text.slice(entity.name.length).trim();
  const digits = entity.enterpriseNumber?.replace(/\D/g, '') ?? '';
  const withoutNumber = digits !== '' && rest.startsWith(digits) ? rest.slice(digits.length).trim() : rest;
  if (withoutNumber === '') return 'coverEntity';
  return /^\p{L}{4,30} \d{4}$/u.test(withoutNumber) ? 'runningHead' : null;
}

const sameStart = (text: string, name: string): boolean =>
  text.startsWith(name) && !/\S/.test(text[name.length] ?? ' ');
