import { describe, expect, test } from '@jest/globals';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { FAILURES, type FailureKind } from '../../../standin/host/host';
import { cloneBook, type Book } from '../../../standin/model/book';
import { differences } from '../../../standin/model/snapshot';
import { eventsDelivered } from '../../../standin/client/client';
import { READING } from '../../sheets/fixture';
import { newDesk, withOwnSheet, type Desk } from './support';
import { CHANGED } from './changed';

const FIRST: readonly SheetSpec[] = buildSheets(READING, []);
const SECOND: readonly SheetSpec[] = buildSheets(CHANGED, []);

/** Never answered requests are given up after this long here. */
const PATIENCE = 60;
/** No other request is given up, however busy the machine. */
const LONG = 600_000;
const KINDS = FAILURES.filter((kind) => kind !== 'busy');

/** A first import meets every kind at every request; what takes longer meets two kinds at each, another pair at the next. */
const ROUNDS = [0, 2];
const kindIn = (round: number, request: number): FailureKind => KINDS[(request + round) % KINDS.length] ?? 'error';

const withoutMemory = (line: string): boolean => !line.startsWith('_planboek_terug');

const attempt = async (
  desk: Desk,
  start: Book,
  sheets: readonly SheetSpec[],
  kind: FailureKind,
  request: number,
  share = 0.5,
): Promise<{ ok: boolean; used: boolean; differences: string[] }> => {
  desk.host.open(cloneBook(start));
  const before = desk.host.snapshot();
  desk.host.forgetRequests();
  desk.host.fail({ kind, request, share });
  const result = await new ExcelWorkbook({ answerMilliseconds: kind === 'silence' ? PATIENCE : LONG }).apply(sheets);
  await eventsDelivered();
  return {
    ok: result.ok,
    used: desk.host.pendingFailures === 0,
    differences: result.ok ? [] : differences(before, desk.host.snapshot(), 6),
  };
};

/** Requests of an import that goes well. */
async function requestsOf(desk: Desk, start: Book, sheets: readonly SheetSpec[]): Promise<number> {
  desk.host.open(cloneBook(start));
  desk.host.forgetRequests();
  expect(await new ExcelWorkbook().apply(sheets)).toMatchObject({ ok: true, value: { changed: true } });
  return desk.host.syncs;
}

/** Fails each request in turn, by the kind that `kindOf` gives it. */
async function everyRequest(
  desk: Desk,
  start: Book,
  sheets: readonly SheetSpec[],
  kindOf: (request: number) => FailureKind,
): Promise<void> {
  const requests = await requestsOf(desk, start, sheets);
  for (let request = 1; request <= requests; request += 1) {
    const { ok, used, differences: found } = await attempt(desk, start, sheets, kindOf(request), request);
    expect({ request, used, found }).toEqual({ request, used: true, found: [] });
    // An import succeeds in spite of a failure only where the failure is looked after by itself: nothing else is allowed.
    expect({ request, ok }).toEqual({ request, ok: false });
  }
}

describe('the workbook is as it was, whichever request fails', () => {
  test.each(KINDS)('of a first import: %s', async (kind) => {
    const desk = newDesk();
    withOwnSheet(desk);
    await everyRequest(desk, desk.host.copyBook(), FIRST, () => kind);
  });

  test.each(ROUNDS)('of a second import over an edited workbook, round %i', async (round) => {
    const desk = newDesk();
    withOwnSheet(desk);
    await new ExcelWorkbook().apply(FIRST);
    desk.user.type('Plan', 'B7', 'Titel van de gebruiker');
    desk.user.paste('Eigen', 'A5', [['=COUNTA(tblPlan[Code])']]);
    desk.user.sort('tblKredieten', 'Code', false);
    await everyRequest(desk, desk.host.copyBook(), SECOND, (request) => kindIn(round, request));
  });

  test.each([0.02, 0.1, 0.3, 0.7, 0.9, 0.99])('when each request dies after %d of its work', async (share) => {
    const desk = newDesk();
    withOwnSheet(desk);
    const start = desk.host.copyBook();
    const requests = await requestsOf(desk, start, FIRST);
    for (let request = 1; request <= requests; request += 1) {
      expect({ request, ...(await attempt(desk, start, FIRST, 'partial', request, share)) }).toMatchObject({
        request,
        differences: [],
      });
    }
  });
});

describe('taking back an import', () => {
  test.each(ROUNDS)('ends well or leaves everything, whichever request fails, round %i', async (round) => {
    const desk = newDesk();
    withOwnSheet(desk);
    await new ExcelWorkbook().apply(FIRST);
    const before = desk.host.snapshot().filter(withoutMemory);
    await new ExcelWorkbook().apply(SECOND);
    const start = desk.host.copyBook();
    const after = desk.host.snapshot().filter(withoutMemory);
    desk.host.forgetRequests();
    expect(await new ExcelWorkbook().revert()).toMatchObject({ ok: true });
    const requests = desk.host.syncs;
    for (let request = 1; request <= requests; request += 1) {
      desk.host.open(cloneBook(start));
      desk.host.forgetRequests();
      const kind = kindIn(round, request);
      desk.host.fail({ kind, request });
      const result = await new ExcelWorkbook({ answerMilliseconds: kind === 'silence' ? PATIENCE : LONG }).revert();
      await eventsDelivered();
      expect({
        request,
        found: differences(result.ok ? before : after, desk.host.snapshot().filter(withoutMemory), 6),
      }).toEqual({ request, found: [] });
    }
  });

  test('that broke off is finished by the next attempt, whatever the cells hold', async () => {
    const desk = newDesk();
    withOwnSheet(desk);
    const before = desk.host.snapshot();
    await new ExcelWorkbook().apply(FIRST);
    for (let request = 6; request < 60; request += 1) desk.host.fail({ kind: 'error', request });
    expect(await new ExcelWorkbook().revert()).toMatchObject({ ok: false });
    desk.host.forgetRequests();
    expect(await new ExcelWorkbook().revert()).toMatchObject({ ok: true });
    expect(differences(before, desk.host.snapshot())).toEqual([]);
  });
});

describe('an import that broke off with the pane', () => {
  test('is taken back by whoever opens the workbook next', async () => {
    const desk = newDesk();
    withOwnSheet(desk);
    const before = desk.host.snapshot();
    const start = desk.host.copyBook();
    const requests = await requestsOf(desk, start, FIRST);
    desk.host.open(cloneBook(start));
    desk.host.forgetRequests();
    // The pane is gone in the middle: nothing after this request reaches Excel.
    for (let request = requests - 2; request < requests + 200; request += 1) desk.host.fail({ kind: 'error', request });
    expect(await new ExcelWorkbook().apply(FIRST)).toMatchObject({
      ok: false,
      failure: { kind: { id: 'excel.not-restored' } },
    });
    expect(differences(before, desk.host.snapshot()).length).toBeGreaterThan(0);
    desk.host.forgetRequests();
    const next = new ExcelWorkbook();
    expect(await next.canRevert()).toBe(true);
    expect(await next.revert()).toMatchObject({ ok: true });
    expect(differences(before, desk.host.snapshot())).toEqual([]);
  });
});
