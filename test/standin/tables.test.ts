import { beforeEach, expect, test } from '@jest/globals';
import { failureOf, makeTable, onSheet, read, refused } from './help';
import type { Host } from '../../standin/host/host';
import { startExcel } from '../../standin/client/client';
import { User } from '../../standin/host/user';

let host: Host;
beforeEach(async () => {
  host = startExcel();
  await makeTable();
});

const named = <T>(
  name: string,
  work: (table: Excel.Table, context: Excel.RequestContext) => Promise<T> | T,
): Promise<T> => onSheet((_sheet, context) => work(context.workbook.tables.getItem(name), context));

test('a new table names itself', async () => {
  const name = await onSheet(async (sheet, context) => {
    const table = sheet.tables.add('E1:F3', true);
    table.load('name');
    await context.sync();
    return table.name;
  });
  expect(name).toBe('Table1');
});

test('table names are unique and well formed', async () => {
  await onSheet((sheet) => {
    sheet.tables.add('E1:F3', true).name = 'tblAnder';
  });
  const rename = (name: string): Promise<string> =>
    failureOf(
      named('tblAnder', (table) => {
        table.name = name;
      }),
    );
  expect(await rename('TBLPLAN')).toBe('ItemAlreadyExists');
  for (const name of ['A1', 'R', 'mijn tabel', '1x', '']) expect(await rename(name)).toBe('InvalidArgument');
  expect(
    await refused((sheet, context) => {
      context.workbook.names.add('tblPlan', sheet.getRange('A1'));
    }),
  ).toBe('ItemAlreadyExists');
  expect(await rename('tblAnder2')).toBe('');
});

test('tables do not overlap', async () => {
  expect(
    await refused((sheet) => {
      sheet.tables.add('C3:D5', true);
    }),
  ).toBe('InvalidArgument');
  await onSheet((sheet) => {
    sheet.getRange('E1:F1').merge();
  });
  expect(
    await refused((sheet) => {
      sheet.tables.add('E1:F4', true);
    }),
  ).toBe('InvalidArgument');
});

test('headers of a table are made text and unique', async () => {
  await onSheet((sheet) => {
    sheet.getRange('E1:H1').values = [[2024, '', 'x', 'X']];
    sheet.tables.add('E1:H3', true);
  });
  expect(await read('E1:H1')).toEqual([['2024', 'Column2', 'x', 'X2']]);
});

test('writing a header cell renames the column', async () => {
  await onSheet((sheet) => {
    sheet.getRange('B1').values = [['Naam']];
  });
  await named('tblPlan', (table) => {
    table.columns.getItem('Naam').getDataBodyRange().values = [['x'], ['y']];
  });
  await onSheet((sheet) => {
    sheet.getRange('B1').values = [['']];
  });
  expect(await read('A1:C1')).toEqual([['Code', 'Column2', 'Bedrag']]);
});

test('resizing a table keeps its header row', async () => {
  await named('tblPlan', (table) => {
    table.resize('A1:C5');
  });
  await named('tblPlan', (table) => {
    table.resize('A1:C2');
  });
  expect(await read('A3:C3')).toEqual([['B', 'twee', 2]]);
  expect(
    await failureOf(
      named('tblPlan', (table) => {
        table.resize('A2:C5');
      }),
    ),
  ).toBe('InvalidArgument');
  await named('tblPlan', (table) => {
    table.resize('A1:D3');
  });
  expect(await read('A1:D1')).toEqual([['Code', 'Titel', 'Bedrag', 'Column4']]);
});

test('a table with a totals row is not resized in rows', async () => {
  await named('tblPlan', (table) => {
    table.showTotals = true;
  });
  expect(
    await failureOf(
      named('tblPlan', (table) => {
        table.resize('A1:C6');
      }),
    ),
  ).toBe('InvalidArgument');
});

test('the totals row comes under the body', async () => {
  const address = await named('tblPlan', async (table, context) => {
    table.showTotals = true;
    const totals = table.getTotalRowRange();
    totals.load('address,formulas');
    await context.sync();
    return [totals.address, totals.formulas];
  });
  expect(address).toEqual(['Blad1!A4:C4', [['Total', '', '=SUBTOTAL(103,[Bedrag])']]]);
  await named('tblPlan', (table) => {
    table.showTotals = false;
  });
  expect(await read('A4:C4')).toEqual([['', '', '']]);
});

test('a new row takes the column formulas', async () => {
  await named('tblPlan', (table) => {
    (table.columns.getItem('Bedrag').getDataBodyRange() as { formulas: unknown }).formulas = '=LEN([@Titel])';
    table.rows.add(undefined, [['C', 'drie', null as unknown as string]]);
  });
  expect(await read('A4:C4', 'formulas')).toEqual([['C', 'drie', '=LEN([@Titel])']]);
  await named('tblPlan', (table) => {
    table.showTotals = true;
  });
  await named('tblPlan', (table) => {
    table.rows.add(undefined, [['D', 'vier', null as unknown as string]]);
  });
  expect(await read('A5:C6', 'formulas')).toEqual([
    ['D', 'vier', '=LEN([@Titel])'],
    ['Total', '', '=SUBTOTAL(103,[Bedrag])'],
  ]);
});

test('deleting a table takes its cells and converting keeps them', async () => {
  await named('tblPlan', (table) => {
    table.convertToRange();
  });
  expect(await read('A2:C2')).toEqual([['A', 'een', 1]]);
  await makeTable('tblTwee');
  await named('tblTwee', (table) => {
    table.delete();
  });
  expect(await read('A1:A2')).toEqual([[''], ['']]);
  expect(host.book.tables).toEqual([]);
});

test('rows sort by a column and columns move with their cells', async () => {
  const user = new User(host);
  user.sort('tblPlan', 'Bedrag', false);
  expect(await read('A2:A3')).toEqual([['B'], ['A']]);
  user.moveColumn('tblPlan', 2, 0);
  expect(await read('A1:C2')).toEqual([
    ['Bedrag', 'Code', 'Titel'],
    [2, 'B', 'twee'],
  ]);
  user.addRow('tblPlan', [3, 'C', 'drie']);
  user.deleteRow('tblPlan', 0);
  expect(await read('A2:C3')).toEqual([
    [1, 'A', 'een'],
    [3, 'C', 'drie'],
  ]);
});

test('columns are added, found and deleted', async () => {
  await named('tblPlan', (table) => {
    table.columns.add(1, [['Nota'], ['x'], ['y']]);
    table.columns.add(undefined, undefined, 'Laatste');
  });
  expect(await read('A1:E2')).toEqual([
    ['Code', 'Nota', 'Titel', 'Bedrag', 'Laatste'],
    ['A', 'x', 'een', 1, ''],
  ]);
  await named('tblPlan', (table) => {
    table.columns.getItem('Nota').delete();
  });
  expect(await read('A1:D1')).toEqual([['Code', 'Titel', 'Bedrag', 'Laatste']]);
  const counts = await named('tblPlan', async (table, context) => {
    table.columns.load('items/name,count');
    table.rows.load('count');
    await context.sync();
    return [table.columns.items.map((column) => column.name), table.columns.count, table.rows.count];
  });
  expect(counts).toEqual([['Code', 'Titel', 'Bedrag', 'Laatste'], 4, 2]);
});
