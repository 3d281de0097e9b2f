import { SheetCalculator } from './calculator/calculator';
import { addStartupServices } from './frame/startupServices';
import { typedValue } from './grid/numberFormat';
import { toggleGroup } from './grid/outline';
import { choicesAt } from './grid/choices';
import { cellAddress } from '../src/sheets/address';
import { DEFAULT_SETS, Host } from '../test/host/host';
import { sheetById, type Book, type Sheet } from '../test/host/model/book';
import { HostError } from '../test/host/protocol/errors';
import type { TypeGraph } from '../test/host/protocol/typeGraph';
import { User } from '../test/host/user';

/** The stand-in's Excel with a user at it: what the grid shows and what typing in it does. */
export class Session {
  readonly calculator = new SheetCalculator();
  readonly host: Host;
  readonly sets = DEFAULT_SETS;
  private readonly user: User;
  private listeners: (() => void)[] = [];

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
    this.listeners.forEach((listener) => { listener(); });
  }

  select(sheetName: string, address: string): void {
    this.user.select(sheetName, address);
    this.changed();
  }

  /** Types into a cell as a Belgian user would. The failure is a sentence; null when the workbook took it. */
  type(row: number, column: number, text: string): string | null {
    const { sheet } = this;
    const choices = choicesAt(this.book, sheet, row, column);
    try {
      const taken = this.user.type(sheet.name, cellAddress(row, column), typedValue(text), choices ?? undefined);
      return taken ? null : 'Deze waarde staat niet in de keuzelijst van de cel.';
    } catch (error) {
      if (error instanceof HostError) return `Excel zou dit weigeren: ${error.message}.`;
      throw error;
    } finally {
      this.changed();
    }
  }

  erase(row: number, column: number): void {
    this.user.erase(this.sheet.name, cellAddress(row, column));
    this.changed();
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
