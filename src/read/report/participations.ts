import type { Participation } from '../../plan/document';
import { readFigureRow } from '../figures';
import type { ReportContext } from './context';

/** "Overzicht participaties": one name and book value per line, closed by a total. */

export const PARTICIPATIONS_TITLE = /^Overzicht (?:van de )?participaties\b/i;
const TOTAL = /^totaal\b/i;
/** Words and a date that complete the head of the value column. */
const HEAD = /^(?:waardering op|boekwaarde)?\s*\d{2}[./]\d{2}[./]\d{4}$/i;
/** The list stands together; this many lines without an amount and it is over. */
const MAX_HEAD_LINES = 3;

export function readParticipations(
  context: ReportContext,
  start: number,
  end: number,
): { readonly participations: readonly Participation[]; readonly next: number } {
  const { ledger } = context;
  ledger.claim(start, 'participationsHead');
  const participations: Participation[] = [];
  let next = start + 1;
  let heads = 0;
  for (;;) {
    const at = ledger.nextFilled(next, end);
    if (at >= end) break;
    const text = ledger.text(at);
    const row = readFigureRow(ledger.figures(at), 1);
    const cents = row?.amounts[0]?.cents;
    if (HEAD.test(text) && heads < MAX_HEAD_LINES) {
      heads += 1;
      ledger.claim(at, 'participationsHead');
    } else if (row && row.label !== '' && cents !== undefined) {
      const total = TOTAL.test(row.label);
      ledger.claim(at, total ? 'participationsTotal' : 'participation');
      if (!total) participations.push({ name: row.label, cents, source: ledger.source(at) });
      if (total) return { participations, next: at + 1 };
    } else break;
    next = at + 1;
  }
  return { participations, next };
}
