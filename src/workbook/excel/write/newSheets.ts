import { sheetIn } from '../request/ranges';
import type { SheetSpec } from '../../../sheets/spec';
import type { WantedSheet } from './wanted';
import { CALL_BYTES, type Phases, type Step } from '../request/steps';
import { formulaSteps, lookSteps, numberFormatSteps, valueSteps, type CellAt } from './cells';
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

/** Text, then everything that only needs text: the contents of a sheet as far as they lean on nothing else. */
function contentSteps({ spec, grid }: WantedSheet): Step[] {
  const skip = inTotals(spec);
  const at: CellAt = (row, column) => (skip(row, column) ? null : grid.cells[row]?.[column]);
  return [
    ...numberFormatSteps(spec.name, grid.rows, grid.columns, at, 'fresh'),
    ...spec.blocks.flatMap((block) =>
      valueSteps(
        spec.name,
        { row: block.row, column: block.column, rows: block.cells.length, columns: block.cells[0]?.length ?? 0 },
        at,
      ),
    ),
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
 * What makes new sheets, in the phases of writing: nothing names what is not there yet. Sheets, texts and tables; formulas once every table and
 * name stands; then looks, parts and charts.
 */
export const newSheetPhases = (sheets: readonly WantedSheet[]): Phases => ({
  structure: [
    ...sheets.map(({ spec }) => createSheetStep(spec)),
    ...sheets.flatMap(contentSteps),
    ...sheets.flatMap(({ spec }) => spec.tables.map((table) => createTableStep(spec.name, table))),
  ],
  constants: [],
  formulas: sheets.flatMap(({ spec, grid }) => [
    ...spec.tables.flatMap((table) => totalsSteps(spec.name, table, grid)),
    ...formulaSteps(spec, grid, inTotals(spec)),
  ]),
  looks: [
    ...sheets.flatMap(lookStepsOf),
    ...sheets.flatMap(partSteps),
    ...sheets.flatMap(({ spec }) => spec.charts.map((chart) => chartStep(spec.name, chart))),
  ],
});
