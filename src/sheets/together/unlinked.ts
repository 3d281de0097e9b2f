import type { Link } from '../../plan/link';
import { withoutLink } from '../../figures/links/coverage';
import { KEY_COLUMN, SHEETS } from '../names';
import { rowHeights } from '../rowHeights';
import { CONTENT_ROW, headBlock, printOf, sheetOf, TAB_COLORS, TITLE_ROW } from '../sheet';
import type { SheetSpec } from '../spec';
import { placeTable, type ColumnModel, type TableModel } from '../table';
import { keyIn, type NamedDocument, type PlacedLink } from '../ends';

const HEAD_ROW = CONTENT_ROW;

const COLUMNS: readonly ColumnModel[] = [
  { name: 'Wat', width: 20, style: 'text' },
  { name: 'Document', width: 24, style: 'textWrapped' },
  { name: 'Niveau', width: 16, style: 'textWrapped' },
  { name: 'Code', width: 30, style: 'textWrapped' },
  { name: 'Titel', width: 74, style: 'textWrapped' },
  { name: 'Voorstellen', width: 12, style: 'count', alignRight: true },
  { name: KEY_COLUMN, width: 20, style: 'text', hidden: true },
];

/** Deepest nodes of a document: the promises and actions themselves, not what they are grouped under. */
const leaves = ({ document, tree }: NamedDocument): ReadonlySet<string> =>
  new Set(document.nodes.filter(({ id }) => tree.children(id).length === 0).map(({ id }) => id));

/** Promises without an action and actions without a promise, as they are when the workbook is made; live counts stand on Plannen. */
export function unlinkedSheet(
  main: NamedDocument,
  others: readonly NamedDocument[],
  placed: readonly PlacedLink[],
  entity: string,
): SheetSpec {
  const between: readonly Link[] = placed.filter(({ from, to }) => from.of !== to.of).map(({ row }) => row.link);
  const proposed = new Map<string, number>();
  for (const { row, from, to } of placed) {
    if (row.link.state !== 'proposed') continue;
    for (const end of [from, to])
      proposed.set(`${end.of.name}#${end.node.id}`, (proposed.get(`${end.of.name}#${end.node.id}`) ?? 0) + 1);
  }
  const rowsOf = (of: NamedDocument, what: string) => {
    const deepest = leaves(of);
    const levels = of.document.levels.map(({ id }) => id);
    return withoutLink(of.document, between, levels)
      .filter(({ id }) => deepest.has(id))
      .map((node) => [
        what,
        of.name,
        of.document.levels.find(({ id }) => id === node.level)?.name ?? node.level,
        of.codeOf(node.id),
        node.title,
        proposed.get(`${of.name}#${node.id}`) ?? 0,
        keyIn(of, node.id),
      ]);
  };
  const linkedTo = others.filter((of) =>
    placed.some(({ from, to }) => from.of !== to.of && (from.of === of || to.of === of)),
  );
  const model: TableModel = {
    name: 'tblZonderKoppeling',
    columns: COLUMNS,
    rows: [...linkedTo.flatMap((of) => rowsOf(of, 'belofte zonder actie')), ...rowsOf(main, 'actie zonder belofte')],
    totals: false,
  };
  const table = placeTable(model, HEAD_ROW, 0);
  return sheetOf({
    name: SHEETS.unlinked,
    tabColor: TAB_COLORS.check,
    columns: table.columns,
    rows: [TITLE_ROW, ...rowHeights(model, HEAD_ROW)],
    blocks: [
      headBlock(
        'Zonder koppeling',
        'Beloften waar geen actie aan gekoppeld is en acties zonder belofte, met het aantal voorstellen dat nog op een antwoord wacht.',
      ),
      table.block,
    ],
    tables: [table.table],
    freeze: { rows: HEAD_ROW + 1, columns: 0 },
    print: printOf(entity, 'Zonder koppeling', {
      orientation: 'landscape',
      titleRows: [HEAD_ROW, HEAD_ROW],
      area: { row: 0, column: 0, rows: HEAD_ROW + table.table.range.rows, columns: COLUMNS.length - 1 },
    }),
  });
}
