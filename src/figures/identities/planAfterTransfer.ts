import { minusTerm, type Identity, type IdentityTerm } from '../identity';
import { afterTransfers } from '../comparisons';
import { transferCell } from './transferTotals';
import { quantityLabel, type FigureSource } from '../quantities';
import type { PlanDocument } from '../../plan/document';
import { both } from '../../plan/phrase';

const flip = ({ cell, sign }: IdentityTerm): IdentityTerm => ({ cell, sign: sign === 1 ? -1 : 1 });

/** The plan column of T1 for the closed year is the final credit less the credits carried over (BBC.md, norms and credits). */
export function* planAfterTransfer(document: PlanDocument, source: FigureSource): Iterable<Identity> {
  for (const { after, credit } of afterTransfers(document, source)) {
    const [first, ...others] = after.terms;
    if (!first) continue;
    const lines = document.transfers.filter(
      ({ kind, direction, fromYear }) => `${kind} ${direction}` === after.name && fromYear === after.year,
    );
    yield {
      target: first.cell,
      terms: [...credit.terms, ...others.map(flip), ...lines.map((line) => minusTerm(transferCell(line)))],
      rule: both(
        `${quantityLabel(after.name)}: eindkrediet (J3) - ${lines.length} overdrachten`,
        `${quantityLabel(after.name)}: final credit (J3) - ${lines.length} transfers`,
      ),
      subject: 'overdrachten',
    };
  }
}
