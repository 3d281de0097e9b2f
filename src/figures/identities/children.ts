import type { PlanDocument, Statement } from '../../plan/document';
import { cellKey, type Cell, type CellKey } from '../cell';
import { rowsWithId } from '../../schema/rows/identify';
import { blockCell, statementCell } from '../printed';
import type { FigureSource } from '../quantities';
import { plusTerm, type Identity, type IdentityTerm } from '../identity';
import { printedCells } from './balances';
import { both, type Phrase } from '../../plan/phrase';

type Printing = ReadonlyMap<string | null, readonly Cell[]>;

/** The nearest nodes under `node` that print amounts: a level that prints none is passed over. */
function printingBelow(source: FigureSource, printing: Printing, node: string | null): readonly string[] {
  return source.rollup.tree
    .children(node)
    .flatMap((child) => (printing.has(child.id) ? [child.id] : printingBelow(source, printing, child.id)));
}

function cellsOf(printing: Printing, nodes: readonly (string | null)[]): readonly Cell[] {
  const cells = new Map<CellKey, Cell>();
  for (const node of nodes) for (const cell of printing.get(node) ?? []) cells.set(cellKey(cell), cell);
  return [...cells.values()];
}

const childRule = (count: number): Phrase =>
  both(
    `som van ${count} ${count === 1 ? 'onderdeel' : 'onderdelen'}`,
    `sum of ${count} ${count === 1 ? 'part' : 'parts'}`,
  );

function* sumsOver(
  document: PlanDocument,
  source: FigureSource,
  nodes: readonly (string | null)[],
  extra: (cell: Cell) => readonly IdentityTerm[] | null,
): Iterable<Identity> {
  const printing = printedCells(document, source);
  for (const node of nodes) {
    const below = printingBelow(source, printing, node);
    if (!printing.has(node) || below.length === 0) continue;
    for (const cell of cellsOf(printing, [node, ...below])) {
      const beside = extra(cell);
      if (beside === null) continue;
      const terms = [
        ...below.map((child) => plusTerm(blockCell(document, source.rollup, child, cell))),
        ...beside,
      ].filter((term) => term.cell.cents !== null);
      yield { target: blockCell(document, source.rollup, node, cell), terms, rule: childRule(terms.length) };
    }
  }
}

/** An action plan is the sum of its actions, an objective of its action plans, per kind, direction, phase and year. */
export function* childSums(document: PlanDocument, source: FigureSource): Iterable<Identity> {
  const nodes = document.nodes.map(({ id }) => id);
  yield* sumsOver(document, source, nodes, () => []);
}

/**
 * J1 cells of operations outside the objectives: part of the plan total, but of no node. What is computed from lines has its other
 * objectives among the nodes; where it has no column for the phase, what is outside is not known: null.
 */
function outsideObjectives(statements: readonly Statement[], cell: Cell): readonly IdentityTerm[] | null {
  const [statement] = statements;
  if (!statement) return [];
  const groups = statement.computed ? ['without', 'unplaced'] : ['other', 'without'];
  const phase = cell.phase === 'finalBudget' ? 'plan' : cell.phase;
  const column = statement.columns.findIndex((head) => head.year === cell.year && head.phase === phase);
  if (column < 0) return statement.computed ? null : [];
  const rows = groups.flatMap((group) => rowsWithId(statement, `J1.${group}.${cell.kind}.${cell.direction}`));
  return rows.map((row) => plusTerm(statementCell(statement, row, column)));
}

/** The plan total is the sum of the objectives, and of the operations outside them (J1). */
export function* planTotal(document: PlanDocument, source: FigureSource): Iterable<Identity> {
  const statements = source.statements('J1');
  yield* sumsOver(document, source, [null], (cell) => outsideObjectives(statements, cell));
}
