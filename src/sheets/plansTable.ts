import type { PlanNode } from '../plan/document';
import { counts } from '../plan/link';
import { FLOWS, type Flow } from '../plan/vocabulary';
import { statusByCode } from '../plan/status';
import { countMeanings, countStatuses, derivedMeaning, type StatusMeaning } from '../figures/statusCount';
import { formulaCell, here, literal, whole } from './formulas';
import { DOCUMENT_WIDTH } from './indicatorTables';
import { LINK_STATE_LABELS } from './linkLabels';
import { keyOf, KEY_SIGN, LINK_COLUMNS, LINK_TABLE } from './linkTable';
import { KEY_COLUMN } from './names';
import { PLAN_COLUMNS } from './planColumns';
import { derivedStatusFormula, partsFormula } from './planFormulas';
import type { PlanView } from './planView';
import { CONTENT_ROW } from './sheet';
import type { CellSpec } from './spec';
import {
  rowPlaceFormula,
  lastRowFormula,
  rowsFormula,
  SUBTREE_COLUMNS,
  subtreePlaces,
  sumBelow,
  type PathTable,
} from './subtree';
import type { ColumnModel, TableModel } from './table';
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
const ownOf = (direction: Flow): string => `Eigen ${MONEY_COLUMNS[direction].toLowerCase()}`;

const own = (column: string): string => here(PLANS_TABLE, column);
const links = (column: string): string => whole(LINK_TABLE, column);

interface Row {
  readonly of: NamedDocument;
  readonly node: PlanNode;
  readonly name: string;
  readonly path: readonly string[];
}

interface PlansColumn extends ColumnModel {
  readonly cell: (row: Row) => CellSpec;
}

/** What arrives at each name, and at everything under it. */
function arrivals(
  rows: readonly Row[],
  placed: readonly PlacedLink[],
  value: (link: PlacedLink, end: 'from' | 'to') => number,
): { readonly own: (name: string) => number; readonly rolled: (name: string) => number } {
  const sums = new Map<string, number>();
  const add = (name: string, amount: number): void => void sums.set(name, (sums.get(name) ?? 0) + amount);
  for (const link of placed) {
    add(keyOf(link.row.toDocument, link.row.to), value(link, 'to'));
    add(keyOf(link.row.fromDocument, link.row.from), value(link, 'from'));
  }
  const rolled = new Map<string, number>();
  for (const { name, path } of rows)
    for (const above of path) rolled.set(above, (rolled.get(above) ?? 0) + (sums.get(name) ?? 0));
  return { own: (name) => sums.get(name) ?? 0, rolled: (name) => rolled.get(name) ?? 0 };
}

const computed = (
  column: Omit<PlansColumn, 'cell'> & { readonly formula: string },
  value: (row: Row) => string | number,
): PlansColumn => ({
  ...column,
  cell: (row) => formulaCell(column.formula, value(row)),
});

const hidden = { width: 12, style: 'textMuted', hidden: true } as const;

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
  const part = (name: string, meaning: StatusMeaning): PlansColumn =>
    computed(
      { ...hidden, style: 'whole', name, formula: partsFormula(statuses, meaning, table, P.parentKey) },
      (row) => meanings(row)[meaning],
    );
  return {
    derived: computed(
      {
        name: PLAN_COLUMNS.derivedStatus,
        width: 20,
        style: 'textWrapped',
        formula: derivedStatusFormula(statuses, PLANS_TABLE),
      },
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
  const places = subtreePlaces(rows.map(({ name, path }) => ({ key: name, path, rank: path.length, hasParts: false })));
  const subtrees = new Map(rows.map(({ name }, index) => [name, places[index]]));
  const rolledUp = (column: string): string => `IF(${own(SUBTREE_COLUMNS.rows)}=0,0,${sumBelow(table, column)})`;
  const counted = arrivals(rows, placed, ({ row: { link } }) => (counts(link) ? 1 : 0));
  const table: PathTable = { name: PLANS_TABLE, key: PLANS_KEY, paths: [pathName(1), pathName(depth)], parent: null };
  const moneyColumns = FLOWS.map((direction) => ({
    direction,
    sums: arrivals(rows, placed, ({ row }, end) => (end === 'to' ? money.net(row, direction) : 0)),
  }));
  const countOf = (end: string): string =>
    [LINK_STATE_LABELS.confirmed, LINK_STATE_LABELS.explicit]
      .map((state) => `COUNTIFS(${links(end)},${own(PLANS_KEY)},${links(LINK_COLUMNS.state)},${literal(state)})`)
      .join('+');
  const { derived, parts } = statusColumns(view, others, table);
  const parentFormula = `IF(${own(PLAN_COLUMNS.parent)}="","",${own(P.document)}&${literal(KEY_SIGN)}&${own(PLAN_COLUMNS.parent)})`;
  const columns: readonly PlansColumn[] = [
    { name: P.document, width: DOCUMENT_WIDTH, style: 'textWrapped', cell: ({ of }) => of.name },
    { name: PLAN_COLUMNS.code, width: 28, style: 'textWrapped', cell: ({ of, node }) => of.codeOf(node.id) },
    { name: PLAN_COLUMNS.title, width: 54, style: 'textWrapped', cell: ({ node }) => node.title || null },
    {
      name: PLAN_COLUMNS.level,
      width: 16,
      style: 'textWrapped',
      cell: ({ of, node }) => of.document.levels.find(({ id }) => id === node.level)?.name ?? node.level,
    },
    {
      name: PLAN_COLUMNS.status,
      width: 22,
      style: 'textInput',
      cell: ({ node: { evaluation } }) =>
        evaluation === null
          ? null
          : (statusByCode(view.statuses, evaluation.status)?.label ?? (evaluation.statusText || null)),
    },
    derived,
    computed(
      { name: P.linked, width: 12, style: 'count', alignRight: true, formula: rolledUp(P.ownLinked) },
      ({ name }) => counted.rolled(name),
    ),
    ...moneyColumns.map(({ direction, sums }) =>
      computed(
        { name: viaLinks(direction), width: 13, style: 'count', alignRight: true, formula: rolledUp(ownOf(direction)) },
        ({ name }) => sums.rolled(name),
      ),
    ),
    { name: PLAN_COLUMNS.evaluation, width: 40, style: 'textInput', cell: ({ node }) => node.evaluation?.text || null },
    {
      name: PLAN_COLUMNS.parent,
      width: 20,
      style: 'textWrapped',
      cell: ({ of, node }) => (node.parent === null ? null : of.codeOf(node.parent)),
    },
    { name: PLAN_COLUMNS.source, width: 9, style: 'textCentered', cell: ({ of, node }) => of.source.link(node.source) },
    computed(
      {
        ...hidden,
        style: 'count',
        name: P.ownLinked,
        formula: `${countOf(LINK_COLUMNS.toKey)}+${countOf(LINK_COLUMNS.fromKey)}`,
      },
      ({ name }) => counted.own(name),
    ),
    ...moneyColumns.map(({ direction, sums }) =>
      computed(
        {
          ...hidden,
          style: 'euroMuted',
          name: ownOf(direction),
          formula: `SUMIFS(${links(MONEY_COLUMNS[direction])},${links(LINK_COLUMNS.toKey)},${own(PLANS_KEY)})`,
        },
        ({ name }) => sums.own(name),
      ),
    ),
    ...parts,
    { ...hidden, style: 'whole', name: P.rank, cell: ({ path }) => path.length },
    computed(
      { ...hidden, style: 'whole', name: SUBTREE_COLUMNS.row, formula: rowPlaceFormula(table) },
      ({ name }) => subtrees.get(name)?.row ?? 0,
    ),
    computed(
      { ...hidden, style: 'whole', name: SUBTREE_COLUMNS.rows, formula: rowsFormula(table) },
      ({ name }) => subtrees.get(name)?.rows ?? 0,
    ),
    computed(
      { ...hidden, style: 'whole', name: SUBTREE_COLUMNS.last, formula: lastRowFormula(table) },
      ({ name }) => subtrees.get(name)?.last ?? 0,
    ),
    ...Array.from({ length: depth }, (_, index): PlansColumn => ({
      ...hidden,
      name: pathName(index + 1),
      cell: ({ path }) => path[index] ?? null,
    })),
    computed({ ...hidden, name: P.parentKey, formula: parentFormula }, ({ of, node }) =>
      node.parent === null ? '' : keyOf(of.name, of.codeOf(node.parent)),
    ),
    { ...hidden, name: PLANS_KEY, cell: ({ name }) => name },
    { ...hidden, name: KEY_COLUMN, style: 'text', cell: ({ of, node }) => keyOf(of.name, node.id) },
  ];
  return {
    name: PLANS_TABLE,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    totals: false,
  };
}
