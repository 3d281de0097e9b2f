import { expect, test } from '@jest/globals';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { cloneBook } from '../../../standin/model/book';
import { READING } from '../../sheets/fixture';
import { CHANGED } from './changed';
import { newDesk, type Desk } from './support';

/** Groups are read by folding lines at each level of the outline. An Excel that is gone in the midst of that must not leave them folded, or in view. */
const FIRST: readonly SheetSpec[] = buildSheets(READING, []);
const SECOND: readonly SheetSpec[] = buildSheets(CHANGED, []);

const shown = (desk: Desk): readonly string[] =>
  desk.host.snapshot().filter((line) => !line.startsWith('_planboek_terug'));
const hiddenLines = (desk: Desk): readonly string[] => shown(desk).filter((line) => line.includes('"hidden":true'));

/** The request that folds, counted as the host counts failures. */
async function foldingRequest(desk: Desk): Promise<number> {
  const answer = desk.host.answer.bind(desk.host);
  let found = 0;
  desk.host.forgetRequests();
  desk.host.answer = (body, flags) => {
    const answered = answer(body, flags);
    if (found === 0 && body.includes('ShowOutlineLevels')) found = desk.host.syncs;
    return answered;
  };
  await new ExcelWorkbook().apply(SECOND);
  desk.host.answer = answer;
  return found;
}

async function goneWhileFolding(desk: Desk, share: number): Promise<void> {
  await new ExcelWorkbook().apply(FIRST);
  const start = desk.host.copyBook();
  const request = await foldingRequest(desk);
  expect(request).toBeGreaterThan(1);
  desk.host.open(cloneBook(start));
  desk.host.forgetRequests();
  desk.host.fail({ kind: 'partial', request, share });
  for (let later = request + 1; later < request + 60; later += 1) desk.host.fail({ kind: 'throw', request: later });
  expect(await new ExcelWorkbook().apply(SECOND)).toMatchObject({ ok: false });
  desk.host.forgetRequests();
}

test.each([0.05, 0.2, 0.4, 0.6, 0.8, 0.95])(
  'after %d of the folding the way back hides what was hidden',
  async (share) => {
    const desk = newDesk();
    await new ExcelWorkbook().apply(FIRST);
    const before = shown(desk);
    expect(hiddenLines(desk).length).toBeGreaterThan(0);
    await goneWhileFolding(desk, share);
    expect(shown(desk)).not.toEqual(before);
    const next = new ExcelWorkbook();
    expect(await next.isUnfinished()).toEqual({ ok: true, value: true });
    expect(await next.revert()).toMatchObject({ ok: true });
    expect(shown(desk)).toEqual(before);
    expect(await next.isUnfinished()).toEqual({ ok: true, value: false });
    // The import before it can still be taken back.
    expect(await next.canRevert()).toBe(true);
  },
);

test('where rows came meanwhile nothing is hidden in their stead', async () => {
  const desk = newDesk();
  await goneWhileFolding(desk, 0.5);
  desk.user.paste('Plan', 'A60', [['een regel eronder']]);
  expect(await new ExcelWorkbook().revert()).toMatchObject({ ok: true });
  expect(hiddenLines(desk).filter((line) => line.startsWith('Plan'))).toEqual([]);
});
