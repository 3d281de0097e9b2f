import type { Statement, StatementColumn } from '../plan/document';
import type { Cents } from '../plan/money';
import { failure, success, type Result } from '../plan/result';
import {
  DIRECTIONS,
  KINDS,
  PHASES,
  type Direction,
  type Flow,
  type Kind,
  type SchemaName,
  type SchemaSet,
} from '../plan/vocabulary';
import { totalCents } from '../figures/sums';
import { identifyRows, type PrintedRow } from '../schema/rows/identify';
import { labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { rowsOf, schemaSetFrom } from '../schema/rows/rows';
import type { GroupName } from '../schema/rows/groups';
import { foldCode } from './cells';
import type { CreditRow, CreditTable } from './creditRows';
import { Refusal } from './failure';
import type { PlanRows } from './planRows';

/** One cell of a schema: what of which lines is added up in it; null where the schema computes it from other rows. */
interface Draft {
  readonly section: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly kind: Kind | null;
  readonly direction: Direction | null;
  /** Lines that count; null for a heading, and for a row computed from others. */
  readonly counts: ((line: CreditRow) => boolean) | null;
  readonly heading?: true;
}

const isFlow = ({ kind, direction }: CreditRow, wantedKind: Kind | null, wanted: Flow): boolean =>
  (wantedKind === null || kind === wantedKind) && direction === wanted;

interface Group {
  readonly name: string;
  readonly title: string;
  readonly has: (line: CreditRow) => boolean;
}

/** The rows of one group of J1 or M1: per kind in the 2020 set, expenditure and receipts together in BBC 3.0. */
function blockDrafts({ name, title, has }: Group, set: SchemaSet): readonly Draft[] {
  const heading = (label: string, kind: Kind | null): Draft => ({
    section: name,
    path: [],
    label,
    kind,
    direction: null,
    counts: null,
    heading: true,
  });
  const flow = (kind: Kind | null, direction: Flow): Draft => ({
    section: name,
    path: [],
    label: labelOfDirection(direction, 'singular'),
    kind,
    direction,
    counts: (line) => has(line) && isFlow(line, kind, direction),
  });
  const kinds = set === '3.0' ? [null] : KINDS;
  return [
    ...(title === '' ? [] : [heading(title, null)]),
    ...kinds.flatMap((kind): readonly Draft[] => [
      ...(kind === null ? [] : [heading(labelOfKind(kind, 'singular'), kind)]),
      flow(kind, 'expenditure'),
      flow(kind, 'receipts'),
      ...(kind === null
        ? []
        : [
            {
              section: name,
              path: [],
              label: labelOfDirection('balance', 'singular'),
              kind,
              direction: 'balance' as const,
              counts: null,
            },
          ]),
    ]),
  ];
}

/** The objectives of the plan, the others together where the plan says which have priority, what stands under none, and the total of all. */
function objectiveGroups({ rows }: CreditTable, plan: PlanRows | null, set: SchemaSet): readonly Group[] {
  const tops = new Map(rows.filter(({ topKey }) => topKey !== '').map(({ topKey, top }) => [topKey, top]));
  const order = new Map((plan?.nodes ?? []).map((node) => [foldCode(node.id), node]));
  const sorted = [...tops].sort(
    ([left], [right]) => (order.get(left)?.order ?? order.size) - (order.get(right)?.order ?? order.size),
  );
  const isOther = (folded: string): boolean => set === '2020' && order.get(folded)?.priority === false;
  const headings = new Map(rowsOf('J1', set).map(({ section }) => [section.key, section.section]));
  const group = (key: GroupName, has: Group['has']): readonly Group[] => {
    const name = headings.get(key);
    return name === undefined ? [] : [{ name, title: name, has }];
  };
  return [
    ...sorted
      .filter(([folded]) => !isOther(folded))
      .map(([folded, printed]): Group => ({
        name: `${headings.get('objective') ?? ''}: ${printed}`,
        title: order.get(folded)?.title ?? '',
        has: ({ topKey }) => topKey === folded,
      })),
    ...(sorted.some(([folded]) => isOther(folded)) ? group('other', ({ topKey }) => isOther(topKey)) : []),
    ...(rows.some(({ topKey }) => topKey === '') ? group('without', ({ topKey }) => topKey === '') : []),
    ...group('total', () => true),
  ];
}

const EQUILIBRIUM_KINDS: Readonly<Record<string, Kind>> = { I: 'operating', II: 'investment', IV: 'financing' };
/** Rows of the budgetary result that follow from the credits of the year alone; what comes after needs the years before. */
const EQUILIBRIUM_ROWS = ['I', 'II', 'III', 'IV', 'V'];

/** J2 and M2 as far as credits tell: the three balances and the result of the year. */
const equilibriumDrafts = (schema: SchemaName, set: SchemaSet): readonly Draft[] => {
  const rows = rowsOf(schema, set);
  return rows
    .filter(({ section, path }) => section.key === '' && EQUILIBRIUM_ROWS.includes(path[0] ?? ''))
    .map(({ section: { section }, path, label }): Draft => {
      const kind = EQUILIBRIUM_KINDS[path[0] ?? ''];
      const direction: Flow | null = path[1] === 'a' ? 'receipts' : path[1] === 'b' ? 'expenditure' : null;
      return {
        section,
        path,
        label,
        kind: null,
        direction: null,
        counts: kind === undefined || direction === null ? null : (line) => isFlow(line, kind, direction),
      };
    });
};

/** J3 and M3: a row per kind; the columns tell expenditure from receipts. */
const creditDrafts = (): readonly Draft[] =>
  KINDS.map((kind): Draft => ({
    section: '',
    path: [],
    label: labelOfKind(kind),
    kind,
    direction: null,
    counts: (line) => line.kind === kind,
  }));

/** Schemas that the credits of a plan can tell, wholly or from the top. */
export const CREDIT_SCHEMAS: readonly SchemaName[] = ['J1', 'M1', 'J2', 'M2', 'J3', 'M3'];

function draftsOf(schema: SchemaName, credits: CreditTable, plan: PlanRows | null, set: SchemaSet): readonly Draft[] {
  if (schema === 'J1' || schema === 'M1')
    return objectiveGroups(credits, plan, set).flatMap((group) => blockDrafts(group, set));
  return schema === 'J2' || schema === 'M2' ? equilibriumDrafts(schema, set) : creditDrafts();
}

/** Years and phases in which anything is printed, in time and as reports order them; J3 and M3 have a column per direction. */
function columnsOf({ rows, phases }: CreditTable, schema: SchemaName): readonly StatementColumn[] {
  const years = [...new Set(rows.flatMap(({ year }) => (year === null ? [] : [year])))].sort(
    (left, right) => left - right,
  );
  const inTime = years.flatMap((year) =>
    PHASES.filter(
      (phase) => phases.includes(phase) && rows.some((line) => line.year === year && line.cents(phase) !== null),
    ).map((phase): StatementColumn => ({ year, phase })),
  );
  if (schema !== 'J3' && schema !== 'M3') return inTime;
  return inTime.flatMap((column) =>
    DIRECTIONS.filter((direction) => direction !== 'balance').map((direction): StatementColumn => ({
      ...column,
      direction,
    })),
  );
}

/** A schema with the figures that lines of credits add up to; what it computes from its own rows is left to its formulas. */
export function creditStatement(
  schema: SchemaName,
  credits: CreditTable,
  plan: PlanRows | null,
): Result<Statement, Refusal> {
  const years = credits.rows.flatMap(({ year }) => (year === null ? [] : [year]));
  const set = schemaSetFrom(years.length === 0 ? 0 : Math.min(...new Set(years)));
  const columns = columnsOf(credits, schema);
  const rows: PrintedRow[] = [];
  for (const { counts, heading, ...draft } of draftsOf(schema, credits, plan, set)) {
    const values: (Cents | null)[] = [];
    const lines = counts === null ? [] : credits.rows.filter(counts);
    for (const { year, phase, direction } of heading ? [] : columns) {
      const cents = lines
        .filter((line) => line.year === year && (direction === undefined || line.direction === direction))
        .map((line) => line.cents(phase));
      const refused = cents.find((each) => each instanceof Refusal);
      if (refused instanceof Refusal) return failure(refused);
      values.push(totalCents(cents.filter((each): each is Cents | null => !(each instanceof Refusal))));
    }
    rows.push({
      ...draft,
      depth: Math.max(0, draft.path.length - 1),
      values,
      node: null,
      source: { line: rows.length + 1, page: null },
    });
  }
  return success({
    schema,
    title: '',
    version: null,
    columns,
    rows: identifyRows(schema, rows),
    dossiers: [],
    unit: 'cent',
    source: { line: 1, page: null },
  });
}
