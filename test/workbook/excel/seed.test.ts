import { beforeAll, describe, expect, test } from '@jest/globals';
import { runChecks } from '../../../src/check/run/run';
import { readSource } from '../../../src/read/file/read';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import type { FailureKind } from '../../../standin/host/host';
import { cloneBook } from '../../../standin/model/book';
import { differences } from '../../../standin/model/snapshot';
import { seedText } from '../../support/requirements';
import { newDesk, withOwnSheet } from './support';

/** The accounts of a real board through the real client. */

/** Six today: the way back, its state, three for sheets, formulas and looks (5 MB in pieces of 3.4), and the commit. */
const MAX_WRITING = 8;
/** 23 today: what is there (1), the way back and its state as they were put (4), every cell that was written (13, in pieces of 15,000 cells), and the commit (5). Nothing is claimed that was not read. */
const MAX_READING = 24;
const MAX_BYTES = 4_000_000;

let sheets: readonly SheetSpec[] = [];
beforeAll(async () => {
  const reading = await readSource(new TextEncoder().encode(seedText('004')));
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  sheets = buildSheets(reading.value, runChecks(reading.value.document));
});

describe('the accounts of 2024', () => {
  test('are imported in few and bearable requests, and importing them again writes nothing', async () => {
    const { host } = newDesk();
    expect(await new ExcelWorkbook().apply(sheets)).toMatchObject({ ok: true, value: { changed: true } });
    const asked = host.requests.filter(({ cleanup }) => !cleanup);
    const writing = asked.filter(({ writes }) => writes).length;
    expect(writing).toBeLessThanOrEqual(MAX_WRITING);
    expect(asked.length - writing).toBeLessThanOrEqual(MAX_READING);
    expect(host.syncs).toBe(asked.length);
    expect(Math.max(...host.requests.map(({ bytesIn }) => bytesIn))).toBeLessThan(MAX_BYTES);
    expect(Math.max(...host.requests.map(({ bytesOut }) => bytesOut))).toBeLessThan(MAX_BYTES);
    expect(host.context.keptReferences).toBe(0);
    host.forgetRequests();
    expect(await new ExcelWorkbook().apply(sheets)).toMatchObject({ ok: true, value: { changed: false } });
    expect(host.requests.filter(({ writes, cleanup }) => writes && !cleanup)).toEqual([]);
  });

  test('hold no function of the add-in', async () => {
    const { host } = newDesk();
    await new ExcelWorkbook().apply(sheets);
    const formulas = host.book.sheets.flatMap((sheet) =>
      sheet.cells.flatMap((row) => row.flatMap((cell) => (cell?.formula ? [cell.formula] : []))),
    );
    expect(formulas.length).toBeGreaterThan(10_000);
    expect(formulas.filter((formula) => /PLAN\.|_xldudf|_xlws/i.test(formula))).toEqual([]);
  });

  // Every kind of failure at every request: failures.test.ts, with a smaller report.
  test('leave the workbook as it was when any request fails', async () => {
    const desk = newDesk();
    withOwnSheet(desk);
    const start = desk.host.copyBook();
    const before = desk.host.snapshot();
    const kinds: readonly FailureKind[] = ['throw', 'lost', 'error'];
    for (let request = 1; ; request += 1) {
      desk.host.open(cloneBook(start));
      desk.host.forgetRequests();
      desk.host.fail({ kind: kinds[request % kinds.length] ?? 'error', request });
      const result = await new ExcelWorkbook().apply(sheets);
      if (desk.host.pendingFailures > 0) {
        expect(result.ok).toBe(true);
        expect(request).toBeGreaterThan(5);
        break;
      }
      expect({ request, ok: result.ok, found: differences(before, desk.host.snapshot(), 5) }).toEqual({
        request,
        ok: false,
        found: [],
      });
    }
  });
});
