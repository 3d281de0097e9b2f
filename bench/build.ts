import { readFileSync } from 'node:fs';
import { runChecks } from '../src/check/run';
import { readSource } from '../src/read/read';
import { documentFromWorkbook } from '../src/sheets/readBack';
import { buildSheets } from '../src/sheets/workbook';
import { readXlsxFile } from '../src/workbook/file/read';
import { writeXlsxFile } from '../src/workbook/file/write';
import { reducedSeedPath } from '../test/support/seedFiles.mjs';
import { assertEqual, median, once, peakMemory, type Bench } from './run';

/** From report to workbook and back: everything `planboek build` and `planboek check BOOK` do after reading. */
const buildSeed: Bench = {
  name: 'build 004',
  run: async () => {
    const reading = await readSource(new Uint8Array(readFileSync(reducedSeedPath('004'))), { name: '004' });
    if (!reading.ok) throw new Error(reading.failure.kind.id);
    const { document } = reading.value;
    const findings = runChecks(document);
    assertEqual('errors', findings.filter(({ severity }) => severity === 'error').map(({ key }) => key), []);
    const book = async () => writeXlsxFile(buildSheets(reading.value, findings));
    const { time: cold, value: bytes } = await once(book);
    const memory = peakMemory();
    const { time: back, value: content } = await once(() => readXlsxFile(bytes));
    if (!content.ok) throw new Error(content.failure.kind.id);
    const again = documentFromWorkbook(content.value);
    if (!again.ok) throw new Error(again.failure.kind.id);
    assertEqual('the document read back', again.value.document, document);
    return [
      { name: 'checks, warm', value: await median(() => runChecks(document)), unit: 'ms', aim: 150, limit: 1500 },
      { name: 'first workbook: sheets and file', value: cold, unit: 'ms' },
      { name: 'warm workbook', value: await median(book, 5, 1), unit: 'ms', aim: 1000, limit: 8000 },
      { name: 'sheets alone, warm', value: await median(() => buildSheets(reading.value, findings), 5, 1), unit: 'ms' },
      { name: 'reading the file back', value: back, unit: 'ms' },
      { name: 'document from its sheets, warm', value: await median(() => documentFromWorkbook(content.value), 5, 1), unit: 'ms' },
      { name: 'size of the file', value: bytes.length / 1e6, unit: 'MB' },
      { name: 'peak memory, runtime included', value: memory, unit: 'MB', aim: 250 },
    ];
  },
};

export const BUILD_BENCHES: readonly Bench[] = [buildSeed];
