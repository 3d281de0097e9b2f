import { ruleCheck } from '../check';
import { blockCell, statementCell } from '../../figures/printed';
import { cellOf } from '../../figures/cell';
import { TRANSFER_COLUMNS } from '../../figures/transferPlaces';
import { transferCell } from '../../figures/identities/transferTotals';
import type { CellRef } from '../../figures/identity';
import { isUnassigned } from '../../schema/rows/unassigned';
import { EVALUATION } from '../../plan/vocabulary';
import { hasFigures } from '../../schema/relations/relation';

/** Expenditure, receipts and transfers below zero: a correction of an earlier year, or a sign too many. */
export const amountsSign = ruleCheck({
  id: 'amounts.sign',
  severity: 'attention',
  nl: [
    '{cell} is negatief: {printedCents}.',
    'Uitgaven en ontvangsten worden zonder minteken gedrukt; kijk na of het een correctie is.',
  ],
  en: [
    '{cell} is negative: {printedCents}.',
    'Expenditure and receipts are printed without a minus sign; check whether it is a correction.',
  ],
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers'],
  *rule(document, context) {
    const negative: CellRef[] = document.amounts
      .filter(
        ({ direction, cents, schema }) =>
          direction !== 'balance' && schema === EVALUATION && cents !== null && cents < 0,
      )
      .map((amount) => blockCell(document, context.rollup, amount.node, cellOf(amount)));
    for (const statement of document.statements) {
      for (const [index, row] of statement.rows.entries()) {
        const flow = row.direction === 'expenditure' || row.direction === 'receipts';
        if (!flow || !hasFigures(row) || isUnassigned(row)) continue;
        for (const [column, value] of row.values.entries())
          if (value !== null && value < 0) negative.push(statementCell(statement, index, column));
      }
    }
    for (const transfer of document.transfers) {
      for (const column of TRANSFER_COLUMNS) if (transfer[column] < 0) negative.push(transferCell(transfer, column));
    }
    for (const cell of negative) yield { place: cell.place, figures: { cell: cell.name, printedCents: cell.cents } };
  },
});
