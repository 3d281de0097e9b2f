import { describe, expect, test } from '@jest/globals';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { FAILURES, type FailureKind } from '../../host/host';
import { cloneBook, type Book } from '../../host/model/book';
import { differences } from '../../host/model/snapshot';
import { eventsDelivered } from '../../host/node/client';
import { READING } from '../../sheets/fixture';
import { newDesk, withOwnSheet, type Desk } from './support';
import { CHANGED } from './changed';

const FIRST: readonly SheetSpec[] = buildSheets(READING, []);
const SECOND: readonly SheetSpec[] = buildSheets(CHANGED, []);

/** Never answered requests are given up after this long here. */
const PATIENCE = 60;
const KINDS = FAILURES.filter((kind) => kind !== 'busy');

const attempt = async (desk: Desk, start: Book, sheets: readonly SheetSpec[], kind: FailureKind, request: number, share = 0.5): Promise<{ ok: boolean; used: boolean; differences: string[] }> => {
  desk.host.open(cloneBook(start));
  const before = desk.host.snapshot();
  desk.host.forgetRequests();
  desk.host.fail({ kind, request, share });
  const result = await new ExcelWorkbook({ answerMilliseconds: kind === 'silence' ? PATIENCE : 20_000 }).apply(sheets);
  await eventsDelivered();
  return { ok: result.ok, used: desk.host.pendingFailures === 0, differences: result.ok ? [] : differences(before, desk.host.snapshot(), 6) };
};

/** Requests of an import that goes well. */
async function requestsOf(desk: Desk, start: Book, sheets: readonly SheetSpec[]): Promise<number> {
  desk.host.open(cloneBook(start));
  desk.host.forgetRequests();
  expect(await new ExcelWorkbook().apply(sheets)).toMatchObject({ ok: true, value: { changed: true } });
  return desk.host.syncs;
}

async function everyRequest(desk: Desk, start: Book, sheets: readonly SheetSpec[], kind: FailureKind): Promise<void> {
  const requests = await requestsOf(desk, start, sheets);
  for (let request = 1; request <= requests; request += 1) {
    const { ok, used, differences: found } = await attempt(desk, start, sheets, kind, request);
    expect({ request, used, found }).toEqual({ request, used: true, found: [] });
    // An import succeeds in spite of a failure only where the failure is looked after by itself: nothing else is allowed.
    expect({ request, ok }).toEqual({ request, ok: false });
  }
}

describe('the workbook is as it was, whichever request fails', () => {
  test.each(KINDS)('of a first import: %s', async (kind) => {
    const desk = newDesk();
    withOwnSheet(desk);
    await everyRequest(desk, desk.host.copyBook(), FIRST, kind);
  }, 120_000);

  test.each(KINDS)('of a second import over an edited workbook: %s', async (kind) => {
    const desk = newDesk();
    withOwnSheet(desk);
    await new ExcelWorkbook().apply(FIRST);
    desk.user.type('Plan', 'B7', 'Titel van de gebruiker');
    desk.user.paste('Eigen', 'A5', [['=COUNTA(tblPlan[Code])']]);
    desk.user.sort('tblKredieten', 'Code', false);
    await everyRequest(desk, desk.host.copyBook(), SECOND, kind);
  }, 240_000);

  test.each([0.02, 0.1, 0.3, 0.7, 0.9, 0.99])('when each request dies after %d of its work', async (share) => {
    const desk = newDesk();
    withOwnSheet(desk);
    const start = desk.host.copyBook();
    const requests = await requestsOf(desk, start, FIRST);
    for (let request = 1; request <= requests; request += 1) {
      expect({ request, ...(await attempt(desk, start, FIRST, 'partial', request, share)) }).toMatchObject({ request, differences: [] });
    }
  }, 120_000);
});
