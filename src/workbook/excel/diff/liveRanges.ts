import type { RangeSpec, ValidationSpec } from '../../../sheets/spec';
import type { SheetParts } from './layout';
import type { LiveSheet, LiveTable } from '../read/liveSheet';
import { sameName } from '../read/survey';

/** Ranges of a spec as they lie on the sheet now: Excel lets them grow and move with the table they belong to. */

const within = (inner: RangeSpec, outer: RangeSpec): boolean =>
  inner.row >= outer.row &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column >= outer.column &&
  inner.column + inner.columns <= outer.column + outer.columns;

function throughTable(range: RangeSpec, spec: SheetParts['tables'][number], live: LiveTable): RangeSpec[] {
  const body = { row: spec.range.row + 1, rows: spec.range.rows - 1 - (spec.totals ? 1 : 0) };
  const now = { row: live.range.row + 1, rows: live.range.rows - 1 - (live.totals ? 1 : 0) };
  const whole = range.row === body.row && range.rows === body.rows;
  const row = whole ? now.row : live.range.row + range.row - spec.range.row;
  const rows = whole ? now.rows : Math.min(range.rows, live.range.row + live.range.rows - row);
  if (rows < 1) return [];
  return Array.from(
    { length: range.columns },
    (_, index) => spec.columns[range.column - spec.range.column + index]?.name,
  ).flatMap((name): RangeSpec[] => {
    const place = name === undefined ? -1 : live.headers.findIndex((header) => sameName(header, name));
    return place < 0 ? [] : [{ row, rows, column: live.range.column + place, columns: 1 }];
  });
}

/** Where a range of the spec lies now; nowhere when its columns are gone. */
export function liveRanges(parts: SheetParts, live: LiveSheet, range: RangeSpec): RangeSpec[] {
  const spec = parts.tables.find((table) => within(range, table.range));
  const table = spec && live.tables.find(({ name }) => sameName(name, spec.name));
  return spec && table ? throughTable(range, spec, table) : [range];
}

/** Rules of the spec where they lie now. */
export const liveValidations = (parts: SheetParts, live: LiveSheet): ValidationSpec[] =>
  parts.validations
    .map((rule) => ({ ...rule, ranges: rule.ranges.flatMap((range) => liveRanges(parts, live, range)) }))
    .filter(({ ranges }) => ranges.length > 0);
