import type { WriteSheet } from 'hucre/xlsx';
import { looksLikeError } from './fileText';
import type { PartEdit } from '../zip/zipPatch';

/** Texts of cells stand in this part; they are compared cell by cell. */
export const SHARED_TEXTS = 'xl/sharedStrings.xml';

type CellParts = Partial<Readonly<Record<'value' | 'formula' | 'richText', unknown>>>;

/** A cell whose text the library puts among the shared ones. */
const isShared = ({ value, formula, richText }: CellParts): boolean =>
  typeof value === 'string' &&
  !looksLikeError(value) &&
  (formula === undefined || formula === null) &&
  !(Array.isArray(richText) && richText.length > 0);

/** How many cells of a sheet name a shared text: a cell that is written apart takes the place of what its row holds. */
function sharedIn({ rows = [], cells }: WriteSheet): number {
  let count = 0;
  for (const row of rows) for (const value of row) if (isShared({ value })) count += 1;
  for (const [key, cell] of cells ?? []) {
    const [row, column] = key.split(',').map(Number);
    const under = rows[row ?? -1]?.[column ?? -1];
    if (isShared({ value: under })) count -= 1;
    if (isShared({ ...cell, value: cell.value ?? under })) count += 1;
  }
  return count;
}

/** The library counts different texts only; the format wants the cells that name one counted too. */
export function sharedTextsEdit(sheets: readonly WriteSheet[]): PartEdit {
  const count = sheets.reduce((sum, sheet) => sum + sharedIn(sheet), 0);
  return { changed: (xml) => xml.replace(/(<sst[^>]*? count=")\d+/, `$1${count}`), until: '<si>' };
}
