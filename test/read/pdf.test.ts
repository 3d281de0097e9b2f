import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { linesOfPage, type TextPiece } from '../../src/read/pdf/pageText';
import { readSource } from '../../src/read/file/read';
import { makePdf, smallReportPdf, SMALL_REPORT } from '../support/pdf';
import { FULL_TEXT_NOTE, ROOT } from '../support/requirements';

const piece = (text: string, y: number, options: Partial<TextPiece> = {}): TextPiece => ({
  text,
  endsLine: true,
  transform: [10, 0, 0, 10, 50, y],
  height: 10,
  ...options,
});

describe('lines of a page', () => {
  test('pieces up to the end of a line are one line, with the page on it', () => {
    const lines = linesOfPage(
      [piece('Uitgaven', 700, { endsLine: false }), piece('  ', 700, { endsLine: false }), piece('1.250', 700)],
      7,
    );
    expect(lines).toEqual([
      { text: 'Uitgaven 1.250', indented: true, page: 7 },
      { text: '', indented: false, page: 7 },
    ]);
  });

  test('a wide gap is a blank line, the next line of a paragraph is not', () => {
    const texts = linesOfPage([piece('een', 700), piece('twee', 688), piece('drie', 660)], 1).map(({ text }) => text);
    expect(texts).toEqual(['een', 'twee', '', 'drie', '']);
  });

  test('a turned page reads the same', () => {
    const turned = (text: string, x: number): TextPiece => piece(text, 0, { transform: [0, 10, -10, 0, x, 32] });
    expect(
      linesOfPage([turned('een', 100), turned('twee', 112), turned('drie', 140)], 1).map(({ text }) => text),
    ).toEqual(['een', 'twee', '', 'drie', '']);
  });

  test('a page without text has no lines', () => {
    expect(linesOfPage([piece('', 1), piece('   ', 2)], 1)).toEqual([]);
  });
});

describe('a PDF', () => {
  test('reads as the text does, with the page of every figure', async () => {
    const result = await readSource(smallReportPdf(), { name: 'jaarrekening.pdf' });
    if (!result.ok) throw new Error(result.failure.kind.id);
    const [statement] = result.value.document.statements;
    expect(statement?.rows.map(({ label, values, source }) => [label, values, source.page])).toEqual(SMALL_REPORT);
  });

  test.each([
    ['reading.pdf-broken', new TextEncoder().encode('%PDF-1.7\nno objects at all')],
    ['reading.pdf-scanned', makePdf(['0 0 595 842 re f'])],
  ])('%s', async (id, bytes) => {
    const result = await readSource(bytes, { name: 'scan.pdf' });
    expect(result.ok ? 'read' : result.failure.kind.id).toBe(id);
  });
});

const SAMPLE = path.join(ROOT, '../shared/samples/antwerpen-mjp-2026-2031-schemas.pdf');
const describeSample = existsSync(SAMPLE) ? describe : describe.skip;

describeSample(`the multi-year plan 2026-2031 of a province (${FULL_TEXT_NOTE})`, () => {
  test('every line of its six schemas is read, each figure with its page', async () => {
    const result = await readSource(readFileSync(SAMPLE), { name: 'plan.pdf' });
    if (!result.ok) throw new Error(result.failure.kind.id);
    const { document } = result.value;
    expect(document.document).toMatchObject({
      kind: 'multiYearPlan',
      fiscalYear: null,
      schemaSet: '3.0',
      planPeriod: { from: '2026-01-01', to: '2031-12-31' },
      entity: { name: 'Provincie Antwerpen', enterpriseNumber: '0207.725.597' },
      officers: { generalDirector: 'Maarten Puls', financialDirector: 'Stefan Verbruggen' },
    });
    expect(document.statements.map(({ schema, columns }) => [schema, columns.length])).toEqual([
      ['M1', 6],
      ['M2', 6],
      ['M3', 2],
      ['T1', 6],
      ['T2', 6],
      ['T3', 6],
    ]);
    expect(document.statements.every(({ rows }) => rows.every((row) => row.source.page !== null))).toBe(true);
    expect(document.statements[1]?.rows[0]).toMatchObject({
      path: ['I'],
      label: 'Exploitatiesaldo',
      values: [3216153100, 3211896400, 3177304500, 3145852900, 3034496900, 3070913400],
    });
    expect(document.lines.unrecognised).toEqual([]);
  });
});
