import type { WriteSheet } from 'hucre/xlsx';
import type { CellSpec, RangeSpec, SheetSpec } from '../../sheets/spec';
import type { StyleName } from '../../sheets/style';
import type { CarriedSheet } from './carry/carry';
import { fileText, looksLikeError } from './fileText';
import { fileStyle, showsWhenEmpty } from './styles';

type WriteCells = NonNullable<WriteSheet['cells']>;
type WriteCell = WriteCells extends Map<string, infer Cell> ? Cell : never;

/**
 * The cells of a sheet in the form of the writer, made each time they are walked over. The writer walks over one sheet at a time
 * and asks for no cell by its name; maps of every sheet at once would be the most memory that writing takes.
 */
export class WrittenCells extends Map<string, WriteCell> {
  constructor(
    private readonly blocks: SheetSpec['blocks'],
    private readonly own: CarriedSheet['cells'] = new Map(),
    private readonly unlocked: readonly RangeSpec[] = [],
  ) {
    super();
  }

  override *entries(): MapIterator<[string, WriteCell]> {
    const left = new Set(this.own.keys());
    for (const [key, cell] of this.written()) {
      left.delete(key);
      yield [key, { ...cell, ...this.own.get(key) }];
    }
    for (const key of left) yield [key, { ...this.own.get(key) }];
  }

  private readonly isUnlocked = (atRow: number, atColumn: number): boolean =>
    this.unlocked.some(
      ({ row, column, rows, columns }) =>
        atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns,
    );

  private *written(): Iterable<[string, WriteCell]> {
    for (const { row: top, column: left, cells, styles } of this.blocks) {
      for (const [rowOffset, row] of cells.entries()) {
        for (const [columnOffset, cell] of row.entries()) {
          const written = toCell(cell, styles?.[columnOffset] ?? null);
          const key = `${top + rowOffset},${left + columnOffset}`;
          if (this.unlocked.length > 0 && this.isUnlocked(top + rowOffset, left + columnOffset))
            yield [key, { value: null, ...written, style: { ...written?.style, protection: { locked: false } } }];
          else if (written) yield [key, written];
        }
      }
    }
  }

  override [Symbol.iterator](): MapIterator<[string, WriteCell]> {
    return this.entries();
  }
}

function toCell(cell: CellSpec, columnStyle: StyleName | null): WriteCell | null {
  if (cell === null || typeof cell !== 'object')
    return cell === null && !showsWhenEmpty(columnStyle) ? null : valueCell(cell, columnStyle);
  const styleName = cell.style ?? columnStyle;
  const comment = cell.note === undefined ? {} : { comment: { author: 'Planboek', text: fileText(cell.note) } };
  if (!('formula' in cell)) return { ...valueCell(cell.value, styleName), ...comment };
  const style = fileStyle(styleName, 'formula');
  const formulaResult = typeof cell.value === 'string' ? fileText(cell.value) : cell.value;
  return { value: null, formula: cell.formula, formulaResult, ...(style ? { style } : {}), ...comment };
}

function valueCell(value: string | number | boolean | null, styleName: StyleName | null): WriteCell {
  const style = fileStyle(styleName, typeof value === 'string' ? 'text' : 'other');
  const looks = style ? { style } : {};
  if (typeof value !== 'string') return { value, ...looks };
  const text = fileText(value);
  return looksLikeError(text) ? { value: null, richText: [{ text }], ...looks } : { value: text, ...looks };
}
