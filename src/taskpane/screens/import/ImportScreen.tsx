import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { lazy } from 'react';
import { DownloadButton } from '../shared/DownloadButton';
import { Quiet, Screen, Section } from '../../components/Screen';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import type { ImportState } from '../../state/state';
import { FilePicker } from './FilePicker';

/** What was read is held against the workbook with the engine of changes: loaded when something was read. */
const Preview = lazy(() => import('./Preview').then((module) => ({ default: module.Preview })));

/** Few plans need a profile: it is loaded when one does. */
const ProfileScreen = lazy(() =>
  import('../profile/ProfileScreen').then((module) => ({ default: module.ProfileScreen })),
);

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  start: { alignSelf: 'flex-start' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Reads reports: pick, look at what is in them, put them into the workbook, and go back. */
export function ImportScreen() {
  const { state } = usePane();
  const { texts } = useTexts();
  const { importing } = state;
  switch (importing.step) {
    case 'idle':
      return (
        <Screen title={texts.import.title} occasion="idle">
          <HeldBook />
          <Invitation />
          <FilePicker />
          <Quiet small>{texts.import.privacy}</Quiet>
        </Screen>
      );
    case 'reading':
      return (
        <Screen title={texts.import.title} occasion="reading">
          <ReadingProgress importing={importing} />
        </Screen>
      );
    case 'profile':
      return <ProfileScreen importing={importing} />;
    case 'preview':
    case 'applying':
      return <Preview importing={importing} />;
  }
}

function ReadingProgress({ importing }: { readonly importing: Extract<ImportState, { step: 'reading' }> }) {
  const styles = useStyles();
  const { commands } = usePane();
  const { texts, formats } = useTexts();
  const { name, index, count, phase } = importing;
  const label = `${texts.import.phases[phase]}: ${texts.import.reading(name, formats.count(index), formats.count(count))}`;
  return (
    <div className={styles.progress}>
      <span role="status">{label}</span>
      <ProgressBar aria-label={label} />
      <Button className={styles.start} onClick={commands.cancel}>
        {texts.common.cancel}
      </Button>
    </div>
  );
}

/** What to do here, or the answer to a button of the ribbon. */
function Invitation() {
  const { state } = usePane();
  const { texts } = useTexts();
  const { asked, book, canRevert } = state;
  const compared = asked === 'compare' ? (book === null ? texts.ribbon.nothingToCompare : texts.ribbon.compare) : null;
  const answer = asked === 'revert' && !canRevert ? texts.ribbon.nothingToRevert : compared;
  return (
    <div role="status">
      <Quiet>{answer ?? texts.import.intro}</Quiet>
    </div>
  );
}

/** What the workbook holds now, with the way back to what was there before. */
function HeldBook() {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts, formats } = useTexts();
  const { book, canRevert, busy } = state;
  const confirming = state.asked === 'revert';
  const ask = (asked: 'revert' | null): void => {
    commands.dispatch({ type: 'asked', asked });
  };
  if (book === null) return null;
  return (
    <Section title={texts.import.held}>
      <Quiet>
        {book.importedAt === null ? book.name : texts.import.heldBody(book.name, formats.moment(book.importedAt))}
      </Quiet>
      <div className={styles.row}>
        <DownloadButton />
        {canRevert && !confirming && (
          <Button
            icon={<ArrowUndoRegular />}
            onClick={() => {
              ask('revert');
            }}
          >
            {texts.import.revert}
          </Button>
        )}
      </div>
      {canRevert && confirming && (
        <>
          <Quiet>{texts.import.revertConfirm}</Quiet>
          <div className={styles.row}>
            <Button
              appearance="primary"
              disabled={busy !== null}
              autoFocus
              onClick={() => {
                ask(null);
                void commands.revert();
              }}
            >
              {texts.import.revertNow}
            </Button>
            <Button
              onClick={() => {
                ask(null);
              }}
            >
              {texts.common.cancel}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}
