import type { PlanDocument } from '../../plan/document';
import { addCents, type Cents } from '../../plan/money';
import { transferSum } from '../sums';
import type { Derivations, FollowTerm } from './derivations';

/** What terms came to when the document was read. */
export interface Computed {
  /** Their signed sum in cents; null when none of them was printed. */
  readonly cents: Cents | null;
  /** How many printed euro figures it was made of: each was rounded on its own. */
  readonly printedParts: number;
  /** Is any of them known to the cent? */
  readonly exact: boolean;
}

const NOTHING: Computed = { cents: null, printedParts: 0, exact: false };

/** The sum of the transfers a term stands for; null when there are none. */
export function transferredCents(
  { transfers }: PlanDocument,
  term: Extract<FollowTerm, { of: 'transfers' }>,
): Cents | null {
  return transferSum(transfers, term.kind, term.direction, term.fromYear);
}

function termWhenRead(base: PlanDocument, { statements, rollup }: Derivations, term: FollowTerm): Computed {
  if (term.of === 'plan') {
    const sum = rollup.below(term.node, term.cell);
    if (sum) return { cents: sum.cents, printedParts: sum.parts, exact: false };
    const own = term.node === null ? null : rollup.rolled(term.node, term.cell);
    return own === null ? NOTHING : { cents: own, printedParts: 1, exact: false };
  }
  if (term.of === 'transfers') {
    const cents = transferredCents(base, term);
    return cents === null ? NOTHING : { cents, printedParts: 0, exact: true };
  }
  const statement = statements[term.statement];
  const cents = statement?.rows[term.row]?.values[term.column] ?? null;
  if (!statement || cents === null) return NOTHING;
  return { cents, printedParts: statement.unit === 'euro' ? 1 : 0, exact: statement.unit === 'cent' };
}

/** What the terms of a figure came to when the document was read, and of how many printed figures. */
export function computedWhenRead(base: PlanDocument, derivations: Derivations, terms: readonly FollowTerm[]): Computed {
  let total = NOTHING;
  for (const term of terms) {
    const { cents, printedParts, exact } = termWhenRead(base, derivations, term);
    if (cents === null) continue;
    total = {
      cents: addCents(total.cents ?? 0, term.sign * cents),
      printedParts: total.printedParts + printedParts,
      exact: total.exact || exact,
    };
  }
  return total;
}
