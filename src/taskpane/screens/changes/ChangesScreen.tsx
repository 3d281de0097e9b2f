import { Chips } from '../../components/Choice';
import { Screen } from '../../components/Screen';
import { useTexts } from '../../components/texts';
import { usePane } from '../../state/context';
import { CHANGES_VIEWS } from '../../state/state';
import { NoReport } from '../shared/EmptyState';
import { ChangeSection } from './ChangeSection';
import { CompareSection } from './CompareSection';
import { ConflictSection } from './ConflictSection';
import { PartsSection } from './PartsSection';

/** What is undecided and what was changed since the document was read; another version beside it; parts of colleagues. */
export function ChangesScreen() {
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const t = texts.changes;
  const { book, changesView } = state;
  if (book === null) return <NoReport title={t.title} />;
  return (
    <Screen title={t.title}>
      <Chips
        label={t.view}
        chips={CHANGES_VIEWS.map((value) => ({ value, label: t.tabs[value] }))}
        chosen={[changesView]}
        onChange={(chosen) => {
          const view = CHANGES_VIEWS.find((one) => one === chosen.at(-1));
          if (view) commands.dispatch({ type: 'changesView', view });
        }}
      />
      {changesView === 'list' && (
        <>
          <ConflictSection book={book} />
          <ChangeSection book={book} />
        </>
      )}
      {changesView === 'compare' && <CompareSection book={book} />}
      {changesView === 'parts' && <PartsSection book={book} />}
    </Screen>
  );
}
