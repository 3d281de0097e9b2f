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

/** Gives the focus to an element when what had it went away with the change of `occasion`. Never takes it from anything that has it. */
export function useLostFocus(target: RefObject<HTMLElement | null>, occasion: unknown): void {
  useEffect(() => {
    if (focusIsLost()) target.current?.focus();
  }, [target, occasion]);
}
