import type { Amount, StatementColumn } from '../../plan/document';
import type { Kind } from '../../plan/vocabulary';
import { EVALUATION } from '../../plan/vocabulary';
import { directionOfLabel, kindOfLabel } from '../../schema/rows/labels';
import { readFigureRow } from '../figures';
import { reportUnrecognised, type ReportContext } from './context';
import { pairColumns, readPhases, readYears } from './columns';
import { nextContent } from './furniture';

/** The finance block under a plan node: year, phases, then rows per kind. Rows that are zero in all columns are not printed. */

/** Does a finance block start here: a line that is years only, followed by a line that is phases only? */
export function startsFinanceBlock(context: ReportContext, index: number, end: number): boolean {
  const { ledger } = context;
  const initial = ledger.text(index).charCodeAt(0);
  if (initial !== ONE && initial !== TWO) return false;
  if (readYears(ledger.text(index)) === null) return false;
  const next = ledger.nextFilled(index + 1, end);
  return next < end && readPhases(ledger.text(next)) !== null;
}

const ONE = '1'.charCodeAt(0);
const TWO = '2'.charCodeAt(0);

/** Reads the block that starts at `index` for a node (null: the plan total); gives the amounts and the first index after it. */
export function readFinanceBlock(
  context: ReportContext,
  index: number,
  end: number,
  node: string | null,
): { readonly amounts: readonly Amount[]; readonly next: number } {
  const { ledger } = context;
  const heads = ledger.nextFilled(index + 1, end);
  const columns = pairColumns(readYears(ledger.text(index)) ?? [], readPhases(ledger.text(heads)) ?? []);
  ledger.claim(index, 'financeYear');
  ledger.claim(heads, 'financeColumns');
  if (columns === null) {
    reportUnrecognised(context, heads);
    return { amounts: [], next: heads + 1 };
  }
  const amounts: Amount[] = [];
  let kind: Kind | null = null;
  let next = heads + 1;
  for (;;) {
    const at = nextContent(ledger, next, end);
    if (at >= end) break;
    const text = ledger.text(at);
    const heading = kindOfLabel(text);
    if (heading !== null) {
      kind = heading;
      ledger.claim(at, 'financeKind');
    } else {
      const row = kind === null ? null : readFinanceRow(context, at, columns, node, kind);
      if (row !== null) {
        amounts.push(...row);
        ledger.claim(at, 'financeRow');
      } else if (directionOfLabel(text.slice(0, text.indexOf(' '))) !== null) reportUnrecognised(context, at);
      else break;
    }
    next = at + 1;
  }
  return { amounts, next };
}

function readFinanceRow(
  context: ReportContext,
  index: number,
  columns: readonly StatementColumn[],
  node: string | null,
  kind: Kind,
): readonly Amount[] | null {
  const row = readFigureRow(context.ledger.text(index), columns.length);
  const direction = row === null ? null : directionOfLabel(row.label);
  if (row === null || direction === null) return null;
  const source = context.ledger.source(index);
  return row.amounts.map(({ cents, unit }, position) => {
    const column = columns[position];
    return {
      node,
      year: column?.year ?? 0,
      kind,
      direction,
      phase: column?.phase ?? 'actual',
      cents,
      unit,
      schema: EVALUATION,
      version: null,
      source,
    };
  });
}
