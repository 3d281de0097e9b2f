import { describe, expect, test } from '@jest/globals';
import { runChecks } from '../../src/check/run/run';
import { readSource } from '../../src/read/file/read';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import type { CellSpec, SheetSpec } from '../../src/sheets/spec';
import { SheetCalculator } from '../../standin/calculator/calculator';
import { cellAt, newBook, putCell, type Book } from '../../standin/model/book';
import { seedText } from '../support/requirements';
import { bookOf } from './bookOf';

/** A workbook of one sheet with these cells, calculated. */
function calculated(cells: Readonly<Record<string, string | number>>): (address: string) => unknown {
  const book = newBook('Blad1');
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  const at = (address: string) => ({ row: Number(address.slice(1)) - 1, column: address.charCodeAt(0) - 65 });
  for (const [address, input] of Object.entries(cells)) {
    const { row, column } = at(address);
    const formula = typeof input === 'string' && input.startsWith('=') ? input : null;
    putCell(sheet, row, column, { value: formula === null ? input : '', formula, format: null });
  }
  new SheetCalculator().recalculate(book);
  return (address) => cellAt(sheet, at(address).row, at(address).column).value;
}

describe('formulas', () => {
  test.each([
    ['=1+2*3', 7],
    ['=-2^2', 4],
    ['=(1+2)*3', 9],
    ['=10%', 0.1],
    ['="a"&"b"&1', 'ab1'],
    ['="A"="a"', true],
    ['=1/0', '#DIV/0!'],
    ['=IFERROR(1/0,"x")', 'x'],
    ['=IF(1>2,1/0,"no")', 'no'],
    ['=ROUND(1.005,2)', 1.01],
    ['=ROUND(-2.5,0)', -3],
    ['=LEFT("abc",2)&RIGHT("abc",1)&MID("abc",2,1)', 'abcb'],
    ['=NOPE(1)', '#NAME?'],
    ['=1+', '#NAME?'],
    ['=SUM(1,"2",3)', 6],
    ['=N("x")', 0],
    ['=MOD(-3,2)', 1],
    ['=CHOOSE(2,"a","b")', 'b'],
  ])('%s', (formula, expected) => {
    expect(calculated({ A1: formula })('A1')).toBe(expected);
  });

  test('aggregates of cells pass over text and empty cells', () => {
    const value = calculated({
      A1: 1,
      A2: 'x',
      A4: 4,
      B1: '=SUM(A1:A4)',
      B2: '=COUNT(A1:A4)',
      B3: '=COUNTA(A1:A4)',
      B4: '=MAX(A1:A4)',
    });
    expect([value('B1'), value('B2'), value('B3'), value('B4')]).toEqual([5, 2, 3, 4]);
  });

  test('conditions match text in any case, numbers as text, comparisons and wildcards', () => {
    const value = calculated({
      A1: 'x',
      A2: 'X',
      A3: 'y',
      A4: '5',
      B1: 1,
      B2: 2,
      B3: 4,
      B4: 8,
      C1: '=SUMIFS(B1:B4,A1:A4,"x")',
      C2: '=SUMIFS(B1:B4,A1:A4,5)',
      C3: '=COUNTIFS(B1:B4,">=2",B1:B4,"<8")',
      C4: '=COUNTIFS(A1:A4,"?")',
      C5: '=SUMIFS(B1:B4,A1:A4,"<>x")',
    });
    expect([value('C1'), value('C2'), value('C3'), value('C4'), value('C5')]).toEqual([3, 8, 2, 4, 12]);
  });

  test('a formula that needs itself gives zero and does not hang', () => {
    expect(calculated({ A1: '=B1+1', B1: '=A1+1' })('A1')).toBe(2);
  });

  test('an error in a summed cell is the result', () => {
    expect(calculated({ A1: '=1/0', A2: 2, B1: '=SUM(A1:A2)' })('B1')).toBe('#DIV/0!');
  });

  test('MATCH and INDEX find the first cell that holds the text', () => {
    const value = calculated({
      A1: 'a',
      A2: 'b',
      A3: 'b',
      B1: 10,
      B2: 20,
      B3: 30,
      C1: '=INDEX(B1:B3,MATCH("B",A1:A3,0))',
      C2: '=MATCH("q",A1:A3,0)',
    });
    expect([value('C1'), value('C2')]).toEqual([20, '#N/A']);
  });
});

describe('the workbook of a report', () => {
  const load = async (): Promise<{ readonly sheets: readonly SheetSpec[]; readonly book: Book }> => {
    const reading = await readSource(new TextEncoder().encode(seedText('004')), { name: 'report' });
    if (!reading.ok) throw new Error(reading.failure.kind.id);
    const sheets = buildSheets(reading.value, runChecks(reading.value.document));
    return { sheets, book: bookOf(sheets) };
  };

  const expectedValue = (cell: CellSpec): unknown =>
    cell !== null && typeof cell === 'object' && 'formula' in cell ? (cell.value ?? 0) : undefined;

  test('every formula gives what the sheet says it gives', async () => {
    const { sheets, book } = await load();
    new SheetCalculator().recalculate(book);
    const wrong: string[] = [];
    let formulas = 0;
    for (const spec of sheets) {
      const sheet = book.sheets.find(({ name }) => name === spec.name)!;
      for (const { row, column, cells } of spec.blocks) {
        cells.forEach((line, at) =>
          line.forEach((cell, across) => {
            const expected = expectedValue(cell);
            if (expected === undefined) return;
            formulas += 1;
            const { value, formula } = cellAt(sheet, row + at, column + across);
            const same =
              typeof expected === 'number' && typeof value === 'number'
                ? Math.abs(expected - value) < 1e-6
                : expected === value;
            if (!same)
              wrong.push(
                `${spec.name} ${row + at + 1}/${column + across + 1} ${formula}: ${String(value)}, not ${String(expected)}`,
              );
          }),
        );
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(formulas).toBeGreaterThan(10_000);
  });

  test('after an edit only what can depend on it is calculated, with the same result as a whole calculation', async () => {
    const { book } = await load();
    const calculator = new SheetCalculator();
    calculator.recalculate(book);
    const all = calculator.calculated;
    const credits = book.sheets.find(({ name }) => name === 'Kredieten')!;
    const table = book.tables.find(({ name }) => name === 'tblKredieten')!;
    const column = table.columns.findIndex(({ name }) => name === 'Jaarrekening');
    const row = table.area.row + 1;
    putCell(credits, row, table.area.column + column, { value: 123_456, formula: null, format: null });
    calculator.recalculate(book);
    expect(calculator.calculated).toBeGreaterThan(0);
    expect(calculator.calculated).toBeLessThan(all / 2);
    const partly = JSON.stringify(book.sheets.map(({ cells }) => cells));
    new SheetCalculator().recalculate(book);
    expect(JSON.stringify(book.sheets.map(({ cells }) => cells)) === partly).toBe(true);
  });

  test('an edit that no formula reads calculates nothing', async () => {
    const { book } = await load();
    const calculator = new SheetCalculator();
    calculator.recalculate(book);
    const start = book.sheets.find(({ name }) => name === 'leeg')!;
    putCell(start, 0, 0, { value: 'x', formula: null, format: null });
    calculator.recalculate(book);
    expect(calculator.calculated).toBe(0);
  });
});
