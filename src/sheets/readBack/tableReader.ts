import type { Finding, FindingKind, Language, Place } from '../../plan/finding';
import { describeFinding, placeAt } from '../../plan/finding';
import { cellAddress } from '../address';
import { cellText } from '../cellText';
import { cellAt, findTable, isFormulaAt, type SheetContent, type WorkbookContent } from '../content';
import { KEY_COLUMN } from '../names';
import type { CellValue, RangeSpec } from '../spec';
import { columnIndexOf, valueOf, type TableModel } from '../table';
import { SHEET_KINDS } from './kinds';

/** A cell of a table as it stands now, and as it was written. */
export interface ReadCell {
  readonly value: CellValue;
  readonly expected: CellValue;
  readonly changed: boolean;
  /** Does it hold a formula? null when the host did not tell. */
  readonly isFormula: boolean | null;
  readonly sheet: string;
  readonly address: string;
}

/** A row of a table: with the key of the row it was written for, or null when it is new. */
export interface ReadRow {
  readonly key: string | null;
  readonly sheet: string;
  readonly address: string;
  /** The cell of a column; unchanged when the column is missing. */
  readonly cell: (column: string) => ReadCell;
}

export interface ReadTable {
  readonly sheet: string;
  /** In the order of the sheet. */
  readonly rows: readonly ReadRow[];
  readonly totals: ReadRow | null;
  /** Keys of rows that were written and are no longer there, in the order they were written. */
  readonly removed: readonly string[];
}

/** Collects what is wrong, in the language of the workbook. */
export class SheetFindings {
  readonly found: Finding[] = [];

  constructor(readonly language: Language) {}

  add(kind: FindingKind, place: Partial<Place>, figures: Finding['figures'], subject: string): void {
    this.found.push(describeFinding(kind, { check: kind.id, place: placeAt(place), figures, subject }, this.language));
  }

  badCell(kind: FindingKind, cell: ReadCell, place: Partial<Place> = {}): void {
    this.add(
      kind,
      place,
      { sheet: cell.sheet, cell: cell.address, text: String(cell.value ?? '') },
      `${cell.sheet}!${cell.address}`,
    );
  }

  /** A new row that lacks what it must say; `text`: the columns. */
  incompleteRow({ sheet, address }: ReadRow, text: string): void {
    this.add(SHEET_KINDS.newRowIncomplete, {}, { sheet, cell: address, text }, `${sheet}!${address}`);
  }
}

/** Empty cells and empty texts are the same to the user; texts are compared as a cell can hold them, amounts to less than half a cent. */
export function sameValue(expected: CellValue, actual: CellValue): boolean {
  const [left, right] = [expected === '' ? null : expected, actual === '' ? null : actual];
  if (left === null || right === null) return left === right;
  if (typeof left === 'number' && typeof right === 'number') return Math.abs(left - right) < HALF_CENT;
  return typeof left === 'string' ? cellText(left) === cellText(String(right)) : left === right;
}

const HALF_CENT = 0.004;

/** How many a message names. */
const MOST_NAMED = 10;

const named = (names: readonly string[]): string =>
  [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ['…'] : [])].join(', ');

/** Columns that are calculated in every row: a cell that holds something else was typed over. A row of the user's own may lack the formula. */
function tellReplacedFormulas(rows: readonly ReadRow[], columns: TableModel['columns'], findings: SheetFindings): void {
  for (const { name } of columns) {
    const replaced = rows.flatMap((row): readonly ReadCell[] => {
      const cell = row.cell(name);
      return cell.isFormula === false && (cell.value ?? row.key) !== null ? [cell] : [];
    });
    const [first] = replaced;
    if (!first) continue;
    const text = named(replaced.map(({ address }) => address));
    const figures = { sheet: first.sheet, count: String(replaced.length), column: name, text };
    findings.add(SHEET_KINDS.formulasReplaced, {}, figures, `${first.sheet}|${name}`);
  }
}

/** Where the heads of a table stand now; of two alike the first. */
function headPositions(sheet: SheetContent, range: RangeSpec): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (let column = range.column; column < range.column + range.columns; column += 1) {
    const head = cellAt(sheet, range.row, column);
    if (typeof head === 'string' && !positions.has(head)) positions.set(head, column);
  }
  return positions;
}

/** Reads a row over what it was written as. */
const rowReader =
  (sheet: SheetContent, range: RangeSpec, positions: ReadonlyMap<string, number>) =>
  (row: number, key: string | null, expectedOf: (column: string) => CellValue): ReadRow => ({
    key,
    sheet: sheet.name,
    address: cellAddress(row, range.column),
    cell: (column) => {
      const position = positions.get(column);
      const expected = expectedOf(column);
      const value = position === undefined ? expected : cellAt(sheet, row, position);
      return {
        value,
        expected,
        changed: !sameValue(expected, value),
        isFormula: position === undefined ? null : isFormulaAt(sheet, row, position),
        sheet: sheet.name,
        address: cellAddress(row, position ?? range.column),
      };
    },
  });

/**
 * Reads a table by its name and its column heads, wherever they were moved to; null (and a finding) when it is gone or when its keys are.
 * `needed`: the columns that users fill in; a row with none of them filled is no row. `tellsRemoved`: are rows that are gone a finding here?
 */
export function readTable(
  content: WorkbookContent,
  model: TableModel,
  findings: SheetFindings,
  needed: readonly string[],
  tellsRemoved = true,
): ReadTable | null {
  const found = findTable(content, model.name);
  if (!found) {
    findings.add(SHEET_KINDS.tableMissing, {}, { text: model.name }, model.name);
    return null;
  }
  const { sheet, table } = found;
  const positions = headPositions(sheet, table.range);
  for (const name of [KEY_COLUMN, ...needed]) {
    if (!positions.has(name))
      findings.add(SHEET_KINDS.columnMissing, {}, { sheet: sheet.name, text: name }, `${model.name}|${name}`);
  }
  const keyPosition = positions.get(KEY_COLUMN);
  if (keyPosition === undefined) return null;
  const inputs = [keyPosition, ...needed.flatMap((name) => positions.get(name) ?? [])];
  const rowAt = rowReader(sheet, table.range, positions);
  const written = writtenRows(model);
  const end = table.range.row + table.range.rows - (table.totals ? 1 : 0);
  const seen = new Set<string>();
  const rows: ReadRow[] = [];
  for (let row = table.range.row + 1; row < end; row += 1) {
    if (inputs.every((column) => (cellAt(sheet, row, column) ?? '') === '')) continue;
    const key = String(cellAt(sheet, row, keyPosition) ?? '');
    const before = seen.has(key) ? undefined : written.get(key);
    if (before) seen.add(key);
    rows.push(rowAt(row, before ? key : null, (column) => before?.(column) ?? null));
  }
  const calculated = model.columns.filter(({ name, formula }) => formula !== undefined && !needed.includes(name));
  tellReplacedFormulas(rows, calculated, findings);
  const removed = [...written.keys()].filter((key) => key !== '' && !seen.has(key));
  if (tellsRemoved) tellRemovedRows(removed, sheet.name, model.name, findings);
  const totals = new Map(model.columns.map(({ name, total }) => [name, total?.value ?? null]));
  return {
    sheet: sheet.name,
    rows,
    totals: table.totals ? rowAt(end, null, (column) => totals.get(column) ?? null) : null,
    removed,
  };
}

/** What was written in each column of each row, by key. */
function writtenRows(model: TableModel): ReadonlyMap<string, (column: string) => CellValue> {
  const indexes = new Map(model.columns.map(({ name }, index) => [name, index]));
  const keyAt = columnIndexOf(model, KEY_COLUMN);
  return new Map(
    model.rows.map((cells) => [
      String(valueOf(cells[keyAt]) ?? ''),
      (column: string) => valueOf(cells[indexes.get(column) ?? -1]),
    ]),
  );
}

function tellRemovedRows(removed: readonly string[], sheet: string, table: string, findings: SheetFindings): void {
  if (removed.length === 0) return;
  findings.add(SHEET_KINDS.rowsRemoved, {}, { sheet, count: String(removed.length), text: named(removed) }, table);
}
