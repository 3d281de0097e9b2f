/**
 * What the stand-in takes Excel to do, as code that runs in both: in Excel by Script Lab, in the stand-in by the tests and when outcomes are compared.
 * Each probe gets a sheet of its own and answers something that JSON can hold. The text of this file goes into the script as it is, so nothing is imported.
 *
 * @type {Readonly<Record<string, import('./probes.d.mts').Probe>>}
 */
export const PROBES = {
  'cells.null': async ({ context, sheet, read }) => {
    sheet.getRange('A1:B1').values = [[1, 2]];
    await context.sync();
    sheet.getRange('A1:B1').values = [[null, '']];
    return read('A1:B1', 'values');
  },
  'cells.text': async ({ sheet, read }) => {
    sheet.getRange('A1:A3').numberFormat = [['@'], ['@'], ['@']];
    sheet.getRange('A1:A3').values = [['=1+1'], ['007'], ['1/2']];
    return [await read('A1:A3', 'values'), await read('A1:A3', 'valueTypes')];
  },
  'cells.textNumber': async ({ sheet, read }) => {
    sheet.getRange('A1').numberFormat = [['@']];
    sheet.getRange('A1').values = [[5]];
    return read('A1', 'valueTypes');
  },
  'cells.guess': async ({ sheet, read }) => {
    sheet.getRange('A1:E1').values = [['12', '12%', '1/31/2024', 'true', '#N/A']];
    return [await read('A1:E1', 'values'), await read('A1:E1', 'valueTypes')];
  },
  'cells.apostrophe': async ({ sheet, read }) => {
    sheet.getRange('A1').values = [["'12"]];
    return [await read('A1', 'values'), await read('A1', 'valueTypes')];
  },
  'cells.dimensions': async ({ sheet, attempt, read }) => {
    const refused = await attempt(() => {
      sheet.getRange('A1:B2').values = [[1, 2]];
    });
    sheet.getRange('A1:B2').values = 7;
    return [refused, await read('A1:B2', 'values')];
  },
  'cells.long': ({ sheet, attempt }) =>
    attempt(() => {
      sheet.getRange('A1').values = [['x'.repeat(32768)]];
    }),
  'cells.whole': ({ read }) => read('A:A', 'values'),
  'formulas.set': async ({ sheet, read }) => {
    sheet.getRange('A1:A2').values = [['=1+1'], ['=A1']];
    return read('A1:A2', 'formulas');
  },
  'formulas.thisRow': async ({ context, sheet, table, read }) => {
    const made = await table('A1:B3', [
      ['Titel', 'Bedrag'],
      ['a', 1],
      ['b', 2],
    ]);
    made.load('name');
    await context.sync();
    const { name } = made;
    sheet.getRange('B2').formulas = [[`=LEN(${name}[[#This Row],[Titel]])`]];
    sheet.getRange('D2').formulas = [[`=COUNTA(${name}[Titel])`]];
    return [await read('B2', 'formulas'), (await read('D2', 'formulas'))[0][0].replace(name, 'T')];
  },
  'formulas.unknown': async ({ sheet, attempt }) => {
    const write = (formula) =>
      attempt(() => {
        sheet.getRange('A1').formulas = [[formula]];
      });
    return [await write('=SUM(tblNiet[X])'), await write('=NietBekend')];
  },
  'formulas.syntax': ({ sheet, attempt }) =>
    attempt(() => {
      sheet.getRange('A1').formulas = [['=SUM(1']];
    }),
  'formulas.follow': async ({ context, sheet, read }) => {
    sheet.getRange('B1').formulas = [['=SUM(A2:A3)']];
    await context.sync();
    sheet.getRange('2:2').insert('Down');
    return read('B1', 'formulas');
  },
  'tables.overlap': async ({ sheet, table, attempt }) => {
    await table('A1:C3');
    return attempt(() => {
      sheet.tables.add('C3:D5', true);
    });
  },
  'tables.headers': async ({ table, read }) => {
    await table('A1:D3', [
      [2024, '', 'x', 'X'],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
    return [await read('A1:D1', 'values'), await read('A1:D1', 'valueTypes')];
  },
  'tables.headerWrite': async ({ context, sheet, table, read }) => {
    await table('A1:B3');
    sheet.getRange('B1').values = [['Naam']];
    await context.sync();
    const named = await read('B1', 'values');
    sheet.getRange('B1').values = [['']];
    return [named, await read('B1', 'values')];
  },
  'tables.resize': async ({ table, attempt, read }) => {
    const made = await table('A1:C3', [
      ['p', 'q', 'r'],
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const resize = (address) => attempt(() => made.resize(address));
    return [await resize('A1:C5'), await resize('A1:C2'), await read('A3:C3', 'values'), await resize('A2:C5')];
  },
  'tables.rows': async ({ context, sheet, table, read }) => {
    const made = await table('A1:B3', [
      ['Titel', 'Lengte'],
      ['a', null],
      ['bb', null],
    ]);
    sheet.getRange('B2:B3').formulas = [['=LEN(A2)'], ['=LEN(A3)']];
    await context.sync();
    made.rows.add(null, [['ccc', null]]);
    return read('B4', 'formulas');
  },
  'tables.autofill': async ({ context, sheet, table, read }) => {
    await table('A1:B4', [
      ['Titel', 'Getal'],
      ['a', null],
      ['b', null],
      ['c', null],
    ]);
    sheet.getRange('B2:B4').formulas = [['=1+1'], ['=2+2'], ['=3+3']];
    const blank = await read('B2:B4', 'formulas');
    sheet.getRange('D1:E4').values = [
      ['Titel', 'Getal'],
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ];
    await table('D1:E4');
    await context.sync();
    sheet.getRange('E2:E4').formulas = [['=1+1'], ['=2+2'], ['=3+3']];
    return [blank, await read('E2:E4', 'formulas')];
  },
  'tables.convert': async ({ context, table, read }) => {
    const gone = await table('A1:B2', [
      ['p', 'q'],
      [1, 2],
    ]);
    gone.delete();
    await context.sync();
    const cells = await read('A1:B2', 'values');
    const kept = await table('D1:E2', [
      ['p', 'q'],
      [1, 2],
    ]);
    kept.convertToRange();
    return [cells, await read('D1:E2', 'values')];
  },
  'names.sheet': async ({ context, attempt }) => {
    const add = (name) => attempt(() => void context.workbook.worksheets.add(name));
    return [await add('a/b'), await add('x'.repeat(32))];
  },
  'names.missing': async ({ context, attempt }) => {
    const missing = context.workbook.worksheets.getItemOrNullObject('Bestaat niet');
    await context.sync();
    return [
      await attempt(() => void context.workbook.worksheets.getItem('Bestaat niet').getRange('A1').load('values')),
      missing.isNullObject,
    ];
  },
  'names.nullObject': ({ context, attempt }) =>
    attempt(() => {
      context.workbook.worksheets.getItemOrNullObject('Bestaat niet').getRange('A1').values = [[1]];
    }),
  'looks.number': async ({ sheet, read }) => {
    sheet.getRange('A1:B1').numberFormat = [['0.00', '@']];
    return read('A1:B1', 'numberFormat');
  },
  'looks.mixed': async ({ context, sheet }) => {
    sheet.getRange('A1').format.font.bold = true;
    const { font } = sheet.getRange('A1:B1').format;
    font.load('bold');
    await context.sync();
    return font.bold;
  },
  'looks.color': async ({ context, sheet }) => {
    const { fill } = sheet.getRange('A1').format;
    fill.color = '#dce9ed';
    fill.load('color');
    await context.sync();
    return fill.color;
  },
  'looks.borders': async ({ context, sheet }) => {
    sheet.getRange('A1:B2').format.borders.getItem('InsideHorizontal').style = 'Continuous';
    const edges = ['A1', 'A2'].map((cell) => {
      const edge = sheet.getRange(cell).format.borders.getItem('EdgeBottom');
      edge.load('style');
      return edge;
    });
    await context.sync();
    return edges.map(({ style }) => style);
  },
  'looks.columns': async ({ context, sheet }) => {
    const { format } = sheet.getRange('A1');
    format.load('columnWidth,rowHeight');
    await context.sync();
    return [format.columnWidth, format.rowHeight];
  },
  'looks.merge': async ({ sheet, table, attempt, read }) => {
    sheet.getRange('A1:B1').values = [[1, 2]];
    sheet.getRange('A1:B1').merge(false);
    const cells = await read('A1:B1', 'values');
    await table('D1:E3');
    return [cells, await attempt(() => sheet.getRange('D1:E2').merge(false))];
  },
  'rules.list': async ({ context, sheet, table, attempt }) => {
    const made = await table('A1:A3', [['Status'], ['x'], ['y']]);
    made.load('name');
    await context.sync();
    const list = (source) =>
      attempt(() => {
        sheet.getRange('C1').dataValidation.rule = { list: { inCellDropDown: true, source } };
      });
    return [await list(`=${made.name}[Status]`), await list('x,y')];
  },
  'rules.texts': ({ sheet, attempt }) =>
    attempt(() => {
      const { dataValidation } = sheet.getRange('A1');
      dataValidation.rule = { list: { inCellDropDown: true, source: 'x,y' } };
      dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: 't'.repeat(33), message: 'm' };
    }),
  'rules.paste': async ({ sheet, attempt, read }) => {
    sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'x,y' } };
    const written = await attempt(() => {
      sheet.getRange('A1').values = [['niet in de lijst']];
    });
    return [written, await read('A1', 'values')];
  },
  'structure.table': async ({ sheet, table, attempt }) => {
    await table('A1:C3');
    return attempt(() => void sheet.getRange('A2').insert('Down'));
  },
  'structure.column': async ({ sheet, table, read }) => {
    await table('A1:B3', [
      ['p', 'q'],
      [1, 2],
      [3, 4],
    ]);
    sheet.getRange('B:B').insert('Right');
    return read('A1:C1', 'values');
  },
  'structure.outline': async ({ sheet, attempt }) => {
    const group = () => attempt(() => sheet.getRange('2:3').group('ByRows'));
    let done = 0;
    while (done < 9 && (await group()) === 'ok') done += 1;
    return done;
  },
  'structure.tracked': async ({ context, sheet }) => {
    const range = sheet.getRange('A5');
    range.load('address');
    await context.sync();
    sheet.getRange('2:2').insert('Down');
    range.load('address');
    await context.sync();
    return range.address.slice(range.address.lastIndexOf('!') + 1);
  },
  'printing.breaks': async ({ context, sheet }) => {
    sheet.horizontalPageBreaks.add('A5:A5');
    sheet.horizontalPageBreaks.load('items/rowIndex');
    await context.sync();
    return sheet.horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex);
  },
  'charts.series': async ({ context, sheet }) => {
    sheet.getRange('A1:A3').values = [[1], [2], [3]];
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:A3'));
    chart.series.load('items/name');
    await context.sync();
    for (const series of chart.series.items) series.delete();
    chart.series.add('x').setValues(sheet.getRange('A1:A3'));
    chart.series.load('items/name');
    await context.sync();
    return chart.series.items.map(({ name }) => name);
  },
  'protection.sheet': async ({ context, sheet, attempt }) => {
    sheet.getRange('A1').format.protection.locked = false;
    sheet.protection.protect();
    await context.sync();
    const write = (cell) =>
      attempt(() => {
        sheet.getRange(cell).values = [[1]];
      });
    const outcome = [
      await write('A1'),
      await write('A2'),
      await attempt(() => {
        sheet.getRange('A1').format.fill.color = '#FF0000';
      }),
    ];
    sheet.protection.unprotect();
    await context.sync();
    return outcome;
  },
  'requests.partial': async ({ context, sheet, attempt, read }) => {
    const refused = await attempt(() => {
      sheet.getRange('A1').values = [[1]];
      context.workbook.worksheets.getItem('Bestaat niet').delete();
      sheet.getRange('A2').values = [[2]];
    });
    return [refused, await read('A1:A2', 'values')];
  },
};
