import { blockBalances } from '../../figures/identities/balances';
import { childSums, planTotal } from '../../figures/identities/children';
import { sumCheck } from '../check';

export const amountsBalance = sumCheck({
  id: 'amounts.balance',
  about: {
    nl: 'Saldo = ontvangsten - uitgaven in elk financieel blok.',
    en: 'Balance = receipts - expenditure in every finance block.',
  },
  reads: ['info', 'nodes', 'amounts'],
  identities: blockBalances,
});

export const amountsChildren = sumCheck({
  id: 'amounts.children',
  about: {
    nl: 'Een knoop is de som van de knopen eronder (acties -> actieplan -> beleidsdoelstelling), per soort, richting, fase en jaar.',
    en: 'A node is the sum of the nodes under it (actions -> action plan -> objective), per kind, direction, phase and year.',
  },
  reads: ['info', 'nodes', 'amounts'],
  identities: childSums,
});

export const amountsTotal = sumCheck({
  id: 'amounts.total',
  about: {
    nl: 'Het totaal van het plan is de som van de beleidsdoelstellingen en van de verrichtingen zonder beleidsdoelstelling.',
    en: 'The plan total is the sum of the objectives and of the operations without an objective.',
  },
  reads: ['info', 'nodes', 'amounts', 'statements'],
  identities: planTotal,
});
