import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { useState } from 'react';
import { DownloadButton } from '../../components/DownloadButton';
import { Quiet, Screen, Section } from '../../components/Screen';
import { usePane, useTexts } from '../../state/context';
import type { ImportState } from '../../state/state';
import { FilePicker } from './FilePicker';
import { Preview } from './Preview';

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
          <Quiet>{texts.import.intro}</Quiet>
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

/** What the workbook holds now, with the way back to what was there before. */
function HeldBook() {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts, formats } = useTexts();
  const [confirming, setConfirming] = useState(false);
  const { book, canRevert, busy } = state;
  if (book === null) return null;
  return (
    <Section title={texts.import.held}>
      <Quiet>{book.importedAt === null ? book.name : texts.import.heldBody(book.name, formats.moment(book.importedAt))}</Quiet>
      <div className={styles.row}>
        <DownloadButton />
        {canRevert && !confirming && (
          <Button icon={<ArrowUndoRegular />} onClick={() => { setConfirming(true); }}>
            {texts.import.revert}
          </Button>
        )}
      </div>
      {canRevert && confirming && (
        <>
          <Quiet>{texts.import.revertConfirm(book.name)}</Quiet>
          <div className={styles.row}>
            <Button appearance="primary" disabled={busy !== null} autoFocus onClick={() => { setConfirming(false); void commands.revert(); }}>
              {texts.import.revertNow}
            </Button>
            <Button onClick={() => { setConfirming(false); }}>{texts.common.cancel}</Button>
          </div>
        </>
      )}
    </Section>
  );
}
