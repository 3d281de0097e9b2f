import type { ColumnState, RowState } from '../model/book';

type Lines = ReadonlyMap<number, RowState | ColumnState>;

const levelOf = (lines: Lines, index: number): number => lines.get(index)?.outline ?? 0;

/** The group whose button stands at a row or column: the lines just after it that are deeper. null when there is none. */
export function groupAt(
  lines: Lines,
  index: number,
): { readonly first: number; readonly last: number; readonly open: boolean } | null {
  const level = levelOf(lines, index);
  let last = index;
  while (levelOf(lines, last + 1) > level) last += 1;
  return last === index ? null : { first: index + 1, last, open: lines.get(index + 1)?.hidden !== true };
}

/** Opens or closes the group at a line. Opening leaves closed what is deeper and was closed before only when its own head is. */
export function toggleGroup(lines: Map<number, RowState> | Map<number, ColumnState>, index: number): void {
  const group = groupAt(lines, index);
  if (!group) return;
  for (let line = group.first; line <= group.last; line += 1) {
    const state = lines.get(line);
    if (state) state.hidden = group.open;
  }
}
