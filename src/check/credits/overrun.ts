import type { CreditLine } from '../../figures/reconciliation/creditLines';
import { rowsWithId } from '../../schema/rows/identify';
import { KINDS } from '../../plan/vocabulary';
import { labelOfKind } from '../../schema/rows/labels';
import { blockCell, statementCell } from '../../figures/printed';
import { ruleCheck } from '../check';
import type { CheckContext } from '../context';

/** More was spent than the credit, where the law limits it: expenditure per entity and kind (J3; BBC.md, norms and credits). */
export const creditsLimit = ruleCheck({
  id: 'credits.limit',
  severity: 'error',
  nl: [
    '{cell}: uitgegeven {actualCents}, krediet {creditCents}; {overCents} te veel. Op dit niveau zijn kredieten limitatief.',
    'Het krediet had vooraf aangepast moeten worden; leg de overschrijding uit in de toelichting.',
  ],
  en: [
    '{cell}: spent {actualCents}, credit {creditCents}; {overCents} too much. On this level credits are limitative.',
    'The credit should have been changed beforehand; explain the overrun in the notes.',
  ],
  reads: ['statements'],
  *rule(_document, context) {
    for (const statement of context.statements('J3')) {
      const column = (phase: 'actual' | 'finalBudget'): number =>
        statement.columns.findIndex((head) => head.phase === phase && head.direction === 'expenditure');
      const [actual, credit] = [column('actual'), column('finalBudget')];
      if (actual < 0 || credit < 0) continue;
      const rows = KINDS.flatMap((kind) => rowsWithId(statement, `J3.${kind}`)).sort((left, right) => left - right);
      for (const index of rows) {
        const [spent, allowed] = [statementCell(statement, index, actual), statementCell(statement, index, credit)];
        const over = (spent.cents ?? 0) - (allowed.cents ?? 0);
        if (over <= 0) continue;
        yield {
          place: spent.place,
          figures: { cell: spent.name, actualCents: spent.cents, creditCents: allowed.cents, overCents: over },
        };
      }
    }
  },
});

/** The nodes above a line, from the parent up, and the first of them that as a whole stays within its credit. */
function absorption(
  { reconciliation: { totals } }: CheckContext,
  line: CreditLine,
): { readonly absorbing: string | null; readonly top: string | null } {
  const within = (id: string): boolean =>
    totals.some(
      ({ node, year, kind, direction, final, actual }) =>
        node?.id === id &&
        year === line.year &&
        kind === line.kind &&
        direction === line.direction &&
        (actual ?? 0) <= (final ?? 0),
    );
  return { absorbing: line.above.find(within) ?? null, top: line.above.at(-1) ?? null };
}

/** An overrun of at least this share of the credit is worth an explanation; what had no credit at all is told by itself. */
const LARGE_OVERRUN = 0.1;

/** More was spent on an action than its credit. Below the level of J3 that is no breach, but it is good to know who makes up for it. */
export const creditsOverrun = ruleCheck({
  id: 'credits.overrun',
  severity: 'info',
  nl: [
    '{node}: {overCents} euro meer uitgegeven dan het krediet van {creditCents} ({kind}). {absorbed}',
    'Geen inbreuk: kredieten zijn limitatief per entiteit. Leg grote verschillen uit.',
  ],
  en: [
    '{node}: {overCents} euro more spent than the credit of {creditCents} ({kind}). {absorbed}',
    'No breach: credits are limitative per entity. Explain large differences.',
  ],
  reads: ['info', 'nodes', 'amounts'],
  *rule(document, context) {
    const year = document.document.fiscalYear;
    if (year === null) return;
    const { noticeableCents } = context.settings.thresholds;
    for (const line of context.reconciliation.lines) {
      const { node, kind, overrun } = line;
      const counts =
        line.year === year &&
        line.direction === 'expenditure' &&
        (overrun ?? 0) > context.settings.thresholds.exceededCents;
      if (!counts || node === null) continue;
      const cell = (phase: 'actual' | 'finalBudget') =>
        blockCell(document, context.rollup, node.id, { year, kind, direction: 'expenditure', phase });
      const [actual, credit] = [cell('actual'), cell('finalBudget')];
      const { absorbing, top } = absorption(context, line);
      const isLarge =
        (overrun ?? 0) >= noticeableCents &&
        (overrun ?? 0) >= (credit.cents ?? 0) * LARGE_OVERRUN &&
        credit.cents !== 0;
      yield {
        ...(isLarge ? { severity: 'attention' as const } : {}),
        place: actual.place,
        figures: {
          kind: labelOfKind(kind),
          actualCents: actual.cents,
          creditCents: credit.cents ?? 0,
          overCents: overrun,
          absorbed:
            absorbing !== null
              ? context.say(`Binnen ${absorbing} wordt dat opgevangen.`, `It is made up for within ${absorbing}.`)
              : top === null
                ? ''
                : context.say(
                    `Ook ${top} als geheel gaat over het krediet.`,
                    `${top} as a whole exceeds its credit too.`,
                  ),
        },
      };
    }
  },
});
