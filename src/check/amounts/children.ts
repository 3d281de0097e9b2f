import type { PlanDocument, Statement } from '../../plan/document';
import { cellKey, type Cell, type CellKey } from '../../figures/cell';
import { rowsWithId } from '../../schema/identify';
import { blockCell, statementCell } from '../../figures/printed';
import { sumCheck } from '../check';
import type { CheckContext } from '../context';
import { plusTerm, type Identity, type IdentityTerm } from '../../figures/identity';
import { printedCells } from './balance';
import { both, type Phrase } from '../../plan/phrase';

type Printing = ReadonlyMap<string | null, readonly Cell[]>;

/** The nearest nodes under `node` that print amounts: a level that prints none is passed over. */
function printingBelow(context: CheckContext, printing: Printing, node: string | null): readonly string[] {
  return context.tree
    .children(node)
    .flatMap((child) => (printing.has(child.id) ? [child.id] : printingBelow(context, printing, child.id)));
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
  context: CheckContext,
  check: string,
  nodes: readonly (string | null)[],
  extra: (cell: Cell) => readonly IdentityTerm[] | null,
): Iterable<Identity> {
  const printing = printedCells(document, context);
  for (const node of nodes) {
    const below = printingBelow(context, printing, node);
    if (!printing.has(node) || below.length === 0) continue;
    for (const cell of cellsOf(printing, [node, ...below])) {
      const beside = extra(cell);
      if (beside === null) continue;
      const terms = [
        ...below.map((child) => plusTerm(blockCell(document, context.rollup, child, cell))),
        ...beside,
      ].filter((term) => term.cell.cents !== null);
      yield { check, target: blockCell(document, context.rollup, node, cell), terms, rule: childRule(terms.length) };
    }
  }
}

/** An action plan is the sum of its actions, an objective of its action plans, per kind, direction, phase and year. */
export const amountsChildren = sumCheck({
  id: 'amounts.children',
  about: {
    nl: 'Een knoop is de som van de knopen eronder (acties -> actieplan -> beleidsdoelstelling), per soort, richting, fase en jaar.',
    en: 'A node is the sum of the nodes under it (actions -> action plan -> objective), per kind, direction, phase and year.',
  },
  reads: ['info', 'nodes', 'amounts'],
  identities: (document, context) =>
    sumsOver(
      document,
      context,
      amountsChildren.id,
      document.nodes.map(({ id }) => id),
      () => [],
    ),
});

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
export const amountsTotal = sumCheck({
  id: 'amounts.total',
  about: {
    nl: 'Het totaal van het plan is de som van de beleidsdoelstellingen en van de verrichtingen zonder beleidsdoelstelling.',
    en: 'The plan total is the sum of the objectives and of the operations without an objective.',
  },
  reads: ['info', 'nodes', 'amounts', 'statements'],
  *identities(document, context) {
    const statements = context.statements('J1');
    yield* sumsOver(document, context, amountsTotal.id, [null], (cell) => outsideObjectives(statements, cell));
  },
});
