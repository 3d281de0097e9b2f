import type { PlanNode } from '../../plan/document';
import { counts } from '../../plan/link';
import { statusByCode } from '../../plan/status';
import { formulaCell, here, literal, whole } from '../formulas';
import { LINK_STATE_LABELS } from '../linkLabels';
import { keyOf, LINK_COLUMNS, LINK_TABLE } from '../linkTable';
import { KEY_COLUMN, LISTS } from '../names';
import { PLAN_COLUMNS } from '../planColumns';
import type { PlanView } from '../planView';
import { rowHeights } from '../rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from '../sheet';
import type { CellSpec, SheetSpec } from '../spec';
import { columnIndexOf, placeTable, type ColumnModel, type TableModel } from '../table';
import { pathOf, type NamedDocument, type PlacedLink } from './ends';
import { CARRIED, MONEY_COLUMNS, pathName, PLANS_KEY, PLANS_TABLE, type CarriedDirection, type LinkedAmounts } from './linkedMoney';

export const PLANS_SHEET = 'Plannen';

/** Names of the columns of the other plans. */
export const PLANS_COLUMNS = { document: 'Document', linked: 'Koppelingen', ownLinked: 'Eigen koppelingen', rank: 'Rang' } as const;
const P = PLANS_COLUMNS;
const ownOf = (direction: CarriedDirection): string => `Eigen ${MONEY_COLUMNS[direction].toLowerCase()}`;
const viaLinks = (direction: CarriedDirection): string => `${MONEY_COLUMNS[direction]} via koppelingen`;

const own = (column: string): string => here(PLANS_TABLE, column);
const all = (column: string): string => whole(PLANS_TABLE, column);
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
function arrivals(rows: readonly Row[], placed: readonly PlacedLink[], value: (link: PlacedLink, end: 'from' | 'to') => number): { readonly own: (name: string) => number; readonly rolled: (name: string) => number } {
  const sums = new Map<string, number>();
  const add = (name: string, amount: number): void => void sums.set(name, (sums.get(name) ?? 0) + amount);
  for (const link of placed) {
    add(keyOf(link.row.toDocument, link.row.to), value(link, 'to'));
    add(keyOf(link.row.fromDocument, link.row.from), value(link, 'from'));
  }
  const rolled = new Map<string, number>();
  for (const { name, path } of rows) for (const above of path) rolled.set(above, (rolled.get(above) ?? 0) + (sums.get(name) ?? 0));
  return { own: (name) => sums.get(name) ?? 0, rolled: (name) => rolled.get(name) ?? 0 };
}

/** One row per node of the other documents, with what comes to it along links. Paths are settled when the workbook is made. */
function plansTable(view: PlanView, others: readonly NamedDocument[], placed: readonly PlacedLink[], money: LinkedAmounts): TableModel {
  const rows = others.flatMap((of) => of.document.nodes.map((node): Row => ({ of, node, name: keyOf(of.name, of.codeOf(node.id)), path: pathOf(of, node.id) })));
  const depth = Math.max(1, ...rows.map(({ path }) => path.length));
  const counted = arrivals(rows, placed, ({ row: { link } }) => (counts(link) ? 1 : 0));
  const below = `INDEX(${PLANS_TABLE}[[${pathName(1)}]:[${pathName(depth)}]],0,${own(P.rank)}),${own(PLANS_KEY)}`;
  const computed = (column: Omit<PlansColumn, 'cell'> & { readonly formula: string }, value: (row: Row) => number): PlansColumn => ({ ...column, cell: (row) => formulaCell(column.formula, value(row)) });
  const moneyColumns = CARRIED.map((direction) => ({ direction, sums: arrivals(rows, placed, ({ row }, end) => (end === 'to' ? money.net(row, direction) : 0)) }));
  const countOf = (end: string): string =>
    [LINK_STATE_LABELS.confirmed, LINK_STATE_LABELS.explicit].map((state) => `COUNTIFS(${links(end)},${own(PLANS_KEY)},${links(LINK_COLUMNS.state)},${literal(state)})`).join('+');
  const hidden = { width: 12, style: 'textMuted', hidden: true } as const;
  const columns: readonly PlansColumn[] = [
    { name: P.document, width: 24, style: 'textWrapped', cell: ({ of }) => of.name },
    { name: PLAN_COLUMNS.code, width: 30, style: 'textWrapped', cell: ({ of, node }) => of.codeOf(node.id) },
    { name: PLAN_COLUMNS.title, width: 70, style: 'textWrapped', cell: ({ node }) => node.title || null },
    { name: PLAN_COLUMNS.level, width: 22, style: 'text', cell: ({ of, node }) => of.document.levels.find(({ id }) => id === node.level)?.name ?? node.level },
    { name: PLAN_COLUMNS.parent, width: 30, style: 'textWrapped', cell: ({ of, node }) => (node.parent === null ? null : of.codeOf(node.parent)) },
    { name: PLAN_COLUMNS.status, width: 26, style: 'textWrapped', cell: ({ node: { evaluation } }) => (evaluation === null ? null : (statusByCode(view.statuses, evaluation.status)?.label ?? evaluation.statusText)) },
    { name: PLAN_COLUMNS.evaluation, width: 40, style: 'textInput', cell: ({ node }) => node.evaluation?.text || null },
    computed({ name: P.linked, width: 12, style: 'count', alignRight: true, formula: `SUMIFS(${all(P.ownLinked)},${below})` }, ({ name }) => counted.rolled(name)),
    ...moneyColumns.map(({ direction, sums }) => computed({ name: viaLinks(direction), width: 15, style: 'euro', alignRight: true, formula: `SUMIFS(${all(ownOf(direction))},${below})` }, ({ name }) => sums.rolled(name))),
    { name: PLAN_COLUMNS.source, width: 9, style: 'textCentered', cell: ({ node }) => `r. ${node.source.line}` },
    computed({ ...hidden, style: 'count', name: P.ownLinked, formula: `${countOf(LINK_COLUMNS.toKey)}+${countOf(LINK_COLUMNS.fromKey)}` }, ({ name }) => counted.own(name)),
    ...moneyColumns.map(({ direction, sums }) => computed({ ...hidden, style: 'euroMuted', name: ownOf(direction), formula: `SUMIFS(${links(MONEY_COLUMNS[direction])},${links(LINK_COLUMNS.toKey)},${own(PLANS_KEY)})` }, ({ name }) => sums.own(name))),
    { ...hidden, style: 'whole', name: P.rank, cell: ({ path }) => path.length },
    ...Array.from({ length: depth }, (_, index): PlansColumn => ({ ...hidden, name: pathName(index + 1), cell: ({ path }) => path[index] ?? null })),
    { ...hidden, name: PLANS_KEY, cell: ({ name }) => name },
    { ...hidden, name: KEY_COLUMN, style: 'text', cell: ({ of, node }) => keyOf(of.name, node.id) },
  ];
  return { name: PLANS_TABLE, columns: columns.map(({ cell: _, ...column }) => column), rows: rows.map((row) => columns.map(({ cell }) => cell(row))), totals: false };
}

const HEAD_ROW = CONTENT_ROW;
const HEAD_HEIGHT = 32;
/** Excel's outline has eight levels, of which the first is "not grouped". */
const MAX_OUTLINE = 7;

/** The other plans of the workbook, side by side, for status and money along links. */
export function plansSheet(view: PlanView, others: readonly NamedDocument[], placed: readonly PlacedLink[], money: LinkedAmounts, entity: string): SheetSpec {
  const model = plansTable(view, others, placed, money);
  const table = placeTable(model, HEAD_ROW, 0);
  const depths = others.flatMap((of) => of.document.nodes.map(({ id }) => of.tree.ancestors(id).length));
  const rows = rowHeights(model, HEAD_ROW, [PLAN_COLUMNS.code, PLAN_COLUMNS.title, PLAN_COLUMNS.parent]).map((row, index) => ({ ...row, ...(depths[index] ? { outline: Math.min(depths[index], MAX_OUTLINE) } : {}) }));
  return sheetOf({
    name: PLANS_SHEET,
    tabColor: TAB_COLORS.work,
    columns: table.columns,
    rows: [TITLE_ROW, { row: HEAD_ROW, height: HEAD_HEIGHT }, ...rows],
    blocks: [headBlock('Plannen', 'De andere plannen: beloften, aanbevelingen en doelstellingen, met het aantal koppelingen en wat er via koppelingen aan gerealiseerd is.'), table.block],
    tables: [table.table],
    validations: [{ kind: 'list', ranges: [table.bodyOf(PLAN_COLUMNS.status)], source: LISTS.statuses, reaction: 'warning', title: PLAN_COLUMNS.status, message: 'Kies een status uit de lijst, of een van het eigen niveau.' }],
    freeze: { rows: HEAD_ROW + 1, columns: 2 },
    print: printOf(entity, 'Plannen', { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW], area: { row: 0, column: 0, rows: HEAD_ROW + table.table.range.rows, columns: columnIndexOf(model, viaLinks('receipts')) + 1 } }),
  });
}
