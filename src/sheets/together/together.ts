import type { LevelStatuses } from '../../plan/followUp';
import { linkSheet } from '../linkSheet';
import { linkTable } from '../linkTable';
import type { PlanView } from '../planView';
import type { SheetSpec } from '../spec';
import { placeLinks, type NamedDocuments, type PlacedLinks } from '../ends';
import { linkedAmounts, type LinkedAmounts } from '../linkedMoney';
import { matrixSheets } from './matrix';
import { plansSheet } from './plans';
import { plansTable } from '../plansTable';
import { seriesSheet } from './series';
import { unlinkedSheet } from './unlinked';

/** What the documents of a workbook have to do with each other: their links, and what comes along them. */
export interface Together {
  readonly documents: NamedDocuments;
  readonly links: PlacedLinks;
  /** null in a workbook of one document: nothing comes from elsewhere. */
  readonly money: LinkedAmounts | null;
}

export function together(view: PlanView, documents: NamedDocuments): Together {
  const links = placeLinks(documents);
  return { documents, links, money: documents.length > 1 ? linkedAmounts(view, documents[0], links) : null };
}

export const linksTable = ({ links, money }: Together) => linkTable(links.rows, money?.extra ?? []);

/**
 * The sheets of links and of the other plans: those plans, the links between all of them with what comes along, the matrix of tops, what is not
 * linked, and series they share. A document by itself has the links within it at most.
 */
export function togetherSheets(
  view: PlanView,
  parts: Together,
  statuses: LevelStatuses,
  entity: string,
): readonly SheetSpec[] {
  const { documents, links, money } = parts;
  const [main, ...others] = documents;
  if (!money) return links.rows.length === 0 ? [] : [linkSheet(linksTable(parts), entity)];
  const series = seriesSheet(
    documents.map(({ document }) => document),
    entity,
  );
  return [
    plansSheet(plansTable(view, others, links.placed, money), view, others, statuses, entity),
    linkSheet(linksTable(parts), entity),
    ...matrixSheets(view, main, others, links.placed, money, entity),
    unlinkedSheet(main, others, links.placed, entity),
    ...(series ? [series] : []),
  ];
}
