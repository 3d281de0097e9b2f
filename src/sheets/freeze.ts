import { dayOfDate } from './dates';
import { SHEETS } from './names';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from './sheet';
import type { BlockSpec, CellSpec, SheetSpec } from './spec';

export const FREEZE_SHEET = 'Stempel';

/** When a copy was made, and of what. */
export interface FreezeStamp {
  readonly workbook: string;
  /** What the version of the document is called. */
  readonly version: string;
  readonly entity: string;
  /** ISO date and time of day, as its user reads them. */
  readonly date: string;
  readonly time: string;
}

function frozenCell(cell: CellSpec): CellSpec {
  if (cell === null || typeof cell !== 'object' || !('formula' in cell)) return cell;
  const { formula: _, ...value } = cell;
  return value;
}

const frozenSheet = (sheet: SheetSpec): SheetSpec => ({
  ...sheet,
  blocks: sheet.blocks.map((block): BlockSpec => ({ ...block, cells: block.cells.map((row) => row.map(frozenCell)) })),
  tables: sheet.tables.map((table) => ({
    ...table,
    columns: table.columns.map(({ name, total }) => ({
      name,
      ...(total && 'label' in total ? { total } : {}),
    })),
  })),
  // Nothing can be chosen or worked out any more.
  validations: [],
  conditionalFormats: sheet.conditionalFormats,
  unlocked: [],
});

function stampSheet({ workbook, version, entity, date, time }: FreezeStamp): SheetSpec {
  const rows: readonly (readonly CellSpec[])[] = [
    ['Kopie van', workbook],
    ['Document', version],
    ['Bestuur', entity],
    ['Gemaakt op', { value: dayOfDate(date), style: 'date' }],
    ['Om', time],
  ];
  return sheetOf({
    name: FREEZE_SHEET,
    tabColor: TAB_COLORS.check,
    columns: [{ width: 16 }, { width: 80 }],
    rows: [TITLE_ROW],
    blocks: [
      headBlock('Vaste kopie', 'Alleen waarden: wat hier staat, rekent niet en volgt het werkboek niet meer.'),
      { row: CONTENT_ROW, column: 0, cells: rows, styles: ['text', 'text'] },
    ],
    print: printOf(entity, 'Vaste kopie', { orientation: 'portrait' }),
  });
}

/** A copy of the sheets of a workbook that holds values only, with a stamp before them. What Planboek keeps to itself is not in it. */
export const frozenSheets = (sheets: readonly SheetSpec[], stamp: FreezeStamp): readonly SheetSpec[] => [
  stampSheet(stamp),
  ...sheets.filter(({ name, visibility }) => visibility === 'visible' && name !== SHEETS.state).map(frozenSheet),
];
