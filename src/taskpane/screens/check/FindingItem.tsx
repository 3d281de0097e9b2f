import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { explanationOf, NO_EXPLANATION } from '../../../plan/explanation';
import type { Finding } from '../../../plan/finding';
import { FindingText } from '../../components/FindingText';
import { Quiet } from '../../components/Screen';
import type { Book } from '../../ports/book';
import { quickFixOf } from '../../model/quickFix';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import type { FindingForm } from '../../state/state';
import { ExplanationForm } from './ExplanationForm';
import { FixPreview } from './FixPreview';
import { labelOfPart } from '../../../schema/rows/labels';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  place: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  action: { minWidth: 'auto' },
  answer: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
});

interface FindingItemProps {
  readonly finding: Finding;
  readonly book: Book;
  /** The run before did not have it. */
  readonly fresh: boolean;
}

/** One finding: what, where, what to do; the way to its cell; and the answer of the user. */
export function FindingItem({ finding, book, fresh }: FindingItemProps) {
  const styles = useStyles();
  const { commands, state } = usePane();
  const { texts } = useTexts();
  const opened = state.check.open?.key === finding.key ? state.check.open.form : null;
  const setOpened = (form: FindingForm): void => {
    commands.dispatch({ type: 'findingOpened', open: { key: finding.key, form } });
  };
  const explanation = explanationOf(book.explanations, finding.key);
  const fix = quickFixOf(book.document, finding, book.settings.statuses);
  const close = (): void => {
    commands.dispatch({ type: 'findingOpened', open: null });
  };
  return (
    <div role="listitem" className={styles.item}>
      <FindingText finding={finding} />
      <PlaceLine finding={finding} fresh={fresh} />
      {explanation.state !== 'open' && (
        <div className={styles.answer}>
          <Quiet small>{texts.check.by(texts.common.states[explanation.state], explanation.initials)}</Quiet>
          {explanation.text}
        </div>
      )}
      <div className={styles.actions}>
        <PlaceActions finding={finding} />
        {explanation.state === 'open' ? (
          <>
            <Button
              size="small"
              className={styles.action}
              aria-expanded={opened === 'explained'}
              onClick={() => {
                setOpened('explained');
              }}
            >
              {texts.check.explain}
            </Button>
            <Button
              size="small"
              className={styles.action}
              aria-expanded={opened === 'accepted'}
              onClick={() => {
                setOpened('accepted');
              }}
            >
              {texts.check.accept}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            className={styles.action}
            onClick={() => {
              void commands.explain(finding, NO_EXPLANATION);
            }}
          >
            {texts.check.reopen}
          </Button>
        )}
        {fix && (
          <Button
            size="small"
            className={styles.action}
            aria-expanded={opened === 'fix'}
            onClick={() => {
              setOpened('fix');
            }}
          >
            {texts.check.fix}
          </Button>
        )}
      </div>
      {(opened === 'explained' || opened === 'accepted') && (
        <ExplanationForm key={opened} finding={finding} target={opened} before={explanation} onClose={close} />
      )}
      {opened === 'fix' && fix && <FixPreview fix={fix} onClose={close} />}
    </div>
  );
}

function PlaceLine({ finding, fresh }: Pick<FindingItemProps, 'finding' | 'fresh'>) {
  const styles = useStyles();
  const { texts, language } = useTexts();
  const { node, schema, row, line } = finding.place;
  const part = schema === null ? null : labelOfPart(schema, language);
  const parts = [node, part, row, line === null ? null : texts.common.line(String(line))].filter(
    (each) => each !== null,
  );
  return (
    <div className={styles.place}>
      {fresh && (
        <Badge size="small" color="informative" appearance="tint">
          {texts.check.fresh}
        </Badge>
      )}
      <span>{parts.join(' · ')}</span>
    </div>
  );
}

function PlaceActions({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const { commands, host, state } = usePane();
  const { texts } = useTexts();
  const { node } = finding.place;
  const somewhere = Object.values(finding.place).some((part) => part !== null);
  return (
    <>
      {host.show && somewhere && (
        <Button
          size="small"
          className={styles.action}
          onClick={() => {
            void commands.show(finding.place, finding.check);
          }}
        >
          {texts.check.goTo}
        </Button>
      )}
      {node !== null && state.screen !== 'plan' && (
        <Button
          size="small"
          className={styles.action}
          onClick={() => {
            commands.openCard(node);
          }}
        >
          {texts.check.showNode}
        </Button>
      )}
    </>
  );
}
