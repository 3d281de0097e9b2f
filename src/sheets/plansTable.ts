import type { PlanNode } from '../plan/document';
import { counts } from '../plan/link';
import { FLOWS, type Flow } from '../plan/vocabulary';
import { statusByCode } from '../plan/status';
import { countMeanings, countStatuses, derivedMeaning, type StatusMeaning } from '../figures/statusCount';
import { alignedRight, calculated, column, hidden, keyColumn, tableOf, type Column } from './columns';
import { here, literal, whole } from './formulas';
import { DOCUMENT_WIDTH } from './indicatorTables';
import { LINK_STATE_LABELS } from './linkLabels';
import { keyOf, KEY_SIGN, LINK_COLUMNS, LINK_TABLE } from './linkTable';
import { PLAN_COLUMNS } from './planColumns';
import { derivedStatusFormula, partsFormula } from './planFormulas';
import type { PlanView } from './planView';
import { CONTENT_ROW } from './sheet';
import type { StyleName } from './style';
import {
  rowPlaceFormula,
  lastRowFormula,
  rowsFormula,
  SUBTREE_COLUMNS,
  subtreePlaces,
  sumBelow,
  type PathTable,
  type SubtreePlace,
} from './subtree';
import type { TableModel } from './table';
import { pathOf, type NamedDocument, type PlacedLink } from './ends';
import { MONEY_COLUMNS, pathName, PLANS_KEY, PLANS_TABLE, type LinkedAmounts } from './linkedMoney';

/** Row on the sheet Plannen of the node at a place among all its nodes, from 0. */
export const plansRow = (position: number): number => CONTENT_ROW + 1 + position;

/** Names of the columns of the other plans; those of a plan bear the names they have on the sheet Plan. */
export const PLANS_COLUMNS = {
  document: 'Document',
  linked: 'Koppelingen',
  ownLinked: 'Eigen koppelingen',
  rank: SUBTREE_COLUMNS.rank,
  parentKey: 'Naam boven',
} as const;
const P = PLANS_COLUMNS;
export const viaLinks = (direction: Flow): string => `${MONEY_COLUMNS[direction]} via koppelingen`;

const own = (column: string): string => here(PLANS_TABLE, column);
const links = (column: string): string => whole(LINK_TABLE, column);

interface Row {
  readonly of: NamedDocument;
  readonly node: PlanNode;
  readonly name: string;
  readonly path: readonly string[];
}

type PlansColumn = Column<Row>;

/** What links bring to a node itself: the column it stands in, and that of the sum over the node and all under it. */
interface Arrival {
  readonly sum: string;
  readonly width: number;
  readonly own: string;
  readonly ownStyle: StyleName;
  readonly ownFormula: string;
  readonly value: (link: PlacedLink, end: 'from' | 'to') => number;
}

function arrivalColumns(
  rows: readonly Row[],
  placed: readonly PlacedLink[],
  table: PathTable,
  { sum, width, own: ownName, ownStyle, ownFormula, value }: Arrival,
): { readonly rolled: PlansColumn; readonly own: PlansColumn } {
  const arrived = new Map<string, number>();
  const add = (name: string, amount: number): void => void arrived.set(name, (arrived.get(name) ?? 0) + amount);
  for (const link of placed) {
    add(keyOf(link.row.toDocument, link.row.to), value(link, 'to'));
    add(keyOf(link.row.fromDocument, link.row.from), value(link, 'from'));
  }
  const rolled = new Map<string, number>();
  for (const { name, path } of rows)
    for (const above of path) rolled.set(above, (rolled.get(above) ?? 0) + (arrived.get(name) ?? 0));
  const formula = `IF(${own(SUBTREE_COLUMNS.rows)}=0,0,${sumBelow(table, ownName)})`;
  return {
    rolled: alignedRight(calculated(sum, width, 'count', formula, ({ name }) => rolled.get(name) ?? 0)),
    own: hidden(calculated(ownName, HIDDEN_WIDTH, ownStyle, ownFormula, ({ name }) => arrived.get(name) ?? 0)),
  };
}

/** Links that count, by their number. */
const linkArrival: Arrival = {
  sum: P.linked,
  width: 12,
  own: P.ownLinked,
  ownStyle: 'count',
  ownFormula: [LINK_COLUMNS.toKey, LINK_COLUMNS.fromKey]
    .flatMap((end) =>
      [LINK_STATE_LABELS.confirmed, LINK_STATE_LABELS.explicit].map(
        (state) => `COUNTIFS(${links(end)},${own(PLANS_KEY)},${links(LINK_COLUMNS.state)},${literal(state)})`,
      ),
    )
    .join('+'),
  value: ({ row: { link } }) => (counts(link) ? 1 : 0),
};

const moneyArrival = (direction: Flow, money: LinkedAmounts): Arrival => ({
  sum: viaLinks(direction),
  width: 13,
  own: `Eigen ${MONEY_COLUMNS[direction].toLowerCase()}`,
  ownStyle: 'euroMuted',
  ownFormula: `SUMIFS(${links(MONEY_COLUMNS[direction])},${links(LINK_COLUMNS.toKey)},${own(PLANS_KEY)})`,
  value: ({ row }, end) => (end === 'to' ? money.net(row, direction) : 0),
});

const HIDDEN_WIDTH = 12;

/** Direct parts of each node by what their status means, and what follows from them: as on the sheet Plan. */
function statusColumns(
  { statuses }: PlanView,
  others: readonly NamedDocument[],
  table: PathTable,
): { readonly derived: PlansColumn; readonly parts: readonly PlansColumn[] } {
  const counted = new Map(others.map((of) => [of, countStatuses(of.document)]));
  const meanings = ({ of, node }: Row): Readonly<Record<StatusMeaning, number>> => {
    const counts = counted.get(of)?.children(node.id);
    return counts ? countMeanings(counts, statuses) : { done: 0, onTrack: 0, offTrack: 0, notStarted: 0 };
  };
  const label = (meaning: StatusMeaning | null): string =>
    statuses.find((term) => term.meaning === meaning)?.label ?? '';
  const part = (name: string, meaning: StatusMeaning): PlansColumn => {
    const formula = partsFormula(statuses, meaning, table, P.parentKey);
    return hidden(calculated(name, HIDDEN_WIDTH, 'whole', formula, (row) => meanings(row)[meaning]));
  };
  return {
    derived: calculated(
      PLAN_COLUMNS.derivedStatus,
      20,
      'textWrapped',
      derivedStatusFormula(statuses, PLANS_TABLE),
      (row) => label(derivedMeaning(meanings(row))),
    ),
    parts: [
      part(PLAN_COLUMNS.partsDone, 'done'),
      part(PLAN_COLUMNS.partsOnTrack, 'onTrack'),
      part(PLAN_COLUMNS.partsOffTrack, 'offTrack'),
      part(PLAN_COLUMNS.partsNotStarted, 'notStarted'),
    ],
  };
}

const identityColumns = ({ statuses }: PlanView): readonly PlansColumn[] => [
  column(P.document, DOCUMENT_WIDTH, 'textWrapped', ({ of }) => of.name),
  column(PLAN_COLUMNS.code, 28, 'textWrapped', ({ of, node }) => of.codeOf(node.id)),
  column(PLAN_COLUMNS.title, 54, 'textWrapped', ({ node }) => node.title || null),
  column(
    PLAN_COLUMNS.level,
    16,
    'textWrapped',
    ({ of, node }) => of.document.levels.find(({ id }) => id === node.level)?.name ?? node.level,
  ),
  column(PLAN_COLUMNS.status, 22, 'textInput', ({ node: { evaluation } }) =>
    evaluation === null ? null : (statusByCode(statuses, evaluation.status)?.label ?? (evaluation.statusText || null)),
  ),
];

const sourceColumns: readonly PlansColumn[] = [
  column(PLAN_COLUMNS.evaluation, 40, 'textInput', ({ node }) => node.evaluation?.text || null),
  column(PLAN_COLUMNS.parent, 20, 'textWrapped', ({ of, node }) =>
    node.parent === null ? null : of.codeOf(node.parent),
  ),
  column(PLAN_COLUMNS.source, 9, 'textCentered', ({ of, node }) => of.source.link(node.source)),
];

/** Where the rows under a node stand, for the formulas that add them up. */
function subtreeColumns(rows: readonly Row[], table: PathTable): readonly PlansColumn[] {
  const places = subtreePlaces(rows.map(({ name, path }) => ({ key: name, path, rank: path.length, hasParts: false })));
  const subtrees = new Map(rows.map(({ name }, index) => [name, places[index]]));
  const place = (name: string, formula: string, value: (place: SubtreePlace) => number): PlansColumn =>
    hidden(
      calculated(name, HIDDEN_WIDTH, 'whole', formula, (row) => {
        const found = subtrees.get(row.name);
        return found ? value(found) : 0;
      }),
    );
  return [
    hidden(column(P.rank, HIDDEN_WIDTH, 'whole', ({ path }) => path.length)),
    place(SUBTREE_COLUMNS.row, rowPlaceFormula(table), ({ row }) => row),
    place(SUBTREE_COLUMNS.rows, rowsFormula(table), ({ rows: count }) => count),
    place(SUBTREE_COLUMNS.last, lastRowFormula(table), ({ last }) => last),
  ];
}

const parentFormula = `IF(${own(PLAN_COLUMNS.parent)}="","",${own(P.document)}&${literal(KEY_SIGN)}&${own(PLAN_COLUMNS.parent)})`;

/** The names by which formulas find a node and what it stands under. */
const nameColumns = (depth: number): readonly PlansColumn[] => [
  ...Array.from({ length: depth }, (_, index) =>
    hidden<Row>(column(pathName(index + 1), HIDDEN_WIDTH, 'textMuted', ({ path }) => path[index] ?? null)),
  ),
  hidden(
    calculated(P.parentKey, HIDDEN_WIDTH, 'textMuted', parentFormula, ({ of, node }) =>
      node.parent === null ? '' : keyOf(of.name, of.codeOf(node.parent)),
    ),
  ),
  hidden(column(PLANS_KEY, HIDDEN_WIDTH, 'textMuted', ({ name }) => name)),
  keyColumn(HIDDEN_WIDTH, ({ of, node }) => keyOf(of.name, node.id)),
];

/** One row per node of the other documents, with its status and what comes to it along links. Paths are settled when the workbook is made. */
export function plansTable(
  view: PlanView,
  others: readonly NamedDocument[],
  placed: readonly PlacedLink[],
  money: LinkedAmounts,
): TableModel {
  const rows = others.flatMap((of) =>
    of.document.nodes.map((node): Row => ({
      of,
      node,
      name: keyOf(of.name, of.codeOf(node.id)),
      path: pathOf(of, node.id),
    })),
  );
  const depth = Math.max(1, ...rows.map(({ path }) => path.length));
  const table: PathTable = { name: PLANS_TABLE, key: PLANS_KEY, paths: [pathName(1), pathName(depth)], parent: null };
  const { derived, parts } = statusColumns(view, others, table);
  const arrivals = [linkArrival, ...FLOWS.map((direction) => moneyArrival(direction, money))].map((arrival) =>
    arrivalColumns(rows, placed, table, arrival),
  );
  return tableOf(
    PLANS_TABLE,
    [
      ...identityColumns(view),
      derived,
      ...arrivals.map(({ rolled }) => rolled),
      ...sourceColumns,
      ...arrivals.map((arrival) => arrival.own),
      ...parts,
      ...subtreeColumns(rows, table),
      ...nameColumns(depth),
    ],
    rows,
  );
}
