import { planAfterTransfer } from '../../figures/identities/planAfterTransfer';
import { transferTotals } from '../../figures/identities/transferTotals';
import { sumCheck } from '../check';

export const creditsPlanAfterTransfer = sumCheck({
  id: 'credits.plan-after-transfer',
  about: {
    nl: 'De kolom Meerjarenplan van het afgesloten jaar in T1 (versie na overdracht) is het eindkrediet van J3 min de overgedragen kredieten.',
    en: 'The plan column of the closed year in T1 (version after carry-over) is the final credit of J3 less the credits carried over.',
  },
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers'],
  identities: planAfterTransfer,
});

export const creditsTransferTotal = sumCheck({
  id: 'credits.transfer-total',
  about: {
    nl: 'De totalen onder de lijsten van overgedragen kredieten zijn tot op de cent de som van hun lijnen; het resultaat is ontvangsten - uitgaven.',
    en: 'The totals under the lists of credits carried over are to the cent the sum of their lines; the result is receipts - expenditure.',
  },
  reads: ['info', 'nodes', 'amounts', 'transfers'],
  identities: transferTotals,
});
