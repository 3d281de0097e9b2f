import { useEffect, type RefObject } from 'react';

/** What last had the focus in the pane; null until something had it. */
let lastFocused: Element | null = null;

if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    lastFocused = target instanceof Element ? target : null;
  });
}

/** Did what had the focus go away? False while the user works in the sheet, and before anything had the focus. */
export function focusIsLost(): boolean {
  const active = document.activeElement;
  const nobody = active === null || active === document.body;
  return document.hasFocus() && nobody && lastFocused !== null && !lastFocused.isConnected;
}

/**
 * Gives the focus to an element that is no stop of the Tab key. While it has the focus it is one: office.js in Excel on the web moves the focus itself,
 * from stop to stop, and leaves the pane when it starts from anything else.
 */
function lendFocus(element: HTMLElement): void {
  element.tabIndex = 0;
  element.addEventListener(
    'blur',
    () => {
      element.tabIndex = -1;
    },
    { once: true },
  );
  element.focus();
}

/** Gives the focus to an element when what had it went away with the change of `occasion`. Never takes it from anything that has it. */
export function useLostFocus(target: RefObject<HTMLElement | null>, occasion: unknown): void {
  useEffect(() => {
    if (focusIsLost() && target.current) lendFocus(target.current);
  }, [target, occasion]);
}
