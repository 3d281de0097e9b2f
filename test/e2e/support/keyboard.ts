import type { Frame, Page } from 'playwright-core';

/** More stops than this between two things is a way nobody goes. */
const MOST_STOPS = 60;

/** The keyboard of a user who has no mouse: knows what has the focus, and tabs on until it is what is wanted. */
export class Keyboard {
  constructor(
    private readonly page: Page,
    private readonly target: Page | Frame = page,
  ) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** What a screen reader would say of the element with the focus, about; '' when nothing has it. */
  focused(): Promise<string> {
    return this.target.evaluate(() => {
      const active = document.activeElement;
      if (active === null || active === document.body) return '';
      const label =
        'labels' in active ? (active.labels as NodeListOf<HTMLLabelElement> | null)?.[0]?.textContent : undefined;
      return active.getAttribute('aria-label') ?? label ?? active.textContent;
    });
  }

  async tabTo(wanted: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let count = 0; count < MOST_STOPS; count += 1) {
      await this.press(key);
      const name = await this.focused();
      if (typeof wanted === 'string' ? name === wanted : wanted.test(name)) return;
      passed.push(name);
    }
    throw new Error(`no focus on ${String(wanted)}; passed ${passed.join(' | ')}`);
  }
}
