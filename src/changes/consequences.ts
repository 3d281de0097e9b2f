import type { PlanDocument } from '../plan/document';
import type { Cents } from '../plan/money';
import { differenceCents, totalCents } from '../figures/sums';
import { rollUp, type Rollup } from '../figures/amounts';
import type { Cell } from '../figures/cell';
import type { Derivations } from '../figures/follow/derivations';
import { cellName, followName, planName, type StatementCell } from '../figures/follow/places';
import type { Change } from './change';

/** What one change moves, in cents: sums of the plan (node null: the whole plan), and cells of statements. */
export interface Consequences {
  readonly plan: readonly { readonly node: string | null; readonly cell: Cell; readonly cents: Cents }[];
  readonly cells: readonly (StatementCell & { readonly cents: Cents })[];
}

interface Dependent extends StatementCell {
  readonly sign: 1 | -1;
}

/** Every cell that follows from a term, by the name of the term. */
function dependentsOf({ rows }: Derivations): ReadonlyMap<string, readonly Dependent[]> {
  const dependents = new Map<string, Dependent[]>();
  rows.forEach((byRow, statement) => {
    for (const [row, columns] of byRow) {
      columns.forEach((terms, column) => {
        for (const term of terms ?? []) {
          const name = followName(term);
          const known = dependents.get(name);
          const dependent = { statement, row, column, sign: term.sign };
          if (known) known.push(dependent);
          else dependents.set(name, [dependent]);
        }
      });
    }
  });
  return dependents;
}

type PlanMove = Consequences['plan'][number];

/** A sum of the plan and all above it. */
const upward = ({ tree }: Rollup, node: string, cell: Cell, cents: Cents): readonly PlanMove[] =>
  [node, ...tree.ancestors(node).map(({ id }) => id), null].map((each) => ({ node: each, cell, cents }));

/** Sums of the plan that a change moves by itself. */
function planMoves(change: Change, before: Rollup, now: Rollup): readonly PlanMove[] {
  if (change.of === 'amount') {
    const move = differenceCents(change.to, change.from);
    return upward(now, change.node, change.cell, move);
  }
  const isMoved = change.of === 'node' && change.field === 'parent';
  if (!isMoved && change.of !== 'removed') return [];
  const { id } = change.node;
  const [from, to] = [before.tree.ancestors(id), isMoved ? now.tree.ancestors(id) : []].map(
    (above) => new Set(above.map((each) => each.id)),
  );
  return [...before.cells.values()].flatMap((cell): readonly PlanMove[] => {
    const cents = before.rolled(id, cell) ?? 0;
    if (cents === 0 || cell.direction === 'balance') return [];
    const left = [...(from ?? [])].filter((each) => !to?.has(each)).map((node) => ({ node, cell, cents: -cents }));
    const joined = [...(to ?? [])].filter((each) => !from?.has(each)).map((node) => ({ node, cell, cents }));
    return [...left, ...joined, ...(isMoved ? [] : [{ node: null, cell, cents: -cents }])];
  });
}

/** Tells what each change moves of what follows from it. O(derivations + cells that move). */
export function consequencesOf(
  base: PlanDocument,
  current: PlanDocument,
  derivations: Derivations,
): (change: Change) => Consequences {
  const dependents = dependentsOf(derivations);
  const [before, now] = [rollUp(base), rollUp(current)];
  return (change) => {
    const plan = planMoves(change, before, now);
    const moved = new Map<string, StatementCell & { cents: Cents }>();
    const push = (name: string, cents: Cents): void => {
      for (const { sign, ...cell } of dependents.get(name) ?? []) {
        const known = moved.get(cellName(cell));
        moved.set(cellName(cell), { ...cell, cents: totalCents([known?.cents ?? 0, sign * cents]) ?? 0 });
        push(cellName(cell), sign * cents);
      }
    };
    for (const { node, cell, cents } of plan) push(planName(node, cell), cents);
    if (change.of === 'figure') push(cellName(change.at), differenceCents(change.to, change.from));
    if (change.of === 'transfer') {
      const { kind, direction, fromYear } = change.transfer;
      push(followName({ of: 'transfers', kind, direction, fromYear }), differenceCents(change.to, change.from));
    }
    return { plan, cells: [...moved.values()].filter(({ cents }) => cents !== 0) };
  };
}
