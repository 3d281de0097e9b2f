import { chooseFrom, anchored, listSheet, wordLook } from './listSheet';
import { LINK_STATE_LABELS } from './linkLabels';
import { LINK_COLUMNS } from './linkTable';
import { LISTS, SHEETS } from './names';
import { rowHeights } from './rowHeights';
import { CONTENT_ROW, TAB_COLORS } from './sheet';
import type { SheetSpec } from './spec';
import { COLORS } from './style';
import { columnIndexOf, placeTable, type TableModel } from './table';

const HEAD_HEIGHT = 32;

/** The links as planners judge them: each state has its colour, a sum of weights beyond the whole stands out. */
export function linkSheet(model: TableModel, entity: string): SheetSpec {
  const placed = placeTable(model, CONTENT_ROW, 0);
  const state = (label: string, fill: string) => wordLook(placed, LINK_COLUMNS.state, label, fill);
  return listSheet(
    'Koppelingen',
    'Wat waar uitgewerkt wordt. Een voorstel telt pas mee als u het bevestigt; gewichten zijn procenten en samen hoogstens 100 per document.',
    placed,
    columnIndexOf(model, LINK_COLUMNS.reason) + 1,
    entity,
    {
      name: SHEETS.links,
      tabColor: TAB_COLORS.work,
      rows: [{ row: CONTENT_ROW, height: HEAD_HEIGHT }, ...rowHeights(model, CONTENT_ROW)],
      validations: [
        chooseFrom(placed, LINK_COLUMNS.fromDocument, LISTS.documents),
        chooseFrom(placed, LINK_COLUMNS.toDocument, LISTS.documents),
        chooseFrom(placed, LINK_COLUMNS.kind, LISTS.linkKinds),
        chooseFrom(placed, LINK_COLUMNS.state, LISTS.linkStates),
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
        state(LINK_STATE_LABELS.explicit, 'D9EAF7'),
        state(LINK_STATE_LABELS.confirmed, 'C6E7C8'),
        state(LINK_STATE_LABELS.proposed, COLORS.attentionFill),
        state(LINK_STATE_LABELS.rejected, 'E3E3E3'),
        {
          ranges: [placed.bodyOf(LINK_COLUMNS.said)],
          formula: `${anchored(placed, LINK_COLUMNS.said)}>100`,
          look: { fill: COLORS.errorFill, color: COLORS.negative, bold: true },
        },
      ],
    },
  );
}
