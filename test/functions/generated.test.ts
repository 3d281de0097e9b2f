import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amounts, realisation } from '../../src/functions/amounts';
import { control } from '../../src/functions/control';
import type { Answer } from '../../src/functions/failure';
import { counts, statuses, tree } from '../../src/functions/planAnswers';
import { inLanguage } from '../../src/plan/phrase';
import { reconcile } from '../../src/functions/reconcile';
import { schemaRows } from '../../src/functions/schemaAnswers';
import { DEFAULT_STATUSES } from '../../src/plan/status';
import { readReport } from '../../src/read/report/report';
import type { Reading } from '../../src/read/source';
import { labelOfDirection, labelOfKind } from '../../src/schema/rows/labels';
import { creditColumn } from '../../src/sheets/creditColumns';
import { planView } from '../../src/sheets/planView';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { anyReading } from '../sheets/arbitrary';
import { generateReport } from '../../standin/report/generateReport';
import { calculate, columnOf, type CalculatedSheets, type Rows } from './sheetTables';

/** Whole workbooks are calculated, on machines that do other work as well. */
const cellsOf = (answer: Answer): unknown[][] => {
  if (!answer.ok) throw new Error(inLanguage(answer.failure.sentence, 'nl'));
  return answer.value.map((row) => [...row]);
};
const asColumn = (values: Rows[number]): Rows => values.map((value) => [value]);
const flat = (answer: Answer): unknown[] => cellsOf(answer).map(([value]) => value);
const cents = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 100) + 0 : value);

const tablesOf = (reading: Reading): CalculatedSheets => calculate(buildSheets(reading, []));

/** BEDRAG of every code against the calculated cells of the plan sheet, for every figure the sheet has. Answers how many cells were compared. */
function compareAmounts(reading: Reading, sheets: CalculatedSheets): number {
  const [plan, credits] = [sheets.table('tblPlan'), sheets.table('tblKredieten')];
  const totals = plan.at(-1)![0] === 'Totaal' && plan.length > reading.document.nodes.length + 1;
  const levels = new Set(reading.document.levels.map(({ id }) => id));
  // A level that is not in the list has no place in the path of the sheet; nothing is rolled up there.
  const known = columnOf(plan, 'Niveau', totals).map((level) => levels.size === 0 || levels.has(String(level)));
  const codes = columnOf(plan, 'Code', totals);
  let compared = 0;
  for (const { cell, computed } of planView(reading.document, DEFAULT_STATUSES).groups.flatMap(
    ({ measures }) => measures,
  )) {
    const answer = amounts(
      credits,
      asColumn(codes),
      labelOfKind(cell.kind),
      labelOfDirection(cell.direction),
      creditColumn(cell.phase),
      cell.year,
    );
    const native = columnOf(plan, computed, totals);
    // A table without lines has no column for the phase; the sheet then shows nothing either.
    const own = answer.ok || credits[0]!.includes(creditColumn(cell.phase)) ? flat(answer) : native.map(() => '');
    known.forEach((isKnown, at) => {
      if (!isKnown) return;
      compared += 1;
      expect([computed, codes[at], cents(own[at])]).toEqual([computed, codes[at], cents(native[at])]);
    });
  }
  return compared;
}

describe('on documents that do not exist', () => {
  test('BEDRAG is the native roll-up, whatever the tree, the codes and the texts', () => {
    fc.assert(
      fc.property(anyReading, (reading) => {
        compareAmounts(reading, tablesOf(reading));
      }),
      { numRuns: 60 },
    );
  });

  test('no function throws, whatever the sheets hold', () => {
    fc.assert(
      fc.property(anyReading, (reading) => {
        const sheets = tablesOf(reading);
        const [plan, credits, transfers] = [
          sheets.table('tblPlan'),
          sheets.table('tblKredieten'),
          sheets.book.tables.some(({ name }) => name === 'tblOverdrachten') ? sheets.table('tblOverdrachten') : null,
        ];
        const codes = asColumn(columnOf(plan, 'Code'));
        const schemas = sheets.book.tables.map(({ name }) => name).filter((name) => /^tbl[JTM]\d$/.test(name));
        const answers = [
          realisation(credits, codes, 'Exploitatie', 'Uitgaven'),
          statuses(plan, codes),
          counts(plan, codes, null, null),
          tree(plan, null, null),
          control(plan, credits, null),
          reconcile(credits, transfers, null),
          reconcile(credits, transfers, codes),
          schemaRows('J1', credits, plan),
          schemaRows('J3', credits, null),
          ...schemas.map((name) => schemaRows(name.slice(3), sheets.table(name), null)),
        ];
        for (const answer of answers) {
          const width = answer.ok ? answer.value[0]!.length : 0;
          if (answer.ok) expect(answer.value.every((row) => row.length === width)).toBe(true);
          else expect(inLanguage(answer.failure.sentence, 'nl')).toMatch(/\.$/);
        }
        expect(cellsOf(statuses(plan, codes)).length).toBe(codes.length);
      }),
      { numRuns: 60 },
    );
  });

  test.each([1, 2, 3])('reports of other boards, with other codes and amounts to the cent (%i)', (seed) => {
    const read = readReport(generateReport({ seed }).text);
    if (!read) throw new Error('not a report');
    const reading: Reading = { document: read.document, lines: read.lines };
    const sheets = tablesOf(reading);
    expect(compareAmounts(reading, sheets)).toBeGreaterThan(100);
    const native = sheets.table('tblAfstemming');
    const answer = cellsOf(reconcile(sheets.table('tblKredieten'), sheets.table('tblOverdrachten'), null));
    const columns = answer[0]!.map((heading) => native[0]!.indexOf(String(heading)));
    const printed = (rows: readonly (readonly unknown[])[]): string[] =>
      rows.map((row) => JSON.stringify(row.map(cents))).sort();
    const body = native.slice(1).map((row) => columns.map((at) => (at < 0 ? '' : row[at]!)));
    expect(printed(answer.slice(1))).toEqual(printed(body));
    for (const { name } of sheets.book.tables.filter((table) => /^tbl[JTM]\d$/.test(table.name))) {
      const table = sheets.table(name);
      const rows = cellsOf(schemaRows(name.slice(3), table, null));
      const at = rows[0]!.map((heading) => table[0]!.indexOf(String(heading)));
      expect([name, rows.map((row) => row.map(cents))]).toEqual([
        name,
        table.map((row) => at.map((column) => cents(row[column]))),
      ]);
    }
  });
});
