import { rangeIn, sheetIn } from '../request/ranges';
import type { ConditionalFormatSpec, RangeSpec, SheetSpec, ValidationSpec } from '../../../sheets/spec';
import type { Layout } from './layout';
import { liveValidations } from './liveRanges';
import type { LiveSheet } from '../read/liveSheet';
import type { Placement } from './placement';
import { CALL_BYTES, type Step } from '../request/steps';
import type { Restructuring } from './restructuring';
import { chartStep } from '../write/charts';
import { freezeStep, mergeSteps, pointsOf, sheetViewStep } from '../write/parts';
import { printStep } from '../write/print';
import { clearValidationSteps, validationSteps } from '../write/rules';
import { applyTableStyle } from '../write/tables';

/** The parts of a sheet that stand beside its cells: only what the spec has otherwise than before is touched. */

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** A range of the spec on a sheet where users have columns of their own: one range for each run of columns. */
export function placedRanges(range: RangeSpec, columnOf: Placement['columnOf']): RangeSpec[] {
  const columns = Array.from({ length: range.columns }, (_, index) => columnOf(range.row, range.column + index)).sort(
    (left, right) => left - right,
  );
  const found: RangeSpec[] = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last && last.column + last.columns === column) found[found.length - 1] = { ...last, columns: last.columns + 1 };
    else found.push({ ...range, column, columns: 1 });
  }
  return found;
}

export const placedValidations = (
  validations: readonly ValidationSpec[],
  columnOf: Placement['columnOf'],
): ValidationSpec[] =>
  validations.map((spec) => ({ ...spec, ranges: spec.ranges.flatMap((range) => placedRanges(range, columnOf)) }));

export const placedFormats = (
  formats: readonly ConditionalFormatSpec[],
  columnOf: Placement['columnOf'],
): ConditionalFormatSpec[] =>
  formats.map((spec) => ({ ...spec, ranges: spec.ranges.flatMap((range) => placedRanges(range, columnOf)) }));

function widthSteps(
  spec: SheetSpec,
  layout: Layout | null,
  { columnOf }: Placement,
  { movesColumns }: Restructuring,
): Step[] {
  const headRow = spec.tables[0]?.range.row ?? 0;
  const names = (parts: SheetSpec['tables']): readonly string[] => parts[0]?.columns.map(({ name }) => name) ?? [];
  const oldNames = layout ? names(layout.parts.tables) : [];
  const newNames = names(spec.tables);
  return spec.columns.flatMap(({ width }, index): Step[] => {
    const name = newNames[index - (spec.tables[0]?.range.column ?? 0)];
    const oldIndex = name === undefined ? index : oldNames.indexOf(name) + (layout?.parts.tables[0]?.range.column ?? 0);
    const column = columnOf(headRow, index);
    if (layout && !movesColumns && layout.parts.columns[oldIndex]?.width === width) return [];
    return [
      {
        bytes: CALL_BYTES,
        run: (context) => {
          sheetIn(context, spec.name).getRangeByIndexes(0, column, 1, 1).untrack().format.columnWidth = pointsOf(width);
        },
      },
    ];
  });
}

function heightSteps(spec: SheetSpec, layout: Layout | null, { rowFrom }: Restructuring): Step[] {
  const before = new Map(layout?.parts.rows.map(({ row, height }) => [row, height]) ?? []);
  const wanted = new Set(spec.rows.flatMap(({ row, height }) => (height === undefined ? [] : [row])));
  const free = [...before].filter(
    ([row, height]) => height !== undefined && !wanted.has(row) && (rowFrom[row] === row || row >= rowFrom.length),
  );
  const fit = free.map(([row]): Step => ({
    bytes: CALL_BYTES,
    run: (context) => {
      sheetIn(context, spec.name).getRangeByIndexes(row, 0, 1, 1).untrack().format.autofitRows();
    },
  }));
  return [
    ...fit,
    ...spec.rows.flatMap(({ row, height }): Step[] => {
      const from = rowFrom[row];
      // A kept row that stands where it stood keeps its height; one that moved may have been written with another.
      if (height === undefined || (layout && from === row && before.get(row) === height)) return [];
      return [
        {
          bytes: CALL_BYTES,
          run: (context) => {
            sheetIn(context, spec.name).getRangeByIndexes(row, 0, 1, 1).untrack().format.rowHeight = height;
          },
        },
      ];
    }),
  ];
}

/** Rules that must be said again: those of before are cleared where they lie, before any row moves. */
export const validationsDiffer = (spec: SheetSpec, layout: Layout | null, changes: boolean): boolean =>
  !layout || changes || !same(layout.parts.validations, spec.validations);

export const clearOldValidations = (
  spec: SheetSpec,
  layout: Layout | null,
  live: LiveSheet,
  changes: boolean,
): Step[] =>
  layout && validationsDiffer(spec, layout, changes)
    ? clearValidationSteps(spec.name, liveValidations(layout.parts, live))
    : [];

function validationUpdates(spec: SheetSpec, layout: Layout | null, { columnOf }: Placement, changes: boolean): Step[] {
  if (!validationsDiffer(spec, layout, changes)) return [];
  const placed = placedValidations(spec.validations, columnOf);
  return [...clearValidationSteps(spec.name, placed), ...validationSteps(spec.name, placed)];
}

/** A chart of ours goes by its name; one that the user deleted is not missed. */
export const removeChartSteps = (sheet: string, names: readonly string[], there: readonly string[]): Step[] =>
  names
    .filter((name) => there.includes(name))
    .map((name): Step => ({
      bytes: CALL_BYTES,
      run: (context) => {
        sheetIn(context, sheet).charts.getItem(name).delete();
      },
    }));

/** True when the charts of a sheet must be made anew. */
export const chartsDiffer = (spec: SheetSpec, layout: Layout | null): boolean =>
  !layout || !same(layout.parts.charts, spec.charts);

/** True when the conditional formats of a sheet must be made anew. */
export const formatsDiffer = (spec: SheetSpec, layout: Layout | null, changes: boolean): boolean =>
  !layout || changes || !same(layout.parts.conditionalFormats, spec.conditionalFormats);

/** True when groups may be other than the spec says. */
export const groupsDiffer = (spec: SheetSpec, layout: Layout | null, changes: boolean): boolean => {
  const groups = (parts: Pick<SheetSpec, 'rows' | 'columns'>): unknown => [
    parts.rows
      .filter(({ outline, hidden }) => outline || hidden)
      .map(({ row, outline, hidden }) => [row, outline, hidden]),
    parts.columns.map(({ outline, hidden }) => [outline, hidden]),
  ];
  const some = (parts: Pick<SheetSpec, 'rows' | 'columns'>): boolean =>
    [...parts.rows, ...parts.columns].some(({ outline, hidden }) => outline !== undefined || hidden !== undefined);
  return !layout || !same(groups(layout.parts), groups(spec)) || (changes && some(spec));
};

/** Steps for everything that does not have to be looked up first; groups, conditional formats and the removal of charts are planned apart. */
export function partUpdates(
  spec: SheetSpec,
  layout: Layout | null,
  placement: Placement,
  restructuring: Restructuring,
  live: LiveSheet,
): Step[] {
  const old = layout?.parts;
  const tables = spec.tables.filter((table) => {
    const before = old?.tables.find(({ name }) => name === table.name);
    return before?.style !== table.style || before.stripes !== table.stripes || before.filter !== table.filter;
  });
  return [
    ...(old?.tabColor === spec.tabColor && old.showGridlines === spec.showGridlines ? [] : [sheetViewStep(spec)]),
    ...(same(old?.merges ?? [], spec.merges)
      ? []
      : [
          {
            bytes: CALL_BYTES,
            run: (context: Excel.RequestContext) => {
              rangeIn(sheetIn(context, spec.name), {
                row: 0,
                column: 0,
                rows: Math.max(1, live.rows),
                columns: Math.max(1, live.columns),
              }).unmerge();
            },
          },
          ...mergeSteps(spec.name, spec.merges),
        ]),
    ...tables.map((table): Step => ({
      bytes: 3 * CALL_BYTES,
      run: (context) => {
        applyTableStyle(context.workbook.tables.getItem(table.name), table);
      },
    })),
    ...widthSteps(spec, layout, placement, restructuring),
    ...heightSteps(spec, layout, restructuring),
    ...(same(old?.freeze ?? null, spec.freeze) ? [] : [freezeStep(spec.name, spec.freeze)]),
    ...validationUpdates(spec, layout, placement, restructuring.changes),
    ...(spec.print && !same(old?.print, spec.print) ? [printStep(spec.name, spec.print)] : []),
  ];
}

export const chartSteps = (spec: SheetSpec): Step[] => spec.charts.map((chart) => chartStep(spec.name, chart));
