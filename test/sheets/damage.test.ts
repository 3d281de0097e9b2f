import { describe, expect, test } from '@jest/globals';
import { readReport } from '../../src/read/report/report';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import type { CellValue } from '../../src/sheets/spec';
import type { WorkbookContent } from '../../src/sheets/content';
import {
  documentFromWorkbook,
  explanationsFromWorkbook,
  settingsFromWorkbook,
} from '../../src/sheets/readBack/readBack';
import { readState } from '../../src/sheets/readBack/state';
import { SHEETS } from '../../src/sheets/names';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { generateReport } from '../../standin/report/generateReport';
import { contentOf } from './contentOf';

const reading = readReport(generateReport({ seed: 8, objectives: 1 }).text);
if (!reading) throw new Error('the generated report does not read');
const { document } = reading;
const { statuses, ...checks } = { ...DEFAULT_SETTINGS, thresholds: { ...DEFAULT_SETTINGS.thresholds } };
const DORMANT = { 'a.key': { state: 'explained', text: 'Nagekeken', initials: 'JV' } } as const;
const CONTENT = contentOf(buildSheets(reading, [], { settings: checks, statuses, explanations: DORMANT }));

/** The workbook with another hidden sheet: `change` gets its chunks, without their mark. */
function damaged(change: (chunks: string[]) => readonly (CellValue | undefined)[]): WorkbookContent {
  return {
    sheets: CONTENT.sheets.map((sheet) => {
      if (sheet.name !== SHEETS.state) return sheet;
      const cells = sheet.cells.map((row) => [...row]);
      const count = Number(cells[1]?.[0]);
      const chunks = change(cells.slice(2, 2 + count).map(([chunk]) => String(chunk)));
      chunks.forEach((chunk, index) => (cells[2 + index] = [chunk ?? null, ...(cells[2 + index] ?? []).slice(1)]));
      return { ...sheet, cells };
    }),
  };
}

/** The chunk that begins a part, changed. */
const inPart = (part: string, change: (chunk: string) => CellValue) => (chunks: string[]) =>
  chunks.map((chunk) => (chunk.startsWith(`| ,"${part}"`) ? change(chunk) : chunk));

function read(content: WorkbookContent) {
  const book = documentFromWorkbook(content);
  if (!book.ok) throw new Error(book.failure.kind.id);
  return { ...book.value, said: book.value.findings.map(({ check }) => check) };
}

describe('a hidden sheet of which a part is damaged', () => {
  test('a whole one says nothing', () => {
    expect(read(CONTENT).said).toEqual([]);
    expect(read(CONTENT).document).toEqual(document);
  });

  test('a document with a date that does not exist opens, with what the sheets show', () => {
    const period = document.nodes.find((node) => node.period !== null)?.period;
    const content = damaged((chunks) => chunks.map((chunk) => chunk.replaceAll(period?.to ?? '', '2027-11-31')));
    const book = read(content);
    expect(book.said).toEqual(['sheet.damaged-document']);
    expect(period).toBeDefined();
    expect(book.document.nodes.map((node) => [node.id, node.period])).toEqual(
      document.nodes.map((node) => [node.id, node.period]),
    );
  });

  test.each([
    ['cut', (chunk: string) => chunk.slice(0, -20)],
    ['gone', () => null],
    ['typed over', () => 'per ongeluk'],
  ])('a document whose chunk is %s is read again from the sheet Bron; settings and answers live on', (_how, change) => {
    const content = damaged(inPart('document', change));
    const book = read(content);
    expect(book.said).toContain('sheet.damaged-document');
    expect(book.document.nodes.map(({ id, title }) => [id, title])).toEqual(
      document.nodes.map(({ id, title }) => [id, title]),
    );
    expect(book.document.amounts).toHaveLength(document.amounts.length);
    expect(settingsFromWorkbook(content)).toEqual(settingsFromWorkbook(CONTENT));
    expect(explanationsFromWorkbook(content)).toEqual(DORMANT);
  });

  test('damaged settings leave the document and the answers as they are', () => {
    const content = damaged(inPart('settings', (chunk) => chunk.replace('"language":"nl"', '"language":7')));
    const book = read(content);
    expect(book.said).toEqual(['sheet.damaged-settings']);
    expect(book.document).toEqual(document);
    expect(explanationsFromWorkbook(content)).toEqual(DORMANT);
  });

  test('one status that is damaged is left out, the others stay', () => {
    const content = damaged(inPart('settings', (chunk) => chunk.replace('"code":"onTrack"', '"code":4')));
    const state = readState(content);
    expect(state.ok && state.value.settings.statuses.map(({ code }) => code)).toEqual(
      DEFAULT_SETTINGS.statuses.map(({ code }) => code).filter((code) => code !== 'onTrack'),
    );
    expect(read(content).said).toEqual(['sheet.damaged-settings']);
  });

  test('damaged answers are told', () => {
    const content = damaged(inPart('dormant', (chunk) => chunk.replace('"explained"', '"onbekend"')));
    expect(read(content).said).toEqual(['sheet.damaged-memory']);
    expect(read(content).document).toEqual(document);
  });
});
