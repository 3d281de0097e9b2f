import { amountsBalance } from './amounts/balance';
import { amountsChildren, amountsTotal } from './amounts/children';
import { amountsRounding } from './amounts/rounding';
import { amountsWrongFigure } from './amounts/wrongFigure';
import type { Check } from './check';
import { creditsPlanAfterTransfer } from './credits/planAfterTransfer';
import { creditsTransferTotal } from './credits/transferTotals';
import { schemasParticipations, schemasSurplus } from './schemas/balanceSheet';
import { schemasDebtBalance, schemasDebtBase, schemasRepayments } from './schemas/debt';
import { schemasObjectives } from './schemas/objectives';
import { schemasCarriedResult, schemasOffBalance } from './schemas/offBalance';
import { schemasRepeated } from './schemas/repeated';
import { schemasSameQuantity } from './schemas/sameQuantity';
import { schemasBalance, schemasCarry, schemasFormula, schemasMirror, schemasSum } from './schemas/within';

/** Every check, by family. The order is that of the documentation; findings are ordered by severity and place. */
export const CATALOGUE: readonly Check[] = [
  amountsWrongFigure,
  amountsBalance,
  amountsChildren,
  amountsTotal,
  amountsRounding,
  schemasSum,
  schemasFormula,
  schemasBalance,
  schemasCarry,
  schemasMirror,
  schemasObjectives,
  schemasSameQuantity,
  schemasRepeated,
  schemasRepayments,
  schemasDebtBase,
  schemasDebtBalance,
  schemasSurplus,
  schemasParticipations,
  schemasOffBalance,
  schemasCarriedResult,
  creditsTransferTotal,
  creditsPlanAfterTransfer,
];
