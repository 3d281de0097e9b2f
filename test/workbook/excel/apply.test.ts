import { beforeEach, describe, expect, test } from '@jest/globals';
import { runChecks } from '../../../src/check/run/run';
import { documentFromWorkbook } from '../../../src/sheets/readBack/readBack';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { MEMORY_SHEET } from '../../../src/workbook/excel/read/survey';
import { differences } from '../../../standin/model/snapshot';
import { findSheet } from '../../../standin/model/book';
import { eventsDelivered } from '../../../standin/client/client';
import { READING } from '../../sheets/fixture';
import { newDesk, withOwnSheet, type Desk } from './support';

const SHEETS: readonly SheetSpec[] = buildSheets(READING, runChecks(READING.document));

let desk: Desk;
let book: ExcelWorkbook;
beforeEach(() => {
  desk = newDesk();
  book = new ExcelWorkbook({ answerMilliseconds: 2_000, cellEditMilliseconds: 1_500 });
});

const kindOf = (result: { ok: boolean; failure?: { kind: { id: string } } }): string =>
  result.ok ? '' : (result.failure?.kind.id ?? '?');

describe('a first import', () => {
  test('makes every sheet, in order, and shows those that are to be seen', async () => {
    expect(await book.apply(SHEETS)).toMatchObject({
      ok: true,
      value: { changed: true, created: SHEETS.map(({ name }) => name) },
    });
    const visible = desk.host.book.sheets.filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name);
    expect(visible).toEqual([
      'Blad1',
      ...SHEETS.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name),
    ]);
    expect(findSheet(desk.host.book, MEMORY_SHEET)?.visibility).toBe('VeryHidden');
  });

  test('is read back as the document that was imported', async () => {
    desk.calculator.learn(SHEETS);
    await book.apply(SHEETS);
    const content = await book.read();
    if (!content.ok) throw new Error(content.failure.kind.id);
    const read = documentFromWorkbook(content.value);
    expect(read).toMatchObject({ ok: true, value: { findings: [] } });
    expect(read.ok && read.value.document).toEqual(READING.document);
  });

  test('keeps a text that looks like a formula, and one with an apostrophe, as they are', async () => {
    const reading = {
      ...READING,
      document: {
        ...READING.document,
        nodes: READING.document.nodes.map((node) => (node.id === 'AC2' ? { ...node, title: "'t Steen" } : node)),
      },
    };
    await book.apply(buildSheets(reading, []));
    const plan = findSheet(desk.host.book, 'Plan');
    const texts = plan?.cells.flat().filter((cell) => cell?.value === '=1+1' || cell?.value === "'t Steen");
    expect(texts?.map((cell) => [cell?.value, cell?.formula])).toEqual(
      expect.arrayContaining([
        ['=1+1', null],
        ["'t Steen", null],
      ]),
    );
  });

  test('leaves the sheets of the user alone', async () => {
    withOwnSheet(desk);
    const own = desk.host.snapshot().filter((line) => line.startsWith('Eigen!'));
    await book.apply(SHEETS);
    expect(desk.host.snapshot().filter((line) => line.startsWith('Eigen!'))).toEqual(own);
  });

  test('tells nobody of its own writing and listens again afterwards', async () => {
    const seen: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address }) => {
        seen.push(address);
      });
      await context.sync();
    });
    await book.apply(SHEETS);
    await eventsDelivered();
    expect(seen).toEqual([]);
    desk.user.type('Blad1', 'A1', 'x');
    await eventsDelivered();
    expect(seen).toEqual(['A1']);
  });

  test('tells how far it is', async () => {
    const told: (readonly [number, number])[] = [];
    await book.apply(SHEETS, { report: (done, total) => told.push([done, total]) });
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
    expect(told.map(([done]) => done)).toEqual([...told.map(([done]) => done)].sort((left, right) => left - right));
  });
});

describe('importing the same again', () => {
  test('changes nothing and writes nothing', async () => {
    await book.apply(SHEETS);
    const before = desk.host.snapshot();
    desk.host.forgetRequests();
    expect(await book.apply(SHEETS)).toEqual({
      ok: true,
      value: { changed: false, created: [], updated: [], hidden: [], overwritten: 0 },
    });
    expect(desk.host.requests.filter(({ writes, cleanup }) => writes && !cleanup)).toEqual([]);
    expect(desk.host.snapshot()).toEqual(before);
  });

  test('does so from another pane, which remembers nothing by itself', async () => {
    await book.apply(SHEETS);
    desk.host.forgetRequests();
    expect(await new ExcelWorkbook().apply(SHEETS)).toMatchObject({ ok: true, value: { changed: false } });
    expect(desk.host.requests.some(({ writes, cleanup }) => writes && !cleanup)).toBe(false);
  });
});

describe('what stands in the way is said before anything is written', () => {
  const refused = async (): Promise<string> => {
    const before = desk.host.snapshot();
    const result = await book.apply(SHEETS);
    expect(differences(before, desk.host.snapshot())).toEqual([]);
    return kindOf(result);
  };

  test('a sheet of the user with our name', async () => {
    desk.user.addSheet('plan');
    expect(await refused()).toBe('excel.name-taken');
  });

  test('a table of the user with our name', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Blad1');
      sheet.getRange('A1:B1').values = [['a', 'b']];
      sheet.tables.add('A1:B2', true).name = 'tblPlan';
      await context.sync();
    });
    expect(await refused()).toBe('excel.table-taken');
  });

  test('a protected structure, and a protected sheet of ours', async () => {
    desk.host.book.protection = { on: true, password: '', options: {} };
    expect(await refused()).toBe('excel.protected-book');
    desk.host.book.protection = { on: false, password: '', options: {} };
    await book.apply(SHEETS);
    desk.user.protect('Plan');
    expect(await refused()).toBe('excel.protected');
  });

  test('an Excel that is too old', async () => {
    desk = newDesk();
    Object.assign(desk.host.context, { sets: { ExcelApi: '1.10' } });
    const { startExcel } = await import('../../../standin/client/client');
    const host = startExcel({ sets: { ExcelApi: '1.10' } });
    expect(kindOf(await book.apply(SHEETS))).toBe('excel.not-supported');
    expect(host.requests).toEqual([]);
  });
});

describe('an import that is stopped', () => {
  test.each([1, 2])('after %d reports leaves the workbook as it was', async (reports) => {
    withOwnSheet(desk);
    const before = desk.host.snapshot();
    const stop = new AbortController();
    let heard = 0;
    const result = await book.apply(SHEETS, {
      signal: stop.signal,
      report: () => {
        if ((heard += 1) === reports) stop.abort();
      },
    });
    expect(kindOf(result)).toBe('excel.cancelled');
    expect(differences(before, desk.host.snapshot())).toEqual([]);
    expect(desk.host.context.events.enabled).toBe(true);
  });
});

describe('a user who is typing in a cell', () => {
  test('is waited for', async () => {
    desk.host.beginCellEdit();
    const applying = book.apply(SHEETS);
    setTimeout(() => {
      desk.host.endCellEdit();
    }, 50);
    expect(await applying).toMatchObject({ ok: true });
  });

  test('is waited for when Excel refuses meanwhile, and not for ever', async () => {
    desk.host.fail({ kind: 'busy', request: 1 }, { kind: 'busy', request: 3 });
    expect(await book.apply(SHEETS)).toMatchObject({ ok: true });
    for (let request = 1; request < 40; request += 1) desk.host.fail({ kind: 'busy', request });
    expect(kindOf(await new ExcelWorkbook({ cellEditMilliseconds: 400 }).read())).toBe('excel.cell-edit');
  });
});

describe('the last import is taken back', () => {
  test('to the workbook as it was', async () => {
    withOwnSheet(desk);
    const before = desk.host.snapshot();
    await book.apply(SHEETS);
    expect(await book.canRevert()).toBe(true);
    expect(await book.revert()).toEqual({ ok: true, value: undefined });
    expect(differences(before, desk.host.snapshot())).toEqual([]);
    expect(await book.canRevert()).toBe(false);
    expect(kindOf(await book.revert())).toBe('excel.nothing-to-revert');
  });

  test('not when someone wrote in it since, and the sheet is named', async () => {
    await book.apply(SHEETS);
    desk.user.type('Plan', 'B7', 'Andere titel');
    const before = desk.host.snapshot();
    const result = await book.revert();
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: { id: 'excel.edited-since' }, figures: { places: 'Plan' } },
    });
    expect(differences(before, desk.host.snapshot())).toEqual([]);
  });

  test('not when a sheet of the user leans on it', async () => {
    desk.user.addSheet('Eigen');
    await book.apply(SHEETS);
    desk.user.paste('Eigen', 'A1', [['=SUM(tblKredieten[Jaar])']]);
    expect(await book.revert()).toMatchObject({ ok: false, failure: { figures: { places: 'Eigen' } } });
    desk.user.paste('Eigen', 'A1', [['klaar']]);
    expect(await book.revert()).toMatchObject({ ok: true });
  });
});
