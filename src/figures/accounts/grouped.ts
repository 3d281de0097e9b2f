import type { PlanNode, Statement, StatementRow } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { DIRECTIONS, FLOWS, KINDS, type Direction, type Kind, type SchemaSet } from '../../plan/vocabulary';
import { labelOfDirection, labelOfKind, type GrammaticalNumber } from '../../schema/rows/labels';
import { cellKey } from '../../schema/rows/groups';
import { UNPLACED_LABEL } from '../../schema/unplaced';
import { UNKNOWN_ACTION, WITHOUT_OBJECTIVE } from './objectives';
import type { Books } from './books';
import { objectiveColumns, yearColumns, type ComputedColumn } from './columns';
import { UNASSIGNED_DOMAIN } from './domains';
import { columnOf, less, rowOf, statementOf, total } from './statement';
import type { Tally } from './tally';

/** One group of J1, M1 or T1: the sums that stand under one heading. */
interface GroupBlock {
  readonly heading: string;
  /** Key of the group in the ids of its rows. */
  readonly key: string;
  /** Printed under the heading: the title of an objective, or the heading again. */
  readonly title: string;
  readonly node: string | null;
  /** Names of what it adds up, in the tally. */
  readonly names: readonly string[];
}

interface Sheet {
  readonly schema: 'J1' | 'M1' | 'T1';
  readonly set: SchemaSet;
  readonly columns: readonly ComputedColumn[];
  readonly tally: Tally;
  readonly number: GrammaticalNumber;
}

const flowValue = (
  { tally }: Sheet,
  names: readonly string[],
  column: ComputedColumn,
  kind: Kind | null,
  flow: 'expenditure' | 'receipts',
): Cents =>
  total(
    names.map((name) =>
      kind === null
        ? tally.ofFlow(name, column.year, flow, column.measure)
        : tally.at(name, column.year, kind, flow, column.measure),
    ),
  );

function valuesOf(
  sheet: Sheet,
  names: readonly string[],
  kind: Kind | null,
  direction: Direction,
): readonly (Cents | null)[] {
  return sheet.columns.map((column) =>
    direction === 'balance'
      ? less(flowValue(sheet, names, column, kind, 'receipts'), flowValue(sheet, names, column, kind, 'expenditure'))
      : flowValue(sheet, names, column, kind, direction),
  );
}

function rowsOfBlock(sheet: Sheet, { heading, key, title, node, names }: GroupBlock): readonly StatementRow[] {
  const { schema, set, number } = sheet;
  const idOf = (kind: Kind | null, direction: Direction | null): string =>
    `${schema}.${key}.${cellKey(kind, direction)}`;
  const cell = (kind: Kind | null, direction: Direction, depth: number): StatementRow =>
    rowOf({
      section: heading,
      label: labelOfDirection(direction, number),
      depth,
      values: valuesOf(sheet, names, kind, direction),
      node,
      kind,
      direction,
      id: idOf(kind, direction),
    });
  const head = rowOf({ section: heading, label: title, node });
  if (set === '3.0') return [head, ...FLOWS.map((flow) => cell(null, flow, 0))];
  return [
    head,
    ...KINDS.flatMap((kind) => [
      rowOf({ section: heading, label: labelOfKind(kind, number), node, kind, id: idOf(kind, null) }),
      ...DIRECTIONS.map((direction) => cell(kind, direction, 1)),
    ]),
  ];
}

const named = (heading: string, key: string, names: readonly string[]): GroupBlock => ({
  heading,
  key,
  title: heading,
  node: null,
  names,
});

const objectiveBlock = (top: PlanNode, set: SchemaSet): GroupBlock => ({
  heading: `${set === '3.0' ? 'Beleidsdoelstelling' : 'Prioritaire beleidsdoelstelling'}: ${top.code ?? top.title}`,
  key: 'objective',
  title: top.title,
  node: top.id,
  names: [top.id],
});

function objectiveBlocks({ objectives, byObjective, report: { kind, set } }: Books): readonly GroupBlock[] {
  const { tops, isPriority } = objectives;
  const own = set === '3.0' ? tops : tops.filter(isPriority);
  const rest = tops.filter((top) => !own.includes(top)).map(({ id }) => id);
  const unknown = byObjective.has(UNKNOWN_ACTION) ? [named(UNPLACED_LABEL, 'unplaced', [UNKNOWN_ACTION])] : [];
  const everything = [...tops.map(({ id }) => id), WITHOUT_OBJECTIVE, UNKNOWN_ACTION];
  // M1 and T1 of BBC 3.0 spell it differently.
  const sum = set === '3.0' ? (kind === 'multiYearPlan' ? 'Algemeen Totaal' : 'Algemeen totaal') : 'Totaal';
  return [
    ...own.map((top) => objectiveBlock(top, set)),
    ...(set === '3.0' ? [] : [named('Niet prioritaire beleidsdoelstellingen', 'other', rest)]),
    named('Verrichtingen zonder beleidsdoelstelling', 'without', [WITHOUT_OBJECTIVE]),
    ...unknown,
    named(sum, 'total', everything),
  ];
}

/** J1 or M1; null when lines name actions and there is no plan to find their objectives in. */
export function objectiveStatement(books: Books): Statement | null {
  const { report, objectives, byObjective } = books;
  if (objectives.tops.length === 0 && byObjective.has(UNKNOWN_ACTION)) return null;
  const schema = report.kind === 'annualAccounts' ? 'J1' : 'M1';
  const columns = objectiveColumns(report);
  const sheet: Sheet = { schema, set: report.set, columns, tally: byObjective, number: 'singular' };
  const rows = objectiveBlocks(books).flatMap((block) => rowsOfBlock(sheet, block));
  return statementOf(schema, report.set, columns.map(columnOf), rows);
}

/** T1, by the board's own domains; null without a table of them. */
export function domainStatement({ domains, byDomain, report }: Books): Statement | null {
  if (!domains) return null;
  const { set } = report;
  const columns = yearColumns(report, 'planOfT1');
  const sheet: Sheet = { schema: 'T1', set, columns, tally: byDomain, number: 'plural' };
  const unplaced = byDomain.has(UNASSIGNED_DOMAIN) ? [UNASSIGNED_DOMAIN] : [];
  const names = [...domains.names, ...unplaced];
  const blocks = [
    ...domains.names.map((name) => named(name, 'domain', [name])),
    ...unplaced.map((name) => named(name, 'unplaced', [name])),
    ...(set === '3.0' ? [named('Algemeen totaal', 'total', names)] : []),
  ];
  return statementOf(
    'T1',
    set,
    columns.map(columnOf),
    blocks.flatMap((block) => rowsOfBlock(sheet, block)),
  );
}
