import { formatArea, type Area } from './area';
import { isBlank, sheetById, STANDARD_HEIGHT, type Book, type Cell, type Sheet } from './book';
import { DEFAULT_FORMAT, type CellFormat } from './format';

/**
 * The workbook as lines of text, for telling whether two states are the same. Results of formulas, what is selected and ids that Excel hands
 * out anew (charts, conditional formats, page breaks, columns of tables) are left out; sheets and tables keep their id, since others hold on to it.
 */
export function snapshot(book: Book): string[] {
  return [
    ...book.sheets.flatMap((sheet, position) => sheetLines(book, sheet, position)),
    ...book.tables
      .map((table) => {
        const { filters, columns, area, sheet, ...rest } = table;
        return `table ${table.name}: ${nameOf(book, sheet)}!${formatArea(area)} ${stable(rest)} ${stable(columns.map((column) => column.name))} ${stable([...filters])}`;
      })
      .sort(),
    ...book.names
      .map(
        (name) =>
          `name ${name.name} ${name.scope ?? ''}: ${stable('formula' in name.target ? name.target : rangeText(book, name.target))} ${name.comment} ${name.visible}`,
      )
      .sort(),
    ...book.xmlParts.map((part) => `xml ${part.xml}`).sort(),
    ...[...book.settings].map(([key, value]) => `setting ${key}: ${stable(value)}`).sort(),
    `calculation ${book.calculationMode}`,
    `protection ${stable(book.protection)}`,
  ];
}

const nameOf = (book: Book, id: string): string => sheetById(book, id)?.name ?? '?';

const rangeText = (book: Book, range: { sheet: string; area: Area }): string =>
  `${nameOf(book, range.sheet)}!${formatArea(range.area)}`;

/** JSON with the keys in order, so that the order of setting does not matter. */
export const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'undefined';

const formatTexts = new WeakMap<CellFormat, string>();
function formatText(format: CellFormat | null): string {
  if (format === null) return '';
  const known = formatTexts.get(format);
  if (known !== undefined) return known;
  const text = stable(format);
  formatTexts.set(format, text);
  return text;
}

const cellText = (cell: Cell): string => `${cell.formula ?? JSON.stringify(cell.value)} ${formatText(cell.format)}`;

/** The same cells give the same text, however they are cut in areas: columns of equal rows side by side are one. */
function areas(list: readonly Area[]): string {
  const columns = list
    .flatMap((one) =>
      Array.from({ length: Math.min(one.columns, 300) }, (_, index) => ({
        ...one,
        column: one.column + index,
        columns: 1,
      })),
    )
    .sort((left, right) => left.row - right.row || left.rows - right.rows || left.column - right.column);
  const joined: Area[] = [];
  for (const one of columns) {
    const last = joined.at(-1);
    if (last && last.row === one.row && last.rows === one.rows && last.column + last.columns === one.column)
      joined[joined.length - 1] = { ...last, columns: last.columns + 1 };
    else joined.push(one);
  }
  return joined.map((one) => formatArea(one)).join(',');
}

function sheetLines(book: Book, sheet: Sheet, position: number): string[] {
  const at = `${sheet.name}!`;
  const lines = [
    `${at} ${position} ${sheet.id} ${sheet.visibility} ${sheet.tabColor} ${sheet.showGridlines} ${sheet.showHeadings} freeze ${sheet.freeze === null ? '' : formatArea(sheet.freeze)}`,
    `${at} merges ${areas(sheet.merges)}`,
    `${at} layout ${stable(sheet.pageLayout)}`,
    `${at} breaks ${stable([sheet.rowBreaks.map((one) => one.at).sort(), sheet.columnBreaks.map((one) => one.at).sort()])}`,
    `${at} protection ${stable(sheet.protection)}`,
    ...sheet.validations.map(({ areas: where, ...rest }) => `${at} validation ${areas(where)} ${stable(rest)}`).sort(),
    ...sheet.conditionalFormats.map(
      ({ id: _id, areas: where, ...rest }) => `${at} conditional ${areas(where)} ${stable(rest)}`,
    ),
    ...sheet.hyperlinks.map(({ area, link }) => `${at} link ${formatArea(area)} ${stable(link)}`).sort(),
    ...sheet.charts.map(
      ({ id: _id, series, ...rest }) =>
        `${at} chart ${stable(rest)} ${stable(series.map((one) => ({ ...one, values: one.values && rangeText(book, one.values), categories: one.categories && rangeText(book, one.categories) })))}`,
    ),
  ];
  for (const [row, state] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    const { format, ...others } = state;
    // Excel does not tell a row that was given the standard height from one that fits itself to it.
    const rest = { ...others, height: others.height === STANDARD_HEIGHT ? null : others.height };
    if (format !== null || rest.height !== null || rest.hidden || rest.outline > 0)
      lines.push(`${at} row ${row + 1} ${stable(rest)} ${formatText(format)}`);
  }
  for (const [column, state] of [...sheet.columns].sort(([a], [b]) => a - b)) {
    const { format, ...rest } = state;
    if (format !== null || rest.width !== null || rest.hidden || rest.outline > 0)
      lines.push(`${at} column ${column} ${stable(rest)} ${formatText(format)}`);
  }
  sheet.cells.forEach((row, index) =>
    row.forEach((cell, column) => {
      if (cell === undefined) return;
      // A look that says what the row or column says already is no look of its own.
      const inherited = sheet.rows.get(index)?.format ?? sheet.columns.get(column)?.format ?? DEFAULT_FORMAT;
      const format = cell.format !== null && formatText(cell.format) === formatText(inherited) ? null : cell.format;
      if (format !== null || !isBlank(cell))
        lines.push(`${at}${formatArea({ row: index, column, rows: 1, columns: 1 })} ${cellText({ ...cell, format })}`);
    }),
  );
  return lines;
}

/** What differs between two snapshots, for the message of a failing test. */
export function differences(before: readonly string[], after: readonly string[], limit = 10): string[] {
  const had = new Set(before);
  const has = new Set(after);
  return [
    ...before.filter((line) => !has.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !had.has(line)).map((line) => `+ ${line}`),
  ].slice(0, limit);
}
