import type { OffBalanceEntry, OffBalanceRow } from '../../plan/document';
import { closingFigures, readFigureRow, type FigureRow } from '../figures';
import { joinLines } from '../wrap';
import { reportUnrecognised, type ReportContext } from './context';
import { nextContent } from './furniture';

/** "Niet in de balans opgenomen rechten en verplichtingen": amounts per account code; the labels follow per page, in an order of their own. */

export const OFF_BALANCE_TITLE = /^Niet in de balans opgenomen rechten en verplichtingen$/i;
const HEAD = /^DEBET CREDIT SALDO$/i;
const ACCOUNT = /^(?:0\d{1,6}|TOTAAL)$/;
const ENTRY = /^(\d{7,12}) (\S.*)$/;
const FIGURES = 3;

export interface OffBalanceReading {
  readonly rows: readonly OffBalanceRow[];
  readonly entries: readonly OffBalanceEntry[];
  readonly labels: readonly string[];
  readonly firstLabel: number | null;
  readonly next: number;
}

/** A row of the table; its label is the code of the account, or the number and the words of a booking. */
function readAccountRow(text: string): FigureRow | null {
  const blank = text.indexOf(' ');
  const code = text.slice(0, Math.max(blank, 0));
  if (!ACCOUNT.test(code)) return readFigureRow(closingFigures(text), FIGURES);
  const row = readFigureRow(closingFigures(text.slice(blank + 1)), FIGURES);
  return row === null || row.label !== '' ? null : { ...row, label: code };
}

/** What one page of the table has given so far. */
interface Page {
  readonly rows: OffBalanceRow[];
  readonly entries: OffBalanceEntry[];
  readonly labels: string[][];
  firstLabel: number | null;
  /** The line of the last label, which may go on. */
  labelEnd: number;
}

/**
 * Reads one page of the table, from its title on:
 *
 *     DEBET CREDIT SALDO
 *     021 1.000,00 0,00 1.000,00                      an account
 *     2024000012 Waarborg loods 1.000,00 0,00 1.000,00      a booking of that account
 *     Zakelijke zekerheden                            labels, for all accounts of the page
 */
export function readOffBalance(context: ReportContext, start: number, end: number): OffBalanceReading {
  const { ledger } = context;
  const page: Page = { rows: [], entries: [], labels: [], firstLabel: null, labelEnd: -1 };
  ledger.claim(start, 'offBalanceTitle');
  let next = start + 1;
  for (;;) {
    const at = nextContent(ledger, next, end);
    if (at >= end) break;
    const text = ledger.text(at);
    next = at + 1;
    const figures = HEAD.test(text) ? null : readAccountRow(text);
    if (HEAD.test(text)) ledger.claim(at, 'offBalanceHead');
    else if (figures) addFigures(context, page, figures, at);
    else if (ledger.isIndented(at) || /\d$/.test(text) || !/^\p{L}/u.test(text)) {
      // The labels go on to the end of the page; a new page without the title is another part.
      next = at;
      break;
    } else addLabel(context, page, at);
  }
  const { rows, entries, labels, firstLabel } = page;
  return { rows, entries, labels: labels.map(joinLines), firstLabel, next };
}

/** A row of an account, or of a booking under the account above it. */
function addFigures(context: ReportContext, { rows, entries }: Page, { label, amounts }: FigureRow, at: number): void {
  const { ledger } = context;
  const [debit, credit, balance] = amounts;
  const cells = {
    debitCents: debit?.cents ?? 0,
    creditCents: credit?.cents ?? 0,
    balanceCents: balance?.cents ?? 0,
  };
  const entry = ENTRY.exec(label);
  const account = rows.at(-1)?.code;
  if (ACCOUNT.test(label)) {
    rows.push({ code: label, ...cells, label: null, source: ledger.source(at) });
    ledger.claim(at, 'offBalanceRow');
  } else if (entry && account !== undefined) {
    const [, reference = '', description = ''] = entry;
    entries.push({ account, reference, description, ...cells, source: ledger.source(at) });
    ledger.claim(at, 'offBalanceEntry');
  } else reportUnrecognised(context, at);
}

function addLabel({ ledger }: ReportContext, page: Page, at: number): void {
  page.firstLabel ??= at;
  if (page.labelEnd === at - 1) page.labels.at(-1)?.push(ledger.text(at));
  else page.labels.push([ledger.text(at)]);
  page.labelEnd = at;
  ledger.claim(at, 'offBalanceLabel');
}
