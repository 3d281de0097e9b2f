import { contains, area } from '../model/area';
import { cellAt, type Book, type Sheet } from '../model/book';
import { namedRange } from '../calculator/evaluation';

/** The choices of the dropdown at a cell; null when it has none. */
export function choicesAt(book: Book, sheet: Sheet, row: number, column: number): readonly string[] | null {
  const validation = sheet.validations.find(
    ({ areas, type }) => type === 'List' && areas.some((one) => contains(one, area(row, column))),
  );
  const list = validation?.rule.list;
  const source = typeof list === 'object' && list !== null && 'source' in list ? String(list.source) : null;
  if (source === null) return null;
  if (!source.startsWith('=')) return source.split(',').map((choice) => choice.trim());
  const range = namedRange(book, source.slice(1));
  if (!range) return [];
  const choices: string[] = [];
  for (let at = 0; at < range.area.rows; at += 1) {
    const { value } = cellAt(range.sheet, range.area.row + at, range.area.column);
    if (value !== '') choices.push(String(value));
  }
  return choices;
}

/** Where a link in a cell leads within the workbook; null when the cell holds none. */
export function linkAt(
  sheet: Sheet,
  row: number,
  column: number,
): { readonly sheet: string; readonly address: string } | null {
  const formula = cellAt(sheet, row, column).formula ?? '';
  const own = sheet.hyperlinks.find((one) => contains(one.area, area(row, column)))?.link;
  const target =
    /HYPERLINK\("#([^"]+)"/.exec(formula)?.[1] ??
    (typeof own?.documentReference === 'string' ? own.documentReference : undefined);
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(target ?? '');
  const name = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  return match?.[3] === undefined || name === undefined ? null : { sheet: name, address: match[3].replaceAll('$', '') };
}
