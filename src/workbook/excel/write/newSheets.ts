import type { Content } from '../read/fingerprint';
import { bodyOf, heldCells, looseCells, looseColumns, namesTable, plainContent, type Cell } from './looseFormulas';
import { sheetIn } from '../request/ranges';
import type { SheetSpec } from '../../../sheets/spec';
import { GENERAL_FORMAT, type WantedSheet } from './wanted';
import { CALL_BYTES, type Phases, type Step } from '../request/steps';
import {
  constantSteps,
  formulaArrays,
  formulaSteps,
  lookSteps,
  numberFormatSteps,
  valueSteps,
  type CellAt,
} from './cells';
import { chartStep } from './charts';
import {
  denseRows,
  freezeStep,
  groupSteps,
  heightSteps,
  hiddenSteps,
  mergeSteps,
  sheetViewStep,
  widthSteps,
} from './parts';
import { printStep } from './print';
import { conditionalFormatSteps, validationSteps } from './rules';
import { createTableStep, inTotals, totalsSteps } from './tables';

/** A new sheet stays out of sight until everything stands. */
const createSheetStep = (spec: SheetSpec): Step => ({
  bytes: 3 * CALL_BYTES,
  run: (context) => {
    const sheet = context.workbook.worksheets.add(spec.name);
    sheet.visibility = 'Hidden';
  },
});

export const showSheetStep = ({ name, visibility }: Pick<SheetSpec, 'name' | 'visibility'>): Step => ({
  bytes: CALL_BYTES,
  run: (context) => {
    sheetIn(context, name).visibility = visibility === 'visible' ? 'Visible' : 'VeryHidden';
  },
});

/** Where loose formulas stand on a new sheet, and which of them must wait for the tables they name. */
interface LooseFormulas {
  readonly early: (row: number, column: number) => boolean;
  readonly late: (row: number, column: number) => boolean;
  readonly held: readonly Cell[];
}

function looseFormulasOf({ spec, grid }: WantedSheet): LooseFormulas {
  const contentAt = (row: number, column: number): Content | null => plainContent(grid.cells[row]?.[column]);
  const columns = looseColumns(spec.tables.map(bodyOf), contentAt);
  const loose = looseCells(columns, contentAt);
  const late = (row: number, column: number): boolean =>
    loose(row, column) && namesTable(String(contentAt(row, column)));
  return {
    early: (row, column) => loose(row, column) && !late(row, column),
    late,
    held: heldCells(columns, contentAt, late),
  };
}

/** What a loose formula that waits for its table is written over. */
const PLACEHOLDER = { content: 0, isFormula: false, numberFormat: GENERAL_FORMAT, style: null } as const;

/** Text, then everything that leans on nothing but sheets: constants, and the loose formulas of tables to come. */
function contentSteps({ spec, grid }: WantedSheet, { early, late, held }: LooseFormulas): Step[] {
  const skip = inTotals(spec);
  const at: CellAt = (row, column) => (skip(row, column) ? null : grid.cells[row]?.[column]);
  return [
    ...numberFormatSteps(spec.name, grid.rows, grid.columns, at, 'fresh'),
    ...spec.blocks.flatMap((block) =>
      valueSteps(
        spec.name,
        { row: block.row, column: block.column, rows: block.cells.length, columns: block.cells[0]?.length ?? 0 },
        (row, column) => (late(row, column) ? PLACEHOLDER : at(row, column)),
      ),
    ),
    ...constantSteps(spec.name, held, 0),
    ...formulaArrays(spec.name, grid, early),
  ];
}

const lookStepsOf = ({ spec, grid }: WantedSheet): Step[] =>
  lookSteps(
    spec.name,
    grid.rows,
    grid.columns,
    (row, column) => grid.cells[row]?.[column]?.style ?? undefined,
    'fresh',
  );

function partSteps({ spec }: WantedSheet): Step[] {
  const rows = denseRows(spec.rows);
  return [
    sheetViewStep(spec),
    ...widthSteps(spec.name, spec.columns),
    ...mergeSteps(spec.name, spec.merges),
    ...heightSteps(spec.name, rows),
    ...groupSteps(spec.name, rows, 'rows'),
    ...groupSteps(spec.name, spec.columns, 'columns'),
    ...hiddenSteps(spec.name, rows, 'rows'),
    ...hiddenSteps(spec.name, spec.columns, 'columns'),
    ...(spec.freeze ? [freezeStep(spec.name, spec.freeze)] : []),
    ...validationSteps(spec.name, spec.validations),
    ...conditionalFormatSteps(spec.name, spec.conditionalFormats),
    ...(spec.print ? [printStep(spec.name, spec.print)] : []),
  ];
}

/**
 * What makes new sheets, in the phases of writing: nothing names what is not there yet. Sheets, texts, loose formulas and tables; the other formulas once
 * every table and name stands; then looks, parts and charts.
 */
export function newSheetPhases(sheets: readonly WantedSheet[]): Phases {
  const made = sheets.map((sheet) => ({ ...sheet, sheet, loose: looseFormulasOf(sheet) }));
  return {
    structure: [
      ...sheets.map(({ spec }) => createSheetStep(spec)),
      ...made.flatMap(({ sheet, loose }) => contentSteps(sheet, loose)),
      ...sheets.flatMap(({ spec }) => spec.tables.map((table) => createTableStep(spec.name, table))),
    ],
    constants: [],
    formulas: made.flatMap(({ spec, grid, loose }) => [
      ...spec.tables.flatMap((table) => totalsSteps(spec.name, table, grid)),
      ...formulaSteps(spec, grid, (row, column) => inTotals(spec)(row, column) || loose.early(row, column)),
      ...constantSteps(spec.name, loose.held, ''),
    ]),
    looks: [
      ...sheets.flatMap(lookStepsOf),
      ...sheets.flatMap(partSteps),
      ...sheets.flatMap(({ spec }) => spec.charts.map((chart) => chartStep(spec.name, chart))),
    ],
  };
}
