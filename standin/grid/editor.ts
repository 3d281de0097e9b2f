import type { GridView } from './gridView';

interface EditorOptions {
  readonly grid: GridView;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Choices of the dropdown; null when the cell has none. */
  readonly choices: readonly string[] | null;
  /** `move` is where the selection goes after: rows down, columns right. */
  readonly onDone: (text: string | null, move: { readonly rows: number; readonly columns: number }) => void;
}

const STAY = { rows: 0, columns: 0 } as const;

/** Lays an editor over a cell: a text, or the list of its choices. Gives null when the user thinks better of it. */
export function openEditor({ grid, row, column, text, choices, onDone }: EditorOptions): void {
  const box = grid.boxOf(row, column);
  if (!box) return;
  const field = choices ? selectOf(choices, text) : textOf(text);
  field.className = 'editor';
  field.setAttribute('aria-label', 'Celinhoud');
  Object.assign(field.style, {
    top: `${box.top}px`,
    left: `${box.left}px`,
    width: `${Math.max(box.width, 120)}px`,
    height: `${Math.max(box.height, 24)}px`,
  });
  grid.root.append(field);
  let open = true;
  const close = (value: string | null, move: { readonly rows: number; readonly columns: number }): void => {
    if (!open) return;
    open = false;
    field.remove();
    grid.keys.focus({ preventScroll: true });
    onDone(value, move);
  };
  field.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    event.stopPropagation();
    if (event.key === 'Escape') close(null, STAY);
    if (event.key === 'Enter' && !event.altKey) close(field.value, { rows: 1, columns: 0 });
    if (event.key === 'Tab') {
      event.preventDefault();
      close(field.value, { rows: 0, columns: event.shiftKey ? -1 : 1 });
    }
  });
  field.addEventListener('blur', () => {
    close(field.value, STAY);
  });
  if (field instanceof HTMLSelectElement)
    field.addEventListener('change', () => {
      close(field.value, STAY);
    });
  field.focus();
}

function textOf(text: string): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  area.value = text;
  return area;
}

function selectOf(choices: readonly string[], text: string): HTMLSelectElement {
  const select = document.createElement('select');
  for (const choice of ['', ...choices]) select.append(new Option(choice, choice, false, choice === text));
  return select;
}
