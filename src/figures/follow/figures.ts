import type { PlanDocument, Statement } from '../../plan/document';
import { addCents, type Cents } from '../../plan/money';
import { boundCents } from '../identity';
import { derivationsOf, type Derivations, type FollowTerm } from './derivations';
import { follow } from './follow';
import { cellName, rowsByRowsRead, type StatementCell } from './places';
import { computedWhenRead } from './terms';

/** A figure of a statement: as printed, as it follows from others, and as it is now. Amounts in cents. */
export interface StatementFigure {
  readonly printedCents: Cents | null;
  /** What it follows from; null when it is entered. */
  readonly terms: readonly FollowTerm[] | null;
  /** What its terms came to when the document was read; null when none of them was printed, or it has none. */
  readonly computedCents: Cents | null;
  /** How far rounding may explain that printed and computed differ. */
  readonly boundCents: Cents;
  /** As it is now. */
  readonly cents: Cents | null;
  /** By how much somebody typed over what follows; 0 when nobody did. */
  readonly adjustedCents: Cents;
}

/** The figures of a statement with its rows for what is not assigned yet. */
export interface StatementFigures {
  /** As printed, with those rows. */
  readonly statement: Statement;
  readonly at: (row: number, column: number) => StatementFigure;
}

/** Every figure of the statements of `current`, over the document it was made from. */
export function statementFigures(base: PlanDocument, current: PlanDocument): readonly StatementFigures[] {
  const derivations = derivationsOf(base);
  const now = current === base ? null : nowOf(base, derivations, current);
  return derivations.statements.map((statement, index): StatementFigures => ({
    statement,
    at: (row, column) => {
      const printedCents = statement.rows[row]?.values[column] ?? null;
      const terms = derivations.rows[index]?.get(row)?.[column] ?? null;
      const { cents: computedCents, printedParts, exact } = computedWhenRead(base, derivations, terms ?? []);
      const cell = { statement: index, row, column };
      return {
        printedCents,
        terms,
        computedCents,
        boundCents: boundCents(statement.unit, printedParts, exact),
        cents: now ? now.centsAt(cell) : printedCents,
        adjustedCents: now ? now.adjustedAt(cell) : 0,
      };
    },
  }));
}

/** The statements of `current` cell by cell, and where they hold something else than what follows. */
function nowOf(base: PlanDocument, derivations: Derivations, current: PlanDocument) {
  const centsAt = currentCells(derivations, current);
  const followed = follow(base, derivations, current, (cell) => {
    const cents = centsAt(cell);
    return cents === (derivations.statements[cell.statement]?.rows[cell.row]?.values[cell.column] ?? null)
      ? undefined
      : cents;
  });
  const adjusted = new Map(
    followed.overwritten.map(({ statement, row, column, cents, followsCents }) => [
      cellName({ statement, row, column }),
      addCents(cents ?? 0, -(followsCents ?? 0)),
    ]),
  );
  return {
    centsAt,
    adjustedAt: (cell: StatementCell): Cents => adjusted.get(cellName(cell)) ?? 0,
  };
}

/** Cells of `current` by the rows of the derivations. */
function currentCells({ statements }: Derivations, current: PlanDocument): (cell: StatementCell) => Cents | null {
  const rowsOf = statements.map((statement, index) => rowsByRowsRead(statement, current.statements[index]));
  return ({ statement, row, column }) => rowsOf[statement]?.[row]?.values[column] ?? null;
}
