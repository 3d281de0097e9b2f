import type { Frame, Page } from 'playwright-core';
import { columnLetters } from '../../../src/sheets/address';
import type { PaneTexts } from '../../../src/i18n/pane/paneTexts';
import type { ScreenName } from '../../../src/taskpane/ports/screens';
import type { BrowserTests, Look, Visit } from './browser';

const SCREEN = { width: 1300, height: 800 } as const;

/** A user at the workbench: the grid on the left, the pane on the right. */
export class Bench {
  private constructor(
    readonly visit: Visit,
    readonly pane: Frame,
  ) {}

  static async open({ open }: BrowserTests, look: Look, name: string): Promise<Bench> {
    const visit = await open(`?locale=${look.locale}`, look, name, SCREEN);
    const handle = await visit.page.locator('iframe').elementHandle();
    const pane = await handle?.contentFrame();
    if (!pane) throw new Error('no pane');
    await pane.locator('h1').waitFor();
    return new Bench(visit, pane);
  }

  get page(): Page {
    return this.visit.page;
  }

  get texts(): PaneTexts {
    return this.visit.texts;
  }

  step(name: string): Promise<void> {
    return this.visit.step(name, this.pane);
  }

  tab(screen: ScreenName): Promise<void> {
    return this.pane.getByRole('tab', { name: this.texts.common.screens[screen] }).click();
  }

  button(name: string) {
    return this.pane.getByRole('button', { name });
  }

  /** Reads a file up to its preview. */
  async preview(file: string): Promise<void> {
    await this.pane.locator('[data-testid=files]').setInputFiles(file);
    await this.pane.getByRole('heading', { name: this.texts.import.preview }).waitFor();
  }

  /** Puts what is previewed into the workbook. */
  async apply(name: string): Promise<void> {
    await this.button(this.texts.import.applyExcel).click();
    await this.said(this.texts.import.applied(name));
  }

  /** Waits until the pane says in passing what was done, and closes that. */
  async said(sentence: string): Promise<void> {
    const notice = this.pane.getByRole('status');
    await notice.getByText(sentence, { exact: true }).waitFor();
    await notice.getByRole('button', { name: this.texts.common.close }).click();
  }

  sheets(): Promise<string[]> {
    return this.page.locator('.tabs').getByRole('tab').allTextContents();
  }

  /** Goes to a cell (`Plan!H6`) by the name box. */
  async goTo(cell: string): Promise<void> {
    const box = this.page.locator('.entry input.name');
    await box.fill(cell);
    await box.press('Enter');
    // The box shows where one is, not what was typed, once one is there.
    await this.page.waitForFunction(
      (address) => document.querySelector<HTMLInputElement>('.entry input.name')?.value === address,
      cell.replace(/^.*!/, ''),
    );
  }

  /** The cell that is chosen on the sheet that is shown, as `Plan!H6`. */
  async chosen(): Promise<string> {
    const sheet = await this.page.locator('.tabs').getByRole('tab', { selected: true }).textContent();
    return `${sheet ?? ''}!${await this.page.locator('.entry input.name').inputValue()}`;
  }

  /** What a cell holds, as the formula bar says it. */
  async content(cell: string): Promise<string> {
    await this.goTo(cell);
    return this.page.locator('.entry input:not(.name)').inputValue();
  }

  /** The letters of a column of a table, by its name in the row of heads. */
  async columnOf(sheet: string, row: number, name: string): Promise<string> {
    for (let column = 0; column < 60; column += 1) {
      const letters = columnLetters(column);
      if ((await this.content(`${sheet}!${letters}${row}`)) === name) return letters;
    }
    throw new Error(`no column ${name} on ${sheet}`);
  }

  /** What a cell shows. */
  async shown(cell: string): Promise<string> {
    await this.goTo(cell);
    return this.page.locator(`.cell[data-address="${cell.replace(/^.*!/, '')}"] .text`).innerText();
  }

  /** Types into a cell over what it holds. */
  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.press('F2');
    await this.page.locator('textarea.editor').fill(text);
    await this.page.keyboard.press('Enter');
  }

  async erase(cell: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.press('Delete');
  }

  /** Chooses from the dropdown of a cell. */
  async choose(cell: string, label: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.press('F2');
    await this.page.locator('select.editor').selectOption(label);
  }
}
