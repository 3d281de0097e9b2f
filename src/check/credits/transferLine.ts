import type { Transfer } from '../../plan/document';
import { transferPlace } from '../../figures/transferPlaces';
import { ruleCheck } from '../check';

/** An entity is that of the lists when at least this share of the lines has it: several entities may stand in one report. */
const RULE_SHARE = 0.8;

/** A line of another entity than nearly all others. */
export const creditsTransferEntity = ruleCheck({
  id: 'credits.transfer-entity',
  severity: 'attention',
  nl: [
    'De overdracht {id} staat op naam van {printed}, de andere op naam van {usual}.',
    'Verbeter de entiteit, of zet de lijn in het verslag van {printed}.',
  ],
  en: [
    'Transfer {id} is in the name of {printed}, the others in that of {usual}.',
    'Correct the entity, or put the line in the report of {printed}.',
  ],
  reads: ['transfers'],
  *rule({ transfers }) {
    const lines = new Map<string, Transfer[]>();
    for (const transfer of transfers) lines.set(transfer.entity, [...(lines.get(transfer.entity) ?? []), transfer]);
    const [usual] = [...lines].sort((left, right) => right[1].length - left[1].length);
    if (!usual || usual[1].length < transfers.length * RULE_SHARE) return;
    for (const transfer of transfers) {
      if (transfer.entity === usual[0]) continue;
      yield {
        place: transferPlace(transfer),
        figures: { id: transfer.id, printed: transfer.entity, usual: usual[0] },
      };
    }
  },
});
