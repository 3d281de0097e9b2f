import {
  writeXlsx,
  type ConditionalRule,
  type DataValidation,
  type SheetChart,
  type TableDefinition,
  type WriteSheet,
} from 'hucre/xlsx';
import { columnLetters, rangeAddress, quotedSheet, sheetRange } from '../../sheets/address';
import type {
  CellSpec,
  ChartSpec,
  ColumnSpec,
  ConditionalFormatSpec,
  PrintSpec,
  PrintText,
  RangeSpec,
  SheetSpec,
  TableSpec,
  ValidationSpec,
} from '../../sheets/spec';
import { DEFAULT_FONT, type StyleName } from '../../sheets/style';
import type { Carried, CarriedSheet } from './carry/carry';
import { inOrder, laidOver } from './carry/layOver';
import { fileText, looksLikeError } from './fileText';
import { editsFor } from './partEdits';
import { fileStyle, lookStyle, showsWhenEmpty } from './styles';
import { patchZip } from '../zip/zipPatch';

/** Filling in, sorting and filtering stay possible; so does making a column wider. */
const PROTECTION = { sheet: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true } as const;

type WriteCells = NonNullable<WriteSheet['cells']>;
type WriteCell = WriteCells extends Map<string, infer Cell> ? Cell : never;

/** Metadata of the file itself; its dates are taken out afterwards, so that the same sheets give the same file. */
const PROPERTIES = { title: 'Planboek', creator: 'Planboek' } as const;

/**
 * Writes sheets as one .xlsx file. The sheets decide everything: equal sheets give equal bytes. `carried`: what the user of the workbook
 * added to the one before. Throws only when the sheets contradict themselves (two of one name).
 */
export async function writeXlsxFile(sheets: readonly SheetSpec[], carried?: Carried): Promise<Uint8Array> {
  const all = inOrder(sheets, carried?.own ?? []);
  const bytes = await writeXlsx({
    sheets: all.map((sheet) =>
      'blocks' in sheet ? withCarried(toWriteSheet(sheet), sheet, carried?.sheets.get(sheet.name)) : sheet,
    ),
    namedRanges: [...definedNames(sheets), ...printNames(sheets), ...(carried?.names ?? [])],
    defaultFont: { ...DEFAULT_FONT },
    properties: { ...PROPERTIES },
  });
  const patched = await patchZip(bytes, editsFor(all));
  if (!patched.ok)
    throw new Error(
      `writer gave an unreadable package: ${patched.failure.kind.id} ${JSON.stringify(patched.failure.figures)}`,
    );
  return patched.value;
}

/** A sheet of ours with what its user added to it. */
const withCarried = (written: WriteSheet, sheet: SheetSpec, carried: CarriedSheet | undefined): WriteSheet =>
  carried ? laidOver({ ...written, cells: new WrittenCells(sheet.blocks, carried.cells) }, carried) : written;

function toWriteSheet(sheet: SheetSpec): WriteSheet {
  return {
    name: sheet.name,
    veryHidden: sheet.visibility === 'veryHidden',
    view: { showGridLines: sheet.showGridlines, ...(sheet.tabColor ? { tabColor: { rgb: sheet.tabColor } } : {}) },
    columns: sheet.columns.map(({ width, hidden, outline }, index) => ({
      width,
      ...(hidden ? { hidden } : {}),
      ...(outline ? { outlineLevel: outline } : {}),
      // The button of a closed group stands on the column before it.
      ...(!hidden && isClosedGroup(sheet.columns[index + 1]) ? { collapsed: true } : {}),
    })),
    rowDefs: new Map(
      sheet.rows.map(({ row, height, outline, hidden }) => [
        row,
        {
          ...(height === undefined ? {} : { height }),
          ...(outline ? { outlineLevel: outline } : {}),
          ...(hidden ? { hidden } : {}),
        },
      ]),
    ),
    outlineProperties: { summaryBelow: false, summaryRight: false },
    cells: new WrittenCells(sheet.blocks, new Map(), sheet.unlocked),
    merges: sheet.merges.map(({ row, column, rows, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    })),
    tables: sheet.tables.map(toTable),
    dataValidations: sheet.validations.flatMap(toValidations),
    conditionalRules: sheet.conditionalFormats.map(toRule),
    charts: sheet.charts.map(toChart),
    ...(sheet.unlocked ? { protection: { ...PROTECTION } } : {}),
    ...(sheet.freeze ? { freezePane: { ...sheet.freeze } } : {}),
    ...(sheet.print ? printOptions(sheet.print) : {}),
  };
}

const isClosedGroup = (column: ColumnSpec | undefined): boolean => column?.hidden === true && (column.outline ?? 0) > 0;

/**
 * The cells of a sheet in the form of the writer, made each time they are walked over. The writer walks over one sheet at a time
 * and asks for no cell by its name; maps of every sheet at once would be the most memory that writing takes.
 */
class WrittenCells extends Map<string, WriteCell> {
  constructor(
    private readonly blocks: SheetSpec['blocks'],
    private readonly own: CarriedSheet['cells'] = new Map(),
    private readonly unlocked: readonly RangeSpec[] = [],
  ) {
    super();
  }

  override *entries(): MapIterator<[string, WriteCell]> {
    const left = new Set(this.own.keys());
    for (const [key, cell] of this.written()) {
      left.delete(key);
      yield [key, { ...cell, ...this.own.get(key) }];
    }
    for (const key of left) yield [key, { ...this.own.get(key) }];
  }

  private readonly isUnlocked = (atRow: number, atColumn: number): boolean =>
    this.unlocked.some(
      ({ row, column, rows, columns }) =>
        atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns,
    );

  private *written(): Iterable<[string, WriteCell]> {
    for (const { row: top, column: left, cells, styles } of this.blocks) {
      for (const [rowOffset, row] of cells.entries()) {
        for (const [columnOffset, cell] of row.entries()) {
          const written = toCell(cell, styles?.[columnOffset] ?? null);
          const key = `${top + rowOffset},${left + columnOffset}`;
          if (this.unlocked.length > 0 && this.isUnlocked(top + rowOffset, left + columnOffset))
            yield [key, { value: null, ...written, style: { ...written?.style, protection: { locked: false } } }];
          else if (written) yield [key, written];
        }
      }
    }
  }

  override [Symbol.iterator](): MapIterator<[string, WriteCell]> {
    return this.entries();
  }
}

function toCell(cell: CellSpec, columnStyle: StyleName | null): WriteCell | null {
  if (cell === null || typeof cell !== 'object')
    return cell === null && !showsWhenEmpty(columnStyle) ? null : valueCell(cell, columnStyle);
  const styleName = cell.style ?? columnStyle;
  const comment = cell.note === undefined ? {} : { comment: { author: 'Planboek', text: fileText(cell.note) } };
  if (!('formula' in cell)) return { ...valueCell(cell.value, styleName), ...comment };
  const style = fileStyle(styleName, 'formula');
  const formulaResult = typeof cell.value === 'string' ? fileText(cell.value) : cell.value;
  return { value: null, formula: cell.formula, formulaResult, ...(style ? { style } : {}), ...comment };
}

function valueCell(value: string | number | boolean | null, styleName: StyleName | null): WriteCell {
  const style = fileStyle(styleName, typeof value === 'string' ? 'text' : 'other');
  const looks = style ? { style } : {};
  if (typeof value !== 'string') return { value, ...looks };
  const text = fileText(value);
  return looksLikeError(text) ? { value: null, richText: [{ text }], ...looks } : { value: text, ...looks };
}

function toTable(table: TableSpec): TableDefinition {
  return {
    name: table.name,
    range: rangeAddress(table.range),
    columns: table.columns.map(({ name, total }) => {
      if (!table.totals || !total) return { name };
      return 'label' in total
        ? { name, totalLabel: total.label }
        : { name, totalFunction: 'custom', totalFormula: total.formula };
    }),
    style: table.style,
    showRowStripes: table.stripes,
    showAutoFilter: table.filter,
    showTotalRow: table.totals,
  };
}

function toValidations(validation: ValidationSpec): DataValidation[] {
  const common = {
    range: validation.ranges.map(rangeAddress).join(' '),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: validation.reaction,
    errorTitle: validation.title,
    errorMessage: validation.message,
  } as const;
  if (validation.kind === 'list') return [{ ...common, type: 'list', formula1: validation.source }];
  if (validation.kind === 'calculated') return [{ ...common, type: 'custom', formula1: 'FALSE' }];
  return [
    {
      ...common,
      type: validation.kind,
      operator: 'between',
      formula1: String(validation.min),
      formula2: String(validation.max),
    },
  ];
}

function toRule({ ranges, formula, look }: ConditionalFormatSpec, index: number): ConditionalRule {
  return {
    type: 'expression',
    priority: index + 1,
    range: ranges.map(rangeAddress).join(' '),
    formula,
    style: lookStyle(look),
  };
}

/** Lines thick enough to print, in points. */
const LINE_WIDTH = 2.25;

const NO_TICKS = { majorTickMark: 'none', minorTickMark: 'none' } as const;

function toChart(chart: ChartSpec): SheetChart {
  const { row, column, rows, columns } = chart.anchor;
  const grouping = chart.kind === 'line' ? {} : { barGrouping: chart.grouping };
  return {
    type: chart.kind,
    title: chart.title,
    titleFontSize: 12,
    titleBold: true,
    ...grouping,
    ...(chart.kind === 'line' ? {} : { gapWidth: 60 }),
    legend: chart.series.length > 1 ? 'bottom' : false,
    altText: chart.description,
    frameTitle: chart.name,
    dispBlanksAs: 'gap',
    ...(chart.valueLabels
      ? { dataLabels: { showValue: true, fontSize: 8, numberFormat: { formatCode: chart.valueFormat } } }
      : {}),
    anchor: { from: { row, col: column }, to: { row: row + rows, col: column + columns } },
    axes: {
      x: { tickLblPos: 'low', ...NO_TICKS, ...(chart.kind === 'bar' ? { reverse: true } : {}) },
      y: {
        numberFormat: { formatCode: chart.valueFormat },
        ...NO_TICKS,
        ...(chart.valueTitle ? { title: chart.valueTitle } : {}),
        // Bars run from the top down, so the value axis stands at the far end of the categories: below.
        ...(chart.kind === 'bar' ? { crosses: 'max' } : {}),
        gridlines: { major: !chart.valueLabels },
        hidden: chart.valueLabels,
      },
    },
    series: chart.series.map((series) => ({
      name: series.name,
      values: sheetRange(series.values),
      categories: sheetRange(series.categories),
      color: series.color,
      ...(chart.kind === 'line'
        ? { stroke: { width: LINE_WIDTH }, marker: { symbol: 'circle', size: 5 } as const }
        : {}),
    })),
  };
}

const definedNames = (sheets: readonly SheetSpec[]) =>
  sheets.flatMap((sheet) => sheet.names.map(({ name, range }) => ({ name, range: sheetRange(range) })));

/** Written as names by ourselves: the writer's own print settings leave sheet names such as J1 unquoted, and Excel then reads a cell. */
function printNames(sheets: readonly SheetSpec[]) {
  return sheets.flatMap(({ name, print }) => {
    if (!print) return [];
    const titles = [
      ...(print.titleColumns
        ? [`${quotedSheet(name)}!$${columnLetters(print.titleColumns[0])}:$${columnLetters(print.titleColumns[1])}`]
        : []),
      ...(print.titleRows ? [`${quotedSheet(name)}!$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`] : []),
    ];
    return [
      ...(print.area
        ? [{ name: '_xlnm.Print_Area', range: sheetRange({ sheet: name, ...print.area }), scope: name }]
        : []),
      ...(titles.length > 0 ? [{ name: '_xlnm.Print_Titles', range: titles.join(','), scope: name }] : []),
    ];
  });
}

/** Inches; room for one line of header and footer. */
const MARGINS = { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.3, footer: 0.3 } as const;

function printOptions(print: PrintSpec): Partial<WriteSheet> {
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: print.fitToWidth,
      fitToHeight: print.fitToHeight ?? 0,
      margins: { ...MARGINS },
    },
    headerFooter: { oddHeader: printCodes(print.header), oddFooter: printCodes(print.footer) },
    rowBreaks: print.breaks.map((row) => row - 1),
  };
}

/** Small type in header and footer; a blank keeps a text that begins with a digit out of the size. */
const printCodes = ({ left, center, right }: PrintText): string =>
  [left && `&L&8${apart(left)}`, center && `&C&8${apart(center)}`, right && `&R&8${apart(right)}`]
    .filter(Boolean)
    .join('');

const apart = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text);
