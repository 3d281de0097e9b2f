import { placeAt, type Place } from '../../plan/finding';
import type { BudgetLine, Ledger, TrialBalanceEntry } from '../../plan/ledger';
import type { Misfit } from '../../figures/accounts/problems';
import type { RuleFinding } from '../check';

/** Rows named one by one; of more, how many there are. */
const NAMED_ROWS = 12;

/** "5, 9, 12" or "5, 9, ... (+ 40)". */
export function rowsText(rows: readonly number[]): string {
  const named = rows.slice(0, NAMED_ROWS).join(', ');
  return rows.length > NAMED_ROWS ? `${named}, ... (+ ${rows.length - NAMED_ROWS})` : named;
}

/** The heading of a column as it stands in the file, else our own name of it. */
export const headingOf = ({ headings }: Ledger, file: string, key: string, name: string): string =>
  headings?.[file]?.[key] ?? name;

const lineAt = (line: number): Place => placeAt({ line });

/** One finding about the rows that share a value: file, rows, column, and what is nearest. */
export function misfitFinding(
  ledger: Ledger,
  { value, entries, nearest }: Misfit<BudgetLine | TrialBalanceEntry>,
  column: { readonly key: string; readonly name: string },
): RuleFinding<'file' | 'rows' | 'value' | 'nearest'> {
  const { file = '', line } = entries[0]?.source ?? { line: 1 };
  const rows = entries.map(({ source }) => source.line);
  return {
    place: lineAt(line),
    figures: {
      file,
      row: line,
      rows: rowsText(rows),
      column: headingOf(ledger, file, column.key, column.name),
      value: value === '' ? '-' : value,
      nearest: nearest ?? '-',
    },
    subject: `${file}|${column.key}|${value}`,
  };
}
