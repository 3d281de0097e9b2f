import type { OffBalanceRow } from '../../plan/document';
import type { Ledger } from '../../plan/ledger';
import type { Books } from './books';
import { filledIn } from './stocks';
import { total } from './statement';

/** Accounts of class 0 of the closed year as T5 lists them: debit, credit and balance, openings included. */
export function offBalanceRows({ report, group }: Books, { balance }: Ledger): readonly OffBalanceRow[] {
  return balance
    .filter(
      ({ account, year, entity }) =>
        account.startsWith('0') && (year ?? report.year) === report.year && group.unitOf(entity) === 0,
    )
    .map((entry) => {
      const { opening, debit, credit, closing } = filledIn(entry);
      return {
        code: entry.account,
        debitCents: total([debit, opening > 0 ? opening : 0]),
        creditCents: total([credit, opening < 0 ? -opening : 0]),
        balanceCents: closing,
        label: entry.description || null,
        source: entry.source,
      };
    });
}
