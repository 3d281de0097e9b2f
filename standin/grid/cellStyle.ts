import type { CellLook } from './cellLook';

const HORIZONTAL: Readonly<Record<string, string>> = { Left: 'flex-start', Center: 'center', Right: 'flex-end' };
const VERTICAL: Readonly<Record<string, string>> = { Top: 'flex-start', Center: 'center', Bottom: 'flex-end' };
const INDENT_PIXELS = 9;

const WEIGHTS: Readonly<Record<string, string>> = {
  Hairline: '1px dotted',
  Thin: '1px solid',
  Medium: '2px solid',
  Thick: '3px solid',
};

/** Lays the look of a cell over its element. */
export function dress(cell: HTMLElement, { format, fill, color, bold }: CellLook, number: boolean): void {
  const { style } = cell;
  if (fill !== '') style.backgroundColor = fill;
  style.color = color;
  style.fontSize = `${format.fontSize}pt`;
  if (bold) style.fontWeight = '600';
  if (format.italic) style.fontStyle = 'italic';
  if (format.underline !== 'None') style.textDecoration = 'underline';
  style.justifyContent = HORIZONTAL[format.horizontal] ?? (number ? 'flex-end' : 'flex-start');
  style.alignItems = VERTICAL[format.vertical] ?? 'flex-end';
  if (format.wrap) cell.classList.add('wrap');
  if (format.indent > 0) style.paddingLeft = `${3 + format.indent * INDENT_PIXELS}px`;
  const { EdgeTop, EdgeBottom } = format.edges;
  if (EdgeTop) style.borderTop = `${WEIGHTS[EdgeTop.weight] ?? '1px solid'} ${EdgeTop.color}`;
  if (EdgeBottom) style.borderBottom = `${WEIGHTS[EdgeBottom.weight] ?? '1px solid'} ${EdgeBottom.color}`;
}

const FAMILY = 'Calibri, Carlito, "Segoe UI", "Liberation Sans", Arial, sans-serif';

let ruler: CanvasRenderingContext2D | null = null;

/** Width of a text in the font of a cell, in CSS pixels. */
export function textWidth(text: string, { format, bold }: CellLook): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return 0;
  ruler.font = `${format.italic ? 'italic ' : ''}${bold ? '600 ' : ''}${format.fontSize}pt ${FAMILY}`;
  return ruler.measureText(text).width;
}
