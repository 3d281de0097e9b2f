import { SheetCalculator } from '../calculator/calculator';
import { addStartupServices } from './frame/startupServices';
import { typedValue } from '../grid/numberFormat';
import { toggleGroup } from '../grid/outline';
import { choicesAt } from '../grid/choices';
import { cellAddress } from '../../src/sheets/address';
import { DEFAULT_SETS, Host } from '../host/host';
import { cellAt, findSheet, sheetById, type Book, type CellValue, type Sheet } from '../model/book';
import { HostError } from '../model/errors';
import type { TypeGraph } from '../protocol/typeGraph';
import { User } from '../host/user';

/** Whether the workbook took what was typed; why not in Excel's words, null when the list of the cell stops it. */
export type Typed = { readonly ok: true } | { readonly ok: false; readonly reason: string | null };

type Contents = readonly (readonly CellValue[])[];

/** What a user put into cells, and what stood there. */
interface Edit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: Contents;
  readonly after: Contents;
}

/** The stand-in's Excel with a user at it: what the grid shows and what typing in it does. */
export class Session {
  readonly calculator = new SheetCalculator();
  readonly host: Host;
  readonly sets = DEFAULT_SETS;
  private readonly user: User;
  private listeners: (() => void)[] = [];
  private readonly edits: Edit[] = [];

  /** `showPane` is called when the add-in shows or hides its pane. */
  constructor(graph: TypeGraph, showPane: (visible: boolean) => void) {
    this.host = new Host({ graph, sets: this.sets, calculator: this.calculator });
    addStartupServices(this.host, showPane);
    this.user = new User(this.host);
  }

  get book(): Book {
    return this.host.book;
  }

  get sheet(): Sheet {
    const active = sheetById(this.book, this.book.active) ?? this.book.sheets[0];
    if (!active) throw new Error('a workbook keeps one sheet');
    return active;
  }

  get visibleSheets(): readonly Sheet[] {
    return this.book.sheets.filter(({ visibility }) => visibility === 'Visible');
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  changed(): void {
    this.listeners.forEach((listener) => {
      listener();
    });
  }

  select(sheetName: string, address: string): void {
    this.user.select(sheetName, address);
    this.changed();
  }

  /** Types into a cell as a Belgian user would. */
  type(row: number, column: number, text: string): Typed {
    return this.put(row, column, [[typedValue(text)]], (input) => {
      const choices = choicesAt(this.book, this.sheet, row, column);
      return this.user.type(this.sheet.name, cellAddress(row, column), input, choices ?? undefined);
    });
  }

  /** Pastes text as a spreadsheet copies it, cells apart by tabs: past every list, as Excel does. */
  paste(row: number, column: number, text: string): Typed {
    const cells = text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t').map(typedValue));
    const columns = Math.max(...cells.map((line) => line.length));
    const inputs = cells.map((line) => [...line, ...Array.from({ length: columns - line.length }, () => '')]);
    return this.put(row, column, inputs, () => {
      this.user.paste(this.sheet.name, cellAddress(row, column), inputs);
      return true;
    });
  }

  erase(row: number, column: number): Typed {
    return this.put(row, column, [['']], () => {
      this.user.erase(this.sheet.name, cellAddress(row, column));
      return true;
    });
  }

  /** Takes back the last edit of the user whose cells still hold what it put there; false when there is none. */
  undo(): boolean {
    for (let edit = this.edits.pop(); edit; edit = this.edits.pop()) {
      const { sheet, row, column, before, after } = edit;
      if (
        this.contents(sheet, row, column, after.length, after[0]?.length ?? 0)?.every((line, at) =>
          line.every((content, across) => content === after[at]?.[across]),
        ) !== true
      )
        continue;
      this.user.paste(sheet, cellAddress(row, column), before);
      this.select(sheet, cellAddress(row, column));
      return true;
    }
    return false;
  }

  private put(
    row: number,
    column: number,
    inputs: readonly (readonly (string | number)[])[],
    write: (first: string | number) => boolean,
  ): Typed {
    const { name } = this.sheet;
    const [rows, columns] = [inputs.length, inputs[0]?.length ?? 0];
    const before = this.contents(name, row, column, rows, columns) ?? [];
    try {
      if (!write(inputs[0]?.[0] ?? '')) return { ok: false, reason: null };
      this.edits.push({
        sheet: name,
        row,
        column,
        before,
        after: this.contents(name, row, column, rows, columns) ?? [],
      });
      return { ok: true };
    } catch (error) {
      if (error instanceof HostError) return { ok: false, reason: error.message };
      throw error;
    } finally {
      this.changed();
    }
  }

  private contents(sheetName: string, row: number, column: number, rows: number, columns: number): Contents | null {
    const sheet = findSheet(this.book, sheetName);
    if (!sheet) return null;
    return Array.from({ length: rows }, (_, at) =>
      Array.from({ length: columns }, (__, across) => {
        const { formula, value } = cellAt(sheet, row + at, column + across);
        return formula ?? value;
      }),
    );
  }

  toggleRows(row: number): void {
    toggleGroup(this.sheet.rows, row);
    this.changed();
  }

  toggleColumns(column: number): void {
    toggleGroup(this.sheet.columns, column);
    this.changed();
  }
}
