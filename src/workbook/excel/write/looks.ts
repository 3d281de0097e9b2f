import { DEFAULT_FONT, STYLES, type BorderLine, type BorderSpec, type StyleName } from '../../../sheets/style';

/** The looks of the house in the words of Office.js. */
const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

export const webColor = (rgb: string): string => `#${rgb.toUpperCase()}`;

const LINES: Readonly<
  Record<
    BorderLine['line'],
    {
      readonly style: Excel.BorderLineStyle | 'Continuous' | 'Double';
      readonly weight: 'Hairline' | 'Thin' | 'Medium' | 'Thick';
    }
  >
> = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  double: { style: 'Double', weight: 'Thick' },
};

/** A look as a tree of plain properties: what a cell of this style has, nothing left to chance. */
export interface Look {
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly color: string;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: 'None' | 'Single';
  };
  /** '' for none. */
  readonly fill: string;
  readonly horizontal: 'General' | 'Left' | 'Center' | 'Right';
  readonly vertical: 'Top' | 'Center' | 'Bottom';
  readonly wrap: boolean;
  readonly indent: number;
  readonly border: BorderSpec;
}

const BLACK = '000000';

export function lookOf(name: StyleName): Look {
  const { bold, italic, underline, size, color, fill, horizontal, vertical, wrap, indent, border } = STYLES[name];
  return {
    font: {
      name: DEFAULT_FONT.name,
      size: size ?? DEFAULT_FONT.size,
      color: webColor(color ?? BLACK),
      bold: bold ?? false,
      italic: italic ?? false,
      underline: underline ? 'Single' : 'None',
    },
    fill: fill === undefined ? '' : webColor(fill),
    horizontal: horizontal ? HORIZONTAL[horizontal] : indent ? 'Left' : 'General',
    vertical: vertical ? VERTICAL[vertical] : 'Bottom',
    wrap: wrap ?? false,
    indent: indent ?? 0,
    border: border ?? {},
  };
}

/** How much of a look must be said: on a fresh sheet only what differs from Excel's own, on a used one everything. */
export type Thoroughness = 'fresh' | 'full';

/** Lines within a rectangle stand between its rows as well: every cell has its own top and bottom. */
const SIDES: Readonly<Record<'top' | 'bottom', readonly ('EdgeTop' | 'EdgeBottom' | 'InsideHorizontal')[]>> = {
  top: ['EdgeTop', 'InsideHorizontal'],
  bottom: ['EdgeBottom', 'InsideHorizontal'],
};

function applyBorders(format: Excel.RangeFormat, border: BorderSpec, thoroughness: Thoroughness): void {
  if (thoroughness === 'full') {
    for (const side of [
      'EdgeTop',
      'EdgeBottom',
      'InsideHorizontal',
      'EdgeLeft',
      'EdgeRight',
      'InsideVertical',
    ] as const)
      format.borders.getItem(side).style = 'None';
  }
  for (const side of ['top', 'bottom'] as const) {
    const line = border[side];
    if (!line) continue;
    for (const index of SIDES[side]) {
      const edge = format.borders.getItem(index);
      edge.style = LINES[line.line].style;
      edge.weight = LINES[line.line].weight;
      edge.color = webColor(line.color);
    }
  }
}

/** Queues the calls that give cells a look. */
export function applyLook(format: Excel.RangeFormat, look: Look, thoroughness: Thoroughness): void {
  const full = thoroughness === 'full';
  const { font } = look;
  format.font.name = font.name;
  format.font.size = font.size;
  if (full || font.color !== webColor(BLACK)) format.font.color = font.color;
  if (full || font.bold) format.font.bold = font.bold;
  if (full || font.italic) format.font.italic = font.italic;
  if (full || font.underline !== 'None') format.font.underline = font.underline;
  if (look.fill !== '') format.fill.color = look.fill;
  else if (full) format.fill.clear();
  if (full || look.horizontal !== 'General') format.horizontalAlignment = look.horizontal;
  if (full || look.vertical !== 'Bottom') format.verticalAlignment = look.vertical;
  if (full || look.wrap) format.wrapText = look.wrap;
  if (full || look.indent > 0) format.indentLevel = look.indent;
  applyBorders(format, look.border, thoroughness);
}

/** What dressing one list of areas costs on the wire. */
export const LOOK_CALL_BYTES = 6_000;

/** Points of a row of Calibri 11 that fits itself. */
export const STANDARD_ROW = 15;
