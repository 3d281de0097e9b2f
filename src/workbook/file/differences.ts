import { cellAddress, parseRange } from '../../sheets/address';
import { cellText } from '../../sheets/cellText';
import { cellAt, type TableContent } from '../../sheets/content';
import { KEY_COLUMN } from '../../sheets/names';
import type { CellSpec, CellValue, RangeSpec, SheetSpec, TableSpec } from '../../sheets/spec';
import { valueOf } from '../../sheets/table';
import type { FileContent, FileSheet } from './read/readXlsx';

/** One thing in a file that is not as its sheets say. `made`: what the sheets say stands there; null is empty. */
export type Difference =
  | { readonly what: 'sheetAdded' | 'sheetRemoved'; readonly sheet: string }
  | { readonly what: 'tableRemoved' | 'columnAdded' | 'columnRemoved'; readonly sheet: string; readonly name: string }
  | { readonly what: 'rowAdded'; readonly sheet: string; readonly address: string; readonly key: string }
  | { readonly what: 'rowRemoved'; readonly sheet: string; readonly key: string }
  | { readonly what: 'note' | 'formula'; readonly sheet: string; readonly address: string }
  | {
      readonly what: 'cell';
      readonly sheet: string;
      readonly address: string;
      readonly made: CellValue;
      readonly held: CellValue;
    };

/** Compares one sheet of a file with the sheet it was written from, cell by cell; rows of tables are found by their key, columns by their head. */
export const sheetDifferences = (spec: SheetSpec, sheet: FileSheet): readonly Difference[] =>
  new SheetComparison(spec, sheet).differences();

/** The same for every sheet of a file. */
export function differencesWith(content: FileContent, sheets: readonly SheetSpec[]): readonly Difference[] {
  const used = new Set<FileSheet>();
  const found = sheets.flatMap((spec): readonly Difference[] => {
    const sheet = content.sheets.find(({ name }) => name === spec.name) ?? holderOf(spec, content);
    if (!sheet) return [{ what: 'sheetRemoved', sheet: spec.name }];
    used.add(sheet);
    return sheetDifferences(spec, sheet);
  });
  const added = content.sheets.filter((sheet) => !used.has(sheet));
  return [...found, ...added.map(({ name }): Difference => ({ what: 'sheetAdded', sheet: name }))];
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A sheet that was renamed is known by its tables. */
const holderOf = ({ tables }: SheetSpec, { sheets }: FileContent): FileSheet | undefined =>
  sheets.find((sheet) => sheet.tables.some(({ name }) => tables.some((table) => sameName(table.name, name))));

/** Numbers are kept to 15 digits or more. */
const CLOSE = 1e-12;

function sameCellValue(made: CellValue, held: CellValue): boolean {
  if (typeof made === 'number' && typeof held === 'number')
    return Math.abs(made - held) <= CLOSE * Math.max(1, Math.abs(made));
  const text = (value: CellValue): CellValue => (typeof value === 'string' ? cellText(value) || null : value);
  return text(made) === text(held);
}

/** Programs write the same formula with other blanks and capitals, and mark functions that came later. */
export const plainFormula = (formula: string): string =>
  formula
    .replace(/_xl(?:fn|ws)\./g, '')
    .replace(/\s+/g, '')
    .toUpperCase();

const has = ({ row, column, rows, columns }: RangeSpec, atRow: number, atColumn: number): boolean =>
  atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;

/** A cell as one number: a sheet has 16,384 columns. */
const cellKey = (row: number, column: number): number => row * 16_384 + column;

/** Names the rows of a table one after another: by their key, and those without one by the key before them. */
function rowIds(): (key: string) => string {
  const counts = new Map<string, number>();
  let last = '';
  return (key) => {
    if (key !== '') last = key;
    const id = JSON.stringify([key, key === '' ? last : null]);
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return `${id} ${count}`;
  };
}

class SheetComparison {
  private readonly found: Difference[] = [];
  /** Cells of the file that were compared. */
  private readonly seen = new Set<number>();
  private readonly pairs: readonly { readonly made: TableSpec; readonly held: TableContent }[];

  constructor(
    private readonly spec: SheetSpec,
    private readonly sheet: FileSheet,
  ) {
    this.pairs = spec.tables.flatMap((made) => {
      const held = sheet.tables.find(({ name }) => sameName(name, made.name));
      if (!held) this.found.push({ what: 'tableRemoved', sheet: sheet.name, name: made.name });
      return held ? [{ made, held }] : [];
    });
  }

  differences(): readonly Difference[] {
    for (const { made, held } of this.pairs) this.compareTable(made, held);
    this.compareOutside();
    this.findOwn();
    return this.found;
  }

  private compareTable(made: TableSpec, held: TableContent): void {
    const heads = new Map<string, number>();
    for (let column = held.range.column; column < held.range.column + held.range.columns; column += 1) {
      this.seen.add(cellKey(held.range.row, column));
      const head = String(cellAt(this.sheet, held.range.row, column) ?? '');
      if (!heads.has(head)) heads.set(head, column);
    }
    const { name: sheet } = this.sheet;
    const known = new Set(made.columns.map(({ name }) => cellText(name)));
    for (const [head] of heads) if (!known.has(head)) this.found.push({ what: 'columnAdded', sheet, name: head });
    const columns = made.columns.flatMap(({ name }, index) => {
      const at = heads.get(cellText(name));
      if (at === undefined) this.found.push({ what: 'columnRemoved', sheet, name });
      return at === undefined ? [] : [{ made: made.range.column + index, held: at }];
    });
    const key = made.columns.findIndex(({ name }) => name === KEY_COLUMN);
    const keyColumn = key < 0 ? null : { made: made.range.column + key, held: heads.get(KEY_COLUMN) ?? -1 };
    for (const [madeRow, heldRow] of this.rowPairs(made, held, keyColumn))
      for (const column of columns) this.compare(this.madeAt(madeRow, column.made), heldRow, column.held);
  }

  /** Which row of the sheets stands in which row of the file; rows that only one of them has are told. */
  private rowPairs(
    made: TableSpec,
    held: TableContent,
    key: { readonly made: number; readonly held: number } | null,
  ): readonly (readonly [number, number])[] {
    const bodyEnd = ({ range, totals }: TableSpec | TableContent): number => range.row + range.rows - (totals ? 1 : 0);
    const pairs: (readonly [number, number])[] = [];
    const waiting = new Map<string, { readonly row: number; readonly key: string }>();
    const [madeId, heldId] = [rowIds(), rowIds()];
    const keyOf = (value: CellValue): string => String(value ?? '');
    for (let row = made.range.row + 1; row < bodyEnd(made); row += 1) {
      const name = key ? keyOf(valueOf(this.madeAt(row, key.made))) : '';
      waiting.set(madeId(name), { row, key: name });
    }
    for (let row = held.range.row + 1; row < bodyEnd(held); row += 1) {
      const name = key ? keyOf(cellAt(this.sheet, row, key.held)) : '';
      const id = heldId(name);
      const pair = waiting.get(id);
      if (pair !== undefined) pairs.push([pair.row, row]);
      else this.rowAdded(held, row, name);
      waiting.delete(id);
    }
    for (const { row, key: name } of waiting.values())
      if (!this.isBlank(made, row)) this.found.push({ what: 'rowRemoved', sheet: this.sheet.name, key: name });
    if (made.totals && held.totals) pairs.push([bodyEnd(made), bodyEnd(held)]);
    return pairs;
  }

  private isBlank({ range }: TableSpec, row: number): boolean {
    const columns = Array.from({ length: range.columns }, (_, index) => range.column + index);
    return columns.every((column) => valueOf(this.madeAt(row, column)) === null);
  }

  private rowAdded({ range }: TableContent, row: number, key: string): void {
    let filled = false;
    for (let column = range.column; column < range.column + range.columns; column += 1) {
      this.seen.add(cellKey(row, column));
      filled ||= cellAt(this.sheet, row, column) !== null;
    }
    const address = cellAddress(row, range.column);
    if (filled) this.found.push({ what: 'rowAdded', sheet: this.sheet.name, address, key });
  }

  /** Cells above, below and beside the tables; those below one move with its rows. */
  private compareOutside(): void {
    for (const { row: top, column: left, cells } of this.spec.blocks) {
      for (const [rowOffset, row] of cells.entries()) {
        for (const [columnOffset, cell] of row.entries()) {
          const [atRow, atColumn] = [top + rowOffset, left + columnOffset];
          if (this.spec.tables.some(({ range }) => has(range, atRow, atColumn))) continue;
          this.compare(cell, atRow + this.shiftBelow(atRow, atColumn), atColumn);
        }
      }
    }
  }

  private shiftBelow(row: number, column: number): number {
    let shift = 0;
    for (const { made, held } of this.pairs) {
      const { range } = made;
      if (row >= range.row + range.rows && column >= range.column && column < range.column + range.columns)
        shift += held.range.row + held.range.rows - (range.row + range.rows);
    }
    return shift;
  }

  private compare(made: CellSpec, row: number, column: number): void {
    const { name: sheet } = this.sheet;
    const address = cellAddress(row, column);
    this.seen.add(cellKey(row, column));
    const held = cellAt(this.sheet, row, column);
    const formula = this.sheet.formulaTexts.get(address);
    const isMadeFormula = made !== null && typeof made === 'object' && 'formula' in made;
    const note = made !== null && typeof made === 'object' ? made.note : undefined;
    if ((note === undefined ? null : cellText(note)) !== (this.sheet.notes.get(address) ?? null))
      this.found.push({ what: 'note', sheet, address });
    if (isMadeFormula && formula !== undefined) {
      if (formula !== '' && plainFormula(formula) !== plainFormula(made.formula))
        this.found.push({ what: 'formula', sheet, address });
    } else if (formula !== undefined) this.found.push({ what: 'formula', sheet, address });
    else if (!sameCellValue(valueOf(made), held))
      this.found.push({ what: 'cell', sheet, address, made: valueOf(made), held });
  }

  /** What is filled in the file and in no sheet of ours. */
  private findOwn(): void {
    const { name: sheet, cells, notes, formulaTexts } = this.sheet;
    for (const [row, values] of cells.entries()) {
      // forEach passes over the holes of a row in which one cell stands far away.
      values.forEach((held, column) => {
        if (held === null || this.seen.has(cellKey(row, column)) || this.isInOwnColumn(row, column)) return;
        const address = cellAddress(row, column);
        this.found.push({ what: formulaTexts.has(address) ? 'formula' : 'cell', sheet, address, made: null, held });
      });
    }
    for (const [address] of notes) {
      const at = parseRange(address);
      if (!at || !this.seen.has(cellKey(at.row, at.column))) this.found.push({ what: 'note', sheet, address });
    }
  }

  private isInOwnColumn = (row: number, column: number): boolean =>
    this.pairs.some(({ held }) => has(held.range, row, column));

  private madeAt(row: number, column: number): CellSpec {
    const block = this.spec.blocks.find(
      ({ row: top, column: left, cells }) => cells[row - top]?.[column - left] !== undefined,
    );
    return block?.cells[row - block.row]?.[column - block.column] ?? null;
  }
}
