import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import { readReport } from '../../src/read/report/report';
import { splitBook } from '../../src/sheets/parts/splitBook';
import type { CellSpec } from '../../src/sheets/spec';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../../src/workbook/file/write';
import { seedText } from '../support/requirements';
import { bytesOf, describeInBrowser, LOOKS, type Visit } from './support/browser';
import { laterReportFile, reportFile } from './support/reports';

const report = reportFile();
const later = laterReportFile();
const TITLE = 'Een titel van de eigenaar.';

/** The part of the first plan as it comes back: its owner wrote another title, and sent along a file that is no part. */
async function partFiles(): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'planboek-delen-'));
  const { document } = readReport(seedText('004'))!;
  const [first] = splitBook(document, { sheets: [] }, DEFAULT_SETTINGS, 'jaarrekening', null)?.parts ?? [];
  const title = document.nodes.find(({ id }) => id === 'AC000395')?.title;
  const retitled = (cell: CellSpec): CellSpec => {
    const value = cell !== null && typeof cell === 'object' ? cell.value : cell;
    return value === title ? TITLE : cell;
  };
  const [plan, ...rest] = first?.sheets() ?? [];
  if (!first || !plan) throw new Error('no part');
  const filled = {
    ...plan,
    blocks: plan.blocks.map((block) => ({ ...block, cells: block.cells.map((row) => row.map(retitled)) })),
  };
  const files = [path.join(folder, first.file), path.join(folder, 'geen-deel.xlsx')] as const;
  writeFileSync(files[0], await writeXlsxFile([filled, ...rest]));
  writeFileSync(files[1], await writeXlsxFile([plan]));
  return files;
}

async function saved(visit: Visit, button: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { page } = visit;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

describeInBrowser('changes, a second version and parts of colleagues', ({ open }) => {
  test.each(LOOKS.map((one) => [one.name, one] as const))('seen and used, in %s', async (_, one) => {
    const visit = await open('index.html', one, 'work');
    const { page, texts } = visit;
    const t = texts.changes;
    const view = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.setInputFiles('[data-testid=files]', report);
    await page.getByRole('button', { name: texts.import.applyBrowser }).click();
    await page.getByRole('button', { name: texts.common.download }).waitFor();
    await page.getByRole('tab', { name: texts.common.screens.plan }).click();
    await page.getByRole('treeitem').first().click();
    await page.getByLabel(texts.plan.status, { exact: true }).selectOption({ label: 'Niet opgestart' });
    await page.getByText(texts.plan.statusSaved('BD000001')).waitFor();

    // The list of changes; one is taken back, and that is taken back again.
    await page.getByRole('tab', { name: t.title }).click();
    await page.getByText(t.list.shown('1', '1')).waitFor();
    await visit.step('list');
    await page.getByRole('button', { name: t.list.takeBack }).click();
    await page.getByText(t.list.none).waitFor();
    await page.getByRole('button', { name: texts.common.undo }).click();
    await page.getByText(t.list.shown('1', '1')).waitFor();

    // A second version beside it, both ways, and as a workbook.
    await view(t.tabs.compare);
    await page.setInputFiles('[data-testid=compare]', later);
    await page.getByText(t.compare.of('jaarrekening-versie-2.txt')).waitFor();
    await page.getByText(t.compare.was('AC000999')).waitFor();
    await visit.step('compare');
    await page.getByRole('button', { name: t.compare.turn }).click();
    await page.getByText(t.compare.ofBook('jaarrekening-versie-2.txt')).waitFor();
    await page.getByText(t.compare.was('AC000485')).waitFor();
    const comparison = await saved(visit, t.compare.download);
    expect(await readXlsxFile(comparison.bytes)).toMatchObject({ ok: true });

    // Parts for colleagues, and what came back of them.
    await view(t.tabs.parts);
    const parts = await saved(visit, t.parts.split);
    expect(parts.name).toBe('jaarrekening-delen.zip');
    await page.getByText(t.parts.made(71, parts.name)).waitFor();
    await page.setInputFiles('[data-testid=parts]', [...(await partFiles())]);
    await page.getByRole('button', { name: t.parts.takeOver(1) }).waitFor();
    await page.getByRole('button', { name: t.parts.rejected(1), expanded: false }).click();
    await page.getByRole('button', { name: t.parts.takeOver(1) }).scrollIntoViewIfNeeded();
    await visit.step('collect');
    await page.getByRole('button', { name: t.parts.takeOver(1) }).click();
    await page.getByText(t.parts.takenOver(1)).waitFor();
    const frozen = await saved(visit, t.parts.freeze);
    const copy = await readXlsxFile(frozen.bytes);
    if (!copy.ok) throw new Error(copy.failure.kind.id);
    expect(copy.value.sheets.some(({ formulas }) => (formulas?.size ?? 0) > 0)).toBe(false);
    await view(t.tabs.list);
    await page.getByText(TITLE, { exact: true }).waitFor();
    await visit.step('collected');
    await visit.close();
  });
});
