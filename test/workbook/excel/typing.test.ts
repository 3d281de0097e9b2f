import { expect, test } from '@jest/globals';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { User } from '../../../standin/host/user';
import { cellAt, findSheet, type Book } from '../../../standin/model/book';
import { READING } from '../../sheets/fixture';
import { CHANGED } from './changed';
import { newDesk, type Desk } from './support';

const FIRST: readonly SheetSpec[] = buildSheets(READING, []);
const SECOND: readonly SheetSpec[] = buildSheets(CHANGED, []);
const titleIn = (book: Book): unknown => {
  const sheet = findSheet(book, 'Plan');
  return sheet && cellAt(sheet, 6, 1).value;
};

/** Someone types as soon as the way back is being written: the import was planned on what stood there before. */
async function importWhileTyping(
  desk: Desk,
  actor: 'user' | 'coauthor',
): Promise<Awaited<ReturnType<ExcelWorkbook['apply']>>> {
  const someone = new User(desk.host, actor);
  let typed = false;
  const answer = desk.host.answer.bind(desk.host);
  desk.host.answer = (body, flags) => {
    if (!typed && body.includes('applying')) {
      typed = true;
      someone.paste('Plan', 'B7', [['Getypt tijdens de import']]);
    }
    return answer(body, flags);
  };
  const result = await new ExcelWorkbook().apply(SECOND);
  desk.host.answer = answer;
  expect(typed).toBe(true);
  return result;
}

test.each(['user', 'coauthor'] as const)('what a %s types while an import begins stays, and is told', async (actor) => {
  const desk = newDesk();
  await new ExcelWorkbook().apply(FIRST);
  const other = desk.host.snapshot().filter((line) => !line.startsWith('Plan') && !line.startsWith('_planboek_terug'));
  expect(await importWhileTyping(desk, actor)).toMatchObject({
    ok: false,
    failure: { kind: { id: 'excel.edited-meanwhile' }, figures: { place: 'Plan!B7' } },
  });
  expect(titleIn(desk.host.book)).toBe('Getypt tijdens de import');
  expect(
    desk.host.snapshot().filter((line) => !line.startsWith('Plan') && !line.startsWith('_planboek_terug')),
  ).toEqual(other);
  expect(await new ExcelWorkbook().isUnfinished()).toEqual({ ok: true, value: false });
});

test('a user who calculates by hand keeps that, and gets one calculation of what was imported', async () => {
  const desk = newDesk();
  desk.calculator.learn(FIRST);
  desk.host.book.calculationMode = 'Manual';
  let calculations = 0;
  const recalculate = desk.calculator.recalculate.bind(desk.calculator);
  desk.calculator.recalculate = (book) => {
    calculations += 1;
    recalculate(book);
  };
  expect(await new ExcelWorkbook().apply(FIRST)).toMatchObject({ ok: true });
  expect([desk.host.book.calculationMode, calculations]).toEqual(['Manual', 1]);
});
