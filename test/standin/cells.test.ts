import { beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf, makeTable, onSheet, read, refused, SHEET } from './help';
import type { Host } from '../../standin/host/host';
import { cellAt } from '../../standin/model/book';
import { startExcel } from '../../standin/client/client';

let host: Host;
beforeEach(() => {
  host = startExcel();
});

describe('cells', () => {
  test('null leaves a cell and an empty text clears it', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').values = [[1, 2]];
    });
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').values = [[null, '']];
    });
    expect(await read('A1:B1')).toEqual([[1, '']]);
    expect(await read('A1:B1', 'valueTypes')).toEqual([['Double', 'Empty']]);
  });

  test('a text cell keeps a formula, a code and a fraction as text', async () => {
    await onSheet((sheet) => {
      const range = sheet.getRange('A1:A3');
      range.numberFormat = [['@'], ['@'], ['@']];
      range.values = [['=1+1'], ['007'], ['1/2']];
    });
    expect(await read('A1:A3')).toEqual([['=1+1'], ['007'], ['1/2']]);
    expect(cellAt(host.book.sheets[0]!, 0, 0).formula).toBeNull();
  });

  test('a number in a text cell becomes text', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').numberFormat = [['@']];
      sheet.getRange('A1').values = [[5]];
    });
    expect(await read('A1', 'valueTypes')).toEqual([['String']]);
  });

  test('a text that reads as something else becomes that', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:F1').values = [['12', '12%', '1/31/2024', 'true', '#N/A', '1.2.3']];
    });
    expect(await read('A1:F1')).toEqual([[12, 0.12, 45322, true, '#N/A', '1.2.3']]);
    expect(await read('A1:F1', 'valueTypes')).toEqual([['Double', 'Double', 'Double', 'Boolean', 'Error', 'String']]);
    expect(await read('B1:C1', 'numberFormat')).toEqual([['0%', 'm/d/yyyy']]);
  });

  test('an apostrophe makes the rest text', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').values = [["'12"]];
    });
    expect(await read('A1')).toEqual([['12']]);
  });

  test('an array of another size is refused and one value fills', async () => {
    await expect(
      onSheet((sheet) => {
        sheet.getRange('A1:B2').values = [[1, 2]];
      }),
    ).rejects.toMatchObject({
      code: 'InvalidArgument',
      message: expect.stringContaining("doesn't match the size or dimensions of the range"),
    });
    await onSheet((sheet) => {
      (sheet.getRange('A1:B2') as { values: unknown }).values = 7;
    });
    expect(await read('A1:B2')).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  test('a text of more than 32767 characters is refused', async () => {
    expect(
      await refused((sheet) => {
        sheet.getRange('A1').values = [['x'.repeat(32_768)]];
      }),
    ).toBe('InvalidArgument');
    expect(
      await refused((sheet) => {
        sheet.getRange('A1').values = [['x'.repeat(32_767)]];
      }),
    ).toBe('');
  });

  test('values of a whole column are null', async () => {
    expect(await read('A:A')).toBeNull();
  });

  test('a large array goes in pieces of one request', async () => {
    host.forgetRequests();
    await onSheet((sheet) => {
      sheet.getRange('A1:J1000').values = Array.from({ length: 1000 }, (_, row) => new Array<number>(10).fill(row));
    });
    const [request] = host.requests.filter((one) => one.writes);
    expect(request?.actions).toBeGreaterThan(7);
    expect(host.syncs).toBe(1);
    expect(await read('J1000')).toEqual([[999]]);
    expect(
      await refused((sheet) => {
        sheet.getRange('A1:J999').values = Array.from({ length: 1000 }, () => new Array<number>(10).fill(1));
      }),
    ).toBe('InvalidArgument');
  });
});

describe('formulas', () => {
  test('a text with an equals sign is a formula', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:A2').values = [['=1+1'], ['=A1']];
    });
    expect(await read('A1:A2', 'formulas')).toEqual([['=1+1'], ['=A1']]);
  });

  test('structured references are shown in their short form within the table', async () => {
    await makeTable();
    await onSheet((sheet, context) => {
      context.workbook.tables.getItem('tblPlan').columns.getItem('Bedrag').getDataBodyRange().formulas = [
        ['=tblPlan[[#This Row],[Titel]]'],
        ['=SUM(tblPlan[Bedrag])'],
      ];
      sheet.getRange('E2').formulas = [['=SUM(tblPlan[Bedrag])']];
    });
    expect(await read('C2:C3', 'formulas')).toEqual([['=[@Titel]'], ['=SUM([Bedrag])']]);
    expect(await read('E2', 'formulas')).toEqual([['=SUM(tblPlan[Bedrag])']]);
    await onSheet((_sheet, context) => {
      context.workbook.tables.getItem('tblPlan').columns.getItem('Titel').name = 'Korte titel';
    });
    expect(await read('C2', 'formulas')).toEqual([['=[@[Korte titel]]']]);
  });

  test('a formula that names what is not there is refused', async () => {
    await makeTable();
    for (const formula of ['=SUM(tblNiet[X])', '=SUM(tblPlan[Niet])', '=Niet!A1', '=[@Titel]']) {
      expect(
        await refused((sheet) => {
          sheet.getRange('F1').formulas = [[formula]];
        }),
      ).toBe('InvalidArgument');
    }
    expect(
      await refused((sheet) => {
        sheet.getRange('F1').formulas = [['=NietBekend']];
      }),
    ).toBe('');
  });

  test('a formula that is not closed or too long is refused', async () => {
    expect(
      await refused((sheet) => {
        sheet.getRange('A1').formulas = [['=SUM(1']];
      }),
    ).toBe('InvalidArgument');
    expect(
      await refused((sheet) => {
        sheet.getRange('A1').formulas = [['="a']];
      }),
    ).toBe('InvalidArgument');
    expect(
      await refused((sheet) => {
        sheet.getRange('A1').formulas = [[`=${'1+'.repeat(4100)}1`]];
      }),
    ).toBe('InvalidArgument');
  });

  test('formulas follow insertions, renames and deletions', async () => {
    await makeTable();
    await onSheet((sheet, context) => {
      context.workbook.worksheets.add('Ander');
      sheet.getRange('E1:E4').formulas = [['=SUM(A2:$A$3)'], ['=Ander!B2'], ['=SUM(tblPlan[Bedrag])'], ['="A2"&A9']];
      sheet.getRange('2:2').insert('Down');
      context.workbook.tables.getItem('tblPlan').name = 'tblActies';
      context.workbook.worksheets.getItem('Ander').name = 'Mijn blad';
    });
    expect(await read('E1:E5', 'formulas')).toEqual([
      ['=SUM(A3:$A$4)'],
      [''],
      ["='Mijn blad'!B2"],
      ['=SUM(tblActies[Bedrag])'],
      ['="A2"&A10'],
    ]);
    await onSheet((sheet, context) => {
      sheet.getRange('A10').getEntireRow().delete('Up');
      context.workbook.worksheets.getItem('Mijn blad').delete();
    });
    expect(await read('E3:E5', 'formulas')).toEqual([['=#REF!'], ['=SUM(tblActies[Bedrag])'], ['="A2"&#REF!']]);
  });
});

describe('names and sheets', () => {
  test('sheet names follow the rules', async () => {
    for (const name of ['a/b', 'x'.repeat(32), "'x", 'History', '[x]'])
      expect(
        await refused((_sheet, context) => {
          context.workbook.worksheets.add(name);
        }),
      ).toBe('InvalidArgument');
    expect(
      await refused((_sheet, context) => {
        context.workbook.worksheets.add('BLAD1');
      }),
    ).toBe('ItemAlreadyExists');
    expect(
      await refused((sheet) => {
        sheet.name = 'blad1';
      }),
    ).toBe('');
  });

  test('what is not there is not found', async () => {
    expect(
      await failureOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem('Niet').getRange('A1').load('values');
          await context.sync();
        }),
      ),
    ).toBe('ItemNotFound');
    const isNull = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Niet');
      const table = context.workbook.tables.getItemOrNullObject('tblNiet');
      const name = context.workbook.names.getItemOrNullObject('Niet');
      await context.sync();
      return [sheet.isNullObject, table.isNullObject, name.isNullObject];
    });
    expect(isNull).toEqual([true, true, true]);
  });

  test('writing to a null object fails', async () => {
    expect(
      await failureOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItemOrNullObject('Niet').getRange('A1').values = [[1]];
          await context.sync();
        }),
      ),
    ).toBe('ItemNotFound');
  });

  test('the last visible sheet stays', async () => {
    expect(
      await refused((sheet) => {
        sheet.delete();
      }),
    ).toBe('InvalidOperation');
    expect(
      await refused((sheet) => {
        sheet.visibility = 'Hidden';
      }),
    ).toBe('InvalidOperation');
    expect(
      await refused((_sheet, context) => {
        const hidden = context.workbook.worksheets.add('Weg');
        hidden.visibility = 'VeryHidden';
        hidden.delete();
      }),
    ).toBe('InvalidOperation');
    await onSheet((_sheet, context) => {
      const hidden = context.workbook.worksheets.getItem('Weg');
      hidden.visibility = 'Hidden';
      hidden.delete();
    });
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual([SHEET]);
  });

  test('a defined name follows its cells', async () => {
    const formulas = await onSheet(async (sheet, context) => {
      const name = context.workbook.names.add('Lijst', sheet.getRange('A1:A3'));
      name.load('formula');
      await context.sync();
      const before = name.formula;
      sheet.getRange('1:1').insert('Down');
      name.load('formula');
      await context.sync();
      return [before, name.formula];
    });
    expect(formulas).toEqual(['=Blad1!$A$1:$A$3', '=Blad1!$A$2:$A$4']);
  });
});
