import type { SheetCalculator } from '../calculator/calculator';
import { cellAddress } from '../../src/sheets/address';
import { area, contains } from '../model/area';
import { cellAt, isBlank, type Book, type Chart, type Sheet } from '../model/book';
import { choicesAt, linkAt } from './choices';
import { lookOf, mergeAt } from './cellLook';
import { dress, textWidth } from './cellStyle';
import { chartView } from './chartView';
import { element } from './element';
import { at, geometryOf, pixels, sizeOf, type Geometry } from './geometry';
import { HEAD_HEIGHT, HEAD_WIDTH, headings, type GroupEvents } from './headings';
import { shownText } from './numberFormat';

/** Left and right of what a cell shows. */
const CELL_PADDING = 5;
const HASH = 8;

export interface GridTarget {
  readonly book: Book;
  readonly sheet: Sheet;
  readonly calculator: SheetCalculator;
}

/** What the user does with the grid; the workbench turns it into what Excel's user would have done. */
export interface GridEvents extends GroupEvents {
  readonly onSelect: (row: number, column: number) => void;
  readonly onEdit: (row: number, column: number) => void;
  readonly onFollow: (sheet: string, address: string) => void;
}

/** What Excel shows in place of a number that does not fit. */
const hashes = (width: number): string => '#'.repeat(Math.max(1, Math.floor((width - CELL_PADDING) / HASH)));

/** Draws one sheet: only the cells in view are in the page. Knows nothing of Excel; what is done with it goes out as events. */
export class GridView {
  readonly root = element('grid');
  private readonly scroller = element('grid-scroll');
  private readonly spacer = element('grid-spacer');
  private readonly view = element('grid-view');
  private target: GridTarget | null = null;
  private geometry: Geometry | null = null;
  private drawn = false;

  constructor(private readonly events: GridEvents) {
    this.root.append(this.scroller);
    this.scroller.append(this.view, this.spacer);
    this.scroller.tabIndex = 0;
    // Only the cells in view are in the page, layer by layer: no table a screen reader could walk. What is chosen is said instead.
    this.scroller.setAttribute('role', 'application');
    this.scroller.setAttribute('aria-label', 'Werkblad');
    this.scroller.addEventListener('scroll', () => {
      this.later();
    });
    new ResizeObserver(() => {
      this.later();
    }).observe(this.scroller);
    this.view.addEventListener('mousedown', (event) => {
      this.clicked(event);
    });
    this.view.addEventListener('dblclick', (event) => {
      const place = this.placeOf(event.target);
      if (place) this.events.onEdit(place.row, place.column);
    });
  }

  get keys(): HTMLElement {
    return this.scroller;
  }

  show(target: GridTarget): void {
    const other = this.target?.sheet !== target.sheet;
    this.target = target;
    this.geometry = geometryOf(target.sheet);
    const { rows, columns, tops, lefts } = this.geometry;
    this.spacer.style.width = `${HEAD_WIDTH + (lefts[columns] ?? 0)}px`;
    this.spacer.style.height = `${HEAD_HEIGHT + (tops[rows] ?? 0)}px`;
    if (other) this.scroller.scrollTo(0, 0);
    this.later();
  }

  /** Brings a cell into view. */
  reveal(row: number, column: number): void {
    const { geometry, scroller } = this;
    if (!geometry) return;
    const { tops, lefts, frozenRows, frozenColumns } = geometry;
    const [top, left] = [tops[row] ?? 0, lefts[column] ?? 0];
    const [frozenTop, frozenLeft] = [tops[frozenRows] ?? 0, lefts[frozenColumns] ?? 0];
    if (row >= frozenRows) {
      if (top < scroller.scrollTop + frozenTop) scroller.scrollTop = top - frozenTop;
      const bottom = top + sizeOf(tops, row) + HEAD_HEIGHT;
      if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
    }
    if (column >= frozenColumns) {
      if (left < scroller.scrollLeft + frozenLeft) scroller.scrollLeft = left - frozenLeft;
      const right = left + Math.min(sizeOf(lefts, column), scroller.clientWidth / 2) + HEAD_WIDTH;
      if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
    }
    this.later();
  }

  /** Where a cell lies in the view, for an editor laid over it. */
  boxOf(
    row: number,
    column: number,
  ): { readonly top: number; readonly left: number; readonly width: number; readonly height: number } | null {
    const { geometry } = this;
    if (!geometry) return null;
    const { tops, lefts, frozenRows, frozenColumns } = geometry;
    return {
      top: HEAD_HEIGHT + (tops[row] ?? 0) - (row < frozenRows ? 0 : this.scroller.scrollTop),
      left: HEAD_WIDTH + (lefts[column] ?? 0) - (column < frozenColumns ? 0 : this.scroller.scrollLeft),
      width: sizeOf(lefts, column),
      height: sizeOf(tops, row),
    };
  }

  private later(): void {
    if (this.drawn) return;
    this.drawn = true;
    requestAnimationFrame(() => {
      this.drawn = false;
      this.draw();
    });
  }

  private placeOf(target: EventTarget | null): { readonly row: number; readonly column: number } | null {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
  }

  private clicked(event: MouseEvent): void {
    const place = this.placeOf(event.target);
    const { target } = this;
    if (!place || !target) return;
    event.preventDefault();
    this.scroller.focus({ preventScroll: true });
    this.events.onSelect(place.row, place.column);
    const link = linkAt(target.sheet, place.row, place.column);
    if (link && event.button === 0) this.events.onFollow(link.sheet, link.address);
  }

  private visible(edges: Float64Array, frozen: number, scroll: number, size: number): readonly number[] {
    const shown: number[] = [];
    for (let index = 0; index < frozen; index += 1) if (sizeOf(edges, index) > 0) shown.push(index);
    const start = Math.max(at(edges, scroll + (edges[frozen] ?? 0)), frozen);
    for (let index = start; index < edges.length - 1 && (edges[index] ?? 0) - scroll < size; index += 1)
      if (sizeOf(edges, index) > 0) shown.push(index);
    return shown;
  }

  private draw(): void {
    const { target, geometry, scroller } = this;
    if (!target || !geometry) return;
    const { tops, lefts, frozenRows, frozenColumns } = geometry;
    const rows = this.visible(tops, frozenRows, scroller.scrollTop, scroller.clientHeight);
    const columns = this.visible(lefts, frozenColumns, scroller.scrollLeft, scroller.clientWidth);
    const layers = {
      cells: element('layer'),
      frozenRows: element('layer'),
      frozenColumns: element('layer'),
      corner: element('layer'),
      heads: element('layer'),
    };
    for (const row of rows) {
      for (const column of columns) {
        const cell = this.cell(target, row, column, columns);
        if (!cell) continue;
        const [frozenRow, frozenColumn] = [row < frozenRows, column < frozenColumns];
        const layer = frozenRow
          ? frozenColumn
            ? layers.corner
            : layers.frozenRows
          : frozenColumn
            ? layers.frozenColumns
            : layers.cells;
        layer.append(cell);
      }
    }
    for (const chart of target.sheet.charts) layers.cells.append(this.chart(target.book, chart));
    this.clip(layers.cells, frozenRows, frozenColumns);
    this.clip(layers.frozenRows, 0, frozenColumns);
    this.clip(layers.frozenColumns, frozenRows, 0);
    layers.heads.append(
      ...headings(target.sheet, rows, columns, (row, column) => this.boxOf(row, column), this.events),
    );
    this.view.replaceChildren(layers.cells, layers.frozenColumns, layers.frozenRows, layers.corner, layers.heads);
  }

  private chart(book: Book, { anchor, ...chart }: Chart): HTMLElement {
    const { tops, lefts } = this.geometry ?? { tops: new Float64Array(1), lefts: new Float64Array(1) };
    const corner = anchor && this.boxOf(anchor.row, anchor.column);
    const top = corner?.top ?? HEAD_HEIGHT + pixels(chart.box.top) - this.scroller.scrollTop;
    const left = corner?.left ?? HEAD_WIDTH + pixels(chart.box.left) - this.scroller.scrollLeft;
    const width = anchor ? sizeOf(lefts, anchor.column, anchor.columns) : pixels(chart.box.width);
    const height = anchor ? sizeOf(tops, anchor.row, anchor.rows) : pixels(chart.box.height);
    const made = element('chart');
    Object.assign(made.style, { top: `${top}px`, left: `${left}px` });
    made.append(chartView(book, { anchor, ...chart }, width, height));
    return made;
  }

  private clip(layer: HTMLElement, rows: number, columns: number): void {
    const { tops, lefts } = this.geometry ?? { tops: new Float64Array(1), lefts: new Float64Array(1) };
    layer.style.clipPath = `inset(${HEAD_HEIGHT + (tops[rows] ?? 0)}px 0 0 ${HEAD_WIDTH + (lefts[columns] ?? 0)}px)`;
  }

  private cell(target: GridTarget, row: number, column: number, columns: readonly number[]): HTMLElement | null {
    const { book, sheet, calculator } = target;
    const merge = mergeAt(sheet, row, column);
    if (merge && (merge.row !== row || merge.column !== column)) return null;
    const box = this.boxOf(row, column);
    const { geometry } = this;
    if (!box || !geometry) return null;
    const look = lookOf(book, sheet, row, column, calculator);
    const { value, formula } = cellAt(sheet, row, column);
    const shown = shownText(value, look.format.numberFormat);
    const cell = element('cell');
    cell.dataset.row = String(row);
    cell.dataset.column = String(column);
    cell.dataset.address = cellAddress(row, column);
    const { style } = cell;
    style.top = `${box.top}px`;
    style.left = `${box.left}px`;
    style.width = `${merge ? sizeOf(geometry.lefts, column, merge.columns) : box.width}px`;
    style.height = `${merge ? sizeOf(geometry.tops, row, merge.rows) : box.height}px`;
    dress(cell, look, typeof value === 'number');
    if (shown.red) style.color = '#b42318';
    if (shown.text !== '') {
      // A number that is cut would be another number: as in Excel it is not shown at all.
      const cut = typeof value === 'number' && !merge && textWidth(shown.text, look) > box.width - CELL_PADDING;
      const text = element('text', cut ? hashes(box.width) : shown.text);
      if (typeof value === 'string' && !look.format.wrap && !merge)
        text.style.minWidth = `${this.roomFor(sheet, row, column, columns)}px`;
      cell.append(text);
    }
    const selected = book.active === sheet.id && contains(book.selection.area, area(row, column));
    if (selected) {
      cell.classList.add('selected');
      if (choicesAt(book, sheet, row, column)) cell.append(this.dropdownButton(row, column));
    }
    cell.classList.toggle('formula', formula !== null);
    cell.classList.toggle('plain', !sheet.showGridlines);
    return cell;
  }

  /** Text runs on over empty cells to its right, as in any spreadsheet. */
  private roomFor(sheet: Sheet, row: number, column: number, columns: readonly number[]): number {
    const { lefts } = this.geometry ?? { lefts: new Float64Array(1) };
    let room = sizeOf(lefts, column) - 6;
    for (const next of columns) {
      if (next <= column) continue;
      if (!isBlank(sheet.cells[row]?.[next])) break;
      room += sizeOf(lefts, next);
    }
    return Math.max(room, 0);
  }

  private dropdownButton(row: number, column: number): HTMLElement {
    const button = document.createElement('button');
    button.className = 'dropdown';
    button.type = 'button';
    button.tabIndex = -1;
    button.textContent = '▾';
    button.setAttribute('aria-label', 'Kies uit de lijst');
    button.addEventListener('mousedown', (event) => {
      event.stopPropagation();
      event.preventDefault();
      this.events.onEdit(row, column);
    });
    return button;
  }
}
