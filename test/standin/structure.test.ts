import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeTable, onSheet, read, refused, SHEET } from './help';
import type { Host } from '../../standin/host/host';
import { startExcel } from '../../standin/client/client';
import { User } from '../../standin/host/user';

let host: Host;
beforeEach(() => {
  host = startExcel();
});

describe('structure', () => {
  test('a table is not cut in two', async () => {
    await makeTable();
    expect(
      await refused((sheet) => {
        sheet.getRange('A2').insert('Down');
      }),
    ).toBe('InsertDeleteConflict');
    expect(
      await refused((sheet) => {
        sheet.getRange('A2').delete('Up');
      }),
    ).toBe('InsertDeleteConflict');
    expect(
      await refused((sheet) => {
        sheet.getRange('A2:C2').insert('Down');
      }),
    ).toBe('');
    expect(host.book.tables[0]?.area).toEqual({ row: 0, column: 0, rows: 4, columns: 3 });
  });

  test('a sheet column within a table becomes a table column', async () => {
    await makeTable();
    await onSheet((sheet) => {
      sheet.getRange('B:B').insert('Right');
    });
    expect(await read('A1:D1')).toEqual([['Code', 'Column1', 'Titel', 'Bedrag']]);
    await onSheet((sheet) => {
      sheet.getRange('B:C').delete('Left');
    });
    expect(await read('A1:B1')).toEqual([['Code', 'Bedrag']]);
    expect(host.book.tables[0]?.columns.map(({ name }) => name)).toEqual(['Code', 'Bedrag']);
  });

  test('everything moves with inserted rows', async () => {
    await onSheet((sheet, context) => {
      sheet.getRange('A2').dataValidation.rule = { list: { inCellDropDown: true, source: 'ja' } };
      sheet.getRange('A2').conditionalFormats.add('Custom').custom.rule.formula = '=A2=1';
      sheet.getRange('B2:C2').merge();
      context.workbook.names.add('Hier', sheet.getRange('A2'));
      sheet.pageLayout.setPrintArea('A2:C9');
      sheet.horizontalPageBreaks.add('A5:A5');
      sheet.getRange('A1:B4').values = [
        ['x', 'y'],
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ];
      sheet.charts.add('ColumnClustered', sheet.getRange('A1:B4')).setPosition('D2', 'F9');
    });
    new User(host).insertRows(SHEET, 1, 2);
    const [sheet] = host.book.sheets;
    expect([
      sheet?.validations[0]?.areas[0]?.row,
      sheet?.conditionalFormats[0]?.formula,
      sheet?.merges[0]?.row,
      host.book.names[0]?.target,
      sheet?.pageLayout.printAreas[0]?.row,
      sheet?.rowBreaks[0]?.at,
      sheet?.charts[0]?.anchor?.row,
      sheet?.charts[0]?.series[0]?.values?.area.row,
    ]).toEqual([3, '=A4=1', 3, { sheet: sheet?.id, area: { row: 3, column: 0, rows: 1, columns: 1 } }, 3, 6, 3, 3]);
  });

  test('groups nest to eight levels', async () => {
    await onSheet((sheet) => {
      for (let depth = 0; depth < 7; depth += 1) sheet.getRange('2:4').group('ByRows');
    });
    expect(
      await refused((sheet) => {
        sheet.getRange('2:4').group('ByRows');
      }),
    ).toBe('InvalidOperation');
    await onSheet((sheet) => {
      sheet.getRange('B:C').group('ByColumns');
      sheet.getRange('B:C').hideGroupDetails('ByColumns');
      sheet.showOutlineLevels(1, 0);
    });
    const [sheet] = host.book.sheets;
    expect([
      sheet?.rows.get(1)?.outline,
      sheet?.rows.get(1)?.hidden,
      sheet?.columns.get(1)?.outline,
      sheet?.columns.get(1)?.hidden,
    ]).toEqual([7, true, 1, true]);
  });

  test('a range moves with insertions', async () => {
    const address = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A5');
      range.load('address');
      await context.sync();
      sheet.getRange('1:1').insert('Down');
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe('Blad1!A6');
  });

  test('a frozen pane is everything above and left of a cell', async () => {
    await onSheet((sheet) => {
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
    });
    expect(host.book.sheets[0]?.freeze).toEqual({ row: 0, column: 0, rows: 3, columns: 2 });
    await onSheet((sheet) => {
      sheet.freezePanes.unfreeze();
    });
    expect(host.book.sheets[0]?.freeze).toBeNull();
  });
});

describe('printing', () => {
  test('zoom is a scale or a number of pages', async () => {
    await onSheet((sheet) => {
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    });
    expect(host.book.sheets[0]?.pageLayout.properties.Zoom).toEqual({ horizontalFitToPages: 1 });
    expect(
      await refused((sheet) => {
        sheet.pageLayout.zoom = { scale: 5 };
      }),
    ).toBe('InvalidArgument');
    await onSheet((sheet) => {
      sheet.pageLayout.orientation = 'Landscape';
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
    });
    expect(host.book.sheets[0]?.pageLayout).toMatchObject({
      properties: { Orientation: 'Landscape' },
      headersFooters: { CenterFooter: '&P / &N' },
    });
  });

  test('print titles are whole rows', async () => {
    expect(
      await refused((sheet) => {
        sheet.pageLayout.setPrintTitleRows('A1:B2');
      }),
    ).toBe('InvalidArgument');
    expect(
      await refused((sheet) => {
        sheet.pageLayout.setPrintTitleRows('$1:$2');
      }),
    ).toBe('');
  });

  test('a page break stands before its row', async () => {
    await onSheet((sheet) => {
      sheet.horizontalPageBreaks.add('A5:A5');
    });
    expect(host.book.sheets[0]?.rowBreaks.map(({ at }) => at)).toEqual([4]);
    await onSheet((sheet) => {
      sheet.horizontalPageBreaks.removePageBreaks();
    });
    expect(host.book.sheets[0]?.rowBreaks).toEqual([]);
  });
});

describe('charts', () => {
  test('series of a chart are replaced by our own', async () => {
    await onSheet(async (sheet, context) => {
      const other = context.workbook.worksheets.add('Cijfers');
      other.getRange('A1:B3').values = [
        ['x', 'y'],
        ['a', 1],
        ['b', 2],
      ];
      const chart = sheet.charts.add('ColumnStacked', other.getRange('A1:B3'), 'Columns');
      chart.name = 'Kredieten';
      chart.series.load('items');
      await context.sync();
      chart.series.items.forEach((series) => series.delete());
      const series = chart.series.add('Uitgaven');
      series.setValues(other.getRange('B2:B3'));
      series.setXAxisValues(other.getRange('A2:A3'));
      series.format.fill.setSolidColor('#1F4E5F');
      chart.title.text = 'Kredieten per jaar';
      chart.axes.valueAxis.numberFormat = '#,##0';
    });
    const [chart] = host.book.sheets[0]?.charts ?? [];
    expect(chart?.series.map(({ name, color, values }) => [name, color, values?.area.row])).toEqual([
      ['Uitgaven', '#1F4E5F', 1],
    ]);
    expect(chart?.properties).toMatchObject({
      'title/Text': 'Kredieten per jaar',
      'axes/valueAxis/NumberFormat': '#,##0',
    });
  });

  test('a chart lies over its cells', async () => {
    const box = await onSheet(async (sheet, context) => {
      const chart = sheet.charts.add('Line', sheet.getRange('A1:B3'));
      chart.setPosition('B2', 'F10');
      chart.load('left,top,width,height');
      await context.sync();
      return [chart.left, chart.top, chart.width, chart.height];
    });
    expect(box).toEqual([48, 15, 240, 135]);
  });
});

describe('protection', () => {
  test('a protected sheet refuses locked cells', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: false }, 'geheim');
    });
    expect(
      await refused((sheet) => {
        sheet.getRange('A1').values = [[1]];
      }),
    ).toBe('');
    expect(
      await refused((sheet) => {
        sheet.getRange('A2').values = [[1]];
      }),
    ).toBe('AccessDenied');
    expect(
      await refused((sheet) => {
        sheet.getRange('A1').format.fill.color = '#FF0000';
      }),
    ).toBe('AccessDenied');
    expect(
      await refused((sheet) => {
        sheet.getRange('1:1').insert('Down');
      }),
    ).toBe('AccessDenied');
    expect(
      await refused((sheet) => {
        sheet.protection.unprotect('fout');
      }),
    ).toBe('AccessDenied');
    expect(
      await refused((sheet) => {
        sheet.protection.unprotect('geheim');
      }),
    ).toBe('');
    expect(
      await refused((sheet) => {
        sheet.getRange('A2').values = [[1]];
      }),
    ).toBe('');
  });

  test('a protected structure keeps its sheets', async () => {
    await onSheet((_sheet, context) => {
      context.workbook.protection.protect();
    });
    expect(
      await refused((_sheet, context) => {
        context.workbook.worksheets.add('x');
      }),
    ).toBe('AccessDenied');
    expect(
      await refused((sheet) => {
        sheet.name = 'x';
      }),
    ).toBe('AccessDenied');
  });
});

describe('storage', () => {
  test('an xml part is found by its namespace', async () => {
    const xml = await onSheet(async (_sheet, context) => {
      context.workbook.customXmlParts.add('<a xmlns="urn:x"><b/></a>');
      const part = context.workbook.customXmlParts.getByNamespace('urn:x').getOnlyItem();
      const text = part.getXml();
      await context.sync();
      return text.value;
    });
    expect(xml).toBe('<a xmlns="urn:x"><b/></a>');
    expect(
      await refused((_sheet, context) => {
        context.workbook.customXmlParts.add('<a>');
      }),
    ).toBe('InvalidArgument');
    expect(
      await refused((_sheet, context) => {
        context.workbook.customXmlParts.add(`<a>${'x'.repeat(1_048_576)}</a>`);
      }),
    ).toBe('InvalidArgument');
  });

  test('a setting keeps its value', async () => {
    await onSheet((_sheet, context) => {
      context.workbook.settings.add('k', { a: 1 });
    });
    const value = await onSheet(async (_sheet, context) => {
      const setting = context.workbook.settings.getItem('k');
      setting.load('value');
      await context.sync();
      return setting.value as unknown;
    });
    expect(value).toEqual({ a: 1 });
  });
});
