import { expect, test } from '@jest/globals';
import { buildSheets } from '../../../src/sheets/workbook';
import { FileWorkbook } from '../../../src/workbook/file/fileWorkbook';
import { contentOf } from '../../sheets/contentOf';
import { READING } from '../../sheets/fixture';

test('gives back what was written last, and what was written before when a write fails', async () => {
  const sheets = buildSheets(READING, []);
  const book = new FileWorkbook();
  expect(await book.read()).toMatchObject({ ok: false });
  expect(await book.write(sheets)).toEqual({ ok: true, value: undefined });
  const read = await book.read();
  expect(read.ok && read.value.sheets.map(({ tables }) => tables)).toEqual(contentOf(sheets).sheets.map(({ tables }) => tables));
  const before = book.bytes;
  expect(await book.write([...sheets, ...sheets])).toMatchObject({ ok: false, failure: { kind: { id: 'workbook.broken' } } });
  expect(book.bytes).toBe(before);
});
