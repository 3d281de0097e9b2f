import { useEffect, type RefObject } from 'react';

/**
 * Gives the focus to an element when what had it went away with the change of `occasion`. Never takes it from anything that has it, and never
 * from the sheet: only while the pane itself is in use.
 */
export function useLostFocus(target: RefObject<HTMLElement | null>, occasion: unknown): void {
  useEffect(() => {
    const active = document.activeElement;
    if (document.hasFocus() && (active === null || active === document.body)) target.current?.focus();
  }, [target, occasion]);
}
