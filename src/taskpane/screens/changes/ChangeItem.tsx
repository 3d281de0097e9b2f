import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { wordDifferences } from '../../../changes/wordDifferences';
import { statusesInForce } from '../../../check/settings';
import { useTexts } from '../../components/texts';
import { WordDifference } from '../../components/WordDifference';
import type { ListedChange } from '../../model/changeList';
import type { Book } from '../../ports/book';
import { usePane } from '../../state/context';
import { tellChange } from './changeWords';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  name: {
    minWidth: 0,
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: 0,
    border: 'none',
    fontWeight: tokens.fontWeightSemibold,
  },
  about: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  side: { margin: 0, minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  button: { alignSelf: 'flex-start' },
});

/** One change: where, what of it, from, to; it can be taken back. */
export function ChangeItem({ listed, book }: { readonly listed: ListedChange; readonly book: Book }) {
  const styles = useStyles();
  const { commands, state } = usePane();
  const { texts, language } = useTexts();
  const t = texts.changes.list;
  const { change, node } = listed;
  const { imported, document, settings, cells } = book;
  const told = tellChange(change, { imported, document, statuses: statusesInForce(settings), language });
  const cell = cells?.get(change.key);
  const name = [node?.code, node?.title].filter(Boolean).join(' ');
  const isThere = node !== null && document.nodes.some(({ id }) => id === node.id);
  return (
    <div role="listitem" className={styles.item}>
      {node !== null && isThere ? (
        <Button
          appearance="transparent"
          className={styles.name}
          onClick={() => {
            commands.openCard(node.id);
          }}
        >
          {name}
        </Button>
      ) : (
        name !== '' && <p className={styles.about}>{name}</p>
      )}
      {told.about !== null && <p className={styles.about}>{told.about}</p>}
      <p className={styles.quiet}>
        {told.field}
        {cell && ` · ${cell.sheet} ${cell.address}`}
      </p>
      {told.isProse ? (
        <WordDifference pieces={wordDifferences(told.from, told.to)} />
      ) : (
        told.from !== '' && (
          <dl className={styles.sides}>
            <dt className={styles.term}>{t.from}</dt>
            <dd className={styles.side}>{told.from}</dd>
            <dt className={styles.term}>{t.to}</dt>
            <dd className={styles.side}>{told.to}</dd>
          </dl>
        )
      )}
      <Button
        size="small"
        icon={<ArrowUndoRegular />}
        className={styles.button}
        disabled={state.busy === 'saving'}
        onClick={() => {
          void commands.takeBack([change.key]);
        }}
      >
        {t.takeBack}
      </Button>
    </div>
  );
}
