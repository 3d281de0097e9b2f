import {
  writeXlsx,
  type ConditionalRule,
  type DataValidation,
  type TableDefinition,
  type WriteSheet,
} from 'hucre/xlsx';
import { rangeAddress, sheetRange } from '../../sheets/address';
import type { ColumnSpec, ConditionalFormatSpec, SheetSpec, TableSpec, ValidationSpec } from '../../sheets/spec';
import { DEFAULT_FONT } from '../../sheets/style';
import type { Carried, CarriedSheet } from './carry/carry';
import { inOrder, laidOver } from './carry/layOver';
import { toChart } from './chartPart';
import { printNames, printOptions } from './printPart';
import { WrittenCells } from './writtenCells';
import { SHARED_TEXTS, sharedTextsEdit } from './sharedTexts';
import { editsFor } from './partEdits';
import { lookStyle } from './styles';
import { patchZip } from '../zip/zipPatch';

/** Filling in, sorting and filtering stay possible; so does making a column wider. */
const PROTECTION = { sheet: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true } as const;

/** Metadata of the file itself; its dates are taken out afterwards, so that the same sheets give the same file. */
const PROPERTIES = { title: 'Planboek', creator: 'Planboek' } as const;

/**
 * Writes sheets as one .xlsx file. The sheets decide everything: equal sheets give equal bytes. `carried`: what the user of the workbook
 * added to the one before. Throws only when the sheets contradict themselves (two of one name).
 */
export async function writeXlsxFile(sheets: readonly SheetSpec[], carried?: Carried): Promise<Uint8Array> {
  const all = inOrder(sheets, carried?.own ?? []);
  const written = all.map((sheet) =>
    'blocks' in sheet ? withCarried(toWriteSheet(sheet), sheet, carried?.sheets.get(sheet.name)) : sheet,
  );
  const bytes = await writeXlsx({
    sheets: written,
    namedRanges: [...definedNames(sheets), ...printNames(sheets), ...(carried?.names ?? [])],
    defaultFont: { ...DEFAULT_FONT },
    properties: { ...PROPERTIES },
  });
  const patched = await patchZip(bytes, new Map([...editsFor(all), [SHARED_TEXTS, sharedTextsEdit(written)]]));
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

const definedNames = (sheets: readonly SheetSpec[]) =>
  sheets.flatMap((sheet) => sheet.names.map(({ name, range }) => ({ name, range: sheetRange(range) })));
