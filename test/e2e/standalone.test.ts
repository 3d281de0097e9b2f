import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { documentFromWorkbook } from '../../src/sheets/readBack/readBack';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { seedText } from '../support/requirements';
import { bytesOf, describeInBrowser, look, LOOKS, type Visit } from './support/browser';
import { Keyboard } from './support/keyboard';
import { reportFile } from './support/reports';

const report = reportFile();
const DUTCH = look('nl', 'light');

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

/** Reads the report up to its preview. */
async function preview({ page, texts }: Visit): Promise<void> {
  await page.setInputFiles('[data-testid=files]', report);
  await page.getByRole('heading', { name: texts.import.preview }).waitFor();
}

async function opened(visit: Visit): Promise<void> {
  const { page, texts } = visit;
  await preview(visit);
  await page.getByRole('button', { name: texts.import.applyBrowser }).click();
  await page.getByRole('button', { name: texts.common.download }).waitFor();
}

describeInBrowser('the pane in a plain browser', ({ open }) => {
  test.each(LOOKS.map((one) => [one.name, one] as const))(
    'every screen, with a report and without, in %s: nothing to stumble over, nothing sent out',
    async (_, one) => {
      const visit = await open('index.html', one, 'pane');
      const { page, texts } = visit;
      await visit.step('empty');
      for (const screen of ['plan', 'check', 'credits', 'accounts', 'settings'] as const) {
        await tab(page, texts.common.screens[screen]);
        await visit.step(`no-report-${screen}`);
      }
      await tab(page, texts.common.screens.import);
      await preview(visit);
      await visit.step('preview');
      for (const name of [texts.import.rolesToggle, /\(\d+\)/])
        await page.getByRole('button', { name, expanded: false }).first().click();
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
      await page.getByLabel(texts.check.search).fill('zzzz');
      await page.getByText(texts.check.nothingFound).waitFor();
      await visit.step('checks-nothing-found');
      await tab(page, texts.common.screens.credits);
      await visit.step('credits');
      await tab(page, texts.common.screens.accounts);
      await visit.step('accounts');
      await tab(page, texts.common.screens.settings);
      await visit.step('settings');
      await page.locator('main').evaluate((main) => {
        main.scrollTo(0, main.scrollHeight);
      });
      await visit.step('settings-end');
      await visit.close();
    },
  );

  test('the workbook that is offered reads back as the report, with the edit made in the pane', async () => {
    const visit = await open('index.html', DUTCH, 'download');
    const { page, texts } = visit;
    await opened(visit);
    await tab(page, texts.common.screens.plan);
    await page.getByRole('treeitem').first().click();
    await page.getByLabel(texts.plan.status, { exact: true }).selectOption({ label: 'Niet opgestart' });
    await page.getByText(texts.plan.statusSaved('BD000001')).waitFor();
    await tab(page, texts.common.screens.import);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: texts.common.download }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('jaarrekening.xlsx');
    const content = await readXlsxFile(await bytesOf(download));
    const book = content.ok ? documentFromWorkbook(content.value) : content;
    if (!book.ok) throw new Error(book.failure.kind.id);
    expect(book.value.document.nodes).toHaveLength(482);
    expect(book.value.document.nodes[0]?.evaluation?.status).toBe('notStarted');
    await visit.close();
  });

  test('from import to explanation with the keyboard alone', async () => {
    const visit = await open('index.html', DUTCH, 'keyboard');
    const { page, texts } = visit;
    const keyboard = new Keyboard(page);
    await page.getByRole('heading', { name: texts.import.title }).waitFor();
    await keyboard.tabTo(texts.import.choose);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')]);
    await chooser.setFiles(report);
    await page.getByRole('heading', { name: texts.import.preview }).waitFor();
    await page.waitForFunction((title) => document.activeElement?.textContent === title, texts.import.preview);
    // As long as it is compared, the button waits.
    await page.getByText(texts.import.comparing).waitFor({ state: 'detached' });
    await keyboard.tabTo(texts.import.applyBrowser);
    await keyboard.press('Enter');
    await page.getByRole('button', { name: texts.common.download }).waitFor();
    // From the content back to the tabs: arrow keys go from screen to screen.
    await keyboard.tabTo(texts.common.screens.import, 'Shift+Tab');
    await keyboard.press('ArrowRight');
    await page.getByRole('tree').waitFor();
    await keyboard.tabTo(/BD000001/);
    await keyboard.press('ArrowRight');
    await page.getByRole('treeitem', { name: /AP000001/ }).waitFor();
    await keyboard.press('ArrowRight');
    expect(await keyboard.focused()).toMatch(/AP000001/);
    await keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await keyboard.tabTo(texts.plan.status);
    await keyboard.tabTo(texts.common.screens.plan, 'Shift+Tab');
    await keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: texts.check.title }).waitFor();
    await keyboard.tabTo(texts.check.explain);
    await keyboard.press('Enter');
    await page.getByLabel(texts.check.reason).waitFor();
    await keyboard.type('Nagekeken met de dienst; de tekst klopt.');
    await keyboard.press('Tab');
    await keyboard.type('jv');
    await keyboard.press('Enter');
    await page.getByText(texts.check.explained).waitFor();
    await visit.step('explained');
    await visit.close();
  });

  test('a wrong file says what to do, and stopping an import leaves nothing behind', async () => {
    const visit = await open('index.html', DUTCH, 'wrong');
    const { page, texts } = visit;
    await page.setInputFiles('[data-testid=files]', [
      { name: 'leeg.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      { name: 'brief.docx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]) },
    ]);
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
    const visit = await open('index.html', DUTCH, 'zoom', { width: 175, height: 380 });
    const { page, texts } = visit;
    await opened(visit);
    await page.getByRole('status').getByRole('button', { name: texts.common.close }).click();
    for (const screen of ['plan', 'check', 'credits', 'accounts', 'settings', 'import'] as const) {
      await tab(page, texts.common.screens[screen]);
      if (screen === 'plan') await page.getByRole('treeitem').first().click();
      await visit.step(screen);
      const cut = await page.evaluate(() => {
        const main = document.querySelector('main');
        const wide = main ? main.scrollWidth > main.clientWidth : true;
        const clipped = [
          ...document.querySelectorAll<HTMLElement>(
            'main h1, main h2, main p, main button, main span, main dd, main td, main label',
          ),
        ].filter((element) => {
          const style = getComputedStyle(element);
          return (
            element.textContent.trim() !== '' &&
            style.overflow === 'hidden' &&
            element.scrollWidth > element.clientWidth + 1 &&
            style.position !== 'absolute'
          );
        });
        return { wide, clipped: clipped.map((element) => element.textContent) };
      });
      expect({ screen, ...cut }).toEqual({ screen, wide: false, clipped: [] });
    }
    await visit.close();
  });

  test('the policy of the page refuses every way out, and a visit notices the attempt', async () => {
    const visit = await open('index.html', DUTCH, 'policy');
    const sent = await visit.page.evaluate(async () => {
      const image = document.createElement('img');
      image.src = 'https://example.invalid/pixel.png';
      document.body.append(image);
      return fetch('https://example.invalid/telemetry', { method: 'POST', body: 'x' }).then(
        () => true,
        () => false,
      );
    });
    expect(sent).toBe(false);
    // The page hears of a refusal a moment after the request has failed.
    const refusals = () => visit.errors.filter((error) => error.startsWith('policy: '));
    while (refusals().length < 2) await visit.page.waitForTimeout(50);
    await expect(visit.close()).rejects.toThrow('policy: connect-src refuses https://example.invalid/telemetry');
    expect(refusals().filter((error) => error.startsWith('policy: img-src'))).toHaveLength(1);
    // Playwright sees the attempt as well, before the policy stops it.
    expect(visit.outside).toEqual(['https://example.invalid/pixel.png']);
  });
});
