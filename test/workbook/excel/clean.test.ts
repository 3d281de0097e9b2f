import { expect, test } from '@jest/globals';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { READING } from '../../sheets/fixture';
import { CHANGED } from './changed';
import { newDesk } from './support';

test('cleaning before sharing takes what was erased out of the file, says so, and leaves the sheets and the next import', async () => {
  const desk = newDesk();
  const book = new ExcelWorkbook();
  await book.apply(buildSheets(READING, []));
  desk.user.type('Plan', 'B7', 'Naam van een medewerker');
  await book.apply(buildSheets(CHANGED, []));
  const holds = (): boolean =>
    JSON.stringify(desk.host.book.sheets.map(({ cells }) => cells)).includes('Naam van een medewerker');
  expect(holds()).toBe(true);
  const seen = (): string[] => desk.host.snapshot().filter((line) => !line.includes('_planboek_terug'));
  const before = seen();
  const cleaned = await book.clean();
  if (!cleaned.ok) throw new Error(cleaned.failure.kind.id);
  expect(cleaned.value.sheets).toContain('Plan');
  expect(cleaned.value.cells).toBeGreaterThan(100);
  expect(holds()).toBe(false);
  expect(seen()).toEqual(before);
  expect(await book.canRevert()).toBe(false);
  expect(await book.clean()).toEqual({ ok: true, value: { sheets: [], cells: 0 } });
  expect(await book.apply(buildSheets(CHANGED, []))).toMatchObject({ ok: true, value: { changed: false } });
});
