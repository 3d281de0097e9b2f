import type { WriteSheet } from 'hucre/xlsx';
import { columnLetters, quotedSheet, sheetRange } from '../../sheets/address';
import type { PrintSpec, PrintText, SheetSpec } from '../../sheets/spec';

/** What is printed, in the form of the writer. */

/** Written as names by ourselves: the writer's own print settings leave sheet names such as J1 unquoted, and Excel then reads a cell. */
export function printNames(sheets: readonly SheetSpec[]) {
  return sheets.flatMap(({ name, print }) => {
    if (!print) return [];
    const titles = [
      ...(print.titleColumns
        ? [`${quotedSheet(name)}!$${columnLetters(print.titleColumns[0])}:$${columnLetters(print.titleColumns[1])}`]
        : []),
      ...(print.titleRows ? [`${quotedSheet(name)}!$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`] : []),
    ];
    return [
      ...(print.area
        ? [{ name: '_xlnm.Print_Area', range: sheetRange({ sheet: name, ...print.area }), scope: name }]
        : []),
      ...(titles.length > 0 ? [{ name: '_xlnm.Print_Titles', range: titles.join(','), scope: name }] : []),
    ];
  });
}

/** Inches; room for one line of header and footer. */
const MARGINS = { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.3, footer: 0.3 } as const;

export function printOptions(print: PrintSpec): Partial<WriteSheet> {
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: print.fitToWidth,
      fitToHeight: print.fitToHeight ?? 0,
      margins: { ...MARGINS },
    },
    headerFooter: { oddHeader: printCodes(print.header), oddFooter: printCodes(print.footer) },
    rowBreaks: print.breaks.map((row) => row - 1),
  };
}

/** Small type in header and footer; a blank keeps a text that begins with a digit out of the size. */
const printCodes = ({ left, center, right }: PrintText): string =>
  [left && `&L&8${apart(left)}`, center && `&C&8${apart(center)}`, right && `&R&8${apart(right)}`]
    .filter(Boolean)
    .join('');

const apart = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text);
