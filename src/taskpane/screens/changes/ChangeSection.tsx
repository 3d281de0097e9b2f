import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import { moneyMoved } from '../../../changes/moneyMoved';
import { directionText, kindText } from '../../../i18n/terms';
import { versionName } from '../../../sheets/merging/mergeIntoBook';
import { FigureList } from '../../components/FigureList';
import { Quiet, Section } from '../../components/Screen';
import { useTexts } from '../../components/texts';
import { VirtualList } from '../../components/VirtualList';
import { fits, listedChanges, type ListedChange } from '../../model/changeList';
import type { Book } from '../../ports/book';
import { usePane } from '../../state/context';
import { ChangeFilters } from './ChangeFilters';
import { ChangeItem } from './ChangeItem';

/** Height of a change with a title of one line, in CSS pixels. */
const ITEM_ESTIMATE = 130;

const useStyles = makeStyles({
  gap: { paddingBottom: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** What was changed since the document was read: the records that the sheet Wijzigingen and the consequences in the checks tell. */
export function ChangeSection({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { state } = usePane();
  const { texts, formats } = useTexts();
  const t = texts.changes.list;
  const { imported, document } = book;
  const all = useMemo(() => listedChanges(imported, document), [imported, document]);
  const filter = useDeferredValue(state.changes);
  const shown = useMemo(() => all.filter((one) => fits(one, filter)), [all, filter]);
  if (all.length === 0)
    return (
      <Section title={t.title}>
        <Quiet>{t.none}</Quiet>
      </Section>
    );
  return (
    <Section title={t.title}>
      <Quiet>{t.since(versionName(imported))}</Quiet>
      <ChangeFilters all={all} book={book} />
      <span role="status">{t.shown(formats.count(shown.length), formats.count(all.length))}</span>
      <Sums changes={shown} />
      {shown.length > 1 && <TakeBackAll changes={shown} />}
      {shown.length === 0 ? (
        <Quiet>{t.nothingFound}</Quiet>
      ) : (
        <VirtualList role="list" aria-label={t.title} items={shown} keyOf={keyOf} estimate={ITEM_ESTIMATE}>
          {(listed) => (
            <div role="none" className={styles.gap}>
              <ChangeItem listed={listed} book={book} />
            </div>
          )}
        </VirtualList>
      )}
    </Section>
  );
}

const keyOf = ({ change: { key } }: ListedChange): string => key;

/** What the shown changes of money come to. */
function Sums({ changes }: { readonly changes: readonly ListedChange[] }) {
  const { texts, formats, language } = useTexts();
  const t = texts.changes.list;
  const sums = moneyMoved(changes.map(({ change }) => change));
  if (sums.length === 0) return null;
  return (
    <div>
      <Quiet small>{t.sums}</Quiet>
      <FigureList
        label={t.sums}
        figures={sums.map(({ kind, direction, cents }) => ({
          name: `${kindText(kind, language)}, ${directionText(direction, language)}`,
          figure: formats.difference(cents),
        }))}
      />
      <Quiet small>{t.sumsNote}</Quiet>
    </div>
  );
}

/** Takes back everything that is shown, after a question. */
function TakeBackAll({ changes }: { readonly changes: readonly ListedChange[] }) {
  const styles = useStyles();
  const { commands, state } = usePane();
  const { texts } = useTexts();
  const t = texts.changes.list;
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <div className={styles.row}>
        <Button
          size="small"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t.takeBackAll(changes.length)}
        </Button>
      </div>
    );
  return (
    <div className={styles.row} role="group" aria-label={t.askAll(changes.length)}>
      <span>{t.askAll(changes.length)}</span>
      <Button
        size="small"
        appearance="primary"
        autoFocus
        disabled={state.busy !== null}
        onClick={() => {
          setAsking(false);
          void commands.takeBack(changes.map(({ change: { key } }) => key));
        }}
      >
        {t.takeBack}
      </Button>
      <Button
        size="small"
        onClick={() => {
          setAsking(false);
        }}
      >
        {texts.common.cancel}
      </Button>
    </div>
  );
}
