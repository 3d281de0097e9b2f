import { beforeEach, describe, expect, test } from '@jest/globals';
import { documentFromWorkbook } from '../../../src/sheets/readBack/readBack';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { MEMORY_SHEET } from '../../../src/workbook/excel/read/survey';
import { findSheet } from '../../../standin/model/book';
import { differences } from '../../../standin/model/snapshot';
import { startExcel } from '../../../standin/client/client';
import { READING } from '../../sheets/fixture';
import { CHANGED } from './changed';
import { newDesk, withOwnSheet, type Desk } from './support';

const FIRST: readonly SheetSpec[] = buildSheets(READING, []);
const SECOND: readonly SheetSpec[] = buildSheets(CHANGED, []);

let desk: Desk;
let book: ExcelWorkbook;
beforeEach(() => {
  desk = newDesk();
  book = new ExcelWorkbook({ answerMilliseconds: 20_000 });
});

/** An import that may not begin: why, after nothing was written. */
async function refusal(sheets = FIRST): Promise<unknown> {
  const before = desk.host.snapshot();
  desk.host.forgetRequests();
  const result = await book.apply(sheets);
  expect(differences(before, desk.host.snapshot())).toEqual([]);
  expect(desk.host.requests.filter(({ writes, cleanup }) => writes && !cleanup)).toEqual([]);
  return result.ok ? 'imported' : { id: result.failure.kind.id, ...result.failure.figures };
}

const addName = (name: string, address: string): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.names.add(name, context.workbook.worksheets.getItem('Blad1').getRange(address));
    await context.sync();
  });

describe('names of the user that Planboek wants to give', () => {
  test('a name like one of our names is named, with its sheet', async () => {
    const ours = FIRST.flatMap(({ names }) => names).at(-1)?.name ?? '';
    await addName(ours.toUpperCase(), 'A1:A3');
    expect(await refusal()).toEqual({ id: 'excel.table-taken', table: ours.toUpperCase(), sheet: 'Blad1' });
  });

  test('a name like one of our tables too: Excel would refuse the table in the middle of the import', async () => {
    await addName('TBLKREDIETEN', 'B2');
    expect(await refusal()).toEqual({ id: 'excel.table-taken', table: 'TBLKREDIETEN', sheet: 'Blad1' });
  });

  test('a name of their own stays through an import and its revert', async () => {
    await addName('mijnLijst', 'A1:A3');
    const before = desk.host.snapshot();
    await book.apply(FIRST);
    expect(desk.host.book.names.some(({ name }) => name === 'mijnLijst')).toBe(true);
    expect(await book.revert()).toMatchObject({ ok: true });
    expect(differences(before, desk.host.snapshot())).toEqual([]);
  });
});

describe('a workbook that is opened as read-only', () => {
  test('is not written in: what would be, could not be kept', async () => {
    desk.host.book.readOnly = true;
    expect(await refusal()).toEqual({ id: 'excel.read-only' });
  });

  test('is not taken back either, but can be read', async () => {
    desk.calculator.learn(FIRST);
    await book.apply(FIRST);
    desk.host.book.readOnly = true;
    const before = desk.host.snapshot();
    expect(await book.revert()).toMatchObject({ ok: false, failure: { kind: { id: 'excel.read-only' } } });
    expect(differences(before, desk.host.snapshot())).toEqual([]);
    const content = await book.read();
    const read = content.ok ? documentFromWorkbook(content.value) : content;
    expect(read.ok && read.value.document).toEqual(READING.document);
  });
});

describe('sheets the user put out of sight', () => {
  test.each(['Hidden', 'VeryHidden'] as const)(
    '%s: are changed as the others are, and stay out of sight',
    async (visibility) => {
      await book.apply(FIRST);
      const plan = findSheet(desk.host.book, 'Plan');
      if (!plan) throw new Error('no plan');
      plan.visibility = visibility;
      desk.calculator.learn(SECOND);
      expect(await book.apply(SECOND)).toMatchObject({ ok: true, value: { changed: true } });
      expect(findSheet(desk.host.book, 'Plan')?.visibility).toBe(visibility);
      const content = await book.read();
      const read = content.ok ? documentFromWorkbook(content.value) : content;
      expect(read.ok && read.value.document).toEqual(CHANGED.document);
    },
  );
});

describe('an import that is stopped', () => {
  const stoppedAfter = async (
    reports: number,
    sheets: readonly SheetSpec[],
  ): Promise<{ readonly stopped: boolean; readonly found: readonly string[] }> => {
    const before = desk.host.snapshot();
    const stop = new AbortController();
    let heard = 0;
    const result = await book.apply(sheets, {
      signal: stop.signal,
      report: () => {
        if ((heard += 1) === reports) stop.abort();
      },
    });
    if (result.ok) return { stopped: false, found: [] };
    expect(result.failure.kind.id).toBe('excel.cancelled');
    expect(desk.host.context.events.enabled).toBe(true);
    return { stopped: true, found: differences(before, desk.host.snapshot(), 5) };
  };

  test.each([
    ['a first import', [], FIRST],
    ['an import over an edited workbook', FIRST, SECOND],
  ] as const)('at whichever step leaves the workbook as it was: %s', async (_, earlier, sheets) => {
    withOwnSheet(desk);
    if (earlier.length > 0) {
      await book.apply(earlier);
      desk.user.type('Plan', 'B7', 'Titel van de gebruiker');
    }
    let reports = 1;
    for (; reports < 40; reports += 1) {
      const { stopped, found } = await stoppedAfter(reports, sheets);
      expect({ reports, found }).toEqual({ reports, found: [] });
      if (!stopped) break;
    }
    // The last reports come with the commit: then it is too late to stop.
    expect(reports).toBeGreaterThan(2);
    expect(reports).toBeLessThan(40);
  });

  test('before it began writes nothing', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await book.apply(FIRST, { signal: stop.signal })).toMatchObject({
      ok: false,
      failure: { kind: { id: 'excel.cancelled' } },
    });
    expect(findSheet(desk.host.book, MEMORY_SHEET)).toBeUndefined();
  });
});

describe('an Excel that can more than the floor', () => {
  test('gets the same workbook: nothing newer is used unasked', async () => {
    await book.apply(FIRST);
    const atFloor = desk.host.snapshot();
    const newer = startExcel({
      sets: { ExcelApi: '1.20', SharedRuntime: '1.2', DelayForCellEdit: '1.1', RibbonApi: '1.2' },
    });
    expect(await new ExcelWorkbook().apply(FIRST)).toMatchObject({ ok: true });
    expect(differences(atFloor, newer.snapshot())).toEqual([]);
  });
});
