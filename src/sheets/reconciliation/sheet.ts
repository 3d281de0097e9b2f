import { FLOWS } from '../../plan/vocabulary';
import { verdictLabel } from '../../figures/reconciliation/creditLabels';
import type { Reconciliation } from '../../figures/reconciliation/reconciliation';
import type { Verdict } from '../../figures/reconciliation/verdict';
import { cellAddress } from '../address';
import { literal } from '../formulas';
import { SHEETS } from '../names';
import type { PlanView } from '../planView';
import { rowHeights } from '../rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from '../sheet';
import type { BlockSpec, ConditionalFormatSpec, RowSpec, SheetSpec } from '../spec';
import { COLORS } from '../style';
import { placeTable, type PlacedTable, type TableModel } from '../table';
import { RECONCILIATION_COLUMNS } from './columns';
import { completenessBlock, tieBlock, type FigureFinder } from './proof';
import { HEAD_HEIGHT, totalsBlock } from './totals';
import { HEAD_COLUMNS, shownFigures } from './table';

const SUBTITLE =
  'Eindkrediet + overschreden + te veel overgedragen = jaarrekening + overgedragen + vervallen. Uitgaven en ontvangsten worden nooit opgeteld.';

/** Blocks one below the other, with an empty row between them. */
class Stack {
  readonly blocks: BlockSpec[] = [];
  readonly rows: RowSpec[] = [];
  readonly looks: ConditionalFormatSpec[] = [];
  next = CONTENT_ROW;
  /** Rows with which each part but the first begins, on a page of its own. */
  readonly breaks: number[] = [];

  add(
    part: {
      readonly block: BlockSpec;
      readonly rows?: readonly RowSpec[];
      readonly looks?: readonly ConditionalFormatSpec[];
    } | null,
    ownPage = true,
  ): void {
    if (!part) return;
    if (ownPage && this.blocks.length > 0) this.breaks.push(this.next);
    this.blocks.push(part.block);
    this.rows.push(...(part.rows ?? []));
    this.looks.push(...(part.looks ?? []));
    this.next += part.block.cells.length + 1;
  }
}

/** Totals per direction with subtotals, the schemas beside them, whether everything is in, and the lines themselves. */
export function reconciliationSheet(
  view: PlanView,
  model: TableModel,
  { lines, totals, ties }: Reconciliation,
  find: FigureFinder,
  entity: string,
): SheetSpec {
  const stack = new Stack();
  const years = [...new Set(lines.map(({ year }) => year))];
  for (const year of years)
    for (const direction of FLOWS) stack.add(totalsBlock(view, totals, lines, year, direction, stack.next));
  stack.add(tieBlock(view, ties, find, stack.next));
  stack.add(completenessBlock(view, lines, stack.next), false);
  const headRow = stack.next;
  const placed = placeTable(model, headRow, 0);
  return sheetOf({
    name: SHEETS.reconciliation,
    tabColor: TAB_COLORS.work,
    columns: placed.columns,
    rows: [
      TITLE_ROW,
      ...stack.rows,
      { row: headRow, height: HEAD_HEIGHT },
      ...rowHeights(model, headRow, [RECONCILIATION_COLUMNS.title]),
    ],
    blocks: [headBlock('Afstemming', SUBTITLE), ...stack.blocks, placed.block],
    tables: [placed.table],
    conditionalFormats: [...stack.looks, ...verdictLooks(placed)],
    freeze: { rows: CONTENT_ROW, columns: 1 },
    print: printOf(entity, 'Afstemming', {
      orientation: 'landscape',
      area: {
        row: 0,
        column: 0,
        rows: headRow + placed.table.range.rows,
        columns: HEAD_COLUMNS + shownFigures(view).length + 1,
      },
      titleRows: [headRow, headRow],
      breaks: [...stack.breaks, headRow],
    }),
  });
}

const FILLS: Readonly<Partial<Record<Verdict, string>>> = {
  transferWithoutCredit: COLORS.errorFill,
  carriedTooMuch: COLORS.errorFill,
  overrun: COLORS.attentionFill,
};

/** An overrun of expenditure and what was carried over too much stand out; receipts above the credit are no harm. */
function verdictLooks(placed: PlacedTable): readonly ConditionalFormatSpec[] {
  const range = placed.bodyOf(RECONCILIATION_COLUMNS.verdict);
  const cell = cellAddress(range.row, range.column);
  const words = (['transferWithoutCredit', 'carriedTooMuch', 'overrun'] as const).flatMap((verdict) => {
    const flows = verdict === 'overrun' ? (['expenditure'] as const) : FLOWS;
    return [...new Set(flows.map((flow) => verdictLabel(verdict, flow)))].map((word) => ({
      word,
      fill: FILLS[verdict] ?? COLORS.infoFill,
    }));
  });
  return words.map(({ word, fill }) => ({
    ranges: [range],
    formula: `${cell}=${literal(word)}`,
    look: { fill, color: COLORS.ink },
  }));
}
