import { printOf, sheetOf, CONTENT_ROW, headBlock, TAB_COLORS, TITLE_ROW } from '../sheet';
import type { CellSpec, SheetSpec } from '../spec';
import { formulaCell, here } from '../formulas';
import { placeTable, type TableModel } from '../table';
import { FOLLOW_UP_SHEET } from './part';

/** How far an owner is, by the part that came back. */
export interface OwnerProgress {
  readonly part: string;
  readonly owner: string;
  readonly rows: number;
  readonly filled: number;
  readonly taken: number;
  readonly conflicts: number;
  readonly rejected: number;
}

const TABLE = 'tblOpvolging';
const SHARE_FORMULA = `IF(${here(TABLE, 'Rijen')}=0,0,${here(TABLE, 'Ingevuld')}/${here(TABLE, 'Rijen')})`;

/** Who filled in what, and who did not: one row for each part that came back. */
export function followUpSheet(progress: readonly OwnerProgress[], entity: string): SheetSpec {
  const model: TableModel = {
    name: TABLE,
    columns: [
      { name: 'Deel', width: 44, style: 'text' },
      { name: 'Eigenaar', width: 24, style: 'text' },
      { name: 'Rijen', width: 9, style: 'count', alignRight: true },
      { name: 'Ingevuld', width: 10, style: 'count', alignRight: true },
      { name: 'Aandeel', width: 10, style: 'percent', alignRight: true, formula: SHARE_FORMULA },
      { name: 'Overgenomen', width: 13, style: 'count', alignRight: true },
      { name: 'Conflicten', width: 11, style: 'count', alignRight: true },
      { name: 'Geweigerd', width: 11, style: 'count', alignRight: true },
    ],
    rows: progress.map(({ part, owner, rows, filled, taken, conflicts, rejected }): readonly CellSpec[] => [
      part,
      owner,
      rows,
      filled,
      formulaCell(SHARE_FORMULA, rows === 0 ? 0 : filled / rows),
      taken,
      conflicts,
      rejected,
    ]),
    totals: false,
  };
  const placed = placeTable(model, CONTENT_ROW, 0);
  return sheetOf({
    name: FOLLOW_UP_SHEET,
    tabColor: TAB_COLORS.check,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: CONTENT_ROW, height: 20 }],
    blocks: [
      headBlock(FOLLOW_UP_SHEET, 'Per deel dat terugkwam: rijen met status en evaluatie, en wat ervan overgenomen is.'),
      placed.block,
    ],
    tables: [placed.table],
    freeze: { rows: CONTENT_ROW + 1, columns: 0 },
    print: printOf(entity, FOLLOW_UP_SHEET, { orientation: 'landscape', titleRows: [CONTENT_ROW, CONTENT_ROW] }),
  });
}
