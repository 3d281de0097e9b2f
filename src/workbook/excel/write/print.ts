import { rangeIn, sheetIn } from '../request/ranges';
import type { DefinedNameSpec, PrintSpec, PrintText } from '../../../sheets/spec';
import { absoluteAddress, columnLetters, quotedSheet, sheetRange } from '../../../sheets/address';
import { addressOf } from '../request/rectangles';
import { CALL_BYTES, type Step } from '../request/steps';

/** Paper, and the names a sheet brings along. */

/** Points per inch; the margins leave room for one line of header and footer. */
const INCH = 72;
const MARGINS = { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.3, footer: 0.3 } as const;

/** Small type. A text that begins with a digit would run into the code, so a blank comes between. */
const smallType = (text: string): string => (text === '' ? '' : `&8${/^\d/.test(text) ? ' ' : ''}${text}`);

function headersAndFooters(page: Excel.HeaderFooter, header: PrintText, footer: PrintText): void {
  page.leftHeader = smallType(header.left);
  page.centerHeader = smallType(header.center);
  page.rightHeader = smallType(header.right);
  page.leftFooter = smallType(footer.left);
  page.centerFooter = smallType(footer.center);
  page.rightFooter = smallType(footer.right);
}

export const printStep = (sheet: string, print: PrintSpec): Step => ({
  bytes: (16 + print.breaks.length) * CALL_BYTES,
  run: (context) => {
    const home = sheetIn(context, sheet);
    const layout = home.pageLayout;
    layout.paperSize = 'A4';
    layout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
    layout.zoom = {
      horizontalFitToPages: print.fitToWidth,
      ...(print.fitToHeight === null ? {} : { verticalFitToPages: print.fitToHeight }),
    };
    layout.leftMargin = MARGINS.left * INCH;
    layout.rightMargin = MARGINS.right * INCH;
    layout.topMargin = MARGINS.top * INCH;
    layout.bottomMargin = MARGINS.bottom * INCH;
    layout.headerMargin = MARGINS.header * INCH;
    layout.footerMargin = MARGINS.footer * INCH;
    headersAndFooters(layout.headersFooters.defaultForAllPages, print.header, print.footer);
    if (print.area) layout.setPrintArea(addressOf(print.area));
    if (print.titleRows) layout.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`);
    if (print.titleColumns)
      layout.setPrintTitleColumns(`$${columnLetters(print.titleColumns[0])}:$${columnLetters(print.titleColumns[1])}`);
    home.horizontalPageBreaks.removePageBreaks();
    for (const row of print.breaks) home.horizontalPageBreaks.add(`A${row + 1}`);
  },
});

/** What a name stands for, as Excel shows it. */
export const nameFormula = ({ range }: DefinedNameSpec): string =>
  // A range of one cell is given back as that cell: written so, it is the same when it is read.
  range.rows * range.columns === 1
    ? `=${quotedSheet(range.sheet)}!${absoluteAddress(range.row, range.column)}`
    : `=${sheetRange(range)}`;

/** Makes a name, or lets one that is there stand for other cells. */
export const nameStep = (spec: DefinedNameSpec, exists: boolean): Step => ({
  bytes: CALL_BYTES,
  run: (context) => {
    if (exists) context.workbook.names.getItem(spec.name).formula = nameFormula(spec);
    else context.workbook.names.add(spec.name, rangeIn(sheetIn(context, spec.range.sheet), spec.range));
  },
});
