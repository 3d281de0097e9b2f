import { describe, expect, test } from '@jest/globals';
import { ledgerDocument } from '../../src/figures/accounts/document';
import type { PlanDocument } from '../../src/plan/document';
import { gridOfCsv } from '../../src/read/lines/csv';
import { readTables } from '../../src/read/lines/tables';
import type { WorkbookContent } from '../../src/sheets/content';
import { documentFromWorkbook } from '../../src/sheets/readBack/readBack';
import type { CellValue } from '../../src/sheets/spec';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { contentOf } from './contentOf';

const FILES = {
  'acties.csv': 'Code;Titel;Boven;Prioritair\nBD1;Doel;;ja\nAC1;Actie;BD1;ja',
  'domeinen.csv': 'Beleidsveld;Beleidsdomein\n0119;Bestuur',
  'lijnen.csv': `Entiteit;Raming;Omschrijving;Actie;AR;Beleidsveld;Jaar;Eindkrediet;Jaarrekening;Dienst
AGB Waterdorp;MJP000001;=1+1;AC1;6130000;0119;2024;100;90,50;ICT
AGB Waterdorp;MJP000002;Verkoop;AC1;7010000;0119;2024;200;210;`,
  'balans.csv':
    'Entiteit;Rekening;Beginsaldo;Debet;Credit;Eindsaldo;Jaar\nAGB Waterdorp;5500000;10;5;0;15;2024\nAGB Waterdorp;1000000;-10;0;5;-15;2024',
};

const document = ledgerDocument(readTables(Object.entries(FILES).map(([name, text]) => gridOfCsv(text, name))));
const sheets = buildSheets({ document, lines: [] }, []);
const written = contentOf(sheets);

function read(content: WorkbookContent): PlanDocument {
  const book = documentFromWorkbook(content);
  if (!book.ok) throw new Error(book.failure.kind.id);
  return book.value.document;
}

/** The workbook with another value under a heading of a sheet, in the row with this text. */
function edited(sheetName: string, rowText: string, heading: string, value: CellValue): WorkbookContent {
  return {
    sheets: written.sheets.map((sheet) => {
      if (sheet.name !== sheetName) return sheet;
      const head = sheet.cells.find((row) => row.includes(heading)) ?? [];
      const column = head.indexOf(heading);
      const cells = sheet.cells.map((row) =>
        row.includes(rowText) ? Array.from(row, (cell, at) => (at === column ? value : (cell ?? null))) : row,
      );
      return { ...sheet, cells };
    }),
  };
}

const figure = ({ statements }: PlanDocument, id: string): readonly (number | null)[] | undefined =>
  statements.flatMap(({ rows }) => rows).find(({ schemaRow }) => schemaRow === id)?.values;

describe('tables of budget lines in the workbook', () => {
  test('stand on sheets under the names of their files’ columns, extra ones too', () => {
    const heads = ['Kredietlijnen', 'Balans', 'Beleidsdomeinen', 'Entiteiten'].map(
      (name) => written.sheets.find((sheet) => sheet.name === name)?.tables[0]?.name,
    );
    expect(heads).toEqual(['tblKredietlijnen', 'tblBalans', 'tblBeleidsdomeinen', 'tblEntiteiten']);
    const lines = written.sheets.find(({ name }) => name === 'Kredietlijnen')?.cells.flat();
    expect(lines).toEqual(expect.arrayContaining(['Dienst', 'ICT', '=1+1', 90.5]));
  });

  test('untouched, give the document as it was', () => {
    expect(read(written)).toEqual(document);
  });

  test('an amount typed over moves every schema', () => {
    const now = read(edited('Kredietlijnen', 'MJP000001', 'Jaarrekening', 95));
    expect(figure(document, 'J2.I.b')).toEqual([9050, 10000]);
    expect(figure(now, 'J2.I.b')).toEqual([9500, 10000]);
    expect(figure(now, 'T2.operating.expenditure.A.1')?.[0]).toBe(9500);
    expect(figure(now, 'T1.domain.operating.balance')?.[0]).toBe(0);
    expect(now.amounts.find(({ node, phase }) => node === 'AC1' && phase === 'actual')?.cents).toBe(9500);
  });

  test('another domain or account moves its row, a bad cell is told with the row of the sheet', () => {
    expect(figure(read(edited('Balans', '5500000', 'Rekening', '4000000')), 'J4.assets.I.B.1')?.[0]).toBe(1500);
    const now = read(edited('Kredietlijnen', 'MJP000002', 'Eindkrediet', 'veel'));
    expect(now.findings).toMatchObject([
      { check: 'lines.bad-amount', figures: { file: 'Kredietlijnen', row: 6, column: 'Eindkrediet', value: 'veel' } },
    ]);
  });
});
