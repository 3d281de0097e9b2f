import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Host } from '../../standin/host/host';
import { eventsDelivered, startExcel } from '../../standin/client/client';

let host: Host;
beforeEach(() => {
  host = startExcel();
});

describe('the client library in front of the stand-in', () => {
  test('values written to a range are read back', async () => {
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Blad1').getRange('A1:B2');
      range.values = [
        [1, 'twee'],
        [true, ''],
      ];
      range.load('values,address');
      await context.sync();
      return [range.values, range.address];
    });
    expect(values).toEqual([
      [
        [1, 'twee'],
        [true, ''],
      ],
      'Blad1!A1:B2',
    ]);
  });

  test('a property that was not loaded cannot be read', async () => {
    await expect(
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Blad1').getRange('A1');
        await context.sync();
        return range.values;
      }),
    ).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  test('a sheet that is added once stands in the workbook once', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Plan');
      sheet.getRange('A1').values = [['x']];
      sheet.load('name,id');
      await context.sync();
      sheet.tabColor = '#112233';
      await context.sync();
    });
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['Blad1', 'Plan']);
  });

  test('events reach the handlers', async () => {
    const seen: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        seen.push(`${event.address} ${event.source} ${event.changeType}`);
      });
      await context.sync();
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Blad1').getRange('C3').values = [[5]];
      await context.sync();
    });
    await eventsDelivered();
    expect(seen).toEqual(['C3 Local RangeEdited']);
  });
});
