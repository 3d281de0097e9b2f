import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Frame, Page } from 'playwright-core';
import { ROOT } from '../support/requirements';
import { describeInBrowser, look } from './support/browser';
import { REPORT_NAME, reportFile } from './support/reports';

const SCREEN = { width: 1300, height: 800 } as const;

const BUTTONS = {
  'nl-BE': ['Importeer', 'Controleer', 'Afstemming', 'Jaarrekening', 'Vergelijk', 'Herstel', 'Deelvenster', 'Help'],
  'en-GB': ['Import', 'Check', 'Reconciliation', 'Accounts', 'Compare', 'Revert', 'Task pane', 'Help'],
} as const;

async function paneOf(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('no pane');
  await frame.locator('h1').waitFor();
  return frame;
}

describeInBrowser('the ribbon of the manifest, with the real client library', ({ open }) => {
  const origin = (page: Page): string => new URL(page.url()).origin;
  const ribbon = (page: Page) => page.getByRole('toolbar', { name: 'Planboek' });
  const press = (page: Page, name: string) => ribbon(page).getByRole('button', { name, exact: true }).click();

  test.each([look('nl', 'light'), look('en', 'dark')])('speaks the language of Office: $name', async (one) => {
    const visit = await open(`?locale=${one.locale}`, one, 'ribbon', SCREEN);
    const { page } = visit;
    await paneOf(page);
    expect(await ribbon(page).getByRole('button').allTextContents()).toEqual(BUTTONS[one.locale]);
    for (const picture of await ribbon(page).locator('img').all())
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(32);
    await visit.close();
  });

  test('every button opens its screen, also of a pane that was closed, and asks its question there', async () => {
    const visit = await open('', look('nl', 'light'), 'ribbon-buttons', SCREEN);
    const { page, texts } = visit;
    const pane = await paneOf(page);
    const heading = (name: string) => pane.getByRole('heading', { name, exact: true, level: 1 }).waitFor();

    await press(page, 'Vergelijk');
    await pane.getByText(texts.ribbon.nothingToCompare).waitFor();
    await press(page, 'Herstel');
    await pane.getByText(texts.ribbon.nothingToRevert).waitFor();
    await visit.step('nothing', pane);

    await page.getByRole('button', { name: 'Deelvenster sluiten' }).click();
    expect(await page.locator('aside').isVisible()).toBe(false);
    await press(page, 'Importeer');
    await page.locator('aside').waitFor();
    await pane.getByText(texts.import.intro).waitFor();
    await page.getByRole('button', { name: 'Deelvenster sluiten' }).click();
    await press(page, 'Deelvenster');
    await page.locator('aside').waitFor();

    await pane.locator('[data-testid=files]').setInputFiles(reportFile());
    await pane.getByRole('button', { name: texts.import.applyExcel }).click();
    await pane.getByText(texts.import.applied(REPORT_NAME)).waitFor();

    await press(page, 'Afstemming');
    await heading(texts.credits.title);
    await press(page, 'Jaarrekening');
    await heading(texts.accounts.title);
    await press(page, 'Help');
    await heading(texts.settings.title);
    const manual = pane.getByRole('link', { name: texts.ribbon.manual });
    await manual.waitFor();
    expect(
      await manual.evaluate((link) => {
        const { top, bottom } = link.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      }),
    ).toBe(true);
    const page2 = await page.request.get(`${origin(page)}/${(await manual.getAttribute('href')) ?? ''}`);
    expect(await page2.text()).toContain('handleiding');
    await visit.step('help', pane);

    await press(page, 'Vergelijk');
    await pane.getByText(texts.ribbon.compare).waitFor();
    await visit.step('compare', pane);

    await press(page, 'Controleer');
    await heading(texts.check.title);
    await pane.locator('main').getByRole('button', { name: texts.check.explain }).first().waitFor();
    await visit.step('check', pane);

    await pane.getByRole('tab', { name: texts.common.screens.plan }).click();
    await press(page, 'Herstel');
    await pane.getByText(texts.import.revertConfirm).waitFor();
    await visit.step('revert', pane);
    await pane.getByRole('button', { name: texts.import.revertNow }).click();
    await pane.getByText(texts.import.reverted).waitFor();
    expect(await page.getByRole('tablist', { name: 'Bladen' }).getByRole('tab').allTextContents()).toEqual(['Blad1']);
    await visit.close();
  });

  test('a button that is pressed while the pane starts is not lost', async () => {
    const visit = await open('', look('nl', 'light'), 'ribbon-early', SCREEN);
    const { page, texts } = visit;
    // Office keeps a press until the function of the button is there, as this does.
    await page.waitForFunction(
      () =>
        (window as unknown as { workbench?: { pane?: { listensToButtons: boolean } } }).workbench?.pane
          ?.listensToButtons === true,
    );
    await press(page, 'Help');
    const pane = await paneOf(page);
    await pane.getByRole('heading', { name: texts.settings.title, exact: true, level: 1 }).waitFor();
    await visit.close();
  });

  test('the manifest of the site names only files of the site', async () => {
    const manifest = readFileSync(path.join(ROOT, 'dist/web/manifest.xml'), 'utf8');
    const visit = await open('', look('nl', 'light'), 'ribbon-files', SCREEN);
    const names = new Set([...manifest.matchAll(/https:\/\/localhost:3000\/([^"]+)"/g)].map(([, name = '']) => name));
    expect(names.size).toBeGreaterThan(70);
    for (const name of names)
      expect([name, (await visit.page.request.get(`${origin(visit.page)}/${name}`)).status()]).toEqual([name, 200]);
    await visit.close();
  });
});
