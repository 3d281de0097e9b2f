import type { SourceLine } from '../read/source';
import { SOURCE_TEXT_COLUMN, SourceIndex } from './formulas';
import { SHEETS, SOURCE_COLUMNS, TABLES } from './names';
import { roleLabel } from './roleLabels';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { SheetSpec } from './spec';
import { placeTable, type ColumnModel, type TableModel } from './table';

const HEAD_ROW = CONTENT_ROW;

/** Where each line of the source will stand on its sheet. */
export const sourceIndex = (lines: readonly SourceLine[]): SourceIndex => new SourceIndex(lines, HEAD_ROW + 1);

const COLUMNS: readonly ColumnModel[] = [
  { name: SOURCE_COLUMNS.line, width: 8, style: 'plainNumber' },
  { name: SOURCE_COLUMNS.page, width: 7, style: 'plainNumber' },
  { name: SOURCE_COLUMNS.role, width: 28, style: 'note' },
  { name: SOURCE_COLUMNS.text, width: 130, style: 'plain' },
];

/** Every non-blank line of the source with its one role, so that each figure can be followed to the line it came from. */
export function sourceSheet(lines: readonly SourceLine[], entity: string): SheetSpec {
  const model: TableModel = {
    name: TABLES.source,
    columns: COLUMNS,
    rows: lines.map(({ number, page, role, text }) => [number, page, roleLabel(role), text]),
    totals: false,
  };
  const placed = placeTable(model, HEAD_ROW, 0);
  return sheetOf({
    name: SHEETS.source,
    tabColor: TAB_COLORS.source,
    columns: placed.columns,
    rows: [TITLE_ROW],
    blocks: [headBlock('Bron', 'Alle niet-lege regels van het ingelezen document, elk met precies één rol. Bedragen op andere bladen verwijzen hierheen.'), placed.block],
    tables: [placed.table],
    freeze: { rows: HEAD_ROW + 1, columns: SOURCE_TEXT_COLUMN },
    print: printOf(entity, 'Bron', { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW] }),
  });
}
