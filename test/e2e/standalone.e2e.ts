import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PANE_TEXTS, paneLanguage } from '../../src/i18n/paneTexts';
import { documentFromWorkbook } from '../../src/sheets/readBack';
import { readXlsxFile } from '../../src/workbook/file/read';
import { describeWithTool, seedText } from '../support/requirements';
import { launch, LOOKS, Visit, type Look } from './support/browser';
import { startSite, type Site } from './support/site';

/** A build takes a minute on a slow machine. */
const BUILD_MILLISECONDS = 300_000;
jest.setTimeout(120_000);

const report = path.join(mkdtempSync(path.join(tmpdir(), 'planboek-')), 'jaarrekening.txt');
writeFileSync(report, seedText('004'));

const textsOf = ({ locale }: Look) => PANE_TEXTS[paneLanguage(locale)];

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

/** Reads the report up to its preview. */
async function preview(page: Page, look: Look): Promise<void> {
  await page.setInputFiles('[data-testid=files]', report);
  await page.getByRole('heading', { name: textsOf(look).import.preview }).waitFor();
}

async function opened(page: Page, look: Look): Promise<void> {
  await preview(page, look);
  await page.getByRole('button', { name: textsOf(look).import.applyBrowser }).click();
  await page.getByRole('button', { name: textsOf(look).common.download }).waitFor();
}

describeWithTool('chromium', 'the pane in a plain browser', (program) => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), launch(program)]);
  }, BUILD_MILLISECONDS);
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  test.each(LOOKS.map((look) => [look.name, look] as const))('every screen, with a report and without, in %s: nothing to stumble over, nothing sent out', async (_, look) => {
    const texts = textsOf(look);
    const visit = await Visit.open(browser, `${site.url}/index.html`, look, 'pane');
    const { page } = visit;
    await visit.step('empty');
    await tab(page, texts.common.screens.plan);
    await visit.step('no-report');
    await tab(page, texts.common.screens.import);
    await preview(page, look);
    await visit.step('preview');
    for (const name of [texts.import.rolesToggle, /\(\d+\)/]) await page.getByRole('button', { name, expanded: false }).first().click();
    await visit.step('preview-opened');
    await page.getByRole('button', { name: texts.import.applyBrowser }).click();
    await visit.step('applied');
    await page.getByRole('status').getByRole('button', { name: texts.common.close }).click();
    await tab(page, texts.common.screens.plan);
    await page.getByRole('button', { name: texts.plan.expandAll }).click();
    await page.getByRole('button', { name: texts.plan.filters }).click();
    await visit.step('plan');
    await page.getByLabel(texts.plan.money, { exact: true }).selectOption({ label: texts.plan.moneyOverrun });
    await page.getByRole('treeitem').last().click();
    await visit.step('card');
    await page.getByRole('button', { name: `${texts.plan.editEvaluation}: ${texts.plan.edit}` }).click();
    await visit.step('card-editing');
    await tab(page, texts.common.screens.check);
    await visit.step('checks');
    await page.getByRole('button', { name: texts.check.explain }).first().click();
    await visit.step('checks-explaining');
    await tab(page, texts.common.screens.credits);
    await visit.step('credits');
    await tab(page, texts.common.screens.accounts);
    await visit.step('accounts');
    await tab(page, texts.common.screens.settings);
    await visit.step('settings');
    await visit.close();
  });

  test('the workbook that is offered reads back as the report, with the edit made in the pane', async () => {
    const [look] = LOOKS;
    if (!look) throw new Error('no look');
    const texts = textsOf(look);
    const visit = await Visit.open(browser, `${site.url}/index.html`, look, 'download');
    const { page } = visit;
    await opened(page, look);
    await tab(page, texts.common.screens.plan);
    await page.getByRole('treeitem').first().click();
    await page.getByLabel(texts.plan.status, { exact: true }).selectOption({ label: 'Niet opgestart' });
    await page.getByText(texts.plan.statusSaved('BD000001')).waitFor();
    await tab(page, texts.common.screens.import);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: texts.common.download }).click()]);
    expect(download.suggestedFilename()).toBe('jaarrekening.xlsx');
    const content = await readXlsxFile(new Uint8Array(readFileSync(await download.path())));
    const book = content.ok ? documentFromWorkbook(content.value) : content;
    if (!book.ok) throw new Error(book.failure.kind.id);
    expect(book.value.document.nodes).toHaveLength(482);
    expect(book.value.document.nodes[0]?.evaluation?.status).toBe('notStarted');
    await visit.close();
  });

  test('from import to explanation with the keyboard alone', async () => {
    const [look] = LOOKS;
    if (!look) throw new Error('no look');
    const texts = textsOf(look);
    const visit = await Visit.open(browser, `${site.url}/index.html`, look, 'keyboard');
    const { page } = visit;
    const { keyboard } = page;
    const focused = () => page.evaluate(() => {
      const active = document.activeElement;
      if (active === null || active === document.body) return '';
      const label = 'labels' in active ? (active.labels as NodeListOf<HTMLLabelElement> | null)?.[0]?.textContent : undefined;
      return active.getAttribute('aria-label') ?? label ?? active.textContent;
    });
    /** Tabs on until the focus is on what is wanted; fails after far too many. */
    const tabTo = async (wanted: string | RegExp): Promise<void> => {
      const seen: string[] = [];
      for (let count = 0; count < 60; count += 1) {
        await keyboard.press('Tab');
        const name = await focused();
        seen.push(name);
        if (typeof wanted === 'string' ? name === wanted : wanted.test(name)) return;
      }
      throw new Error(`no focus on ${String(wanted)}; passed ${seen.join(' | ')}`);
    };
    await page.getByRole('heading', { name: texts.import.title }).waitFor();
    await tabTo(texts.import.choose);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')]);
    await chooser.setFiles(report);
    await page.getByRole('heading', { name: texts.import.preview }).waitFor();
    await page.waitForFunction((title) => document.activeElement?.textContent === title, texts.import.preview);
    await tabTo(texts.import.applyBrowser);
    await keyboard.press('Enter');
    await page.getByRole('button', { name: texts.common.download }).waitFor();
    // From the content back to the tabs: arrow keys go from screen to screen.
    await keyboard.press('Shift+Tab');
    expect(await focused()).toBe(texts.common.screens.import);
    await keyboard.press('ArrowRight');
    await tabTo(/BD000001/);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/AP000001/);
    await keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await tabTo(texts.plan.status);
    await page.keyboard.press('Shift+Tab');
    await page.locator('h1').focus();
    for (let count = 0; count < 8 && (await focused()) !== texts.common.screens.plan; count += 1) await keyboard.press('Shift+Tab');
    await keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: texts.check.title }).waitFor();
    await tabTo(texts.check.explain);
    await keyboard.press('Enter');
    await keyboard.type('Nagekeken met de dienst; de tekst klopt.');
    await keyboard.press('Tab');
    await keyboard.type('jv');
    await keyboard.press('Enter');
    await page.getByText(texts.check.explained).waitFor();
    await visit.step('explained');
    await visit.close();
  });

  test('a wrong file says what to do, and stopping an import leaves nothing behind', async () => {
    const [look] = LOOKS;
    if (!look) throw new Error('no look');
    const texts = textsOf(look);
    const visit = await Visit.open(browser, `${site.url}/index.html`, look, 'wrong');
    const { page } = visit;
    await page.setInputFiles('[data-testid=files]', [{ name: 'leeg.txt', mimeType: 'text/plain', buffer: Buffer.from('') }, { name: 'brief.docx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]) }]);
    await page.getByText('leeg.txt is leeg').waitFor();
    await visit.step('wrong-files');
    await page.getByRole('button', { name: texts.common.back, exact: true }).click();
    const large = { name: 'groot.txt', mimeType: 'text/plain', buffer: Buffer.from(seedText('004').repeat(20)) };
    await page.setInputFiles('[data-testid=files]', large);
    await page.getByRole('button', { name: texts.common.cancel }).click();
    await page.getByText(texts.import.cancelled).waitFor();
    await page.getByRole('button', { name: texts.import.choose }).waitFor();
    await visit.close();
  });

  test('at twice the size nothing is cut off or beside the page', async () => {
    const [look] = LOOKS;
    if (!look) throw new Error('no look');
    const texts = textsOf(look);
    const visit = await Visit.open(browser, `${site.url}/index.html`, look, 'zoom', { width: 175, height: 380 });
    const { page } = visit;
    await opened(page, look);
    for (const screen of ['plan', 'check', 'credits', 'accounts', 'settings', 'import'] as const) {
      await tab(page, texts.common.screens[screen]);
      if (screen === 'plan') await page.getByRole('treeitem').first().click();
      await visit.step(screen);
      const cut = await page.evaluate(() => {
        const main = document.querySelector('main');
        const wide = main ? main.scrollWidth > main.clientWidth : true;
        const clipped = [...document.querySelectorAll<HTMLElement>('main h1, main h2, main p, main button, main span, main dd, main td, main label')].filter((element) => {
          const style = getComputedStyle(element);
          return element.textContent.trim() !== '' && style.overflow === 'hidden' && element.scrollWidth > element.clientWidth + 1 && style.position !== 'absolute';
        });
        return { wide, clipped: clipped.map((element) => element.textContent) };
      });
      expect({ screen, ...cut }).toEqual({ screen, wide: false, clipped: [] });
    }
    await visit.close();
  });
});
