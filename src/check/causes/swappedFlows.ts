import type { Amount } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { EVALUATION } from '../../plan/vocabulary';
import { amountsBalance } from '../amounts/sums';
import { causeCheck } from '../cause';

const OTHER = { expenditure: 'receipts', receipts: 'expenditure', balance: 'balance' } as const;

/** Expenditure and receipts of a block that changed places: its balances have the wrong sign, and sums around it break on both sides. */
export const amountsSwappedFlows = causeCheck({
  id: 'amounts.swapped-flows',
  severity: 'error',
  nl: [
    'In het financiële blok van {block} staan uitgaven en ontvangsten op elkaars plaats: zo sluiten de optellingen.',
    'Wissel de twee rijen om.',
  ],
  en: [
    'In the finance block of {block} expenditure and receipts stand in each other’s place: that way the sums close.',
    'Exchange the two rows.',
  ],
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers', 'offBalance', 'participations'],
  *causes(document, { say }, broken) {
    const nodes = new Set(
      broken
        .filter(({ identity }) => identity.check === amountsBalance.id)
        .map(({ identity }) => (identity.target.at?.of === 'plan' ? identity.target.at.node : undefined)),
    );
    for (const node of nodes) {
      if (node === undefined) continue;
      const isOfBlock = (amount: Amount): boolean => amount.node === node && amount.schema === EVALUATION;
      const line = document.amounts.find(isOfBlock)?.source.line ?? null;
      yield {
        finding: {
          place: placeAt({ node, schema: EVALUATION, line }),
          figures: { block: node ?? say('het hele plan', 'the whole plan') },
        },
        mended: {
          ...document,
          amounts: document.amounts.map((amount) =>
            isOfBlock(amount) ? { ...amount, direction: OTHER[amount.direction] } : amount,
          ),
        },
      };
    }
  },
});
