import path from 'node:path';
import { expect, test } from '@jest/globals';
import { reducedSeedPath } from '../support/requirements';
import { SEED_PROFILE_FILES } from '../../scripts/seed/seedProfiles';
import { describeInBrowser, look } from './support/browser';

const PLAN = path.resolve(__dirname, '../support/outline/mobiliteitsplan.txt');
const LOOKS = [look('nl', 'light'), look('en', 'dark'), look('nl', 'contrast')];

describeInBrowser('plans beside the report', ({ open }) => {
  test.each(LOOKS.map((one) => [one.name, one] as const))(
    'a plan is described, doubts are put right and links answered, in %s',
    async (_, one) => {
      const visit = await open('index.html', one, 'plans');
      const { page, texts } = visit;
      const { profile, review, links } = texts.plans;
      await page.setInputFiles('[data-testid=files]', [
        PLAN,
        reducedSeedPath('002'),
        reducedSeedPath('000'),
        ...SEED_PROFILE_FILES,
      ]);
      await page.getByRole('heading', { name: texts.import.preview }).waitFor();
      await visit.step('preview');
      await page.getByRole('button', { name: new RegExp(profile.describe) }).click();
      await page.getByRole('heading', { name: profile.title }).waitFor();
      await visit.step('profile');
      await page.getByRole('searchbox', { name: profile.search }).fill('Fietspaden');
      await page.getByRole('button', { name: /^Fietspaden 4\.200\.000/ }).click();
      await page.locator('form select').first().selectOption('table');
      await page.locator('form').scrollIntoViewIfNeeded();
      await visit.step('profile-line');
      await page.getByLabel(profile.tableColumns).fill('Investering; Per jaar');
      await page.getByRole('button', { name: profile.apply, exact: true }).click();
      await page.getByRole('button', { name: profile.read }).click();
      await page.getByRole('heading', { name: texts.import.preview }).waitFor();
      await page
        .getByRole('button', { name: /\(\d+\)$/, expanded: false })
        .last()
        .click();
      await page.getByRole('button', { name: review.accept, exact: true }).first().scrollIntoViewIfNeeded();
      await visit.step('doubts');
      await page.getByRole('button', { name: texts.import.applyBrowser }).click();
      await page.getByRole('button', { name: texts.common.download }).waitFor();
      await page.getByRole('tab', { name: texts.common.screens.links }).click();
      await page.getByRole('heading', { name: links.title }).waitFor();
      await page.locator('select').first().selectOption('');
      await visit.step('links');
      const answer = page.getByRole('button', { name: links.refuse }).first();
      await answer.click();
      await page.getByText(links.saved).waitFor();
      await visit.step('links-answered');
      await visit.close();
    },
  );

  test('by keyboard alone: a level is renamed and moved, a line is shown', async () => {
    const visit = await open('index.html', look('nl', 'light'), 'plans-keyboard');
    const { page, texts } = visit;
    const { profile } = texts.plans;
    await page.setInputFiles('[data-testid=files]', PLAN);
    await page.getByRole('button', { name: new RegExp(profile.describe) }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: profile.title }).waitFor();
    await page.getByRole('textbox', { name: profile.levelName('K') }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Keuze');
    await page.keyboard.press('Enter');
    // The level above is the next stop: its arrow.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(
      await page
        .getByRole('textbox', { name: /^Naam van niveau/ })
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
    ).toEqual(['Keuze', 'Pijler', 'M', 'Punt (pijl)']);
    await page.getByRole('searchbox', { name: profile.search }).focus();
    await page.keyboard.type('bus 800');
    await page.getByRole('button', { name: /^Bus 800\.000/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('form select').waitFor();
    expect(await page.getByRole('button', { name: /^Bus 800\.000/ }).getAttribute('aria-expanded')).toBe('true');
    await visit.close();
  });
});
