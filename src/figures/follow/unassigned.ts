import type { PlanDocument, Statement, StatementRow } from '../../plan/document';
import { DIRECTIONS, FLOWS, KINDS, type Direction, type Flow, type Kind } from '../../plan/vocabulary';
import { labelOfDirection, labelOfKind } from '../../schema/rows/labels';
import { groupBlocks } from '../../schema/relations/groups';
import { hasFigures } from '../../schema/relations/relation';
import { isUnassigned, unassignedGroupId, UNASSIGNED_LABEL, unassignedPartId } from '../../schema/rows/unassigned';
import { placeTelling } from '../comparisons';
import { quantitiesOf, type FigureSource, type Quantity } from '../quantities';
import { phaseOf, versionsOf } from '../version';

/** Places that tell what T1 and T2 split up in another way, the one that most follows from first. */
export const TELLING_PLACES = ['J1', 'M1', 'J2', 'M2', 'Beleidsevaluatie', 'J3', 'M3'] as const;

const emptyRow = (
  statement: Statement,
  schemaRow: string,
  section: string,
  label: string,
  kind: Kind,
  direction: Direction | null,
): StatementRow => ({
  schemaRow,
  section,
  path: [],
  label,
  depth: 0,
  values: statement.columns.map(() => null),
  node: null,
  kind,
  direction,
  source: statement.source,
});

const groupRow = (statement: Statement, kind: Kind, direction: Direction): StatementRow =>
  emptyRow(
    statement,
    unassignedGroupId(statement.schema, kind, direction),
    UNASSIGNED_LABEL,
    `${labelOfKind(kind)}, ${labelOfDirection(direction).toLowerCase()}`,
    kind,
    direction,
  );

/** Rows with those of `more` put in before the index they are told for. */
const inserted = (
  rows: readonly StatementRow[],
  more: ReadonlyMap<number, readonly StatementRow[]>,
): readonly StatementRow[] =>
  more.size === 0
    ? rows
    : [...rows.flatMap((row, index) => [...(more.get(index) ?? []), row]), ...(more.get(rows.length) ?? [])];

/** J1 and M1: before the totals, a row per kind and direction of which the totals are printed. */
function withObjectives(statement: Statement): readonly StatementRow[] {
  const blocks = groupBlocks(statement).filter(({ isTotal, kind }) => isTotal && kind !== null);
  const first = statement.rows.findIndex((row) => blocks.some(({ section }) => section === row.section));
  if (first < 0 || !statement.rows.some(({ node }) => node !== null)) return statement.rows;
  const rows = blocks.flatMap((block) => {
    const { kind } = block;
    return kind === null
      ? []
      : DIRECTIONS.filter((direction) => block[direction] !== null).map((direction) =>
          groupRow(statement, kind, direction),
        );
  });
  return inserted(statement.rows, new Map([[first, rows]]));
}

/** Flows that another place tells for at least one column of the statement. */
function toldFlows(
  statement: Statement,
  quantities: readonly Quantity[],
): readonly (readonly [kind: Kind, flow: Flow])[] {
  const [where, versions] = [statement.schema, versionsOf(statement)];
  return KINDS.flatMap((kind) =>
    FLOWS.filter((flow) =>
      statement.columns.some(({ year, phase }) =>
        placeTelling(quantities, `${kind} ${flow}`, { where, versions, year, phase: phaseOf(phase) }, TELLING_PLACES),
      ),
    ).map((flow) => [kind, flow] as const),
  );
}

/** T1: after the last domain, before a general total. */
function withDomains(statement: Statement, quantities: readonly Quantity[]): readonly StatementRow[] {
  const blocks = groupBlocks(statement).filter(({ kind }) => kind !== null);
  if (blocks.length === 0) return statement.rows;
  const total = blocks.find(({ isTotal }) => isTotal)?.section;
  const at = total === undefined ? -1 : statement.rows.findIndex(({ section }) => section === total);
  const rows = toldFlows(statement, quantities).map(([kind, flow]) => groupRow(statement, kind, flow));
  return inserted(statement.rows, new Map([[at < 0 ? statement.rows.length : at, rows]]));
}

/** T2: at the end of the section of each flow. */
function withNatures(statement: Statement, quantities: readonly Quantity[]): readonly StatementRow[] {
  const more = new Map<number, readonly StatementRow[]>();
  for (const [kind, flow] of toldFlows(statement, quantities)) {
    const own = quantities.find(({ name, terms }) => name === `${kind} ${flow}` && isIn(statement, terms));
    const first = own?.terms[0]?.cell.at;
    const section = first?.of === 'statement' ? statement.rows[first.row]?.section : undefined;
    if (section === undefined) continue;
    const last = statement.rows.findLastIndex((row) => row.section === section);
    more.set(last + 1, [
      emptyRow(
        statement,
        unassignedPartId(`${statement.schema}.${kind}.${flow}`),
        section,
        UNASSIGNED_LABEL,
        kind,
        flow,
      ),
    ]);
  }
  return inserted(statement.rows, more);
}

/** Are the figures of a quantity rows of this statement? */
export const isIn = (statement: Statement, terms: Quantity['terms']): boolean =>
  terms.some(({ cell: { at } }) => at?.of === 'statement' && at.statement === statement);

/** J3 and M3: under financing, where several parts are printed and a credit does not tell which of them it is. */
function withFinancingParts(statement: Statement): readonly StatementRow[] {
  const more = new Map<number, readonly StatementRow[]>();
  statement.rows.forEach((row, index) => {
    const isFirst = row.kind === 'financing' && hasFigures(row) && statement.rows[index - 1]?.kind !== 'financing';
    if (!isFirst) return;
    let end = index + 1;
    while (statement.rows[end]?.kind === 'financing' && statement.rows[end]?.section === row.section) end += 1;
    if (end - index > 2)
      more.set(end, [
        emptyRow(statement, unassignedPartId(row.schemaRow ?? ''), row.section, UNASSIGNED_LABEL, 'financing', null),
      ]);
  });
  return inserted(statement.rows, more);
}

function rowsWithUnassigned(
  statement: Statement,
  quantities: readonly Quantity[],
  follows: boolean,
): readonly StatementRow[] {
  switch (statement.schema) {
    case 'J1':
    case 'M1':
      return follows ? withObjectives(statement) : statement.rows;
    case 'J3':
    case 'M3':
      return follows ? withFinancingParts(statement) : statement.rows;
    case 'T1':
      return withDomains(statement, quantities);
    case 'T2':
      return withNatures(statement, quantities);
    default:
      return statement.rows;
  }
}

/**
 * The statements with a row, empty as long as nothing was changed, for what follows from the credits and that no printed row accounts
 * for: objectives that J1 does not print, and in T1, T2 and under the financing of J3 what a credit per action does not determine.
 * Statements that none of it reaches stay the same object.
 */
export function withUnassignedRows(document: PlanDocument, source: FigureSource): readonly Statement[] {
  const quantities = quantitiesOf(document, source);
  const follows = [...source.rollup.cells.values()].some(({ direction }) => direction !== 'balance');
  return document.statements.map((statement): Statement => {
    const rows = rowsWithUnassigned(statement, quantities, follows);
    return rows.length === statement.rows.length ? statement : { ...statement, rows };
  });
}

/** The statement as printed: without rows for what is not assigned that hold nothing. */
export function withoutEmptyRows(statement: Statement): Statement {
  const rows = statement.rows.filter(
    (row) => !isUnassigned(row) || row.values.some((value) => value !== null && value !== 0),
  );
  return rows.length === statement.rows.length ? statement : { ...statement, rows };
}
