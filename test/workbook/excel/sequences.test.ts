import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Reading } from '../../../src/read/source';
import { documentFromWorkbook } from '../../../src/sheets/readBack/readBack';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { differences } from '../../../standin/model/snapshot';
import { findSheet } from '../../../standin/model/book';
import { bodyArea, findTable } from '../../../standin/model/tables';
import { formatArea } from '../../../standin/model/area';
import { READING } from '../../sheets/fixture';
import { CHANGED } from './changed';
import { newDesk, withOwnSheet, type Desk } from './support';

/** Random days at the office: whatever was done to the workbook, an import makes it the document, and taking it back makes it what it was. */
const READINGS: readonly Reading[] = [
  READING,
  CHANGED,
  {
    ...READING,
    document: {
      ...READING.document,
      nodes: [...READING.document.nodes].reverse().map((node, order) => ({ ...node, order })),
    },
  },
];

type Step =
  | { readonly do: 'import'; readonly which: number }
  | { readonly do: 'revert' }
  | {
      readonly do: 'type';
      readonly table: string;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  | { readonly do: 'sort'; readonly table: string; readonly column: number; readonly up: boolean }
  | { readonly do: 'add' | 'delete'; readonly table: string; readonly row: number }
  | { readonly do: 'move'; readonly table: string; readonly from: number; readonly to: number }
  | { readonly do: 'column'; readonly table: string; readonly at: number }
  | { readonly do: 'own'; readonly text: string }
  | { readonly do: 'lean'; readonly table: string }
  | { readonly do: 'paint'; readonly table: string }
  | { readonly do: 'drop'; readonly sheet: string };

const table = fc.constantFrom('tblPlan', 'tblKredieten', 'tblOverdrachten', 'tblJ2', 'tblBron');
const place = fc.nat({ max: 30 });
const text = fc.constantFrom('x', '=1+1', "'t", '12', '', 'Resultaat is behaald');

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('import' as const), which: fc.nat({ max: READINGS.length - 1 }) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'revert' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('type' as const), table, row: place, column: place, text }) },
  fc.record({ do: fc.constant('sort' as const), table, column: place, up: fc.boolean() }),
  fc.record({ do: fc.constantFrom('add' as const, 'delete' as const), table, row: place }),
  fc.record({ do: fc.constant('move' as const), table, from: place, to: place }),
  fc.record({ do: fc.constant('column' as const), table, at: place }),
  fc.record({ do: fc.constant('own' as const), text }),
  fc.record({ do: fc.constant('lean' as const), table }),
  fc.record({ do: fc.constant('paint' as const), table }),
  fc.record({ do: fc.constant('drop' as const), sheet: fc.constantFrom('Bron', 'Dashboard', 'J2') }),
);

/** The user's own sheet is watched apart. */
const withoutMemory = (lines: readonly string[]): string[] =>
  lines.filter((line) => !/^(_planboek_terug|Eigen)!/.test(line));
const ownLines = (desk: Desk): string[] =>
  desk.host.snapshot().filter((line) => line.startsWith('Eigen!') && !line.includes('tbl') && !line.includes('#REF'));

/** A day: what is expected of the workbook follows from the last import. */
class Day {
  readonly desk = newDesk();
  readonly book = new ExcelWorkbook();
  /** The workbook before the last import, as long as nothing was edited since. */
  private before: string[] | null = null;

  constructor() {
    withOwnSheet(this.desk);
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'import') await this.import(READINGS[step.which] ?? READING);
    else if (step.do === 'revert') await this.revert();
    else if (this.edit(step)) this.before = null;
  }

  private async import(reading: Reading): Promise<void> {
    const sheets = buildSheets(reading, []);
    const before = withoutMemory(this.desk.host.snapshot());
    const own = ownLines(this.desk);
    this.desk.calculator.learn(sheets);
    const result = await this.book.apply(sheets);
    if (!result.ok) throw new Error(`${result.failure.kind.id} ${JSON.stringify(result.failure.figures)}`);
    if (result.value.changed) this.before = before;
    this.desk.calculator.recalculate(this.desk.host.book);
    expect(differences(own, ownLines(this.desk))).toEqual([]);
    const content = await this.book.read();
    const read = content.ok ? documentFromWorkbook(content.value) : content;
    expect(read.ok && read.value.findings).toEqual([]);
    expect(read.ok && read.value.document).toEqual(reading.document);
    expect(await this.book.apply(sheets)).toMatchObject({ ok: true, value: { changed: false } });
  }

  private async revert(): Promise<void> {
    const now = withoutMemory(this.desk.host.snapshot());
    const result = await this.book.revert();
    if (!result.ok) {
      expect(differences(now, withoutMemory(this.desk.host.snapshot()))).toEqual([]);
      expect(['excel.nothing-to-revert', 'excel.edited-since']).toContain(result.failure.kind.id);
      expect(this.before).toBeNull();
      return;
    }
    if (this.before !== null) expect(differences(this.before, withoutMemory(this.desk.host.snapshot()), 8)).toEqual([]);
    this.before = null;
  }

  /** True when something was done that a revert may not lose. */
  private edit(step: Exclude<Step, { do: 'import' | 'revert' }>): boolean {
    const { user, host } = this.desk;
    if (step.do === 'own') {
      user.paste('Eigen', 'E5', [[step.text]]);
      return false;
    }
    if (step.do === 'drop') {
      if (findSheet(host.book, step.sheet) === undefined) return false;
      user.deleteSheet(step.sheet);
      return true;
    }
    const found = findTable(host.book, step.table);
    if (found === undefined) return false;
    if (step.do === 'lean') {
      user.paste('Eigen', 'G1', [[`=ROWS(${step.table}[#All])`]]);
      return true;
    }
    const sheet = host.book.sheets.find(({ id }) => id === found.sheet);
    if (sheet === undefined) return false;
    const body = bodyArea(found);
    const column = 'column' in step ? step.column % body.columns : 0;
    const row = 'row' in step ? step.row % body.rows : 0;
    switch (step.do) {
      case 'type':
        user.paste(sheet.name, formatArea({ row: body.row + row, column: body.column + column, rows: 1, columns: 1 }), [
          [step.text],
        ]);
        break;
      case 'sort':
        user.sort(step.table, found.columns[column]?.name ?? '', step.up);
        break;
      case 'add':
        user.addRow(
          step.table,
          found.columns.map((_, index) => (index === 0 ? `nieuw ${step.row}` : null)),
        );
        break;
      case 'delete':
        if (body.rows > 1) user.deleteRow(step.table, row);
        break;
      case 'move':
        user.moveColumn(step.table, step.from % body.columns, step.to % body.columns);
        break;
      case 'column':
        user.insertColumns(sheet.name, body.column + 1 + (step.at % body.columns));
        break;
      case 'paint':
        user.fill(sheet.name, formatArea({ ...body, rows: 1 }), '#ABCDEF');
        break;
    }
    return true;
  }
}

test('whatever is done, an import makes the workbook the document and a revert makes it what it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 9 }), async (steps) => {
      const day = new Day();
      await steps.reduce<Promise<void>>((done, step) => done.then(() => day.take(step)), Promise.resolve());
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
