import { cellAt, putCell, type Book, type Sheet } from '../model/book';
import type { CustomFunctionResult } from '../host/customFunctions';
import { FormulaError } from '../calculator/parse';
import { customCall, isCustomFormula, type CustomCall } from '../calculator/customCall';
import type { Session } from './session';

type Shown = string | number | boolean;

/** What a formula showed last, and for which call. */
interface Spill {
  readonly call: string;
  readonly rows: number;
  readonly columns: number;
}

const BLOCKED = '#SPILL!';

/** The code of a call as a whole that failed, as a cell shows it. */
const errorText = (code: number): string => (code === 1 ? '#N/A' : '#VALUE!');

const shownCell = (value: unknown): Shown => {
  if (typeof value === 'object' && value !== null && 'basicValue' in value) return String(value.basicValue);
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '');
};

/** What is needed of the workbench's session. */
export interface FormulaSession extends Pick<Session, 'book' | 'calculator' | 'onChange' | 'changed'> {
  readonly host: { readonly functions: Pick<Session['host']['functions'], 'call'> };
}

/**
 * Calculates formulas that are one call of a custom function, as Excel does: hands the call to the add-in in its frame, and lets the answer spill
 * over empty cells. Asked again only when the cells it was asked about have changed.
 */
export class CustomFormulas {
  private readonly spills = new Map<string, Spill>();

  /** `tell` is given the sentence that comes with an error. */
  constructor(
    private readonly session: FormulaSession,
    private readonly tell: (sentence: string) => void,
  ) {
    session.onChange(() => {
      this.look();
    });
  }

  private look(): void {
    const seen = new Set<string>();
    for (const sheet of this.session.book.sheets) {
      sheet.cells.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          if (!isCustomFormula(cell?.formula ?? null)) return;
          const place = `${sheet.id}!${row}!${column}`;
          seen.add(place);
          this.ask(sheet, row, column, place);
        });
      });
    }
    for (const place of this.spills.keys()) if (!seen.has(place)) this.forget(place);
  }

  private ask(sheet: Sheet, row: number, column: number, place: string): void {
    const { book, host } = this.session;
    const call = this.callAt(book, sheet, row, column);
    const text = JSON.stringify(call);
    if (this.spills.get(place)?.call === text) return;
    this.forget(place);
    this.spills.set(place, { call: text, rows: 1, columns: 1 });
    if (call === null) this.show(sheet, row, column, place, [['#NAME?']]);
    else {
      void host.functions.call(call.id, call.args, `${sheet.name}!R${row + 1}C${column + 1}`).then((result) => {
        // By now another call may stand here.
        if (this.spills.get(place)?.call === text) this.show(sheet, row, column, place, this.answer(result));
      });
    }
  }

  private callAt(book: Book, sheet: Sheet, row: number, column: number): CustomCall | null {
    try {
      return customCall(book, cellAt(sheet, row, column).formula ?? '', { sheet, row, column });
    } catch (error) {
      if (error instanceof FormulaError) return null;
      throw error;
    }
  }

  private answer(result: CustomFunctionResult): readonly (readonly Shown[])[] {
    if (!result.ok) {
      this.tell(result.message);
      return [[errorText(result.code)]];
    }
    const rows: readonly unknown[] = Array.isArray(result.value) ? result.value : [result.value];
    const refused = rows.flat().find((cell) => typeof cell === 'object' && cell !== null && 'message' in cell);
    if (refused) this.tell(String((refused as { readonly message: unknown }).message));
    return rows.map((row) => (Array.isArray(row) ? row.map(shownCell) : [shownCell(row)]));
  }

  private show(sheet: Sheet, row: number, column: number, place: string, answer: readonly (readonly Shown[])[]): void {
    const { session } = this;
    const [rows, columns] = [answer.length, Math.max(...answer.map(({ length }) => length))];
    const isFree = answer.every((line, at) =>
      line.every((_, across) => (at === 0 && across === 0) || isEmpty(sheet, row + at, column + across)),
    );
    const shown = isFree ? answer : [[BLOCKED]];
    shown.forEach((line, at) => {
      line.forEach((value, across) => {
        putCell(sheet, row + at, column + across, { ...cellAt(sheet, row + at, column + across), value });
      });
    });
    this.spills.set(place, {
      call: this.spills.get(place)?.call ?? '',
      rows: isFree ? rows : 1,
      columns: isFree ? columns : 1,
    });
    session.calculator.recalculate(session.book);
    session.changed();
  }

  /** Empties what a formula had spilled; its own cell is left to what stands there now. */
  private forget(place: string): void {
    const spill = this.spills.get(place);
    const [id, row, column] = place.split('!');
    const sheet = this.session.book.sheets.find((each) => each.id === id);
    this.spills.delete(place);
    if (!spill || !sheet) return;
    for (let at = 0; at < spill.rows; at += 1) {
      for (let across = 0; across < spill.columns; across += 1) {
        if (at > 0 || across > 0)
          putCell(sheet, Number(row) + at, Number(column) + across, {
            ...cellAt(sheet, Number(row) + at, Number(column) + across),
            value: '',
          });
      }
    }
  }
}

const isEmpty = (sheet: Sheet, row: number, column: number): boolean => {
  const { value, formula } = cellAt(sheet, row, column);
  return value === '' && formula === null;
};
