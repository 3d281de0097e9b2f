import type { Amount, PlanNode } from '../../plan/document';
import type { Cents } from '../../plan/money';
import type { BudgetLine, Ledger } from '../../plan/ledger';
import { DIRECTIONS, EVALUATION, KINDS, type Direction, type Kind, type Phase } from '../../plan/vocabulary';
import { isInternalAccount } from '../../schema/accounts';
import type { Books } from './books';
import { less } from './statement';
import { Placements } from './placement';
import { measure, MEASURES, Tally, type Measure } from './tally';

const PLAN_TOTAL = ' plan';

/** The node of an action and everything above it, by the code that lines bear. */
function chains(nodes: readonly PlanNode[]): (action: string) => readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byCode = new Map(
    nodes.flatMap((node) => (node.code === null ? [] : [[node.code.toLowerCase(), node.id] as const])),
  );
  const known = new Map<string, readonly string[]>();
  return (action) => {
    const found = known.get(action);
    if (found) return found;
    const chain: string[] = [];
    for (let id = byCode.get(action.toLowerCase()) ?? null; id !== null && !chain.includes(id);) {
      chain.push(id);
      id = byId.get(id)?.parent ?? null;
    }
    known.set(action, chain);
    return chain;
  };
}

const PHASES: Readonly<Record<Books['report']['kind'], readonly (readonly [Phase, Measure])[]>> = {
  annualAccounts: [
    ['actual', 'actual'],
    ['finalBudget', 'final'],
    ['initialBudget', 'initial'],
  ],
  multiYearPlan: [['plan', 'future']],
};

/** Years whose amounts stand under the plan: the closed year, or every year of a plan. */
const yearsOf = ({ report }: Books): readonly number[] =>
  report.kind === 'annualAccounts' ? [report.year] : report.planned;

/**
 * The amounts under each node of the plan, as a report prints its finance blocks: per kind and direction what lines come to, on every
 * level. node null: the report as a whole, with what has no objective.
 */
export function amountsOf(books: Books, { lines, overrides }: Ledger, nodes: readonly PlanNode[]): readonly Amount[] {
  const tally = new Tally();
  const chainOf = chains(nodes);
  const placements = new Placements(overrides);
  const figures = new Float64Array(MEASURES.length);
  const first = new Map<string, BudgetLine>();
  for (const line of lines) {
    const { kind, flow } = placements.of(line);
    const facts = books.facts.get(line.year);
    const isOut = books.group.unitOf(line.entity) > 0 || (books.group.eliminates && isInternalAccount(line.account));
    if (kind === null || flow === null || !facts || isOut) continue;
    measure(line, facts, figures);
    const chain = line.action === null ? [] : chainOf(line.action);
    for (const name of [PLAN_TOTAL, ...chain]) {
      tally.add(name, line.year, kind, flow, figures);
      if (!first.has(name)) first.set(name, line);
    }
  }
  const names = [PLAN_TOTAL, ...nodes.map(({ id }) => id)].filter((name) => tally.has(name));
  return names.flatMap((name) => amountsAt(books, tally, name, first.get(name)));
}

const centsAt = (tally: Tally, name: string, year: number, kind: Kind, direction: Direction, of: Measure): Cents =>
  direction === 'balance'
    ? (less(tally.at(name, year, kind, 'receipts', of), tally.at(name, year, kind, 'expenditure', of)) ?? 0)
    : tally.at(name, year, kind, direction, of);

function amountsAt(books: Books, tally: Tally, name: string, line: BudgetLine | undefined): readonly Amount[] {
  const source = line?.source ?? { line: 1, page: null };
  const phases = PHASES[books.report.kind];
  return yearsOf(books).flatMap((year) =>
    KINDS.flatMap((kind) =>
      DIRECTIONS.flatMap((direction) => {
        const values = phases.map(([phase, of]) => [phase, centsAt(tally, name, year, kind, direction, of)] as const);
        if (values.every(([, cents]) => cents === 0)) return [];
        return values.map(([phase, cents]: readonly [Phase, Cents]): Amount => ({
          node: name === PLAN_TOTAL ? null : name,
          year,
          kind,
          direction,
          phase,
          cents,
          unit: 'cent',
          schema: EVALUATION,
          version: null,
          source,
        }));
      }),
    ),
  );
}
