import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { readReport } from '../src/read/report/report';
import type { Reading } from '../src/read/source';
import { documentFromWorkbook } from '../src/sheets/readBack/readBack';
import type { SheetSpec } from '../src/sheets/spec';
import { valueOf } from '../src/sheets/table';
import { buildSheets } from '../src/sheets/workbook/workbook';
import { readXlsxFile } from '../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../src/workbook/file/write';
import { reducedSeedPath } from '../scripts/seed/seedFiles.mjs';
import { assertEqual, median, once, peakOfCommand, type Bench } from './run';

function readSeed(text: string): Reading {
  const reading = readReport(text);
  if (!reading) throw new Error('seed 004 was not read');
  return reading;
}

const isFormula = (cell: SheetSpec['blocks'][number]['cells'][number][number]): boolean =>
  cell !== null && typeof cell === 'object' && 'formula' in cell;

const countCells = (
  sheets: readonly SheetSpec[],
  counts: (cell: SheetSpec['blocks'][number]['cells'][number][number]) => boolean,
): number =>
  sheets.reduce(
    (sum, { blocks }) => sum + blocks.reduce((cells, block) => cells + block.cells.flat().filter(counts).length, 0),
    0,
  );

/** The least any writer of .xlsx must do: the same values as bare rows, without looks, formulas, tables or charts. */
const bareRows = (sheets: readonly SheetSpec[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, blocks }) => ({
      name,
      rows: blocks.flatMap((block) => block.cells.map((row) => row.map((cell) => valueOf(cell)))),
    })),
  });

/** From the text of the accounts of 2024 to the bytes of its workbook, and back to the document. */
const buildSeed: Bench = {
  name: 'build the workbook of 004',
  run: async () => {
    const text = readFileSync(reducedSeedPath('004'), 'utf8');
    const build = (): Promise<Uint8Array> => writeXlsxFile(buildSheets(readSeed(text), []));
    const { time: cold, value: bytes } = await once(build);
    const memory = peakOfCommand([
      'build',
      reducedSeedPath('004'),
      '-o',
      path.join(mkdtempSync(path.join(tmpdir(), 'planboek-bench-')), 'boek.xlsx'),
    ]);
    const reading = readSeed(text);
    const sheets = buildSheets(reading, []);
    const content = await readXlsxFile(bytes);
    const back = content.ok ? documentFromWorkbook(content.value) : content;
    assertEqual('document read back', back.ok ? back.value : back, { document: reading.document, findings: [] });
    const warm = await median(build, 7, 2);
    const floor = await median(() => bareRows(sheets), 7, 2);
    const specs = await median(() => buildSheets(reading, []), 7, 2);
    const readBack = await median(
      async () => {
        const again = await readXlsxFile(bytes);
        return again.ok && documentFromWorkbook(again.value);
      },
      5,
      1,
    );
    return [
      {
        name: `first build: ${countCells(sheets, (cell) => cell !== null)} cells, ${countCells(sheets, isFormula)} formulas`,
        value: cold,
        unit: 'ms',
      },
      { name: 'warm build, from text to bytes', value: warm, unit: 'ms', aim: 1000, limit: 4000 },
      { name: '  of which the sheets as data', value: specs, unit: 'ms' },
      { name: 'the same values as bare rows', value: floor, unit: 'ms' },
      { name: 'ratio of the two', value: warm / floor, unit: 'x', aim: 5, limit: 20 },
      { name: 'reading the workbook back to a document', value: readBack, unit: 'ms' },
      { name: 'size of the file', value: bytes.byteLength / 1e6, unit: 'MB', aim: 1.5, limit: 3 },
      { name: 'peak memory of the command, runtime included', value: memory, unit: 'MB', aim: 250, limit: 350 },
    ];
  },
};

export const BUILD_BENCHES: readonly Bench[] = [buildSeed];
