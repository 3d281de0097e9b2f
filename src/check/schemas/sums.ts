import { accumulatedSurplus, participations } from '../../figures/identities/balanceSheet';
import { debtBase, debtOnBalance, repayments } from '../../figures/identities/debt';
import { objectivesInJ1 } from '../../figures/identities/objectives';
import { carriedResult, offBalanceSums } from '../../figures/identities/offBalance';
import { repeatedFigures } from '../../figures/identities/repeated';
import { sameQuantities } from '../../figures/identities/sameQuantity';
import {
  carriedStocks,
  formulas,
  headingSums,
  mirroredStocks,
  statementBalances,
} from '../../figures/identities/withinStatement';
import { sumCheck } from '../check';

export const schemasSum = sumCheck({
  id: 'schemas.sum',
  about: {
    nl: 'Een rubriek is de som van de rijen eronder, in elke kolom van elk schema; een totaal is de som van zijn groepen.',
    en: 'A heading is the sum of the rows under it, in every column of every schema; a total is the sum of its groups.',
  },
  reads: ['statements'],
  identities: headingSums,
});

export const schemasFormula = sumCheck({
  id: 'schemas.formula',
  about: {
    nl: 'De genummerde formules van de schema’s: J2/M2 (III = I + II, V = III + IV, VII = V + VI, IX = VII - VIII, autofinancieringsmarge), J5, T2, en J4 activa = passiva.',
    en: 'The numbered formulas of the schemas: J2/M2 (III = I + II, V = III + IV, VII = V + VI, IX = VII - VIII, self-financing margin), J5, T2, and J4 assets = liabilities.',
  },
  reads: ['statements'],
  identities: formulas,
});

export const schemasBalance = sumCheck({
  id: 'schemas.balance',
  about: {
    nl: 'Saldo = ontvangsten - uitgaven waar een schema die drie toont (J1, J2, T1, T2); een saldo dat niet gedrukt is, is nul.',
    en: 'Balance = receipts - expenditure wherever a schema shows the three (J1, J2, T1, T2); a balance that is not printed is zero.',
  },
  reads: ['statements'],
  identities: statementBalances,
});

export const schemasCarry = sumCheck({
  id: 'schemas.carry',
  about: {
    nl: 'Een stand op 1 januari is de stand op 31 december van het jaar ervoor (T4 A.1 en B.1, M2 VI = VII van het jaar ervoor).',
    en: 'A stock on 1 January is the stock on 31 December of the year before (T4 A.1 and B.1, M2 VI = VII of the year before).',
  },
  reads: ['statements'],
  identities: carriedStocks,
});

export const schemasMirror = sumCheck({
  id: 'schemas.mirror',
  about: {
    nl: 'De overboekingen van T4 spiegelen elkaar: A.4 = - B.3.',
    en: 'The transfers within T4 mirror each other: A.4 = - B.3.',
  },
  reads: ['statements'],
  identities: mirroredStocks,
});

export const schemasSameQuantity = sumCheck({
  id: 'schemas.same-quantity',
  about: {
    nl: 'Uitgaven, ontvangsten, saldo’s en budgettair resultaat zijn dezelfde in beleidsevaluatie, J1, J2, J3, T1 en T2, per jaar en alleen binnen dezelfde jaarrekening of planversie.',
    en: 'Expenditure, receipts, balances and the budgetary result are the same in the evaluation, J1, J2, J3, T1 and T2, per year and only within the same accounts or plan version.',
  },
  reads: ['info', 'nodes', 'amounts', 'statements'],
  identities: sameQuantities,
});

export const schemasRepeated = sumCheck({
  id: 'schemas.repeated',
  about: {
    nl: 'Wat J2 herhaalt, is gelijk: exploitatiesaldo, periodieke aflossingen, (gecorrigeerde) autofinancieringsmarge en, bij één entiteit, de geconsolideerde resultaten.',
    en: 'What J2 repeats is equal: operating balance, periodic repayments, (corrected) self-financing margin and, with one entity, the consolidated results.',
  },
  reads: ['statements'],
  identities: repeatedFigures,
});

export const schemasObjectives = sumCheck({
  id: 'schemas.objectives',
  about: {
    nl: 'De bedragen van een beleidsdoelstelling in J1 zijn die van haar financieel blok in de beleidsevaluatie.',
    en: 'The amounts of an objective in J1 are those of its finance block in the evaluation.',
  },
  reads: ['info', 'nodes', 'amounts', 'statements'],
  identities: objectivesInJ1,
});

export const schemasRepayments = sumCheck({
  id: 'schemas.repayments',
  about: {
    nl: 'De periodieke aflossingen zijn dezelfde in J2 (autofinancieringsmarge II.a), T2 (financieringsuitgaven A.1) en T4 (B.2, negatief).',
    en: 'The periodic repayments are the same in J2 (self-financing margin II.a), T2 (financing expenditure A.1) and T4 (B.2, negative).',
  },
  reads: ['statements'],
  identities: repayments,
});

export const schemasDebtBase = sumCheck({
  id: 'schemas.debt-base',
  about: {
    nl: 'De gecorrigeerde aflossingen van J2 zijn 8 % van de totale financiële schulden van T4 op het einde van het jaar ervoor.',
    en: 'The corrected repayments of J2 are 8 % of the total financial debt of T4 at the end of the year before.',
  },
  reads: ['statements'],
  identities: debtBase,
});

export const schemasDebtBalance = sumCheck({
  id: 'schemas.debt-balance',
  about: {
    nl: 'De financiële schulden op de balans (J4) zijn die van T4: op lange termijn (A), binnen het jaar vervallend (B), op korte termijn (C).',
    en: 'The financial debt on the balance sheet (J4) is that of T4: long term (A), due within the year (B), short term (C).',
  },
  reads: ['statements'],
  identities: debtOnBalance,
});

export const schemasSurplus = sumCheck({
  id: 'schemas.surplus',
  about: {
    nl: 'De wijziging van het gecumuleerd overschot of tekort op de balans (J4) is het over te dragen overschot of tekort van J5.',
    en: 'The change of the accumulated surplus or deficit on the balance sheet (J4) is the surplus or deficit that J5 carries over.',
  },
  reads: ['statements'],
  identities: accumulatedSurplus,
});

export const schemasParticipations = sumCheck({
  id: 'schemas.participations',
  severity: 'attention',
  about: {
    nl: 'De opgesomde participaties zijn samen de financiële vaste activa van de balans (J4).',
    en: 'The participations listed add up to the financial fixed assets of the balance sheet (J4).',
  },
  reads: ['statements', 'participations'],
  identities: participations,
});

export const schemasOffBalance = sumCheck({
  id: 'schemas.off-balance',
  about: {
    nl: 'Rechten en verplichtingen buiten balans: saldo = debet - credit, en een rekening is de som van de rekeningen en boekingen eronder.',
    en: 'Off-balance rights and commitments: balance = debit - credit, and an account is the sum of the accounts and bookings under it.',
  },
  reads: ['offBalance'],
  identities: offBalanceSums,
});

export const schemasCarriedResult = sumCheck({
  id: 'schemas.carried-result',
  about: {
    nl: 'Het saldo van de rekening 09x buiten balans is het gecumuleerd budgettair resultaat van vorig boekjaar (J2 VI).',
    en: 'The balance of off-balance account 09x is the accumulated budgetary result of the year before (J2 VI).',
  },
  reads: ['offBalance', 'statements'],
  identities: carriedResult,
});
