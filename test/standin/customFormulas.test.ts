import { beforeEach, describe, expect, test } from '@jest/globals';
import { SheetCalculator } from '../../standin/calculator/calculator';
import { CustomFormulas, type FormulaSession } from '../../standin/page/customFormulas';
import type { CustomFunctionResult } from '../../standin/host/customFunctions';
import { cellAt, newBook, putCell, type Book } from '../../standin/model/book';

let book: Book;
let calls: { readonly id: string; readonly args: readonly unknown[] }[];
let answer: CustomFunctionResult;
let told: string[];
let changed: () => void;

/** A workbook of one sheet, an add-in that answers what the test says, and the formulas between them. */
beforeEach(() => {
  book = newBook('Blad1');
  [calls, told] = [[], []];
  const listeners: (() => void)[] = [];
  changed = () => {
    listeners.forEach((listener) => {
      listener();
    });
  };
  const session: FormulaSession = {
    book,
    calculator: new SheetCalculator(),
    host: {
      functions: {
        call: (id, args) => {
          calls.push({ id, args });
          return Promise.resolve(answer);
        },
      },
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
    changed: () => {
      changed();
    },
  };
  new CustomFormulas(session, (sentence) => {
    told.push(sentence);
  });
});

const at = (address: string): readonly [row: number, column: number] => [
  Number(address.slice(1)) - 1,
  address.charCodeAt(0) - 65,
];
const value = (address: string): unknown => cellAt(book.sheets[0]!, ...at(address)).value;
async function type(address: string, text: string | number): Promise<void> {
  const isFormula = typeof text === 'string' && text.startsWith('=');
  putCell(book.sheets[0]!, ...at(address), {
    value: isFormula ? '' : text,
    formula: isFormula ? text : null,
    format: null,
  });
  changed();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

const spilled: CustomFunctionResult = {
  ok: true,
  value: [
    ['a', 1],
    ['b', ''],
  ],
};

describe('a formula of a custom function in the workbench', () => {
  test('is asked of the add-in with its cells, and the answer spills', async () => {
    answer = spilled;
    await type('A1', 'x');
    await type('C1', '=PLAN.BOOM(A1:B2,"x",)');
    expect(calls).toEqual([
      {
        id: 'BOOM',
        args: [
          [
            ['x', ''],
            ['', ''],
          ],
          'x',
          null,
        ],
      },
    ]);
    expect(['C1', 'D1', 'C2', 'D2'].map(value)).toEqual(['a', 1, 'b', '']);
  });

  test('is asked again only when its cells change; formulas that read it follow', async () => {
    answer = { ok: true, value: [[2]] };
    await type('A1', 1);
    await type('B1', '=PLAN.STATUS(A1,A1)');
    await type('C1', '=B1*10');
    await type('E9', 'elsewhere');
    expect([calls.length, value('B1')]).toEqual([1, 2]);
    answer = { ok: true, value: [[3]] };
    await type('A1', 5);
    expect([calls.length, value('B1'), value('C1')]).toEqual([2, 3, 30]);
  });

  test('does not write over what stands there, and takes its answer back when it goes', async () => {
    answer = spilled;
    await type('D2', 'mine');
    await type('C1', '=PLAN.BOOM(A1:B2,"x",)');
    expect(['C1', 'D1', 'C2', 'D2'].map(value)).toEqual(['#SPILL!', '', '', 'mine']);
    await type('F1', '=PLAN.BOOM(A1:B2,"y",)');
    expect(['F1', 'G1', 'F2'].map(value)).toEqual(['a', 1, 'b']);
    await type('F1', 'gone');
    expect(['F1', 'G1', 'F2'].map(value)).toEqual(['gone', '', '']);
  });

  test('shows errors as Excel does and tells their sentence', async () => {
    answer = { ok: false, code: 7, message: 'Geef een tabel.' };
    await type('A5', '=PLAN.STATUS(A1,A1)');
    answer = { ok: true, value: [[{ type: 'Error', basicValue: '#N/A', message: 'Die code is er niet.' }]] };
    await type('A6', '=PLAN.STATUS(A1,A2)');
    expect([value('A5'), value('A6'), told]).toEqual(['#VALUE!', '#N/A', ['Geef een tabel.', 'Die code is er niet.']]);
    await type('A7', '=PLAN.STATUS(nergens,A2)');
    expect([value('A7'), calls.length]).toEqual(['#NAME?', 2]);
  });
});
