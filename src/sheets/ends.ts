import type { PlanDocument, PlanNode } from '../plan/document';
import { documentKey, type Link } from '../plan/link';
import type { Reading } from '../read/source';
import { planTree, type PlanTree } from '../figures/tree';
import type { SourceIndex } from './formulas';
import { keyOf, type LinkRow } from './linkTable';
import type { PlanView } from './planView';
import { sourceIndex } from './sourceSheet';

/** A further document of a workbook: as it stands now, the lines it was read from, and as it was imported when it was edited since. */
export interface OtherPlan extends Reading {
  readonly imported?: PlanDocument;
}

/** A document of a workbook that may hold several, by the name users see. */
export interface NamedDocument {
  readonly name: string;
  /** The one the workbook is about. */
  readonly main: boolean;
  readonly document: PlanDocument;
  readonly tree: PlanTree;
  readonly codeOf: (node: string) => string;
  readonly source: SourceIndex;
}

export type NamedDocuments = readonly [NamedDocument, ...NamedDocument[]];

/** Longest name of a document in cells; the title itself stands on its sheet. */
const MAX_NAME = 36;

/** Signs that mean something to a formula that looks the name up are left out of it. */
const plainTitle = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N} .,:()&’'–-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();

function shortTitle(title: string): string {
  const plain = plainTitle(title) || 'Document';
  return plain.length > MAX_NAME ? `${plain.slice(0, MAX_NAME).trimEnd()}…` : plain;
}

/** A code without letters would be compared as a number, and so would one that looks like a date: those go by their level as well. */
const plainCode = (node: PlanNode): string =>
  node.code === null ? node.id : /\p{L}/u.test(node.code) ? node.code : `${node.level} ${node.code}`;

/** The names of documents on the sheets of their workbook: no two share one. */
export function documentNames(documents: readonly Pick<PlanDocument, 'document'>[]): readonly string[] {
  const taken = new Set<string>();
  return documents.map(({ document }) => {
    const title = shortTitle(document.title);
    let free = title;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${title} (${count})`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** The documents by their names; the first is the one the workbook is about. */
export function nameDocuments(view: PlanView, source: SourceIndex, others: readonly Reading[]): NamedDocuments {
  const names = documentNames([view.document, ...others.map(({ document }) => document)]);
  const main: NamedDocument = {
    name: names[0] ?? '',
    main: true,
    document: view.document,
    tree: view.rollup.tree,
    codeOf: (node) => view.linkOf(node) ?? node,
    source,
  };
  return [
    main,
    ...others.map(({ document, lines }, index): NamedDocument => {
      const codes = new Map(document.nodes.map((node) => [node.id, plainCode(node)]));
      const seen = new Map<string, number>();
      for (const code of codes.values()) seen.set(code.toLowerCase(), (seen.get(code.toLowerCase()) ?? 0) + 1);
      const codeOf = (node: string): string =>
        (seen.get((codes.get(node) ?? '').toLowerCase()) ?? 0) > 1 ? node : (codes.get(node) ?? node);
      return {
        name: names[index + 1] ?? '',
        main: false,
        document,
        tree: planTree(document),
        codeOf,
        source: sourceIndex(lines, index + 2),
      };
    }),
  ];
}

/** The id of something of a document, told apart from those of the other documents of the workbook. */
export const keyIn = ({ main, name }: Pick<NamedDocument, 'main' | 'name'>, id: string): string =>
  main ? id : keyOf(name, id);

/** A link with the documents of its ends. */
export interface PlacedLink {
  readonly row: LinkRow;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
}

export interface LinkEnd {
  readonly of: NamedDocument;
  readonly node: PlanNode;
}

export interface PlacedLinks {
  readonly rows: readonly LinkRow[];
  /** Those both of whose ends are in the workbook. */
  readonly placed: readonly PlacedLink[];
}

/** The links of all documents, in their order, with their ends looked up. */
export function placeLinks(documents: NamedDocuments): PlacedLinks {
  const byKey = new Map([...documents].reverse().map((each) => [documentKey(each.document.document), each]));
  const rows: LinkRow[] = [];
  const placed: PlacedLink[] = [];
  const place = (link: Link, home: NamedDocument): void => {
    const end = (id: string, key: string | null) => {
      const of = key === null ? home : byKey.get(key);
      const node = of?.tree.byId.get(id);
      return { of, node, name: of?.name ?? key ?? '', code: node && of ? of.codeOf(id) : id, title: node?.title ?? '' };
    };
    const [from, to] = [end(link.from, link.fromDocument), end(link.to, link.toDocument)];
    const row: LinkRow = {
      link,
      key: keyIn(home, link.id),
      fromDocument: from.name,
      toDocument: to.name,
      from: from.code,
      to: to.code,
      fromTitle: from.title,
      toTitle: to.title,
      sourceCell: home.source.link(link.source),
    };
    rows.push(row);
    if (from.of && from.node && to.of && to.node)
      placed.push({ row, from: { of: from.of, node: from.node }, to: { of: to.of, node: to.node } });
  };
  for (const home of documents) for (const link of home.document.links) place(link, home);
  return { rows, placed };
}

/** Names of the node and everything above it, the top first. */
export const pathOf = ({ name, tree, codeOf }: NamedDocument, node: string): readonly string[] =>
  [node, ...tree.ancestors(node).map(({ id }) => id)].reverse().map((id) => keyOf(name, codeOf(id)));
