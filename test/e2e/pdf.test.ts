import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { documentFromWorkbook } from '../../src/sheets/readBack/readBack';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { smallReportPdf } from '../support/pdf';
import { FULL_TEXT_NOTE, ROOT } from '../support/requirements';
import { bytesOf, describeInBrowser, look, type Visit } from './support/browser';

const folder = mkdtempSync(path.join(tmpdir(), 'planboek-pdf-'));
const SAMPLE = path.join(ROOT, '../shared/samples/antwerpen-mjp-2026-2031-schemas.pdf');
const testSample = existsSync(SAMPLE) ? test : test.skip;

const file = (name: string, bytes: Uint8Array): string => {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  return place;
};

/** Reads the file in the pane and gives the document of the workbook that is downloaded. */
async function readInPane({ page, texts }: Visit, place: string) {
  await page.setInputFiles('[data-testid=files]', place);
  await page.getByRole('button', { name: texts.import.applyBrowser }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: texts.common.download }).click(),
  ]);
  const workbook = await readXlsxFile(await bytesOf(download));
  if (!workbook.ok) throw new Error('no workbook');
  const reading = documentFromWorkbook(workbook.value);
  if (!reading.ok) throw new Error('the workbook is not read back');
  return reading.value.document;
}

describeInBrowser('a report as PDF', ({ open }) => {
  test('is read in the pane, under its policy and from its own origin, to a workbook with the page of every figure', async () => {
    const visit = await open('index.html', look('nl', 'light'), 'pdf');
    const document = await readInPane(visit, file('jaarrekening.pdf', smallReportPdf()));
    expect(document.statements[0]?.rows.map(({ source }) => source.page)).toEqual([1, 2, 2]);
    await visit.step('read');
    await visit.close();
  });

  test('that is broken is refused with what to do', async () => {
    const visit = await open('index.html', look('nl', 'light'), 'pdf-broken');
    await visit.page.setInputFiles(
      '[data-testid=files]',
      file('stuk.pdf', new TextEncoder().encode('%PDF-1.7\nno objects at all')),
    );
    await visit.page.getByText(visit.texts.import.fileFailed).first().waitFor();
    await visit.step('refused');
    expect(await visit.page.getByRole('button', { name: visit.texts.import.applyBrowser }).count()).toBe(0);
    await visit.close();
  });

  testSample(`of a province, 24 pages (${FULL_TEXT_NOTE})`, async () => {
    const visit = await open('index.html', look('nl', 'light'), 'pdf-province');
    const document = await readInPane(visit, SAMPLE);
    expect(document.statements.map(({ schema }) => schema)).toEqual(['M1', 'M2', 'M3', 'T1', 'T2', 'T3']);
    await visit.step('read');
    await visit.close();
  });
});
