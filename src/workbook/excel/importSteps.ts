import type { SheetSpec } from '../../sheets/spec';
import { ownFormats, removeFormatSteps } from './diff/conditionalFormats';
import { groupUpdates, readGroups, wantedGroups } from './diff/groups';
import type { Layout } from './diff/layout';
import { chartsDiffer, chartSteps, placedFormats, removeChartSteps } from './diff/parts';
import { sheetIn } from './request/ranges';
import { runSteps } from './request/run';
import type { ExcelSession } from './request/session';
import type { Step } from './request/steps';
import type { Captured } from './undo/capture';
import type { SheetChange, WorkbookUpdate } from './workbookUpdate';
import { newSheetPhases } from './write/newSheets';
import { nameStep } from './write/print';
import { conditionalFormatSteps } from './write/rules';

/** The writes of an import in the order Excel takes them. */

const chartNames = (layout: Layout | null, spec: SheetSpec): string[] => [
  ...new Set([...(layout?.parts.charts ?? []), ...spec.charts].map(({ name }) => name)),
];

/** Conditional formats of ours go before anything moves: a format whose cells go would be broken and no longer known. */
function oldFormatSteps({ laidOut, layout }: SheetChange, { image, formats }: Captured): Step[] {
  if (image.formats === null) return [];
  return removeFormatSteps(
    laidOut.spec.name,
    ownFormats(formats, [...(layout?.parts.conditionalFormats ?? []), ...laidOut.spec.conditionalFormats]),
  );
}

/** Formats and charts of a sheet that was there. */
const objectSteps = (
  { laidOut: { spec }, layout, update }: SheetChange,
  { image }: Captured,
  charts: readonly string[],
): Step[] => [
  ...(image.formats === null
    ? []
    : conditionalFormatSteps(spec.name, placedFormats(spec.conditionalFormats, update.placement.columnOf))),
  ...(chartsDiffer(spec, layout)
    ? [...removeChartSteps(spec.name, chartNames(layout, spec), charts), ...chartSteps(spec)]
    : []),
];

export const chartsThere = (session: ExcelSession, names: readonly string[]): Promise<string[][]> =>
  names.length === 0
    ? Promise.resolve([])
    : session.request(
        (context) =>
          names.map((name) => {
            const { charts } = sheetIn(context, name);
            charts.load('items/name');
            return charts;
          }),
        (loaded) => loaded.map(({ items }) => items.map(({ name }) => name)),
      );

/** The writes of an import up to the commit, in order. */
export function importSteps(
  plan: WorkbookUpdate,
  captured: readonly Captured[],
  charts: readonly (readonly string[])[],
): Step[] {
  const fresh = newSheetPhases(plan.fresh);
  const updates = plan.updates.map(({ update }) => update.phases);
  return [
    ...plan.updates.flatMap((planned, index) => {
      const image = captured[index];
      return image ? oldFormatSteps(planned, image) : [];
    }),
    ...updates.flatMap(({ structure }) => structure),
    ...fresh.structure,
    ...plan.newNames.map((spec) =>
      nameStep(
        spec,
        plan.names.some(({ name, formula }) => name === spec.name && formula !== null),
      ),
    ),
    ...updates.flatMap(({ constants }) => constants),
    ...updates.flatMap(({ formulas }) => formulas),
    ...fresh.formulas,
    ...updates.flatMap(({ looks }) => looks),
    ...plan.updates.flatMap((planned, index) => {
      const image = captured[index];
      return image ? objectSteps(planned, image, charts[index] ?? []) : [];
    }),
    ...fresh.looks,
  ];
}

/** Groups are looked up once the rows are in place. */
export async function updateGroups(
  session: ExcelSession,
  updates: readonly SheetChange[],
  captured: readonly Captured[],
): Promise<void> {
  const grouped = updates.flatMap((planned, index) => {
    const image = captured[index]?.image;
    if (!image || image.groups === null) return [];
    const { target } = planned.update.placement;
    return [
      {
        planned,
        size: {
          name: image.name,
          rows: Math.max(1, target.rows, image.rows),
          columns: Math.max(1, target.columns, image.columns),
        },
      },
    ];
  });
  const now = await readGroups(
    session,
    grouped.map(({ size }) => size),
  );
  await runSteps(
    session,
    grouped.flatMap(({ planned: { laidOut, update }, size: { name } }, index): Step[] => {
      const groups = now[index];
      if (!groups) return [];
      const { placement, restructuring } = update;
      return groupUpdates(
        name,
        groups,
        wantedGroups(
          laidOut.spec,
          groups,
          placement,
          (row) => restructuring.rowFrom[row] === null,
          restructuring.movesColumns,
        ),
      );
    }),
  );
}
