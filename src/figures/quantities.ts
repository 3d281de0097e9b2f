import type { PlanDocument, Statement, StatementColumn } from '../plan/document';
import { DIRECTIONS, KINDS, type Direction, type Kind, type SchemaName } from '../plan/vocabulary';
import { rowsWithId, rowWithId } from '../schema/rows/identify';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { partTotal } from '../schema/relations/formulas';
import { groupBlocks } from '../schema/relations/groups';
import { blockCell, statementCell } from './printed';
import type { Rollup } from './amounts';
import { plusTerm, type IdentityTerm } from './identity';
import { phaseOf, versionsOf, type QuantityPhase, type Versions } from './version';

/** Where quantities are taken from: the sums over the plan, and the statements by schema. */
export interface FigureSource {
  readonly rollup: Rollup;
  readonly statements: (schema: SchemaName) => readonly Statement[];
}

export const statementsOf =
  ({ statements }: Pick<PlanDocument, 'statements'>): FigureSource['statements'] =>
  (schema) =>
    statements.filter((statement) => statement.schema === schema);

/** What a quantity is, whatever schema prints it: the six flows, their balances, and the results that follow. */
export type QuantityName = `${Kind} ${Direction}` | 'operating and investment balance' | 'result';

/** One place where a quantity is printed: its terms add up to it. */
export interface Quantity {
  readonly name: QuantityName;
  readonly year: number;
  readonly phase: QuantityPhase;
  readonly terms: readonly IdentityTerm[];
  /** Where it stands: "J2", "Beleidsevaluatie". */
  readonly where: string;
  /** null: the finance blocks of the evaluation, which go with the credits of J3. */
  readonly versions: Versions | null;
}

/** The phase under which a column's figures are compared. */

/** Where the finance blocks of the evaluation stand, as `Quantity.where` names them. */
export const IN_EVALUATION = 'Beleidsevaluatie';

const BY_KIND = KINDS.flatMap((kind) =>
  DIRECTIONS.map((direction) => ({ kind, direction, name: `${kind} ${direction}` as const })),
);

/** Expenditure or receipts of one kind: what balances and results follow from. */
export const isFlow = (name: QuantityName): boolean => name.endsWith(' expenditure') || name.endsWith(' receipts');

/** The words for a quantity in a sentence, as reports print them. */
export function quantityLabel(name: QuantityName): string {
  const flow = BY_KIND.find((candidate) => candidate.name === name);
  if (flow) return `${labelOfKind(flow.kind)}, ${labelOfDirection(flow.direction)}`;
  return name === 'result' ? 'budgettair resultaat van het boekjaar' : 'saldo exploitatie en investeringen';
}

const known = new WeakMap<FigureSource, readonly Quantity[]>();

/** All places of all quantities, the most detailed first: evaluation, J1, J2, J3, T1, T2 (M1 and M2 like J1 and J2). Once per run. */
export function quantitiesOf(document: PlanDocument, context: FigureSource): readonly Quantity[] {
  const quantities = known.get(context) ?? collect(document, context);
  known.set(context, quantities);
  return quantities;
}

function collect(document: PlanDocument, context: FigureSource): readonly Quantity[] {
  return [
    ...fromEvaluation(document, context),
    ...(['J1', 'M1'] as const).flatMap((schema) => context.statements(schema).flatMap(fromObjectives)),
    ...(['J2', 'M2'] as const).flatMap((schema) => context.statements(schema).flatMap(fromEquilibrium)),
    ...(['J3', 'M3'] as const).flatMap((schema) => fromCredits(context.statements(schema))),
    ...context.statements('T1').flatMap(fromDomains),
    ...context.statements('T2').flatMap(fromEconomic),
  ];
}

function fromEvaluation(document: PlanDocument, context: FigureSource): readonly Quantity[] {
  return [...context.rollup.cells.values()].flatMap((cell): readonly Quantity[] => {
    const printed = blockCell(document, context.rollup, null, cell);
    if (printed.cents === null) return [];
    return [
      {
        name: `${cell.kind} ${cell.direction}`,
        year: cell.year,
        phase: phaseOf(cell.phase),
        terms: [plusTerm(printed)],
        where: IN_EVALUATION,
        versions: null,
      },
    ];
  });
}

/** One quantity per column, from rows that add up to it. */
function perColumn(statement: Statement, name: QuantityName, rows: readonly number[]): readonly Quantity[] {
  const versions = versionsOf(statement);
  return statement.columns.flatMap((head, column) => {
    if (!isWhole(head)) return [];
    return [
      {
        name,
        year: head.year,
        phase: phaseOf(head.phase),
        terms: rows.map((row) => plusTerm(statementCell(statement, row, column))),
        where: statement.schema,
        versions,
      },
    ];
  });
}

/** Of versions beside each other the new one counts; the column of one entity is no figure of the whole. */
const isWhole = ({ revision, entity }: StatementColumn): boolean =>
  (revision === undefined || revision === 'new') && entity === undefined;

function fromObjectives(statement: Statement): readonly Quantity[] {
  return groupBlocks(statement)
    .filter(({ isTotal, kind }) => isTotal && kind !== null)
    .flatMap((block) =>
      DIRECTIONS.flatMap((direction) => {
        const row = block[direction];
        return row === null || block.kind === null ? [] : perColumn(statement, `${block.kind} ${direction}`, [row]);
      }),
    );
}

/** Rows of J2 and M2 by the end of their id. */
const EQUILIBRIUM_ROWS: readonly (readonly [key: string, name: QuantityName])[] = [
  ['I', 'operating balance'],
  ['I.a', 'operating receipts'],
  ['I.b', 'operating expenditure'],
  ['II', 'investment balance'],
  ['II.a', 'investment receipts'],
  ['II.b', 'investment expenditure'],
  ['III', 'operating and investment balance'],
  ['IV', 'financing balance'],
  ['IV.a', 'financing receipts'],
  ['IV.b', 'financing expenditure'],
  ['V', 'result'],
];

/** A quantity from the first row that is this one, if it is printed. */
function fromRow(statement: Statement, id: string, name: QuantityName): readonly Quantity[] {
  const row = rowWithId(statement, id);
  return row === null ? [] : perColumn(statement, name, [row]);
}

const fromEquilibrium = (statement: Statement): readonly Quantity[] =>
  EQUILIBRIUM_ROWS.flatMap(([key, name]) => fromRow(statement, `${statement.schema}.${key}`, name));

/** J3 prints one block per entity and splits its columns by direction; the quantity is the sum over the entities. */
function fromCredits(statements: readonly Statement[]): readonly Quantity[] {
  return statements.flatMap((statement) => {
    const versions = versionsOf(statement);
    return KINDS.flatMap((kind) => {
      const rows = rowsWithId(statement, `${statement.schema}.${kind}`);
      if (rows.length === 0) return [];
      return statement.columns.flatMap((head, column): readonly Quantity[] => {
        const { year, phase, direction } = head;
        return direction === undefined || !isWhole(head)
          ? []
          : [
              {
                name: `${kind} ${direction}`,
                year,
                phase: phaseOf(phase),
                terms: rows.map((row) => plusTerm(statementCell(statement, row, column))),
                where: statement.schema,
                versions,
              },
            ];
      });
    });
  });
}

/** T1: the sum over the policy domains. */
function fromDomains(statement: Statement): readonly Quantity[] {
  const blocks = groupBlocks(statement).filter(({ isTotal, kind }) => !isTotal && kind !== null);
  return BY_KIND.flatMap(({ kind, direction, name }) => {
    const rows = blocks.flatMap((block) =>
      block.kind === kind && block[direction] !== null ? [block[direction]] : [],
    );
    return rows.length === 0 ? [] : perColumn(statement, name, rows);
  });
}

const ECONOMIC_BALANCES: readonly (readonly [id: string, name: QuantityName])[] = [
  ['T2.operating.balance', 'operating balance'],
  ['T2.investment.balance', 'investment balance'],
  ['T2.operatingAndInvestment.balance', 'operating and investment balance'],
  ['T2.financing.balance', 'financing balance'],
  ['T2.result', 'result'],
];

/** T2 prints a total per kind and direction, or the rows that make it up; and the balances. */
function fromEconomic(statement: Statement): readonly Quantity[] {
  const flows = BY_KIND.flatMap(({ kind, direction, name }) => {
    const rows = partTotal(statement, `T2.${kind}.${direction}`);
    return rows.length === 0 ? [] : perColumn(statement, name, rows);
  });
  const balances = ECONOMIC_BALANCES.flatMap(([id, name]) => fromRow(statement, id, name));
  return [...flows, ...balances];
}
