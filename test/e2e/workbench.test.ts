import { expect, test } from '@jest/globals';
import { describeInBrowser, look, LOOKS, type Look } from './support/browser';
import { Keyboard } from './support/keyboard';
import { laterReportFile, REPORT_NAME, reportFile } from './support/reports';
import { Bench } from './support/workbench';

const report = reportFile();
const later = laterReportFile();
const LATER_NAME = 'jaarrekening-versie-2.txt';

/** Statuses of the vocabulary of Genk's report, as the sheet shows them. */
const DONE = 'Resultaat is behaald';
const NOT_STARTED = 'Niet opgestart';

/** Rows of the sheet Plan: BD000001, AP000001 and AC000395, the first three of the report. */
const [ROW_OBJECTIVE, ROW_PLAN, ROW_ACTION] = [6, 7, 8];

/** The screens in high contrast are tested without a workbook beside them. */
const JOURNEYS: readonly Look[] = [look('nl', 'light'), look('en', 'dark')];

describeInBrowser('the pane beside a workbook, with the real client library', (tests) => {
  test.each(JOURNEYS.map((one) => [one.name, one] as const))(
    'import, find, follow, explain, edit on both sides, fix, and a revert that is refused, in %s',
    async (_, one) => {
      const bench = await Bench.open(tests, one, 'workbench');
      const { pane, page, texts } = bench;
      await bench.preview(report);
      await bench.step('preview');
      await bench.apply(REPORT_NAME);
      expect(await bench.sheets()).toEqual(expect.arrayContaining(['Start', 'Plan', 'Kredieten', 'J2', 'Controle']));
      await bench.step('applied');

      // A node that is found in the pane is shown on the sheet, and a row of the sheet in the pane.
      await bench.tab('plan');
      await pane.getByLabel(texts.plan.search).fill('AC000162');
      await pane.getByRole('treeitem', { name: /AC000162/ }).click();
      await page.locator('.cell.selected', { hasText: 'AC000162' }).waitFor();
      await bench.step('node');
      await bench.goTo(`Plan!B${ROW_ACTION}`);
      await pane.getByText('AC000395', { exact: true }).waitFor();

      // Status and words of the card land in the sheet.
      await pane.getByLabel(texts.plan.status, { exact: true }).selectOption({ label: NOT_STARTED });
      await bench.said(texts.plan.statusSaved('AC000395'));
      await bench.button(`${texts.plan.editEvaluation}: ${texts.plan.edit}`).click();
      await pane.getByLabel(texts.plan.editEvaluation, { exact: true }).fill('=Nog te starten in 2025');
      await bench.button(texts.common.save).click();
      await bench.said(texts.plan.evaluationSaved('AC000395'));
      await bench.step('card-edited');
      expect(await bench.content(`Plan!H${ROW_ACTION}`)).toBe(NOT_STARTED);
      const evaluation = await bench.columnOf('Plan', 5, 'Evaluatie');
      expect(await bench.content(`Plan!${evaluation}${ROW_ACTION}`)).toBe('=Nog te starten in 2025');

      // From a finding to its cell, and an explanation.
      await bench.tab('check');
      await bench.button(texts.check.goTo).first().click();
      await page.locator('.cell.selected').waitFor();
      expect(await bench.chosen()).toMatch(/^Plan![A-Z]+\d+$/);
      await bench.button(texts.check.explain).first().click();
      await pane.getByLabel(texts.check.reason).fill('Nagekeken met de dienst.');
      await pane.getByLabel(texts.check.initials).fill('jv');
      await pane
        .getByRole('form', { name: texts.check.explain })
        .getByRole('button', { name: texts.check.explain })
        .click();
      await bench.said(texts.check.explained);
      await bench.step('explained');

      // A status chosen on the sheet: the checks react by themselves.
      expect(await pane.getByText(texts.check.fresh, { exact: true }).count()).toBe(0);
      await bench.choose(`Plan!H${ROW_OBJECTIVE}`, DONE);
      await pane
        .getByRole('listitem')
        .filter({ hasText: 'BD000001' })
        .getByText(texts.check.fresh, { exact: true })
        .first()
        .waitFor();
      await bench.step('live-check');

      // A parent that goes missing is found at once; the remedy is mechanical, and shown before it is done.
      await bench.erase(`Plan!D${ROW_PLAN}`);
      await pane.getByLabel(texts.check.search).fill('AP000001');
      await bench.button(texts.check.fix).first().click();
      await pane.getByRole('group', { name: texts.check.fixPreview }).waitFor();
      await bench.step('fix-preview');
      await bench.button(texts.check.fixApply).click();
      await bench.said(texts.check.fixed);
      expect(await bench.content(`Plan!D${ROW_PLAN}`)).toBe('BD000001');
      await pane.getByText(texts.check.fix, { exact: true }).waitFor({ state: 'hidden' });

      // What was changed since stands in the way of a revert, and the pane says so.
      await bench.tab('import');
      await bench.button(texts.import.revert).click();
      await bench.step('revert-asked');
      await bench.button(texts.import.revertNow).click();
      await pane.getByRole('alert').getByText(texts.common.failed).waitFor();
      await bench.step('revert-refused');
      expect(await bench.content(`Plan!H${ROW_OBJECTIVE}`)).toBe(DONE);
      await bench.visit.checkPage();
      await bench.visit.close();
    },
  );

  test('a second version of a report: the difference first, then the workbook, then back to what was there', async () => {
    const bench = await Bench.open(tests, look('nl', 'dark'), 'version');
    const { pane, texts } = bench;
    await bench.preview(report);
    await bench.apply(REPORT_NAME);
    // The same file again changes nothing, and says so.
    await bench.preview(report);
    await pane.getByText(texts.import.nothingChanges).waitFor();
    await bench.button(texts.import.applyExcel).click();
    await bench.said(texts.import.unchanged(REPORT_NAME));

    await bench.tab('check');
    await bench.choose(`Plan!H${ROW_OBJECTIVE}`, DONE);
    await pane
      .getByRole('listitem')
      .filter({ hasText: 'BD000001' })
      .getByText(texts.check.fresh, { exact: true })
      .first()
      .waitFor();
    await bench.tab('import');
    await bench.preview(later);
    // The status that both changed stays as the planner set it, and is shown with all three values.
    const conflict = pane.getByRole('listitem').filter({ hasText: 'BD000001' });
    await conflict.getByText(`"${DONE}"`).waitFor();
    await conflict.getByText(`"${NOT_STARTED}"`).waitFor();
    await bench.step('conflict');
    // An action that got another code is one that changed, not one gone and one new, and its former code is said.
    await pane.getByRole('button', { name: texts.import.changed('3'), expanded: false }).click();
    await pane.getByText(new RegExp(`^AC000999 .*\\(${texts.import.codeWas('AC000485')}\\)$`)).scrollIntoViewIfNeeded();
    await bench.step('difference');
    await bench.apply(LATER_NAME);
    expect(await bench.content(`Plan!H${ROW_OBJECTIVE}`)).toBe(DONE);
    expect(await bench.content(`Plan!B${ROW_ACTION + 1}`)).toBe('Armoedebestrijding over alle beleidsdomeinen heen.');
    await bench.step('applied');

    // Untouched since: back to the first version, with the edit that was in it.
    await bench.tab('import');
    await bench.button(texts.import.revert).click();
    await bench.button(texts.import.revertNow).click();
    await bench.said(texts.import.reverted);
    expect(await bench.content(`Plan!H${ROW_OBJECTIVE}`)).toBe(DONE);
    expect(await bench.content(`Plan!B${ROW_ACTION + 1}`)).toBe(
      'Structurele armoedebestrijding door een aanpak over alle beleidsdomeinen heen.',
    );
    await bench.visit.close();
  });

  test.each(LOOKS.map((one) => [one.name, one] as const))(
    'what both changed is answered after the import, undone as one, and a change taken back, in %s',
    async (_, one) => {
      const bench = await Bench.open(tests, one, 'changes');
      const { pane, texts } = bench;
      await bench.preview(report);
      await bench.apply(REPORT_NAME);
      await bench.choose(`Plan!H${ROW_OBJECTIVE}`, DONE);
      await bench.type(`Plan!B${ROW_ACTION}`, 'Een titel van de planner.');
      await bench.tab('changes');
      await pane.getByText(texts.changes.list.shown('2', '2')).waitFor();
      await bench.tab('import');
      await bench.preview(later);
      await pane.getByRole('listitem').filter({ hasText: 'BD000001' }).getByText(`"${DONE}"`).waitFor();
      await bench.step('conflict');
      await bench.apply(LATER_NAME);
      // What was put off is answered on the screen of changes, where the planner's own changes stand as well.
      await bench.tab('changes');
      await pane.getByRole('heading', { name: texts.changes.conflicts.title(1) }).waitFor();
      await bench.step('undecided');
      await pane.getByRole('radio', { name: texts.changes.conflicts.answers.theirs }).click();
      await bench.button(texts.changes.conflicts.carryOut(1)).click();
      await pane.getByRole('status').getByText(texts.changes.decided(1)).waitFor();
      expect(await bench.content(`Plan!H${ROW_OBJECTIVE}`)).toBe(NOT_STARTED);
      await pane.getByText(texts.changes.list.shown('1', '1')).waitFor();
      await bench.step('decided');
      await pane.getByRole('status').getByRole('button', { name: texts.common.undo }).click();
      await bench.said(texts.plan.undone);
      expect(await bench.content(`Plan!H${ROW_OBJECTIVE}`)).toBe(DONE);
      await pane.getByText(texts.changes.list.shown('2', '2')).waitFor();
      await bench.step('changes');
      await pane
        .getByRole('listitem')
        .filter({ hasText: 'AC000395' })
        .getByRole('button', { name: texts.changes.list.takeBack })
        .click();
      await bench.said(texts.changes.list.takenBack(1));
      expect(await bench.content(`Plan!B${ROW_ACTION}`)).not.toBe('Een titel van de planner.');
      expect(await bench.content(`Plan!H${ROW_OBJECTIVE}`)).toBe(DONE);
      await bench.visit.close();
    },
  );

  test('a first import that nobody touched is reverted to the workbook of before', async () => {
    const bench = await Bench.open(tests, look('nl', 'light'), 'revert');
    const { texts } = bench;
    await bench.preview(report);
    await bench.apply(REPORT_NAME);
    await bench.button(texts.import.revert).click();
    await bench.button(texts.import.revertNow).click();
    await bench.said(texts.import.reverted);
    expect(await bench.sheets()).toEqual(['Blad1']);
    await bench.step('reverted');
    await bench.visit.close();
  });

  test('a host that fails costs no word: the pane says what to do, and the words are there to try again', async () => {
    const bench = await Bench.open(tests, look('en', 'light'), 'failing');
    const { pane, page, texts } = bench;
    await bench.preview(report);
    await bench.apply(REPORT_NAME);
    await bench.tab('plan');
    await pane.getByRole('treeitem', { name: /BD000002/ }).click();
    await bench.button(`${texts.plan.editEvaluation}: ${texts.plan.edit}`).click();
    const words = pane.getByLabel(texts.plan.editEvaluation, { exact: true });
    await words.fill('Words that took an hour.');
    await page.evaluate(() => {
      const { workbench } = window as unknown as {
        workbench: { session: { host: { fail: (failure: object) => void } } };
      };
      workbench.session.host.fail({ kind: 'error', request: 1 });
    });
    await bench.button(texts.common.save).click();
    await pane.getByRole('alert').getByText(texts.common.failed).waitFor();
    // In sight, though the words stand far down the card.
    expect(
      await pane
        .getByRole('alert')
        .getByText(texts.common.failed)
        .evaluate((said) => said.getBoundingClientRect().top),
    ).toBeGreaterThan(0);
    expect(await words.inputValue()).toBe('Words that took an hour.');
    await bench.step('save-failed');
    await bench.button(texts.common.save).click();
    await bench.said(texts.plan.evaluationSaved('BD000002'));
    await pane.getByText('Words that took an hour.').waitFor();
    await bench.visit.close();
  });

  test('from import to explanation beside the sheet with the keyboard alone', async () => {
    const bench = await Bench.open(tests, look('en', 'contrast'), 'keys');
    const { page, pane, texts } = bench;
    const keyboard = new Keyboard(page, pane);
    await keyboard.tabTo(texts.import.choose);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')]);
    await chooser.setFiles(report);
    await pane.waitForFunction((title) => document.activeElement?.textContent === title, texts.import.preview);
    // As long as it is compared with the workbook, the button waits.
    await pane.getByText(texts.import.layoutChanges).waitFor();
    await keyboard.tabTo(texts.import.applyExcel);
    await keyboard.press('Enter');
    await pane.getByText(texts.import.applied(REPORT_NAME)).waitFor();
    await keyboard.tabTo(texts.common.screens.import, 'Shift+Tab');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await pane.getByRole('heading', { name: texts.check.title }).waitFor();
    await keyboard.tabTo(texts.check.explain);
    await keyboard.press('Enter');
    await pane.getByLabel(texts.check.reason).waitFor();
    await keyboard.type('Checked with the department.');
    await keyboard.press('Tab');
    await keyboard.type('jv');
    await keyboard.press('Enter');
    await pane.getByText(texts.check.explained).waitFor();
    await bench.step('explained');
    await bench.visit.close();
  });
});
