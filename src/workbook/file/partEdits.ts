import type { WriteSheet } from 'hucre/xlsx';
import type { SheetSpec, TableColumnSpec } from '../../sheets/spec';
import type { PartEdit } from '../zip/zipPatch';

/**
 * What the writing library leaves out of its parts: the formula of a calculated column (Excel then does not fill it into new rows) and the
 * depth of the outlines (Excel then shows no buttons for them). And what it puts in too many: the moment of writing.
 */
export function editsFor(sheets: readonly (SheetSpec | WriteSheet)[]): ReadonlyMap<string, PartEdit> {
  const edits = new Map<string, PartEdit>([['docProps/core.xml', { changed: withoutDates }]]);
  let tableNumber = 0;
  sheets.forEach((sheet, index) => {
    // Sheets of the user are written as they were read.
    if (!('blocks' in sheet)) {
      tableNumber += sheet.tables?.length ?? 0;
      return;
    }
    const rowDepth = Math.max(0, ...sheet.rows.map((row) => row.outline ?? 0));
    const columnDepth = Math.max(0, ...sheet.columns.map((column) => column.outline ?? 0));
    if (rowDepth > 0 || columnDepth > 0)
      edits.set(`xl/worksheets/sheet${index + 1}.xml`, {
        changed: (xml) => withOutlineDepth(xml, rowDepth, columnDepth),
        until: '<sheetData',
      });
    for (const table of sheet.tables) {
      tableNumber += 1;
      if (table.columns.some((column) => column.formula !== undefined)) {
        edits.set(`xl/tables/table${tableNumber}.xml`, { changed: (xml) => withColumnFormulas(xml, table.columns) });
      }
    }
  });
  return edits;
}

const withoutDates = (xml: string): string => xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');

const withOutlineDepth = (xml: string, rows: number, columns: number): string =>
  xml.replace(
    '<sheetFormatPr ',
    `<sheetFormatPr ${rows > 0 ? `outlineLevelRow="${rows}" ` : ''}${columns > 0 ? `outlineLevelCol="${columns}" ` : ''}`,
  );

/** Columns stand in the part in the order of the table; the formula is the first child of its column. */
function withColumnFormulas(xml: string, columns: readonly TableColumnSpec[]): string {
  let index = -1;
  return xml.replace(/<tableColumn ([^>]*?)(\/?)>/g, (tag, attributes: string, closed: string) => {
    index += 1;
    const formula = columns[index]?.formula;
    if (formula === undefined) return tag;
    const child = `<calculatedColumnFormula>${escapeXml(formula)}</calculatedColumnFormula>`;
    return closed === ''
      ? `<tableColumn ${attributes}>${child}`
      : `<tableColumn ${attributes.trimEnd()}>${child}</tableColumn>`;
  });
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
