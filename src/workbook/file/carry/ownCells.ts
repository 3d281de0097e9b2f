import type { Cell, CellValue, Sheet } from 'hucre/xlsx';
import { lookName } from './looks';
import { movedFormula, type MoveCell } from './references';
import type { SheetMapping } from './sheetMapping';

export type OwnCell = Partial<Cell>;

/** A cell as it stands in a file: what it holds, and how it looks. */
export interface FileCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly cell: Cell | undefined;
}

const cellKey = (row: number, column: number): string => `${row},${column}`;

const isEmpty = (value: CellValue | undefined): boolean => value === undefined || value === null || value === '';

/** Every cell of a sheet that holds or shows something. */
export function* cellsOf(sheet: Sheet): Iterable<FileCell> {
  const seen = new Set<string>();
  for (const [row, values] of sheet.rows.entries())
    for (const [column, value] of values.entries()) {
      const cell = sheet.cells?.get(cellKey(row, column));
      if (isEmpty(value) && !cell) continue;
      seen.add(cellKey(row, column));
      yield { row, column, value: value ?? null, cell };
    }
  for (const [key, cell] of sheet.cells ?? []) {
    if (seen.has(key)) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    yield { row, column, value: cell.value, cell };
  }
}

/** A cell of a user as it is written again, its formula with the cells it points to where they are now. */
export function copied({ value, cell }: FileCell, home: string, move: MoveCell): OwnCell {
  const { style, comment, formula, hyperlink, richText } = cell ?? {};
  const parts = { ...(style ? { style } : {}), ...(comment ? { comment } : {}), ...(hyperlink ? { hyperlink } : {}) };
  if (formula !== undefined)
    return { ...parts, value: null, formula: movedFormula(formula, home, move), formulaResult: value };
  return { ...parts, value, ...(richText ? { richText } : {}) };
}

const sameContent = (left: CellValue | undefined, right: CellValue | undefined): boolean =>
  (isEmpty(left) && isEmpty(right)) ||
  left === right ||
  (typeof left === 'number' && typeof right === 'number' && Math.abs(left - right) < HALF_CENT);

const HALF_CENT = 0.005;

/** What a user made of a cell that is written anew: its looks, a note, a formula that gives what is written there. null: nothing. */
function marked(of: FileCell, fresh: FileCell, home: string, move: MoveCell): OwnCell | null {
  const { cell } = of;
  const formula = cell?.formula;
  const keepsFormula = formula !== undefined && fresh.cell?.formula === undefined && sameContent(of.value, fresh.value);
  const looks = cell?.style !== undefined && lookName(cell.style) !== lookName(fresh.cell?.style);
  const note = cell?.comment !== undefined && cell.comment.text !== fresh.cell?.comment?.text;
  if (!keepsFormula && !looks && !note) return null;
  return {
    ...(looks && cell.style ? { style: cell.style } : {}),
    ...(note && cell.comment ? { comment: cell.comment } : {}),
    ...(keepsFormula ? { value: null, formula: movedFormula(formula, home, move), formulaResult: of.value } : {}),
  };
}

/** Was something typed over a formula that is written again? What is read back of the sheet is what its formula gives by now. */
const isTypedOver = (of: FileCell, fresh: FileCell): boolean =>
  fresh.cell?.formula !== undefined &&
  of.cell?.formula === undefined &&
  !isEmpty(of.value) &&
  !sameContent(of.value, fresh.value);

export interface OwnCells {
  /** By place in the new sheet ("row,column" from 0): parts of cells that are laid over what is written there. */
  readonly cells: ReadonlyMap<string, OwnCell>;
  /** Cells for which there is no place. */
  readonly lost: readonly FileCell[];
}

/** What a user added to a sheet that is written anew, and where it goes. */
export function ownCells({ old, fresh, ...mapping }: OwnCellInput, move: MoveCell): OwnCells {
  const cells = new Map<string, OwnCell>();
  const lost: FileCell[] = [];
  for (const of of cellsOf(old)) {
    const to = mapping.place(of.row, of.column);
    const table = mapping.tableAt(of.row, of.column);
    const head = table?.old.heads[of.column - table.old.range.column];
    const isOwn = table !== undefined && head !== undefined && table.own.includes(head);
    if (!to) {
      // A row that went takes along what was generated of it, but not what its user added.
      if ((!table || isOwn || of.cell?.comment) && (!isEmpty(of.value) || of.cell?.comment)) lost.push(of);
      continue;
    }
    const key = cellKey(to.row, to.column);
    const value = fresh.rows[to.row]?.[to.column] ?? null;
    const there: FileCell = { ...to, value, cell: fresh.cells?.get(key) };
    if (isOwn || (!table && isEmpty(value) && there.cell?.formula === undefined)) {
      const copy = copied(of, old.name, move);
      const shows = !isEmpty(of.value) || copy.formula !== undefined || copy.comment !== undefined;
      if (shows || lookName(of.cell?.style) !== lookName(there.cell?.style)) cells.set(key, copy);
      continue;
    }
    if (isTypedOver(of, there)) lost.push(of);
    const mark = marked(of, there, old.name, move);
    if (mark) cells.set(key, mark);
  }
  return { cells, lost };
}

interface OwnCellInput {
  readonly old: Sheet;
  readonly fresh: Sheet;
  readonly place: SheetMapping['place'];
  readonly tableAt: SheetMapping['tableAt'];
}
