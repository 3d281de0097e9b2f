import { describe, expect, test } from '@jest/globals';
import { cellAt } from '../../../src/sheets/content';
import { readXlsxFile, type FileContent } from '../../../src/workbook/file/read/readXlsx';
import { part, sheetPart, workbookParts, zipOf, type Part } from './zips';

async function read(parts: readonly Part[], wanted?: (name: string) => boolean): Promise<FileContent> {
  const result = await readXlsxFile(zipOf(parts), wanted);
  if (!result.ok) throw new Error(`${result.failure.kind.id} ${JSON.stringify(result.failure.figures)}`);
  return result.value;
}

const valuesOf = ({ sheets: [sheet] }: FileContent) => sheet?.cells.map((row) => [...row]);

describe('cells of a file', () => {
  test('every kind of value', async () => {
    const book = await read([
      ...workbookParts(1),
      sheetPart(
        1,
        '<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="str"><f>A1&amp;&quot;x&quot;</f><v>a &lt; b</v></c></row>' +
          '<row r="3"><c r="A3" t="inlineStr"><is><r><t>een </t></r><r><t xml:space="preserve">twee</t></r></is></c>' +
          '<c r="B3" t="d"><v>2024-03-01</v></c><c r="C3" t="e"><v>#REF!</v></c><c r="D3"><f>1+1</f></c></row>',
      ),
    ]);
    expect(valuesOf(book)).toEqual([[12.5, true, 'a < b'], [], ['een twee', 45352, '#REF!']]);
    expect([...(book.sheets[0]?.formulaTexts ?? [])]).toEqual([
      ['C1', 'A1&"x"'],
      ['D3', '1+1'],
    ]);
  });

  test('places may be left out, prefixes may be used, and escapes are signs', async () => {
    const book = await read([
      ...workbookParts(1),
      part(
        'xl/worksheets/sheet1.xml',
        '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="str"><x:v>a_x000A_b</x:v></x:c></x:row><x:row><x:c><x:v><![CDATA[2]]></x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ),
    ]);
    expect(valuesOf(book)).toEqual([[1, 'a\nb'], [2]]);
  });

  test('what stands far away costs nothing and is found', async () => {
    const book = await read([
      ...workbookParts(1),
      sheetPart(
        1,
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c></row>',
      ),
    ]);
    const [sheet] = book.sheets;
    expect(sheet && [cellAt(sheet, 0, 16_383), cellAt(sheet, 0, 8000), cellAt(sheet, 1_048_575, 0)]).toEqual([
      2,
      null,
      3,
    ]);
  });

  test('a sheet nobody asked for is named and not unpacked', async () => {
    const book = await read(
      [...workbookParts(2), sheetPart(1, '<row><c><v>1</v></c></row>'), part('xl/worksheets/sheet2.xml', '<not xml')],
      (name) => name === 'Blad1',
    );
    expect(book.sheets.map(({ name, cells }) => [name, cells.length])).toEqual([
      ['Blad1', 1],
      ['Blad2', 0],
    ]);
  });

  test.each([
    ['a cell beyond the sheet', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    ['a cell without a place that can be', '<row r="1"><c r="??"><v>1</v></c></row>'],
    ['an entity of its own', '<row r="1"><c r="A1"><v>&own;</v></c></row>'],
    ['tags that do not close', '<row r="1"><c r="A1"><v>1</c></row>'],
  ])('%s is a damaged file', async (_name, rows) => {
    const result = await readXlsxFile(zipOf([...workbookParts(1), sheetPart(1, rows)]));
    expect(result).toMatchObject({ ok: false, failure: { kind: { id: 'workbook.broken' } } });
  });
});
