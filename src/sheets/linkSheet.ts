import { cellAddress } from './address';
import { literal } from './formulas';
import { LINK_STATE_LABELS } from './linkLabels';
import { LINK_COLUMNS } from './linkTable';
import { LISTS, SHEETS } from './names';
import { rowHeights } from './rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { ConditionalFormatSpec, SheetSpec, ValidationSpec } from './spec';
import { COLORS } from './style';
import { columnIndexOf, placeTable, type TableModel } from './table';

const HEAD_ROW = CONTENT_ROW;
const HEAD_HEIGHT = 32;

/** The links as planners judge them: each state has its colour, a sum of weights beyond the whole stands out. */
export function linkSheet(model: TableModel, entity: string): SheetSpec {
  const placed = placeTable(model, HEAD_ROW, 0);
  const list = (column: string, source: string): ValidationSpec => ({
    kind: 'list',
    ranges: [placed.bodyOf(column)],
    source,
    reaction: 'stop',
    title: column,
    message: 'Kies uit de lijst.',
  });
  const state = `$${cellAddress(placed.body.row, placed.bodyOf(LINK_COLUMNS.state).column)}`;
  const said = `$${cellAddress(placed.body.row, placed.bodyOf(LINK_COLUMNS.said).column)}`;
  const look = (label: string, fill: string): ConditionalFormatSpec => ({
    ranges: [placed.bodyOf(LINK_COLUMNS.state)],
    formula: `${state}=${literal(label)}`,
    look: { fill, color: COLORS.ink },
  });
  return sheetOf({
    name: SHEETS.links,
    tabColor: TAB_COLORS.work,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: HEAD_ROW, height: HEAD_HEIGHT }, ...rowHeights(model, HEAD_ROW)],
    blocks: [
      headBlock(
        'Koppelingen',
        'Wat waar uitgewerkt wordt. Een voorstel telt pas mee als u het bevestigt; gewichten zijn procenten en samen hoogstens 100 per document.',
      ),
      placed.block,
    ],
    tables: [placed.table],
    validations: [
      list(LINK_COLUMNS.fromDocument, LISTS.documents),
      list(LINK_COLUMNS.toDocument, LISTS.documents),
      list(LINK_COLUMNS.kind, LISTS.linkKinds),
      list(LINK_COLUMNS.state, LISTS.linkStates),
      {
        kind: 'decimal',
        ranges: [placed.bodyOf(LINK_COLUMNS.weight)],
        min: 0,
        max: 100,
        reaction: 'stop',
        title: LINK_COLUMNS.weight,
        message: 'Een percentage van 0 tot 100.',
      },
    ],
    conditionalFormats: [
      look(LINK_STATE_LABELS.explicit, 'D9EAF7'),
      look(LINK_STATE_LABELS.confirmed, 'C6E7C8'),
      look(LINK_STATE_LABELS.proposed, COLORS.attentionFill),
      look(LINK_STATE_LABELS.rejected, 'E3E3E3'),
      {
        ranges: [placed.bodyOf(LINK_COLUMNS.said)],
        formula: `${said}>100`,
        look: { fill: COLORS.errorFill, color: COLORS.negative, bold: true },
      },
    ],
    freeze: { rows: HEAD_ROW + 1, columns: 0 },
    print: printOf(entity, 'Koppelingen', {
      orientation: 'landscape',
      titleRows: [HEAD_ROW, HEAD_ROW],
      area: {
        row: 0,
        column: 0,
        rows: HEAD_ROW + placed.table.range.rows,
        columns: columnIndexOf(model, LINK_COLUMNS.reason) + 1,
      },
    }),
  });
}
