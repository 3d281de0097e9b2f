import type { PlanDocument, PlanNode } from '../../plan/document';
import { documentKey, type Link } from '../../plan/link';
import { planTree, type PlanTree } from '../../rollup/tree';
import { keyOf, type LinkRow } from '../linkTable';
import type { PlanView } from '../planView';

/** A document of a workbook that holds several, by the name users see. */
export interface NamedDocument {
  readonly name: string;
  readonly document: PlanDocument;
  readonly tree: PlanTree;
  readonly codeOf: (node: string) => string;
}

/** Longest name of a document in cells; the title itself stands on its sheet. */
const MAX_NAME = 36;

const shortTitle = (title: string): string => (title.length > MAX_NAME ? `${title.slice(0, MAX_NAME).trimEnd()}…` : title);

/** A code without letters would be compared as a number, and so would one that looks like a date: those go by their level as well. */
const plainCode = (node: PlanNode): string => (node.code === null ? node.id : /\p{L}/u.test(node.code) ? node.code : `${node.level} ${node.code}`);

/** The documents by names that no two share; the first is the one the workbook is about. */
export function nameDocuments(view: PlanView, others: readonly PlanDocument[]): readonly [NamedDocument, ...NamedDocument[]] {
  const taken = new Set<string>();
  const name = (document: PlanDocument): string => {
    const title = shortTitle(document.document.title);
    let free = title;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${title} (${count})`;
    taken.add(free.toLowerCase());
    return free;
  };
  const main: NamedDocument = { name: name(view.document), document: view.document, tree: view.rollup.tree, codeOf: (node) => view.linkOf(node) ?? node };
  return [
    main,
    ...others.map((document): NamedDocument => {
      const codes = new Map(document.nodes.map((node) => [node.id, plainCode(node)]));
      const seen = new Map<string, number>();
      for (const code of codes.values()) seen.set(code, (seen.get(code) ?? 0) + 1);
      return { name: name(document), document, tree: planTree(document), codeOf: (node) => ((seen.get(codes.get(node) ?? '') ?? 0) > 1 ? node : (codes.get(node) ?? node)) };
    }),
  ];
}

/** A link with the documents of its ends. */
export interface PlacedLink {
  readonly row: LinkRow;
  readonly from: { readonly of: NamedDocument; readonly node: PlanNode };
  readonly to: { readonly of: NamedDocument; readonly node: PlanNode };
}

/** Links of all documents with their ends looked up; those whose ends are not in the workbook are left out. `links`: between documents, from the first. */
export function placeLinks(documents: readonly [NamedDocument, ...NamedDocument[]], links: readonly Link[]): readonly PlacedLink[] {
  const byKey = new Map(documents.map((each) => [documentKey(each.document.document), each]));
  const place = (link: Link, home: NamedDocument): readonly PlacedLink[] => {
    const fromDocument = link.fromDocument === null ? home : byKey.get(link.fromDocument);
    const toDocument = link.toDocument === null ? home : byKey.get(link.toDocument);
    const [from, to] = [fromDocument?.tree.byId.get(link.from), toDocument?.tree.byId.get(link.to)];
    if (!fromDocument || !toDocument || !from || !to) return [];
    const row: LinkRow = {
      link, fromDocument: fromDocument.name, toDocument: toDocument.name, from: fromDocument.codeOf(from.id), to: toDocument.codeOf(to.id), fromTitle: from.title, toTitle: to.title,
    };
    return [{ row, from: { of: fromDocument, node: from }, to: { of: toDocument, node: to } }];
  };
  const placed = [...links.flatMap((link) => place(link, documents[0])), ...documents.flatMap((home) => home.document.links.flatMap((link) => place(link, home)))];
  const seen = new Set<string>();
  return placed.filter(({ row }) => {
    const id = `${row.fromDocument}|${row.link.id}`;
    return !seen.has(id) && seen.add(id);
  });
}

export const nameOfNode = ({ of, node }: PlacedLink['from']): string => keyOf(of.name, of.codeOf(node.id));

/** Names of the node and everything above it, the top first. */
export const pathOf = ({ name, tree, codeOf }: NamedDocument, node: string): readonly string[] =>
  [node, ...tree.ancestors(node).map(({ id }) => id)].reverse().map((id) => keyOf(name, codeOf(id)));
