import {
  writeXlsx,
  type CellStyle,
  type ConditionalRule,
  type DataValidation,
  type TableDefinition,
  type WriteSheet,
} from 'hucre/xlsx';
import { rangeAddress, sheetRange } from '../../src/sheets/address';
import type { Book, Cell, ConditionalFormat, Sheet, Table, Validation } from '../model/book';
import { isNever } from '../objects/dataValidation';
import { DEFAULT_FORMAT, type CellFormat, type Edge } from '../model/format';

/** Excel's own default look needs no style in the file. */
const rgb = (color: string): { readonly rgb: string } => ({ rgb: color.replace('#', '').toUpperCase() });

const LINES: Readonly<Record<string, 'hair' | 'thin' | 'medium' | 'thick'>> = {
  Hairline: 'hair',
  Thin: 'thin',
  Medium: 'medium',
  Thick: 'thick',
};

const HORIZONTAL: Readonly<Record<string, 'left' | 'center' | 'right'>> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
};
const VERTICAL: Readonly<Record<string, 'top' | 'center' | 'bottom'>> = {
  Top: 'top',
  Center: 'center',
  Bottom: 'bottom',
};

const edge = (line: Edge) => ({
  style: line.style === 'Double' ? ('double' as const) : (LINES[line.weight] ?? 'thin'),
  color: rgb(line.color),
});

const styles = new Map<CellFormat, CellStyle>();

function styleOf(format: CellFormat | null): CellStyle | undefined {
  if (format === null || format === DEFAULT_FORMAT) return undefined;
  const known = styles.get(format);
  if (known) return known;
  const { EdgeTop, EdgeBottom } = format.edges;
  const [horizontal, vertical] = [HORIZONTAL[format.horizontal], VERTICAL[format.vertical]];
  const style: CellStyle = {
    font: {
      name: format.fontName,
      size: format.fontSize,
      color: rgb(format.fontColor),
      ...(format.bold ? { bold: true } : {}),
      ...(format.italic ? { italic: true } : {}),
      ...(format.underline === 'None' ? {} : { underline: true }),
    },
    ...(format.fill === '' ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(format.fill) } }),
    ...(EdgeTop || EdgeBottom
      ? { border: { ...(EdgeTop ? { top: edge(EdgeTop) } : {}), ...(EdgeBottom ? { bottom: edge(EdgeBottom) } : {}) } }
      : {}),
    alignment: {
      ...(horizontal ? { horizontal } : {}),
      ...(vertical ? { vertical } : {}),
      ...(format.wrap ? { wrapText: true } : {}),
      ...(format.indent > 0 ? { indent: format.indent } : {}),
    },
    ...(format.numberFormat === 'General' ? {} : { numFmt: format.numberFormat }),
  };
  styles.set(format, style);
  return style;
}

type WriteCells = NonNullable<WriteSheet['cells']>;
type WriteCell = WriteCells extends Map<string, infer One> ? One : never;

function cellOf(cell: Cell): WriteCell {
  const style = styleOf(cell.format);
  const look = style ? { style } : {};
  if (cell.formula === null) return { value: cell.value === '' ? null : cell.value, ...look };
  return { value: null, formula: cell.formula.slice(1), formulaResult: cell.value, ...look };
}

function cellsOf(sheet: Sheet): WriteCells {
  const cells: WriteCells = new Map();
  sheet.cells.forEach((row, at) =>
    row.forEach((cell, across) => {
      if (cell) cells.set(`${at},${across}`, cellOf(cell));
    }),
  );
  return cells;
}

const tableOf = (table: Table): TableDefinition => ({
  name: table.name,
  range: rangeAddress(table.area),
  columns: table.columns.map(({ name }) => ({ name })),
  style: table.style,
  showRowStripes: table.showBandedRows,
  showAutoFilter: table.showFilterButton,
  showTotalRow: table.showTotals,
});

function validationOf({ areas, type, rule, errorAlert }: Validation): DataValidation[] {
  const alert = {
    range: areas.map(rangeAddress).join(' '),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: errorAlert.style === 'Stop' ? ('stop' as const) : ('warning' as const),
  };
  if (type === 'Custom' && isNever(rule.custom)) return [{ ...alert, type: 'custom', formula1: 'FALSE' }];
  const list = rule.list;
  if (type !== 'List' || typeof list !== 'object' || list === null || !('source' in list)) return [];
  const source = String(list.source);
  return [{ ...alert, type: 'list', formula1: source.startsWith('=') ? source.slice(1) : `"${source}"` }];
}

const ruleOf = ({ areas, formula, fill, fontColor, bold }: ConditionalFormat, index: number): ConditionalRule => ({
  type: 'expression',
  priority: index + 1,
  range: areas.map(rangeAddress).join(' '),
  formula: formula.replace(/^=/, ''),
  style: {
    ...(fill === '' ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: rgb(fill) } }),
    ...(fontColor === '' && !bold
      ? {}
      : { font: { ...(fontColor === '' ? {} : { color: rgb(fontColor) }), ...(bold ? { bold } : {}) } }),
  },
});

/** Points of a column in characters of the default font: 48 points are 8.43. */
const widthOf = (points: number): number => Math.max(0, Math.round((((points * 96) / 72 - 5) / 7) * 100) / 100);

function sheetOf(book: Book, sheet: Sheet): WriteSheet {
  const lastColumn = Math.max(-1, ...sheet.columns.keys());
  return {
    name: sheet.name,
    ...(sheet.visibility === 'Visible' ? {} : { veryHidden: true }),
    view: { showGridLines: sheet.showGridlines, ...(sheet.tabColor === '' ? {} : { tabColor: rgb(sheet.tabColor) }) },
    columns: Array.from({ length: lastColumn + 1 }, (_, at) => {
      const state = sheet.columns.get(at);
      return {
        ...(state?.width == null ? {} : { width: widthOf(state.width) }),
        ...(state?.hidden ? { hidden: true } : {}),
        ...(state?.outline ? { outlineLevel: state.outline } : {}),
      };
    }),
    rowDefs: new Map(
      [...sheet.rows].map(([at, { height, hidden, outline }]) => [
        at,
        {
          ...(height === null ? {} : { height }),
          ...(hidden ? { hidden } : {}),
          ...(outline ? { outlineLevel: outline } : {}),
        },
      ]),
    ),
    outlineProperties: { summaryBelow: false, summaryRight: false },
    cells: cellsOf(sheet),
    merges: sheet.merges.map(({ row, column, rows, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    })),
    tables: book.tables.filter((table) => table.sheet === sheet.id).map(tableOf),
    dataValidations: sheet.validations.flatMap(validationOf),
    conditionalRules: sheet.conditionalFormats.map(ruleOf),
    ...(sheet.freeze
      ? {
          freezePane: {
            rows: sheet.freeze.rows > 1_000_000 ? 0 : sheet.freeze.rows,
            columns: sheet.freeze.columns > 16_000 ? 0 : sheet.freeze.columns,
          },
        }
      : {}),
  };
}

/** The workbook of the stand-in as an .xlsx file: cells, looks, tables, dropdowns and conditional formats; charts and print set-up stay behind. */
export function bookFile(book: Book): Promise<Uint8Array> {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.id, sheet.name]));
  return writeXlsx({
    sheets: book.sheets.map((sheet) => sheetOf(book, sheet)),
    namedRanges: book.names.flatMap(({ name, scope, target }) => {
      if ('formula' in target || scope !== null) return [];
      const sheet = sheets.get(target.sheet);
      return sheet === undefined ? [] : [{ name, range: sheetRange({ sheet, ...target.area }) }];
    }),
    properties: { title: 'Planboek', creator: 'Planboek' },
  });
}
