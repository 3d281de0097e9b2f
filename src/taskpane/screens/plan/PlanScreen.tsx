import { NoReport } from '../shared/EmptyState';
import { planIndex } from '../../model/planIndex';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { NodeCard } from './NodeCard';
import { PlanTreeView } from './PlanTreeView';

/** The plan: the tree, or the card of one node. */
export function PlanScreen() {
  const { state } = usePane();
  const { texts } = useTexts();
  const { book, plan } = state;
  if (book === null) return <NoReport title={texts.plan.title} />;
  const node = plan.card === null ? undefined : planIndex(book.document).rollup.tree.byId.get(plan.card);
  return node ? <NodeCard book={book} node={node} /> : <PlanTreeView book={book} />;
}
