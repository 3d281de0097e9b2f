import { claimFooter } from './furniture';
import type { ReportContext } from './context';
import { isDossierTitle } from './dossiers';
import { startsFinanceBlock } from './financeBlock';
import { ADDRESS_ON_WEB, CONTENTS, NO_CONTENTS, REFERENCE } from './contents';
import { isSentinel, parseHeading } from './heading';
import type { NarrativeLine } from './narrative';

/** The lines of the text of an evaluation, and the first line after it. */
export interface NarrativeLines {
  readonly lines: readonly NarrativeLine[];
  readonly next: number;
}

/** What the lines read so far say about the next one. */
interface Walk {
  readonly last: number;
  readonly afterBlank: boolean;
  /** Does a footer, or the end of a page, stand between? Then the blank lines around it end no paragraph when the sentence goes on. */
  readonly afterPage: boolean;
}

/**
 * Reads and claims the text that opens at `index`, over blank lines and footers, up to what ends it:
 *
 *     Toelichting evaluatie: Resultaat is behaald. : "In 2024 werd        opening, on the line of its mark
 *     het plan goedgekeurd.
 *     Waterdorp (0123.456.789) 2 / 155                                    a footer: the text goes on
 *     en uitgevoerd."
 *     2024                                                                a finance block: the text has ended
 */
export function readNarrativeLines(
  context: ReportContext,
  index: number,
  opening: string,
  end: number,
): NarrativeLines {
  const { ledger } = context;
  ledger.claim(index, 'evaluation');
  const lines: NarrativeLine[] = opening === '' ? [] : [{ text: opening, afterBlank: false }];
  let walk: Walk = { last: index, afterBlank: false, afterPage: false };
  let next = index + 1;
  while (next < end) {
    const text = ledger.text(next);
    const past = text === '' ? next : claimFooter(ledger, next, end);
    if (text === '') walk = { ...walk, afterBlank: true, afterPage: walk.afterPage || ledger.isHidden(next) };
    else if (past > next) walk = { ...walk, afterPage: true };
    else {
      if (endsNarrative(context, next, end)) break;
      const afterPage = walk.afterPage || ledger.isOtherPage(walk.last, next);
      const goesOn = afterPage && LOWER_CASE.test(text);
      lines.push({ text, afterBlank: walk.afterBlank && lines.length > 0 && !goesOn });
      ledger.claim(next, 'narrative');
      walk = { last: next, afterBlank: false, afterPage: false };
    }
    next = Math.max(past, next + 1);
  }
  return { lines, next };
}

const LOWER_CASE = /^\p{Ll}/u;

/** Does the line open another part? Told from its first letter what it may be. */
function endsNarrative(context: ReportContext, index: number, end: number): boolean {
  const { ledger, headings } = context;
  const text = ledger.text(index);
  switch (text[0]) {
    case 'G':
    case 'g':
    case 'E':
      return isSentinel(text) || NO_CONTENTS.test(text);
    case 'P':
    case 'p':
    case 'N':
    case 'n':
    case 'B':
    case 'b':
    case 'A':
    case 'a':
      return parseHeading(text, headings) !== null || CONTENTS.test(text) || isDossierTitle(text);
    case 'O':
      return REFERENCE.test(text) && ADDRESS_ON_WEB.test(ledger.text(index + 1));
    default:
      return startsFinanceBlock(context, index, end);
  }
}
