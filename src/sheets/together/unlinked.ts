import type { PlanNode } from '../../plan/document';
import type { Link } from '../../plan/link';
import { withoutLink } from '../../figures/links/coverage';
import { alignedRight, column, keyColumn, tableOf, type Column } from '../columns';
import { listSheet } from '../listSheet';
import { SHEETS } from '../names';
import { rowHeights } from '../rowHeights';
import { CONTENT_ROW, TAB_COLORS } from '../sheet';
import type { SheetSpec } from '../spec';
import { placeTable } from '../table';
import { keyIn, type NamedDocument, type PlacedLink } from '../ends';

const HEAD_ROW = CONTENT_ROW;

interface UnlinkedRow {
  readonly what: string;
  readonly of: NamedDocument;
  readonly node: PlanNode;
  /** Links that are proposed for it and wait for an answer. */
  readonly proposals: number;
}

const COLUMNS: readonly Column<UnlinkedRow>[] = [
  column('Wat', 20, 'text', ({ what }) => what),
  column('Document', 24, 'textWrapped', ({ of }) => of.name),
  column('Niveau', 16, 'textWrapped', ({ of, node }) => {
    const level = of.document.levels.find(({ id }) => id === node.level);
    return level?.name ?? node.level;
  }),
  column('Code', 30, 'textWrapped', ({ of, node }) => of.codeOf(node.id)),
  column('Titel', 74, 'textWrapped', ({ node }) => node.title),
  alignedRight(column('Voorstellen', 12, 'count', ({ proposals }) => proposals)),
  keyColumn(20, ({ of, node }) => keyIn(of, node.id)),
];

/** Deepest nodes of a document: the promises and actions themselves, not what they are grouped under. */
const leaves = ({ document, tree }: NamedDocument): ReadonlySet<string> =>
  new Set(document.nodes.filter(({ id }) => tree.children(id).length === 0).map(({ id }) => id));

/** How many links are proposed for each node, by document and node. */
function proposalsOf(placed: readonly PlacedLink[]): (of: NamedDocument, node: string) => number {
  const proposals = new Map<string, number>();
  for (const { row, from, to } of placed) {
    if (row.link.state !== 'proposed') continue;
    for (const end of [from, to])
      proposals.set(`${end.of.name}#${end.node.id}`, (proposals.get(`${end.of.name}#${end.node.id}`) ?? 0) + 1);
  }
  return (of, node) => proposals.get(`${of.name}#${node}`) ?? 0;
}

/** Promises of the plans that are linked to anything, and actions of the first document, that have no link to another. */
function unlinkedRows(
  main: NamedDocument,
  others: readonly NamedDocument[],
  placed: readonly PlacedLink[],
): readonly UnlinkedRow[] {
  const between = placed.filter(({ from, to }) => from.of !== to.of);
  const links: readonly Link[] = between.map(({ row }) => row.link);
  const proposals = proposalsOf(placed);
  const rowsOf = (of: NamedDocument, what: string): readonly UnlinkedRow[] => {
    const deepest = leaves(of);
    const levels = of.document.levels.map(({ id }) => id);
    return withoutLink(of.document, links, levels)
      .filter(({ id }) => deepest.has(id))
      .map((node) => ({ what, of, node, proposals: proposals(of, node.id) }));
  };
  const linked = others.filter((of) => between.some(({ from, to }) => from.of === of || to.of === of));
  return [...linked.flatMap((of) => rowsOf(of, 'belofte zonder actie')), ...rowsOf(main, 'actie zonder belofte')];
}

/** Promises without an action and actions without a promise, as they are when the workbook is made; live counts stand on Plannen. */
export function unlinkedSheet(
  main: NamedDocument,
  others: readonly NamedDocument[],
  placed: readonly PlacedLink[],
  entity: string,
): SheetSpec {
  const model = tableOf('tblZonderKoppeling', COLUMNS, unlinkedRows(main, others, placed));
  return listSheet(
    'Zonder koppeling',
    'Beloften waar geen actie aan gekoppeld is en acties zonder belofte, met het aantal voorstellen dat nog op een antwoord wacht.',
    placeTable(model, HEAD_ROW, 0),
    COLUMNS.length - 1,
    entity,
    { name: SHEETS.unlinked, tabColor: TAB_COLORS.check, rows: rowHeights(model, HEAD_ROW) },
  );
}
