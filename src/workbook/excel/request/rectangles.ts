import { MAX_ADDRESS } from './limits';
import { columnLetters } from '../../../sheets/address';
import type { RangeSpec } from '../../../sheets/spec';

/** Rectangles of cells that are alike, so that one call serves many cells. */
export interface Group<K> {
  readonly key: K;
  readonly ranges: readonly RangeSpec[];
}

/**
 * Cuts a grid in rectangles of equal keys: runs down each column, joined with equal runs in the columns beside it. undefined cells belong to
 * no rectangle. Groups come in the order in which their key is first met.
 */
export function groupCells<K>(
  rows: number,
  columns: number,
  keyAt: (row: number, column: number) => K | undefined,
): Group<K>[] {
  const groups = new Map<K, RangeSpec[]>();
  /** Rectangles that end in the column before, by their rows. */
  let open = new Map<string, { key: K; range: RangeSpec }>();
  const close = (key: K, range: RangeSpec): void => {
    const known = groups.get(key);
    if (known) known.push(range);
    else groups.set(key, [range]);
  };
  for (let column = 0; column < columns; column += 1) {
    const next = new Map<string, { key: K; range: RangeSpec }>();
    for (let row = 0; row < rows;) {
      const key = keyAt(row, column);
      let end = row + 1;
      while (end < rows && keyAt(end, column) === key) end += 1;
      if (key !== undefined) {
        const place = `${row}:${end}`;
        const before = open.get(place);
        if (before?.key === key) {
          open.delete(place);
          next.set(place, { key, range: { ...before.range, columns: before.range.columns + 1 } });
        } else next.set(place, { key, range: { row, column, rows: end - row, columns: 1 } });
      }
      row = end;
    }
    for (const { key, range } of open.values()) close(key, range);
    open = next;
  }
  for (const { key, range } of open.values()) close(key, range);
  return [...groups].map(([key, ranges]) => ({ key, ranges }));
}

/** `B2:D9` */
export function addressOf({ row, column, rows, columns }: RangeSpec): string {
  const first = `${columnLetters(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** Addresses of several areas (`A1:B2,D4`), each short enough for one call. */
export function addressLists(ranges: readonly RangeSpec[]): string[] {
  const lists: string[] = [];
  let current = '';
  for (const range of ranges) {
    const address = addressOf(range);
    if (current !== '' && current.length + address.length + 1 > MAX_ADDRESS) {
      lists.push(current);
      current = '';
    }
    current = current === '' ? address : `${current},${address}`;
  }
  return current === '' ? lists : [...lists, current];
}
