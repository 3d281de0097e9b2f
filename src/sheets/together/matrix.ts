import { cellAddress } from '../address';
import { formulaCell, literal, whole } from '../formulas';
import { keyOf, LINK_COLUMNS, LINK_TABLE } from '../linkTable';
import { LINK_STATE_LABELS } from '../linkLabels';
import type { PlanView } from '../planView';
import { matrixSheetName } from '../names';
import { heightOf, linesOfText, rowHeights } from '../rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from '../sheet';
import type { BlockSpec, CellSpec, RowSpec, SheetSpec } from '../spec';
import { COLORS } from '../style';
import { placeTable, type ColumnModel, type TableModel } from '../table';
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

interface Measured {
  readonly table: string;
  readonly formula: (row: string, column: string) => string;
  readonly value: (row: string, column: string) => number;
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
  const columns = view.nodes.filter(({ level }) => level === view.levels[0]?.id);
  const linked = others.filter((of) => placed.some(({ from, to }) => from.of === main && to.of === of));
  if (columns.length === 0) return [];
  return linked.map((of, index) => {
    const tops = new Set(
      placed
        .filter(({ from, to }) => from.of === main && to.of === of)
        .map(({ to }) => [to.node, ...of.tree.ancestors(to.node.id)].at(-1)?.id),
    );
    const rows = of.document.nodes.filter(
      ({ id, parent }) => parent === null && (tops.has(id) || of.tree.children(id).length > 0),
    );
    const cellOf =
      (match: (link: PlacedLink) => number) =>
      (row: string, column: string): number =>
        placed
          .filter(({ from, to }) => from.of === main && to.of === of)
          .filter((link) => topOf(of, link.to.node.id) === row && topOfMain(view, main, link) === column)
          .reduce((sum, link) => sum + match(link), 0);
    const number = index + 1;
    const measured: readonly Measured[] = [
      {
        table: `tblMatrix${number}`,
        formula: (row, column) =>
          `COUNTIFS(${criteria(row, column)},${links(LINK_COLUMNS.state)},${literal(`<>${LINK_STATE_LABELS.rejected}`)})`,
        value: cellOf(({ row }) => (row.link.state === 'rejected' ? 0 : 1)),
      },
      {
        table: `tblMatrixUitgaven${number}`,
        formula: (row, column) => `SUMIFS(${links(MONEY_COLUMNS.expenditure)},${criteria(row, column)})`,
        value: cellOf(({ row }) => money.net(row, 'expenditure')),
      },
    ];
    return matrixSheet(
      matrixSheetName(number),
      of,
      main,
      {
        rows: rows.map(({ id, title }) => ({ name: keyOf(of.name, of.codeOf(id)), title })),
        columns: columns.map(({ id, title }) => ({ name: main.codeOf(id), title })),
      },
      measured,
      entity,
    );
  });
}

const topOf = (of: NamedDocument, node: string): string =>
  keyOf(of.name, of.codeOf(of.tree.ancestors(node).at(-1)?.id ?? node));

const topOfMain = (view: PlanView, main: NamedDocument, { from }: PlacedLink): string =>
  main.codeOf(
    [from.node, ...main.tree.ancestors(from.node.id)].find(({ level }) => level === view.levels[0]?.id)?.id ?? '',
  );

interface Axis {
  readonly rows: readonly { readonly name: string; readonly title: string }[];
  readonly columns: readonly { readonly name: string; readonly title: string }[];
}

function matrixSheet(
  sheet: string,
  of: NamedDocument,
  main: NamedDocument,
  { rows, columns }: Axis,
  measured: readonly Measured[],
  entity: string,
): SheetSpec {
  const heads: readonly ColumnModel[] = [
    { name: 'Onderdeel', width: LABEL_WIDTH, style: 'textStrong' },
    { name: 'Naam', width: 20, style: 'textMuted', hidden: true },
    ...columns.map(({ name }): ColumnModel => ({ name, width: COLUMN_WIDTH, style: 'count', alignRight: true })),
  ];
  const blocks: BlockSpec[] = [
    headBlock(
      `${of.name} × ${main.name}`,
      'Hoeveel koppelingen er zijn (verworpen niet meegeteld), en daaronder de uitgaven in euro die langs bevestigde koppelingen gaan.',
    ),
  ];
  const heights: RowSpec[] = [];
  const breaks: number[] = [];
  const titleHeight = heightOf(Math.max(1, ...columns.map(({ title }) => linesOfText(title, COLUMN_WIDTH * NARROW))));
  const placed = measured.map(({ table, formula, value }, part) => {
    const head = HEAD_ROW + part * (rows.length + PART_GAP);
    const model: TableModel = {
      name: table,
      columns: heads,
      rows: rows.map((row, at): readonly CellSpec[] => [
        row.title,
        row.name,
        ...columns.map((column, index) =>
          formulaCell(
            formula(`$${cellAddress(head + 1 + at, 1)}`, `${cellAddress(head, LABELS + index)}`),
            value(row.name, column.name),
          ),
        ),
      ]),
      totals: false,
    };
    blocks.push({
      row: head - 1,
      column: LABELS,
      cells: [columns.map(({ title }) => ({ value: title, style: 'textWrapped' as const }))],
    });
    if (part > 0) breaks.push(head - 1);
    heights.push(
      { row: head - 1, height: titleHeight },
      ...rowHeights(
        { ...model, columns: model.columns.map((column) => ({ ...column, width: column.width * CAPITALS })) },
        head,
      ),
    );
    return placeTable(model, head, 0);
  });
  return sheetOf({
    name: sheet,
    tabColor: TAB_COLORS.guide,
    columns: placed[0]?.columns ?? [],
    rows: [TITLE_ROW, ...heights],
    blocks: [...blocks, ...placed.map(({ block }) => block)],
    tables: placed.map(({ table }) => table),
    conditionalFormats: placed.map(({ body }) => ({
      ranges: [{ ...body, column: LABELS, columns: columns.length }],
      formula: `${cellAddress(body.row, LABELS)}>0`,
      look: { fill: COLORS.brandSoft, bold: true },
    })),
    freeze: { rows: 0, columns: 1 },
    print: printOf(entity, `${of.name} × ${main.name}`, { orientation: 'landscape', breaks }),
  });
}

/** Rows between two parts: a blank one, the titles and the head. */
const PART_GAP = 4;
