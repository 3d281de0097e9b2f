import { counts } from '../plan/link';
import { CENTS_PER_EURO } from '../plan/money';
import { FLOWS, type Direction, type Flow } from '../plan/vocabulary';
import { carriesMoney } from '../figures/links/weights';
import { alignedRight, calculated, column, hidden, type Column } from './columns';
import { here, literal, whole } from './formulas';
import { keyOf, LINK_COLUMNS, LINK_TABLE, linkWeights, type LinkRow } from './linkTable';
import { TABLES } from './names';
import { PLAN_COLUMNS } from './planColumns';
import type { Measure, PlanView } from './planView';
import type { NamedDocument, PlacedLink, PlacedLinks } from './ends';

/** What comes along the links, as columns of the table of links: the accounts of the year, all kinds together. */

export const MONEY_COLUMNS: Readonly<Record<Flow, string>> = { expenditure: 'Uitgaven', receipts: 'Ontvangsten' };

const GROSS: Readonly<Record<Flow, string>> = { expenditure: 'Bruto uitgaven', receipts: 'Bruto ontvangsten' };
const ABOVE = 'Gekoppeld boven';
const FIRST = 'Eerste van paar';
export const TOP_COLUMNS = { from: 'Top van', to: 'Top naar' } as const;

const own = (column: string): string => here(LINK_TABLE, column);
const all = (column: string): string => whole(LINK_TABLE, column);

const isCounting = ({ row: { link } }: PlacedLink): boolean => counts(link) && carriesMoney(link);

/** The columns of the plan that hold what was realised, in one direction. */
const realised = (view: PlanView, direction: Direction): readonly Measure[] =>
  view.groups.find(({ phase }) => phase === 'actual')?.measures.filter(({ cell }) => cell.direction === direction) ??
  [];

export interface LinkedAmounts {
  readonly extra: readonly Column<LinkRow>[];
  /** Euro that arrive along a link, by row. */
  readonly net: (row: LinkRow, direction: Flow) => number;
}

/**
 * Columns that carry money from the first document along the links. A node passes on what is not passed on under it already: `Gekoppeld
 * boven` names the pair above, settled when the workbook is made.
 */
export function linkedAmounts(
  view: PlanView,
  main: NamedDocument,
  { rows, placed: links }: PlacedLinks,
): LinkedAmounts {
  const weights = linkWeights(rows);
  const pairs = new Map(links.map((link) => [link.row, pairOf(link)]));
  const placed = new Map(links.map((link) => [link.row, link]));
  const counting = new Set(links.filter(isCounting).map(pairOf));
  const firstOf = new Map<string, LinkRow>();
  for (const link of links) if (isCounting(link) && !firstOf.has(pairOf(link))) firstOf.set(pairOf(link), link.row);
  const above = (row: LinkRow): string => {
    const link = placed.get(row);
    if (!link || !isCounting(link)) return '';
    const linked = link.from.of.tree.ancestors(link.from.node.id).find(({ id }) => counting.has(pairName(link, id)));
    return linked ? pairName(link, linked.id) : '';
  };
  const gross = (row: LinkRow, direction: Flow): number => {
    const from = placed.get(row)?.from;
    if (!from || from.of !== main) return 0;
    return realised(view, direction).reduce(
      (sum, { cell }) => sum + (view.rollup.rolled(from.node.id, cell) ?? 0) / CENTS_PER_EURO,
      0,
    );
  };
  const nested = new Map<string, Record<Flow, number>>();
  for (const row of firstOf.values()) {
    const pair = above(row);
    const sums = nested.get(pair) ?? { expenditure: 0, receipts: 0 };
    nested.set(pair, {
      expenditure: sums.expenditure + gross(row, 'expenditure'),
      receipts: sums.receipts + gross(row, 'receipts'),
    });
  }
  const net = (row: LinkRow, direction: Flow): number =>
    weights.share(row) * (gross(row, direction) - (nested.get(pairs.get(row) ?? '')?.[direction] ?? 0));
  return {
    net,
    extra: [
      ...FLOWS.map((direction) => netColumn(direction, net)),
      ...FLOWS.map((direction) => grossColumn(view, main, direction, gross)),
      ...helperColumns({ above, firstOf, pairs }),
      ...topColumns(view, main, placed),
    ],
  };
}

const pairName = ({ from, row }: PlacedLink, node: string): string =>
  `${keyOf(from.of.name, from.of.codeOf(node))}>${row.toDocument}`;
const pairOf = (link: PlacedLink): string => pairName(link, link.from.node.id);

function netColumn(direction: Flow, net: LinkedAmounts['net']): Column<LinkRow> {
  const nested = `SUMIFS(${all(GROSS[direction])},${all(ABOVE)},${own(LINK_COLUMNS.pair)},${all(FIRST)},1)`;
  const formula = `${own(LINK_COLUMNS.share)}*(${own(GROSS[direction])}-${nested})`;
  return alignedRight(calculated(MONEY_COLUMNS[direction], 12, 'count', formula, (row) => net(row, direction)));
}

function grossColumn(
  view: PlanView,
  main: NamedDocument,
  direction: Flow,
  gross: LinkedAmounts['net'],
): Column<LinkRow> {
  const match = `MATCH(${own(LINK_COLUMNS.from)},${whole(TABLES.plan, PLAN_COLUMNS.code)},0)`;
  const sum =
    realised(view, direction)
      .map(({ computed }) => `N(INDEX(${whole(TABLES.plan, computed)},${match}))`)
      .join('+') || '0';
  const formula = `IF(${own(LINK_COLUMNS.fromDocument)}=${literal(main.name)},IFERROR(${sum},0),0)`;
  return hidden(calculated(GROSS[direction], 14, 'euroMuted', formula, (row) => gross(row, direction)));
}

interface Nesting {
  readonly above: (row: LinkRow) => string;
  readonly firstOf: ReadonlyMap<string, LinkRow>;
  readonly pairs: ReadonlyMap<LinkRow, string>;
}

const helperColumns = ({ above, firstOf, pairs }: Nesting): readonly Column<LinkRow>[] => [
  hidden(column(ABOVE, 30, 'textMuted', (row) => above(row) || null)),
  hidden(column(FIRST, 8, 'whole', (row) => (firstOf.get(pairs.get(row) ?? '') === row ? 1 : 0))),
];

/** The top of the plan each end stands under: what the matrix counts by. */
function topColumns(
  view: PlanView,
  main: NamedDocument,
  placed: ReadonlyMap<LinkRow, PlacedLink>,
): readonly Column<LinkRow>[] {
  const first = view.levels[0]?.pathColumn;
  const topFormula = (document: string, code: string, key: string): string => {
    const inMain =
      first === undefined
        ? '""'
        : `INDEX(${whole(TABLES.plan, first)},MATCH(${own(code)},${whole(TABLES.plan, PLAN_COLUMNS.code)},0))&""`;
    const inOthers = `INDEX(${whole(PLANS_TABLE, pathName(1))},MATCH(${own(key)},${whole(PLANS_TABLE, PLANS_KEY)},0))&""`;
    return `IFERROR(IF(${own(document)}=${literal(main.name)},${inMain},${inOthers}),"")`;
  };
  const top = ({ of, node }: PlacedLink['from']): string => {
    const path = [node, ...of.tree.ancestors(node.id)];
    if (of === main) return of.codeOf(path.find(({ level }) => level === view.levels[0]?.id)?.id ?? '');
    return keyOf(of.name, of.codeOf(path.at(-1)?.id ?? node.id));
  };
  const topColumn = (name: string, formula: string, end: 'from' | 'to'): Column<LinkRow> =>
    hidden(
      calculated(name, 30, 'textMuted', formula, (row) => {
        const link = placed.get(row);
        return link ? top(link[end]) : '';
      }),
    );
  return [
    topColumn(TOP_COLUMNS.from, topFormula(LINK_COLUMNS.fromDocument, LINK_COLUMNS.from, LINK_COLUMNS.fromKey), 'from'),
    topColumn(TOP_COLUMNS.to, topFormula(LINK_COLUMNS.toDocument, LINK_COLUMNS.to, LINK_COLUMNS.toKey), 'to'),
  ];
}

/** The table of the other plans, which these formulas look tops up in. */
export const PLANS_TABLE = 'tblPlannen';
export const PLANS_KEY = 'Naam';
export const pathName = (depth: number): string => `Pad ${depth}`;
