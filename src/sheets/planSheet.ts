import type { LevelStatuses } from '../plan/followUp';
import { cellAddress } from './address';
import { literal } from './formulas';
import { anchored, chooseFrom } from './listSheet';
import { LISTS, SHEETS } from './names';
import { PLAN_COLUMNS } from './planColumns';
import type { PlanView } from './planView';
import { rowHeights } from './rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { BlockSpec, ConditionalFormatSpec, RangeSpec, RowSpec, SheetSpec, ValidationSpec } from './spec';
import { statusValidations } from './statusLists';
import { COLORS } from './style';
import { columnIndexOf, placeTable, type PlacedTable, type TableModel } from './table';

/** Row of the table's head: a band with the names of the year and phase stands above it. */
const HEAD_ROW = CONTENT_ROW + 1;

/** Row of a node on the sheet, from 0, by its place in the plan. */
export const planRow = (index: number): number => HEAD_ROW + 1 + index;

/** The plan as planners edit it. */
export function planSheet(view: PlanView, model: TableModel, statuses: LevelStatuses, entity: string): SheetSpec {
  const placed = placeTable(model, HEAD_ROW, 0);
  const firstGroup = view.groups[0];
  const lastPrinted = firstGroup?.measures.at(-1)?.computed ?? PLAN_COLUMNS.status;
  return sheetOf({
    name: SHEETS.plan,
    tabColor: TAB_COLORS.work,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: HEAD_ROW, height: HEAD_HEIGHT }, ...nodeRows(view, model)],
    blocks: [
      headBlock(
        'Plan',
        'Eén rij per onderdeel van het plan. Bedragen tellen de kredieten op; open een groep kolommen om gedrukte cijfers en verschillen te zien.',
      ),
      ...bandBlocks(view, model),
      placed.block,
    ],
    tables: [placed.table],
    validations: [...validations(placed, view, statuses), ...calculatedOnly(placed, view)],
    conditionalFormats: [...statusLooks(view, placed), ...levelLooks(view, placed), ...differenceLooks(view, placed)],
    freeze: { rows: HEAD_ROW + 1, columns: 2 },
    print: printOf(entity, 'Plan', {
      orientation: 'landscape',
      area: {
        row: 0,
        column: 0,
        rows: HEAD_ROW + placed.table.range.rows,
        columns: columnIndexOf(model, lastPrinted) + 1,
      },
      titleRows: [HEAD_ROW - 1, HEAD_ROW],
    }),
  });
}

/** Two lines of head. */
const HEAD_HEIGHT = 40;
/** Rows are as high as their title, so that the list stays one; the evaluation is read in the cell or the formula bar. */
const nodeRows = (view: PlanView, model: TableModel): readonly RowSpec[] =>
  rowHeights(model, HEAD_ROW, [PLAN_COLUMNS.title, PLAN_COLUMNS.status]).map((row, index) => {
    const node = view.nodes[index];
    const outline = node ? view.rollup.tree.ancestors(node.id).length : 0;
    return outline > 0 ? { ...row, outline: Math.min(outline, MAX_OUTLINE) } : row;
  });

/** Excel's outline has eight levels, of which the first is "not grouped". */
const MAX_OUTLINE = 7;

/** Names of year and phase above their first column. */
const bandBlocks = (view: PlanView, model: TableModel): readonly BlockSpec[] =>
  view.groups.map((group) => ({
    row: HEAD_ROW - 1,
    column: columnIndexOf(model, group.measures[0]?.computed ?? ''),
    cells: [group.measures.map((_, index) => ({ value: index === 0 ? group.title : null, style: 'heading' as const }))],
  }));

function validations(
  placed: PlacedTable,
  { levels, nodes }: PlanView,
  statuses: LevelStatuses,
): readonly ValidationSpec[] {
  return [
    ...statusValidations(
      placed.bodyOf(PLAN_COLUMNS.status),
      nodes.map(({ level }) => level),
      statuses,
    ),
    chooseFrom(placed, PLAN_COLUMNS.priority, LISTS.yesNo, 'Kies ja of nee.'),
    ...(levels.length > 0
      ? [chooseFrom(placed, PLAN_COLUMNS.level, LISTS.levels, 'Kies een niveau van dit plan.')]
      : []),
  ];
}

/** Amounts on Plan add up the credits: what is typed over them would count nowhere. */
function calculatedOnly(placed: PlacedTable, { groups }: PlanView): readonly ValidationSpec[] {
  const measures = groups.flatMap((group) => group.measures);
  if (measures.length === 0) return [];
  const refused = (columns: readonly string[], title: string, message: string): ValidationSpec => ({
    kind: 'calculated',
    ranges: columns.map(placed.bodyOf),
    reaction: 'stop',
    title,
    message,
  });
  return [
    refused(
      measures.flatMap(({ computed, difference }) => [computed, difference]),
      'Berekend bedrag',
      'Dit bedrag telt de kredieten op. Wijzig het op het blad Kredieten.',
    ),
    refused(
      measures.map(({ printed }) => printed),
      'Gedrukt bedrag',
      'Dit bedrag staat zo in het rapport. Wijzig het op het blad Kredieten.',
    ),
  ];
}

/** The top levels stand out, whatever the order of the rows. */
function levelLooks(view: PlanView, placed: PlacedTable): readonly ConditionalFormatSpec[] {
  const level = anchored(placed, PLAN_COLUMNS.level);
  const looks = [{ fill: COLORS.brandSoft, bold: true }, { bold: true }];
  const wide: RangeSpec = { ...placed.body, columns: placed.body.columns };
  return view.levels.slice(0, Math.max(0, view.levels.length - 1)).flatMap(({ id }, index) => {
    const look = looks[index];
    return look ? [{ ranges: [wide], formula: `${level}=${literal(id)}`, look }] : [];
  });
}

/** A status has the colour the board gave it, by its place in the list. */
export const statusLooks = (view: PlanView, placed: PlacedTable): readonly ConditionalFormatSpec[] =>
  [PLAN_COLUMNS.status, PLAN_COLUMNS.derivedStatus].flatMap((column) => {
    const cell = cellAddress(placed.body.row, placed.bodyOf(column).column);
    return view.statuses.map(({ color }, index) => ({
      ranges: [placed.bodyOf(column)],
      formula: `AND(${cell}<>"",${cell}=INDEX(${LISTS.statuses},${index + 1}))`,
      look: { fill: color, color: COLORS.ink },
    }));
  });

/** What is no longer as printed, beyond what rounding can explain: floor((n + 1) / 2) euro over n figures. An edit or a report that does not add up: Controle says which. */
const differenceLooks = (view: PlanView, placed: PlacedTable): readonly ConditionalFormatSpec[] =>
  view.groups.flatMap(({ measures }) =>
    measures.map((measure): ConditionalFormatSpec => {
      const cell = cellAddress(placed.body.row, placed.bodyOf(measure.difference).column);
      return {
        ranges: [placed.bodyOf(measure.difference)],
        formula: `AND(ISNUMBER(${cell}),ABS(N(${cell}))>=INT((${anchored(placed, measure.count)}+1)/2)+${SMALLEST_EXCESS})`,
        look: { fill: COLORS.attentionFill, color: COLORS.ink, bold: true },
      };
    }),
  );

/** Euro: half a cent beyond the bound is beyond it. */
const SMALLEST_EXCESS = 0.005;
