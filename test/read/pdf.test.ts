import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { linesOfPage, type TextPiece } from '../../src/read/pdf/pageText';
import { readSource } from '../../src/read/file/read';
import { makePdf, smallReportPdf, SMALL_REPORT } from '../support/pdf';
import { FULL_TEXT_NOTE, ROOT } from '../support/requirements';

/** A piece of text 6 points a sign wide, y down from the top of the page. */
const piece = (text: string, x: number, y: number, options: Partial<TextPiece> = {}): TextPiece => ({
  text,
  transform: [10, 0, 0, -10, x, y],
  width: text.length * 6,
  height: 10,
  ...options,
});

const textsOf = (pieces: readonly TextPiece[]): readonly string[] => linesOfPage(pieces, 1).map(({ text }) => text);

describe('lines of a page', () => {
  test('pieces on one line are one line, with the page and their places on it, whatever the order of drawing', () => {
    const [line] = linesOfPage([piece('1.250', 300, 100), piece('  ', 120, 100), piece('Uitgaven', 50, 100.3)], 7);
    expect(line).toMatchObject({ text: 'Uitgaven 1.250', indented: true, page: 7, box: [50, 90, 330, 100.3] });
    expect(line?.spans).toEqual([
      { at: 0, from: 50, to: 98 },
      { at: 9, from: 300, to: 330 },
    ]);
  });

  test('pieces that touch are one word, pieces apart are not glued', () => {
    expect(textsOf([piece('Uit', 50, 100), piece('gaven', 68, 100), piece('12', 130, 100)])).toEqual([
      'Uitgaven 12',
      '',
    ]);
  });

  test('a wide gap is a blank line, the next line of a paragraph is not', () => {
    expect(textsOf([piece('een', 50, 100), piece('twee', 50, 112), piece('drie', 50, 140)])).toEqual([
      'een',
      'twee',
      '',
      'drie',
      '',
    ]);
  });

  test('a turned page reads the same, and a stamp in another direction comes after it', () => {
    const turned = (text: string, x: number): TextPiece => piece(text, 0, 0, { transform: [0, 10, 10, 0, x, 32] });
    const lines = linesOfPage(
      [piece('stempel', 20, 20), turned('een', 300), turned('twee', 288), turned('drie', 260)],
      1,
    );
    expect(lines.map(({ text, aside }) => [text, aside ?? false])).toEqual([
      ['een', false],
      ['twee', false],
      ['', false],
      ['drie', false],
      ['', false],
      ['stempel', true],
      ['', false],
    ]);
  });

  test('running text in two columns is read column by column', () => {
    const left = ['de een met veel woorden', 'twee met nog meer woorden', 'drie en zo gaat het', 'vier en dan is het'];
    const right = [
      'vijf met veel andere woorden',
      'zes en nog enkele woorden',
      'zeven en zo gaat het',
      'acht en dan is het',
    ];
    const pieces = [
      ...left.map((text, at) => piece(text, 50, 100 + 12 * at)),
      ...right.map((text, at) => piece(text, 300, 100 + 12 * at)),
    ];
    expect(textsOf(pieces).filter((text) => text !== '')).toEqual([...left, ...right]);
  });

  test('a page without text has no lines', () => {
    expect(linesOfPage([piece('', 1, 1), piece('   ', 2, 2)], 1)).toEqual([]);
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
