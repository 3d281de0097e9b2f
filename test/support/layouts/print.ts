import type { BoardColumn, BoardNode, BoardTable } from './board';

/** How a layout prints what every report prints. */
export interface Layout {
  readonly name: string;
  readonly title: (table: BoardTable) => readonly string[];
  /** The lines over the columns, each a list of cells with how many columns it spans. */
  readonly head: (columns: readonly BoardColumn[]) => readonly (readonly (readonly [text: string, span: number])[])[];
  readonly figure: (value: number) => string;
  readonly label: (path: readonly string[], label: string) => string;
  readonly node: (node: BoardNode) => readonly string[];
  /** Lines at the top and foot of page n of m. */
  readonly pageHead?: (page: number, pages: number) => readonly string[];
  readonly pageFoot?: (page: number, pages: number) => readonly string[];
  /** Keeps the columns apart by blanks, as text made from a page does. */
  readonly keepsColumns?: boolean;
  /** Splits a table over several with so many columns each. */
  readonly columnsPerTable?: number;
  readonly blankRows?: boolean;
}

const PAGE_LINES = 24;
const LABEL_WIDTH = 60;
const COLUMN_WIDTH = 16;

/** The plan and the tables as lines of text. */
export function printLines(
  layout: Layout,
  nodes: readonly BoardNode[],
  tables: readonly BoardTable[],
): readonly string[] {
  return [...nodes.flatMap(layout.node), '', ...tables.flatMap((table) => printTable(layout, table))];
}

function printTable(layout: Layout, table: BoardTable): readonly string[] {
  const width = layout.columnsPerTable ?? table.columns.length;
  const lines = [...layout.title(table), ''];
  for (let from = 0; from < table.columns.length; from += width) {
    const columns = table.columns.slice(from, from + width);
    let section = '';
    for (const row of table.rows) {
      if (row.section !== section) {
        section = row.section;
        const isOwn = section === row.label;
        lines.push('', ...headLines(layout, columns, isOwn ? '' : section));
      }
      const figures = row.values.slice(from, from + width).map(layout.figure);
      lines.push(join(layout, layout.label(row.path, row.label), figures, 1));
      if (layout.blankRows) lines.push('');
    }
  }
  return [...lines, ''];
}

function headLines(layout: Layout, columns: readonly BoardColumn[], section: string): readonly string[] {
  const head = layout.head(columns);
  return head.map((cells, at) => {
    const label = at === 0 ? section : '';
    if (!layout.keepsColumns) return [label, ...cells.map(([text]) => text)].filter((part) => part !== '').join(' ');
    const line = cells.map(([text, span]) => centred(text, span * COLUMN_WIDTH)).join('');
    return `${label.padEnd(LABEL_WIDTH)}${line}`.trimEnd();
  });
}

const centred = (text: string, width: number): string =>
  text.padStart(Math.floor((width + text.length) / 2)).padEnd(width);

function join(layout: Layout, label: string, figures: readonly string[], gap: number): string {
  if (!layout.keepsColumns) return [label, ...figures].filter((part) => part !== '').join(' '.repeat(gap));
  return `${label.padEnd(LABEL_WIDTH)}${figures.map((figure) => figure.padStart(COLUMN_WIDTH)).join('')}`.trimEnd();
}

/** The lines on pages with the heads and feet of the layout, a form feed before each page but the first. */
export function paginate(layout: Layout, lines: readonly string[]): string {
  if (layout.pageHead === undefined && layout.pageFoot === undefined) return lines.join('\n');
  const pages: (readonly string[])[] = [];
  for (let at = 0; at < lines.length; at += PAGE_LINES) pages.push(lines.slice(at, at + PAGE_LINES));
  return pages
    .map((page, at) =>
      [
        ...(layout.pageHead?.(at + 1, pages.length) ?? []),
        ...page,
        ...(layout.pageFoot?.(at + 1, pages.length) ?? []),
      ].join('\n'),
    )
    .join('\n\f');
}
