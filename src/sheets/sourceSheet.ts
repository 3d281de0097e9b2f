import { labelOfRole } from '../plan/lineRole';
import type { SourceLine } from '../read/source';
import { SOURCE_TEXT_COLUMN, SourceIndex } from './formulas';
import { SOURCE_COLUMNS, sourceSheetName, sourceTableName } from './names';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { SheetSpec } from './spec';
import { placeTable, type ColumnModel, type TableModel } from './table';

const HEAD_ROW = CONTENT_ROW;

/** Where each line of a source will stand on its sheet; `document`: its place among the documents of the workbook, from 1. */
export const sourceIndex = (lines: readonly SourceLine[], document = 1): SourceIndex =>
  new SourceIndex(lines, HEAD_ROW + 1, sourceSheetName(document));

const COLUMNS: readonly ColumnModel[] = [
  { name: SOURCE_COLUMNS.line, width: 8, style: 'plainNumber' },
  { name: SOURCE_COLUMNS.page, width: 7, style: 'plainNumber' },
  { name: SOURCE_COLUMNS.role, width: 28, style: 'note' },
  { name: SOURCE_COLUMNS.text, width: 130, style: 'plain' },
];

/** Every non-blank line of the source with its one role, so that each figure can be followed to the line it came from. */
export function sourceSheet(lines: readonly SourceLine[], entity: string, document = 1, title = ''): SheetSpec {
  const name = sourceSheetName(document);
  const model: TableModel = {
    name: sourceTableName(document),
    columns: COLUMNS,
    rows: lines.map(({ number, page, role, roleText, text }) => [number, page, roleText ?? labelOfRole(role), text]),
    totals: false,
  };
  const placed = placeTable(model, HEAD_ROW, 0);
  return sheetOf({
    name,
    tabColor: TAB_COLORS.source,
    columns: placed.columns,
    rows: [TITLE_ROW],
    blocks: [
      headBlock(
        [name, title].filter(Boolean).join(': '),
        'Alle niet-lege regels van het ingelezen document, elk met precies één rol. Bedragen op andere bladen verwijzen hierheen.',
      ),
      placed.block,
    ],
    tables: [placed.table],
    freeze: { rows: HEAD_ROW + 1, columns: SOURCE_TEXT_COLUMN },
    print: printOf(entity, name, { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW] }),
  });
}
