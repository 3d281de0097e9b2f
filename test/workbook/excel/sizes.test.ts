import { expect, test } from '@jest/globals';
import { readReport } from '../../../src/read/report/report';
import type { Reading } from '../../../src/read/source';
import { MAX_CELL_TEXT } from '../../../src/sheets/cellText';
import { documentFromWorkbook } from '../../../src/sheets/readBack/readBack';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { MAX_PAYLOAD_BYTES } from '../../../standin/host/host';
import { differences } from '../../../standin/model/snapshot';
import { generateReport, SEED_SIZE } from '../../../standin/report/generateReport';
import { newDesk, type Desk } from './support';

/** What we send at most; Excel takes a quarter more. */
const MAX_REQUEST = 4_000_000;

function generated(options: Partial<Parameters<typeof generateReport>[0]>): Reading {
  const reading = readReport(generateReport({ seed: 11, ...options }).text);
  if (!reading) throw new Error('not read');
  return reading;
}

/** Signs that take more room on the way than in the cell: quotes, backslashes, line ends, letters with accents, and some from beyond 16 bits. */
const COSTLY = 'é"\\\n€𝄞x';
const long = (seed: number, length: number): string =>
  `${seed} ${COSTLY.repeat(Math.ceil(length / COSTLY.length))}`.slice(0, length).replace(/[\ud800-\udbff]$/, '');

function withLongTexts(reading: Reading, length: number): Reading {
  const nodes = reading.document.nodes.map((node, index) =>
    node.evaluation ? { ...node, evaluation: { ...node.evaluation, text: long(index, length) } } : node,
  );
  return { ...reading, document: { ...reading.document, nodes } };
}

const largest = ({ host }: Desk): readonly [sent: number, answered: number] => [
  Math.max(...host.requests.map(({ bytesIn }) => bytesIn)),
  Math.max(...host.requests.map(({ bytesOut }) => bytesOut)),
];

function expectBearable(desk: Desk): void {
  const [sent, answered] = largest(desk);
  expect(sent).toBeLessThan(MAX_REQUEST);
  expect(answered).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
  expect(
    desk.host.requests.filter(({ failed }) => failed !== null && failed !== 'ResponsePayloadSizeLimitExceeded'),
  ).toEqual([]);
}

test('texts as long as a cell takes go in bearable requests, and come back to the letter', async () => {
  const reading = withLongTexts(generated({ objectives: 2 }), MAX_CELL_TEXT);
  const texts = reading.document.nodes.filter(({ evaluation }) => evaluation !== null).length;
  expect(texts * MAX_CELL_TEXT).toBeGreaterThan(1_000_000);
  const sheets = buildSheets(reading, []);
  const desk = newDesk();
  desk.calculator.learn(sheets);
  const book = new ExcelWorkbook();
  expect(await book.apply(sheets)).toMatchObject({ ok: true });
  expectBearable(desk);
  expect(await book.apply(sheets)).toMatchObject({ ok: true, value: { changed: false } });
  const content = await book.read();
  const read = content.ok ? documentFromWorkbook(content.value) : content;
  expect(read.ok && read.value.findings).toEqual([]);
  expect(read.ok && read.value.document).toEqual(reading.document);
  const shorter = buildSheets(withLongTexts(reading, MAX_CELL_TEXT - 7), []);
  desk.calculator.learn(shorter);
  expect(await book.apply(shorter)).toMatchObject({ ok: true, value: { changed: true } });
  expect(await book.revert()).toMatchObject({ ok: true });
  expect(await book.apply(sheets)).toMatchObject({ ok: true, value: { changed: false } });
  expectBearable(desk);
});

test('a report of many rows goes in bearable requests; stopped at any of them it leaves the workbook as it was', async () => {
  const sheets = buildSheets(generated({ ...SEED_SIZE, objectives: 2 * SEED_SIZE.objectives }), []);
  const desk = newDesk();
  const before = desk.host.snapshot();
  const book = new ExcelWorkbook();
  expect(await book.apply(sheets)).toMatchObject({ ok: true });
  expectBearable(desk);
  const requests = desk.host.syncs;
  expect(requests).toBeGreaterThan(10);
  expect(await book.revert()).toMatchObject({ ok: true });
  expect(differences(before, desk.host.snapshot())).toEqual([]);
  expectBearable(desk);
  for (const reports of [2, 4, 6]) {
    const stop = new AbortController();
    let heard = 0;
    const result = await book.apply(sheets, {
      signal: stop.signal,
      report: () => {
        if ((heard += 1) === reports) stop.abort();
      },
    });
    expect([reports, result.ok, differences(before, desk.host.snapshot(), 5)]).toEqual([reports, false, []]);
  }
});
