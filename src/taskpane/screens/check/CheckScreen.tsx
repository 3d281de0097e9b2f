import { Button, Checkbox, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { useDeferredValue, useMemo } from 'react';
import { Disclosure } from '../../components/Disclosure';
import { NoReport } from '../shared/EmptyState';
import { FindingText } from '../../components/FindingText';
import { Quiet, Screen } from '../../components/Screen';
import { VirtualList } from '../../components/VirtualList';
import type { Book } from '../../ports/book';
import type { Finding } from '../../../plan/finding';
import { findingsView } from '../../model/findingList';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import type { CheckRun } from '../../state/state';
import { FindingFilters } from './FindingFilters';
import { FindingItem } from './FindingItem';

/** Height of a finding of three lines with its buttons, in CSS pixels. */
const ITEM_ESTIMATE = 140;

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none' },
  gap: { paddingBottom: tokens.spacingVerticalS },
  gone: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
  },
});

/** More that is solved than this is a new report rather than work of the user. */
const SHOWN_GONE = 50;

const NO_KEYS: ReadonlySet<string> = new Set();

/** The findings of the checks: which, how grave, where, and what was said of them. */
export function CheckScreen() {
  const { state } = usePane();
  const { texts } = useTexts();
  if (state.book === null) return <NoReport title={texts.check.title} />;
  return <Findings book={state.book} run={state.run} />;
}

function Findings({ book, run }: { readonly book: Book; readonly run: CheckRun | null }) {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts, formats } = useTexts();
  const { filter } = state.check;
  const findings = run?.findings ?? [];
  const fresh = run?.fresh ?? NO_KEYS;
  const deferred = useDeferredValue(filter);
  const view = useMemo(
    () => findingsView(run?.findings ?? [], book.explanations, fresh, deferred),
    [run, book.explanations, fresh, deferred],
  );
  const kept = view.shown.findIndex(({ key }) => key === state.check.open?.key);
  const running = state.busy === 'checking';
  return (
    <Screen
      title={texts.check.title}
      actions={
        <Button
          size="small"
          icon={<ArrowSyncRegular />}
          disabledFocusable={running}
          onClick={() => {
            if (!running) void commands.check();
          }}
        >
          {running ? texts.check.running : texts.check.rerun}
        </Button>
      }
    >
      {run && <RunSummary run={run} />}
      {findings.length === 0 ? (
        run && (
          <Quiet>
            {texts.check.clean}. {texts.check.cleanBody}
          </Quiet>
        )
      ) : (
        <>
          <SearchBox
            className={styles.search}
            value={filter.search}
            aria-label={texts.check.search}
            placeholder={texts.check.search}
            dismiss={{ 'aria-label': texts.plan.clearSearch }}
            onChange={(_, { value }) => {
              commands.dispatch({ type: 'findingsFilter', filter: { ...filter, search: value } });
            }}
          />
          <FindingFilters view={view} />
          {(fresh.size > 0 || filter.onlyFresh) && (
            <Checkbox
              label={texts.check.onlyNew}
              checked={filter.onlyFresh}
              onChange={(_, { checked }) => {
                commands.dispatch({ type: 'findingsFilter', filter: { ...filter, onlyFresh: checked === true } });
              }}
            />
          )}
          <span role="status">
            {texts.check.shown(formats.count(view.shown.length), formats.count(findings.length))}
          </span>
          {view.shown.length === 0 ? (
            <Quiet>{texts.check.nothingFound}</Quiet>
          ) : (
            <VirtualList
              role="list"
              aria-label={texts.check.list}
              items={view.shown}
              keyOf={keyOf}
              estimate={ITEM_ESTIMATE}
              kept={kept}
            >
              {(finding) => (
                <div role="none" className={styles.gap}>
                  <FindingItem finding={finding} book={book} fresh={fresh.has(finding.key)} />
                </div>
              )}
            </VirtualList>
          )}
        </>
      )}
    </Screen>
  );
}

const keyOf = ({ key }: Finding): string => key;

/** When the checks ran, and what changed since the run before. */
function RunSummary({ run }: { readonly run: CheckRun }) {
  const styles = useStyles();
  const { texts, formats } = useTexts();
  const { fresh, gone, at, before } = run;
  const changed = fresh !== null && (fresh.size > 0 || gone.length > 0);
  return (
    <div>
      <Quiet small>
        {texts.check.lastRun(formats.moment(at))}.{' '}
        {before &&
          (changed
            ? texts.check.sinceLastRun(formats.moment(before.at), formats.count(fresh.size), formats.count(gone.length))
            : texts.check.unchanged)}
      </Quiet>
      {gone.length > 0 && (
        <Disclosure summary={texts.check.showGone(formats.count(gone.length))}>
          <ul className={styles.gone}>
            {gone.slice(0, SHOWN_GONE).map((finding) => (
              <li key={finding.key}>
                <FindingText finding={finding} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
