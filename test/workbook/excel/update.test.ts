import { beforeEach, describe, expect, test } from '@jest/globals';
import { documentFromWorkbook } from '../../../src/sheets/readBack/readBack';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import type { PlanDocument } from '../../../src/plan/document';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { differences } from '../../../standin/model/snapshot';
import { findSheet, formatAt, type Sheet } from '../../../standin/model/book';
import { findTable } from '../../../standin/model/tables';
import { READING } from '../../sheets/fixture';
import { CHANGED } from './changed';
import { newDesk, withOwnSheet, type Desk } from './support';

const FIRST: readonly SheetSpec[] = buildSheets(READING, []);
const SECOND: readonly SheetSpec[] = buildSheets(CHANGED, []);

let desk: Desk;
let book: ExcelWorkbook;
beforeEach(async () => {
  desk = newDesk();
  book = new ExcelWorkbook();
  desk.calculator.learn(FIRST);
  expect(await book.apply(FIRST)).toMatchObject({ ok: true });
});

const importSecond = async (): Promise<void> => {
  desk.calculator.learn(SECOND);
  const result = await book.apply(SECOND);
  if (!result.ok) throw new Error(`${result.failure.kind.id} ${JSON.stringify(result.failure.figures)}`);
};

async function documentNow(): Promise<PlanDocument> {
  const content = await book.read();
  if (!content.ok) throw new Error(content.failure.kind.id);
  const read = documentFromWorkbook(content.value);
  if (!read.ok) throw new Error(read.failure.kind.id);
  expect(read.value.findings).toEqual([]);
  return read.value.document;
}

const sheetOf = (name: string): Sheet => {
  const sheet = findSheet(desk.host.book, name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** A fresh workbook with the same sheets, for comparing cell by cell. */
async function freshSnapshot(sheets: readonly SheetSpec[]): Promise<string[]> {
  const kept = desk.host.copyBook();
  const other = newDesk();
  await new ExcelWorkbook().apply(sheets);
  const snapshot = other.host.snapshot();
  desk = newDesk();
  desk.host.open(kept);
  return snapshot;
}

/** Lines about contents, looks and rules of our sheets, without ids and without the memory. */
const comparable = (lines: readonly string[]): string[] =>
  lines
    .filter((line) => !line.startsWith('_planboek_terug') && !/^(table|calculation|protection)/.test(line))
    .map((line) => line.replace(/\{[0-9A-F-]{36}\}/g, 'id').replace(/! \d+ id/, '! id'))
    .sort();

describe('a second import', () => {
  test('makes the workbook what a first import of the same would have made', async () => {
    await importSecond();
    const updated = desk.host.snapshot();
    const fresh = await freshSnapshot(SECOND);
    expect(differences(comparable(fresh), comparable(updated), 20)).toEqual([]);
  });

  test('is read back as the document that was imported', async () => {
    await importSecond();
    expect(await documentNow()).toEqual(CHANGED.document);
  });

  test('and back to the first again', async () => {
    await importSecond();
    desk.calculator.learn(FIRST);
    expect(await book.apply(FIRST)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await documentNow()).toEqual(READING.document);
  });

  test('is taken back to the workbook after the first', async () => {
    withOwnSheet(desk);
    const before = desk.host.snapshot().filter((line) => !line.startsWith('_planboek_terug'));
    await importSecond();
    const reverted = await book.revert();
    if (!reverted.ok) throw new Error(JSON.stringify(reverted.failure.figures));
    expect(
      differences(
        before,
        desk.host.snapshot().filter((line) => !line.startsWith('_planboek_terug')),
      ),
    ).toEqual([]);
    expect(await book.canRevert()).toBe(false);
    expect(await book.apply(FIRST)).toMatchObject({ ok: true, value: { changed: false } });
  });

  test('touches nothing where nothing differs', async () => {
    const bron = sheetOf('Kredieten');
    desk.user.fill('Kredieten', 'B5:B6', '#ABCDEF');
    await book.apply(
      buildSheets(
        { ...READING, lines: [...READING.lines, { number: 42, page: null, text: 'erbij', role: 'nodeHeading' }] },
        [],
      ),
    );
    expect(formatAt(bron, 4, 1).fill).toBe('#ABCDEF');
  });
});

describe('what the user made of the workbook', () => {
  test('an edit of one of our cells gives way, and the report counts it', async () => {
    desk.user.type('Plan', 'B7', 'Eigen titel');
    const again = await book.apply(FIRST);
    expect(again).toMatchObject({ ok: true, value: { changed: true, updated: ['Plan'], overwritten: 1 } });
    expect(await documentNow()).toEqual(READING.document);
  });

  test('a column of their own stays with its rows', async () => {
    const table = findTable(desk.host.book, 'tblPlan');
    if (table === undefined) throw new Error('no plan');
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('tblPlan').columns.add(2, undefined, 'Mijn nota');
      await context.sync();
    });
    const plan = sheetOf('Plan');
    const titleRow = plan.cells.findIndex((row) => row?.[1]?.value === '=1+1');
    desk.user.paste('Plan', `C${titleRow + 1}`, [['nota bij AC1']]);
    await importSecond();
    const renamed = plan.cells.findIndex((row) => row?.[1]?.value === 'Eerste actie, hernoemd');
    expect(plan.cells[renamed]?.[2]?.value).toBe('nota bij AC1');
    expect(await documentNow()).toEqual(CHANGED.document);
  });

  test('columns they moved stay where they put them', async () => {
    desk.user.moveColumn('tblKredieten', 0, 3);
    await importSecond();
    expect(findTable(desk.host.book, 'tblKredieten')?.columns[3]?.name).toBe('Jaar');
    expect(await documentNow()).toEqual(CHANGED.document);
  });

  test('rows they sorted, added and deleted are put right', async () => {
    desk.user.sort('tblPlan', 'Titel', false);
    desk.user.deleteRow('tblKredieten', 1);
    desk.user.insertRows('Bron', 10, 3);
    await importSecond();
    expect(await documentNow()).toEqual(CHANGED.document);
  });

  test('formulas on their own sheet keep pointing at what they pointed at', async () => {
    withOwnSheet(desk);
    desk.user.paste('Eigen', 'D1', [['=SUM(tblKredieten[Jaar])'], ['=Plan!B6'], ['=COUNTA(Bron!D5:D9)']]);
    await importSecond();
    const own = sheetOf('Eigen');
    expect([0, 1, 2].map((row) => own.cells[row]?.[3]?.formula)).toEqual([
      '=SUM(tblKredieten[Jaar])',
      '=Plan!B6',
      '=COUNTA(Bron!D5:D9)',
    ]);
  });

  test('a conditional format and a wider column of theirs stay', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Plan');
      sheet.getRange('A1:A9').conditionalFormats.add('Custom').custom.rule.formula = '=$A1="eigen"';
      sheet.getRange('B:B').format.columnWidth = 400;
      await context.sync();
    });
    await importSecond();
    expect(sheetOf('Plan').conditionalFormats.some(({ formula }) => formula.includes('eigen'))).toBe(true);
    expect(sheetOf('Plan').columns.get(1)?.width).toBe(400);
  });

  test('rows put above a table are theirs: the import says so and leaves them', async () => {
    desk.user.insertRows('Plan', 0, 2);
    const before = desk.host.snapshot();
    const result = await book.apply(SECOND);
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: { id: 'excel.restructured' }, figures: { sheet: 'Plan', table: 'tblPlan' } },
    });
    expect(differences(before, desk.host.snapshot())).toEqual([]);
  });

  test('a sheet of ours they deleted comes back', async () => {
    desk.user.deleteSheet('Bron');
    await importSecond();
    expect(await documentNow()).toEqual(CHANGED.document);
  });

  test('a sheet the new document has no use for is put out of sight and comes back with the revert', async () => {
    const without = buildSheets({ ...CHANGED, document: { ...CHANGED.document, statements: [] } }, []);
    const seen = (): string[] =>
      desk.host
        .snapshot()
        .filter((line) => !line.includes('_planboek_terug'))
        // A table that is made again has another number.
        .map((line) => line.replace(/"id":"\d+",/, ''));
    const before = seen();
    expect(await book.apply(without)).toMatchObject({ ok: true, value: { hidden: ['J2'] } });
    expect(sheetOf('J2').visibility).toBe('Hidden');
    expect(await book.revert()).toMatchObject({ ok: true });
    expect(differences(before, seen(), 8)).toEqual([]);
  });
});
