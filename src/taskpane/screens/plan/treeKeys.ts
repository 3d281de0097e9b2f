import type { PlanRow } from '../../model/planRows';

/** What a key does in the tree. */
export type TreeMove =
  | { readonly kind: 'focus'; readonly id: string }
  | { readonly kind: 'toggle'; readonly id: string; readonly open: boolean }
  | { readonly kind: 'choose'; readonly id: string };

/** Rows that Page Up and Page Down skip. */
const PAGE_ROWS = 10;

/** The move a key makes from the row at `at` (WAI-ARIA, tree view); null when the key is not for the tree. */
export function moveInTree(rows: readonly PlanRow[], at: number, key: string): TreeMove | null {
  const row = rows[at];
  if (!row) return null;
  const focus = (index: number): TreeMove | null => {
    const target = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    return target ? { kind: 'focus', id: target.node.id } : null;
  };
  switch (key) {
    case 'ArrowDown':
      return focus(at + 1);
    case 'ArrowUp':
      return focus(at - 1);
    case 'PageDown':
      return focus(at + PAGE_ROWS);
    case 'PageUp':
      return focus(at - PAGE_ROWS);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(rows.length - 1);
    case 'ArrowRight':
      if (row.parts === 0) return null;
      return row.open ? focus(at + 1) : { kind: 'toggle', id: row.node.id, open: true };
    case 'ArrowLeft':
      if (row.open) return { kind: 'toggle', id: row.node.id, open: false };
      return focus(rows.findIndex(({ node }) => node.id === row.node.parent));
    case 'Enter':
    case ' ':
      return { kind: 'choose', id: row.node.id };
    default:
      return typeAhead(rows, at, key);
  }
}

/** A letter or digit goes to the next row whose title starts with it. */
function typeAhead(rows: readonly PlanRow[], at: number, key: string): TreeMove | null {
  if (key.length !== 1 || !/[\p{L}\p{N}]/u.test(key)) return null;
  const wanted = key.toLowerCase();
  const after = [...rows.slice(at + 1), ...rows.slice(0, at)];
  const found = after.find(({ node }) => node.title.toLowerCase().startsWith(wanted));
  return found ? { kind: 'focus', id: found.node.id } : null;
}
