import type { PlanDocument } from '../../plan/document';
import type { Identity, IdentityTerm } from '../identity';
import { comparisonsOf } from '../comparisons';
import { quantityLabel, type FigureSource, type Quantity } from '../quantities';
import { both } from '../../plan/phrase';

const flip = ({ cell, sign }: IdentityTerm): IdentityTerm => ({ cell, sign: sign === 1 ? -1 : 1 });

/** States that two places print one quantity: the first figure of the second place is the target. */
function equality(left: Quantity, right: Quantity): Identity | null {
  const [first, ...others] = right.terms;
  if (!first) return null;
  return {
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
export function* sameQuantities(document: PlanDocument, source: FigureSource): Iterable<Identity> {
  for (const { quantity, references } of comparisonsOf(document, source)) {
    const [reference] = references;
    const identity = reference ? equality(reference, quantity) : null;
    if (identity) yield identity;
  }
}
