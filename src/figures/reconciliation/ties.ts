import type { PlanDocument, Statement } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { FLOWS, type Flow, type Kind, type Phase, type SchemaName } from '../../plan/vocabulary';
import { groupBlocks } from '../../schema/relations/groups';
import {
  computedCents,
  identityBound,
  minusTerm,
  plusTerm,
  residualCents,
  type CellRef,
  type Identity,
  type IdentityTerm,
} from '../identity';
import { blockCell, statementCell } from '../printed';
import { quantitiesOf, quantityLabel, statementsOf, type Quantity } from '../quantities';
import { sameVersion, versionsOf, type QuantityPhase, type Versions } from '../version';
import type { CreditLine, CreditSource } from './creditLines';

/** A figure of a schema beside what the lines come to. Cents. */
export interface CreditTie {
  readonly schema: SchemaName;
  /** What is printed before and above the figure. */
  readonly row: string;
  readonly column: string;
  readonly year: number;
  readonly kind: Kind;
  readonly direction: Flow;
  readonly figure: 'initial' | 'final' | 'actual';
  readonly printedCents: Cents;
  /** The lines, and what is printed in J1 for parts of the plan without lines. */
  readonly computedCents: Cents;
  /** Of which printed in J1 for parts of the plan without lines. */
  readonly withoutLinesCents: Cents;
  /** printed - computed */
  readonly roundingCents: Cents;
  /** How far rounding can explain the difference. */
  readonly boundCents: Cents;
  readonly closes: boolean;
  /** The cells that are printed, and those of J1 for parts of the plan without lines. */
  readonly cells: readonly CellRef[];
  readonly cellsWithoutLines: readonly CellRef[];
}

const SCHEMAS = ['J3', 'J1', 'J2'] as const;

const FIGURES = { actual: 'actual', plan: 'final', initialBudget: 'initial' } as const;
const PRINTED_PHASES: Readonly<Record<QuantityPhase, Phase>> = {
  actual: 'actual',
  plan: 'finalBudget',
  initialBudget: 'initialBudget',
};

interface Flowing {
  readonly kind: Kind;
  readonly direction: Flow;
}

function flowOf({ name }: Quantity): Flowing | null {
  const direction = FLOWS.find((flow) => name.endsWith(` ${flow}`));
  return direction === undefined ? null : { kind: name.slice(0, -direction.length - 1) as Kind, direction };
}

/** Schemas of one report print the same plan unless they name different ones. */
const comparable = (one: Versions, other: Versions, phase: QuantityPhase, year: number): boolean =>
  names(one, phase) && names(other, phase) ? sameVersion(one, other, phase, year) : true;

const names = ({ plan, initial }: Versions, phase: QuantityPhase): boolean =>
  phase === 'actual' || (phase === 'plan' ? plan : initial).size > 0;

/** Groups of J1 under which no line stands: objectives that are not evaluated, and operations without an objective. */
interface Remainder {
  readonly statement: Statement;
  readonly versions: Versions;
  readonly rows: readonly (Flowing & { readonly row: number })[];
}

function remainderOf(statement: Statement, lines: readonly CreditLine[]): Remainder {
  const covered = new Set(lines.flatMap(({ node, above }) => [...above, ...(node ? [node.id] : [])]));
  const rows = groupBlocks(statement).flatMap((block) =>
    FLOWS.flatMap((direction): Remainder['rows'] => {
      const row = block[direction];
      if (row === null || block.kind === null || block.isTotal) return [];
      const node = statement.rows[row]?.node ?? null;
      return node !== null && covered.has(node) ? [] : [{ kind: block.kind, direction, row }];
    }),
  );
  return { statement, versions: versionsOf(statement), rows };
}

/**
 * What J1 prints for parts without lines; null when there are such parts, but not in this column or of another plan.
 */
function remainderTerms(
  { statement, versions, rows }: Remainder,
  quantity: Quantity,
  flow: Flowing,
): readonly IdentityTerm[] | null {
  const { year, phase } = quantity;
  const own = rows.filter(
    ({ kind, direction, row }) =>
      kind === flow.kind &&
      direction === flow.direction &&
      statement.rows[row]?.values.some((cents) => cents !== null && cents !== 0),
  );
  if (own.length === 0) return [];
  const column = statement.columns.findIndex(
    (head) => head.year === year && (head.phase === phase || PRINTED_PHASES[phase] === head.phase),
  );
  if (column < 0 || (quantity.versions !== null && !comparable(versions, quantity.versions, phase, year))) return null;
  return own.map(({ row }) => plusTerm(statementCell(statement, row, column)));
}

const sum = (terms: readonly IdentityTerm[]): Cents => terms.reduce((cents, { cell }) => cents + (cell.cents ?? 0), 0);

/**
 * The reconciliation beside J3, J1 and J2: initial and final credits and accounts, as far as each prints them and of
 * the same plan.
 */
export function creditTies(
  document: PlanDocument,
  lines: readonly CreditLine[],
  { rollup }: CreditSource,
): readonly CreditTie[] {
  const statements = statementsOf(document);
  const quantities = quantitiesOf(document, { rollup, statements });
  const places = SCHEMAS.flatMap((schema) => quantities.filter(({ where }) => where === schema));
  const credits = places.find(({ where }) => where === 'J3')?.versions ?? null;
  const remainders = statements('J1').map((statement) => remainderOf(statement, lines));
  return places.flatMap((quantity): readonly CreditTie[] => {
    const flow = flowOf(quantity);
    const { year, phase, versions } = quantity;
    const figure = FIGURES[phase];
    const printed = lines.some((line) => line.year === year && line[figure] !== null);
    if (!flow || !printed || (credits !== null && versions !== null && !comparable(credits, versions, phase, year)))
      return [];
    const rest = remainders.map((remainder) => remainderTerms(remainder, quantity, flow));
    const withoutLines = rest.flatMap((terms) => terms ?? []);
    if (rest.includes(null)) return [];
    const own = lines.filter(
      (line) =>
        line.year === year && line.kind === flow.kind && line.direction === flow.direction && line[figure] !== null,
    );
    const cells = own.map(({ node }) =>
      blockCell(document, rollup, node?.id ?? null, { ...flow, year, phase: PRINTED_PHASES[phase] }),
    );
    const tie = tieOf(quantity, [...cells.map(plusTerm), ...withoutLines]);
    return tie === null
      ? []
      : [
          {
            ...tie,
            ...flow,
            year,
            figure,
            withoutLinesCents: sum(withoutLines),
            cellsWithoutLines: withoutLines.map(({ cell }) => cell),
          },
        ];
  });
}

type Compared = Omit<CreditTie, 'year' | 'kind' | 'direction' | 'figure' | 'withoutLinesCents' | 'cellsWithoutLines'>;

/**
 * A schema with a part per entity prints several figures: all but the first go to the other side, so that each counts
 * in the rounding.
 */
function tieOf(quantity: Quantity, terms: readonly IdentityTerm[]): Compared | null {
  const [first, ...others] = quantity.terms;
  const schema = SCHEMAS.find((name) => name === quantity.where);
  if (!first || schema === undefined || quantity.terms.every(({ cell }) => cell.cents === null)) return null;
  const identity: Identity = {
    target: first.cell,
    terms: [...terms, ...others.map(({ cell }) => minusTerm(cell))],
    rule: quantityLabel(quantity.name),
  };
  const roundingCents = residualCents(identity);
  const boundCents = identityBound(identity);
  const printedCents = sum(quantity.terms);
  return {
    schema,
    row: quantity.terms.map(({ cell }) => cell.words?.row ?? cell.name).join(' + '),
    column: first.cell.words?.column ?? '',
    printedCents,
    computedCents: computedCents({ ...identity, terms }),
    roundingCents,
    boundCents,
    closes: Math.abs(roundingCents) <= boundCents,
    cells: quantity.terms.map(({ cell }) => cell),
  };
}
