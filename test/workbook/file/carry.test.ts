import { describe, expect, test } from '@jest/globals';
import { movedFormula, type MoveCell } from '../../../src/workbook/file/carry/references';
import { lookName } from '../../../src/workbook/file/carry/looks';

/** Rows of Plan from the fifth on stand two lower; the third is gone. Other sheets stay as they are. */
const move: MoveCell = (sheet, row, column) => {
  if (sheet !== 'Plan') return { row, column };
  return row === 2 ? null : { row: row >= 4 ? row + 2 : row, column };
};

describe('formulas of users follow the cells they point to', () => {
  test.each([
    ['B5*2', 'B7*2'],
    ['$B$5+B$4', '$B$7+B$4'],
    ['SUM(B4:B9)', 'SUM(B4:B11)'],
    ["'Mijn blad'!B5+B5", "'Mijn blad'!B5+B7"],
    ["SUM('Mijn blad'!B5:B6)+B6", "SUM('Mijn blad'!B5:B6)+B8"],
    ['Plan!C6', 'Plan!C8'],
    ['B3+1', '#REF!+1'],
    ['IF(A5="B5","C5",LOG10(B6))', 'IF(A7="B5","C5",LOG10(B8))'],
    ['tblPlan[[#This Row],[B5]]&tblPlan[C6]', 'tblPlan[[#This Row],[B5]]&tblPlan[C6]'],
    ['MijnNaam5+B5', 'MijnNaam5+B7'],
    ['SUM(B:B)+SUM(5:6)', 'SUM(B:B)+SUM(5:6)'],
  ])('%s becomes %s', (before, after) => {
    expect(movedFormula(before, 'Plan', move)).toBe(after);
  });

  test('a formula on a sheet of its user moves with the cells of ours', () => {
    expect(movedFormula('Plan!$B$5&B5', 'Mijn blad', move)).toBe('Plan!$B$7&B5');
  });
});

test('a look is the same whichever program wrote it, and another when its user chose a colour', () => {
  const plain = { font: { name: 'Calibri', size: 10 }, numFmt: 'General' } as const;
  const saved = {
    font: { name: 'Calibri', size: 10, color: { rgb: 'FF000000' } },
    alignment: { horizontal: 'general' },
  } as const;
  expect(lookName(saved)).toBe(lookName(plain));
  expect(lookName({ ...plain, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFF00' } } })).not.toBe(
    lookName(plain),
  );
  expect(lookName({ ...plain, font: { ...plain.font, bold: true } })).not.toBe(lookName(plain));
});
