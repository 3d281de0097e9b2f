import type { BlockSpec, PrintSpec, SheetSpec } from './spec';

/** Colours of the tabs by what a sheet is for, RRGGBB. */
export const TAB_COLORS = {
  guide: '1F4E5F',
  work: '2E7D5B',
  schema: '8A6D1F',
  check: 'B42318',
  source: '7A868C',
} as const;

type SheetParts = Partial<SheetSpec> & Pick<SheetSpec, 'name' | 'blocks'>;

/** A sheet with everything it does not name left out. */
export const sheetOf = (parts: SheetParts): SheetSpec => ({
  visibility: 'visible',
  tabColor: null,
  showGridlines: false,
  columns: [],
  rows: [],
  merges: [],
  tables: [],
  validations: [],
  conditionalFormats: [],
  charts: [],
  names: [],
  freeze: null,
  print: null,
  ...parts,
});

/** Title and subtitle at the top of every sheet: rows 0 and 1. */
export const headBlock = (title: string, subtitle: string): BlockSpec => ({
  row: 0,
  column: 0,
  cells: [[{ value: title, style: 'title' }], [{ value: subtitle, style: 'subtitle' }]],
});

/** Height of the title row, in points. */
export const TITLE_ROW = { row: 0, height: 24 } as const;

/** First row below the head. */
export const CONTENT_ROW = 3;

/** Header and footer take 255 characters together. */
const MAX_PRINT_TEXT = 90;

/** Printed text is one line, and may not be taken for Excel's codes. */
function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return (line.length > MAX_PRINT_TEXT ? `${line.slice(0, MAX_PRINT_TEXT - 1)}…` : line).replace(/&/g, '&&');
}

/** Print set-up of every sheet: fits the width, repeats the head of the table, tells the entity, the sheet and page x of y. */
export const printOf = (
  entity: string,
  title: string,
  parts: Partial<PrintSpec> & Pick<PrintSpec, 'orientation'>,
): PrintSpec => ({
  fitToWidth: 1,
  fitToHeight: null,
  area: null,
  titleRows: null,
  titleColumns: null,
  header: { left: plain(entity), center: '', right: plain(title) },
  footer: { left: '&A', center: '', right: 'Blz. &P van &N' },
  breaks: [],
  ...parts,
});
