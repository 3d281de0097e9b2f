import { describe, expect, test } from '@jest/globals';
import { runChecks } from '../../src/check/run/run';
import type { Finding } from '../../src/plan/finding';
import { readReport } from '../../src/read/report/report';
import type { WorkbookContent } from '../../src/sheets/content';
import { editsOf } from '../../src/sheets/readBack/edits';
import { documentFromWorkbook, importedFromWorkbook } from '../../src/sheets/readBack/readBack';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { seedText } from '../support/requirements';
import { contentOf, mapTable, tableRows, withCell } from '../sheets/contentOf';

const READING = readReport(seedText('004'))!;
const CONTENT = contentOf(buildSheets(READING, []));
const BEFORE = new Set(runChecks(READING.document).map(({ key }) => key));

/** What the checks say of an edited workbook that they did not say of the report. */
function newFindings(content: WorkbookContent): readonly Finding[] {
  const read = documentFromWorkbook(content);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const [imported] = importedFromWorkbook(content);
  const { document, findings, cells } = read.value;
  const said = runChecks(document, { edits: editsOf(imported!, document, cells) });
  return [...findings, ...said].filter(({ key }) => !BEFORE.has(key));
}

const addRow = (
  content: WorkbookContent,
  table: string,
  cells: Readonly<Record<string, string | number>>,
): WorkbookContent =>
  mapTable(content, table, (rows) => [
    ...rows.slice(0, -1),
    rows[0]!.map((head) => cells[String(head)] ?? null),
    ...rows.slice(-1),
  ]);

const withoutRow = (content: WorkbookContent, table: string, key: string): WorkbookContent =>
  mapTable(content, table, (rows) => rows.filter((row) => row[rows[0]!.indexOf('Sleutel')] !== key));

const LINE = 'AC000474|2024|operating|expenditure';
const EDITS: Readonly<Record<string, WorkbookContent>> = {
  'credit up': withCell(CONTENT, 'tblKredieten', LINE, 'Eindkrediet', 300_000),
  'credit down below the actual': withCell(CONTENT, 'tblKredieten', LINE, 'Eindkrediet', 200_000),
  'line added': addRow(CONTENT, 'tblKredieten', {
    Jaar: 2024,
    Code: 'AC000285',
    Soort: 'Exploitatie',
    Richting: 'Uitgaven',
    Eindkrediet: 12_000,
  }),
  'line deleted': withoutRow(CONTENT, 'tblKredieten', LINE),
  'action moved': withCell(CONTENT, 'tblPlan', 'AC000474', 'Boven', 'AP000048'),
  'figure in J2': withCell(CONTENT, 'tblJ2', 'r1', 'Jaarrekening 2024', 5_627_231),
  'transfer amount': withCell(
    CONTENT,
    'tblOverdrachten',
    String(tableRows(CONTENT, 'tblOverdrachten')[1]![0]),
    'Bedrag',
    25_000,
  ),
};

const told = (name: string): readonly string[] =>
  newFindings(EDITS[name]!).map(({ severity, check }) => `${severity} ${check}`);
const deed = (name: string): string =>
  newFindings(EDITS[name]!).find(({ check }) => check === 'changes.consequences')?.message ?? '';

describe('an edit as a planner makes it is one change, told where it was made', () => {
  test.each([
    ['credit up', ['info changes.consequences']],
    ['credit down below the actual', ['error changes.credit-below-actual', 'info changes.consequences']],
    ['line added', ['attention status.done-unspent', 'info changes.consequences']],
    ['line deleted', ['info changes.consequences']],
    ['action moved', ['info changes.consequences']],
    ['figure in J2', ['info changes.consequences']],
    [
      'transfer amount',
      ['attention credits.carried-too-much', 'attention credits.mirror', 'info changes.consequences'],
    ],
  ])('%s', (name, expected) => {
    expect(told(name)).toEqual(expected);
  });

  test('names the cell, from and to, the printed figures that moved, and what is not assigned yet', () => {
    const message = deed('credit up');
    expect(message).toMatch(
      /^U bracht Kredieten!J5 \(AC000474 .*; Exploitatie, Uitgaven, Eindkrediet 2024\) van 237\.000 op 300\.000\./,
    );
    for (const part of [
      'Beleidsevaluatie, Exploitatie, Uitgaven, Eindkrediet 2024 (AP000005, BD000002, het plan +63.000)',
      'BD000002 Uitgave, Totaal Uitgave +63.000',
      'J2 Meerjarenplan 2024 (I.b +63.000; I, III, V, VII, IX',
      'J3 Eindkredieten 2024, Uitgaven (Exploitatie +63.000)',
      'Nog toe te wijzen: T1 Meerjarenplan 2024 (Exploitatie, Uitgaven +63.000)',
    ])
      expect(message).toContain(part);
  });

  test('a figure that follows from others and is typed over is told with what it follows from', () => {
    expect(deed('figure in J2')).toContain('blad 5.627.231, herrekend 5.617.231');
  });

  test('a moved action takes its money along: its old place loses what its new place wins', () => {
    const message = deed('action moved');
    expect(message).toContain(
      'Exploitatie, Uitgaven, Eindkrediet 2024 (AP000005, BD000002 -237.000; AP000048, BD000010 +237.000)',
    );
    expect(message).not.toContain('Sluit daardoor niet meer: J1');
  });

  test('whichever investment is raised, everything that follows from it follows: no figure of a schema is left behind', () => {
    const rows = tableRows(CONTENT, 'tblKredieten');
    const [key, final] = ['Sleutel', 'Eindkrediet'].map((head) => rows[0]!.indexOf(head));
    // Investments: J1 prints no saldo where receipts equal expenditure.
    const lines = rows.slice(1).filter((row) => String(row[key!] ?? '').includes('|investment|'));
    expect(lines.length).toBeGreaterThan(20);
    const leftBehind = lines.flatMap((row) => {
      const raised = withCell(CONTENT, 'tblKredieten', String(row[key!]), 'Eindkrediet', Number(row[final!]) + 48_000);
      return newFindings(raised).flatMap(({ message, check }) =>
        check === 'changes.consequences' ? (message.match(/herrekend [^;]*/g) ?? []) : [],
      );
    });
    expect(leftBehind).toEqual([]);
  });
});
