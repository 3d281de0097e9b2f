import { columnLetters } from '../../src/sheets/address';
import type { Sheet } from '../model/book';
import { element } from './element';
import { groupAt } from './outline';

export const HEAD_HEIGHT = 22;
export const HEAD_WIDTH = 64;

/** The buttons that open and close groups. */
export interface GroupEvents {
  readonly onToggleRows: (row: number) => void;
  readonly onToggleColumns: (column: number) => void;
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

function heading(text: string, box: Box, group: ReturnType<typeof groupAt>, toggle: () => void): HTMLElement {
  const head = element('head', text);
  Object.assign(head.style, {
    top: `${box.top}px`,
    left: `${box.left}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  });
  if (!group) return head;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'toggle';
  button.tabIndex = -1;
  button.textContent = group.open ? '−' : '+';
  button.setAttribute('aria-label', group.open ? 'Groep sluiten' : 'Groep openen');
  button.addEventListener('mousedown', (event) => {
    event.preventDefault();
    event.stopPropagation();
    toggle();
  });
  head.prepend(button);
  return head;
}

/** Numbers of the rows and letters of the columns in view, with the buttons of their groups. */
export function headings(
  sheet: Sheet,
  rows: readonly number[],
  columns: readonly number[],
  boxOf: (row: number, column: number) => Box | null,
  events: GroupEvents,
): readonly HTMLElement[] {
  const numbers = rows.flatMap((row) => {
    const box = boxOf(row, 0);
    return box
      ? [
          heading(String(row + 1), { ...box, left: 0, width: HEAD_WIDTH }, groupAt(sheet.rows, row), () => {
            events.onToggleRows(row);
          }),
        ]
      : [];
  });
  const band = element('band');
  band.append(
    ...columns
      .flatMap((column) => {
        const box = boxOf(0, column);
        return box
          ? [
              heading(
                columnLetters(column),
                { ...box, top: 0, height: HEAD_HEIGHT },
                groupAt(sheet.columns, column),
                () => {
                  events.onToggleColumns(column);
                },
              ),
            ]
          : [];
      })
      .reverse(),
  );
  const corner = heading('', { top: 0, left: 0, width: HEAD_WIDTH, height: HEAD_HEIGHT }, null, () => undefined);
  corner.classList.add('corner');
  // The frozen ones come first and stay on top of those that slide under them.
  return [...numbers.reverse(), band, corner];
}
