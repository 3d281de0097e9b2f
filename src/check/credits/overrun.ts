import type { PlanDocument } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { KINDS, type Kind } from '../../plan/vocabulary';
import { rowsWithId } from '../../schema/identify';
import { labelOfKind } from '../../schema/labels';
import { blockCell, statementCell } from '../../figures/printed';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';

const EURO = 100;

/** More was spent than the credit, where the law limits it: expenditure per entity and kind (J3; BBC.md, norms and credits). */
export const creditsLimit = ruleCheck({
  id: 'credits.limit',
  severity: 'error',
  nl: ['{cell}: uitgegeven {actualCents}, krediet {creditCents}; {overCents} te veel. Op dit niveau zijn kredieten limitatief.', 'Het krediet had vooraf aangepast moeten worden; leg de overschrijding uit in de toelichting.'],
  en: ['{cell}: spent {actualCents}, credit {creditCents}; {overCents} too much. On this level credits are limitative.', 'The credit should have been changed beforehand; explain the overrun in the notes.'],
  reads: ['statements'],
  *rule(_document, context) {
    for (const statement of context.statements('J3')) {
      const column = (phase: 'actual' | 'finalBudget'): number => statement.columns.findIndex((head) => head.phase === phase && head.direction === 'expenditure');
      const [actual, credit] = [column('actual'), column('finalBudget')];
      if (actual < 0 || credit < 0) continue;
      const rows = KINDS.flatMap((kind) => rowsWithId(statement, `J3.${kind}`)).sort((left, right) => left - right);
      for (const index of rows) {
        const [spent, allowed] = [statementCell(statement, index, actual), statementCell(statement, index, credit)];
        const over = (spent.cents ?? 0) - (allowed.cents ?? 0);
        if (over <= 0) continue;
        yield { place: spent.place, figures: { cell: spent.name, actualCents: spent.cents, creditCents: allowed.cents, overCents: over } };
      }
    }
  },
});

interface Overrun {
  readonly node: string;
  readonly kind: Kind;
  readonly overCents: Cents;
}

function overrunOf({ rollup }: CheckContext, node: string | null, kind: Kind, year: number): Cents {
  const cents = (phase: 'actual' | 'finalBudget'): Cents => rollup.printed(node, { year, kind, direction: 'expenditure', phase })?.cents ?? 0;
  return cents('actual') - cents('finalBudget');
}

/** Overruns of the lowest nodes that print amounts, by kind. */
function* overruns(document: PlanDocument, context: CheckContext): Iterable<Overrun> {
  const year = document.document.fiscalYear;
  if (year === null) return;
  const { rollup, tree } = context;
  for (const { id } of document.nodes) {
    if (!rollup.hasAmounts(id) || tree.children(id).some((child) => rollup.hasAmounts(child.id))) continue;
    for (const kind of KINDS) {
      const overCents = overrunOf(context, id, kind, year);
      // A euro is rounding: the two figures were rounded apart.
      if (overCents > EURO) yield { node: id, kind, overCents };
    }
  }
}

/** More was spent on an action than its credit. Below the level of J3 that is no breach, but it is good to know who makes up for it. */
export const creditsOverrun = ruleCheck({
  id: 'credits.overrun',
  severity: 'info',
  nl: ['{node}: {overCents} euro meer uitgegeven dan het krediet van {creditCents} ({kind}). {absorbed}', 'Geen inbreuk: kredieten zijn limitatief per entiteit. Leg grote verschillen uit.'],
  en: ['{node}: {overCents} euro more spent than the credit of {creditCents} ({kind}). {absorbed}', 'No breach: credits are limitative per entity. Explain large differences.'],
  reads: ['info', 'nodes', 'amounts'],
  *rule(document, context) {
    const year = document.document.fiscalYear;
    if (year === null) return;
    for (const { node, kind, overCents } of overruns(document, context)) {
      const actual = blockCell(document, context.rollup, node, { year, kind, direction: 'expenditure', phase: 'actual' });
      const credit = blockCell(document, context.rollup, node, { year, kind, direction: 'expenditure', phase: 'finalBudget' });
      const above = context.tree.ancestors(node);
      const top = above.at(-1);
      const absorbing = above.find(({ id }) => overrunOf(context, id, kind, year) <= 0);
      yield {
        place: actual.place,
        figures: {
          kind: labelOfKind(kind),
          actualCents: actual.cents,
          creditCents: credit.cents ?? 0,
          overCents,
          absorbed: absorbing
            ? context.say(`Binnen ${absorbing.id} wordt dat opgevangen.`, `It is made up for within ${absorbing.id}.`)
            : top === undefined
              ? ''
              : context.say(`Ook ${top.id} als geheel gaat over het krediet.`, `${top.id} as a whole exceeds its credit too.`),
        },
      };
    }
  },
});
