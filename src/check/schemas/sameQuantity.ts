import { sumCheck } from '../check';
import type { Identity, IdentityTerm } from '../../figures/identity';
import { comparisonsOf } from '../../figures/comparisons';
import { quantityLabel, type Quantity } from '../../figures/quantities';
import { both } from '../../plan/phrase';

const flip = ({ cell, sign }: IdentityTerm): IdentityTerm => ({ cell, sign: sign === 1 ? -1 : 1 });

/** States that two places print one quantity: the first figure of the second place is the target. */
function equality(check: string, left: Quantity, right: Quantity): Identity | null {
  const [first, ...others] = right.terms;
  if (!first) return null;
  return {
    check,
    target: first.cell,
    terms: [...left.terms, ...others.map(flip)],
    rule: both(
      `${quantityLabel(left.name)} volgens ${left.where}`,
      `${quantityLabel(left.name)} according to ${left.where}`,
    ),
    subject: left.where,
  };
}

/**
 * The same quantity in different schemas, year by year: evaluation = J1 = J2 = J3 = T1 = T2 (BBC.md, identities 1 and 2). Each place is
 * held against the first one before it that prints the same accounts or the same plan version; others are not comparable.
 */
export const schemasSameQuantity = sumCheck({
  id: 'schemas.same-quantity',
  about: {
    nl: 'Uitgaven, ontvangsten, saldo’s en budgettair resultaat zijn dezelfde in beleidsevaluatie, J1, J2, J3, T1 en T2, per jaar en alleen binnen dezelfde jaarrekening of planversie.',
    en: 'Expenditure, receipts, balances and the budgetary result are the same in the evaluation, J1, J2, J3, T1 and T2, per year and only within the same accounts or plan version.',
  },
  reads: ['info', 'nodes', 'amounts', 'statements'],
  *identities(document, context) {
    for (const {
      quantity,
      references: [reference],
    } of comparisonsOf(document, context)) {
      const identity = reference ? equality(schemasSameQuantity.id, reference, quantity) : null;
      if (identity) yield identity;
    }
  },
});
