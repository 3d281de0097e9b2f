import type { Layout } from './layout';
import { contentAt, type LiveSheet } from '../read/liveSheet';
import type { KeyOf } from './restructuring';
import { sameName } from '../read/survey';

/** Where what stands on a sheet stood when it was last written. */

/** Row of the old layout that a row of the sheet was written from; null for a row of the user's. */
export function oldRows(live: LiveSheet, layout: Layout, keyOf: KeyOf): (row: number) => number | null {
  const rows = new Map<number, number>();
  let liveEnd = 0;
  let oldEnd = 0;
  for (const table of live.tables) {
    const old = layout.parts.tables.find(({ name }) => sameName(name, table.name));
    if (old === undefined) continue;
    for (let row = liveEnd; row < table.range.row; row += 1) rows.set(row, oldEnd + row - liveEnd);
    rows.set(table.range.row, old.range.row);
    const places = new Map<string, number[]>();
    (layout.keys[old.name] ?? []).forEach((key, index) =>
      places.set(key, [...(places.get(key) ?? []), old.range.row + 1 + index]),
    );
    const bodyEnd = table.range.row + table.range.rows - (table.totals ? 1 : 0);
    const column = table.range.column + keyOf(table.name, table.headers);
    for (let row = table.range.row + 1; row < bodyEnd; row += 1) {
      const place = places.get(String(contentAt(live, row, column)))?.shift();
      if (place !== undefined) rows.set(row, place);
    }
    oldEnd = old.range.row + old.range.rows;
    liveEnd = table.range.row + table.range.rows;
    if (table.totals && old.totals) rows.set(liveEnd - 1, oldEnd - 1);
  }
  return (row) => rows.get(row) ?? (row >= liveEnd ? oldEnd + row - liveEnd : null);
}

/** Column on the sheet of an old column: what the layout wrote there, by the headers it has now. */
export function oldColumnOf(live: LiveSheet, layout: Layout): (row: number, column: number) => number | null {
  const tables = layout.parts.tables.map((old) => {
    const now = live.tables.find(({ name }) => sameName(name, old.name));
    const names = old.columns.map(({ name }) => name.toLowerCase());
    return { old, now, indexes: now?.headers.map((header) => names.indexOf(header.toLowerCase())) ?? [] };
  });
  return (row, column) => {
    const home =
      tables.find(({ now }) => now && row >= now.range.row && row < now.range.row + now.range.rows) ??
      (tables.length === 1 ? tables[0] : undefined);
    if (!home?.now) return column;
    const index = column - home.now.range.column;
    if (index < 0) return column;
    if (index < home.indexes.length) {
      const place = home.indexes[index] ?? -1;
      return place < 0 ? null : home.old.range.column + place;
    }
    return column - home.indexes.length + home.old.columns.length;
  };
}
