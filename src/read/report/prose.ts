import type { TextSection } from '../../plan/document';
import type { LineRole } from '../../plan/lineRole';
import { WrappedText } from '../wrap';
import type { ReportContext } from './context';
import { claimCover, claimFooter } from './furniture';

/** The parts of a report that are prose: covers and running heads are furniture, the rest is kept as headings, paragraphs and items. */

type Block = TextSection['blocks'][number];

const ITEM = /^(?:[•▪\uF0B7]|o\s|-\s|\d{1,2}\)\s)/u;
const NUMBERED_HEADING = /^(?:[IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2})+\.?)\s?\S/;
/** A heading is a line of its own, starts with a capital, and does not close like a sentence. */
const MAX_HEADING_LENGTH = 80;

/** Reads what no section reader claimed between `start` and `end`; a cover ends the text before it. */
export function readProse(context: ReportContext, start: number, end: number): readonly TextSection[] {
  const { ledger } = context;
  const sections: TextSection[] = [];
  let blocks: Block[] = [];
  let first = start;
  let previousRole: LineRole | null = null;
  let next = start;
  const close = (): void => {
    if (blocks.length > 0) sections.push({ title: blocks[0]?.text ?? '', blocks, source: ledger.source(first) });
    blocks = [];
  };
  for (;;) {
    const at = ledger.nextFilled(next, end);
    if (at >= end) break;
    const past = claimFooter(ledger, at, end);
    const cover: LineRole | null = past > at ? 'footer' : claimCover(context, at, previousRole);
    if (cover !== null) {
      if (cover === 'cover' || cover === 'coverSchema') close();
      previousRole = cover;
      next = Math.max(past, at + 1);
      continue;
    }
    previousRole = null;
    if (blocks.length === 0) first = at;
    const block = readBlock(context, at, end, blocks.length === 0);
    blocks.push(block.block);
    next = block.next;
  }
  close();
  return sections;
}

/** One heading, paragraph or list item: the lines up to a blank line, the next item or a page number. */
function readBlock(
  context: ReportContext,
  start: number,
  end: number,
  opens: boolean,
): { readonly block: Block; readonly next: number } {
  const { ledger } = context;
  const text = ledger.text(start);
  const role = ITEM.test(text) ? 'item' : isHeading(context, start, end, opens) ? 'heading' : 'paragraph';
  ledger.claim(start, ROLES[role]);
  if (role === 'heading') return { block: { role, text, line: start + 1 }, next: start + 1 };
  const joined = new WrappedText();
  joined.add(text);
  let next = start + 1;
  while (
    next < end &&
    ledger.text(next) !== '' &&
    !ITEM.test(ledger.text(next)) &&
    !isHeading(context, next, end, false)
  ) {
    joined.add(ledger.text(next));
    ledger.claim(next, ROLES[role]);
    next += 1;
  }
  return { block: { role, text: joined.toString(), line: start + 1 }, next };
}

const ROLES = { item: 'proseItem', heading: 'proseHeading', paragraph: 'prose' } as const;

function isHeading({ ledger }: ReportContext, index: number, end: number, opens: boolean): boolean {
  const text = ledger.text(index);
  if (text.length > MAX_HEADING_LENGTH || /[.;,…]$/.test(text) || !/^\p{Lu}/u.test(text)) return false;
  const alone = ledger.text(index - 1) === '' && (index + 1 >= end || ledger.text(index + 1) === '');
  return opens || alone || NUMBERED_HEADING.test(text) || (text.endsWith(':') && ledger.text(index - 1) === '');
}
