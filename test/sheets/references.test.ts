import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runChecks } from '../../src/check/run/run';
import { readSource } from '../../src/read/file/read';
import type { Reading } from '../../src/read/source';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { generateReport } from '../../standin/report/generateReport';
import { seedText } from '../support/requirements';
import { SEED_PROFILES } from '../../scripts/seed/seedProfiles';
import { anyReading } from './arbitrary';
import { READING } from './fixture';
import { faultsOf } from './invariants';
import { partReports, readingOf } from './partReports';
import { danglingReferences } from './references';

const CASES = path.resolve(__dirname, '../golden/read');

function expectSound(reading: Reading, others: readonly Reading[] = []): void {
  const sheets = buildSheets(reading, runChecks(reading.document), { others });
  expect(danglingReferences(sheets)).toEqual([]);
  expect(faultsOf(sheets)).toEqual([]);
}

test('a reference to nothing is found, wherever it stands', () => {
  const sheets = buildSheets(READING, []);
  expect(danglingReferences(sheets)).toEqual([]);
  const without = (column: string) =>
    sheets.map((sheet) => ({
      ...sheet,
      tables: sheet.tables.map((table) => ({
        ...table,
        columns: table.columns.filter(({ name }) => table.name !== 'tblKredieten' || name !== column),
      })),
    }));
  expect(danglingReferences(without('Lijn')).some((fault) => fault.startsWith('Plan: tblKredieten[Lijn] in '))).toBe(
    true,
  );
  const noLists = sheets.map((sheet) => ({ ...sheet, names: sheet.names.filter(({ name }) => name !== 'Statussen') }));
  expect(danglingReferences(noLists)).toContain('Plan: Statussen in list of Status');
});

describe('every table, column, name and sheet a formula speaks of is there, in the workbook of', () => {
  test.each(readdirSync(CASES))('golden case %s', (name) =>
    expectSound(readingOf(readFileSync(path.join(CASES, name, 'input.txt'), 'utf8'))),
  );

  test.each(['000', '001', '002', '003', '004'])('seed %s', async (prefix) => {
    const reading = await readSource(new TextEncoder().encode(seedText(prefix)), {
      name: `${prefix}.txt`,
      profiles: SEED_PROFILES,
    });
    if (!reading.ok) throw new Error(reading.failure.kind.id);
    expectSound(reading.value);
  });

  test('five documents together', async () => {
    const readings = await Promise.all(
      ['004', '000', '001', '002', '003'].map((prefix) =>
        readSource(new TextEncoder().encode(seedText(prefix)), { name: `${prefix}.txt`, profiles: SEED_PROFILES }),
      ),
    );
    const [first, ...others] = readings.map((reading) => {
      if (!reading.ok) throw new Error(reading.failure.kind.id);
      return reading.value;
    });
    if (first) expectSound(first, others);
  });

  const parts = partReports();
  test.each(Object.keys(parts))('of the accounts of 2024: %s', (name) => {
    const reading = parts[name];
    if (reading) expectSound(reading);
  });

  test('boards that do not exist', () => {
    for (const options of [
      { seed: 2, codes: 'dash', phases: ['actual', 'finalBudget'] },
      { seed: 4, codes: 'dotted', fiscalYear: 2018 },
      { seed: 5, objectives: 1, plansPerObjective: 1, actionsPerPlan: 1 },
    ] as const)
      expectSound(readingOf(generateReport(options).text));
  });

  test('any document at all', () => {
    fc.assert(
      fc.property(anyReading, (reading) => {
        expect(danglingReferences(buildSheets(reading, []))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
