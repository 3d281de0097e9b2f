import { euro } from '../amounts';
import { formulaCell, literal, whole } from '../formulas';
import { SHEETS } from '../names';
import { rowHeights } from '../rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from '../sheet';
import type { CellSpec, SheetSpec } from '../spec';
import { placeTable } from '../table';
import { CHANGE_COLUMNS, CHANGE_TABLE, type ChangeList } from './changeTable';

const C = CHANGE_COLUMNS;

/** Sum of the money moved of one kind and direction: expenditure and receipts are never added. */
const sumFormula = (kind: string, direction: string): string =>
  `SUMIFS(${whole(CHANGE_TABLE, C.difference)},${whole(CHANGE_TABLE, C.kind)},${literal(kind)},${whole(CHANGE_TABLE, C.direction)},${literal(direction)})`;

/** What was changed since the document was read, with its sums of money; the list can be filtered by any column. */
export function changeSheet({ model, flows }: ChangeList, entity: string): SheetSpec {
  const headRow = CONTENT_ROW + (flows.length === 0 ? 0 : flows.length + 3);
  const placed = placeTable(model, headRow, 0);
  const sums = flows.map(({ kind, direction, cents }): readonly CellSpec[] => [
    kind,
    direction,
    formulaCell(sumFormula(kind, direction), euro(cents)),
  ]);
  return sheetOf({
    name: SHEETS.changes,
    tabColor: TAB_COLORS.check,
    columns: placed.columns,
    rows: [TITLE_ROW, { row: headRow, height: 20 }, ...rowHeights(model, headRow)],
    blocks: [
      headBlock(
        'Wijzigingen',
        'Wat u wijzigde sinds het document ingelezen is. Weggevallen woorden staan als [-zo-], nieuwe als {+zo+}. De lijst is van het moment waarop het werkboek gemaakt is.',
      ),
      ...(flows.length === 0
        ? []
        : [
            {
              row: CONTENT_ROW,
              column: 0,
              cells: [
                ['Soort', 'Richting', 'Som van de wijzigingen (euro)'].map((value): CellSpec => ({
                  value,
                  style: 'heading',
                })),
              ],
            },
            { row: CONTENT_ROW + 1, column: 0, cells: sums, styles: ['text', 'text', 'difference'] as const },
          ]),
      placed.block,
    ],
    tables: [placed.table],
    freeze: { rows: headRow + 1, columns: 0 },
    print: printOf(entity, 'Wijzigingen', { orientation: 'landscape', titleRows: [headRow, headRow] }),
  });
}
