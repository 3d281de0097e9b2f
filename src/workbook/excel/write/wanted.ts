import { cellText } from '../../../sheets/cellText';
import type { BlockSpec, CellSpec, CellValue, SheetSpec } from '../../../sheets/spec';
import { STYLES, TEXT_FORMAT, type StyleName } from '../../../sheets/style';

/** A cell as it must become: what stands in it, how numbers show, and its look. */
export interface WantedCell {
  /** A formula with its `=`, a value, or '' for an empty cell. */
  readonly content: string | number | boolean;
  readonly isFormula: boolean;
  readonly numberFormat: string;
  readonly style: StyleName | null;
}

/** The cells of a sheet in a rectangle from A1; what no block covers is null and belongs to nobody. */
export interface WantedGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly (readonly (WantedCell | null)[])[];
}

export const GENERAL_FORMAT = 'General';

const isSpecObject = (cell: CellSpec): cell is Exclude<CellSpec, CellValue> =>
  cell !== null && typeof cell === 'object';

/** Text keeps the text format whatever its style says; a formula never has it, for Excel would show its source. */
function numberFormatOf(style: StyleName | null, isText: boolean, isFormula: boolean): string {
  if (isText) return TEXT_FORMAT;
  const format = style === null ? undefined : STYLES[style].numberFormat;
  return format === undefined || (isFormula && format === TEXT_FORMAT) ? GENERAL_FORMAT : format;
}

/** What a spec cell becomes; null when it says nothing at all (an empty cell without a style). */
export function wantedCell(cell: CellSpec, columnStyle: StyleName | null): WantedCell | null {
  const style = (isSpecObject(cell) ? cell.style : undefined) ?? columnStyle;
  if (isSpecObject(cell) && 'formula' in cell) {
    return { content: `=${cell.formula}`, isFormula: true, numberFormat: numberFormatOf(style, false, true), style };
  }
  const value = isSpecObject(cell) ? cell.value : cell;
  if (value === null || value === '')
    return { content: '', isFormula: false, numberFormat: numberFormatOf(style, false, false), style };
  if (typeof value !== 'string')
    return { content: value, isFormula: false, numberFormat: numberFormatOf(style, false, false), style };
  return { content: cellText(value), isFormula: false, numberFormat: TEXT_FORMAT, style };
}

const right = (block: BlockSpec): number => block.column + (block.cells[0]?.length ?? 0);

/** Lays the blocks of a sheet into one grid. */
export function wantedGrid(sheet: SheetSpec): WantedGrid {
  const rows = Math.max(0, ...sheet.blocks.map((block) => block.row + block.cells.length));
  const columns = Math.max(0, ...sheet.blocks.map(right));
  const cells: (WantedCell | null)[][] = Array.from({ length: rows }, () =>
    new Array<WantedCell | null>(columns).fill(null),
  );
  for (const block of sheet.blocks) {
    block.cells.forEach((row, down) => {
      const target = cells[block.row + down];
      if (target === undefined) return;
      row.forEach((cell, across) => {
        target[block.column + across] = wantedCell(cell, block.styles?.[across] ?? null);
      });
    });
  }
  return { rows, columns, cells };
}

/** A sheet with what its cells must become. */
export interface WantedSheet {
  readonly spec: SheetSpec;
  readonly grid: WantedGrid;
}

export const wantedSheet = (spec: SheetSpec): WantedSheet => ({ spec, grid: wantedGrid(spec) });
