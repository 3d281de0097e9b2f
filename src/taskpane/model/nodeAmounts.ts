import type { Transfer } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { DIRECTIONS, KINDS, type Direction, type Kind, type Phase } from '../../plan/vocabulary';
import type { Cell } from '../../figures/cell';
import { realisationRate } from '../../figures/realisation';
import { yearsOf, type PlanIndex } from './planIndex';

/** One line of the amounts of a node, in cents; null is not printed. */
export interface AmountLine {
  readonly year: number;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly cents: Readonly<Record<Phase, Cents | null>>;
  /** Share of the final budget that was realised, as a fraction; null without one. */
  readonly rate: number | null;
}

export interface NodeAmounts {
  readonly lines: readonly AmountLine[];
  /** Nothing is printed at the node itself: the figures are sums of what is below it. */
  readonly rolledUp: boolean;
}

/** The amounts of a node (null: the whole plan) as printed, or rolled up from below when it prints none. */
export function nodeAmounts({ rollup }: PlanIndex, node: string | null): NodeAmounts {
  const printed = (cell: Cell): Cents | null => rollup.printed(node, cell)?.cents ?? null;
  const rolled = (cell: Cell): Cents | null =>
    cell.direction === 'balance' ? rollup.balance(node, cell) : rollup.rolled(node, cell);
  const own = linesOf(yearsOf(rollup), printed);
  if (own.length > 0) return { lines: own, rolledUp: false };
  return { lines: linesOf(yearsOf(rollup), rolled), rolledUp: true };
}

function linesOf(years: readonly number[], centsAt: (cell: Cell) => Cents | null): readonly AmountLine[] {
  return years.flatMap((year) =>
    KINDS.flatMap((kind) =>
      DIRECTIONS.flatMap((direction): readonly AmountLine[] => {
        const at = (phase: Phase): Cents | null => centsAt({ year, kind, direction, phase });
        const cents = {
          initialBudget: at('initialBudget'),
          finalBudget: at('finalBudget'),
          actual: at('actual'),
          plan: at('plan'),
        };
        if (Object.values(cents).every((value) => value === null)) return [];
        const rate = direction === 'balance' ? null : realisationRate(cents.actual, cents.finalBudget);
        return [{ year, kind, direction, cents, rate }];
      }),
    ),
  );
}

/** The credits of a node that were carried over: its own, or those of every action under a plan or objective. */
export function nodeTransfers({ document, rollup }: PlanIndex, id: string): readonly Transfer[] {
  const code = rollup.tree.byId.get(id)?.code ?? id;
  return document.transfers.filter(
    ({ node, actionPlan, objective }) => node === code || actionPlan === code || objective === code,
  );
}
