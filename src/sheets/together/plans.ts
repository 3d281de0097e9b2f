import type { LevelStatuses } from '../../plan/followUp';
import { chooseFrom, listSheet } from '../listSheet';
import { LISTS, SHEETS } from '../names';
import { PLAN_COLUMNS } from '../planColumns';
import { statusLooks } from '../planSheet';
import type { PlanView } from '../planView';
import { rowHeights } from '../rowHeights';
import { CONTENT_ROW, TAB_COLORS } from '../sheet';
import type { SheetSpec } from '../spec';
import { statusValidations } from '../statusLists';
import { columnIndexOf, placeTable, type TableModel } from '../table';
import type { NamedDocument } from '../ends';
import { PLANS_COLUMNS, viaLinks } from '../plansTable';

const HEAD_ROW = CONTENT_ROW;
const HEAD_HEIGHT = 32;
/** Excel's outline has eight levels, of which the first is "not grouped". */
const MAX_OUTLINE = 7;

/** The other plans of the workbook, side by side, for status and money along links. */
export function plansSheet(
  model: TableModel,
  view: PlanView,
  others: readonly NamedDocument[],
  statuses: LevelStatuses,
  entity: string,
): SheetSpec {
  const table = placeTable(model, HEAD_ROW, 0);
  const nodes = others.flatMap((of) =>
    of.document.nodes.map(({ id, level }) => ({ level, depth: of.tree.ancestors(id).length })),
  );
  const rows = rowHeights(model, HEAD_ROW, [
    PLANS_COLUMNS.document,
    PLAN_COLUMNS.code,
    PLAN_COLUMNS.title,
    PLAN_COLUMNS.level,
    PLAN_COLUMNS.status,
  ]).map((row, index) => {
    const depth = nodes[index]?.depth ?? 0;
    return depth > 0 ? { ...row, outline: Math.min(depth, MAX_OUTLINE) } : row;
  });
  const followed = others.some(({ document }) =>
    document.nodes.some(({ evaluation }) => evaluation !== null && evaluation.text !== ''),
  );
  const lastPrinted = followed ? PLAN_COLUMNS.evaluation : viaLinks('receipts');
  return listSheet(
    'Plannen',
    'De andere plannen: beloften, aanbevelingen en doelstellingen. Geef ze een status; koppelingen tellen mee op alles erboven. Bedragen in euro.',
    table,
    columnIndexOf(model, lastPrinted) + 1,
    entity,
    {
      name: SHEETS.plans,
      tabColor: TAB_COLORS.work,
      rows: [{ row: HEAD_ROW, height: HEAD_HEIGHT }, ...rows],
      validations: [
        chooseFrom(table, PLANS_COLUMNS.document, LISTS.documents, 'Kies een document uit de lijst.'),
        ...statusValidations(
          table.bodyOf(PLAN_COLUMNS.status),
          nodes.map(({ level }) => level),
          statuses,
        ),
      ],
      conditionalFormats: statusLooks(view, table),
      freeze: { rows: HEAD_ROW + 1, columns: 2 },
    },
  );
}
