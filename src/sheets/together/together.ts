import type { PlanDocument } from '../../plan/document';
import type { Link } from '../../plan/link';
import type { SourceIndex } from '../formulas';
import { linkSheet } from '../linkSheet';
import { linkTable } from '../linkTable';
import type { PlanView } from '../planView';
import type { SheetSpec } from '../spec';
import { nameDocuments, placeLinks } from './ends';
import { linkedAmounts } from './linkedMoney';
import { matrixSheets } from './matrix';
import { plansSheet } from './plans';
import { seriesSheet } from './series';
import { unlinkedSheet } from './unlinked';

/**
 * The sheets that other plans add to the workbook of a document: those plans, the links between all of them with what comes along, the matrix
 * of tops, what is not linked, and series they share. `links`: from the first document to the others.
 */
export function togetherSheets(view: PlanView, others: readonly PlanDocument[], links: readonly Link[], source: SourceIndex, entity: string): readonly SheetSpec[] {
  const documents = nameDocuments(view, others);
  const [main, ...rest] = documents;
  const placed = placeLinks(documents, links);
  const money = linkedAmounts(view, main, placed);
  const series = seriesSheet([view.document, ...others], entity);
  return [
    plansSheet(view, rest, placed, money, entity),
    linkSheet(linkTable(placed.map(({ row }) => row), source, money.extra), entity),
    ...matrixSheets(view, main, rest, placed, money, entity),
    unlinkedSheet(main, rest, placed, entity),
    ...(series ? [series] : []),
  ];
}
