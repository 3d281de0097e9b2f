import type { PlanNode } from '../../plan/document';
import { FLOWS, KINDS, type Flow, type Kind } from '../../plan/vocabulary';
import type { PlanTree } from '../tree';
import { sumOfFigures, type CreditFigures } from './creditFigures';
import type { CreditLine } from './creditLines';
import { severestOf, type Verdict } from './verdict';

/** The sum of lines of one year and direction: of the whole plan, or of what stands under a node. */
export interface CreditTotal extends CreditFigures {
  /** null: the whole plan. */
  readonly node: PlanNode | null;
  readonly year: number;
  /** null: all kinds. */
  readonly kind: Kind | null;
  readonly direction: Flow;
  /** How many lines it adds up. */
  readonly lines: number;
  /** The severest of its lines. */
  readonly verdict: Verdict | null;
}

/** Adds lines that belong to one year, kind (or all kinds) and direction. */
export const totalOf = (
  lines: readonly CreditLine[],
  head: Pick<CreditTotal, 'node' | 'year' | 'kind' | 'direction'>,
): CreditTotal => ({
  ...head,
  ...sumOfFigures(lines),
  lines: lines.length,
  verdict: severestOf(lines.map(({ verdict }) => verdict)),
});

/** Totals by kind and of all kinds, per direction, of lines of one year. */
function totalsOf(node: PlanNode | null, year: number, lines: readonly CreditLine[]): readonly CreditTotal[] {
  return [...KINDS, null].flatMap((kind) =>
    FLOWS.flatMap((direction): readonly CreditTotal[] => {
      const own = lines.filter((line) => line.direction === direction && (kind === null || line.kind === kind));
      return own.length === 0 ? [] : [totalOf(own, { node, year, kind, direction })];
    }),
  );
}

/**
 * Per year: the totals of the whole plan, then those of every node above lines with what stands on it itself, in the
 * order of the plan.
 */
export function creditTotals(lines: readonly CreditLine[], { byId }: PlanTree): readonly CreditTotal[] {
  const summing = new Set(lines.flatMap(({ above }) => above));
  const years = new Map<number, Map<string | null, CreditLine[]>>();
  for (const line of lines) {
    const nodes = years.get(line.year) ?? new Map<string | null, CreditLine[]>();
    years.set(line.year, nodes);
    const own = line.node !== null && summing.has(line.node.id) ? [line.node.id] : [];
    for (const id of [null, ...own, ...line.above]) {
      const below = nodes.get(id);
      if (below) below.push(line);
      else nodes.set(id, [line]);
    }
  }
  return [...years].flatMap(([year, nodes]) =>
    [...nodes]
      .map(([id, below]) => ({ node: id === null ? null : (byId.get(id) ?? null), below }))
      .sort((left, right) => (left.node?.order ?? -1) - (right.node?.order ?? -1))
      .flatMap(({ node, below }) => totalsOf(node, year, below)),
  );
}
