import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { LINK_STATES } from '../../../plan/link';
import { Choice } from '../../components/Choice';
import { NoReport } from '../shared/EmptyState';
import { Quiet, Screen } from '../../components/Screen';
import { linksOf, matches, type LinkFilter } from '../../model/linkList';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { LinkItem } from './LinkItem';

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(140px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  more: { alignSelf: 'flex-start' },
});

const EVERY = '';
/** Links shown at once; more on request. */
const PAGE = 40;

/** Links between the plans of the workbook: proposals with their reason, to be confirmed, refused and weighed. */
export function LinksScreen() {
  const styles = useStyles();
  const { state } = usePane();
  const { texts } = useTexts();
  const t = texts.plans.links;
  const { book } = state;
  const [filter, setFilter] = useState<LinkFilter>({ state: 'proposed', document: null });
  const [shown, setShown] = useState(PAGE);
  if (book === null) return <NoReport title={t.title} />;
  const all = linksOf(book);
  const fitting = all.filter((link) => matches(link, filter));
  const titles = [...new Set(all.flatMap(({ from, to }) => [from.document, to.document]))].filter(
    (title) => title !== book.document.document.title,
  );
  const counted = (label: string, of: LinkFilter): string =>
    `${label} (${all.filter((link) => matches(link, of)).length})`;
  const change = (part: Partial<LinkFilter>): void => {
    setFilter({ ...filter, ...part });
    setShown(PAGE);
  };
  return (
    <Screen title={t.title}>
      <Quiet>{t.intro}</Quiet>
      <div className={styles.choices}>
        <Choice
          label={t.state}
          value={filter.state ?? EVERY}
          options={[
            ...LINK_STATES.map((value) => ({ value, label: counted(t.states[value], { ...filter, state: value }) })),
            { value: EVERY, label: counted(t.all, { ...filter, state: null }) },
          ]}
          onChange={(value) => {
            change({ state: LINK_STATES.find((one) => one === value) ?? null });
          }}
        />
        <Choice
          label={t.document}
          value={filter.document ?? EVERY}
          options={[
            { value: EVERY, label: t.every },
            ...titles.map((value) => ({ value, label: counted(value, { ...filter, document: value }) })),
          ]}
          onChange={(value) => {
            change({ document: value === EVERY ? null : value });
          }}
        />
      </div>
      <div role="status">
        <Quiet small>{fitting.length === 0 ? t.none : t.count(fitting.length)}</Quiet>
      </div>
      <ul className={styles.list} aria-label={t.title}>
        {fitting.slice(0, shown).map((link) => (
          <LinkItem key={`${link.home} ${link.link.id}`} listed={link} />
        ))}
      </ul>
      {fitting.length > shown && (
        <Button
          className={styles.more}
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {t.more(Math.min(PAGE, fitting.length - shown))}
        </Button>
      )}
    </Screen>
  );
}
