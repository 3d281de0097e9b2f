import { cellAddress } from '../address';
import { alignedRight, column, hidden, tableOf } from '../columns';
import { formulaCell, literal, whole } from '../formulas';
import { keyOf, LINK_COLUMNS, LINK_TABLE } from '../linkTable';
import { LINK_STATE_LABELS } from '../linkLabels';
import type { PlanView } from '../planView';
import { matrixSheetName } from '../names';
import { heightOf, linesOfText, rowHeights } from '../rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from '../sheet';
import type { RowSpec, SheetSpec } from '../spec';
import { COLORS } from '../style';
import { placeTable, type TableModel } from '../table';
import type { NamedDocument, PlacedLink } from '../ends';
import { MONEY_COLUMNS, TOP_COLUMNS, type LinkedAmounts } from '../linkedMoney';

const HEAD_ROW = CONTENT_ROW + 1;
const links = (column: string): string => whole(LINK_TABLE, column);
/** Column of the labels of rows, before the figures. */
const LABELS = 2;
const COLUMN_WIDTH = 13;
const LABEL_WIDTH = 46;
/** Bold capitals take more room than the letters rows are measured by. */
const CAPITALS = 0.72;
/** Words do not break, so a narrow column holds less than its width. */
const NARROW = 0.86;

/** A figure that the matrix counts, in a table of its own. */
interface Measured {
  readonly table: string;
  readonly formula: (row: string, column: string) => string;
  readonly value: (row: string, column: string) => number;
}

/** A top of a plan: how formulas name it, and its title. */
interface Top {
  readonly name: string;
  readonly title: string;
}

const criteria = (row: string, column: string): string =>
  `${links(TOP_COLUMNS.to)},${row},${links(TOP_COLUMNS.from)},${column}`;

/** The tops of another plan against those of the first: how many links there are, and what was realised along them. One sheet per plan. */
export function matrixSheets(
  view: PlanView,
  main: NamedDocument,
  others: readonly NamedDocument[],
  placed: readonly PlacedLink[],
  money: LinkedAmounts,
  entity: string,
): readonly SheetSpec[] {
  const columns = view.nodes
    .filter(({ level }) => level === view.levels[0]?.id)
    .map(({ id, title }): Top => ({ name: main.codeOf(id), title }));
  if (columns.length === 0) return [];
  const linksTo = (of: NamedDocument) => placed.filter(({ from, to }) => from.of === main && to.of === of);
  return others
    .filter((of) => linksTo(of).length > 0)
    .map((of, index) => {
      const own = linksTo(of);
      const sum = (value: (link: PlacedLink) => number) => (row: string, column: string) =>
        own
          .filter((link) => topOf(of, link.to.node.id) === row && topOfMain(view, main, link) === column)
          .reduce((total, link) => total + value(link), 0);
      const measured = measuredBy(index + 1, sum, money);
      return matrixSheet(
        matrixSheetName(index + 1),
        `${of.name} × ${main.name}`,
        topsOf(of, own),
        columns,
        measured,
        entity,
      );
    });
}

/** The tops of a plan that have parts or are linked themselves. */
function topsOf(of: NamedDocument, placed: readonly PlacedLink[]): readonly Top[] {
  const linked = new Set(placed.map(({ to }) => [to.node, ...of.tree.ancestors(to.node.id)].at(-1)?.id));
  return of.document.nodes
    .filter(({ id, parent }) => parent === null && (linked.has(id) || of.tree.children(id).length > 0))
    .map(({ id, title }) => ({ name: keyOf(of.name, of.codeOf(id)), title }));
}

/** `sum` adds up over the links between two tops. */
const measuredBy = (
  number: number,
  sum: (value: (link: PlacedLink) => number) => Measured['value'],
  money: LinkedAmounts,
): readonly Measured[] => [
  {
    table: `tblMatrix${number}`,
    formula: (row, column) =>
      `COUNTIFS(${criteria(row, column)},${links(LINK_COLUMNS.state)},${literal(`<>${LINK_STATE_LABELS.rejected}`)})`,
    value: sum(({ row }) => (row.link.state === 'rejected' ? 0 : 1)),
  },
  {
    table: `tblMatrixUitgaven${number}`,
    formula: (row, column) => `SUMIFS(${links(MONEY_COLUMNS.expenditure)},${criteria(row, column)})`,
    value: sum(({ row }) => money.net(row, 'expenditure')),
  },
];

const topOf = (of: NamedDocument, node: string): string =>
  keyOf(of.name, of.codeOf(of.tree.ancestors(node).at(-1)?.id ?? node));

const topOfMain = (view: PlanView, main: NamedDocument, { from }: PlacedLink): string =>
  main.codeOf(
    [from.node, ...main.tree.ancestors(from.node.id)].find(({ level }) => level === view.levels[0]?.id)?.id ?? '',
  );

interface MatrixRow {
  readonly top: Top;
  /** On the sheet, from 0. */
  readonly row: number;
}

/** One figure of the matrix as a table with its head at a row. */
const matrixTable = (
  { table, formula, value }: Measured,
  rows: readonly Top[],
  columns: readonly Top[],
  head: number,
): TableModel =>
  tableOf<MatrixRow>(
    table,
    [
      column('Onderdeel', LABEL_WIDTH, 'textStrong', ({ top }) => top.title),
      hidden(column('Naam', 20, 'textMuted', ({ top }) => top.name)),
      ...columns.map(({ name }, index) =>
        alignedRight<MatrixRow>(
          column(name, COLUMN_WIDTH, 'count', ({ top, row }) =>
            formulaCell(formula(`$${cellAddress(row, 1)}`, cellAddress(head, LABELS + index)), value(top.name, name)),
          ),
        ),
      ),
    ],
    rows.map((top, index) => ({ top, row: head + 1 + index })),
  );

/** Heights of the rows of titles and labels. */
function heightsOf(model: TableModel, columns: readonly Top[], head: number): readonly RowSpec[] {
  const lines = columns.map(({ title }) => linesOfText(title, COLUMN_WIDTH * NARROW));
  const narrower = model.columns.map((each) => ({ ...each, width: each.width * CAPITALS }));
  return [
    { row: head - 1, height: heightOf(Math.max(1, ...lines)) },
    ...rowHeights({ ...model, columns: narrower }, head),
  ];
}

function matrixSheet(
  sheet: string,
  title: string,
  rows: readonly Top[],
  columns: readonly Top[],
  measured: readonly Measured[],
  entity: string,
): SheetSpec {
  const parts = measured.map((each, index) => {
    const head = HEAD_ROW + index * (rows.length + PART_GAP);
    const model = matrixTable(each, rows, columns, head);
    return { head, heights: heightsOf(model, columns, head), placed: placeTable(model, head, 0) };
  });
  return sheetOf({
    name: sheet,
    tabColor: TAB_COLORS.guide,
    columns: parts[0]?.placed.columns ?? [],
    rows: [TITLE_ROW, ...parts.flatMap(({ heights }) => heights)],
    blocks: [
      headBlock(
        title,
        'Hoeveel koppelingen er zijn (verworpen niet meegeteld), en daaronder de uitgaven in euro die langs bevestigde koppelingen gaan.',
      ),
      ...parts.map(({ head }) => ({
        row: head - 1,
        column: LABELS,
        cells: [columns.map((top) => ({ value: top.title, style: 'textWrapped' as const }))],
      })),
      ...parts.map(({ placed }) => placed.block),
    ],
    tables: parts.map(({ placed }) => placed.table),
    conditionalFormats: parts.map(({ placed: { body } }) => ({
      ranges: [{ ...body, column: LABELS, columns: columns.length }],
      formula: `${cellAddress(body.row, LABELS)}>0`,
      look: { fill: COLORS.brandSoft, bold: true },
    })),
    freeze: { rows: 0, columns: 1 },
    print: printOf(entity, title, { orientation: 'landscape', breaks: parts.slice(1).map(({ head }) => head - 1) }),
  });
}

/** Rows between two parts: a blank one, the titles and the head. */
const PART_GAP = 4;
