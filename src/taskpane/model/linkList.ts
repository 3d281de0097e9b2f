import type { PlanNode } from '../../plan/document';
import { documentKey, FULL_WEIGHT, type Link, type LinkState } from '../../plan/link';
import { weightSums } from '../../figures/links/weights';
import { otherDocuments, type Book } from '../ports/book';

/** A link as the pane shows it: both ends with the documents they stand in, as far as those are in the workbook. */
export interface ListedLink {
  /** Place of the document it stands in among those of the workbook. */
  readonly home: number;
  readonly link: Link;
  readonly from: ListedEnd;
  readonly to: ListedEnd;
  /** Sum of the weights said of where it comes from, in percent, when that is more than the whole; null otherwise. */
  readonly tooMuch: number | null;
}

export interface ListedEnd {
  readonly document: string;
  readonly node: PlanNode | null;
  readonly id: string;
}

export interface LinkFilter {
  /** null: every state. */
  readonly state: LinkState | null;
  /** Title of a document one end stands in; null: any. */
  readonly document: string | null;
}

/** All links of the book, by document and in their order there. */
export function linksOf(book: Book): readonly ListedLink[] {
  const documents = [book.document, ...otherDocuments(book)];
  const byKey = new Map(
    documents.map((document) => [
      documentKey(document.document),
      { title: document.document.title, nodes: new Map(document.nodes.map((node) => [node.id, node])) },
    ]),
  );
  return documents.flatMap((document, home) => {
    const own = byKey.get(documentKey(document.document));
    const sums = new Map(
      [...weightSums(document.links).values()].map(({ from, toDocument, percent }) => [
        `${from}>${toDocument ?? ''}`,
        percent,
      ]),
    );
    const end = (id: string, key: string | null): ListedEnd => {
      const of = key === null ? own : byKey.get(key);
      return { document: of?.title ?? key ?? '', node: of?.nodes.get(id) ?? null, id };
    };
    return document.links.map((link): ListedLink => {
      const sum = sums.get(`${link.from}>${link.toDocument ?? ''}`) ?? 0;
      return {
        home,
        link,
        from: end(link.from, link.fromDocument),
        to: end(link.to, link.toDocument),
        tooMuch: sum > FULL_WEIGHT && link.weight !== null ? sum : null,
      };
    });
  });
}

export const matches = ({ link, from, to }: ListedLink, { state, document }: LinkFilter): boolean =>
  (state === null || link.state === state) &&
  (document === null || from.document === document || to.document === document);

/** A weight as it is typed: a number from 0 to 100, null for nothing, undefined for anything else. */
export function typedWeight(text: string): number | null | undefined {
  const plain = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (plain === '') return null;
  const weight = Number(plain);
  return Number.isFinite(weight) && weight >= 0 && weight <= FULL_WEIGHT ? Math.round(weight * 100) / 100 : undefined;
}
