import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { TableSimpleRegular } from '@fluentui/react-icons/svg/table-simple';
import { placeAt } from '../../../plan/finding';
import type { PlanNode } from '../../../plan/document';
import { Facts } from '../../components/Facts';
import { Screen } from '../../components/Screen';
import { SourceText } from '../shared/SourceText';
import type { Book } from '../../ports/book';
import { planIndex } from '../../model/planIndex';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { AmountTable } from './AmountTable';
import { EvaluationEditor } from './EvaluationEditor';
import { NodeFindings } from './NodeFindings';
import { IndicatorList, LinkList, TransferList } from './NodeLists';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  spacer: { flexGrow: 1 },
  path: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
  },
  crumb: {
    minWidth: 0,
    padding: 0,
    border: 'none',
    textAlign: 'left',
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

interface NodeCardProps {
  readonly book: Book;
  readonly node: PlanNode;
}

/** Everything there is to know of one node, and what can be changed about it. */
export function NodeCard({ book, node }: NodeCardProps) {
  const { commands, host } = usePane();
  const { texts, formats } = useTexts();
  const index = planIndex(book.document);
  const at = index.ordered.findIndex(({ id }) => id === node.id);
  const level = book.document.levels.find(({ id }) => id === node.level)?.name ?? node.level;
  return (
    <Screen
      title={node.title}
      occasion={node.id}
      live
      before={
        <>
          <CardBar at={at} book={book} />
          <Path node={node} book={book} />
        </>
      }
    >
      <Facts
        facts={[
          [level, node.code],
          [texts.plan.period, node.period && formats.period(node.period)],
          [texts.plan.priority, node.priority === null ? null : texts.plan[node.priority ? 'yes' : 'no']],
        ]}
      />
      {host.show && (
        <div>
          <Button
            size="small"
            icon={<TableSimpleRegular />}
            onClick={() => {
              void commands.show(placeAt({ node: node.id }));
            }}
          >
            {texts.plan.showInSheet}
          </Button>
        </div>
      )}
      <EvaluationEditor key={node.id} node={node} vocabulary={book.settings.statuses} />
      <AmountTable index={index} node={node.id} />
      <TransferList index={index} node={node} />
      <LinkList index={index} node={node} />
      <IndicatorList index={index} node={node} />
      <NodeFindings book={book} node={node.id} />
      <SourceText title={texts.plan.source} lines={book.lines} source={node.source} />
    </Screen>
  );
}

/** Back to the tree, and on to the node before or after. */
function CardBar({ at, book }: { readonly at: number; readonly book: Book }) {
  const styles = useStyles();
  const { commands } = usePane();
  const { texts } = useTexts();
  const step = (distance: number) => {
    const target = planIndex(book.document).ordered[at + distance];
    return {
      disabledFocusable: target === undefined,
      onClick: () => {
        if (target) commands.openCard(target.id);
      },
    };
  };
  return (
    <div className={styles.bar}>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowLeftRegular />}
        onClick={() => {
          commands.openCard(null);
        }}
      >
        {texts.plan.backToTree}
      </Button>
      <span className={styles.spacer} />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronUpRegular />}
        aria-label={texts.plan.previous}
        {...step(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronDownRegular />}
        aria-label={texts.plan.next}
        {...step(1)}
      />
    </div>
  );
}

/** The nodes above, each a way to its own card. */
function Path({ node, book }: NodeCardProps) {
  const styles = useStyles();
  const { commands } = usePane();
  const { texts } = useTexts();
  const above = planIndex(book.document).rollup.tree.ancestors(node.id).toReversed();
  if (above.length === 0) return null;
  return (
    <nav aria-label={texts.plan.path}>
      <ol className={styles.path}>
        {above.map((ancestor) => (
          <li key={ancestor.id}>
            <Button
              appearance="transparent"
              size="small"
              className={styles.crumb}
              onClick={() => {
                commands.openCard(ancestor.id);
              }}
            >
              {ancestor.code ?? ''} {ancestor.title}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
