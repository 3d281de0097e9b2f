import type { Statement, StatementColumn } from '../../plan/document';
import type { AccountOverride } from '../../plan/ledger';
import type { Cents } from '../../plan/money';
import { plainLayout } from '../../schema/layout/layout';
import { balanceTarget, splitId } from './balanceSheet';
import type { Books } from './books';
import { REPORT_UNIT } from './debt';
import { layoutRow, RowSums, statementOf, total } from './statement';
import type { AccountStock } from './stocks';

/** The columns of both parts of T5, side by side; a part leaves those of the other empty. */
const COLUMNS = [
  'Boekwaarde op 1 januari',
  'Aankopen',
  'Verkopen',
  'Overboekingen',
  'Herwaarderingen',
  'Afschrijvingen en waardeverminderingen',
  'Toevoeging',
  'Verrekening',
  'Andere mutaties',
  'Boekwaarde op 31 december',
] as const;

/** Places of the columns. */
const OPENING = 0;
const BOUGHT = 1;
const SOLD = 2;
const MOVED = 3;
const REVALUED = 4;
const WRITTEN_OFF = 5;
const ADDED = 6;
const SETTLED = 7;
const OTHER = 8;
const CLOSING = 9;

const ASSET_COLUMNS = new Set([OPENING, BOUGHT, SOLD, MOVED, REVALUED, WRITTEN_OFF, OTHER, CLOSING]);
const NET_COLUMNS = new Set([OPENING, ADDED, SETTLED, OTHER, CLOSING]);

/** Fourth digit of a fixed asset (accounts.md): 8 revaluation, 9 depreciation and write-down; both unconfirmed. */
const REVALUATION = '8';
const DEPRECIATION = '9';
const SORT_DIGIT = 3;

const PARTS = ['T5.equity', 'T5'] as const;

const NET = 'T5.equity';
const isNet = (id: string): boolean => id.startsWith(`${NET}.`);

/** The net movement of an account, debit positive. */
const movement = ({ debit, credit }: AccountStock): Cents => total([debit, -credit]);

const line = (figures: Readonly<Record<number, Cents>>): readonly Cents[] => COLUMNS.map((_, at) => figures[at] ?? 0);

/** What the trial balance says of a fixed asset: its stocks, revaluations and depreciation. */
function assetFigures(stock: AccountStock): readonly Cents[] {
  const sort = stock.account[SORT_DIGIT];
  return line({
    [OPENING]: stock.opening,
    [CLOSING]: stock.closing,
    [REVALUED]: sort === REVALUATION ? movement(stock) : 0,
    [WRITTEN_OFF]: sort === DEPRECIATION ? total([-movement(stock)]) : 0,
  });
}

const netFigures = ({ opening, closing, debit, credit }: AccountStock): readonly Cents[] =>
  line({ [OPENING]: total([-opening]), [CLOSING]: total([-closing]), [ADDED]: credit, [SETTLED]: debit });

/** What lines bought and sold, by three digits of the account. */
function addLines(books: Books, sums: RowSums, overrides: readonly AccountOverride[]): void {
  const { year } = books.report;
  for (const prefix of books.byAsset.names) {
    const target = balanceTarget('T5', prefix, overrides);
    if (!target) continue;
    const of = (flow: 'expenditure' | 'receipts'): Cents =>
      books.byAsset.at(prefix, year, 'investment', flow, 'actual');
    sums.addTo(...splitId(target.row, PARTS), line({ [BOUGHT]: of('expenditure'), [SOLD]: of('receipts') }));
  }
}

/** The rest: what is in the stocks and in no other column. */
function withRest(values: readonly Cents[], net: boolean): readonly (Cents | null)[] {
  const at = (column: number): Cents => values[column] ?? 0;
  const known = net
    ? [at(OPENING), at(ADDED), -at(SETTLED)]
    : [at(OPENING), at(BOUGHT), -at(SOLD), at(MOVED), at(REVALUED), -at(WRITTEN_OFF)];
  const rest = total([at(CLOSING), ...known.map((cents) => -cents)]);
  const shown = net ? NET_COLUMNS : ASSET_COLUMNS;
  return values.map((cents, column) => {
    if (column === OTHER) return rest;
    return shown.has(column) ? cents : null;
  });
}

/** T5, the movements of fixed assets and of net assets; null without a trial balance of the year. */
export function assetStatement(books: Books, overrides: readonly AccountOverride[] = []): Statement | null {
  const { year, set, kind } = books.report;
  const accounts = books.stocks.accounts(REPORT_UNIT, year);
  if (kind !== 'annualAccounts' || !accounts) return null;
  const sums = new RowSums(COLUMNS.length);
  for (const stock of accounts) {
    const target = balanceTarget('T5', stock.account, overrides);
    if (!target) continue;
    sums.addTo(...splitId(target.row, PARTS), isNet(target.row) ? netFigures(stock) : assetFigures(stock));
  }
  addLines(books, sums, overrides);
  const columns = COLUMNS.map((label): StatementColumn => ({ year, phase: 'actual', label }));
  const rows = plainLayout('T5', set).map((row) => {
    const id = row.id === 'T5.total' ? 'T5' : row.id;
    return layoutRow(row, withRest(sums.at(id), isNet(row.id)));
  });
  return statementOf('T5', set, columns, rows);
}
