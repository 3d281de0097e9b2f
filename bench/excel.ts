import { readFileSync } from 'node:fs';
import { runChecks } from '../src/check/run/run';
import { readReport } from '../src/read/report/report';
import type { SheetSpec } from '../src/sheets/spec';
import { buildSheets } from '../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../src/workbook/excel/excelWorkbook';
import { MEMORY_SHEET } from '../src/workbook/excel/read/survey';
import type { Host } from '../standin/host/host';
import { differences } from '../standin/model/snapshot';
import { startExcel } from '../standin/client/client';
import { generateReport, SEED_SIZE } from '../standin/report/generateReport';
import { reducedSeedPath } from '../scripts/seed/seedFiles.mjs';
import { assertEqual, once, type Bench, type Figure } from './run';

/** Excel on the web refuses more than 5 MB either way; what we send and ask for stays well below. */
const MOST_MB = 4;
const MOST_ANSWER_MB = 4;
/** As held by the tests: what is written, and what is read to know that it stands there. */
const MOST_WRITING = 8;
const MOST_READING = 24;
const BYTES_PER_MB = 1e6;

function sheetsOf(text: string): readonly SheetSpec[] {
  const reading = readReport(text);
  if (!reading) throw new Error('not read');
  return buildSheets(reading, runChecks(reading.document));
}

/** One line per request: what it carried each way. */
function requestFigures(host: Host): readonly Figure[] {
  const sent = host.requests.filter(({ cleanup }) => !cleanup);
  return [
    ...sent.flatMap(({ bytesIn, bytesOut, actions, writes }, index): readonly Figure[] => [
      {
        name: `  request ${index + 1}: ${writes ? 'writes' : 'reads'}, ${actions.toLocaleString('en')} actions, to Excel`,
        value: bytesIn / BYTES_PER_MB,
        unit: 'MB',
        limit: MOST_MB,
      },
      { name: '    and back', value: bytesOut / BYTES_PER_MB, unit: 'MB', limit: MOST_ANSWER_MB },
    ]),
    {
      name: '  in all, to Excel',
      value: sent.reduce((sum, { bytesIn }) => sum + bytesIn, 0) / BYTES_PER_MB,
      unit: 'MB',
    },
    { name: '  in all, back', value: sent.reduce((sum, { bytesOut }) => sum + bytesOut, 0) / BYTES_PER_MB, unit: 'MB' },
  ];
}

const writing = ({ requests }: Host): number => requests.filter(({ writes, cleanup }) => writes && !cleanup).length;

const largest = ({ requests }: Host): readonly Figure[] => [
  {
    name: '  largest request',
    value: Math.max(...requests.map(({ bytesIn }) => bytesIn)) / BYTES_PER_MB,
    unit: 'MB',
    limit: MOST_MB,
  },
  {
    name: '  largest answer',
    value: Math.max(...requests.map(({ bytesOut }) => bytesOut)) / BYTES_PER_MB,
    unit: 'MB',
    limit: MOST_ANSWER_MB,
  },
];

/** Everything but what the adapter keeps for itself. */
const isShown = (line: string): boolean => !line.startsWith(MEMORY_SHEET);

/** The accounts of 2024 through the real client library into the stand-in, which takes no time of its own to speak of beside its bookkeeping. */
const importSeed: Bench = {
  name: 'excel import of 004',
  run: async () => {
    const sheets = sheetsOf(readFileSync(reducedSeedPath('004'), 'utf8'));
    const host = startExcel();
    const empty = host.snapshot();
    const book = new ExcelWorkbook();
    const { time, value } = await once(() => book.apply(sheets));
    assertEqual(
      'import',
      value.ok && value.value.created,
      sheets.map(({ name }) => name),
    );
    const figures: Figure[] = [
      { name: 'first import', value: time, unit: 'ms' },
      { name: 'requests that write', value: writing(host), unit: 'x', limit: MOST_WRITING },
      { name: 'requests that read', value: host.syncs - writing(host), unit: 'x', limit: MOST_READING },
      ...requestFigures(host),
    ];
    host.forgetRequests();
    const again = await once(() => book.apply(sheets));
    assertEqual('the same again', again.value.ok && again.value.value.changed, false);
    assertEqual('writes of the same again', writing(host), 0);
    figures.push(
      { name: 'importing the same again', value: again.time, unit: 'ms' },
      { name: '  requests, none of which writes', value: host.syncs, unit: 'x' },
    );
    host.forgetRequests();
    const reverted = await once(() => book.revert());
    assertEqual('revert', reverted.value, { ok: true, value: undefined });
    assertEqual('workbook after the revert', differences(empty, host.snapshot()), []);
    return [
      ...figures,
      { name: 'taking it back', value: reverted.time, unit: 'ms' },
      { name: '  requests', value: host.syncs, unit: 'x' },
    ];
  },
};

const TIMES = 5;

/** A report five times as long: whatever there is, no request grows beyond what Excel takes. */
const importLonger: Bench = {
  name: 'excel import of a report 5 times as long',
  run: async () => {
    const sheets = sheetsOf(generateReport({ seed: 7, ...SEED_SIZE, objectives: SEED_SIZE.objectives * TIMES }).text);
    const host = startExcel();
    const book = new ExcelWorkbook();
    const { time, value } = await once(() => book.apply(sheets));
    assertEqual('import', value.ok && value.value.changed, true);
    return [
      { name: 'first import', value: time, unit: 'ms' },
      { name: '  requests', value: host.syncs, unit: 'x' },
      ...largest(host),
    ];
  },
};

/** The accounts of the year after over a workbook: every table gets other rows and columns. */
const importNextYear: Bench = {
  name: 'excel import of the next year',
  run: async () => {
    const yearly = (fiscalYear: number): readonly SheetSpec[] =>
      sheetsOf(generateReport({ seed: 7, ...SEED_SIZE, fiscalYear }).text);
    const host = startExcel();
    const book = new ExcelWorkbook();
    await book.apply(yearly(2023));
    const before = host.snapshot().filter(isShown);
    const next = yearly(2024);
    host.forgetRequests();
    const { time, value } = await once(() => book.apply(next));
    assertEqual('import', value.ok && value.value.changed, true);
    const figures: Figure[] = [
      { name: 'import over the year before', value: time, unit: 'ms' },
      { name: '  requests', value: host.syncs, unit: 'x' },
      ...largest(host),
    ];
    host.forgetRequests();
    const reverted = await once(() => book.revert());
    assertEqual('revert', reverted.value, { ok: true, value: undefined });
    assertEqual('workbook after the revert', differences(before, host.snapshot().filter(isShown)), []);
    return [
      ...figures,
      { name: 'taking it back', value: reverted.time, unit: 'ms' },
      { name: '  requests', value: host.syncs, unit: 'x' },
      ...largest(host),
    ];
  },
};

export const EXCEL_BENCHES: readonly Bench[] = [importSeed, importNextYear, importLonger];
