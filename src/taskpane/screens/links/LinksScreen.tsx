import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { LINK_STATES } from '../../../plan/link';
import { Choice } from '../../components/Choice';
import { NoReport } from '../shared/EmptyState';
import { Quiet, Screen } from '../../components/Screen';
import { linksOf, matches, type LinkFilter, type ListedLink } from '../../model/linkList';
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
  return (
    <Screen title={t.title}>
      <Quiet>{t.intro}</Quiet>
      <LinkFilters
        links={all}
        title={book.document.document.title}
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          setShown(PAGE);
        }}
      />
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

interface LinkFiltersProps {
  readonly links: readonly ListedLink[];
  /** Of the document the workbook is about, which every link may be of. */
  readonly title: string;
  readonly filter: LinkFilter;
  readonly onChange: (filter: LinkFilter) => void;
}

/** State and document to choose from, each with how many links there are. */
function LinkFilters({ links, title, filter, onChange }: LinkFiltersProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.plans.links;
  const documents = new Set(links.flatMap(({ from, to }) => [from.document, to.document]));
  documents.delete(title);
  const counted = (label: string, of: Partial<LinkFilter>): string =>
    `${label} (${links.filter((link) => matches(link, { ...filter, ...of })).length})`;
  return (
    <div className={styles.choices}>
      <Choice
        label={t.state}
        value={filter.state ?? EVERY}
        options={[
          ...LINK_STATES.map((value) => ({ value, label: counted(t.states[value], { state: value }) })),
          { value: EVERY, label: counted(t.all, { state: null }) },
        ]}
        onChange={(value) => {
          onChange({ ...filter, state: LINK_STATES.find((one) => one === value) ?? null });
        }}
      />
      <Choice
        label={t.document}
        value={filter.document ?? EVERY}
        options={[
          { value: EVERY, label: t.every },
          ...[...documents].map((value) => ({ value, label: counted(value, { document: value }) })),
        ]}
        onChange={(value) => {
          onChange({ ...filter, document: value === EVERY ? null : value });
        }}
      />
    </div>
  );
}
