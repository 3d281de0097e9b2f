import { beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '../../src/cli/start/run';
import { generateReport } from '../../standin/report/generateReport';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { fakeHost } from './fakeHost';

const REPORT = generateReport({ seed: 11, objectives: 1, plansPerObjective: 2, actionsPerPlan: 3 }).text;

describe('planboek freeze', () => {
  let book: Uint8Array;

  beforeAll(async () => {
    const host = fakeHost({ 'r.txt': REPORT });
    await run(['build', 'r.txt', '-o', 'boek.xlsx'], host);
    book = host.written.get('boek.xlsx')!;
  });

  test('writes what the workbook shows, without a formula, with a stamp, and without what Planboek keeps to itself', async () => {
    const host = fakeHost({ 'boek.xlsx': book });
    expect(await run(['freeze', 'boek.xlsx', '-o', 'vast.xlsx'], host)).toBe(0);
    const [before, frozen] = await Promise.all([readXlsxFile(book), readXlsxFile(host.written.get('vast.xlsx')!)]);
    if (!before.ok || !frozen.ok) throw new Error('not read');
    const { sheets } = frozen.value;
    expect(sheets[0]?.name).toBe('Stempel');
    expect(sheets.flatMap(({ formulas }) => [...(formulas ?? [])])).toEqual([]);
    expect(sheets.map(({ name }) => name)).not.toContain('_planboek');
    const kept = before.value.sheets.filter(({ name }) => name !== '_planboek');
    expect(sheets.slice(1).map(({ name }) => name)).toEqual(kept.map(({ name }) => name));
    expect(before.value.sheets.some(({ formulas }) => (formulas?.size ?? 0) > 0)).toBe(true);
    for (const { name, cells } of kept)
      expect({ name, cells: sheets.find((sheet) => sheet.name === name)?.cells }).toEqual({ name, cells });
  });

  test('is made again over an earlier one, and over nothing else', async () => {
    const host = fakeHost({ 'boek.xlsx': book, 'ander.xlsx': book });
    expect(await run(['freeze', 'boek.xlsx', '-o', 'ander.xlsx'], host)).toBe(2);
    expect(await run(['freeze', 'boek.xlsx', '-o', 'boek.xlsx'], host)).toBe(2);
    expect(host.written.size).toBe(0);
  });
});
