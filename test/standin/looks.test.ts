import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeTable, onSheet, read, refused, SHEET } from './help';
import type { Host } from '../../standin/host/host';
import { startExcel } from '../../standin/client/client';
import { User } from '../../standin/host/user';

let host: Host;
beforeEach(() => {
  host = startExcel();
});

const load = <T extends { load(what: string): unknown }>(
  take: (sheet: Excel.Worksheet) => T,
  what: string,
): Promise<T> =>
  onSheet(async (sheet, context) => {
    const object = take(sheet);
    object.load(what);
    await context.sync();
    return object;
  });

describe('looks', () => {
  test('number formats are arrays or one text', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').numberFormat = [['0.00', '@']];
      (sheet.getRange('A2:B3') as { numberFormat: unknown }).numberFormat = '0%';
    });
    expect(await read('A1:B3', 'numberFormat')).toEqual([
      ['0.00', '@'],
      ['0%', '0%'],
      ['0%', '0%'],
    ]);
  });

  test('a look that differs reads as null', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').format.font.bold = true;
      sheet.getRange('A1').format.fill.color = '#FF0000';
    });
    const font = await load((sheet) => sheet.getRange('A1:B1').format.font, 'bold,size');
    expect([font.bold, font.size]).toEqual([null, 11]);
    expect((await load((sheet) => sheet.getRange('A1:B1').format.fill, 'color')).color).toBe('');
  });

  test('colours come back in upper case', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').format.fill.color = '#dce9ed';
    });
    expect((await load((sheet) => sheet.getRange('A1').format.fill, 'color')).color).toBe('#DCE9ED');
    expect(
      await refused((sheet) => {
        sheet.getRange('A1').format.fill.color = 'DCE9ED';
      }),
    ).toBe('InvalidArgument');
  });

  test('inside borders stand between the cells', async () => {
    await onSheet((sheet) => {
      const border = sheet.getRange('A1:B2').format.borders.getItem('InsideHorizontal');
      border.style = 'Continuous';
      border.color = '#B8C4CA';
      border.weight = 'Hairline';
    });
    const bottom = await load(
      (sheet) => sheet.getRange('A1:B1').format.borders.getItem('EdgeBottom'),
      'style,color,weight',
    );
    expect([bottom.style, bottom.color, bottom.weight]).toEqual(['Continuous', '#B8C4CA', 'Hairline']);
    expect((await load((sheet) => sheet.getRange('A2:B2').format.borders.getItem('EdgeBottom'), 'style')).style).toBe(
      'None',
    );
  });

  test('cell properties are written and read cell by cell', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').setCellProperties([
        [
          {
            format: {
              font: { bold: true },
              fill: { color: '#FCE9C2' },
              borders: { top: { style: 'Continuous', color: '#000000' } },
            },
          },
          {},
        ],
      ]);
    });
    const properties = await onSheet(async (sheet, context) => {
      const result = sheet
        .getRange('A1:B1')
        .getCellProperties({ format: { font: { bold: true }, fill: { color: true }, borders: { style: true } } });
      await context.sync();
      return result.value;
    });
    expect(properties).toEqual([
      [
        {
          format: {
            font: { bold: true },
            fill: { color: '#FCE9C2' },
            borders: expect.objectContaining({ top: { style: 'Continuous' }, bottom: { style: 'None' } }),
          },
        },
        {
          format: {
            font: { bold: false },
            fill: { color: '' },
            borders: expect.objectContaining({ top: { style: 'None' } }),
          },
        },
      ],
    ]);
  });

  test('widths and heights are in points', async () => {
    const format = await load((sheet) => sheet.getRange('A1').format, 'columnWidth,rowHeight');
    expect([format.columnWidth, format.rowHeight]).toEqual([48, 15]);
    await onSheet((sheet) => {
      sheet.getRange('B:B').format.columnWidth = 96;
      sheet.getRange('1:1').format.rowHeight = 30;
    });
    const place = await load((sheet) => sheet.getRange('C2'), 'left,top');
    expect([place.left, place.top]).toEqual([144, 30]);
  });

  test('clearing takes what it says', async () => {
    await onSheet((sheet) => {
      const cell = sheet.getRange('A1');
      cell.values = [[1]];
      cell.format.fill.color = '#FF0000';
      cell.dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
      cell.conditionalFormats.add('Custom').custom.rule.formula = '=A1>1';
      cell.clear('Contents');
    });
    expect([(await read('A1'))[0]?.[0], host.book.sheets[0]?.conditionalFormats.length]).toEqual(['', 1]);
    await onSheet((sheet) => {
      sheet.getRange('A1').clear('Formats');
    });
    expect([host.book.sheets[0]?.conditionalFormats.length, host.book.sheets[0]?.validations.length]).toEqual([0, 1]);
    await onSheet((sheet) => {
      sheet.getRange('A1').clear();
    });
    expect(host.book.sheets[0]?.validations.length).toBe(0);
  });

  test('merging keeps the first value', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').values = [['a', 'b']];
      sheet.getRange('A1:B1').merge();
    });
    expect(await read('A1:B1')).toEqual([['a', '']]);
    await makeTable('tblPlan', 'D1:F3');
    expect(
      await refused((sheet) => {
        sheet.getRange('D2:E2').merge();
      }),
    ).toBe('InvalidArgument');
  });
});

describe('rules', () => {
  test('a list takes a name and no structured reference', async () => {
    await makeTable();
    await onSheet((sheet, context) => {
      context.workbook.names.add('Statussen', sheet.getRange('A2:A3'));
    });
    const list = (source: string) =>
      refused((sheet) => {
        sheet.getRange('E1:E9').dataValidation.rule = { list: { inCellDropDown: true, source } };
      });
    expect(await list('=tblPlan[Code]')).toBe('InvalidArgument');
    expect(await list('x'.repeat(256))).toBe('InvalidArgument');
    expect(await list('=Statussen')).toBe('');
    const validation = await load((sheet) => sheet.getRange('E1:E9').dataValidation, 'type,rule');
    expect([validation.type, validation.rule]).toEqual([
      'List',
      { list: { inCellDropDown: true, source: '=Statussen' } },
    ]);
  });

  test('texts of a rule have their limits', async () => {
    const alert = (title: string, message: string) =>
      refused((sheet) => {
        sheet.getRange('A1').dataValidation.errorAlert = { title, message, showAlert: true, style: 'Stop' };
      });
    expect(await alert('x'.repeat(33), '')).toBe('InvalidArgument');
    expect(await alert('', 'x'.repeat(226))).toBe('InvalidArgument');
    expect(await alert('x'.repeat(32), 'x'.repeat(225))).toBe('');
  });

  test('a new rule takes the place of the old one in its cells only', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:A3').dataValidation.rule = { list: { inCellDropDown: true, source: 'ja,nee' } };
      sheet.getRange('A2').dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
    });
    const types = await Promise.all(
      ['A1', 'A2', 'A3', 'A1:A3', 'B1'].map(
        async (at) => (await load((sheet) => sheet.getRange(at).dataValidation, 'type')).type,
      ),
    );
    expect(types).toEqual(['List', 'WholeNumber', 'List', 'Inconsistent', 'None']);
  });

  test('the API goes past validation', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'ja,nee' } };
      sheet.getRange('A1').values = [['misschien']];
    });
    expect(await read('A1')).toEqual([['misschien']]);
    expect(new User(host).type(SHEET, 'A1', 'nooit', ['ja', 'nee'])).toBe(false);
  });

  test('the newest conditional format comes first', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:A3').conditionalFormats.add('Custom').custom.rule.formula = '=A1=1';
      const second = sheet.getRanges('A1:A3,C1:C3').conditionalFormats.add('Custom');
      second.custom.rule.formula = '=A1=2';
      second.custom.format.fill.color = '#FAD7D3';
    });
    expect(
      host.book.sheets[0]?.conditionalFormats.map(({ formula, areas, fill }) => [formula, areas.length, fill]),
    ).toEqual([
      ['=A1=2', 2, '#FAD7D3'],
      ['=A1=1', 1, ''],
    ]);
    expect(
      await refused((sheet) => {
        sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = '=tblPlan[Code]=1';
      }),
    ).toBe('InvalidArgument');
  });
});
