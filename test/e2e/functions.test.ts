import { expect, test } from '@jest/globals';
import { functionsMetadata, HELP_PAGES } from '../../scripts/functions/metadata.mjs';
import { columnLetters } from '../../src/sheets/address';
import { exampleCall, inFileSyntax } from '../../scripts/functions/examples';
import type { CustomFunctionResult } from '../../standin/host/customFunctions';
import { ROOT } from '../support/requirements';
import { describeInBrowser, look } from './support/browser';
import { REPORT_NAME, reportFile } from './support/reports';
import { Bench } from './support/workbench';

const { nl, texts } = functionsMetadata(ROOT);
const report = reportFile();

interface Call {
  readonly id: string;
  readonly args: readonly unknown[];
}

interface BenchWindow {
  readonly workbench: {
    readonly session: {
      readonly host: { readonly functions: { callAll: (all: readonly Call[]) => Promise<CustomFunctionResult[]> } };
      readonly book: {
        readonly sheets: readonly {
          readonly name: string;
          readonly cells: readonly (readonly ({ readonly value: unknown } | undefined)[])[];
        }[];
      };
    };
  };
}

/** What the cells of a sheet hold; `head`: its row with headings, from 0. */
async function cellsOf(
  bench: Bench,
  sheet: string,
  head: number,
): Promise<{
  readonly rows: readonly (readonly unknown[])[];
  readonly headings: readonly string[];
  readonly column: (heading: string) => readonly unknown[];
}> {
  const rows = await bench.page.evaluate((wanted) => {
    const { workbench } = window as unknown as BenchWindow;
    const found = workbench.session.book.sheets.find(({ name }) => name === wanted);
    return Array.from(found?.cells ?? [], (row) => Array.from(row ?? [], (cell) => cell?.value ?? ''));
  }, sheet);
  const headings = (rows[head] ?? []).map(String);
  return {
    rows,
    headings,
    column: (heading) => rows.slice(head + 1).map((row) => row[headings.indexOf(heading)] ?? ''),
  };
}

/** Pushes calls into the frame of the pane, as a recalculation of Excel does, and waits for what the add-in in it answers. */
const callInPage = (bench: Bench, calls: readonly Call[]): Promise<CustomFunctionResult[]> =>
  bench.page.evaluate((asked) => {
    const { workbench } = window as unknown as BenchWindow;
    return workbench.session.host.functions.callAll(asked);
  }, calls);

describeInBrowser('the functions in the page that Excel loads', (tests) => {
  test('every function answers its example, and refuses what is no table with a sentence', async () => {
    const bench = await Bench.open(tests, look('nl', 'light'), 'functions');
    const ids = nl.functions.map(({ id }) => id);
    const answers = await callInPage(
      bench,
      ids.map((id) => ({ id, args: exampleCall(id).args })),
    );
    expect(ids.map((id, at) => [id, answers[at]])).toEqual(
      ids.map((id) => [id, { ok: true, value: texts.functions[id]!.example.answer }]),
    );

    const wrong = nl.functions.map(({ id, parameters }) => ({
      id,
      args: parameters.map(({ name, dimensionality }) =>
        dimensionality === 'matrix' ? [['x']] : name === 'naam' ? 'J2' : '',
      ),
    }));
    const refusals = await callInPage(bench, wrong);
    expect(ids.map((id, at) => [id, refusals[at]])).toEqual(
      ids.map((id) => [id, { ok: false, code: 7, message: expect.stringMatching(/^[A-Z"].+\.$/) }]),
    );

    const [unknown] = await callInPage(bench, [
      {
        id: 'STATUS',
        args: [
          [
            ['Code', 'Status'],
            ['AC1', 'klaar'],
          ],
          [['AC9'], ['AC1']],
        ],
      },
    ]);
    expect(unknown).toEqual({
      ok: true,
      value: [
        [expect.objectContaining({ basicValue: '#N/A', message: 'De code AC9 staat niet op het blad Plan.' })],
        ['klaar'],
      ],
    });
    await bench.visit.close();
  });

  test('a formula typed on a sheet gives what the sheet Plan shows, spills, and follows an edit', async () => {
    const bench = await Bench.open(tests, look('nl', 'light'), 'functions-sheet');
    await bench.preview(report);
    await bench.apply(REPORT_NAME);

    const sheet = 'Blad1';
    await bench.type(
      `${sheet}!B2`,
      '=PLAN.BEDRAG(tblKredieten[#All],tblPlan[Code],"Exploitatie","Uitgaven","Jaarrekening")',
    );
    const [plan, credits] = [await cellsOf(bench, 'Plan', 4), await cellsOf(bench, 'Kredieten', 3)];
    const native = plan.column('Exploitatie uitgaven JR').slice(0, 482);
    const last = native.reduce((at: number, value, index) => (value === '' ? at : index), 0);
    await bench.page.waitForFunction(
      ([place, row]) => {
        const { workbench } = window as unknown as BenchWindow;
        return (workbench.session.book.sheets.find(({ name }) => name === place)?.cells[row]?.[1]?.value ?? '') !== '';
      },
      [sheet, last + 1] as const,
    );
    const spilled = (await cellsOf(bench, sheet, 0)).rows.slice(1, 483).map((row) => row[1] ?? '');
    expect(spilled.filter((value) => value !== '').length).toBeGreaterThan(50);
    expect(spilled).toEqual(native);

    // An edit of the line below is followed by the sheet and by the function.
    const code = credits.column('Code')[0] ?? '';
    await bench.type(
      `${sheet}!D2`,
      `=PLAN.BEDRAG(tblKredieten[#All],"${code}","${credits.column('Soort')[0] ?? ''}","${credits.column('Richting')[0] ?? ''}","Jaarrekening")`,
    );
    await bench.type(`Kredieten!${columnLetters(credits.headings.indexOf('Jaarrekening'))}5`, '123456');
    await bench.goTo(`${sheet}!D2`);
    await bench.page.waitForFunction(
      () => document.querySelector('.cell[data-address="D2"] .text')?.textContent?.replace(/\D/g, '') === '123456',
    );

    await bench.type(`${sheet}!F2`, '=PLAN.BOOM(tblPlan[[#All],[Code]:[Status]],"BD000001",1)');
    await bench.goTo(`${sheet}!F2`);
    await bench.page.locator('.cell[data-address="G3"] .text', { hasText: 'BD000001' }).waitFor();
    await bench.type(`${sheet}!M2`, '=PLAN.STATUS(tblPlan[[#All],[Code]:[Status]],"AC999999")');
    await bench.goTo(`${sheet}!M2`);
    await bench.page.locator('.cell[data-address="M2"] .text', { hasText: '#N/A' }).waitFor();
    await bench.step('typed');
    await bench.visit.close();
  });

  test.each(['nl', 'en'] as const)(
    'the page that helps with them, in %s, is served under the policy of production',
    async (language) => {
      const visit = await tests.open(HELP_PAGES[language], look(language, 'light'), 'functions-help');
      for (const { id } of nl.functions)
        expect(await visit.page.locator(`section#${id.toLowerCase()} h2`).innerText()).toBe(`PLAN.${id}`);
      const formula = texts.functions.SCHEMA!.example.formula;
      expect(await visit.page.locator('section#schema').innerText()).toContain(
        language === 'nl' ? formula : inFileSyntax(formula),
      );
      await visit.step(language);
      await visit.close();
    },
  );
});
