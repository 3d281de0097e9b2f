import type { PlanDocument, PlanNode, Statement, StatementRow } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { hasFigures } from '../../schema/relations/relation';
import { blockCell, blockRow, columnName, statementCell } from '../printed';
import type { FigureSource } from '../quantities';
import { plusTerm, type CellRef, type Identity } from '../identity';
import { withDirection, type Cell } from '../cell';
import { DIRECTIONS, FLOWS, KINDS, type Direction } from '../../plan/vocabulary';
import { isUnassigned } from '../../schema/rows/unassigned';
import { both } from '../../plan/phrase';

/** Where the rows of a node stand in a statement: the first of each kind and direction that has figures, and the first of all. */
interface NodeRows {
  readonly heading: StatementRow;
  readonly byCell: Map<string, number>;
}

const cellName = ({
  kind,
  direction,
}: {
  readonly kind: Cell['kind'] | null;
  readonly direction: Cell['direction'] | null;
}): string => `${kind} ${direction}`;

function rowsByNode({ rows }: Statement): ReadonlyMap<string, NodeRows> {
  const found = new Map<string, NodeRows>();
  rows.forEach((row, index) => {
    if (row.node === null) return;
    const known = found.get(row.node) ?? { heading: row, byCell: new Map<string, number>() };
    found.set(row.node, known);
    if (hasFigures(row) && !known.byCell.has(cellName(row))) known.byCell.set(cellName(row), index);
  });
  return found;
}

/** The cell of an objective in J1: not printed when its row is zero in all columns. */
function objectiveCell(
  statement: Statement,
  { heading, byCell }: NodeRows,
  node: PlanNode,
  cell: Cell,
  column: number,
): CellRef {
  const row = byCell.get(cellName(cell));
  if (row !== undefined) return statementCell(statement, row, column);
  return {
    id: `${statement.schema}|${node.id}|${cell.kind}|${cell.direction}|${column}`,
    schema: statement.schema,
    name: `${statement.schema}, ${node.id}: ${blockRow(cell.kind, cell.direction)} (niet gedrukt), ${columnName(statement, column)}`,
    cents: null,
    unit: statement.unit,
    place: placeAt({
      node: node.id,
      schema: statement.schema,
      row: blockRow(cell.kind, cell.direction),
      column,
      line: heading.source.line,
    }),
  };
}

/** What an objective came to on a row that J1 does not print stands with what is not assigned yet. */
function isElsewhere({ rows }: Statement, node: PlanNode, { kind, direction }: Cell): boolean {
  const printed = (wanted: Direction): boolean =>
    rows.some((row) => row.node === node.id && hasFigures(row) && row.kind === kind && row.direction === wanted);
  const held = (wanted: Direction): boolean =>
    rows.some((row) => isUnassigned(row) && row.kind === kind && row.direction === wanted);
  const parts: readonly Direction[] = direction === 'balance' ? FLOWS : [direction];
  return parts.some((part) => held(part) && !printed(part));
}

/** What J1 prints of an objective is what its finance block in the evaluation prints. */
export function* objectivesInJ1(document: PlanDocument, source: FigureSource): Iterable<Identity> {
  for (const statement of source.statements('J1')) {
    const rowsOf = rowsByNode(statement);
    for (const node of document.nodes) {
      const rows = rowsOf.get(node.id);
      if (!rows || !source.rollup.hasAmounts(node.id)) continue;
      for (const [column, { year, phase }] of statement.columns.entries()) {
        const cells = KINDS.flatMap((kind) =>
          DIRECTIONS.map((direction): Cell =>
            withDirection({ year, kind, direction, phase: phase === 'plan' ? 'finalBudget' : phase }, direction),
          ),
        );
        for (const cell of cells) {
          const target = objectiveCell(statement, rows, node, cell, column);
          const own = blockCell(document, source.rollup, node.id, cell);
          if ((target.cents === null && own.cents === null) || isElsewhere(statement, node, cell)) continue;
          yield {
            target,
            terms: [plusTerm(own)],
            rule: both(`beleidsevaluatie van ${node.id}`, `evaluation of ${node.id}`),
          };
        }
      }
    }
  }
}
