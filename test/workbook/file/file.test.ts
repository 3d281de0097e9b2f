import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { SheetSpec } from '../../../src/sheets/spec';
import { valueOf } from '../../../src/sheets/table';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { readXlsxFile } from '../../../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../../../src/workbook/file/write';
import { readZipDirectory } from '../../../src/workbook/zip/zipDirectory';
import { READING } from '../../sheets/fixture';

const SHEETS = buildSheets(READING, []);
let bytes: Uint8Array;
let parts: ReadonlyMap<string, string>;

/** Texts of the parts of a package, unpacked by another implementation than ours. */
function unpack(file: Uint8Array): ReadonlyMap<string, string> {
  const directory = readZipDirectory(file);
  if (!directory.ok) throw new Error('no zip');
  return new Map(
    directory.value.map(({ name, method, dataOffset, packedBytes }) => {
      const packed = file.subarray(dataOffset, dataOffset + packedBytes);
      return [name, new TextDecoder().decode(method === 8 ? inflateRawSync(packed) : packed)];
    }),
  );
}

const sheetXml = (name: string): string =>
  parts.get(`xl/worksheets/sheet${SHEETS.findIndex((sheet) => sheet.name === name) + 1}.xml`) ?? '';
const tableXml = (name: string): string =>
  [...parts].find(([path, xml]) => path.startsWith('xl/tables/') && xml.includes(`displayName="${name}"`))?.[1] ?? '';
const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;

beforeAll(async () => {
  bytes = await writeXlsxFile(SHEETS);
  parts = unpack(bytes);
});

test('equal sheets give equal bytes, on any day', async () => {
  expect(Buffer.from(await writeXlsxFile(buildSheets(READING, []))).equals(Buffer.from(bytes))).toBe(true);
  expect(parts.get('docProps/core.xml')).not.toMatch(/created|modified/);
});

test('what is written is read: every cell and every table', async () => {
  const content = await readXlsxFile(bytes);
  if (!content.ok) throw new Error(JSON.stringify(content.failure));
  expect(content.value.sheets.map(({ name }) => name)).toEqual(SHEETS.map(({ name }) => name));
  for (const [index, sheet] of SHEETS.entries()) {
    const read = content.value.sheets[index];
    expect(read?.tables).toEqual(sheet.tables.map(({ name, range, totals }) => ({ name, range, totals })));
    for (const block of sheet.blocks) {
      block.cells.forEach((row, offset) => {
        const written = row.map((cell) => (valueOf(cell) === '' ? null : valueOf(cell)));
        const found = row.map((_, column) => read?.cells[block.row + offset]?.[block.column + column] ?? null);
        expect(found).toEqual(written);
      });
    }
  }
});

test('shared texts are counted as the format wants it: once for every cell that names one', async () => {
  const own = {
    name: 'Eigen',
    rows: [
      ['een', 'een', 3, '#N/A'],
      ['onder', null],
    ],
    cells: new Map([
      ['1,0', { formula: '1+1' }],
      ['2,0', { value: 'erbij' }],
      ['0,0', { value: 'anders' }],
    ]),
  };
  const carried = { sheets: new Map(), own: [{ sheet: own, after: null }], names: [], lost: [] };
  for (const file of [bytes, await writeXlsxFile(SHEETS, carried)]) {
    const package_ = unpack(file);
    const [, told, unique] =
      /<sst[^>]* count="(\d+)" uniqueCount="(\d+)"/.exec(package_.get('xl/sharedStrings.xml') ?? '') ?? [];
    const named = [...package_].flatMap(([path, xml]) =>
      path.startsWith('xl/worksheets/') ? [count(xml, / t="s"/g)] : [],
    );
    expect(Number(told)).toBe(named.reduce((sum, one) => sum + one, 0));
    expect(Number(unique)).toBe(count(package_.get('xl/sharedStrings.xml') ?? '', /<si>/g));
    expect(Number(told)).toBeGreaterThan(Number(unique));
  }
});

describe('the package holds what Excel needs', () => {
  test('calculated columns know their formula, so that new rows fill themselves', () => {
    const xml = tableXml('tblPlan');
    expect(count(xml, /<tableColumn /g)).toBe(SHEETS[1]?.tables[0]?.columns.length);
    expect(count(xml, /<calculatedColumnFormula>/g)).toBe(
      SHEETS[1]?.tables[0]?.columns.filter(({ formula }) => formula !== undefined).length,
    );
    expect(xml).toContain(
      '<calculatedColumnFormula>COUNTIFS(tblKredieten[Code],tblPlan[[#This Row],[Code]])</calculatedColumnFormula>',
    );
    expect(xml).toMatch(/totalsRowCount="1"/);
    // In the order the format prescribes: the formula of the column before that of its total.
    expect(xml).toMatch(
      /<tableColumn [^>]*><calculatedColumnFormula>[^<]*<\/calculatedColumnFormula><totalsRowFormula>/,
    );
  });

  test('outlines with their depth, buttons above, hidden groups', () => {
    expect(sheetXml('Plan')).toMatch(/<sheetFormatPr outlineLevelRow="2" outlineLevelCol="1" /);
    expect(sheetXml('Plan')).toContain('<outlinePr summaryBelow="0" summaryRight="0"/>');
    expect(sheetXml('Plan')).toMatch(/<col [^>]*hidden="true" outlineLevel="1"/);
  });

  test('dropdowns from named lists, colours, frozen heads', () => {
    expect(sheetXml('Plan')).toMatch(/<dataValidation type="list"[^>]*><formula1>Statussen<\/formula1>/);
    expect(sheetXml('Plan')).toMatch(
      /<conditionalFormatting sqref="H6:H12"><cfRule type="expression"[^>]*><formula>AND\(H6&lt;&gt;"",H6=INDEX\(Statussen,1\)\)/,
    );
    expect(sheetXml('Plan')).toMatch(/<pane xSplit="2" ySplit="5" topLeftCell="C6" state="frozen"/);
  });

  test('print set-up: A4, one page wide, titles repeated, page x of y; names that look like cells are quoted', () => {
    const workbook = parts.get('xl/workbook.xml') ?? '';
    expect(sheetXml('J2')).toMatch(/<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="1"\/>/);
    expect(sheetXml('Kredieten')).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
    );
    expect(sheetXml('J2')).toContain('Blz. &amp;P van &amp;N');
    expect(sheetXml('J2')).toContain('Stad &amp;&amp; Co');
    expect(workbook).toMatch(/<definedName name="_xlnm.Print_Titles" localSheetId="5">'J2'!\$7:\$7<\/definedName>/);
    expect(workbook).toMatch(
      /<definedName name="_xlnm.Print_Area" localSheetId="5">'J2'!\$A\$1:\$D\$\d+<\/definedName>/,
    );
    expect(workbook).toContain(`<definedName name="Statussen">'Start'!$A$`);
    expect(workbook).toMatch(/<sheet name="_planboek" [^>]*state="veryHidden"\/>/);
    expect(workbook).toContain('fullCalcOnLoad="1"');
  });

  test('native charts that point at their figures', () => {
    const charts = [...parts].filter(([path]) => path.startsWith('xl/charts/chart')).map(([, xml]) => xml);
    expect(charts).toHaveLength(2);
    expect(charts[0]).toMatch(/<c:barDir val="bar"\/><c:grouping val="stacked"\/>/);
    expect(charts[0]).toMatch(/<c:f>'Dashboard'!\$B\$\d+:\$B\$\d+<\/c:f>/);
    expect(parts.get('xl/drawings/drawing8.xml')).toContain('descr="Gestapelde staven');
  });
});

describe('texts stay texts', () => {
  const TEXTS = ['=1+1', '#N/A', '_x0041_', "'x", ' x ', 'a\nb', '0123', '1.234', '<&>"', 'TRUE'];
  const sheet = (cells: SheetSpec['blocks'][number]['cells']): SheetSpec => ({
    name: 'X',
    visibility: 'visible',
    tabColor: null,
    showGridlines: true,
    columns: [],
    rows: [],
    blocks: [{ row: 0, column: 0, cells }],
    merges: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    names: [],
    freeze: null,
    print: null,
  });

  test('under the text format, none as formula, error, number or escape', async () => {
    const file = await writeXlsxFile([sheet(TEXTS.map((text) => [text]))]);
    const xml = unpack(file).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).not.toContain('<f>');
    expect(count(xml, /<c r="A\d+" t="(?:s|inlineStr)" s="1">/g)).toBe(TEXTS.length);
    expect(unpack(file).get('xl/styles.xml')).toContain('formatCode="@"');
    const read = await readXlsxFile(file);
    expect(read.ok && read.value.sheets[0]?.cells.map(([value]) => value)).toEqual(TEXTS);
  });

  test('numbers, truth values and empty cells keep their kind', async () => {
    const read = await readXlsxFile(
      await writeXlsxFile([
        sheet([
          [1.5, -0.01, true, null, 'x'],
          [1e15 / 100, 0, false, null, 'y'],
        ]),
      ]),
    );
    expect(read.ok && read.value.sheets[0]?.cells).toEqual([
      [1.5, -0.01, true, null, 'x'],
      [1e13, 0, false, null, 'y'],
    ]);
  });
});
