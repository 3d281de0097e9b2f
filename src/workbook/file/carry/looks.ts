import type { CellStyle } from 'hucre/xlsx';

type Color = NonNullable<NonNullable<CellStyle['font']>['color']>;

/** Black, and the text colour of the theme, are what a cell has without being told. */
const PLAIN_COLORS: ReadonlySet<string> = new Set(['000000', 't1']);

function colorName(color: Color | undefined): string {
  if (!color) return '';
  const name = color.rgb === undefined ? `t${color.theme ?? ''}` : color.rgb.slice(-6).toUpperCase();
  const tint = color.tint === undefined || color.tint === 0 ? '' : `~${color.tint.toFixed(2)}`;
  return PLAIN_COLORS.has(name) && tint === '' ? '' : `${name}${tint}`;
}

function fillName(fill: CellStyle['fill']): string {
  if (!fill) return '';
  if (fill.type !== 'pattern') return JSON.stringify(fill);
  return fill.pattern === 'none' ? '' : `${fill.pattern}:${colorName(fill.fgColor ?? fill.bgColor)}`;
}

/** Programs spell one format in several ways: `[Red]` and `[RED]`, quotes and backslashes before a sign. */
const formatName = (format: string | undefined): string => {
  const name = (format ?? '').toLowerCase().replace(/[\\"]/g, '');
  return name === 'general' ? '' : name;
};

/** How a cell looks, as far as its user may have chosen it: two cells of one name look alike, whichever program wrote them. */
export function lookName(style: CellStyle | undefined): string {
  const { font, fill, numFmt, alignment } = style ?? {};
  const horizontal = alignment?.horizontal;
  return [
    fillName(fill),
    font?.bold ? 'b' : '',
    font?.italic ? 'i' : '',
    font?.underline ? 'u' : '',
    font?.strikethrough ? 's' : '',
    colorName(font?.color),
    formatName(numFmt),
    horizontal === undefined || horizontal === 'general' || horizontal === 'left' ? '' : horizontal,
  ].join('|');
}
