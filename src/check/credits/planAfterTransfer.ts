import { sumCheck } from '../check';
import { minusTerm, type Identity, type IdentityTerm } from '../../figures/identity';
import { afterTransfers } from '../../figures/comparisons';
import { quantityLabel } from '../../figures/quantities';
import { transferCell } from './transferTotals';
import type { CheckContext } from '../context';
import type { PlanDocument } from '../../plan/document';
import { both } from '../../plan/phrase';

const flip = ({ cell, sign }: IdentityTerm): IdentityTerm => ({ cell, sign: sign === 1 ? -1 : 1 });

/** T1 of the version after carry-over names another plan than J3: what J3 gives less what was carried to later years. */
function* identities(document: PlanDocument, context: CheckContext): Iterable<Identity> {
  for (const { after, credit } of afterTransfers(document, context)) {
    const [first, ...others] = after.terms;
    if (!first) continue;
    const lines = document.transfers.filter(
      ({ kind, direction, fromYear }) => `${kind} ${direction}` === after.name && fromYear === after.year,
    );
    yield {
      check: creditsPlanAfterTransfer.id,
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

/** The plan column of T1 for the closed year is the final credit less the credits carried over (BBC.md, norms and credits). */
export const creditsPlanAfterTransfer = sumCheck({
  id: 'credits.plan-after-transfer',
  about: {
    nl: 'De kolom Meerjarenplan van het afgesloten jaar in T1 (versie na overdracht) is het eindkrediet van J3 min de overgedragen kredieten.',
    en: 'The plan column of the closed year in T1 (version after carry-over) is the final credit of J3 less the credits carried over.',
  },
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers'],
  identities,
});
