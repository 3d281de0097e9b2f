import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { PANE_TEXTS, paneLanguage } from '../../src/i18n/paneTexts';
import { describeWithTool, seedText } from '../support/requirements';
import { launch, LOOKS, Visit, type Look } from './support/browser';
import { startSite, type Site } from './support/site';

const BUILD_MILLISECONDS = 300_000;
jest.setTimeout(180_000);

const report = path.join(mkdtempSync(path.join(tmpdir(), 'planboek-')), 'jaarrekening.txt');
writeFileSync(report, seedText('004'));

const SCREEN = { width: 1300, height: 800 } as const;

async function paneOf(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('no pane');
  await frame.locator('h1').waitFor();
  return frame;
}

describeWithTool('chromium', 'the pane beside a workbook, with the real client library', (program) => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), launch(program)]);
  }, BUILD_MILLISECONDS);
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  test.each(LOOKS.map((look) => [look.name, look] as const))('import, follow, explain, edit in the grid, revert, in %s', async (_, look: Look) => {
    const texts = PANE_TEXTS[paneLanguage(look.locale)];
    const visit = await Visit.open(browser, `${site.url}/?locale=${look.locale}`, look, 'workbench', SCREEN);
    const { page } = visit;
    const pane = await paneOf(page);
    const tab = (name: string) => pane.getByRole('tab', { name }).click();
    await pane.locator('[data-testid=files]').setInputFiles(report);
    await pane.getByRole('heading', { name: texts.import.preview }).waitFor();
    await visit.step('preview', pane);
    await pane.getByRole('button', { name: texts.import.applyExcel }).click();
    await pane.getByText(texts.import.applied('jaarrekening.txt')).waitFor({ timeout: 60_000 });
    await pane.getByRole('status').getByRole('button', { name: texts.common.close }).click();
    expect(await page.getByRole('tab').allTextContents()).toEqual(expect.arrayContaining(['Start', 'Plan', 'Kredieten', 'J2', 'Controle']));
    await visit.step('applied', pane);

    await tab(texts.common.screens.plan);
    await pane.getByLabel(texts.plan.search).fill('AC000162');
    await pane.getByRole('treeitem').last().click();
    await page.getByRole('tab', { name: 'Plan', selected: true }).waitFor();
    await visit.step('node', pane);

    await tab(texts.common.screens.check);
    await pane.getByRole('button', { name: texts.check.goTo }).first().click();
    await page.waitForFunction(() => document.querySelector('.cell.selected') !== null);
    await pane.getByRole('button', { name: texts.check.explain }).first().click();
    await pane.getByLabel(texts.check.reason).fill('Nagekeken met de dienst.');
    await pane.getByLabel(texts.check.initials).fill('jv');
    await pane.getByRole('form', { name: texts.check.explain }).getByRole('button', { name: texts.check.explain }).click();
    await pane.getByText(texts.check.explained).waitFor();
    await visit.step('explained', pane);

    // A status typed in the grid: the checks react by themselves.
    expect(await pane.getByText(texts.check.fresh, { exact: true }).count()).toBe(0);
    await page.evaluate(() => {
      const { workbench } = window as unknown as { workbench: { select: (sheet: string, cell: string) => void } };
      workbench.select('Plan', 'H6');
    });
    await page.locator('.grid-scroll').focus();
    await page.keyboard.press('F2');
    await page.locator('select.editor').selectOption('Resultaat is behaald');
    await pane.getByText(texts.check.fresh, { exact: true }).first().waitFor({ timeout: 20_000 });
    await visit.step('live-check', pane);

    // What was changed since stands in the way of a revert, and the pane says so.
    await tab(texts.common.screens.import);
    await pane.getByRole('button', { name: texts.import.revert }).click();
    await pane.getByRole('button', { name: texts.import.revertNow }).click();
    await pane.getByRole('alert').getByText(texts.common.failed).waitFor();
    await visit.step('revert-refused', pane);
    await visit.close();
  });

  test('an import that nobody touched is reverted to the workbook of before', async () => {
    const [look] = LOOKS;
    if (!look) throw new Error('no look');
    const texts = PANE_TEXTS.nl;
    const visit = await Visit.open(browser, `${site.url}/`, look, 'revert', SCREEN);
    const pane = await paneOf(visit.page);
    await pane.locator('[data-testid=files]').setInputFiles(report);
    await pane.getByRole('button', { name: texts.import.applyExcel }).click();
    await pane.getByText(texts.import.applied('jaarrekening.txt')).waitFor({ timeout: 60_000 });
    await pane.getByRole('button', { name: texts.import.revert }).click();
    await pane.getByRole('button', { name: texts.import.revertNow }).click();
    await pane.getByText(texts.import.reverted).waitFor({ timeout: 60_000 });
    expect(await visit.page.getByRole('tablist', { name: 'Bladen' }).getByRole('tab').allTextContents()).toEqual(['Blad1']);
    await visit.step('reverted', pane);
    await visit.close();
  });
});
