import { describe, expect, test } from '@jest/globals';
import { cellAt, newBook, putCell, type Sheet } from '../../standin/model/book';
import { placeAfter } from '../../standin/grid/moves';
import { editedText, shownText, typedValue } from '../../standin/grid/numberFormat';
import { Session } from '../../standin/page/session';

describe('what is edited is what one would type', () => {
  test.each([
    [1234.5, '#,##0', '1.235', '1234,5'],
    [-0.125, '0.0%;[Red]-0.0%', '-12,5%', '-12,5%'],
    [45657, 'dd/mm/yyyy', '31/12/2024', '31/12/2024'],
    [0.1 + 0.2, 'General', '0,3', '0,3'],
    [7, '0', '7', '7'],
  ] as const)('%d as %s shows %s and is edited as %s', (value, format, shown, edited) => {
    expect(shownText(value, format).text).toBe(shown);
    expect(editedText(value, null, format)).toBe(edited);
    expect(typedValue(edited)).toBeCloseTo(value, 12);
  });

  test('a formula is edited as a formula, and a text as a text', () => {
    expect(editedText(3, '=1+2', '#,##0')).toBe('=1+2');
    expect(editedText('AC000001', null, '@')).toBe('AC000001');
  });
});

const filled = (): Sheet => {
  const [sheet] = newBook('Blad1').sheets;
  if (!sheet) throw new Error('no sheet');
  for (let row = 0; row < 10; row += 1) putCell(sheet, row, 3, { value: row, formula: null, format: null });
  return sheet;
};

describe('keys move the selection as in Excel', () => {
  const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey });

  test('past rows that are hidden, and never off the sheet', () => {
    const sheet = filled();
    for (const row of [2, 3]) sheet.rows.set(row, { height: null, hidden: true, outline: 1, format: null });
    expect(placeAfter(sheet, { row: 1, column: 0 }, key('ArrowDown'))).toEqual({ row: 4, column: 0 });
    expect(placeAfter(sheet, { row: 4, column: 0 }, key('ArrowUp'))).toEqual({ row: 1, column: 0 });
    expect(placeAfter(sheet, { row: 0, column: 0 }, key('ArrowUp'))).toEqual({ row: 0, column: 0 });
    for (const row of [0, 1]) sheet.rows.set(row, { height: null, hidden: true, outline: 1, format: null });
    expect(placeAfter(sheet, { row: 4, column: 0 }, key('ArrowUp'))).toEqual({ row: 4, column: 0 });
  });

  test('with Ctrl to the ends of what is filled', () => {
    const sheet = filled();
    expect(placeAfter(sheet, { row: 4, column: 1 }, key('End', true))).toEqual({ row: 9, column: 3 });
    expect(placeAfter(sheet, { row: 4, column: 1 }, key('Home', true))).toEqual({ row: 0, column: 0 });
    expect(placeAfter(sheet, { row: 4, column: 1 }, key('ArrowDown', true))).toEqual({ row: 9, column: 1 });
    expect(placeAfter(sheet, { row: 4, column: 1 }, key('a'))).toBeNull();
  });
});

describe('a user at the workbench', () => {
  const session = (): Session => new Session({}, () => undefined);
  const value = (at: Session, row: number, column: number) => cellAt(at.sheet, row, column).value;

  test('takes back what was typed, erased and pasted, the last first', () => {
    const one = session();
    expect(one.type(0, 0, '1,5')).toEqual({ ok: true });
    one.paste(0, 1, 'a\tb\n2\t\n');
    one.erase(0, 0);
    expect([value(one, 0, 0), value(one, 0, 1), value(one, 0, 2), value(one, 1, 1)]).toEqual(['', 'a', 'b', 2]);
    expect(one.undo()).toBe(true);
    expect(value(one, 0, 0)).toBe(1.5);
    expect(one.undo()).toBe(true);
    expect([value(one, 0, 1), value(one, 0, 2), value(one, 1, 1)]).toEqual(['', '', '']);
    expect(one.undo()).toBe(true);
    expect(value(one, 0, 0)).toBe('');
    expect(one.undo()).toBe(false);
  });

  test('leaves alone what somebody else put there since', () => {
    const one = session();
    one.type(0, 0, 'mine');
    putCell(one.sheet, 0, 0, { value: 'theirs', formula: null, format: null });
    expect(one.undo()).toBe(false);
    expect(value(one, 0, 0)).toBe('theirs');
  });
});
