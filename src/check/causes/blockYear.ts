import type { Amount, PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { EVALUATION, type Phase } from '../../plan/vocabulary';
import { causeCheck } from '../cause';

/** One year is the rule for a phase when at least this share of the blocks has it. */
const RULE_SHARE = 0.8;

const isInBlock = ({ schema, revision }: Amount): boolean => schema === EVALUATION && revision === undefined;

/** The year that nearly all finance blocks print for each phase; a phase with several years has none. */
function usualYears({ amounts }: PlanDocument): ReadonlyMap<Phase, number> {
  const nodes = new Map<Phase, Map<number, Set<string | null>>>();
  for (const amount of amounts.filter(isInBlock)) {
    const years = nodes.get(amount.phase) ?? new Map<number, Set<string | null>>();
    years.set(amount.year, (years.get(amount.year) ?? new Set()).add(amount.node));
    nodes.set(amount.phase, years);
  }
  return new Map(
    [...nodes].flatMap(([phase, years]) => {
      const all = [...years].sort((left, right) => right[1].size - left[1].size);
      const [usual] = all;
      const blocks = new Set(all.flatMap(([, of]) => [...of])).size;
      return usual && usual[1].size >= blocks * RULE_SHARE ? [[phase, usual[0]] as const] : [];
    }),
  );
}

/** A finance block under the heading of another year than all the others: its figures fall out of every sum. */
export const amountsBlockYear = causeCheck({
  id: 'amounts.block-year',
  severity: 'error',
  nl: [
    'Het financiële blok van {node} draagt het jaartal {found}, alle andere {usual}; met {usual} sluiten de optellingen.',
    'Verbeter het jaartal in de kop van dit blok.',
  ],
  en: [
    'The finance block of {node} bears the year {found}, all others {usual}; with {usual} the sums close.',
    'Correct the year in the heading of this block.',
  ],
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers', 'offBalance', 'participations'],
  *causes(document) {
    const usual = usualYears(document);
    const odd = new Map<string | null, Amount[]>();
    for (const amount of document.amounts) {
      const year = usual.get(amount.phase);
      if (isInBlock(amount) && year !== undefined && amount.year !== year)
        odd.set(amount.node, [...(odd.get(amount.node) ?? []), amount]);
    }
    for (const [node, amounts] of odd) {
      const [first] = amounts;
      if (!first) continue;
      yield {
        finding: {
          place: placeAt({ node, schema: EVALUATION, line: first.source.line }),
          figures: { found: first.year, usual: usual.get(first.phase) ?? null, count: amounts.length },
        },
        mended: {
          ...document,
          amounts: document.amounts.map((amount) =>
            amounts.includes(amount) ? { ...amount, year: usual.get(amount.phase) ?? amount.year } : amount,
          ),
        },
      };
    }
  },
});
