import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { runChecks } from '../../../src/check/run/run';
import { assemble } from '../../../src/figures/links/assemble';
import { readSource } from '../../../src/read/file/read';
import type { Reading } from '../../../src/read/source';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { canonicalFormula } from '../../../src/workbook/excel/read/formulaText';
import { wantedGrid } from '../../../src/workbook/excel/write/wanted';
import { cellAt, findSheet } from '../../../standin/model/book';
import { SEED_PROFILES } from '../../../scripts/seed/seedProfiles';
import { reducedSeedPath } from '../../support/requirements';
import { newDesk } from './support';

async function seed(prefix: string): Promise<Reading> {
  const bytes = new Uint8Array(readFileSync(reducedSeedPath(prefix)));
  const reading = await readSource(bytes, { name: prefix, profiles: SEED_PROFILES });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value;
}

test('the accounts and four plans stand in Excel with every link and formula in its own row, calculated columns or not', async () => {
  const accounts = await seed('004');
  const plans = await Promise.all(['001', '002', '003', '000'].map(seed));
  const [main, ...others] = assemble(
    [accounts.document, ...plans.map(({ document }) => document)],
    (document) => document,
  );
  const sheets = buildSheets({ document: main.document, lines: accounts.lines }, runChecks(main.document), {
    others: others.map((other, index) => ({ ...other, lines: plans[index]?.lines ?? [] })),
  });
  const { host } = newDesk();
  expect(host.book.fillsFormulas).toBe(true);
  expect(await new ExcelWorkbook().apply(sheets)).toMatchObject({ ok: true, value: { changed: true } });
  expect(Math.max(...host.requests.flatMap(({ bytesIn, bytesOut }) => [bytesIn, bytesOut]))).toBeLessThan(4_000_000);
  let formulas = 0;
  let links = 0;
  const wrong: string[] = [];
  for (const spec of sheets) {
    const sheet = findSheet(host.book, spec.name);
    if (!sheet) throw new Error(spec.name);
    const grid = wantedGrid(spec);
    grid.cells.forEach((line, row) =>
      line.forEach((wanted, column) => {
        if (wanted === null) return;
        const cell = cellAt(sheet, row, column);
        const table =
          spec.tables.find(
            ({ range }) =>
              row >= range.row &&
              row < range.row + range.rows &&
              column >= range.column &&
              column < range.column + range.columns,
          )?.name ?? '';
        const same = wanted.isFormula
          ? cell.formula !== null &&
            canonicalFormula(cell.formula, table) === canonicalFormula(String(wanted.content), table)
          : cell.formula === null && cell.value === wanted.content;
        if (wanted.isFormula) formulas += 1;
        if (String(wanted.content).startsWith('=HYPERLINK(')) links += 1;
        if (!same && wrong.length < 5)
          wrong.push(`${spec.name} ${row},${column}: ${String(cell.formula ?? cell.value).slice(0, 80)}`);
      }),
    );
  }
  expect(wrong).toEqual([]);
  expect(links).toBeGreaterThan(2_000);
  expect(formulas).toBeGreaterThan(20_000);
});
