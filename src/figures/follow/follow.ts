import type { Amount, PlanDocument, Statement, StatementRow } from '../../plan/document';
import { addCents, balanceCents, type Cents } from '../../plan/money';
import { EVALUATION } from '../../plan/vocabulary';
import { rollUp, type Rollup } from '../amounts';
import { cellKey, withDirection, type Cell } from '../cell';
import { isUnassigned } from '../../schema/rows/unassigned';
import type { Derivations, FollowTerm } from './derivations';
import { differenceCents } from '../sums';
import { cellName, planName, type StatementCell } from './places';
import { computedWhenRead, transferredCents } from './terms';
import { withoutEmptyRows } from './unassigned';

/** A figure that should follow from others, and that somebody typed over. */
export interface Overwritten extends StatementCell {
  /** What follows from its terms, in cents. */
  readonly followsCents: Cents | null;
  /** What stands there. */
  readonly cents: Cents | null;
}

/** A document with everything that follows from what was entered. */
export interface Followed {
  readonly document: PlanDocument;
  readonly overwritten: readonly Overwritten[];
  /** How far a cell of a statement moved since the document was read, in cents. */
  readonly movedCents: (cell: StatementCell) => Cents;
}

/** What is entered in the statements, in cents; undefined where nothing was. */
export type EnteredAt = (cell: StatementCell) => Cents | null | undefined;

/**
 * Everything that follows from what was entered: a figure is what was printed plus what its terms come to now less what they came to when
 * it was read, so that a document without edits is exactly what was printed, and an edit moves each figure by as much as it is.
 *
 * `base`: the document as read, of which `derivations` are; `current`: its nodes, the lines of credits and the transfers as they are now
 * (sums of the plan and balances in it are worked out here); `enteredAt`: what stands in the cells of the statements now. A cell that
 * follows and holds something else than what follows is told as overwritten, and counts. `correctedAt`: what a printed figure that
 * others lead to was corrected to; it moves from there.
 */
export function follow(
  base: PlanDocument,
  derivations: Derivations,
  current: PlanDocument,
  enteredAt: EnteredAt,
  correctedAt: EnteredAt = () => undefined,
): Followed {
  const now = rollUp(withoutSums(current, derivations.rollup));
  const moves = new Map<string, Cents>();
  const overwritten: Overwritten[] = [];

  const termMove = (term: FollowTerm): Cents => {
    if (term.of === 'plan') return term.sign * sumMove(derivations.rollup, now, term.node, term.cell);
    if (term.of === 'transfers')
      return term.sign * addCents(transferredCents(current, term) ?? 0, -(transferredCents(base, term) ?? 0));
    return term.sign * moveOf(term);
  };
  const rowAt = ({ statement, row }: StatementCell): StatementRow | undefined =>
    derivations.statements[statement]?.rows[row];
  const termsAt = ({ statement, row, column }: StatementCell): readonly FollowTerm[] | null =>
    derivations.rows[statement]?.get(row)?.[column] ?? null;
  /** What a figure moves from: as printed; where nothing was printed, what its terms came to. */
  const startOf = (cell: StatementCell): Cents => {
    const row = rowAt(cell);
    const printed = row?.values[cell.column] ?? null;
    if (printed !== null || !row || isUnassigned(row)) return printed ?? 0;
    return computedWhenRead(base, derivations, termsAt(cell) ?? []).cents ?? 0;
  };

  function moveOf(cell: StatementCell): Cents {
    const name = cellName(cell);
    const known = moves.get(name);
    if (known !== undefined) return known;
    // Figures that lead back to themselves, as in a schema that contradicts itself, do not move by that.
    moves.set(name, 0);
    const printed = rowAt(cell)?.values[cell.column] ?? null;
    const [terms, entered, start] = [termsAt(cell), enteredAt(cell), startOf(cell)];
    const corrected = terms === null ? undefined : correctedAt(cell);
    const correction = corrected === undefined ? 0 : addCents(corrected ?? 0, -start);
    let move = (terms ?? []).reduce((sum, term) => addCents(sum, termMove(term)), correction);
    const follows = printed === null && move === 0 ? null : addCents(start, move);
    if (entered !== undefined && entered !== follows) {
      if (terms !== null) overwritten.push({ ...cell, followsCents: follows, cents: entered });
      move = addCents(entered ?? 0, -start);
    }
    moves.set(name, move);
    return move;
  }

  const valueOf = (cell: StatementCell, printed: Cents | null): Cents | null => {
    const move = moveOf(cell);
    if (enteredAt(cell) === null && termsAt(cell) === null) return null;
    return move === 0 && printed === null ? null : addCents(startOf(cell), move);
  };
  const statements = derivations.statements.map((statement, index): Statement => {
    const rows = followedRows(statement, index, valueOf);
    const isAsRead = rows.every((row, at) => row === statement.rows[at]);
    return (isAsRead ? base.statements[index] : undefined) ?? withoutEmptyRows({ ...statement, rows });
  });
  return {
    document: {
      ...current,
      amounts: followedAmounts(base, derivations.rollup, current, now),
      statements: statements.every((statement, index) => statement === base.statements[index])
        ? base.statements
        : statements,
    },
    overwritten,
    movedCents: moveOf,
  };
}

/** The rows of a statement with their values as they follow; a row that did not change is the same row. */
const followedRows = (
  { rows }: Statement,
  statement: number,
  valueOf: (cell: StatementCell, printed: Cents | null) => Cents | null,
): readonly StatementRow[] =>
  rows.map((row, at) => {
    const values = row.values.map((printed, column) => valueOf({ statement, row: at, column }, printed));
    return values.every((value, column) => value === row.values[column]) ? row : { ...row, values };
  });

/** How far a sum of the plan moved, in cents. */
const sumMove = (before: Rollup, now: Rollup, node: string | null, cell: Cell): Cents =>
  differenceCents(now.rolled(node, cell), before.rolled(node, cell));

/** The amounts that are entered: printed sums of the plan follow from them, and are left out. */
const withoutSums = (document: PlanDocument, { isSum }: Pick<Rollup, 'isSum'>): PlanDocument => ({
  ...document,
  amounts: document.amounts.filter(({ node, line }) => line !== undefined || !isSum(node)),
});

/** The amounts with the sums of the plan and the balances as they follow; lines of credits stay as they are. */
function followedAmounts(base: PlanDocument, before: Rollup, current: PlanDocument, now: Rollup): readonly Amount[] {
  const moved = movedAmounts(base, before, now);
  if (moved.size === 0) return current.amounts;
  const seen = new Set<string>();
  const kept = current.amounts.flatMap((amount): readonly Amount[] => {
    const name = planName(amount.node, amount);
    const after = amount.schema === EVALUATION && amount.line === undefined ? moved.get(name) : undefined;
    if (after === undefined) return [amount];
    if (seen.has(name)) return [];
    seen.add(name);
    return after === null ? [] : [after];
  });
  const added = [...moved].flatMap(([name, amount]) => (seen.has(name) || amount === null ? [] : [amount]));
  return [...kept, ...added];
}

/** Sums and balances that an edit moved, by name; null for a sum of which nothing is left. */
function movedAmounts(base: PlanDocument, before: Rollup, now: Rollup): ReadonlyMap<string, Amount | null> {
  const moved = new Map<string, Amount | null>();
  const cells = [...new Map([...before.cells, ...now.cells]).values()].filter(
    ({ direction }) => direction !== 'balance',
  );
  const printsTotal = base.amounts.some(({ node, schema }) => node === null && schema === EVALUATION);
  for (const node of [...now.tree.bottomUp.map(({ id }) => id), ...(printsTotal ? [null] : [])]) {
    const balances = new Map<string, Cell>();
    for (const cell of cells) {
      const move = sumMove(before, now, node, cell);
      if (move === 0) continue;
      const balance = withDirection(cell, 'balance');
      balances.set(cellKey(balance), balance);
      const isLine =
        before.below(node, cell) === null &&
        (before.printed(node, cell) !== undefined || now.below(node, cell) === null);
      if (!isLine)
        moved.set(planName(node, cell), followedSum(base, node, cell, before.printed(node, cell), move, now));
    }
    for (const balance of balances.values()) {
      const parts = [
        sumMove(before, now, node, withDirection(balance, 'receipts')),
        sumMove(before, now, node, withDirection(balance, 'expenditure')),
      ] as const;
      const printed = before.printed(node, balance);
      moved.set(planName(node, balance), followedSum(base, node, balance, printed, balanceCents(...parts) ?? 0, now));
    }
  }
  return moved;
}

/** A sum or a balance as it follows; null when nothing is left that it adds up. */
function followedSum(
  base: PlanDocument,
  node: string | null,
  cell: Cell,
  printed: Amount | undefined,
  move: Cents,
  now: Rollup,
): Amount | null {
  const isBalance = cell.direction === 'balance';
  const computed = isBalance ? now.balance(node, cell) : now.rolled(node, cell);
  if (computed === null) return null;
  if (printed) return { ...printed, cents: addCents(printed.cents ?? 0, move) };
  const source = now.tree.byId.get(node ?? '')?.source ?? { line: 1, page: null };
  const unit = base.amounts.some((amount) => amount.unit === 'cent') ? 'cent' : 'euro';
  return { node, ...cell, cents: computed, unit, schema: EVALUATION, version: null, source };
}
