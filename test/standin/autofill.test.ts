import { beforeEach, expect, test } from '@jest/globals';
import type { Host } from '../../standin/host/host';
import { startExcel } from '../../standin/client/client';
import { User } from '../../standin/host/user';

/** Fill formulas in tables to create calculated columns, as Excel does it by default. */
let host: Host;
beforeEach(async () => {
  host = startExcel();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1');
    sheet.getRange('A1:B1').values = [['Code', 'Bron']];
    sheet.getRange('A2:A4').values = [['a'], ['b'], ['c']];
    sheet.tables.add('A1:B4', true).name = 'tblPlan';
    await context.sync();
  });
});

const write = (address: string, formulas: unknown[][], property: 'formulas' | 'values' = 'formulas'): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Blad1').getRange(address)[property] = formulas;
    await context.sync();
  });

const column = (): Promise<unknown[]> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Blad1').getRange('B2:B4');
    range.load('formulas');
    await context.sync();
    return range.formulas.map((row: unknown[]) => row[0]);
  });

test('formulas written to a blank column of a table become one calculated column', async () => {
  await write('B2:B4', [['=1+1'], ['=2+2'], ['=A4&"x"']]);
  expect(await column()).toEqual(['=A2&"x"', '=A3&"x"', '=A4&"x"']);
});

test('one formula in a blank column fills the rows that were given nothing, and one over a lone constant too', async () => {
  await write('B2:B4', [[''], ['=ROW()'], ['']]);
  expect(await column()).toEqual(['=ROW()', '=ROW()', '=ROW()']);
  await write('B2:B4', [[''], [5], ['']]);
  await write('B3', [['=1']]);
  expect(await column()).toEqual(['=1', '=1', '=1']);
});

test('formulas over constants, or in a column that holds something, stay what they are', async () => {
  await write('B2:B4', [[0], [0], [0]]);
  await write('B2:B4', [['=1+1'], ['=2+2'], ['=3+3']]);
  expect(await column()).toEqual(['=1+1', '=2+2', '=3+3']);
  await write('B2:B4', [['tekst'], [''], ['']]);
  await write('B3:B4', [['=2'], ['=3']]);
  expect(await column()).toEqual(['tekst', '=2', '=3']);
});

test('formulas written before the table is there stay what they are, and so do they with the option off', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1');
    sheet.getRange('D1:D3').formulas = [['Kop'], ['=1'], ['=2']];
    sheet.tables.add('D1:D3', true);
    const range = sheet.getRange('D2:D3');
    range.load('formulas');
    await context.sync();
    expect(range.formulas).toEqual([['=1'], ['=2']]);
  });
  host.book.fillsFormulas = false;
  await write('B2:B4', [['=1+1'], ['=2+2'], ['=3+3']]);
  expect(await column()).toEqual(['=1+1', '=2+2', '=3+3']);
});

test('a user who types a formula in a blank column fills it too', async () => {
  new User(host).type('Blad1', 'B3', '=LEN(A3)');
  expect(await column()).toEqual(['=LEN(A2)', '=LEN(A3)', '=LEN(A4)']);
});

test('rows added with formulas to a table that was emptied take the last of them', async () => {
  await write('A2:A4', [[''], [''], ['']]);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('tblPlan').rows.add(undefined, [
      ['d', '=1+1'],
      ['e', '=2+2'],
    ]);
    const range = context.workbook.worksheets.getItem('Blad1').getRange('B2:B6');
    range.load('formulas');
    await context.sync();
    expect(range.formulas.map((row: unknown[]) => row[0])).toEqual(new Array(5).fill('=2+2'));
  });
});
