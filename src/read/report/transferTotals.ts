import { parseAmount } from '../../plan/amountText';
import type { TransferTotal } from '../../plan/document';
import type { Direction, Kind } from '../../plan/vocabulary';
import { directionOfLabel, kindOfLabel } from '../../schema/rows/labels';
import type { ReportContext } from './context';
import { nextContent } from './furniture';

export const TOTALS_HEAD = /^(?:ENTITEIT TYPE BUDGET SOORT|BUDGET|ENTITEIT|MJP \d{4}-\d{4})$/;
export const TOTALS_COLUMNS = /^(\d{4}(?: \d{4})*) TOTAAL$/;

/** What the lines of the totals read so far say about the next one. */
interface State {
  readonly years: readonly (number | null)[];
  readonly kind: Kind;
  readonly scope: TransferTotal['scope'];
  /** The labels of the group that is open, and how many of its values came. */
  readonly labels: readonly Direction[];
  readonly taken: number;
}

/**
 * The totals, printed column by column: the labels of a group first, then its values once per column.
 *
 *     2025 TOTAAL            the columns: one year, and the total
 *     Uitgave
 *     Ontvangst
 *     -2.500,00              expenditure of 2025, then receipts, then both of the total
 *     0,00
 */
export function readTotals(
  context: ReportContext,
  start: number,
  end: number,
  listKind: Kind,
): { readonly totals: readonly TransferTotal[]; readonly next: number } {
  const totals: TransferTotal[] = [];
  let state: State = { years: [null], kind: listKind, scope: 'entity', labels: [], taken: 0 };
  let next = start;
  for (;;) {
    const at = nextContent(context.ledger, next, end);
    const after = at < end ? step(context, state, totals, at) : null;
    if (after === null) return { totals, next };
    state = after;
    next = at + 1;
  }
}

/** Takes one line; null when it is none of the totals. */
function step(context: ReportContext, state: State, totals: TransferTotal[], at: number): State | null {
  const { ledger } = context;
  const text = ledger.text(at);
  const columns = TOTALS_COLUMNS.exec(text);
  if (columns || TOTALS_HEAD.test(text)) {
    ledger.claim(at, 'transferTotalsHead');
    return columns ? { ...state, years: [...(columns[1] ?? '').split(' ').map(Number), null] } : state;
  }
  const amount = /,\d{2}$/.test(text) ? parseAmount(text) : null;
  const { labels, taken, years, kind, scope } = state;
  if (amount && labels.length > 0 && taken < labels.length * years.length) {
    const direction = labels[taken % labels.length] ?? 'balance';
    const year = years[Math.floor(taken / labels.length)] ?? null;
    totals.push({ kind, scope, direction, year, amountCents: amount.cents, source: ledger.source(at) });
    ledger.claim(at, 'transferTotal');
    return { ...state, taken: taken + 1 };
  }
  const labelled = takeLabel(state, text);
  const isName = text === context.entity?.name || (totals.length === 0 && labels.length === 0);
  if (labelled === null && !isName) return null;
  ledger.claim(at, 'transferTotalsLabel');
  return labelled ?? state;
}

/** "Uitgave", "TOTAAL UITGAVEN" or "Investeringen"; null for other words. */
function takeLabel(state: State, text: string): State | null {
  const total = /^TOTAAL (.+)$/.exec(text);
  const direction = directionOfTotal(total?.[1] ?? text);
  if (direction === null) {
    const kind = kindOfLabel(text);
    return kind === null ? null : { ...state, kind };
  }
  const opens = total !== null || state.taken > 0;
  return {
    ...state,
    scope: total ? 'total' : state.scope,
    labels: opens ? [direction] : [...state.labels, direction],
    taken: opens ? 0 : state.taken,
  };
}

const directionOfTotal = (text: string): Direction | null =>
  /^resultaat$/i.test(text) ? 'balance' : directionOfLabel(text);
