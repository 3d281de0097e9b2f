import type { Calculator } from '../model/calculator';
import { putCell, type Book, type Cell, type Sheet } from '../model/book';
import { addColumns, columnKey } from './dependencies';
import { constantOf, Evaluation, indexOf, type Calculation } from './evaluation';
import { isCustomFormula } from './customCall';
import { FormulaError, parseFormula } from './parse';
import type { Expression } from './syntax';
import { BAD_NAME, fromCellText, isRange, toCellValue, type Scalar } from './value';

interface FormulaColumn {
  readonly sheet: Sheet;
  readonly column: number;
  readonly rows: number[];
  /** Columns its formulas may read. */
  readonly reads: Set<string>;
}

/** What the book looked like after the last calculation: cells are replaced, never changed, so that a difference is a change. */
interface Seen {
  readonly shape: string;
  readonly cells: ReadonlyMap<string, readonly (readonly (Cell | undefined)[])[]>;
  readonly formulas: ReadonlyMap<string, FormulaColumn>;
}

const shapeOf = (book: Book): string =>
  JSON.stringify([
    book.sheets.map(({ id, name }) => [id, name]),
    book.tables.map(({ name, sheet, area, columns, showHeaders, showTotals }) => [
      name,
      sheet,
      area,
      columns,
      showHeaders,
      showTotals,
    ]),
    book.names,
  ]);

/** Calculates the formulas of the stand-in's workbook: after a change only the columns that can depend on what changed. */
export class SheetCalculator implements Calculator {
  private readonly parsed = new Map<string, Expression>();
  private readonly seen = new WeakMap<Book, Seen>();
  /** Formula cells given a value in the last calculation. */
  calculated = 0;

  recalculate(book: Book): void {
    const before = this.seen.get(book);
    const shape = shapeOf(book);
    const changed = before?.shape === shape ? changedColumns(book, before) : null;
    if (changed?.columns.size === 0) {
      this.calculated = 0;
      return;
    }
    const formulas = before && changed?.formulas === false ? before.formulas : this.formulaColumns(book);
    const dirty = changed === null ? new Set(formulas.keys()) : reachable(changed.columns, formulas);
    this.calculate(book, formulas, dirty);
    this.seen.set(book, {
      shape,
      formulas,
      cells: new Map(book.sheets.map((sheet) => [sheet.id, sheet.cells.map((row) => row.slice())])),
    });
  }

  /** The value of a formula as if it stood in a cell; for conditional formats. */
  evaluate(book: Book, formula: string, sheet: Sheet, row: number, column: number): Scalar {
    const read = (from: Sheet, at: number, across: number): Scalar => storedValue(from.cells[at]?.[across]);
    return this.valueOf({ book, read, index: (range) => indexOf(range, read) }, formula, sheet, row, column);
  }

  private parse(formula: string): Expression {
    const known = this.parsed.get(formula);
    if (known) return known;
    const expression = parsedOrError(formula);
    this.parsed.set(formula, expression);
    return expression;
  }

  private formulaColumns(book: Book): ReadonlyMap<string, FormulaColumn> {
    const columns = new Map<string, FormulaColumn>();
    for (const sheet of book.sheets) {
      sheet.cells.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          if (cell?.formula === null || cell === undefined) return;
          const key = columnKey(sheet.id, column);
          const known = columns.get(key) ?? { sheet, column, rows: [], reads: new Set<string>() };
          known.rows.push(row);
          addColumns(book, this.parse(cell.formula), { sheet, row, column }, known.reads);
          columns.set(key, known);
        });
      });
    }
    return columns;
  }

  private valueOf(calculation: Calculation, formula: string, sheet: Sheet, row: number, column: number): Scalar {
    const evaluation = new Evaluation(calculation, { sheet, row, column });
    const expression = this.parse(formula);
    const value = evaluation.value(expression);
    return isRange(value) ? evaluation.scalar(expression) : value;
  }

  private calculate(book: Book, formulas: ReadonlyMap<string, FormulaColumn>, dirty: ReadonlySet<string>): void {
    const done = new Map<string, Scalar>();
    const busy = new Set<string>();
    const indexes = new Map<string, ReadonlyMap<string, readonly number[]>>();
    const read = (sheet: Sheet, row: number, column: number): Scalar => {
      const cell = sheet.cells[row]?.[column];
      if (cell === undefined || cell.formula === null) return constantOf(cell);
      // The add-in answers it; see customFormulas.
      if (isCustomFormula(cell.formula)) return storedValue(cell);
      if (!dirty.has(columnKey(sheet.id, column))) return storedValue(cell);
      const key = `${sheet.id}!${row}!${column}`;
      const known = done.get(key);
      if (known !== undefined) return known;
      // A formula that needs itself: Excel gives 0 and warns.
      if (busy.has(key)) return 0;
      busy.add(key);
      const value = this.valueOf(calculation, cell.formula, sheet, row, column);
      busy.delete(key);
      done.set(key, value ?? 0);
      return value ?? 0;
    };
    const calculation: Calculation = {
      book,
      read,
      index: (range) => {
        const { row, column, rows, columns } = range.area;
        const key = `${range.sheet.id}!${row}!${column}!${rows}!${columns}`;
        const known = indexes.get(key) ?? indexOf(range, read);
        indexes.set(key, known);
        return known;
      },
    };
    for (const key of dirty) {
      const formulaColumn = formulas.get(key);
      for (const row of formulaColumn?.rows ?? [])
        if (formulaColumn) read(formulaColumn.sheet, row, formulaColumn.column);
    }
    this.calculated = done.size;
    store(book, done);
  }
}

function parsedOrError(formula: string): Expression {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { kind: 'error', code: BAD_NAME.code };
  }
}

/** What a cell shows now: the constant, or what its formula gave last time. */
function storedValue(cell: Cell | undefined): Scalar {
  if (cell === undefined || cell.formula === null) return constantOf(cell);
  return typeof cell.value === 'string' ? fromCellText(cell.value) : cell.value;
}

function store(book: Book, values: ReadonlyMap<string, Scalar>): void {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
  for (const [key, value] of values) {
    const [id = '', row, column] = key.split('!');
    const sheet = sheets.get(id);
    const [at, across] = [Number(row), Number(column)];
    const cell = sheet?.cells[at]?.[across];
    const next = toCellValue(value);
    if (!sheet || !cell || cell.value === next) continue;
    putCell(sheet, at, across, { ...cell, value: next });
  }
}

/** Columns with another value than last time, and whether any formula came, went or changed; null when that cannot be told. */
function changedColumns(
  book: Book,
  before: Seen,
): { readonly columns: Set<string>; readonly formulas: boolean } | null {
  const columns = new Set<string>();
  let formulas = false;
  for (const sheet of book.sheets) {
    const known = before.cells.get(sheet.id);
    if (!known) return null;
    for (let row = 0; row < Math.max(sheet.cells.length, known.length); row += 1) {
      const [now, then] = [sheet.cells[row] ?? [], known[row] ?? []];
      for (let column = 0; column < Math.max(now.length, then.length); column += 1) {
        const [cell, old] = [now[column], then[column]];
        if (cell === old || (cell?.value === old?.value && cell?.formula === old?.formula)) continue;
        columns.add(columnKey(sheet.id, column));
        if (cell?.formula !== old?.formula) formulas = true;
      }
    }
  }
  return { columns, formulas };
}

/** Formula columns that read a changed column, or one that is reached itself; a changed formula column is reached by itself. */
function reachable(changed: ReadonlySet<string>, formulas: ReadonlyMap<string, FormulaColumn>): ReadonlySet<string> {
  const readers = new Map<string, string[]>();
  for (const [key, { reads }] of formulas) {
    for (const read of reads) {
      const known = readers.get(read);
      if (known) known.push(key);
      else readers.set(read, [key]);
    }
  }
  const reached = new Set<string>();
  const open = [...changed];
  for (const key of changed) if (formulas.has(key)) reached.add(key);
  while (open.length > 0) {
    for (const reader of readers.get(open.pop() ?? '') ?? []) {
      if (reached.has(reader)) continue;
      reached.add(reader);
      open.push(reader);
    }
  }
  return reached;
}
