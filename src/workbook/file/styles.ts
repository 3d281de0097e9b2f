import type { CellStyle } from 'hucre/xlsx';
import type { ConditionalFormatSpec } from '../../sheets/spec';
import { DEFAULT_FONT, STYLES, TEXT_FORMAT, type BorderLine, type StyleName } from '../../sheets/style';

/** Text keeps the text format whatever its style says; a formula never has it, since Excel would show its source; other cells take their style's. */
export type CellUse = 'text' | 'formula' | 'other';

const cache = new Map<string, CellStyle>();

/** The look of a cell in the file library's terms; undefined is the default look. */
export function fileStyle(name: StyleName | null, use: CellUse): CellStyle | undefined {
  if (name === null) return use === 'text' ? TEXT_ONLY : undefined;
  const key = `${name}|${use}`;
  const known = cache.get(key);
  if (known) return known;
  const made = makeStyle(name, use);
  cache.set(key, made);
  return made;
}

const TEXT_ONLY: CellStyle = { numFmt: TEXT_FORMAT };

function makeStyle(name: StyleName, use: CellUse): CellStyle {
  const { bold, italic, underline, size, color, fill, horizontal, vertical, wrap, indent, border, numberFormat } =
    STYLES[name];
  const format =
    use === 'text' ? TEXT_FORMAT : use === 'formula' && numberFormat === TEXT_FORMAT ? undefined : numberFormat;
  const font = bold || italic || underline || size || color;
  const alignment = horizontal || vertical || wrap || indent;
  return {
    ...(font
      ? {
          font: {
            ...DEFAULT_FONT,
            ...(size ? { size } : {}),
            ...(bold ? { bold } : {}),
            ...(italic ? { italic } : {}),
            ...(underline ? { underline } : {}),
            ...(color ? { color: { rgb: color } } : {}),
          },
        }
      : {}),
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } } : {}),
    ...(border
      ? {
          border: {
            ...(border.top ? { top: line(border.top) } : {}),
            ...(border.bottom ? { bottom: line(border.bottom) } : {}),
          },
        }
      : {}),
    ...(alignment
      ? {
          alignment: {
            ...(horizontal ? { horizontal } : indent ? { horizontal: 'left' } : {}),
            ...(vertical ? { vertical } : {}),
            ...(wrap ? { wrapText: true } : {}),
            ...(indent ? { indent } : {}),
          },
        }
      : {}),
    ...(format ? { numFmt: format } : {}),
  };
}

/** An empty cell is written only where its look can be seen. */
export const showsWhenEmpty = (name: StyleName | null): boolean =>
  name !== null && (STYLES[name].fill !== undefined || STYLES[name].border !== undefined);

const line = ({ line: style, color }: BorderLine) => ({ style, color: { rgb: color } });

/** The look of a conditional format; a differential fill is told by its background. */
export const lookStyle = ({ fill, color, bold }: ConditionalFormatSpec['look']): CellStyle => ({
  ...(fill ? { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: fill } } } : {}),
  ...(color || bold ? { font: { ...(color ? { color: { rgb: color } } : {}), ...(bold ? { bold } : {}) } } : {}),
});
