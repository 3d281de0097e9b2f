import { describe, expect, test } from '@jest/globals';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import type { FailureKind } from '../../../standin/host/host';
import { cloneBook, type Book } from '../../../standin/model/book';
import { differences } from '../../../standin/model/snapshot';
import { eventsDelivered } from '../../../standin/client/client';
import { READING } from '../../sheets/fixture';
import { CHANGED } from './changed';
import { newDesk, withOwnSheet, type Desk } from './support';

/** A power cut, a closed pane, an Excel that is gone: from one request on, nothing reaches the workbook. Whoever opens it next finds it half written. */
const FIRST: readonly SheetSpec[] = buildSheets(READING, []);
const SECOND: readonly SheetSpec[] = buildSheets(CHANGED, []);

/** More than any import and its undoing take. */
const MANY = 120;
const withoutMemory = (lines: readonly string[]): string[] =>
  lines.filter((line) => !line.startsWith('_planboek_terug'));

async function requestsOf(desk: Desk, start: Book, sheets: readonly SheetSpec[]): Promise<number> {
  desk.host.open(cloneBook(start));
  desk.host.forgetRequests();
  expect(await new ExcelWorkbook().apply(sheets)).toMatchObject({ ok: true });
  return desk.host.syncs;
}

/** Breaks off at a request: the first failure may have been done all the same, what follows is gone. */
async function breakOff(
  desk: Desk,
  start: Book,
  sheets: readonly SheetSpec[],
  kind: FailureKind,
  request: number,
): Promise<void> {
  desk.host.open(cloneBook(start));
  desk.host.forgetRequests();
  desk.host.fail({ kind, request });
  for (let later = request + 1; later < request + MANY; later += 1) desk.host.fail({ kind: 'throw', request: later });
  await new ExcelWorkbook({ answerMilliseconds: kind === 'silence' ? 40 : 20_000 }).apply(sheets);
  await eventsDelivered();
  desk.host.forgetRequests();
}

async function everyRequest(desk: Desk, start: Book, sheets: readonly SheetSpec[], kind: FailureKind): Promise<void> {
  desk.host.open(cloneBook(start));
  const before = withoutMemory(desk.host.snapshot());
  const requests = await requestsOf(desk, start, sheets);
  const after = withoutMemory(desk.host.snapshot());
  let unfinished = 0;
  for (let request = 1; request <= requests; request += 1) {
    await breakOff(desk, start, sheets, kind, request);
    const half = withoutMemory(desk.host.snapshot());
    const book = new ExcelWorkbook();
    const found = await book.isUnfinished();
    if (!found.ok) throw new Error(found.failure.kind.id);
    if (found.value) {
      unfinished += 1;
      // Nothing is written over it: its before-image is the only way back.
      expect(await book.apply(sheets)).toMatchObject({ ok: false, failure: { kind: { id: 'excel.unfinished' } } });
      expect(await book.revert()).toMatchObject({ ok: true });
      expect({ request, found: differences(before, withoutMemory(desk.host.snapshot()), 5) }).toEqual({
        request,
        found: [],
      });
      expect(await book.isUnfinished()).toEqual({ ok: true, value: false });
    } else {
      // Not begun, or done to the end.
      const isWhole = (whole: typeof before): boolean => differences(whole, half, 1).length === 0;
      expect({ request, whole: [before, after].some(isWhole) }).toEqual({ request, whole: true });
    }
  }
  expect(unfinished).toBeGreaterThan(requests / 4);
}

describe('an import that broke off is seen, and taken back before anything else', () => {
  test.each<FailureKind>(['throw', 'lost', 'partial', 'silence'])('a first import: %s', async (kind) => {
    const desk = newDesk();
    withOwnSheet(desk);
    await everyRequest(desk, desk.host.copyBook(), FIRST, kind);
  });

  test.each<FailureKind>(['throw', 'lost', 'partial', 'silence'])(
    'a second import over an edited workbook: %s',
    async (kind) => {
      const desk = newDesk();
      withOwnSheet(desk);
      await new ExcelWorkbook().apply(FIRST);
      desk.user.type('Plan', 'B7', 'Titel van de gebruiker');
      desk.user.paste('Eigen', 'A5', [['=COUNTA(tblPlan[Code])']]);
      await everyRequest(desk, desk.host.copyBook(), SECOND, kind);
    },
  );
});

test('a commit that is taken back is seen as an import that broke off', async () => {
  const desk = newDesk();
  await new ExcelWorkbook().apply(FIRST);
  const before = withoutMemory(desk.host.snapshot());
  await new ExcelWorkbook().apply(SECOND);
  // Ctrl+Z over the last call of the import: the state goes back.
  const memory = desk.host.book.sheets.find(({ name }) => name === '_planboek_terug');
  const status = memory?.cells[0]?.[2];
  if (!memory || !status) throw new Error('no memory');
  memory.cells[0]?.splice(2, 1, { ...status, value: 'applying' });
  expect(await new ExcelWorkbook().isUnfinished()).toEqual({ ok: true, value: true });
  expect(await new ExcelWorkbook().revert()).toMatchObject({ ok: true });
  expect(withoutMemory(desk.host.snapshot())).toEqual(before);
});
