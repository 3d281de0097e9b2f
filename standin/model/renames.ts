import { quoteSheetName } from './area';
import type { Book, Cell } from './book';
import { columnsOf, formulaOf, knownParts, renameColumn, type FormulaPart } from './formulaText';

/** Formulas follow what they name: sheets, tables and columns keep their references when they get another name. */
export type Rename =
  | { readonly kind: 'sheet'; readonly from: string; readonly to: string }
  | { readonly kind: 'table'; readonly from: string; readonly to: string }
  /** table is the name of the table the column belongs to. */
  | { readonly kind: 'column'; readonly table: string; readonly from: string; readonly to: string };

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function renamePart(part: FormulaPart, rename: Rename, within: string): FormulaPart {
  if (rename.kind === 'sheet')
    return part.kind === 'reference' && part.sheet !== null && same(part.sheet, rename.from)
      ? { ...part, sheet: rename.to }
      : part;
  if (part.kind === 'name')
    return rename.kind === 'table' && same(part.text, rename.from) ? { ...part, text: rename.to } : part;
  if (part.kind !== 'structured') return part;
  if (rename.kind === 'table') return same(part.table, rename.from) ? { ...part, table: rename.to } : part;
  const owner = part.table === '' ? within : part.table;
  return same(owner, rename.table) && columnsOf(part.item).some((name) => same(name, rename.from))
    ? { ...part, item: renameColumn(part.item, rename.from, rename.to) }
    : part;
}

/** Rewrites every formula of the workbook with `change`; `within` is the name of the table the cell lies in, or ''. */
export function rewriteFormulas(
  book: Book,
  change: (part: FormulaPart, sheet: string, within: string) => FormulaPart,
): void {
  const rewrite = (formula: string, sheet: string, within: string): string => {
    const parts = knownParts(formula);
    const changed = parts.map((part) => change(part, sheet, within));
    return changed.every((part, index) => part === parts[index]) ? formula : formulaOf(changed, quoteSheetName);
  };
  for (const sheet of book.sheets) {
    const tables = book.tables.filter((table) => table.sheet === sheet.id);
    sheet.cells.forEach((row, at) =>
      row.forEach((cell: Cell | undefined, column) => {
        if (cell === undefined || cell.formula === null) return;
        const owner = tables.find(
          ({ area }) =>
            at >= area.row && at < area.row + area.rows && column >= area.column && column < area.column + area.columns,
        );
        const formula = rewrite(cell.formula, sheet.name, owner?.name ?? '');
        if (formula !== cell.formula) row[column] = { ...cell, formula };
      }),
    );
    for (const format of sheet.conditionalFormats) format.formula = rewrite(format.formula, sheet.name, '');
  }
  for (const name of book.names)
    if ('formula' in name.target) name.target = { formula: rewrite(name.target.formula, '', '') };
}

export const renameInFormulas = (book: Book, rename: Rename): void => {
  if (rename.from === rename.to) return;
  rewriteFormulas(book, (part, _sheet, within) => renamePart(part, rename, within));
};
