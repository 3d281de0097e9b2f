import type { Finding, FindingKind, Language, Place } from '../../plan/finding';
import { describeFinding, placeAt } from '../../plan/finding';
import { cellAddress } from '../address';
import { cellText } from '../cellText';
import { cellAt, findTable, isFormulaAt, type WorkbookContent } from '../content';
import { KEY_COLUMN } from '../names';
import type { CellValue } from '../spec';
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
  const {
    sheet,
    table: { range, totals },
  } = found;
  const positions = new Map<string, number>();
  for (let column = range.column; column < range.column + range.columns; column += 1) {
    const head = cellAt(sheet, range.row, column);
    if (typeof head === 'string' && !positions.has(head)) positions.set(head, column);
  }
  for (const name of [KEY_COLUMN, ...needed]) {
    if (!positions.has(name))
      findings.add(SHEET_KINDS.columnMissing, {}, { sheet: sheet.name, text: name }, `${model.name}|${name}`);
  }
  const keyPosition = positions.get(KEY_COLUMN);
  if (keyPosition === undefined) return null;
  const inputs = [keyPosition, ...needed.flatMap((name) => positions.get(name) ?? [])];
  const expectedRows = new Map(
    model.rows.map((cells) => [String(valueOf(cells[columnIndexOf(model, KEY_COLUMN)]) ?? ''), cells]),
  );
  const indexes = new Map(model.columns.map(({ name }, index) => [name, index]));
  const rowAt = (row: number, key: string | null, expectedOf: (column: string) => CellValue): ReadRow => ({
    key,
    sheet: sheet.name,
    address: cellAddress(row, range.column),
    cell: (column) => {
      const position = positions.get(column);
      const expected = expectedOf(column);
      const value = position === undefined ? expected : cellAt(sheet, row, position);
      const isFormula = position === undefined ? null : isFormulaAt(sheet, row, position);
      return {
        value,
        expected,
        changed: !sameValue(expected, value),
        isFormula,
        sheet: sheet.name,
        address: cellAddress(row, position ?? range.column),
      };
    },
  });
  const seen = new Set<string>();
  const rows: ReadRow[] = [];
  const end = range.row + range.rows - (totals ? 1 : 0);
  for (let row = range.row + 1; row < end; row += 1) {
    if (inputs.every((column) => (cellAt(sheet, row, column) ?? '') === '')) continue;
    const text = String(cellAt(sheet, row, keyPosition) ?? '');
    const cells = seen.has(text) ? undefined : expectedRows.get(text);
    if (cells) seen.add(text);
    rows.push(rowAt(row, cells ? text : null, (column) => valueOf(cells?.[indexes.get(column) ?? -1])));
  }
  tellReplacedFormulas(
    rows,
    model.columns.filter(({ name, formula }) => formula !== undefined && !needed.includes(name)),
    findings,
  );
  const removed = [...expectedRows.keys()].filter((key) => key !== '' && !seen.has(key));
  if (removed.length > 0 && tellsRemoved) {
    findings.add(
      SHEET_KINDS.rowsRemoved,
      {},
      { sheet: sheet.name, count: String(removed.length), text: named(removed) },
      model.name,
    );
  }
  const totalValues = new Map(model.columns.map(({ name, total }) => [name, total?.value ?? null]));
  return {
    sheet: sheet.name,
    rows,
    totals: totals ? rowAt(end, null, (column) => totalValues.get(column) ?? null) : null,
    removed,
  };
}
