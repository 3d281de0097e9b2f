import { Screen } from '../../components/Screen';
import { useTexts } from '../../components/texts';
import { usePane } from '../../state/context';
import { NoReport } from '../shared/EmptyState';
import { ChangeSection } from './ChangeSection';
import { ConflictSection } from './ConflictSection';

/** What is undecided, and what was changed since the document was read. */
export function ChangesScreen() {
  const { state } = usePane();
  const { texts } = useTexts();
  const { book } = state;
  if (book === null) return <NoReport title={texts.changes.title} />;
  return (
    <Screen title={texts.changes.title}>
      <ConflictSection book={book} />
      <ChangeSection book={book} />
    </Screen>
  );
}
