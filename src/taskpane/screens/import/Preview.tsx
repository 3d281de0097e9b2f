import { Button, Field, makeStyles, ProgressBar, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { Quiet, Screen, Section } from '../../components/Screen';
import { failureText } from '../../components/Messages';
import { usePane, useTexts } from '../../state/context';
import type { Draft, ImportState } from '../../state/state';
import { DraftDifference } from './DraftDifference';
import { DraftSummary } from './DraftSummary';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: {
    position: 'sticky', bottom: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Previewing = Extract<ImportState, { step: 'preview' | 'applying' }>;

/** What was read, before anything of it is written. */
export function Preview({ importing }: { readonly importing: Previewing }) {
  const { texts } = useTexts();
  const { drafts, chosen } = importing;
  const draft = chosen === null ? undefined : drafts[chosen];
  return (
    <Screen title={texts.import.preview} occasion="preview">
      <Quiet>{texts.import.nothingWritten}</Quiet>
      <FailedFiles drafts={drafts} />
      <DraftChoice drafts={drafts} chosen={chosen} />
      {draft?.outcome.ok && (
        <>
          <DraftSummary name={draft.name} checked={draft.outcome.value} />
          <DraftDifference document={draft.outcome.value.reading.document} />
        </>
      )}
      <Decision importing={importing} />
    </Screen>
  );
}

function FailedFiles({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { texts, language } = useTexts();
  const failed = drafts.filter(({ outcome }) => !outcome.ok);
  if (failed.length === 0) return null;
  return (
    <Section title={texts.import.fileFailed}>
      <div role="alert">
        {failed.map(({ name, outcome }) => (
          <Quiet key={name}>{outcome.ok ? '' : failureText(outcome.failure, language)}</Quiet>
        ))}
      </div>
    </Section>
  );
}

/** One workbook holds one report: of several, one is chosen. */
function DraftChoice({ drafts, chosen }: { readonly drafts: readonly Draft[]; readonly chosen: number | null }) {
  const { texts } = useTexts();
  const { commands } = usePane();
  const readable = drafts.flatMap(({ name, outcome }, index) => (outcome.ok ? [{ name, index }] : []));
  if (readable.length < 2) return null;
  return (
    <Field label={texts.import.chooseDocument}>
      <RadioGroup value={String(chosen)} onChange={(_, { value }) => { commands.dispatch({ type: 'chosen', chosen: Number(value) }); }}>
        {readable.map(({ name, index }) => (
          <Radio key={index} value={String(index)} label={name} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function Decision({ importing }: { readonly importing: Previewing }) {
  const styles = useStyles();
  const { commands, host } = usePane();
  const { texts } = useTexts();
  if (importing.step === 'applying') {
    const { done, total } = importing;
    return (
      <div className={styles.bar}>
        <span role="status">{texts.import.applying}</span>
        <ProgressBar aria-label={texts.import.applying} value={done} max={Math.max(total, 1)} />
        <Quiet small>{texts.import.applyingHint}</Quiet>
        <div className={styles.row}>
          <Button onClick={commands.cancel}>{texts.common.cancel}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.bar}>
      <div className={styles.row}>
        {importing.chosen !== null && (
          <Button appearance="primary" onClick={() => { void commands.apply(); }}>
            {host.kind === 'excel' ? texts.import.applyExcel : texts.import.applyBrowser}
          </Button>
        )}
        <Button onClick={commands.closePreview}>{importing.chosen === null ? texts.common.back : texts.common.cancel}</Button>
      </div>
    </div>
  );
}
