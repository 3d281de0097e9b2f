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

/** Reads one page of the table, from its title on. */
export function readOffBalance(context: ReportContext, start: number, end: number): OffBalanceReading {
  const { ledger } = context;
  const rows: OffBalanceRow[] = [];
  const entries: OffBalanceEntry[] = [];
  const labels: string[][] = [];
  let firstLabel: number | null = null;
  let labelEnd = -1;
  ledger.claim(start, 'offBalanceTitle');
  let next = start + 1;
  for (;;) {
    const at = nextContent(ledger, next, end);
    if (at >= end) break;
    const text = ledger.text(at);
    next = at + 1;
    if (HEAD.test(text)) {
      ledger.claim(at, 'offBalanceHead');
      continue;
    }
    const figures = readAccountRow(text);
    if (figures) {
      const [debit, credit, balance] = figures.amounts;
      const amounts = {
        debitCents: debit?.cents ?? 0,
        creditCents: credit?.cents ?? 0,
        balanceCents: balance?.cents ?? 0,
      };
      const entry = ENTRY.exec(figures.label);
      const account = rows.at(-1)?.code;
      if (ACCOUNT.test(figures.label)) {
        rows.push({ code: figures.label, ...amounts, label: null, source: ledger.source(at) });
        ledger.claim(at, 'offBalanceRow');
      } else if (entry && account !== undefined) {
        entries.push({
          account,
          reference: entry[1] ?? '',
          description: entry[2] ?? '',
          ...amounts,
          source: ledger.source(at),
        });
        ledger.claim(at, 'offBalanceEntry');
      } else reportUnrecognised(context, at);
      continue;
    }
    if (ledger.isIndented(at) || /\d$/.test(text) || !/^\p{L}/u.test(text)) {
      // The labels go on to the end of the page; a new page without the title is another part.
      next = at;
      break;
    }
    firstLabel ??= at;
    if (labelEnd === at - 1) labels.at(-1)?.push(text);
    else labels.push([text]);
    labelEnd = at;
    ledger.claim(at, 'offBalanceLabel');
  }
  return { rows, entries, labels: labels.map(joinLines), firstLabel, next };
}
