import { beforeAll, describe, expect, test } from '@jest/globals';
import { readXlsx, type Sheet as FileSheet, type Workbook as FileBook } from 'hucre/xlsx';
import { runChecks } from '../../../src/check/run/run';
import { readSource } from '../../../src/read/file/read';
import type { Reading } from '../../../src/read/source';
import { proposeLinks } from '../../../src/figures/links/propose';
import { documentFromWorkbook, importedFromWorkbook } from '../../../src/sheets/readBack/readBack';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { canonicalFormula } from '../../../src/workbook/excel/read/formulaText';
import { pointsOf } from '../../../src/workbook/excel/write/parts';
import { writeXlsxFile } from '../../../src/workbook/file/write';
import type { Host } from '../../../standin/host/host';
import { formatArea, parseArea, type Area } from '../../../standin/model/area';
import { findSheet, formatAt, sheetById, type Book, type Sheet } from '../../../standin/model/book';
import type { CellFormat, Edge } from '../../../standin/model/format';
import { READING } from '../../sheets/fixture';
import { seedText } from '../../support/requirements';
import { SEED_PROFILES } from '../../../scripts/seed/seedProfiles';
import { CHANGED } from './changed';
import { newDesk } from './support';

/** The same specs through both hosts, compared part by part in one spelling. */
interface Pair {
  readonly name: string;
  readonly excel: Sheet;
  readonly file: FileSheet;
  readonly spec: SheetSpec;
  readonly book: Book;
}

const rgb = (color: unknown): string => {
  const text = typeof color === 'object' && color !== null && 'rgb' in color ? String(color.rgb) : '';
  return text === '' ? '' : `#${text.slice(-6).toUpperCase()}`;
};

const LINES: Readonly<Record<string, string>> = {
  hair: 'Continuous/Hairline',
  thin: 'Continuous/Thin',
  medium: 'Continuous/Medium',
  double: 'Double/Thick',
};
const edgeText = (edge: Edge | undefined): string =>
  edge === undefined ? '' : `${edge.style}/${edge.weight}/${edge.color}`;

/** The line between a row and the one below belongs to both: either host may keep it on either side. */
const looks = (format: CellFormat): readonly unknown[] => [
  format.bold,
  format.italic,
  format.underline === 'Single',
  format.fill,
  format.horizontal.toLowerCase(),
  format.vertical.toLowerCase(),
  format.wrap,
  format.indent,
];

const excelTable = (book: Book, sheet: Sheet, row: number, column: number): string =>
  book.tables.find(
    ({ sheet: home, area }) =>
      home === sheet.id &&
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns,
  )?.name ?? '';

/** Cells of a spec that say anything. */
function* placesOf(spec: SheetSpec): Generator<readonly [row: number, column: number]> {
  for (const block of spec.blocks)
    for (const [down, row] of block.cells.entries())
      for (const right of row.keys()) yield [block.row + down, block.column + right];
}

const fileCell = (file: FileSheet, row: number, column: number) => file.cells?.get(`${row},${column}`);

const fileContent = ({ file, book, excel }: Pair, row: number, column: number): string => {
  const cell = fileCell(file, row, column);
  if (cell?.formula !== undefined) return canonicalFormula(`=${cell.formula}`, excelTable(book, excel, row, column));
  const value = cell?.value ?? file.rows[row]?.[column] ?? null;
  if (value instanceof Date) return JSON.stringify((value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  return value === null || value === '' ? '' : JSON.stringify(value);
};

const excelContent = ({ excel, book }: Pair, row: number, column: number): string => {
  const cell = excel.cells[row]?.[column];
  if (cell?.formula != null) return canonicalFormula(cell.formula, excelTable(book, excel, row, column));
  return cell === undefined || cell.value === '' ? '' : JSON.stringify(cell.value);
};

const fileLooks = ({ file }: Pair, row: number, column: number): readonly unknown[] => {
  const style = fileCell(file, row, column)?.style;
  const alignment = style?.alignment;
  const fill = style?.fill?.type === 'pattern' && style.fill.pattern === 'solid' ? rgb(style.fill.fgColor) : '';
  return [
    style?.font?.bold ?? false,
    style?.font?.italic ?? false,
    style?.font?.underline !== undefined && style.font.underline !== false,
    fill,
    alignment?.horizontal ?? 'general',
    alignment?.vertical ?? 'bottom',
    alignment?.wrapText ?? false,
    alignment?.indent ?? 0,
  ];
};

const fileEdge = ({ file }: Pair, row: number, column: number, side: 'top' | 'bottom'): string => {
  const line = fileCell(file, row, column)?.style?.border?.[side];
  return line === undefined ? '' : `${LINES[String(line.style)] ?? String(line.style)}/${rgb(line.color)}`;
};

const fileLine = (pair: Pair, row: number, column: number): string =>
  fileEdge(pair, row, column, 'bottom') || fileEdge(pair, row + 1, column, 'top');
const excelLine = ({ excel }: Pair, row: number, column: number): string =>
  edgeText(formatAt(excel, row, column).edges.EdgeBottom) || edgeText(formatAt(excel, row + 1, column).edges.EdgeTop);

/** Differences of one part, at most a few of each sheet. */
function compare<T>(
  pairs: readonly Pair[],
  take: (pair: Pair, row: number, column: number) => readonly [excel: T, file: T],
): string[] {
  return pairs.flatMap((pair) => {
    const found: string[] = [];
    for (const [row, column] of placesOf(pair.spec)) {
      const [excel, file] = take(pair, row, column);
      if (JSON.stringify(excel) !== JSON.stringify(file))
        found.push(
          `${pair.name}!${formatArea({ row, column, rows: 1, columns: 1 })} excel ${JSON.stringify(excel)} file ${JSON.stringify(file)}`,
        );
      if (found.length > 3) break;
    }
    return found;
  });
}

/** A file leaves out an empty cell whose look cannot be seen; Excel dresses it all the same, for what will be typed there. */
const isUnseen = (pair: Pair, row: number, column: number): boolean => {
  const { fill, edges } = formatAt(pair.excel, row, column);
  return (
    excelContent(pair, row, column) === '' &&
    fill === '' &&
    Object.keys(edges).length === 0 &&
    fileCell(pair.file, row, column) === undefined
  );
};

const oneCell = (range: string | undefined): string | undefined => range?.replace(/(\$[A-Z]+\$\d+):\1$/, '$1');

const ranges = (areas: readonly Area[]): string =>
  areas
    .map((one) => formatArea(one))
    .sort()
    .join(' ');
const fileRanges = (text: string): string => ranges(text.split(' ').flatMap((one) => parseArea(one) ?? []));

async function seed(prefix: string): Promise<Reading> {
  const reading = await readSource(new TextEncoder().encode(seedText(prefix)), {
    name: prefix,
    profiles: SEED_PROFILES,
  });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value;
}

const alone = (reading: Reading): readonly SheetSpec[] => buildSheets(reading, runChecks(reading.document));

/** The accounts with four plans beside them: links that were proposed, and one that was weighed. */
async function together(): Promise<readonly SheetSpec[]> {
  const [main, ...others] = await Promise.all(['004', '000', '001', '002', '003'].map(seed));
  if (!main) throw new Error('no accounts');
  const proposed = others.flatMap(({ document }) => proposeLinks(main.document, document));
  const links = proposed.map((link, index) =>
    index % 3 === 0 ? { ...link, state: 'confirmed' as const, weight: 40 } : link,
  );
  const sheets = buildSheets({ ...main, document: { ...main.document, links } }, runChecks(main.document), { others });
  expect(sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Plannen', 'Koppelingen', 'Matrix 1', 'Zonder koppeling']),
  );
  return sheets;
}

const CASES: readonly (readonly [name: string, sheets: () => Promise<readonly SheetSpec[]>])[] = [
  ['the fixture', () => Promise.resolve(alone(READING))],
  ['the fixture a year later', () => Promise.resolve(alone(CHANGED))],
  ...['000', '001', '002', '003', '004'].map(
    (prefix) => [`seed ${prefix}`, async () => alone(await seed(prefix))] as const,
  ),
  ['five documents in one workbook', together],
];

describe.each(CASES)('both hosts make the same of %s', (_name, sheetsOf) => {
  let pairs: readonly Pair[] = [];
  let file: FileBook;
  let excel: Book;
  let specs: readonly SheetSpec[] = [];
  let host: Host;
  const workbook = new ExcelWorkbook();

  beforeAll(async () => {
    specs = await sheetsOf();
    const desk = newDesk();
    desk.calculator.learn(specs);
    ({ host } = desk);
    const applied = await workbook.apply(specs);
    if (!applied.ok) throw new Error(applied.failure.kind.id);
    file = await readXlsx(await writeXlsxFile(specs), { readStyles: true });
    excel = host.book;
    pairs = specs.map((spec): Pair => {
      const inExcel = findSheet(excel, spec.name);
      const inFile = file.sheets.find(({ name }) => name === spec.name);
      if (!inExcel || !inFile) throw new Error(`sheet ${spec.name} is missing`);
      return { name: spec.name, spec, excel: inExcel, file: inFile, book: excel };
    });
  });

  test('and read back: every document as it was imported, and nothing to write when it is imported again', async () => {
    const content = await workbook.read();
    if (!content.ok) throw new Error(content.failure.kind.id);
    const read = documentFromWorkbook(content.value);
    expect(read.ok && read.value.findings).toEqual([]);
    expect(read.ok && [read.value.document, ...(read.value.others ?? [])]).toEqual(importedFromWorkbook(content.value));
    host.forgetRequests();
    expect(await workbook.apply(specs)).toMatchObject({ ok: true, value: { changed: false } });
    expect(host.requests.filter(({ writes, cleanup }) => writes && !cleanup)).toEqual([]);
  });

  test('values and formulas', () => {
    expect(
      compare(pairs, (pair, row, column) => [excelContent(pair, row, column), fileContent(pair, row, column)]),
    ).toEqual([]);
  });

  test('number formats', () => {
    expect(
      compare(pairs, (pair, row, column) =>
        isUnseen(pair, row, column)
          ? ['', '']
          : [
              formatAt(pair.excel, row, column).numberFormat,
              fileCell(pair.file, row, column)?.style?.numFmt ?? 'General',
            ],
      ),
    ).toEqual([]);
  });

  test('looks', () => {
    expect(
      compare(pairs, (pair, row, column) =>
        isUnseen(pair, row, column)
          ? [[], []]
          : [looks(formatAt(pair.excel, row, column)), fileLooks(pair, row, column)],
      ),
    ).toEqual([]);
  });

  test('lines between rows', () => {
    expect(compare(pairs, (pair, row, column) => [excelLine(pair, row, column), fileLine(pair, row, column)])).toEqual(
      [],
    );
  });

  test('tables', () => {
    for (const { excel: sheet, file: other } of pairs) {
      const inExcel = excel.tables
        .filter((table) => table.sheet === sheet.id)
        .map(({ name, area, columns, showTotals, showBandedRows, showFilterButton, style }) => [
          name,
          formatArea(area),
          columns.map((column) => column.name),
          showTotals,
          showBandedRows,
          showFilterButton,
          style,
        ]);
      const inFile = (other.tables ?? []).map(
        ({ displayName, name, range, columns, showTotalRow, showRowStripes, showAutoFilter, style }) => [
          displayName ?? name,
          range,
          columns.map((column) => column.name),
          showTotalRow ?? false,
          showRowStripes ?? true,
          showAutoFilter ?? true,
          style,
        ],
      );
      expect([sheet.name, inExcel]).toEqual([sheet.name, inFile]);
    }
  });

  test('validation', () => {
    for (const { name, excel: sheet, file: other } of pairs) {
      const inExcel = sheet.validations
        .map(({ areas, type, rule, errorAlert }) => {
          const body = Object.values(rule)[0] as { source?: string; formula1?: number; formula2?: number };
          return [
            ranges(areas),
            type.toLowerCase().replace('number', ''),
            String(body.source?.slice(1) ?? body.formula1),
            body.formula2 === undefined ? '' : String(body.formula2),
            errorAlert.style,
            errorAlert.title,
            errorAlert.message,
          ];
        })
        .sort();
      const inFile = (other.dataValidations ?? [])
        .map((rule) => [
          fileRanges(rule.range),
          rule.type,
          String(rule.formula1),
          rule.formula2 === undefined ? '' : String(rule.formula2),
          rule.errorStyle === 'warning' ? 'Warning' : 'Stop',
          rule.errorTitle,
          rule.errorMessage,
        ])
        .sort();
      expect([name, inExcel]).toEqual([name, inFile]);
    }
  });

  test('conditional formats, in their order', () => {
    for (const { name, excel: sheet, file: other } of pairs) {
      const inExcel = sheet.conditionalFormats.map(({ areas, formula, fill, fontColor, bold }) => [
        ranges(areas),
        formula.slice(1),
        fill,
        fontColor,
        bold,
      ]);
      const inFile = [...(other.conditionalRules ?? [])]
        .sort((left, right) => left.priority - right.priority)
        .map((rule) => [
          fileRanges(rule.range),
          String(rule.formula),
          rgb(rule.style?.fill?.type === 'pattern' ? (rule.style.fill.bgColor ?? rule.style.fill.fgColor) : undefined),
          rgb(rule.style?.font?.color),
          rule.style?.font?.bold ?? false,
        ]);
      expect([name, inExcel]).toEqual([name, inFile]);
    }
  });

  test('groups, hidden lines, widths and heights', () => {
    for (const { name, excel: sheet, file: other, spec } of pairs) {
      const rows = spec.rows.map(({ row }) => {
        const [inExcel, inFile] = [sheet.rows.get(row), other.rowDefs?.get(row)];
        return [
          [row, inExcel?.outline ?? 0, inExcel?.hidden ?? false, inExcel?.height ?? null],
          [row, inFile?.outlineLevel ?? 0, inFile?.hidden ?? false, inFile?.height ?? null],
        ] as const;
      });
      const columns = spec.columns.map((_, column) => {
        const [inExcel, inFile] = [sheet.columns.get(column), other.columns?.[column]];
        return [
          [column, inExcel?.outline ?? 0, inExcel?.hidden ?? false, inExcel?.width ?? 48],
          [column, inFile?.outlineLevel ?? 0, inFile?.hidden ?? false, pointsOf(inFile?.width ?? 0)],
        ] as const;
      });
      expect([name, rows.map(([one]) => one), columns.map(([one]) => one)]).toEqual([
        name,
        rows.map(([, two]) => two),
        columns.map(([, two]) => two),
      ]);
    }
  });

  test('names, frozen panes, merged cells, page breaks, what is seen', () => {
    const names = excel.names
      .map(({ name, target }) => [
        name,
        'formula' in target
          ? target.formula
          : `${sheetById(excel, target.sheet)?.name ?? ''}!${formatArea(target.area, true)}`,
      ])
      .sort();
    const fileNames = (file.namedRanges ?? [])
      .filter(({ name }) => !name.startsWith('_xlnm'))
      .map(({ name, range }) => [name, oneCell(range.replace(/'/g, ''))])
      .sort();
    expect(names).toEqual(fileNames);
    for (const { name, excel: sheet, file: other, spec } of pairs) {
      expect([name, sheet.visibility === 'VeryHidden', sheet.showGridlines]).toEqual([
        name,
        other.veryHidden ?? false,
        other.view?.showGridLines ?? true,
      ]);
      const frozen = sheet.freeze && [
        sheet.freeze.rows > 1_000_000 ? 0 : sheet.freeze.rows,
        sheet.freeze.columns > 16_000 ? 0 : sheet.freeze.columns,
      ];
      expect([name, frozen]).toEqual([
        name,
        other.freezePane ? [other.freezePane.rows ?? 0, other.freezePane.columns ?? 0] : null,
      ]);
      expect([name, ranges(sheet.merges)]).toEqual([name, ranges(spec.merges)]);
      expect([name, sheet.rowBreaks.map(({ at }) => at - 1)]).toEqual([name, other.rowBreaks ?? []]);
    }
  });

  test('charts', () => {
    for (const { name, excel: sheet, file: other } of pairs) {
      const inExcel = sheet.charts.map(({ properties, series }) => [
        properties['title/Text'],
        series.map((one) => [
          one.name,
          one.values && formatArea(one.values.area, true),
          one.categories && formatArea(one.categories.area, true),
        ]),
      ]);
      const inFile = (other.charts ?? []).map(({ title, series }) => [
        title,
        (series ?? []).map((one) => [
          one.name,
          oneCell(one.valuesRef?.split('!')[1]),
          oneCell(one.categoriesRef?.split('!')[1]),
        ]),
      ]);
      expect([name, inExcel]).toEqual([name, inFile]);
    }
  });

  test('paper', () => {
    for (const { name, excel: sheet, file: other, spec } of pairs) {
      if (spec.print === null) continue;
      const { properties } = sheet.pageLayout;
      const fit = properties.Zoom as { horizontalFitToPages?: number; verticalFitToPages?: number };
      expect([
        name,
        properties.Orientation === 'Landscape',
        fit.horizontalFitToPages,
        fit.verticalFitToPages ?? 0,
      ]).toEqual([
        name,
        other.pageSetup?.orientation === 'landscape',
        other.pageSetup?.fitToWidth,
        other.pageSetup?.fitToHeight ?? 0,
      ]);
      const { LeftHeader = '', CenterHeader = '', RightHeader = '' } = sheet.pageLayout.headersFooters;
      expect([
        name,
        [LeftHeader && `&L${LeftHeader}`, CenterHeader && `&C${CenterHeader}`, RightHeader && `&R${RightHeader}`].join(
          '',
        ),
      ]).toEqual([name, other.headerFooter?.oddHeader]);
    }
  });
});
