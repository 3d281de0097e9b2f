import { cellAddress, parseRange } from '../../../sheets/address';
import type { CellValue } from '../../../sheets/spec';
import type { WorkbookPackage } from './package';
import { stopBroken } from './stopped';
import { plainText, TextRuns } from './texts';

/** What stands in the cells of one sheet. */
export interface SheetCells {
  readonly cells: readonly (readonly CellValue[])[];
  /** Formulas by the address of their cell; '' where the file leaves the text to another cell. */
  readonly formulas: ReadonlyMap<string, string>;
}

/** The last row and column a sheet can have, counted from 0. */
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Cells that stand farther to the right leave no list of empty ones before them. */
const DENSE_COLUMNS = 512;

const DAY_MILLISECONDS = 86_400_000;
/** Day 0 of Excel's calendar as it counts from 1 March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

const NO_CELLS: readonly CellValue[] = [];

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  value: string;
  formula: string | null;
}

/** Reads the cells of a sheet one by one: what is filled costs, what is empty does not, wherever it stands. */
class CellReader {
  readonly rows: (CellValue[] | undefined)[] = [];
  readonly formulas = new Map<string, string>();
  private readonly runs = new TextRuns();
  private row = -1;
  private column = -1;
  private cell: OpenCell | null = null;
  private within: 'value' | 'formula' | 'text' | null = null;

  constructor(
    private readonly texts: readonly string[],
    private readonly part: string,
  ) {}

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'row') {
      this.row = attributes['r'] === undefined ? this.row + 1 : Number(attributes['r']) - 1;
      this.column = -1;
    } else if (tag === 'c') this.openCell(attributes);
    else if (this.cell === null) return;
    else if (tag === 'v') this.within = 'value';
    else if (tag === 'f') {
      this.within = 'formula';
      this.cell.formula = '';
    } else if (tag === 'is') this.within = 'text';
    else this.runs.open(tag);
  }

  text(text: string): void {
    if (this.within === null || this.cell === null) return;
    if (this.within === 'value') this.cell.value += text;
    else if (this.within === 'formula') this.cell.formula += text;
    else this.runs.text(text);
  }

  close(tag: string): void {
    if (tag === 'c') this.closeCell();
    else if (tag === 'v' || tag === 'f' || tag === 'is') this.within = null;
    else this.runs.close(tag);
  }

  /** Every row from the first on, so that a sheet can be walked over. */
  get all(): readonly (readonly CellValue[])[] {
    return Array.from({ length: this.rows.length }, (_, row) => this.rows[row] ?? NO_CELLS);
  }

  private openCell({ r, t = 'n' }: Readonly<Record<string, string>>): void {
    const place = r === undefined ? null : parseRange(r);
    if (r !== undefined && place === null) stopBroken(`${this.part} ${r}`);
    const row = place?.row ?? this.row;
    const column = place?.column ?? this.column + 1;
    if (!(row >= 0 && row <= LAST_ROW && column <= LAST_COLUMN)) stopBroken(`${this.part} ${r ?? ''}`.trim());
    this.column = column;
    this.cell = { row, column, type: t, value: '', formula: null };
  }

  private closeCell(): void {
    const { cell } = this;
    if (cell === null) return;
    this.cell = null;
    const value = this.valueOf(cell);
    if (cell.formula !== null) this.formulas.set(cellAddress(cell.row, cell.column), cell.formula);
    if (value === null) return;
    const row = (this.rows[cell.row] ??= []);
    if (cell.column < DENSE_COLUMNS) for (let at = row.length; at < cell.column; at += 1) row.push(null);
    row[cell.column] = value;
  }

  private valueOf({ type, value }: OpenCell): CellValue {
    if (type === 'inlineStr') return this.runs.take() || null;
    if (value === '') return null;
    if (type === 's') return this.texts[Number(value)] || null;
    if (type === 'b') return value.trim() === '1' || value.trim() === 'true';
    if (type === 'n') return numberOf(value);
    if (type === 'd') return dayNumber(value);
    return plainText(value);
  }
}

const numberOf = (text: string): number | string => {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
};

function dayNumber(text: string): number | string {
  const time = Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}${text.includes('T') ? 'Z' : ''}`);
  return Number.isNaN(time) ? text : (time - DAY_ZERO) / DAY_MILLISECONDS;
}

export async function readCells(source: WorkbookPackage, part: string, texts: readonly string[]): Promise<SheetCells> {
  const reader = new CellReader(texts, part);
  await source.read(part, {
    open: (tag, attributes) => reader.open(tag, attributes),
    text: (text) => reader.text(text),
    close: (tag) => reader.close(tag),
  });
  return { cells: reader.all, formulas: reader.formulas };
}
