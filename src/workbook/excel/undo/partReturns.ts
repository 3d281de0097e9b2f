import { rangeIn, sheetIn } from '../request/ranges';
import type { BeforeImage } from './beforeImage';
import type { SheetView } from './views';
import type { SheetParts } from '../diff/layout';
import { STANDARD_ROW } from '../write/looks';
import { removeChartSteps } from '../diff/parts';
import { CALL_BYTES, type Step } from '../request/steps';
import { chartStep } from '../write/charts';
import { freezeStep, mergeSteps, runs } from '../write/parts';
import { printStep } from '../write/print';
import { clearValidationSteps, validationSteps } from '../write/rules';
import { applyTableStyle } from '../write/tables';

/** Views and parts of a sheet on their way back to a before-image. */

/** Colours, widths and heights that are other than they were; a row of the standard height fits itself. */
export function viewSteps({ name, view }: BeforeImage, now: SheetView): Step[] {
  const changed = (
    before: readonly number[],
    current: readonly number[],
  ): { readonly item: number; readonly from: number; readonly count: number }[] =>
    runs(
      before.map((size, index) => (size === current[index] ? 0 : size)),
      (left, right) => left === right,
    ).filter(({ item }) => item > 0);
  return [
    ...(view.tabColor === now.tabColor && view.showGridlines === now.showGridlines
      ? []
      : [
          {
            bytes: CALL_BYTES,
            run: (context: Excel.RequestContext) => {
              const sheet = sheetIn(context, name);
              sheet.tabColor = view.tabColor;
              sheet.showGridlines = view.showGridlines;
            },
          },
        ]),
    ...changed(view.widths, now.widths).map(({ item, from, count }): Step => ({
      bytes: CALL_BYTES,
      run: (context) => {
        rangeIn(sheetIn(context, name), { row: 0, column: from, rows: 1, columns: count }).format.columnWidth = item;
      },
    })),
    ...changed(view.heights, now.heights).map(({ item, from, count }): Step => ({
      bytes: CALL_BYTES,
      run: (context) => {
        const { format } = rangeIn(sheetIn(context, name), { row: from, column: 0, rows: count, columns: 1 });
        if (item === STANDARD_ROW) format.autofitRows();
        else format.rowHeight = item;
      },
    })),
  ];
}

/** Parts of which the image knows only what was written: rules, charts, paper, tables. */
export function partSteps(
  parts: SheetParts,
  attempted: SheetParts | null,
  { paper, validations }: BeforeImage,
  chartsThere: readonly string[],
): Step[] {
  const differs = (name: 'charts' | 'print' | 'freeze' | 'merges'): boolean =>
    JSON.stringify(parts[name]) !== JSON.stringify(attempted?.[name]);
  const { name } = parts;
  return [
    ...clearValidationSteps(name, validations),
    ...validationSteps(name, validations),
    ...(differs('freeze') ? [freezeStep(name, parts.freeze)] : []),
    ...(differs('merges') ? mergeSteps(name, parts.merges) : []),
    ...(differs('print') && parts.print ? [printStep(name, parts.print)] : []),
    paperStep(name, paper),
    ...parts.tables.map((table): Step => ({
      bytes: 3 * CALL_BYTES,
      run: (context) => {
        applyTableStyle(context.workbook.tables.getItem(table.name), table);
      },
    })),
    ...(differs('charts')
      ? [
          ...removeChartSteps(
            name,
            [...new Set([...parts.charts, ...(attempted?.charts ?? [])].map((chart) => chart.name))],
            chartsThere,
          ),
          ...parts.charts.map((chart) => chartStep(name, chart)),
        ]
      : []),
  ];
}

/** What is printed lay where it lay, wherever rows and columns moved it. */
const paperStep = (name: string, { area, titleRows, titleColumns, breaks }: BeforeImage['paper']): Step => ({
  bytes: (4 + breaks.length) * CALL_BYTES,
  run: (context) => {
    const { pageLayout, horizontalPageBreaks } = sheetIn(context, name);
    if (area !== null) pageLayout.setPrintArea(area);
    if (titleRows !== null) pageLayout.setPrintTitleRows(titleRows);
    if (titleColumns !== null) pageLayout.setPrintTitleColumns(titleColumns);
    horizontalPageBreaks.removePageBreaks();
    for (const row of breaks) horizontalPageBreaks.add(`A${row + 1}`);
  },
});
