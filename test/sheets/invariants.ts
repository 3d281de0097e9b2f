import { parseRange } from '../../src/sheets/address';
import type { CellSpec, RangeSpec, SheetSpec } from '../../src/sheets/spec';
import { STYLES } from '../../src/sheets/style';

/** Functions that Excel 2021 or LibreOffice 7.4 does not have, or that recalculate at every touch. */
const FOREIGN_FUNCTIONS =
  /\b(?:XLOOKUP|XMATCH|LET|FILTER|SORT|UNIQUE|LAMBDA|SEQUENCE|OFFSET|INDIRECT|NOW|TODAY|RAND|PLAN\.\w+)\s*\(/i;
/** What a formula and a text constant within it may measure in Excel. */
const MAX_FORMULA = 8192;
const MAX_CONSTANT = 255;
const MAX_SHEET_NAME = 31;

const overlaps = (left: RangeSpec, right: RangeSpec): boolean =>
  left.row < right.row + right.rows &&
  right.row < left.row + left.rows &&
  left.column < right.column + right.columns &&
  right.column < left.column + left.columns;

const inside = (range: RangeSpec, row: number, column: number): boolean =>
  row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns;

const isFormula = (cell: CellSpec): cell is Extract<CellSpec, { formula: string }> =>
  cell !== null && typeof cell === 'object' && 'formula' in cell;

/** Everything that would make Excel repair or refuse a workbook, or that breaks a promise of the specification; [] when all is well. */
export function faultsOf(sheets: readonly SheetSpec[]): readonly string[] {
  const tables = sheets.flatMap((sheet) => sheet.tables);
  const names = sheets.flatMap((sheet) => sheet.names.map(({ name }) => name));
  return [
    ...repeated(
      'sheet',
      sheets.map(({ name }) => name),
    ),
    ...repeated('table or name', [...tables.map(({ name }) => name), ...names]),
    ...sheets.flatMap((sheet) =>
      sheet.name.length > MAX_SHEET_NAME || /[\\/?*[\]:]/.test(sheet.name) ? [`sheet name ${sheet.name}`] : [],
    ),
    ...sheets.flatMap((sheet) => sheetFaults(sheet, sheets)),
  ];
}

function repeated(what: string, names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names
    .filter((name) => seen.has(name.toLowerCase()) || !seen.add(name.toLowerCase()))
    .map((name) => `${what} ${name} twice`);
}

function sheetFaults(sheet: SheetSpec, sheets: readonly SheetSpec[]): readonly string[] {
  const faults: string[] = [];
  const ranges = sheet.blocks.map((block): RangeSpec => ({
    row: block.row,
    column: block.column,
    rows: block.cells.length,
    columns: block.cells[0]?.length ?? 0,
  }));
  ranges.forEach((range, index) => {
    if (ranges.slice(index + 1).some((other) => overlaps(range, other)))
      faults.push(`${sheet.name}: blocks overlap at row ${range.row}`);
  });
  for (const block of sheet.blocks) {
    const width = block.cells[0]?.length ?? 0;
    if (block.cells.some((row) => row.length !== width)) faults.push(`${sheet.name}: ragged block at row ${block.row}`);
    if (block.styles && block.styles.length !== width)
      faults.push(`${sheet.name}: styles of the block at row ${block.row}`);
    for (const cell of block.cells.flat()) faults.push(...cellFaults(sheet, cell, sheets));
  }
  for (const table of sheet.tables) {
    const block = sheet.blocks[ranges.findIndex((range) => inside(range, table.range.row, table.range.column))];
    const head = block?.cells[table.range.row - (block?.row ?? 0)]?.map((cell) =>
      cell !== null && typeof cell === 'object' ? cell.value : cell,
    );
    if (JSON.stringify(head) !== JSON.stringify(table.columns.map(({ name }) => name)))
      faults.push(`${sheet.name}: head of ${table.name}`);
    faults.push(
      ...repeated(
        `${table.name} column`,
        table.columns.map(({ name }) => name),
      ),
    );
    if (table.columns.some(({ name }) => name === '' || /[[\]#'@]/.test(name)))
      faults.push(`${table.name}: column name`);
    if (table.range.rows < (table.totals ? 3 : 2)) faults.push(`${table.name}: no row`);
    if (sheet.merges.some((merge) => overlaps(merge, table.range))) faults.push(`${table.name}: merged cells`);
  }
  return faults;
}

function cellFaults(sheet: SheetSpec, cell: CellSpec, sheets: readonly SheetSpec[]): readonly string[] {
  const faults: string[] = [];
  if (cell !== null && typeof cell === 'object' && cell.style !== undefined && !(cell.style in STYLES))
    faults.push(`${sheet.name}: style ${cell.style}`);
  if (!isFormula(cell)) return faults;
  const { formula } = cell;
  if (formula.startsWith('=')) faults.push(`${sheet.name}: = before ${formula.slice(0, 40)}`);
  if (formula.length > MAX_FORMULA) faults.push(`${sheet.name}: formula of ${formula.length}`);
  if (FOREIGN_FUNCTIONS.test(formula.replace(/"[^"]*"/g, '""'))) faults.push(`${sheet.name}: ${formula.slice(0, 80)}`);
  if ([...formula.matchAll(/"((?:[^"]|"")*)"/g)].some(([, constant = '']) => constant.length > MAX_CONSTANT))
    faults.push(`${sheet.name}: long constant`);
  if (/#All|\[@/.test(formula)) faults.push(`${sheet.name}: reference in ${formula.slice(0, 80)}`);
  const link = /^HYPERLINK\("#'((?:[^']|'')+)'!([A-Z]+\d+)"/.exec(formula);
  if (link) faults.push(...linkFaults(sheet, link[1] ?? '', link[2] ?? '', sheets));
  return faults;
}

function linkFaults(sheet: SheetSpec, name: string, address: string, sheets: readonly SheetSpec[]): readonly string[] {
  const target = sheets.find((each) => each.name === name.replace(/''/g, "'"));
  const place = parseRange(address);
  const found =
    target &&
    place &&
    target.blocks.some((block) =>
      inside(
        { row: block.row, column: block.column, rows: block.cells.length, columns: block.cells[0]?.length ?? 0 },
        place.row,
        place.column,
      ),
    );
  return found ? [] : [`${sheet.name}: link to ${name}!${address}`];
}
