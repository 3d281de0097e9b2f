import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { useDeferredValue, useMemo, useState } from 'react';
import { Quiet, Screen } from '../../components/Screen';
import type { Book } from '../../ports/book';
import { isOpen } from '../../model/findingList';
import { findingsByNode, planIndex } from '../../model/planIndex';
import { activeFilters, planView } from '../../model/planRows';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { PlanFilters } from './PlanFilters';
import { PlanTree } from './PlanTree';

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  count: { flexGrow: 1 },
});

/** The whole plan as a tree, with search and filters above it. */
export function PlanTreeView({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { state } = usePane();
  const { texts, formats } = useTexts();
  const [filtering, setFiltering] = useState(false);
  const { filter, opened } = state.plan;
  const index = planIndex(book.document);
  const openFindings = useMemo(
    () => findingsByNode((state.run?.findings ?? []).filter((finding) => isOpen(finding, book.explanations))),
    [state.run, book.explanations],
  );
  // Typing stays quick: the tree may follow a keystroke later.
  const deferred = useDeferredValue(filter);
  const view = useMemo(() => planView(index, deferred, opened, openFindings), [index, deferred, opened, openFindings]);
  const active = activeFilters(filter);
  if (index.ordered.length === 0) {
    return (
      <Screen title={texts.plan.title}>
        <Quiet>{texts.plan.empty}</Quiet>
      </Screen>
    );
  }
  return (
    <Screen title={texts.plan.title} occasion="tree">
      <PlanSearch />
      <div className={styles.row}>
        <span role="status" className={styles.count}>
          {texts.plan.shown(formats.count(view.matches), formats.count(index.ordered.length))}
        </span>
        <Button
          size="small"
          icon={<FilterRegular />}
          aria-expanded={filtering}
          onClick={() => {
            setFiltering(!filtering);
          }}
        >
          {active === 0 ? texts.plan.filters : texts.plan.filtersActive(formats.count(active))}
        </Button>
        <OpenAll index={index} />
      </div>
      {filtering && <PlanFilters book={book} />}
      {view.rows.length === 0 ? (
        <Quiet>{`${texts.plan.nothingFound}. ${texts.plan.nothingFoundRemedy}`}</Quiet>
      ) : (
        <PlanTree rows={view.rows} book={book} openFindings={openFindings} />
      )}
    </Screen>
  );
}

function PlanSearch() {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const { filter } = state.plan;
  return (
    <SearchBox
      className={styles.search}
      value={filter.search}
      aria-label={texts.plan.search}
      placeholder={texts.plan.searchHint}
      dismiss={{ 'aria-label': texts.plan.clearSearch }}
      onChange={(_, { value }) => {
        commands.dispatch({ type: 'planFilter', filter: { ...filter, search: value } });
      }}
    />
  );
}

/** Opens every node with parts, or closes all. */
function OpenAll({ index }: { readonly index: ReturnType<typeof planIndex> }) {
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const anyOpen = state.plan.opened.size > 0;
  const parents = index.ordered.filter(({ id }) => index.rollup.tree.children(id).length > 0).map(({ id }) => id);
  return (
    <Button
      size="small"
      onClick={() => {
        commands.dispatch({ type: 'planOpened', opened: new Set(anyOpen ? [] : parents) });
      }}
    >
      {anyOpen ? texts.plan.collapseAll : texts.plan.expandAll}
    </Button>
  );
}
