import type { PlanDocument, Statement } from '../plan/document';
import { DIRECTIONS, KINDS, type Direction, type Kind, type Phase, type SchemaName } from '../plan/vocabulary';
import { foldLabel, labelOfDirection, labelOfKind } from '../schema/labels';
import { groupBlocks, isTotalGroup } from '../schema/relations/groups';
import { hasFigures, sectionsOf, type SectionRows } from '../schema/relations/relation';
import { topRows } from '../schema/relations/tree';
import { blockCell, statementCell } from './printed';
import type { Rollup } from './amounts';
import { plusTerm, type IdentityTerm } from './identity';
import { versionsOf, type Versions } from './version';

/** Where quantities are taken from: the sums over the plan, and the statements by schema. */
export interface FigureSource {
  readonly rollup: Rollup;
  readonly statements: (schema: SchemaName) => readonly Statement[];
}

/** What a quantity is, whatever schema prints it: the six flows, their balances, and the results that follow. */
export type QuantityName = `${Kind} ${Direction}` | 'operating and investment balance' | 'result';

/** The columns in which quantities can be compared: a plan column of the closed year is the final credit. */
export type QuantityPhase = 'actual' | 'plan' | 'initialBudget';

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

const phaseOf = (phase: Phase): QuantityPhase => (phase === 'finalBudget' ? 'plan' : phase);

const FLOWS = KINDS.flatMap((kind) => DIRECTIONS.map((direction) => ({ kind, direction, name: `${kind} ${direction}` as const })));

/** The words for a quantity in a sentence, as reports print them. */
export function quantityLabel(name: QuantityName): string {
  const flow = FLOWS.find((candidate) => candidate.name === name);
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
    return [{ name: `${cell.kind} ${cell.direction}`, year: cell.year, phase: phaseOf(cell.phase), terms: [plusTerm(printed)], where: 'Beleidsevaluatie', versions: null }];
  });
}

/** One quantity per column, from rows that add up to it. */
function perColumn(statement: Statement, name: QuantityName, rows: readonly number[]): readonly Quantity[] {
  const versions = versionsOf(statement);
  return statement.columns.map(({ year, phase }, column) => ({
    name,
    year,
    phase: phaseOf(phase),
    terms: rows.map((row) => plusTerm(statementCell(statement, row, column))),
    where: statement.schema,
    versions,
  }));
}

function fromObjectives(statement: Statement): readonly Quantity[] {
  return groupBlocks(statement)
    .filter(({ section, kind }) => isTotalGroup(section) && kind !== null)
    .flatMap((block) =>
      DIRECTIONS.flatMap((direction) => {
        const row = block[direction];
        return row === null || block.kind === null ? [] : perColumn(statement, `${block.kind} ${direction}`, [row]);
      }),
    );
}

const EQUILIBRIUM_ROWS: readonly (readonly [path: string, name: QuantityName])[] = [
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

export const EQUILIBRIUM_SECTION = 'budgettair resultaat';

/** Index of the row with these markers under a heading; -1 when it is not printed. */
export const rowAt = (statement: Statement, section: string, path: string): number =>
  statement.rows.findIndex((row) => foldLabel(row.section) === section && row.path.join('.') === path && hasFigures(row));

function fromEquilibrium(statement: Statement): readonly Quantity[] {
  return EQUILIBRIUM_ROWS.flatMap(([path, name]) => {
    const row = rowAt(statement, EQUILIBRIUM_SECTION, path);
    return row < 0 ? [] : perColumn(statement, name, [row]);
  });
}

/** J3 prints one block per entity and splits its columns by direction; the quantity is the sum over the entities. */
function fromCredits(statements: readonly Statement[]): readonly Quantity[] {
  return statements.flatMap((statement) => {
    const versions = versionsOf(statement);
    return KINDS.flatMap((kind) => {
      const rows = [...statement.rows.keys()].filter((index) => {
        const row = statement.rows[index];
        return row?.kind === kind && hasFigures(row) && foldLabel(row.label) === foldLabel(labelOfKind(kind));
      });
      if (rows.length === 0) return [];
      return statement.columns.flatMap(({ year, phase, direction }, column): readonly Quantity[] =>
        direction === undefined
          ? []
          : [{ name: `${kind} ${direction}`, year, phase: phaseOf(phase), terms: rows.map((row) => plusTerm(statementCell(statement, row, column))), where: statement.schema, versions }],
      );
    });
  });
}

/** T1: the sum over the policy domains. */
function fromDomains(statement: Statement): readonly Quantity[] {
  const blocks = groupBlocks(statement).filter(({ section, kind }) => !isTotalGroup(section) && kind !== null);
  return FLOWS.flatMap(({ kind, direction, name }) => {
    const rows = blocks.flatMap((block) => (block.kind === kind && block[direction] !== null ? [block[direction]] : []));
    return rows.length === 0 ? [] : perColumn(statement, name, rows);
  });
}

const ECONOMIC_BALANCES: readonly (readonly [label: string, name: QuantityName])[] = [
  ['exploitatiesaldo', 'operating balance'],
  ['investeringssaldo', 'investment balance'],
  ['saldo exploitatie en investeringen', 'operating and investment balance'],
  ['saldo van exploitatie en investeringen', 'operating and investment balance'],
  ['financieringssaldo', 'financing balance'],
  ['budgettair resultaat', 'result'],
  ['budgettair resultaat van het boekjaar', 'result'],
];

/** T2 sections by the words in their heading: "I. Exploitatie-uitgaven". */
const ECONOMIC_SECTION = /^I{1,2}\.\s*(exploitatie|investering|financiering)[a-z]*-?\s*(uitgaven|ontvangsten)$/i;
const SECTION_KINDS: Readonly<Record<string, Kind>> = { exploitatie: 'operating', investering: 'investment', financiering: 'financing' };

function economicFlow(section: SectionRows): QuantityName | null {
  const match = ECONOMIC_SECTION.exec(section.name);
  const kind = SECTION_KINDS[match?.[1]?.toLowerCase() ?? ''];
  if (!match || kind === undefined) return null;
  return `${kind} ${match[2]?.toLowerCase() === 'uitgaven' ? 'expenditure' : 'receipts'}`;
}

function fromEconomic(statement: Statement): readonly Quantity[] {
  const flows = sectionsOf(statement).flatMap((section) => {
    const name = economicFlow(section);
    const rows = topRows(statement, section).filter((index) => hasFigures(statement.rows[index]));
    return name === null || rows.length === 0 ? [] : perColumn(statement, name, rows);
  });
  const balances = ECONOMIC_BALANCES.flatMap(([label, name]) => {
    const row = statement.rows.findIndex((candidate) => foldLabel(candidate.label) === label && hasFigures(candidate) && candidate.section === '');
    return row < 0 ? [] : perColumn(statement, name, [row]);
  });
  return [...flows, ...balances];
}
