import type { PlanDocument, Statement } from '../../plan/document';
import type { Flow } from '../../plan/vocabulary';
import { isUnassigned } from '../../schema/rows/unassigned';
import { rollUp, type Rollup } from '../amounts';
import type { Cell } from '../cell';
import { afterTransfers, placeTelling } from '../comparisons';
import type { IdentityTerm } from '../identity';
import { quantitiesOf, statementsOf, type FigureSource, type Quantity } from '../quantities';
import { rowFormulas } from '../rowFormulas';
import { phaseOf, versionsOf } from '../version';
import type { FollowPlace } from './places';
import { isIn, TELLING_PLACES, withUnassignedRows } from './unassigned';

/** What a figure follows from. */
export type FollowTerm = FollowPlace & { readonly sign: 1 | -1 };

/** Per column of a statement: the terms a row follows from; null where it is entered. */
export type RowDerivation = readonly (readonly FollowTerm[] | null)[];

/** What follows from what, in a document as it was read. */
export interface Derivations {
  /** The statements with their rows for what is not assigned yet; rows below are counted in these. */
  readonly statements: readonly Statement[];
  /** Per statement, the rows that follow from others. */
  readonly rows: readonly ReadonlyMap<number, RowDerivation>[];
  readonly rollup: Rollup;
}

/** Places a leaf of J2 and J3 follows from, the one that most follows from first: never a place that may follow from it. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  J2: ['J1', 'Beleidsevaluatie'],
  M2: ['M1', 'Beleidsevaluatie'],
  J3: ['J1', 'Beleidsevaluatie', 'J2'],
  M3: ['M1', 'Beleidsevaluatie', 'M2'],
};

class DerivationBuilder {
  readonly rows: readonly Map<number, (readonly FollowTerm[] | null)[]>[];
  private readonly quantities: readonly Quantity[];
  private readonly indexOf: ReadonlyMap<Statement, number>;

  constructor(
    private readonly document: PlanDocument,
    private readonly source: FigureSource,
  ) {
    this.rows = document.statements.map(() => new Map());
    this.quantities = quantitiesOf(document, source);
    this.indexOf = new Map(document.statements.map((statement, index) => [statement, index]));
  }

  /** Sets what a cell follows from, unless that is known already. */
  private set(statement: number, row: number, column: number, terms: readonly FollowTerm[]): void {
    const rows = this.rows[statement];
    const columns = this.document.statements[statement]?.columns ?? [];
    if (!rows || terms.length === 0) return;
    const known = rows.get(row) ?? columns.map(() => null);
    known[column] ??= terms;
    rows.set(row, known);
  }

  private termsOf(terms: readonly IdentityTerm[], flip: 1 | -1 = 1): readonly FollowTerm[] {
    return terms.flatMap(({ cell: { at }, sign }): readonly FollowTerm[] => {
      const signed = (sign * flip) as 1 | -1;
      if (at?.of !== 'statement') return at ? [{ ...at, sign: signed }] : [];
      const statement = this.indexOf.get(at.statement);
      return statement === undefined
        ? []
        : [{ of: 'statement', statement, row: at.row, column: at.column, sign: signed }];
    });
  }

  /** Rows that a schema computes from its own rows; those of J3 that follow from credits are left out unless `all`. */
  within(all: boolean): void {
    this.document.statements.forEach((statement, index) => {
      for (const [target, { terms }] of rowFormulas(statement)) {
        if (!all && closesCredits(statement) && this.isCreditRow(statement, target)) continue;
        statement.columns.forEach((_, column) => {
          this.set(
            index,
            target,
            column,
            terms.map(({ row, sign }) => ({ of: 'statement', statement: index, row, column, sign })),
          );
        });
      }
    });
  }

  private isCreditRow(statement: Statement, row: number): boolean {
    return this.quantities.some(
      ({ where, terms }) => where in SOURCES && terms.length === 1 && isRow(terms, statement, row),
    );
  }

  /** An objective in J1 is what its part of the plan comes to. */
  objectives(): void {
    const phases = new Set([...this.source.rollup.cells.values()].map(({ year, phase }) => `${year} ${phase}`));
    this.document.statements.forEach((statement, index) => {
      if (statement.schema !== 'J1' && statement.schema !== 'M1') return;
      statement.rows.forEach(({ node, kind, direction, values }, row) => {
        if (node === null || kind === null || direction === null || values.length === 0) return;
        if (direction === 'balance' || !this.source.rollup.hasAmounts(node)) return;
        statement.columns.forEach(({ year, phase }, column) => {
          const cell: Cell = {
            year,
            kind,
            direction,
            phase: phase === 'plan' && statement.schema === 'J1' ? 'finalBudget' : phase,
          };
          if (phases.has(`${year} ${cell.phase}`)) this.set(index, row, column, [{ of: 'plan', node, cell, sign: 1 }]);
        });
      });
    });
  }

  /** J1: what the plan comes to less what its printed objectives do. */
  otherObjectives(): void {
    this.document.statements.forEach((statement, index) => {
      if (statement.schema !== 'J1' && statement.schema !== 'M1') return;
      statement.rows.forEach((row, at) => {
        if (!isUnassigned(row) || row.kind === null || row.direction === null || row.direction === 'balance') return;
        statement.columns.forEach((_, column) => {
          const parts = statement.rows.flatMap((other, place): readonly FollowTerm[] => {
            const same = other.node !== null && other.kind === row.kind && other.direction === row.direction;
            return same ? (this.rows[index]?.get(place)?.[column] ?? []).map(flipped) : [];
          });
          const [first] = parts;
          if (first?.of === 'plan') this.set(index, at, column, [{ ...first, node: null, sign: 1 }, ...parts]);
        });
      });
    });
  }

  /** The flows of J2 and J3 follow from J1, or from the plan as a whole. */
  flows(): void {
    for (const quantity of this.quantities) {
      const places = SOURCES[quantity.where];
      const [term, ...others] = quantity.terms;
      if (!places || others.length > 0 || term?.cell.at?.of !== 'statement') continue;
      const { statement, row, column } = term.cell.at;
      const told = placeTelling(this.quantities, quantity.name, quantity, places);
      const index = this.indexOf.get(statement);
      if (told && index !== undefined) this.set(index, row, column, this.termsOf(told.terms));
    }
  }

  /** The parts of financing in J3: the only one is the whole, and of several what is not assigned follows. */
  financingParts(): void {
    this.document.statements.forEach((statement, index) => {
      if (!closesCredits(statement)) return;
      const formulas = rowFormulas(statement);
      for (const [target, { terms }] of formulas) {
        const whole = this.rows[index]?.get(target);
        if (!whole || !this.isCreditRow(statement, target)) continue;
        const open =
          terms.find(({ row }) => isRowUnassigned(statement, row)) ?? (terms.length === 1 ? terms[0] : undefined);
        if (!open) continue;
        statement.columns.forEach((_, column) => {
          if (!whole[column]) return;
          const own: FollowTerm = { of: 'statement', statement: index, row: target, column, sign: 1 };
          const others = terms.filter((term) => term !== open);
          this.set(index, open.row, column, [own, ...others.map(({ row }): FollowTerm => ({ ...own, row, sign: -1 }))]);
        });
      }
    });
  }

  /** T1 and T2: what the same flow comes to elsewhere less what their own rows do. */
  undetermined(): void {
    const after = afterTransfers(this.document, this.source);
    this.document.statements.forEach((statement, index) => {
      if (statement.schema !== 'T1' && statement.schema !== 'T2') return;
      const [where, versions] = [statement.schema, versionsOf(statement)];
      statement.rows.forEach((row, at) => {
        const { kind, direction } = row;
        if (!isUnassigned(row) || kind === null || direction === null || direction === 'balance') return;
        const name = `${kind} ${direction satisfies Flow}` as const;
        statement.columns.forEach(({ year, phase: printed }, column) => {
          const phase = phaseOf(printed);
          const own = this.quantities.find((each) => each.name === name && isColumn(each, statement, column));
          const told = placeTelling(this.quantities, name, { where, versions, year, phase }, TELLING_PLACES);
          const credit = after.find((each) => each.after === own)?.credit;
          const source = told?.terms ?? credit?.terms;
          if (!source) return;
          const parts = (own?.terms ?? []).filter(({ cell }) => cell.at?.of !== 'statement' || cell.at.row !== at);
          const carried: readonly FollowTerm[] =
            told || !credit ? [] : [{ of: 'transfers', kind, direction, fromYear: year, sign: -1 }];
          this.set(index, at, column, [...this.termsOf(source), ...carried, ...this.termsOf(parts, -1)]);
        });
      });
    });
  }
}

const closesCredits = ({ schema }: Statement): boolean => schema === 'J3' || schema === 'M3';

const flipped = (term: FollowTerm): FollowTerm => ({ ...term, sign: term.sign === 1 ? -1 : 1 });

const isRow = (terms: Quantity['terms'], statement: Statement, row: number): boolean =>
  terms.some(({ cell: { at } }) => at?.of === 'statement' && at.statement === statement && at.row === row);

const isColumn = ({ terms }: Quantity, statement: Statement, column: number): boolean =>
  isIn(statement, terms) && terms.some(({ cell: { at } }) => at?.of === 'statement' && at.column === column);

const isRowUnassigned = (statement: Statement, row: number): boolean => {
  const found = statement.rows[row];
  return found !== undefined && isUnassigned(found);
};

/**
 * What follows from what in a document: J1 from the plan, the totals of a schema from its rows, J2 and J3 from J1, and in T1 and T2 what
 * is not assigned yet (BBC.md, identities across schemas). A cell that follows is the printed figure and what its terms moved since; one
 * that does not is entered. Nothing follows from itself.
 */
export function derivationsOf(document: PlanDocument): Derivations {
  const known = knownDerivations.get(document) ?? makeDerivations(document);
  knownDerivations.set(document, known);
  return known;
}

/** A workbook is read after every edit, over a document that stays the same. */
const knownDerivations = new WeakMap<PlanDocument, Derivations>();

function makeDerivations(document: PlanDocument): Derivations {
  const rollup = rollUp(document);
  const statements = withUnassignedRows(document, { rollup, statements: statementsOf(document) });
  const withUnassigned = { ...document, statements };
  const builder = new DerivationBuilder(withUnassigned, { rollup, statements: statementsOf(withUnassigned) });
  builder.objectives();
  builder.otherObjectives();
  builder.within(false);
  builder.flows();
  builder.financingParts();
  builder.within(true);
  builder.undetermined();
  return { statements, rows: builder.rows, rollup };
}
